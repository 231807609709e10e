// SPDX-License-Identifier: MIT
#include "server/core/calculator_server.h"
#include "tests/server/frames.h"
#include "tests/server/on_dispatcher.h"
#include "tests/server/parrot.h"
#include "tests/server/serving.h"
#include "tests/server/wire.h"

#include <QTest>

#include <memory>

using namespace keisan::server;

// However much one client asks for, the others have their turn.
class FairnessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { serve({}); }
    void cleanup() { m_server.reset(); }

    void aLongPipelineDelaysNobodyElse();
    void aFloodOfWhatIsAnsweredAtOnceDelaysNobodyElse();
    void manyThatAreCancelledDelayNobodyElse();
    void aFloodOfWhiteSpaceDelaysNobodyElse();
    void whatHasComeIsAnsweredHoweverShortTheTurn();

private:
    quint16 port() const { return m_server->serverPort(); }
    void serve(const ServerLimits& limits);

    Parrot m_parrot;
    std::unique_ptr<EventRecord> m_record;
    std::unique_ptr<CalculatorServer> m_server;
};

void FairnessTest::serve(const ServerLimits& limits) {
    m_server = std::make_unique<CalculatorServer>(limits, true, std::ref(m_parrot));
    m_record = std::make_unique<EventRecord>();
    m_parrot.hears = false;
    m_record->follow(*m_server);
    QVERIFY(m_server->listenOn(QHostAddress::LocalHost, 0));
}

void FairnessTest::aLongPipelineDelaysNobodyElse() {
    Wire busy(port());
    QVERIFY(busy.send(QByteArray("spin 100\n").repeated(5'000))); // half a second of work
    Wire light(port());
    light.send("1\n");
    QCOMPARE(light.readLine(), QByteArray("1"));
    QVERIFY(m_record->all().size() < 2'500);
}

// A turn has an end for pings, cancels and the like, too.
void FairnessTest::aFloodOfWhatIsAnsweredAtOnceDelaysNobodyElse() {
    ServerLimits limits;
    limits.turnNs = 1000;
    serve(limits);
    Wire flood(port());
    Wire light(port());
    flood.send(call(1, "ping") + "\n");
    flood.readLine();
    flood.readLine();
    flood.send(call(2, "ping").repeated(300) + call(3, "ping"));
    light.send(call(4, "ping"));
    QCOMPARE(resultOf(light.readLine(), 4), QJsonObject());
    QByteArray line;
    int early = 0;
    for (; flood.hasReceived(); ++early)
        line = flood.readLine();
    QVERIFY2(early < 300, qPrintable(QString::number(early)));
    for (int rest = early; rest < 301; ++rest)
        line = flood.readLine();
    QCOMPARE(resultOf(line, 3), QJsonObject());
}

void FairnessTest::manyThatAreCancelledDelayNobodyElse() {
    ServerLimits limits;
    limits.turnNs = 1;
    serve(limits);
    Wire many(port());
    Wire light(port());
    many.send(evaluate(1, "deaf"));
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    constexpr int kWaiting = 20;
    for (int id = 2; id < 2 + kWaiting; ++id)
        many.send(evaluate(id, "x") + cancel(id));
    many.send(call(0, "ping"));
    QCOMPARE(resultOf(many.readLine(), 0), QJsonObject());
    many.send(cancel(1));
    light.send(call(0, "ping"));
    QCOMPARE(resultOf(light.readLine(), 0), QJsonObject());
    QCOMPARE(errorOf(many.readLine(), 1)[u"message"], QJsonValue(QStringLiteral("Cancelled")));
    QByteArrayList errors;
    while (many.hasReceived())
        errors.append(many.readLine());
    m_parrot.hears = true;
    QVERIFY2(errors.size() < kWaiting, qPrintable(QString::number(errors.size())));
    while (errors.size() < kWaiting)
        errors.append(many.readLine());
    for (int i = 0; i < kWaiting; ++i)
        QCOMPARE(errorOf(errors[i], 2 + i)[u"message"], QJsonValue(QStringLiteral("Cancelled")));
}

// Where nobody asks how long a request takes, the bytes count that the evaluator never sees.
void FairnessTest::aFloodOfWhiteSpaceDelaysNobodyElse() {
    ServerLimits limits;
    limits.turnNs = 1;
    CalculatorServer server(limits, false);
    QVERIFY(server.listenOn(QHostAddress::LocalHost, 0));
    Wire flood(server.serverPort());
    Wire light(server.serverPort());
    QCOMPARE(ask(flood, "1"), QByteArray("1"));
    QCOMPARE(ask(light, "1"), QByteArray("1"));
    constexpr int kLines = 7; // are read at once
    flood.send(('2' + QByteArray(2000, ' ') + '\n').repeated(kLines));
    light.send("3\n");
    QCOMPARE(light.readLine(), QByteArray("3"));
    int early = 0;
    for (; flood.hasReceived(); ++early)
        QCOMPARE(flood.readLine(), QByteArray("2"));
    QVERIFY2(early < kLines, qPrintable(QString::number(early)));
    for (int rest = early; rest < kLines; ++rest)
        QCOMPARE(flood.readLine(), QByteArray("2"));
}

void FairnessTest::whatHasComeIsAnsweredHoweverShortTheTurn() {
    ServerLimits limits;
    limits.turnNs = 0;
    for (const bool stops : {false, true}) {
        serve(limits);
        Wire wire(port());
        wire.send(QByteArray("1\n").repeated(50) + "2");
        if (!stops)
            wire.endSending();
        else if (!wire.readLine().isEmpty())
            m_server->stop(60'000);
        const QByteArray replies = QByteArray("1\n").repeated(stops ? 49 : 50);
        QCOMPARE(wire.readAll(), stops ? replies : replies + "2\n");
    }
}

int main(int argc, char** argv) {
    return runOnDispatcher<FairnessTest>(argc, argv);
}
#include "fairness_test.moc"
