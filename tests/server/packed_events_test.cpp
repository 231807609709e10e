// SPDX-License-Identifier: MIT
#include "server/core/packed_events.h"

#include <gtest/gtest.h>

using namespace keisan::server;
using Kind = ServerEvent::Kind;

namespace {

ServerEvent event(Kind kind, QByteArray expression, QByteArray answer) {
    ServerEvent event = eventNow(kind, QHostAddress(QStringLiteral("fe80::1%7")), 41'412, 7);
    event.expression = std::move(expression);
    event.answer = std::move(answer);
    event.elapsedNs = 123'456'789'012;
    event.cost = 1'234'567'890'123;
    event.type = "int";
    event.count = 3;
    return event;
}

void expectSame(const ServerEvent& a, const ServerEvent& b) {
    EXPECT_EQ(a.kind, b.kind);
    EXPECT_EQ(a.timeMs, b.timeMs);
    EXPECT_EQ(a.client, b.client);
    EXPECT_EQ(a.address, b.address);
    EXPECT_EQ(a.port, b.port);
    EXPECT_EQ(a.expression, b.expression);
    EXPECT_EQ(a.answer, b.answer);
    EXPECT_EQ(a.elapsedNs, b.elapsedNs);
    EXPECT_EQ(a.cost, b.cost);
    EXPECT_EQ(a.type, b.type);
    EXPECT_EQ(a.count, b.count);
}

} // namespace

TEST(PackedEvents, GiveBackWhatWasPutInInItsOrder) {
    const std::vector<ServerEvent> events{
        event(Kind::Evaluated, "2 ** 64", "18446744073709551616"), event(Kind::Connected, {}, {}),
        event(Kind::Failed, "x", {}), event(Kind::Lost, {}, "reset"),
        event(Kind::Evaluated, QByteArray(3, '\0'), QByteArray(1 << 21, '7'))};
    PackedEvents packed;
    EXPECT_TRUE(packed.empty());
    for (int round = 0; round < 2; ++round) { // the second time in the room of the first
        for (const ServerEvent& one : events)
            packed.push_back(one);
        EXPECT_EQ(packed.size(), events.size());
        const std::vector<ServerEvent> unpacked = packed.unpacked();
        ASSERT_EQ(unpacked.size(), events.size());
        for (std::size_t i = 0; i < events.size(); ++i)
            expectSame(unpacked[i], events[i]);
        packed.clear();
        EXPECT_TRUE(packed.empty());
        EXPECT_TRUE(packed.unpacked().empty());
    }
}

TEST(PackedEvents, TakeRequestsWithoutTheAddressOfTheirClient) {
    const ServerEvent connected = event(Kind::Connected, {}, {});
    const ServerEvent lost = event(Kind::Lost, {}, "reset");
    PackedEvents packed;
    packed.push_back(connected);
    packed.push_back(AnsweredRequest{true, 1'000, 7, "1 / 0", "division by zero", 99, 42, "int"});
    packed.push_back(lost);
    const std::vector<ServerEvent> unpacked = packed.unpacked();
    ASSERT_EQ(unpacked.size(), 3u);
    expectSame(unpacked[0], connected);
    ServerEvent failed = event(Kind::Failed, "1 / 0", "division by zero");
    failed.timeMs = 1'000;
    failed.elapsedNs = 99;
    failed.cost = 42;
    failed.count = 0;
    failed.address = {};
    failed.port = 0;
    expectSame(unpacked[1], failed);
    expectSame(unpacked[2], lost);
}

// What the other thread keeps is memory of its own.
TEST(PackedEvents, ShareNoTextWithWhatWasPutIn) {
    const ServerEvent one = event(Kind::Evaluated, "1 + 1", "2");
    PackedEvents packed;
    packed.push_back(one);
    const std::vector<ServerEvent> unpacked = packed.unpacked();
    EXPECT_NE(unpacked.front().expression.constData(), one.expression.constData());
    packed.clear();
    packed.push_back(event(Kind::Evaluated, "9 + 9", "18"));
    expectSame(unpacked.front(), one);
}
