// SPDX-License-Identifier: MIT
#include "server/core/server_thread.h"
#include "tests/server/parrot.h"
#include "tests/server/serving.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

using namespace keisan::server;
using Kind = ServerEvent::Kind;

// What holds over all network threads, with one of them as with three.
class NetworkThreadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();

    void eachThreadServesAsManyClients();
    void theLimitOfClientsHoldsOverAllThreads();
    void aLimitThatChangesHoldsInEveryThread();
    void clientsAreNumberedInTheOrderOfConnecting();
    void whatHappensToAClientIsToldInOrder();
    void answersOfTheLanesComeHome();
    void everyClientHasItsStatus();
    void oneIsStoppedAndOneIsSentAwayByItsNumber();
    void stoppingAnswersWhatIsOwed();
    void stoppingCancelsWhatRuns();
    void stoppingTwiceClosesAtOnce();
    void itMayGoAwayWhileEveryThreadEvaluates();
    void whoIsOnTheWayToABusyThreadIsClosedToo();
    void allClientsShareTheMemoryOfTheServer();
    void theMainThreadSeesOneServer();

private:
    static constexpr int kClients = 12;

    static int threads() {
        QFETCH_GLOBAL(int, threads);
        return threads;
    }
    static ServerLimits ofClients(int clients) {
        ServerLimits limits;
        limits.clients = clients;
        return limits;
    }
    // The clients are there, in the order of the list, when this returns.
    static void connectClients(std::deque<Wire>& wires, const Serving& serving, int clients = kClients) {
        for (int i = 0; i < clients; ++i) {
            wires.emplace_back(serving.port());
            QVERIFY(Wire::await([&] {
                return serving.eventsOf(Kind::Connected).size() == static_cast<qsizetype>(wires.size());
            }));
        }
    }
};

void NetworkThreadsTest::initTestCase_data() {
    QTest::addColumn<int>("threads");
    QTest::newRow("one thread") << 1;
    QTest::newRow("three threads") << 3;
}

void NetworkThreadsTest::eachThreadServesAsManyClients() {
    std::mutex mutex;
    std::map<std::thread::id, int> served;
    const auto evaluate = [&](std::string_view line, keisan::eval::Session&, const keisan::eval::Limits&,
                              const std::stop_token&) -> keisan::eval::Outcome {
        const std::lock_guard lock(mutex);
        ++served[std::this_thread::get_id()];
        return {keisan::eval::Answer{std::string(line), "str", 0}, 1};
    };
    Serving serving({}, threads(), evaluate);
    std::deque<Wire> wires;
    connectClients(wires, serving);
    for (Wire& wire : wires)
        QCOMPARE(ask(wire, "a"), QByteArray("a"));
    QCOMPARE(static_cast<int>(served.size()), threads());
    for (const auto& [thread, clients] : served)
        QCOMPARE(clients, kClients / threads());
    QVERIFY(served.contains(std::this_thread::get_id()));
}

void NetworkThreadsTest::theLimitOfClientsHoldsOverAllThreads() {
    Serving serving(ofClients(kClients), threads());
    std::deque<Wire> wires;
    connectClients(wires, serving);
    for (int i = 0; i < kClients; ++i) {
        QCOMPARE(Wire(serving.port()).readAll(), QByteArray("Error: too many clients\n"));
        QCOMPARE(serving.server.connectionCount(), kClients);
        wires[static_cast<std::size_t>(i)].leave();
        QVERIFY(serving.awaitsClients(kClients - 1));
        wires.emplace_back(serving.port());
        QCOMPARE(ask(wires.back(), "2+3"), QByteArray("5"));
    }
    QCOMPARE(serving.server.connectionCount(), kClients);
}

void NetworkThreadsTest::aLimitThatChangesHoldsInEveryThread() {
    Serving serving({}, threads());
    std::deque<Wire> wires;
    connectClients(wires, serving);
    for (Wire& wire : wires)
        QCOMPARE(ask(wire, "10 ** 1000 > 1"), QByteArray("True"));
    ServerLimits limits = ofClients(kClients);
    limits.evaluation.integerBits = 64;
    serving.server.setLimits(limits);
    for (Wire& wire : wires)
        QVERIFY(ask(wire, "10 ** 1000 > 1").startsWith("Error: "));
    QCOMPARE(Wire(serving.port()).readAll(), QByteArray("Error: too many clients\n"));
}

void NetworkThreadsTest::clientsAreNumberedInTheOrderOfConnecting() {
    Serving serving({}, threads());
    std::deque<Wire> wires;
    for (int i = 0; i < kClients; ++i) // at once
        wires.emplace_back(serving.port());
    for (Wire& wire : wires)
        QCOMPARE(ask(wire, "2+3"), QByteArray("5"));
    quint64 client = 0;
    for (const ServerEvent& event : serving.eventsOf(Kind::Connected))
        QCOMPARE(event.client, ++client);
    QCOMPARE(client, quint64{kClients});
}

void NetworkThreadsTest::whatHappensToAClientIsToldInOrder() {
    constexpr int kRequests = 200;
    Serving serving({}, threads());
    std::deque<Wire> wires;
    for (int i = 0; i < kClients; ++i)
        wires.emplace_back(serving.port());
    QByteArray lines;
    for (int i = 0; i < kRequests; ++i)
        lines += QByteArray::number(i) + '\n';
    for (Wire& wire : wires)
        wire.send(lines + "quit\n");
    for (Wire& wire : wires)
        QCOMPARE(wire.readAll(), lines);
    QVERIFY(
        Wire::await([&] { return serving.eventsOf(Kind::ClosedByClient).size() == qsizetype{kClients}; }));
    std::map<quint64, QByteArray> told;
    for (const ServerEvent& event : serving.record.all())
        if (event.client != 0)
            told[event.client] += event.kind == Kind::Connected        ? QByteArray("hello\n")
                                  : event.kind == Kind::ClosedByClient ? QByteArray("bye\n")
                                                                       : event.expression + '\n';
    QCOMPARE(told.size(), std::size_t{kClients});
    for (const auto& [client, all] : told)
        QCOMPARE(all, "hello\n" + lines + "bye\n");
}

void NetworkThreadsTest::answersOfTheLanesComeHome() {
    Parrot parrot;
    Serving serving({}, threads(), std::ref(parrot));
    std::deque<Wire> wires;
    connectClients(wires, serving);
    QByteArrayList lines;
    for (int i = 1; i <= kClients; ++i)
        lines << "sleep " + QByteArray::number(i) + "\nwait " + QByteArray::number(i) + "\nquit\n";
    for (std::size_t i = 0; i < wires.size(); ++i)
        wires[i].send(lines[static_cast<qsizetype>(i)]);
    for (std::size_t i = 0; i < wires.size(); ++i)
        QCOMPARE(wires[i].readAll() + "quit\n", lines[static_cast<qsizetype>(i)]);
}

void NetworkThreadsTest::everyClientHasItsStatus() {
    Serving serving({}, threads());
    std::deque<Wire> wires;
    connectClients(wires, serving);
    for (int i = 0; i < kClients; ++i)
        QCOMPARE(ask(wires[static_cast<std::size_t>(i)], QByteArray(i + 1, '1')), QByteArray(i + 1, '1'));
    std::map<quint64, quint64> bytesIn;
    for (const ClientStatus& status : serving.statuses())
        bytesIn[status.client] = status.bytesIn;
    QCOMPARE(bytesIn.size(), std::size_t{kClients});
    for (const auto& [client, bytes] : bytesIn)
        QCOMPARE(bytes, client + 1);
}

void NetworkThreadsTest::oneIsStoppedAndOneIsSentAwayByItsNumber() {
    Parrot parrot;
    Serving serving({}, threads(), std::ref(parrot));
    std::deque<Wire> wires;
    connectClients(wires, serving, 6);
    for (Wire& wire : wires)
        QCOMPARE(ask(wire, "a"), QByteArray("a"));
    wires[4].send("sleep 60000\n");
    QVERIFY(Wire::await([&] { return parrot.running == 1; }));
    serving.server.stopEvaluation(5);
    QCOMPARE(wires[4].readLine(), QByteArray("Error: Cancelled"));
    serving.server.sendAway(2, "enough");
    QCOMPARE(wires[1].readAll(), QByteArray());
    QVERIFY(wires[1].sawEnd());
    wires[1].leave();
    QVERIFY(serving.awaitsClients(5));
    serving.server.stopEvaluation(77);
    serving.server.sendAway(77, "nobody");
    for (const std::size_t other : {0, 2, 3, 4, 5})
        QCOMPARE(ask(wires[other], "b"), QByteArray("b"));
}

void NetworkThreadsTest::stoppingAnswersWhatIsOwed() {
    Parrot parrot;
    Serving serving({}, threads(), std::ref(parrot));
    QSignalSpy finished(&serving.server, &CalculatorServer::finished);
    std::deque<Wire> wires;
    connectClients(wires, serving);
    for (Wire& wire : wires) {
        QCOMPARE(ask(wire, "a"), QByteArray("a"));
        wire.send("sleep 5\nb\n");
    }
    QVERIFY(Wire::await([&] { // all of it has come
        const auto statuses = serving.statuses();
        return std::all_of(statuses.begin(), statuses.end(), [](const auto& s) { return s.bytesIn == 12; });
    }));
    serving.server.stop(60'000);
    for (Wire& wire : wires)
        QCOMPARE(wire.readAll(), QByteArray("sleep 5\nb\n"));
    QVERIFY(Wire::await([&] { return finished.size() == 1; }));
    QCOMPARE(serving.eventsOf(Kind::Disconnected).size(), qsizetype{kClients}); // before it had finished
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1);
}

void NetworkThreadsTest::stoppingCancelsWhatRuns() {
    Parrot parrot;
    Serving serving({}, threads(), std::ref(parrot));
    std::deque<Wire> wires;
    connectClients(wires, serving);
    for (Wire& wire : wires)
        wire.send("wait 60000\n");
    QVERIFY(Wire::await([&] {
        const auto statuses = serving.statuses();
        return std::all_of(statuses.begin(), statuses.end(), [](const auto& s) { return s.owed == 1; });
    }));
    serving.server.stop(60'000, CalculatorServer::Evaluations::Cancel);
    for (Wire& wire : wires)
        QCOMPARE(wire.readAll(), QByteArray("Error: Cancelled\n"));
}

void NetworkThreadsTest::stoppingTwiceClosesAtOnce() {
    Parrot parrot;
    Serving serving({}, threads(), std::ref(parrot));
    QSignalSpy finished(&serving.server, &CalculatorServer::finished);
    std::deque<Wire> wires;
    connectClients(wires, serving);
    for (Wire& wire : wires)
        wire.send("wait 60000\n");
    QVERIFY(Wire::await([&] { return parrot.running > 0; }));
    serving.server.stop(600'000);
    serving.server.stop(600'000);
    QVERIFY(Wire::await([&] { return finished.size() == 1; }));
    QCOMPARE(serving.server.connectionCount(), 0);
    for (Wire& wire : wires)
        QVERIFY(wire.readAll().isEmpty() && wire.sawEnd());
}

void NetworkThreadsTest::itMayGoAwayWhileEveryThreadEvaluates() {
    Parrot parrot;
    auto serving = std::make_unique<Serving>(ServerLimits{}, threads(), std::ref(parrot));
    std::deque<Wire> wires;
    connectClients(wires, *serving);
    for (std::size_t i = 0; i < wires.size(); ++i)
        wires[i].send(i % 2 == 0 ? "wait 60000\n" : "spin 100\nspin 100\nspin 100\n");
    QVERIFY(Wire::await([&] { return parrot.running > 0; }));
    serving.reset();
    QCOMPARE(int(parrot.running), 0);
    for (Wire& wire : wires) {
        wire.readAll();
        QVERIFY(wire.sawEnd());
    }
}

void NetworkThreadsTest::whoIsOnTheWayToABusyThreadIsClosedToo() {
    Parrot parrot;
    auto serving = std::make_unique<Serving>(ServerLimits{}, threads(), std::ref(parrot));
    std::deque<Wire> wires;
    connectClients(wires, *serving, 3);
    for (const std::size_t notInTheFirst : {1, 2})
        wires[notInTheFirst].send("spin 200000\n");
    connectClients(wires, *serving, 3);
    serving.reset();
    for (Wire& wire : wires) {
        wire.readAll();
        QVERIFY(wire.sawEnd());
    }
}

void NetworkThreadsTest::allClientsShareTheMemoryOfTheServer() {
    ServerLimits limits;
    limits.serverBytes = 40 << 20;
    Serving serving(limits, threads());
    std::deque<Wire> wires;
    connectClients(wires, serving, 3);
    QCOMPARE(ask(wires[0], "len(x := 'x' * 30_000_000)"), QByteArray("30000000"));
    QCOMPARE(ask(wires[1], "len(x := 'x' * 30_000_000)"), QByteArray("Error: server is out of memory"));
    QCOMPARE(ask(wires[2], "len(x := 'x' * 30_000_000)"), QByteArray("Error: server is out of memory"));
    wires[0].leave();
    QVERIFY(serving.awaitsClients(2));
    QVERIFY(Wire::await([&] { return ask(wires[1], "len(x := 'x' * 30_000_000)") == "30000000"; }));
}

void NetworkThreadsTest::theMainThreadSeesOneServer() {
    ServerThread server;
    server.setThreads(threads());
    QSignalSpy reported(&server, &ServerThread::clientsReported);
    for (int start = 0; start < 3; ++start) {
        server.start({QHostAddress::LocalHost, 0});
        QVERIFY(Wire::await([&] { return server.state() == ServerThread::State::Listening; }));
        std::deque<Wire> wires;
        for (int i = 0; i < kClients; ++i)
            wires.emplace_back(server.endpoint().port);
        for (Wire& wire : wires)
            QCOMPARE(ask(wire, "2+3"), QByteArray("5"));
        reported.clear();
        server.askForClients();
        server.askForClients();
        QVERIFY(Wire::await([&] { return !reported.empty(); }));
        QCOMPARE(reported.constLast().constFirst().value<std::vector<ClientStatus>>().size(),
                 std::size_t{kClients});
        server.stop();
        QVERIFY(Wire::await([&] { return server.state() == ServerThread::State::Stopped; }));
        const std::vector<ServerEvent> events = server.takeEvents();
        QCOMPARE(events.front().kind, Kind::Listening);
        QCOMPARE(events.back().kind, Kind::Stopped);
        QCOMPARE(events.size(), std::size_t{4 + 3 * kClients}); // and Capacity, ShuttingDown
        QCOMPARE(server.clientCount(), 0);
    }
}

QTEST_GUILESS_MAIN(NetworkThreadsTest)
#include "network_threads_test.moc"
