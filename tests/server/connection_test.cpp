// SPDX-License-Identifier: MIT
#include "server/core/calculator_server.h"
#include "tests/server/frames.h"
#include "tests/server/on_dispatcher.h"
#include "tests/server/parrot.h"
#include "tests/server/serving.h"
#include "tests/server/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace keisan::server;
using Kind = ServerEvent::Kind;

namespace {

const QJsonObject kHello{{QStringLiteral("client"), QStringLiteral("test")},
                         {QStringLiteral("version"), QStringLiteral("1")}};

} // namespace

// Every rule of the protocol, over real sockets, with an evaluator that takes as long as it is told.
class ConnectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void requestsAreAnsweredInOrderHoweverTheyAreCut();
    void anEmptyLineIsAnsweredByAnEmptyLine();
    void whatIsNotUtf8IsAnErrorAndTheConnectionStays();
    void aLineOfJustTheLimitIsServed();
    void aLineOverTheLimitIsAnErrorBeforeItEndsAndTheConnectionStays();
    void aReplyOfJustTheLimitIsSent();
    void aReplyOverTheLimitIsAnError();
    void whatWasSentBeforeTheEndOfFileIsAnswered();
    void anUnfinishedLineIsAnsweredAtTheEndOfFile();
    void quitClosesAfterTheRepliesThatAreOwed();
    void whatFollowsQuitDestroysNoReply();
    void quitAndLeavingWithoutReadingIsClosingByTheClient();
    void laterRequestsWaitForASlowOneButOtherClientsDoNot();
    void structuredAndPlainRequestsAreAnsweredInOneOrder();
    void whatNeedsNoEvaluationIsAnsweredWhileOneRuns();
    void cancelEndsTheRunningAndTheWaitingEvaluation();
    void cancelWithAnIdIsAnswered();
    void aCancelledOneIsAnsweredBeforeItHasNoticed();
    void aCancelledOneIsToldOnce_data();
    void aCancelledOneIsToldOnce();
    void whatHasBegunToChangeTheSessionIsNotCancelled();
    void aStructuredErrorHasItsTypeAndPlace();
    void whatIsNoRequestIsAnsweredAtOnce();
    void aPreviewIsNoRequestForTheLog();
    void ofALongTextTheBeginningIsTold();
    void thoseWhoSaidHelloAreToldWhyTheServerCloses();
    void aResetStopsTheEvaluation();
    void nothingIsToldOfAClientAfterItsEnd();
    void aResetIsNoticedWhileNobodyReads();
    void urgentDataIsIgnored();
    void aClientThatDoesNotReadLosesNothingAndCostsLittle();
    void tooManyClientsAreToldSo();
    void whoComesWhenAnotherHasLeftFindsRoom();
    void everyNetworkIsThatOfIPv4Too();

private:
    quint16 port() const { return m_server->serverPort(); }
    QList<Kind> kinds() const;
    bool sees(Kind kind) const { return kinds().contains(kind); }
    bool awaits(Kind kind) {
        return Wire::await([&] { return sees(kind); });
    }
    void serve(const ServerLimits& limits);

    Parrot m_parrot;
    std::unique_ptr<EventRecord> m_record;
    std::unique_ptr<CalculatorServer> m_server;
};

void ConnectionTest::init() {
    serve({});
}

void ConnectionTest::cleanup() {
    m_server.reset();
}

void ConnectionTest::serve(const ServerLimits& limits) {
    m_server = std::make_unique<CalculatorServer>(limits, true, std::ref(m_parrot));
    m_record = std::make_unique<EventRecord>();
    m_parrot.cancelled = 0;
    m_parrot.hears = false;
    m_record->follow(*m_server);
    QVERIFY(m_server->listenOn(QHostAddress::LocalHost, 0));
}

QList<Kind> ConnectionTest::kinds() const {
    QList<Kind> kinds;
    for (const ServerEvent& event : m_record->all())
        kinds.append(event.kind);
    return kinds;
}

void ConnectionTest::requestsAreAnsweredInOrderHoweverTheyAreCut() {
    const QByteArray requests = "1\r\n sleep 5 \nfail\n\n2\n";
    const QByteArray replies = "1\nsleep 5\nError: division by zero\n\n2\n";
    for (qsizetype cut = 0; cut <= requests.size(); ++cut) {
        Wire wire(port());
        QVERIFY(wire.send(requests.left(cut)));
        QCoreApplication::processEvents();
        QVERIFY(wire.send(requests.mid(cut)));
        wire.endSending();
        QCOMPARE(wire.readAll(), replies);
    }
}

void ConnectionTest::anEmptyLineIsAnsweredByAnEmptyLine() {
    Wire wire(port());
    wire.send("\n \r\n1\n");
    wire.endSending();
    QCOMPARE(wire.readAll(), QByteArray("\n\n1\n"));
}

void ConnectionTest::whatIsNotUtf8IsAnErrorAndTheConnectionStays() {
    Wire wire(port());
    wire.send("1+\xe2\x82\n2\n");
    QCOMPARE(wire.readLine(),
             QByteArray("Error: 'utf-8' codec can't decode bytes in position 2-3: unexpected end of data"));
    QCOMPARE(wire.readLine(), QByteArray("2"));
}

void ConnectionTest::aLineOfJustTheLimitIsServed() {
    Wire wire(port());
    const QByteArray expression = "big 7" + QByteArray((1 << 20) - 5, ' ');
    QVERIFY(wire.send(expression + '\n'));
    QCOMPARE(wire.readLine(), QByteArray("xxxxxxx"));
}

void ConnectionTest::aLineOverTheLimitIsAnErrorBeforeItEndsAndTheConnectionStays() {
    Wire wire(port());
    QVERIFY(wire.send(QByteArray((1 << 20) + 1, '1')));
    QCOMPARE(wire.readLine(), QByteArray("Error: line longer than 1048576 bytes"));
    QVERIFY(wire.send(QByteArray(3 << 20, '1') + "\n2\n"));
    QCOMPARE(wire.readLine(), QByteArray("2"));
}

void ConnectionTest::aReplyOfJustTheLimitIsSent() {
    Wire wire(port());
    wire.send("big 1048576\n");
    QCOMPARE(wire.readLine(), QByteArray(1 << 20, 'x'));
}

void ConnectionTest::aReplyOverTheLimitIsAnError() {
    Wire wire(port());
    wire.send("big 1048577\n2\n");
    QCOMPARE(wire.readLine(), QByteArray("Error: result too long"));
    QCOMPARE(wire.readLine(), QByteArray("2"));
}

void ConnectionTest::whatWasSentBeforeTheEndOfFileIsAnswered() {
    Wire wire(port());
    wire.send("1\nsleep 300\nwait 100\n2\n");
    wire.endSending();
    QCOMPARE(wire.readAll(), QByteArray("1\nsleep 300\nwait 100\n2\n"));
    QVERIFY(awaits(Kind::ClosedEof));
}

void ConnectionTest::anUnfinishedLineIsAnsweredAtTheEndOfFile() {
    Wire wire(port());
    wire.send("1\nsleep 300");
    wire.endSending();
    QCOMPARE(wire.readAll(), QByteArray("1\nsleep 300\n"));
}

void ConnectionTest::quitClosesAfterTheRepliesThatAreOwed() {
    Wire wire(port());
    wire.send("1\nsleep 100\nquit\n");
    QCOMPARE(wire.readAll(), QByteArray("1\nsleep 100\n"));
    QVERIFY(awaits(Kind::ClosedByClient));
    wire.leave();
    QVERIFY(Wire::await([this] { return m_server->connectionCount() == 0; }));
    QVERIFY(!sees(Kind::ClosedEof));
}

void ConnectionTest::whatFollowsQuitDestroysNoReply() {
    for (int i = 0; i < 20; ++i) {
        Wire wire(port());
        wire.send("big 300000\nquit\n3\n");
        QVERIFY(Wire::await([&] { return m_server->connectionCount() == 1; }));
        wire.send(QByteArray(100'000, '4'));
        QTest::qWait(5);
        QCOMPARE(wire.readAll().size(), 300'001);
    }
}

void ConnectionTest::quitAndLeavingWithoutReadingIsClosingByTheClient() {
    Wire wire(port());
    wire.send("1\n");
    QCOMPARE(wire.readLine(), QByteArray("1"));
    wire.send("quit\n");
    wire.leave();
    QVERIFY(awaits(Kind::ClosedByClient));
    QVERIFY(Wire::await([this] { return m_server->connectionCount() == 0; }));
    QVERIFY(!sees(Kind::ClosedEof));
}

void ConnectionTest::laterRequestsWaitForASlowOneButOtherClientsDoNot() {
    Wire slow(port());
    Wire light(port());
    slow.send("wait 500\nquick\n");
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    light.send("1\nsleep 1\n");
    QCOMPARE(light.readLine(), QByteArray("1"));
    QCOMPARE(light.readLine(), QByteArray("sleep 1"));
    QCOMPARE(int(m_parrot.running), 1);
    QCOMPARE(slow.readLine(), QByteArray("wait 500"));
    QCOMPARE(slow.readLine(), QByteArray("quick"));
}

void ConnectionTest::structuredAndPlainRequestsAreAnsweredInOneOrder() {
    Wire wire(port());
    wire.send("1\n" + evaluate(1, "sleep 50") + "2\n" + evaluate(2, "x") + "quit\n");
    QCOMPARE(wire.readLine(), QByteArray("1"));
    QCOMPARE(resultOf(wire.readLine(), 1)[u"value"].toString(), QStringLiteral("sleep 50"));
    QCOMPARE(wire.readLine(), QByteArray("2"));
    const QJsonObject result = resultOf(wire.readLine(), 2);
    QCOMPARE(result.keys(),
             (QStringList{QStringLiteral("cost"), QStringLiteral("elapsed_us"), QStringLiteral("number"),
                          QStringLiteral("type"), QStringLiteral("value")}));
    QCOMPARE(result[u"type"].toString(), QStringLiteral("str"));
    QCOMPARE(wire.readAll(), QByteArray());
}

void ConnectionTest::whatNeedsNoEvaluationIsAnsweredWhileOneRuns() {
    Wire wire(port());
    wire.send(evaluate(1, "wait 60000") + call(2, "ping") + evaluate(3, "x") + call(4, "hello", kHello));
    QCOMPARE(resultOf(wire.readLine(), 2), QJsonObject());
    const QJsonObject hello = resultOf(wire.readLine(), 4);
    QCOMPARE(hello[u"protocol"].toInt(), 1);
    QCOMPARE(hello[u"limits"][u"line_bytes"].toInt(), 1 << 20);
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
}

void ConnectionTest::cancelEndsTheRunningAndTheWaitingEvaluation() {
    Wire wire(port());
    wire.send(evaluate(1, "wait 60000") + evaluate(2, "wait 60000") + evaluate(3, "x"));
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    wire.send(cancel(2) + cancel(1) + cancel(99));
    for (const int id : {1, 2}) {
        const QJsonObject error = errorOf(wire.readLine(), id);
        QCOMPARE(error[u"message"].toString(), QStringLiteral("Cancelled"));
        QCOMPARE(error[u"data"][u"type"].toString(), QStringLiteral("Cancelled"));
    }
    QCOMPARE(resultOf(wire.readLine(), 3)[u"value"].toString(), QStringLiteral("x"));
    QCOMPARE(int(m_parrot.cancelled), 1);
}

void ConnectionTest::cancelWithAnIdIsAnswered() {
    Wire wire(port());
    wire.send(evaluate(1, "wait 60000"));
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    wire.send(call(2, "cancel", {{QStringLiteral("id"), 1}}));
    QCOMPARE(resultOf(wire.readLine(), 2), QJsonObject());
    QCOMPARE(errorOf(wire.readLine(), 1)[u"message"], QJsonValue(QStringLiteral("Cancelled")));
}

// One step of it may take long. Who comes next waits until the session is free.
void ConnectionTest::aCancelledOneIsAnsweredBeforeItHasNoticed() {
    Wire wire(port());
    wire.send(evaluate(1, "deaf"));
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    wire.send(evaluate(2, "y") + cancel(2) + cancel(1) + cancel(1) + evaluate(3, "x") + evaluate(4, "z"));
    for (const int id : {1, 2})
        QCOMPARE(errorOf(wire.readLine(), id)[u"message"], QJsonValue(QStringLiteral("Cancelled")));
    wire.send(cancel(4) + cancel(3) + call(5, "ping") + evaluate(6, "x"));
    QCOMPARE(resultOf(wire.readLine(), 5), QJsonObject());
    for (const int id : {3, 4})
        QCOMPARE(errorOf(wire.readLine(), id)[u"message"], QJsonValue(QStringLiteral("Cancelled")));
    QCOMPARE(int(m_parrot.running), 1);
    m_parrot.hears = true;
    QCOMPARE(resultOf(wire.readLine(), 6)[u"value"].toString(), QStringLiteral("x"));
    QCOMPARE(int(m_parrot.running), 0);
}

// With what it has cost, once that is known; where its client goes before, without.
void ConnectionTest::aCancelledOneIsToldOnce_data() {
    QTest::addColumn<bool>("goesBefore");
    QTest::newRow("its client stays") << false;
    QTest::newRow("its client goes before") << true;
}

void ConnectionTest::aCancelledOneIsToldOnce() {
    QFETCH(bool, goesBefore);
    auto wire = std::make_unique<Wire>(port());
    wire->send(evaluate(1, "deaf"));
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    wire->send(cancel(1));
    QCOMPARE(errorOf(wire->readLine(), 1)[u"message"], QJsonValue(QStringLiteral("Cancelled")));
    QVERIFY(!sees(Kind::Failed));
    if (goesBefore)
        wire->reset();
    else
        m_parrot.hears = true;
    QVERIFY(awaits(goesBefore ? Kind::Lost : Kind::Failed));
    m_parrot.hears = true;
    const QList<ServerEvent> told = m_record->of(Kind::Failed);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0].expression, QByteArray("deaf"));
    QCOMPARE(told[0].answer, QByteArray("Cancelled"));
    QCOMPARE(told[0].elapsedNs > 0, !goesBefore);
    QCOMPARE(told[0].cost > 0, !goesBefore);
}

void ConnectionTest::whatHasBegunToChangeTheSessionIsNotCancelled() {
    Wire wire(port());
    wire.send(evaluate(1, "keep"));
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    wire.send(cancel(1) + call(2, "ping"));
    QCOMPARE(resultOf(wire.readLine(), 2), QJsonObject());
    m_parrot.hears = true;
    QCOMPARE(resultOf(wire.readLine(), 1)[u"value"].toString(), QStringLiteral("keep"));
}

void ConnectionTest::aStructuredErrorHasItsTypeAndPlace() {
    Wire wire(port());
    wire.send(evaluate(1, "fail"));
    const QJsonObject error = errorOf(wire.readLine(), 1);
    QCOMPARE(error[u"code"].toInt(), -32000);
    QCOMPARE(error[u"message"].toString(), QStringLiteral("division by zero"));
    QCOMPARE(error[u"data"].toObject(),
             (QJsonObject{{QStringLiteral("type"), QStringLiteral("ZeroDivisionError")},
                          {QStringLiteral("start"), 0},
                          {QStringLiteral("end"), 4}}));
}

void ConnectionTest::whatIsNoRequestIsAnsweredAtOnce() {
    Wire wire(port());
    wire.send("wait 60000\n\x1e{\n" + call(5, "exit") + '\x1e' + QByteArray(1 << 20, '1') + '\n');
    QCOMPARE(errorOf(wire.readLine(), QJsonValue::Null)[u"code"].toInt(), -32700);
    QCOMPARE(errorOf(wire.readLine(), 5)[u"code"].toInt(), -32601);
    QCOMPARE(errorOf(wire.readLine(), QJsonValue::Null)[u"code"].toInt(), -32600);
}

// The evaluator itself previews; the parrot does not.
void ConnectionTest::aPreviewIsNoRequestForTheLog() {
    Wire wire(port());
    wire.send(
        call(1, "evaluate",
             {{QStringLiteral("expression"), QStringLiteral("x = 2+3")}, {QStringLiteral("preview"), true}}) +
        call(2, "variables"));
    const QJsonObject result = resultOf(wire.readLine(), 1);
    QCOMPARE(result[u"value"].toString(), QStringLiteral("5"));
    QCOMPARE(result[u"number"].toInt(), 0);
    QCOMPARE(resultOf(wire.readLine(), 2)[u"variables"].toArray().size(), 0);
    QVERIFY(!sees(Kind::Evaluated));
}

void ConnectionTest::ofALongTextTheBeginningIsTold() {
    Wire wire(port());
    const QByteArray text = "'a" + QByteArray("é").repeated(100'000) + '\'';
    wire.send(text + '\n');
    QCOMPARE(wire.readLine().size(), 200'003);
    QVERIFY(sees(Kind::Evaluated));
    const ServerEvent event = m_record->of(Kind::Evaluated).first();
    const QByteArray beginning = "'a" + QByteArray("é").repeated(32'767) + "…";
    QCOMPARE(event.expression, beginning);
    QCOMPARE(event.answer, beginning);
}

void ConnectionTest::thoseWhoSaidHelloAreToldWhyTheServerCloses() {
    Wire structured(port());
    Wire plain(port());
    structured.send(call(1, "hello", kHello));
    resultOf(structured.readLine(), 1);
    plain.send("1\n");
    QCOMPARE(plain.readLine(), QByteArray("1"));
    m_server->stop(5'000);
    const QByteArray bye = structured.readAll();
    QVERIFY(bye.startsWith('\x1e'));
    QCOMPARE(QJsonDocument::fromJson(bye.mid(1)).object()[u"method"].toString(), QStringLiteral("bye"));
    QCOMPARE(plain.readAll(), QByteArray());
}

void ConnectionTest::aResetStopsTheEvaluation() {
    Wire wire(port());
    wire.send("wait 60000\n");
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    wire.reset();
    QVERIFY(awaits(Kind::Lost));
    QVERIFY(Wire::await([this] { return m_parrot.running == 0; }));
    QCOMPARE(int(m_parrot.cancelled), 1);
}

// Its evaluation ends just when it is told that the client is lost.
void ConnectionTest::nothingIsToldOfAClientAfterItsEnd() {
    Wire wire(port());
    wire.send("sleep 300\n");
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    connect(m_server.get(), &CalculatorServer::happened, this, [this](const ServerEvent& event) {
        while (event.kind == Kind::Lost && m_parrot.running > 0)
            QThread::msleep(20); // and in the last of them the result arrives
    });
    wire.reset();
    while (!sees(Kind::Lost)) // not as QTest waits, which ends connections before it delivers results
        QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QCOMPARE(int(m_parrot.running), 0);
    QVERIFY(!sees(Kind::Evaluated));
}

void ConnectionTest::aResetIsNoticedWhileNobodyReads() {
    Wire wire(port());
    wire.send("wait 60000\n");
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    const QByteArray more(64 * 1024, '\n');
    while (Wire::await([&] { return wire.trySend(more) > 0; }, 300))
        continue; // until the server has stopped reading and the kernel is full too
    wire.reset();
    QVERIFY(awaits(Kind::Lost));
    QVERIFY(Wire::await([this] { return m_parrot.running == 0; }));
}

void ConnectionTest::urgentDataIsIgnored() {
    Wire wire(port());
    wire.send("wait 100\n");
    wire.sendUrgent(' ');
    wire.send("2\n");
    QCOMPARE(wire.readLine(), QByteArray("wait 100"));
    QCOMPARE(wire.readLine(), QByteArray("2"));
    QVERIFY(!sees(Kind::Lost));
}

void ConnectionTest::aClientThatDoesNotReadLosesNothingAndCostsLittle() {
    constexpr int kRequests = 30'000;
    constexpr int kMostAnswered = 12'000; // 1 MiB of replies of 1,000 bytes, and what the kernel holds
    Wire wire(port(), 4096);
    const QByteArray requests = QByteArray("big 1000\n").repeated(kRequests);
    QByteArrayView unsent = requests;
    const auto sendMore = [&] {
        const qsizetype sent = wire.trySend(unsent);
        unsent = unsent.sliced(std::max<qsizetype>(sent, 0));
        return sent > 0;
    };
    while (!unsent.isEmpty() && Wire::await(sendMore, 300))
        continue;
    qsizetype answered = 0; // until the server answers no more
    while (Wire::await([&] { return m_record->all().size() > answered; }, 300))
        answered = m_record->all().size();
    QVERIFY2(answered < kMostAnswered, qPrintable(QString::number(answered)));
    for (int i = 0; i < kRequests; ++i) {
        if (!unsent.isEmpty())
            sendMore();
        QCOMPARE(wire.readLine().size(), 1000);
    }
}

void ConnectionTest::everyNetworkIsThatOfIPv4Too() {
    CalculatorServer server(ServerLimits{});
    const QHostAddress everyNetwork(QStringLiteral("::"));
    QHostAddress own;
    QHostAddress peer;
    connect(&server, &CalculatorServer::happened, this, [&](const ServerEvent& event) {
        if (event.kind == Kind::Listening)
            own = event.address;
        if (event.kind == Kind::Connected)
            peer = event.address;
    });
    QVERIFY(server.listenOn(everyNetwork, 0));
    QCOMPARE(own, everyNetwork);
    Wire wire(server.serverPort());
    QCOMPARE(ask(wire, "1+1"), QByteArray("2"));
    QCOMPARE(peer, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(peer.protocol(), QAbstractSocket::IPv4Protocol);
}

void ConnectionTest::whoComesWhenAnotherHasLeftFindsRoom() {
    ServerLimits limits;
    limits.clients = 1;
    serve(limits);
    for (int i = 0; i < 20; ++i) {
        Wire wire(port());
        QCOMPARE(ask(wire, "here"), QByteArray("here"));
        wire.leave();
    }
}

void ConnectionTest::tooManyClientsAreToldSo() {
    ServerLimits limits;
    limits.clients = 2;
    serve(limits);
    Wire first(port());
    Wire second(port());
    QVERIFY(Wire::await([this] { return m_server->connectionCount() == 2; }));
    Wire third(port());
    QCOMPARE(third.readAll(), QByteArray("Error: too many clients\n"));
    QVERIFY(sees(Kind::Refused));
    first.leave();
    QVERIFY(Wire::await([this] { return m_server->connectionCount() == 1; }));
    Wire fourth(port());
    fourth.send("4\n");
    QCOMPARE(fourth.readLine(), QByteArray("4"));
}

int main(int argc, char** argv) {
    return runOnDispatcher<ConnectionTest>(argc, argv);
}
#include "connection_test.moc"
