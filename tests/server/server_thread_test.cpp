// SPDX-License-Identifier: MIT
#include "server/core/server_thread.h"
#include "tests/server/wire.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <memory>

using namespace keisan::server;
using Kind = ServerEvent::Kind;
using State = ServerThread::State;

namespace {

QList<Kind> kindsOf(const std::vector<ServerEvent>& events) {
    QList<Kind> kinds;
    for (const ServerEvent& event : events)
        kinds.append(event.kind);
    return kinds;
}

} // namespace

// The server as the main thread sees it, with the real network thread and the real evaluator.
class ServerThreadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itTellsWhereItListens();
    void aPortInUseIsTold();
    void anAddressOfAnotherMachineIsTold();
    void eventsOfAClientComeInOrder();
    void eventsThatNobodyTakesWakeTheMainThreadOnce();
    void manyEventsAreTakenInSlicesWithTurnsInBetween();
    void aFloodOfEventsLeavesOthersTheirTurns();
    void evaluationsAreNoEventsWhenNobodyWantsThem();
    void limitsAndTheOrderOfServingChangeWhileItServes();
    void itStopsAndStartsAgain();
    void stoppingTwiceClosesAtOnce();
    void itCanGoAwayWhileItServes();

private:
    static constexpr int kPatienceMs = 20'000;

    static bool reaches(const ServerThread& server, State state) {
        return QTest::qWaitFor([&] { return server.state() == state; }, kPatienceMs);
    }
    static bool listens(ServerThread& server) {
        server.start({QHostAddress::LocalHost, 0});
        return reaches(server, State::Listening);
    }
};

void ServerThreadTest::itTellsWhereItListens() {
    ServerThread server;
    QSignalSpy states(&server, &ServerThread::stateChanged);
    QCOMPARE(server.state(), State::Stopped);
    QVERIFY(listens(server));
    QVERIFY(server.endpoint().port != 0);
    QVERIFY(Wire(server.endpoint().port).isConnected());
    QCOMPARE(states.size(), 2);
    QCOMPARE(kindsOf(server.takeEvents()).first(), Kind::Listening);
}

void ServerThreadTest::aPortInUseIsTold() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ServerThread server;
    QSignalSpy failures(&server, &ServerThread::listenFailed);
    server.start({QHostAddress::LocalHost, other.serverPort()});
    QVERIFY(failures.wait(kPatienceMs));
    QCOMPARE(failures.constFirst().at(0).value<QAbstractSocket::SocketError>(),
             QAbstractSocket::AddressInUseError);
    QCOMPARE(failures.constFirst().at(1).toString(), QStringLiteral("Address already in use"));
    QCOMPARE(server.state(), State::Stopped);
    QVERIFY(listens(server));
}

void ServerThreadTest::anAddressOfAnotherMachineIsTold() {
    ServerThread server;
    QSignalSpy failures(&server, &ServerThread::listenFailed);
    server.start({QHostAddress(QStringLiteral("192.0.2.1")), 0}); // of documentation (RFC 5737)
    QVERIFY(failures.wait(kPatienceMs));
    QCOMPARE(failures.constFirst().at(1).toString(), QStringLiteral("Cannot assign requested address"));
}

void ServerThreadTest::eventsOfAClientComeInOrder() {
    ServerThread server;
    QVERIFY(listens(server));
    Wire wire(server.endpoint().port);
    wire.send("(\nquit\n");
    QCOMPARE(wire.readAll().count('\n'), 1);
    std::vector<ServerEvent> events;
    QVERIFY(Wire::await([&] {
        for (ServerEvent& event : server.takeEvents())
            events.push_back(std::move(event));
        return events.size() == 5;
    }));
    QCOMPARE(kindsOf(events),
             (QList{Kind::Listening, Kind::Capacity, Kind::Connected, Kind::Failed, Kind::ClosedByClient}));
    QCOMPARE(events[3].expression, QByteArray("("));
    QVERIFY(!events[3].answer.isEmpty());
    QCOMPARE(events[3].client, 1u);
    QVERIFY(events[3].elapsedNs > 0);
    QCOMPARE(events[2].address, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(events[3].address, events[2].address);
    QCOMPARE(events[3].port, events[2].port);
    QCOMPARE(server.clientCount(), 0);
}

// A window takes them ten times a second, however many there are.
void ServerThreadTest::eventsThatNobodyTakesWakeTheMainThreadOnce() {
    constexpr int kRequests = 50;
    ServerThread server;
    QVERIFY(listens(server));
    Wire wire(server.endpoint().port);
    QVERIFY(Wire::await([&] {
        server.takeEvents();
        return server.clientCount() == 1;
    }));
    QTest::qWait(0);
    int wakeUps = 0;
    QObject::connect(
        &server, &ServerThread::reportsWaiting, &server, [&wakeUps] { ++wakeUps; }, Qt::QueuedConnection);
    QSignalSpy announced(&server, &ServerThread::eventsAvailable);
    for (int i = 0; i < kRequests; ++i) {
        wire.send("1\n");
        QCOMPARE(wire.readLine(), QByteArray("1"));
    }
    QTRY_COMPARE(announced.size(), 1);
    QTest::qWait(20);
    QCOMPARE(wakeUps, 1);
    QCOMPARE(server.takeEvents().size(), std::size_t{kRequests});
    wire.send("2\n");
    QTRY_COMPARE(announced.size(), 2);
}

void ServerThreadTest::manyEventsAreTakenInSlicesWithTurnsInBetween() {
    constexpr std::size_t kRequests = 5 * PackedEvents::kSliceEvents;
    ServerThread server;
    QVERIFY(listens(server));
    Wire wire(server.endpoint().port);
    wire.send(QByteArray("1\n").repeated(kRequests) + "quit\n");
    QCOMPARE(std::size_t(wire.readAll().count('\n')), kRequests);
    std::vector<ServerEvent> events;
    std::size_t largest = 0;
    int slicesInTurn = 0;
    int mostInTurn = 0;
    const auto take = [&] {
        const std::vector<ServerEvent> slice = server.takeEvents();
        largest = std::max(largest, slice.size());
        mostInTurn = std::max(mostInTurn, ++slicesInTurn);
        events.insert(events.end(), slice.begin(), slice.end());
    };
    connect(&server, &ServerThread::eventsAvailable, this, take);
    QTimer others;
    others.callOnTimeout([&] { slicesInTurn = 0; });
    others.start(0);
    take();
    QTRY_VERIFY(events.back().kind == Kind::ClosedByClient);
    QCOMPARE(largest, PackedEvents::kSliceEvents);
    QVERIFY2(mostInTurn <= 2, qPrintable(QString::number(mostInTurn)));
    QCOMPARE(events.size(), 4 + kRequests); // Listening, Capacity, Connected, ClosedByClient
    QCOMPARE(kindsOf(events).count(Kind::Evaluated), qsizetype(kRequests));
    QVERIFY(!server.isWithinBatch());
}

// However long it lasts: what wakes this thread does not add up.
void ServerThreadTest::aFloodOfEventsLeavesOthersTheirTurns() {
    ServerThread server;
    QVERIFY(listens(server));
    int slicesInTurn = 0;
    int mostInTurn = 0;
    const auto take = [&] {
        server.takeEvents();
        QThread::msleep(5); // a slow log
        mostInTurn = std::max(mostInTurn, ++slicesInTurn);
    };
    connect(&server, &ServerThread::eventsAvailable, this, take);
    take();
    const QByteArray requests = QByteArray("1\n").repeated(1000);
    std::array<std::unique_ptr<Wire>, 4> clients; // they read nothing, which is no matter for so long
    for (std::unique_ptr<Wire>& client : clients)
        client = std::make_unique<Wire>(server.endpoint().port);
    QTimer others;
    others.callOnTimeout([&] {
        slicesInTurn = 0;
        for (const std::unique_ptr<Wire>& client : clients)
            client->trySend(requests);
    });
    others.start(0);
    QTest::qWait(3000);
    QVERIFY2(mostInTurn <= 2, qPrintable(QString::number(mostInTurn)));
}

void ServerThreadTest::evaluationsAreNoEventsWhenNobodyWantsThem() {
    ServerThread server;
    server.setEvaluationEvents(false);
    QVERIFY(listens(server));
    Wire wire(server.endpoint().port);
    wire.send("1\n");
    QVERIFY(!wire.readLine().isEmpty());
    server.stop();
    QVERIFY(reaches(server, State::Stopped));
    QCOMPARE(kindsOf(server.takeEvents()), (QList{Kind::Listening, Kind::Capacity, Kind::Connected,
                                                  Kind::ShuttingDown, Kind::Disconnected, Kind::Stopped}));
}

void ServerThreadTest::limitsAndTheOrderOfServingChangeWhileItServes() {
    ServerThread server;
    QVERIFY(listens(server));
    Wire first(server.endpoint().port);
    first.send("1\n");
    QCOMPARE(first.readLine(), QByteArray("1"));
    ServerLimits limits;
    limits.clients = 2;
    limits.evaluation.printedDigits = 2;
    server.setLimits(limits);
    server.setOneAtATime(true);
    Wire second(server.endpoint().port);
    second.send("10**40\n");
    QVERIFY(Wire::await([&] {
        server.takeEvents();
        return server.clientCount() == 2;
    }));
    QCOMPARE(Wire(server.endpoint().port).readAll(), QByteArray("Error: too many clients\n"));
    server.setOneAtATime(false);
    QVERIFY(second.readLine().endsWith(" digits; the limit is 2"));
}

void ServerThreadTest::itStopsAndStartsAgain() {
    ServerThread server;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(listens(server));
        const quint16 port = server.endpoint().port;
        Wire wire(port);
        wire.send("1\n");
        QVERIFY(!wire.readLine().isEmpty());
        server.stop();
        QCOMPARE(server.state(), State::Stopping);
        QVERIFY(reaches(server, State::Stopped));
        QVERIFY(!Wire(port).isConnected());
    }
}

void ServerThreadTest::stoppingTwiceClosesAtOnce() {
    ServerThread server;
    QVERIFY(listens(server));
    Wire wire(server.endpoint().port);
    wire.send("quit\n");
    wire.readAll(); // The descriptor lives on until we close, so the server is not idle.
    server.stop(600'000);
    server.stop(600'000);
    QVERIFY(reaches(server, State::Stopped));
}

void ServerThreadTest::itCanGoAwayWhileItServes() {
    auto server = std::make_unique<ServerThread>();
    QVERIFY(listens(*server));
    Wire wire(server->endpoint().port);
    wire.send("1\n");
    QVERIFY(!wire.readLine().isEmpty());
    server.reset();
    wire.readAll();
    QVERIFY(wire.sawEnd());
}

QTEST_GUILESS_MAIN(ServerThreadTest)
#include "server_thread_test.moc"
