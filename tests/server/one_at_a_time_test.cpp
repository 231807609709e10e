// SPDX-License-Identifier: MIT
#include "tests/server/serving.h"

#include <QTest>

using namespace keisan::server;
using Kind = ServerEvent::Kind;

// A server that serves like the tutorial's first one: the second client connects, sends, and waits.
class OneAtATimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_serving = std::make_unique<Serving>(); }

    void theSecondClientIsAnsweredWhenTheFirstHasGone_data();
    void theSecondClientIsAnsweredWhenTheFirstHasGone();
    void clientsAreServedInTheOrderOfConnecting();
    void whoeverWaitsIsToldInTheEvents();
    void whoeverWaitsMayGo();
    void switchedOnItLeavesTheFirstAndHoldsTheOthers();
    void switchedOffItServesEverybody();
    void stoppingClosesThoseWhoWait();

private:
    quint16 port() const { return m_serving->port(); }
    CalculatorServer& server() { return m_serving->server; }
    bool awaits(Kind kind, qsizetype count) {
        return Wire::await([=, this] { return m_serving->eventsOf(kind).size() == count; });
    }

    std::unique_ptr<Serving> m_serving;
};

void OneAtATimeTest::theSecondClientIsAnsweredWhenTheFirstHasGone_data() {
    QTest::addColumn<QByteArray>("farewell");
    QTest::newRow("by quit") << QByteArray("quit\n");
    QTest::newRow("by the end of its stream") << QByteArray();
    QTest::newRow("by a reset") << QByteArray("reset");
}

void OneAtATimeTest::theSecondClientIsAnsweredWhenTheFirstHasGone() {
    QFETCH(QByteArray, farewell);
    server().setOneAtATime(true);
    Wire first(port());
    QCOMPARE(ask(first, "1"), QByteArray("1"));
    Wire second(port());
    second.send("2\n3\nquit\n");
    QVERIFY(awaits(Kind::Held, 1));
    QCOMPARE(ask(first, "4"), QByteArray("4"));
    QCOMPARE(m_serving->eventsOf(Kind::Evaluated).size(), 2);
    if (farewell == "reset")
        first.reset();
    else if (farewell.isEmpty())
        first.endSending();
    else
        first.send(farewell);
    QCOMPARE(second.readAll(), QByteArray("2\n3\n"));
}

void OneAtATimeTest::clientsAreServedInTheOrderOfConnecting() {
    server().setOneAtATime(true);
    constexpr int kClients = 20;
    std::vector<std::unique_ptr<Wire>> wires;
    for (int i = 0; i < kClients; ++i) {
        wires.push_back(std::make_unique<Wire>(port()));
        wires.back()->send(QByteArray::number(i) + "\nquit\n");
    }
    for (int i = 0; i < kClients; ++i)
        QCOMPARE(wires[static_cast<std::size_t>(i)]->readAll(), QByteArray::number(i) + '\n');
    quint64 client = 0;
    for (const ServerEvent& event : m_serving->eventsOf(Kind::Evaluated))
        QCOMPARE(event.client, ++client);
}

void OneAtATimeTest::whoeverWaitsIsToldInTheEvents() {
    server().setOneAtATime(true);
    Wire first(port());
    Wire second(port());
    const Wire third(port());
    QVERIFY(awaits(Kind::Held, 2));
    QCOMPARE(m_serving->eventsOf(Kind::Held)[0].client, 2u);
    QCOMPARE(m_serving->eventsOf(Kind::Held)[0].count, 1u);
    QCOMPARE(m_serving->eventsOf(Kind::Held)[1].client, 3u);
    QCOMPARE(m_serving->eventsOf(Kind::Held)[1].count, 2u);
    first.leave();
    QVERIFY(awaits(Kind::Released, 1));
    QCOMPARE(m_serving->eventsOf(Kind::Released)[0].client, 2u);
    second.leave();
    QVERIFY(awaits(Kind::Released, 2));
    QCOMPARE(m_serving->eventsOf(Kind::Released)[1].client, 3u);
}

void OneAtATimeTest::whoeverWaitsMayGo() {
    server().setOneAtATime(true);
    Wire first(port());
    Wire second(port());
    Wire third(port());
    third.send("3\n");
    QVERIFY(awaits(Kind::Held, 2));
    second.reset();
    QVERIFY(awaits(Kind::Lost, 1));
    QCOMPARE(ask(first, "1"), QByteArray("1"));
    QCOMPARE(m_serving->eventsOf(Kind::Released).size(), 0);
    first.leave();
    QCOMPARE(third.readLine(), QByteArray("3"));
}

void OneAtATimeTest::switchedOnItLeavesTheFirstAndHoldsTheOthers() {
    Wire first(port());
    Wire second(port());
    QCOMPARE(ask(second, "x = 2"), QByteArray("2"));
    server().setOneAtATime(true);
    second.send("x\n");
    QVERIFY(awaits(Kind::Held, 1));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(ask(first, "1"), QByteArray("1"));
    QCOMPARE(m_serving->eventsOf(Kind::Evaluated).size(), 21);
    first.leave();
    QCOMPARE(second.readLine(), QByteArray("2"));
}

void OneAtATimeTest::switchedOffItServesEverybody() {
    server().setOneAtATime(true);
    Wire first(port());
    Wire second(port());
    Wire third(port());
    second.send("2\n");
    third.send("3\n");
    QVERIFY(awaits(Kind::Held, 2));
    server().setOneAtATime(false);
    QCOMPARE(second.readLine(), QByteArray("2"));
    QCOMPARE(third.readLine(), QByteArray("3"));
    QCOMPARE(ask(first, "1"), QByteArray("1"));
}

void OneAtATimeTest::stoppingClosesThoseWhoWait() {
    server().setOneAtATime(true);
    Wire first(port());
    Wire second(port());
    QVERIFY(awaits(Kind::Held, 1));
    server().stop(5'000);
    QVERIFY(Wire::await([this] { return server().connectionCount() == 0; }));
    second.readAll();
    QVERIFY(second.sawEnd());
}

QTEST_GUILESS_MAIN(OneAtATimeTest)
#include "one_at_a_time_test.moc"
