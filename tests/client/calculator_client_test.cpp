// SPDX-License-Identifier: MIT
#include "client/session/calculator_client.h"
#include "tests/client/fake_server.h"

#include <QMap>
#include <QTest>

#include <algorithm>
#include <memory>

using keisan::client::CalculatorClient;
using keisan::client::FakeServer;
using keisan::client::Reply;
using keisan::client::RequestId;
using keisan::client::SilentServer;
using State = keisan::client::CalculatorClient::State;

namespace {

// A client and all that it said.
struct Listener {
    CalculatorClient client;
    QList<RequestId> order; // of the replies
    QMap<RequestId, Reply> replies;
    QList<RequestId> lost;
    QList<RequestId> stopped;
    QList<State> states;
    QList<qint64> progress;

    explicit Listener(qsizetype maxReplyBytes = CalculatorClient::kMaxReplyBytes)
        : client(CalculatorClient::Speech::Plain, maxReplyBytes) {
        using Client = CalculatorClient;
        QObject::connect(&client, &Client::replyReceived, &client, [this](RequestId id, const Reply& reply) {
            order.append(id);
            replies.insert(id, reply);
        });
        QObject::connect(&client, &Client::requestLost, &client, [this](RequestId id) { lost.append(id); });
        QObject::connect(&client, &Client::requestStopped, &client,
                         [this](RequestId id) { stopped.append(id); });
        QObject::connect(&client, &Client::stateChanged, &client,
                         [this](State state) { states.append(state); });
        QObject::connect(&client, &Client::replyProgress, &client,
                         [this](RequestId, qint64 bytes) { progress.append(bytes); });
    }

    State state() const { return client.status().state; }
    void connectTo(quint16 port) { client.connectToServer({QStringLiteral("127.0.0.1"), port}); }
    QByteArray text(RequestId id) const { return replies.value(id).text; }
};

quint16 portWithoutServer() {
    const FakeServer gone;
    return gone.port();
}

QByteArray echo(const QByteArray& line) {
    return "<" + line + ">\n";
}

} // namespace

class CalculatorClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerAndAnErrorArrive();
    void answersArriveWhereverTheStreamIsCut();
    void aThousandPipelinedRequestsAreAnsweredInOrder();
    void whatIsSubmittedWhileConnectingIsSentOnce();
    void nothingIsSentForBlankTextAndQuit();
    void nothingIsTakenWithoutAConnection();
    void aRefusalIsPutInWordsAndNotTriedAgain();
    void aServerThatSaysNothingIsWaitedFor();
    void halfALineIsNoAnswer();
    void aMillionDigitsComeSlowlyAndAreReported();
    void openRequestsAreLostOnceAndNeverSentAgain();
    void aLostConnectionComesBack();
    void triesGetRarer();
    void aServerOfThisComputerIsAskedEverySecond();
    void aServerThatClosesAtOnceIsNotHammered();
    void tryingCanBeStopped();
    void aFarewellEndsItWithoutAnotherTry();
    void aLineThatAnswersNothingEndsIt();
    void aLineWithoutEndEndsIt();
    void stopResetsTheConnectionAndConnectsAgain();
    void stopTakesBackWhatWasNotSent();
    void stopOfARequestTakenBackChangesNothing();
    void stopOfTheLastRequestAfterQuitLeaves();
    void leavingAServerThatHasJustGoneIsNoFault();
    void leavingAnIdleServerSaysQuit();
    void leavingABusyServerResets();
    void quitWaitsForTheAnswers();
    void aSlotMayEndTheConnection();
};

void CalculatorClientTest::anAnswerAndAnErrorArrive() {
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    QCOMPARE(listener.state(), State::Connecting);
    QTRY_COMPARE(listener.state(), State::Connected);
    const RequestId sum = listener.client.submit("2+3");
    const RequestId quotient = listener.client.submit("1/0");
    QTRY_COMPARE(server.lines(), (QList<QByteArray>{"2+3", "1/0"}));
    server.send("5\r\nError: division by zero\n");
    QTRY_COMPARE(listener.order, (QList<RequestId>{sum, quotient}));
    QCOMPARE(listener.text(sum), "5");
    QVERIFY(!listener.replies[sum].isError);
    QVERIFY(listener.replies[sum].elapsedNs > 0);
    QCOMPARE(listener.text(quotient), "division by zero");
    QVERIFY(listener.replies[quotient].isError);
    QVERIFY(listener.client.status().hasAnswered);
    QCOMPARE(listener.client.waiting().count, 0);
}

void CalculatorClientTest::answersArriveWhereverTheStreamIsCut() {
    const QByteArray stream = "5\n\nError: x\n\xe8\xa8\x88\n";
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
        listener.replies.clear();
        RequestId first = 0;
        for (int i = 0; i < 4; ++i)
            first = i == 0 ? listener.client.submit("1") : (listener.client.submit("1"), first);
        QTRY_COMPARE(server.lines().size(), 4 * (cut + 1));
        server.send(stream.left(cut));
        QTest::qWait(2);
        server.send(stream.mid(cut));
        QTRY_COMPARE(listener.replies.size(), 4);
        QCOMPARE(listener.text(first), "5");
        QCOMPARE(listener.text(first + 1), "");
        QCOMPARE(listener.text(first + 2), "x");
        QCOMPARE(listener.text(first + 3), "\xe8\xa8\x88");
    }
}

void CalculatorClientTest::aThousandPipelinedRequestsAreAnsweredInOrder() {
    FakeServer server;
    server.answerWith(echo);
    Listener listener;
    listener.connectTo(server.port());
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(listener.client.submit(QByteArray::number(i)), static_cast<RequestId>(i + 1));
    QTRY_COMPARE(listener.order.size(), 1000);
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(listener.order[i], static_cast<RequestId>(i + 1));
        QCOMPARE(listener.text(listener.order[i]), "<" + QByteArray::number(i) + ">");
    }
}

void CalculatorClientTest::whatIsSubmittedWhileConnectingIsSentOnce() {
    FakeServer server;
    server.answerWith(echo);
    Listener listener;
    listener.connectTo(server.port());
    const RequestId id = listener.client.submit(" 1\n+ 1 ");
    QVERIFY(id != 0);
    QVERIFY(listener.client.waiting().unsentBytes > 0);
    QTRY_COMPARE(listener.text(id), "<1 + 1>");
    QCOMPARE(server.lines().size(), 1);
    QCOMPARE(listener.client.waiting().unsentBytes, 0);
}

void CalculatorClientTest::nothingIsSentForBlankTextAndQuit() {
    FakeServer server;
    server.answerWith(echo);
    Listener listener;
    listener.connectTo(server.port());
    for (const QByteArray blank : {"", " \t\r\n", "\xe3\x80\x80", "\x1f", "quit", " quit\xe3\x80\x80"})
        QCOMPARE(listener.client.submit(blank), RequestId{0});
    const RequestId id = listener.client.submit("quit + 1");
    QTRY_COMPARE(listener.text(id), "<quit + 1>");
    QCOMPARE(server.lines().size(), 1);
}

void CalculatorClientTest::nothingIsTakenWithoutAConnection() {
    Listener listener;
    QCOMPARE(listener.client.submit("1"), RequestId{0});
    listener.client.stop(1);
    listener.client.disconnectFromServer();
    listener.client.quit();
    QCOMPARE(listener.state(), State::Disconnected);
    QVERIFY(listener.states.isEmpty());
}

void CalculatorClientTest::aRefusalIsPutInWordsAndNotTriedAgain() {
    const quint16 port = portWithoutServer();
    Listener listener;
    listener.connectTo(port);
    const RequestId id = listener.client.submit("1");
    QTRY_COMPARE(listener.state(), State::Failed);
    QCOMPARE(listener.lost, QList<RequestId>{id});
    QCOMPARE(
        listener.client.status().reason,
        QStringLiteral("connection refused: no server listens on 127.0.0.1:%1 (start one with keisan-server)")
            .arg(port));
    FakeServer late(port);
    QVERIFY(late.isListening());
    QTest::qWait(700);
    QCOMPARE(late.connectionCount(), 0);
    listener.client.retryNow();
    QTRY_COMPARE(listener.state(), State::Connected);
    QVERIFY(listener.client.status().reason.isEmpty());
}

void CalculatorClientTest::aServerThatSaysNothingIsWaitedFor() {
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    const RequestId id = listener.client.submit("1");
    QTRY_COMPARE(server.lines().size(), 1);
    QTRY_VERIFY(listener.client.waiting().oldestAgeNs > 100'000'000);
    QCOMPARE(listener.client.waiting().oldest, id);
    QCOMPARE(listener.state(), State::Connected);
    QVERIFY(!listener.client.status().hasAnswered);
}

void CalculatorClientTest::halfALineIsNoAnswer() {
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    const RequestId id = listener.client.submit("12345");
    QTRY_COMPARE(server.lines().size(), 1);
    server.send("123");
    server.closeClient();
    QTRY_COMPARE(listener.lost, QList<RequestId>{id});
    QVERIFY(listener.replies.isEmpty());
    QTRY_COMPARE(listener.state(), State::Reconnecting);
}

void CalculatorClientTest::aMillionDigitsComeSlowlyAndAreReported() {
    const QByteArray piece(50'000, '7');
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    const RequestId id = listener.client.submit("10**1000000//9*7");
    QTRY_COMPARE(server.lines().size(), 1);
    for (int i = 0; i < 20; ++i) {
        server.send(piece);
        QTest::qWait(20);
    }
    QVERIFY(listener.replies.isEmpty());
    server.send("\n");
    QTRY_COMPARE(listener.text(id).size(), 1'000'000);
    QVERIFY(listener.progress.size() >= 2);
    QVERIFY(listener.progress.size() <= 20);
    QVERIFY(std::is_sorted(listener.progress.begin(), listener.progress.end()));
    QVERIFY(listener.replies[id].elapsedNs > 300'000'000);
}

void CalculatorClientTest::openRequestsAreLostOnceAndNeverSentAgain() {
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    for (const QByteArray line : {"a = 1", "a += 1", "a += 2"})
        listener.client.submit(line);
    QTRY_COMPARE(server.lines().size(), 3);
    server.closeClient();
    QTRY_COMPARE(listener.lost, (QList<RequestId>{1, 2, 3}));
    QCOMPARE(listener.state(), State::Reconnecting);
    const RequestId later = listener.client.submit("b"); // waits for the next connection
    server.answerWith(echo);
    QTRY_COMPARE(listener.text(later), "<b>");
    QCOMPARE(server.lines(), (QList<QByteArray>{"a = 1", "a += 1", "a += 2", "b"}));
    QCOMPARE(listener.lost.size(), 3);
}

void CalculatorClientTest::aLostConnectionComesBack() {
    auto server = std::make_unique<FakeServer>();
    const quint16 port = server->port();
    Listener listener;
    listener.connectTo(port);
    QTRY_COMPARE(server->connectionCount(), 1);
    server->stop();
    QTRY_COMPARE(listener.state(), State::Reconnecting);
    QVERIFY(!listener.client.status().reason.isEmpty());
    QCOMPARE(listener.client.status().tryNumber, 1);
    server = std::make_unique<FakeServer>(port);
    QVERIFY(server->isListening());
    QTRY_COMPARE_WITH_TIMEOUT(listener.state(), State::Connected, 5'000);
    QVERIFY(listener.client.status().reason.isEmpty());
}

void CalculatorClientTest::triesGetRarer() {
    keisan::client::RetryPace pace;
    for (const int delay : {500, 1'000, 2'000, 4'000, 8'000, 15'000, 15'000})
        QCOMPARE(pace.afterFailure(false).count(), delay);
    QCOMPARE(pace.afterFailure(true).count(), 500);
}

// Asking this computer costs nothing: its server is found again soon after its return, however long it was
// away.
void CalculatorClientTest::aServerOfThisComputerIsAskedEverySecond() {
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    QTRY_COMPARE(server.connectionCount(), 1);
    server.stop();
    for (int tryNumber = 1; tryNumber <= 7; ++tryNumber) {
        const auto& status = listener.client.status();
        QTRY_VERIFY(status.tryNumber == tryNumber && !status.nextTry.hasExpired());
        const qint64 delay = tryNumber == 1 ? 500 : 1'000;
        const qint64 remaining = status.nextTry.remainingTime();
        QVERIFY2(remaining <= delay && remaining > delay - 400, qPrintable(QString::number(remaining)));
        listener.client.retryNow(); // in place of waiting for it
        QVERIFY(status.nextTry.hasExpired());
    }
}

void CalculatorClientTest::aServerThatClosesAtOnceIsNotHammered() {
    FakeServer server;
    connect(&server, &FakeServer::connected, &server, &FakeServer::closeClient);
    Listener listener;
    listener.connectTo(server.port());
    QTest::qWait(1'200); // tries at 0, 0.5 and 1.5 s
    QVERIFY(server.connectionCount() >= 2);
    QVERIFY(server.connectionCount() <= 3);
}

void CalculatorClientTest::tryingCanBeStopped() {
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    QTRY_COMPARE(server.connectionCount(), 1);
    server.closeClient();
    QTRY_COMPARE(listener.state(), State::Reconnecting);
    const RequestId waiting = listener.client.submit("1");
    listener.client.disconnectFromServer();
    QCOMPARE(listener.state(), State::Disconnected);
    QCOMPARE(listener.lost, QList<RequestId>{waiting});
    QTest::qWait(700);
    QCOMPARE(server.connectionCount(), 1);
}

void CalculatorClientTest::aFarewellEndsItWithoutAnotherTry() {
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    QTRY_COMPARE(server.connectionCount(), 1);
    server.send("Error: too many clients\n");
    server.closeClient();
    QTRY_COMPARE(listener.state(), State::EndedByServer);
    QCOMPARE(listener.client.status().reason, QStringLiteral("too many clients"));
    QTest::qWait(700);
    QCOMPARE(server.connectionCount(), 1);
}

void CalculatorClientTest::aLineThatAnswersNothingEndsIt() {
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    QTRY_COMPARE(server.connectionCount(), 1);
    server.send("SSH-2.0-OpenSSH_9.2\r\n");
    QTRY_COMPARE(listener.state(), State::Failed);
    QVERIFY(listener.client.status().reason.contains(QStringLiteral("not a calculator")));
}

void CalculatorClientTest::aLineWithoutEndEndsIt() {
    constexpr qsizetype kMaxBytes = 1'000'000;
    FakeServer server;
    Listener listener(kMaxBytes);
    listener.connectTo(server.port());
    const RequestId whole = listener.client.submit("1");
    const RequestId endless = listener.client.submit("2");
    QTRY_COMPARE(server.lines().size(), 2);
    server.send(QByteArray(kMaxBytes, '1') + '\n');
    QTRY_COMPARE(listener.text(whole).size(), kMaxBytes);
    server.send(QByteArray(kMaxBytes + 1, '1'));
    QTRY_COMPARE(listener.state(), State::Failed);
    QCOMPARE(listener.lost, QList<RequestId>{endless});
}

void CalculatorClientTest::stopResetsTheConnectionAndConnectsAgain() {
    SilentServer server;
    Listener listener;
    listener.connectTo(server.serverPort());
    const RequestId slow = listener.client.submit("9**9**9");
    const RequestId behind = listener.client.submit("1");
    QTRY_COMPARE(listener.client.waiting().oldest, slow);
    QTRY_COMPARE(server.connectionCount(), 1);
    QCOMPARE(server.end(), SilentServer::End::None);
    listener.client.stop(slow);
    QCOMPARE(listener.stopped, QList<RequestId>{slow});
    QCOMPARE(listener.lost, QList<RequestId>{behind});
    QTRY_COMPARE(server.end(), SilentServer::End::Reset);
    QTRY_COMPARE(listener.state(), State::Connected);
    QTRY_COMPARE(server.connectionCount(), 2);
    listener.client.stop(slow); // it has ended: nothing happens
    QCOMPARE(listener.stopped.size(), 1);
    QCOMPARE(listener.state(), State::Connected);
}

void CalculatorClientTest::stopTakesBackWhatWasNotSent() {
    FakeServer server;
    server.answerWith(echo);
    Listener listener;
    listener.connectTo(server.port());
    const RequestId unwanted = listener.client.submit("1");
    const RequestId wanted = listener.client.submit("2");
    listener.client.stop(unwanted);
    QCOMPARE(listener.stopped, QList<RequestId>{unwanted});
    QTRY_COMPARE(listener.text(wanted), "<2>");
    QCOMPARE(server.lines(), QList<QByteArray>{"2"});
    QCOMPARE(server.connectionCount(), 1);
}

void CalculatorClientTest::stopOfARequestTakenBackChangesNothing() {
    SilentServer server;
    Listener listener;
    listener.connectTo(server.serverPort());
    const RequestId first = listener.client.submit("1");
    const RequestId unwanted = listener.client.submit("2");
    listener.client.submit("3");
    listener.client.stop(unwanted);
    QTRY_COMPARE(listener.client.waiting().oldest, first);
    listener.client.stop(unwanted); // between two that were sent: it has ended all the same
    QCOMPARE(listener.stopped, QList<RequestId>{unwanted});
    QCOMPARE(listener.state(), State::Connected);
}

void CalculatorClientTest::stopOfTheLastRequestAfterQuitLeaves() {
    SilentServer server;
    Listener listener;
    listener.connectTo(server.serverPort());
    const RequestId slow = listener.client.submit("9**9**9");
    QTRY_COMPARE(listener.client.waiting().oldest, slow);
    listener.client.quit();
    listener.client.stop(slow);
    QCOMPARE(listener.stopped, QList<RequestId>{slow});
    QCOMPARE(listener.state(), State::Disconnected);
    listener.connectTo(server.serverPort());
    QVERIFY(listener.client.submit("1") != 0);
}

void CalculatorClientTest::leavingAServerThatHasJustGoneIsNoFault() {
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    QTRY_COMPARE(server.connectionCount(), 1);
    server.resetClient();
    QTest::qSleep(50); // the reset arrives, and nobody has looked
    listener.client.disconnectFromServer();
    QCOMPARE(listener.state(), State::Disconnected);
}

void CalculatorClientTest::leavingAnIdleServerSaysQuit() {
    FakeServer server;
    {
        Listener listener;
        listener.connectTo(server.port());
        QTRY_COMPARE(server.connectionCount(), 1);
        QTRY_COMPARE(listener.state(), State::Connected);
    }
    QTRY_VERIFY(server.sawEnd());
    QCOMPARE(server.lines(), QList<QByteArray>{"quit"});
}

void CalculatorClientTest::leavingABusyServerResets() {
    SilentServer server;
    Listener listener;
    listener.connectTo(server.serverPort());
    const RequestId id = listener.client.submit("9**9**9");
    QTRY_COMPARE(listener.client.waiting().oldest, id);
    QTRY_COMPARE(server.connectionCount(), 1);
    listener.client.disconnectFromServer();
    QCOMPARE(listener.lost, QList<RequestId>{id});
    QCOMPARE(listener.states.last(), State::Disconnected);
    QTRY_COMPARE(server.end(), SilentServer::End::Reset);
}

void CalculatorClientTest::quitWaitsForTheAnswers() {
    FakeServer server;
    Listener listener;
    listener.connectTo(server.port());
    const RequestId id = listener.client.submit("1");
    listener.client.quit();
    QCOMPARE(listener.client.submit("2"), RequestId{0});
    QTRY_COMPARE(server.lines().size(), 1);
    QCOMPARE(listener.state(), State::Connected);
    server.send("1\n");
    QTRY_COMPARE(listener.state(), State::Disconnected);
    QCOMPARE(listener.text(id), "1");
    QTRY_COMPARE(server.lines(), (QList<QByteArray>{"1", "quit"}));
    QVERIFY(listener.lost.isEmpty());
}

void CalculatorClientTest::aSlotMayEndTheConnection() {
    FakeServer server;
    Listener listener;
    connect(&listener.client, &CalculatorClient::replyReceived, &listener.client,
            &CalculatorClient::disconnectFromServer);
    listener.connectTo(server.port());
    for (const QByteArray line : {"1", "2", "3"})
        listener.client.submit(line);
    QTRY_COMPARE(server.lines().size(), 3);
    server.send("1\n2\n3\n");
    QTRY_COMPARE(listener.state(), State::Disconnected);
    QCOMPARE(listener.order, QList<RequestId>{1});
    QCOMPARE(listener.lost, (QList<RequestId>{2, 3}));
}

QTEST_GUILESS_MAIN(CalculatorClientTest)
#include "calculator_client_test.moc"
