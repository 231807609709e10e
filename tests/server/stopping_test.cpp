// SPDX-License-Identifier: MIT
#include "server/core/calculator_server.h"
#include "tests/server/on_dispatcher.h"
#include "tests/server/parrot.h"
#include "tests/server/serving.h"
#include "tests/server/wire.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using namespace keisan::server;
using Kind = ServerEvent::Kind;

// How a server ends while clients are connected: what is owed is sent, what runs has its grace.
class StoppingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_serving = std::make_unique<Serving>(ServerLimits{}, 1, std::ref(m_parrot)); }
    void cleanup() { m_serving.reset(); }

    void whatIsOwedIsSent();
    void whatTakesTooLongIsCancelled();
    void evaluationsMayBeCancelledAtOnceAndWhatIsOwedIsSent();
    void itWaitsForThoseWhoDoNotReadOnlySoLong();
    void theSecondTimeItClosesAtOnce();
    void nobodyNeedBeAcceptedMeanwhile();

private:
    quint16 port() const { return m_serving->port(); }
    CalculatorServer& server() { return m_serving->server; }
    bool awaits(Kind kind) {
        return Wire::await([=, this] { return !m_serving->eventsOf(kind).isEmpty(); });
    }
    bool awaitsEvaluation() {
        return Wire::await([this] { return m_parrot.running == 1; });
    }

    Parrot m_parrot;
    std::unique_ptr<Serving> m_serving;
};

void StoppingTest::whatIsOwedIsSent() {
    Wire wire(port());
    wire.send("sleep 200\n2\n");
    Wire idle(port());
    QVERIFY(awaitsEvaluation() && m_serving->awaitsClients(2));
    bool finished = false;
    connect(&server(), &CalculatorServer::finished, this, [&] { finished = true; });
    server().stop(5'000);
    QCOMPARE(idle.readAll(), QByteArray());
    QCOMPARE(wire.readAll(), QByteArray("sleep 200\n2\n"));
    QVERIFY(Wire::await([&] { return finished; }));
    QCOMPARE(m_serving->eventsOf(Kind::ShuttingDown).size(), 1);
    QVERIFY(!Wire(m_serving->eventsOf(Kind::Listening).constFirst().port).isConnected());
}

void StoppingTest::whatTakesTooLongIsCancelled() {
    Wire wire(port());
    wire.send("wait 60000\nwait 60000\n");
    QVERIFY(awaitsEvaluation());
    server().stop(100);
    QVERIFY(wire.readAll().startsWith("Error: Cancelled\n"));
    QVERIFY(awaits(Kind::Disconnected));
}

void StoppingTest::evaluationsMayBeCancelledAtOnceAndWhatIsOwedIsSent() {
    Wire wire(port());
    wire.send("wait 60000\n1\nsleep 60000\n2\n");
    QVERIFY(awaitsEvaluation());
    QElapsedTimer clock;
    clock.start();
    server().stop(60'000, CalculatorServer::Evaluations::Cancel);
    QCOMPARE(wire.readAll(), QByteArray("Error: Cancelled\n1\nError: Cancelled\n2\n"));
    QVERIFY(clock.elapsed() < 30'000);
    QVERIFY(awaits(Kind::Disconnected));
}

void StoppingTest::itWaitsForThoseWhoDoNotReadOnlySoLong() {
    Wire wire(port(), 4096);
    wire.send(QByteArray("big 1000000\n").repeated(10));
    QVERIFY(awaits(Kind::Evaluated));
    bool finished = false;
    connect(&server(), &CalculatorServer::finished, this, [&] { finished = true; });
    QElapsedTimer clock;
    clock.start();
    server().stop(300, CalculatorServer::Evaluations::Cancel);
    QVERIFY(Wire::await([&] { return finished; }));
    QVERIFY2(clock.elapsed() >= 300, qPrintable(QString::number(clock.elapsed())));
}

void StoppingTest::theSecondTimeItClosesAtOnce() {
    Wire wire(port());
    wire.send("wait 60000\n");
    QVERIFY(awaitsEvaluation());
    server().stop(60'000);
    server().stop(0);
    QCOMPARE(server().connectionCount(), 0);
    wire.readAll();
    QVERIFY(wire.sawEnd());
}

// What lets it accept again comes when it listens no longer.
void StoppingTest::nobodyNeedBeAcceptedMeanwhile() {
    Wire wire(port());
    wire.send("wait 60000\n");
    QVERIFY(awaitsEvaluation());
    Q_EMIT server().acceptError(QAbstractSocket::SocketResourceError);
    server().stop(60'000);
    QTest::qWait(500);
    server().stop(0);
    wire.readAll();
    QVERIFY(wire.sawEnd());
}

int main(int argc, char** argv) {
    return runOnDispatcher<StoppingTest>(argc, argv);
}
#include "stopping_test.moc"
