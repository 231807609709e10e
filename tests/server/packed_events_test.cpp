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
    event.failed = 2;
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
    EXPECT_EQ(a.failed, b.failed);
}

std::vector<ServerEvent> allOf(PackedEvents& packed) {
    std::vector<ServerEvent> all;
    while (!packed.empty())
        for (ServerEvent& one : packed.takeSlice())
            all.push_back(std::move(one));
    return all;
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
        const std::vector<ServerEvent> unpacked = packed.takeSlice();
        ASSERT_EQ(unpacked.size(), events.size());
        for (std::size_t i = 0; i < events.size(); ++i)
            expectSame(unpacked[i], events[i]);
        packed.clear();
        EXPECT_TRUE(packed.empty());
        EXPECT_TRUE(packed.takeSlice().empty());
    }
}

TEST(PackedEvents, TakeRequestsWithoutTheAddressOfTheirClient) {
    const ServerEvent connected = event(Kind::Connected, {}, {});
    const ServerEvent lost = event(Kind::Lost, {}, "reset");
    PackedEvents packed;
    packed.push_back(connected);
    packed.push_back(AnsweredRequest{true, 1'000, 7, "1 / 0", "division by zero", 99, 42, "int"});
    packed.push_back(lost);
    const std::vector<ServerEvent> unpacked = packed.takeSlice();
    ASSERT_EQ(unpacked.size(), 3u);
    expectSame(unpacked[0], connected);
    ServerEvent failed = event(Kind::Failed, "1 / 0", "division by zero");
    failed.timeMs = 1'000;
    failed.elapsedNs = 99;
    failed.cost = 42;
    failed.count = 0;
    failed.failed = 0;
    failed.address = {};
    failed.port = 0;
    expectSame(unpacked[1], failed);
    expectSame(unpacked[2], lost);
}

TEST(PackedEvents, AreTakenInSlicesBoundedInNumberAndBytes) {
    PackedEvents packed;
    for (quint64 client = 0; client < PackedEvents::kSliceEvents + 1; ++client)
        packed.push_back(AnsweredRequest{false, 0, client, "1", "1", 0, 0, {}});
    const ServerEvent half = event(Kind::Lost, QByteArray(PackedEvents::kSliceBytes / 2, 'x'), {});
    for (int i = 0; i < 3; ++i)
        packed.push_back(half);
    EXPECT_EQ(packed.takeSlice().size(), PackedEvents::kSliceEvents);
    EXPECT_EQ(packed.size(), 4u);
    const std::vector<ServerEvent> rest = packed.takeSlice();
    ASSERT_EQ(rest.size(), 3u);
    EXPECT_EQ(rest[0].client, PackedEvents::kSliceEvents);
    expectSame(rest[2], half);
    expectSame(packed.takeSlice().at(0), half);
    EXPECT_TRUE(packed.empty());
}

TEST(PackedEvents, OfALongTextKeepTheBeginningAndSayThatItIsOne) {
    const QByteArray just(PackedEvents::kMaxTextBytes, 'x');
    const std::pair<QByteArray, QByteArray> texts[] = {
        {just, just},
        {just + 'y', just + "…"},
        {just.chopped(1) + "é", just.chopped(1) + "…"},
        {just.chopped(3) + "𝔸", just.chopped(3) + "…"},
        {just.chopped(4) + "𝔸!", just.chopped(4) + "𝔸…"},
        {QByteArray(PackedEvents::kMaxTextBytes * 2, '\x80'), // no UTF-8 at all
         QByteArray(PackedEvents::kMaxTextBytes - 3, '\x80') + "…"},
    };
    for (const auto& [whole, kept] : texts) {
        PackedEvents packed;
        packed.push_back(AnsweredRequest{false, 0, 1, whole, "1", 0, 0, {}});
        packed.push_back(AnsweredRequest{false, 0, 1, "1", whole, 0, 0, {}});
        const std::vector<ServerEvent> unpacked = allOf(packed);
        ASSERT_EQ(unpacked.size(), 2u);
        EXPECT_TRUE(unpacked[0].expression == kept) << unpacked[0].expression.right(8).toStdString();
        EXPECT_EQ(unpacked[0].answer, "1");
        EXPECT_EQ(unpacked[1].expression, "1");
        EXPECT_TRUE(unpacked[1].answer == kept) << unpacked[1].answer.right(8).toStdString();
    }
}

// A client's place in between tells where its requests are missing; what is no request never is.
TEST(PackedEvents, PastTheirBoundCountRequestsAndKeepAllElse) {
    const QByteArray answer(65'536, '7');
    PackedEvents packed;
    std::size_t kept = 0;
    for (; kept * 65'536 < PackedEvents::kMaxBytes - 65'536; ++kept)
        packed.push_back(AnsweredRequest{false, 0, 1, {}, answer, 10, 100, "int"});
    packed.push_back(AnsweredRequest{false, 5, 1, {}, answer, 10, 100, "int"});
    const ServerEvent connected = event(Kind::Connected, {}, {});
    const ServerEvent lost = event(Kind::Lost, {}, "reset");
    packed.push_back(connected);
    packed.push_back(AnsweredRequest{true, 6, 7, "x", "y", 20, 200, {}}); // would fit
    packed.push_back(AnsweredRequest{true, 7, 1, "x", "y", 30, 300, {}});
    packed.push_back(lost);
    const std::vector<ServerEvent> all = allOf(packed);
    ASSERT_EQ(all.size(), kept + 4);
    EXPECT_EQ(all[kept - 1].answer, answer);
    ServerEvent counted = eventNow(Kind::Overflowed, {}, 0, 1);
    counted.timeMs = 5;
    counted.elapsedNs = 40;
    counted.cost = 400;
    counted.count = 2;
    counted.failed = 1;
    expectSame(all[kept], counted);
    expectSame(all[kept + 1], connected);
    EXPECT_EQ(all[kept + 2].client, 7u);
    EXPECT_EQ(all[kept + 2].count, 1u);
    expectSame(all[kept + 3], lost);
    packed.clear(); // and there is room again
    packed.push_back(AnsweredRequest{false, 6, 7, "x", "y", 20, 200, {}});
    EXPECT_EQ(packed.takeSlice().at(0).kind, Kind::Evaluated);
}

// What the other thread keeps is memory of its own.
TEST(PackedEvents, ShareNoTextWithWhatWasPutIn) {
    const ServerEvent one = event(Kind::Evaluated, "1 + 1", "2");
    PackedEvents packed;
    packed.push_back(one);
    const std::vector<ServerEvent> unpacked = packed.takeSlice();
    EXPECT_NE(unpacked.front().expression.constData(), one.expression.constData());
    packed.clear();
    packed.push_back(event(Kind::Evaluated, "9 + 9", "18"));
    expectSame(unpacked.front(), one);
}
