// SPDX-License-Identifier: MIT
#include "tests/client/talk.h"

#include <QJsonArray>

#include <memory>

using namespace keisan::client;
using namespace std::chrono_literals;
using keisan::protocol::encodeFault;
using keisan::protocol::encodeNotification;
using keisan::protocol::encodeResult;
using Mode = CalculatorClient::Mode;
using State = CalculatorClient::State;

class StructuredClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersTellTypeNumberCostAndTime();
    void errorsTellTheirTypeAndPlace();
    void aServerThatAnswersPlainlyIsSpokenToPlainly_data();
    void aServerThatAnswersPlainlyIsSpokenToPlainly();
    void nothingIsSentBeforeTheHelloIsAnswered();
    void whatWaitedForABusyServerOutlivesTheConnection();
    void everySplitOfTheStreamIsTheSame();
    void aFarewellInPlaceOfAGreetingEndsIt();
    void aServerThatHasNoRoomIsNotCalledAgain();
    void aServerThatHangsUpOnHelloIsSpokenToPlainly();
    void byeEndsItWithoutAnotherTry();
    void anAnswerToNothingEndsIt_data();
    void anAnswerToNothingEndsIt();
    void stopCancelsAndTheConnectionStays();
    void whatWasAnsweredBeforeTheCancelCameStaysAnswered();
    void aCancelThatIsIgnoredIsMadeGoodByAReset();
    void cancelledBySomebodyElseIsAnAnswer();
    void aLineLongerThanTheServerTakesIsRefusedInItsTurn();
    void openRequestsAreLostOnceAndNeverSentAgain();
};

void StructuredClientTest::answersTellTypeNumberCostAndTime() {
    const RealServer server;
    Talk talk;
    talk.connectTo(server.port());
    QVERIFY(talk.becomes(Mode::Structured));
    QCOMPARE(talk.client.status().server, QStringLiteral("Keisan"));
    QCOMPARE(talk.client.status().version, QStringLiteral(KEISAN_VERSION));
    QVERIFY(talk.client.status().connectedSince.isValid());
    talk.ask("6*7");
    const Reply reply = talk.ask(" 0.1 +\n0.2 ");
    QCOMPARE(reply.text, "0.30000000000000004");
    QCOMPARE(reply.type, QStringLiteral("float"));
    QCOMPARE(reply.number, 2U);
    QVERIFY(!reply.isError && !reply.span);
    QVERIFY(reply.cost > 0);
    QVERIFY(reply.computedNs >= 0);
    QVERIFY(reply.elapsedNs > 0);
    QCOMPARE(talk.ask("None").number, 0U);
}

void StructuredClientTest::errorsTellTheirTypeAndPlace() {
    const RealServer server;
    Talk talk;
    talk.connectTo(server.port());
    const Reply reply = talk.ask("'\xf0\x9f\x98\x80' + ''  if 1/0 else 2");
    QCOMPARE(reply.text, "division by zero");
    QVERIFY(reply.isError);
    QCOMPARE(reply.type, QStringLiteral("ZeroDivisionError"));
    QVERIFY(reply.span.has_value());
    QCOMPARE(reply.span->start, 14);
    QCOMPARE(reply.span->end, 15);
    QCOMPARE(reply.computedNs, -1);
}

void StructuredClientTest::aServerThatAnswersPlainlyIsSpokenToPlainly_data() {
    QTest::addColumn<QByteArray>("greeting");
    QTest::newRow("a dict") << QByteArray("{'jsonrpc': '2.0', 'id': 'hello'}\n");
    QTest::newRow("an error") << QByteArray("Error: invalid non-printable character U+001E\n");
    QTest::newRow("an empty line") << QByteArray("\n");
    QTest::newRow("another method") << encodeFault(QStringLiteral("hello"), -32601, "no");
    QTest::newRow("a later protocol")
        << encodeResult(QStringLiteral("hello"), {{QStringLiteral("protocol"), 2}});
    QTest::newRow("broken JSON") << QByteArray("\x1e{\n");
}

void StructuredClientTest::aServerThatAnswersPlainlyIsSpokenToPlainly() {
    QFETCH(QByteArray, greeting);
    FakeServer server;
    server.answerWith(
        [&](const QByteArray& line) { return line.startsWith('\x1e') ? greeting : '<' + line + ">\n"; });
    Talk talk;
    talk.connectTo(server.port());
    const RequestId id = talk.client.submit("1");
    QTRY_COMPARE(talk.replies.value(id).text, "<1>");
    QCOMPARE(talk.mode(), Mode::Plain);
    QCOMPARE(server.lines().size(), 2);
    QVERIFY(talk.replies[id].type.isEmpty());
    QVERIFY(!talk.preview.ask(QStringLiteral("1")));
    QVERIFY(!talk.heartbeat.latencyNs());
}

void StructuredClientTest::nothingIsSentBeforeTheHelloIsAnswered() {
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    const RequestId id = talk.client.submit("1");
    QTRY_COMPARE(server.lines().size(), 1);
    QTest::qWait(100);
    QCOMPARE(talk.state(), State::Connected);
    QCOMPARE(talk.mode(), Mode::Unknown);
    QVERIFY(!talk.client.status().hasAnswered);
    QVERIFY(talk.client.waiting().unansweredNs > 100'000'000);
    QCOMPARE(talk.client.waiting().oldest, RequestId{0});
    QCOMPARE(server.lines().size(), 1);
    server.send("{}\n");
    QTRY_COMPARE(server.lines().size(), 2);
    QCOMPARE(talk.client.waiting().oldest, id);
    QCOMPARE(talk.client.waiting().unansweredNs, 0);
}

void StructuredClientTest::whatWaitedForABusyServerOutlivesTheConnection() {
    auto server = std::make_unique<FakeServer>();
    const quint16 port = server->port();
    Talk talk;
    talk.connectTo(port);
    const RequestId id = talk.client.submit("x = 1");
    QTRY_COMPARE(server->lines().size(), 1);
    server->stop();
    QTRY_COMPARE(talk.state(), State::Reconnecting);
    QVERIFY(talk.lost.isEmpty()); // the server cannot have seen it
    server = std::make_unique<FakeServer>(port);
    server->answerWith(
        [](const QByteArray& line) -> QByteArray { return line.startsWith('\x1e') ? "{}\n" : "1\n"; });
    QTRY_COMPARE(talk.replies.value(id).text, "1");
    QCOMPARE(server->lines().last(), "x = 1");
}

void StructuredClientTest::everySplitOfTheStreamIsTheSame() {
    const QByteArray stream =
        kHello + value(1, "計") + encodeFault(2, -32000, "no") + encodeResult(QStringLiteral("names"), {}) +
        value(3, "3") +
        encodeNotification(QStringLiteral("bye"), {{QStringLiteral("reason"), QStringLiteral("enough")}});
    for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
        FakeServer server;
        Talk talk;
        talk.connectTo(server.port());
        for (const char* line : {"a", "b", "c"})
            talk.client.submit(line);
        QTRY_COMPARE(server.lines().size(), 1);
        const qsizetype greeting = kHello.size(); // what follows answers what comes after it
        server.send(stream.left(std::min(cut, greeting)));
        QTest::qWait(1);
        server.send(stream.mid(std::min(cut, greeting), greeting - std::min(cut, greeting)));
        QTRY_COMPARE(evaluations(server).size(), 3);
        server.send(stream.mid(greeting, std::max(cut, greeting) - greeting));
        QTest::qWait(1);
        server.send(stream.mid(std::max(cut, greeting)));
        QTRY_COMPARE(talk.state(), State::EndedByServer);
        QCOMPARE(talk.client.status().reason, QStringLiteral("enough"));
        QCOMPARE(talk.replies.size(), 3);
        QCOMPARE(talk.replies[1].text, "計");
        QVERIFY(talk.replies[2].isError);
        QCOMPARE(talk.replies[3].text, "3");
    }
}

void StructuredClientTest::aFarewellInPlaceOfAGreetingEndsIt() {
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    const RequestId id = talk.client.submit("1");
    QTRY_COMPARE(server.lines().size(), 1);
    server.send("Error: too many clients\n");
    server.closeClient();
    QTRY_COMPARE(talk.state(), State::EndedByServer);
    QCOMPARE(talk.client.status().reason, QStringLiteral("too many clients"));
    QCOMPARE(talk.lost, QList<RequestId>{id});
    QTest::qWait(700);
    QCOMPARE(server.connectionCount(), 1);
    QCOMPARE(server.lines().size(), 1);
}

void StructuredClientTest::aServerThatHasNoRoomIsNotCalledAgain() {
    keisan::server::ServerLimits limits;
    limits.clients = 1;
    const RealServer server(limits);
    Talk first;
    first.connectTo(server.port());
    QVERIFY(first.becomes(Mode::Structured));
    Talk second;
    second.connectTo(server.port());
    QTRY_COMPARE(second.state(), State::EndedByServer);
    QCOMPARE(second.client.status().reason, QStringLiteral("too many clients"));
    QCOMPARE(first.ask("2").text, "2");
}

void StructuredClientTest::aServerThatHangsUpOnHelloIsSpokenToPlainly() {
    FakeServer server;
    server.answerWith([&server](const QByteArray& line) -> QByteArray {
        if (!line.startsWith('\x1e'))
            return "2\n";
        server.closeClient();
        return {};
    });
    Talk talk;
    talk.connectTo(server.port());
    const RequestId id = talk.client.submit("1+1");
    QTRY_COMPARE(talk.replies.value(id).text, "2");
    QCOMPARE(talk.mode(), Mode::Plain);
    QCOMPARE(server.connectionCount(), 3);
}

void StructuredClientTest::byeEndsItWithoutAnotherTry() {
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    QTRY_COMPARE(server.lines().size(), 1);
    server.send(kHello);
    QVERIFY(talk.becomes(Mode::Structured));
    const RequestId id = talk.client.submit("1");
    QTRY_COMPARE(evaluations(server).size(), 1);
    server.send(
        encodeNotification(QStringLiteral("news"), {}) +
        encodeNotification(QStringLiteral("bye"), {{QStringLiteral("reason"), QStringLiteral("tea")}}));
    server.closeClient();
    QTRY_COMPARE(talk.state(), State::EndedByServer);
    QCOMPARE(talk.client.status().reason, QStringLiteral("tea"));
    QCOMPARE(talk.lost, QList<RequestId>{id});
    QTest::qWait(700);
    QCOMPARE(server.connectionCount(), 1);
}

void StructuredClientTest::anAnswerToNothingEndsIt_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("another id") << value(99, "1");
    QTest::newRow("no id") << encodeFault(QJsonValue::Null, -32600, "line too long");
    QTest::newRow("plain") << QByteArray("1\n");
    QTest::newRow("no JSON") << QByteArray("\x1e{\n");
}

void StructuredClientTest::anAnswerToNothingEndsIt() {
    QFETCH(QByteArray, line);
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    QTRY_COMPARE(server.lines().size(), 1);
    server.send(kHello);
    talk.client.submit("1");
    QTRY_COMPARE(evaluations(server).size(), 1);
    server.send(line);
    QTRY_COMPARE(talk.state(), State::Failed);
    QVERIFY(talk.client.status().reason.contains(QStringLiteral("not a calculator")));
}

void StructuredClientTest::stopCancelsAndTheConnectionStays() {
    const RealServer server;
    Talk talk;
    talk.connectTo(server.port());
    talk.ask("x = 5");
    const RequestId slow = talk.client.submit("sum(i for i in range(10**9))");
    const RequestId behind = talk.client.submit("x + 1");
    const RequestId unwanted = talk.client.submit("x = 6");
    QTest::qWait(300);
    QElapsedTimer timer;
    timer.start();
    talk.client.stop(slow);
    talk.client.stop(slow); // twice is no more than once
    talk.client.stop(unwanted);
    QTRY_COMPARE(talk.stopped, (QList<RequestId>{slow, unwanted}));
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(talk.replies[behind].text, "6");
    QCOMPARE(talk.ask("x").text, "5");
    QVERIFY(talk.lost.isEmpty());
    QVERIFY(talk.lostVariables.isEmpty());
}

void StructuredClientTest::whatWasAnsweredBeforeTheCancelCameStaysAnswered() {
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    QTRY_COMPARE(server.lines().size(), 1);
    server.send(kHello);
    const RequestId id = talk.client.submit("1");
    QTRY_COMPARE(evaluations(server).size(), 1);
    talk.client.stop(id);
    server.send(value(1, "1"));
    QTRY_COMPARE(talk.replies.value(id).text, "1");
    QVERIFY(talk.stopped.isEmpty());
    QTRY_COMPARE(cancels(server), 1);
}

void StructuredClientTest::aCancelThatIsIgnoredIsMadeGoodByAReset() {
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    QTRY_COMPARE(server.lines().size(), 1);
    server.send(kHello);
    const RequestId id = talk.client.submit("1");
    QTRY_COMPARE(evaluations(server).size(), 1);
    talk.client.stop(id);
    QTest::qWait(500);
    talk.client.stop(id);
    QTest::qWait(100);
    QCOMPARE(server.connectionCount(), 1);
    QTest::qWait(static_cast<int>(CalculatorClient::kCancelPatience.count()));
    talk.client.stop(id);
    QCOMPARE(talk.stopped, QList<RequestId>{id});
    QTRY_COMPARE(server.connectionCount(), 2);
    QCOMPARE(cancels(server), 1);
}

void StructuredClientTest::cancelledBySomebodyElseIsAnAnswer() {
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    QTRY_COMPARE(server.lines().size(), 1);
    server.send(kHello);
    const RequestId id = talk.client.submit("1");
    QTRY_COMPARE(evaluations(server).size(), 1);
    server.send(encodeFault(1, -32000, "Cancelled", {{QStringLiteral("type"), QStringLiteral("Cancelled")}}));
    QTRY_COMPARE(talk.replies.value(id).text, "Cancelled");
    QVERIFY(talk.stopped.isEmpty());
}

void StructuredClientTest::aLineLongerThanTheServerTakesIsRefusedInItsTurn() {
    keisan::server::ServerLimits limits;
    limits.lineBytes = 300;
    const RealServer server(limits);
    Talk talk;
    talk.connectTo(server.port());
    QVERIFY(talk.becomes(Mode::Structured));
    const RequestId first = talk.client.submit("1");
    const RequestId fits = talk.client.submit("1" + QByteArray(299, ' ') + "+1");   // as neither
    const RequestId plain = talk.client.submit("1" + QByteArray(260, '0') + "//1"); // only as a plain line
    const RequestId last = talk.client.submit("4");
    QTRY_COMPARE(talk.replies.size(), 4);
    QCOMPARE(talk.replies[first].number, 1U);
    QCOMPARE(talk.replies[fits].text, "line longer than 300 bytes");
    QCOMPARE(talk.replies[plain].text.size(), 261);
    QCOMPARE(talk.replies[last].number, 3U);
    QVERIFY(!talk.preview.ask(QString(300, u'1')));
    QCOMPARE(talk.state(), State::Connected);
}

void StructuredClientTest::openRequestsAreLostOnceAndNeverSentAgain() {
    auto server = std::make_unique<FakeServer>();
    const quint16 port = server->port();
    Talk talk;
    talk.connectTo(port);
    QTRY_COMPARE(server->lines().size(), 1);
    server->send(kHello);
    for (const char* line : {"a = 1", "a += 1", "a += 2"})
        talk.client.submit(line);
    QTRY_COMPARE(evaluations(*server).size(), 3);
    talk.client.stop(2);
    server->stop();
    QTRY_COMPARE(talk.lost, (QList<RequestId>{1, 2, 3}));
    server = std::make_unique<FakeServer>(port);
    QTRY_COMPARE(server->lines().size(), 1);
    server->send(kHello);
    QVERIFY(talk.becomes(Mode::Structured));
    QTest::qWait(50);
    QVERIFY(evaluations(*server).isEmpty());
    QCOMPARE(talk.lost.size(), 3);
}

QTEST_GUILESS_MAIN(StructuredClientTest)
#include "structured_client_test.moc"
