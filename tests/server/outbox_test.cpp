// SPDX-License-Identifier: MIT
#include "server/core/calculator_server.h"
#include "tests/server/wire.h"

#include <QTest>

#include <array>
#include <chrono>
#include <functional>
#include <vector>

using namespace keisan::server;

// Three clients whose lines are there before the server looks: it serves them in one turn of its event loop.
class OutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repliesOfOneTurnGoOutTogether();
    void noReplyIsHeldWhileOthersTakeLong();

private:
    // How many clients had their reply when each of them was served; `work` is done for each.
    std::vector<int> repliesWhenServed(const std::function<void()>& work);
};

std::vector<int> OutboxTest::repliesWhenServed(const std::function<void()>& work) {
    std::vector<int> replies;
    std::vector<Wire*> wires;
    const auto evaluate = [&](std::string_view line, keisan::eval::Session&, const keisan::eval::Limits&,
                              const std::stop_token&) -> keisan::eval::Outcome {
        if (line == "served") {
            replies.push_back(static_cast<int>(
                std::count_if(wires.begin(), wires.end(), [](Wire* wire) { return wire->hasReceived(); })));
            work();
        }
        return {keisan::eval::Answer{std::string(line), "str", 0}, 1};
    };
    CalculatorServer server({}, false, evaluate);
    server.listenOn(QHostAddress::LocalHost, 0);
    std::array<Wire, 3> clients{Wire(server.serverPort()), Wire(server.serverPort()),
                                Wire(server.serverPort())};
    Wire::await([&] { return server.connectionCount() == 3; });
    for (Wire& wire : clients) {
        wires.push_back(&wire);
        wire.trySend("served\n");
    }
    for (Wire& wire : clients)
        if (wire.readLine() != "served")
            return {};
    return replies;
}

void OutboxTest::repliesOfOneTurnGoOutTogether() {
    // A machine that does something else at that moment makes one turn take too long, not every one.
    std::vector<int> replies{-1};
    for (int i = 0; i < 50 && replies != std::vector<int>({0, 0, 0}); ++i)
        replies = repliesWhenServed([] {});
    QCOMPARE(replies, std::vector<int>({0, 0, 0}));
}

// The first two take longer than a reply is held.
void OutboxTest::noReplyIsHeldWhileOthersTakeLong() {
    const auto twoMilliseconds = [] {
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(2);
        while (std::chrono::steady_clock::now() < end)
            continue;
    };
    const std::vector<int> replies = repliesWhenServed(twoMilliseconds);
    QCOMPARE(replies.size(), std::size_t{3});
    QCOMPARE(replies[2], 2); // on a busy machine some have gone earlier
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"
