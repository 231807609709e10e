// SPDX-License-Identifier: MIT
#include "client/window/connection_face.h"
#include "client/window/state_sign.h"
#include "tests/client/window/window_fixture.h"

#include <QAction>

namespace keisan::client::test {

namespace {

using State = CalculatorClient::State;

void answerInBrackets(QTcpSocket& client, const QByteArray& line) {
    client.write("[" + line + "]\n");
}

quint16 freePort() {
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

// Listens and accepts nobody. Where the queue is full the system lets a connection wait.
class FullServer : public QTcpServer {
public:
    FullServer() {
        setListenBacklogSize(1);
        listen(QHostAddress::LocalHost);
        pauseAccepting();
        for (QTcpSocket& socket : m_queue)
            socket.connectToHost(QHostAddress::LocalHost, serverPort());
    }
    bool isFull() const { return m_queue[0].state() == QAbstractSocket::ConnectedState; }

private:
    QTcpSocket m_queue[8];
};

} // namespace

// Each row of the table of connection states that a plain server can bring about, seen as the user sees it.
class ConnectionStatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsOwnSignAndWord();
    void disconnectedAtFirst();
    void theAdviceToConnectGoesWhenThatIsDone();
    void theAdviceToConnectIsInTheWindowsLanguage();
    void connectingCanBeCancelledAndQueuesWhatIsEntered();
    void connectingGivesUpAfterAWhile();
    void aServerThatIsBusyWithAnotherClientIsWaitedFor();
    void whatIsComputedShowsItsTimeAndCanBeStopped();
    void aLongAnswerThatComesSlowlyIsShownWhenItIsWhole();
    void halfALineIsNoAnswer();
    void aServerThatSendsUsAwayIsNotCalledAgain();
    void aServerThatTalksOutOfTurnIsNoCalculator();
    void threeOpenRequestsSurviveTheDeathOfTheServer();
    void leavingTellsWhatWasNotAnswered();
};

void ConnectionStatesTest::everyStateHasItsOwnSignAndWord() {
    QSet<QString> words;
    for (const State state : {State::Disconnected, State::Connecting, State::Connected, State::Reconnecting,
                              State::EndedByServer, State::Failed}) {
        CalculatorClient::Status status;
        status.state = state;
        status.reason = QStringLiteral("a reason");
        const ConnectionFace face = faceOf(status, false);
        QVERIFY(!face.word.isEmpty());
        words << face.word;
        const bool isTrouble =
            state == State::Reconnecting || state == State::EndedByServer || state == State::Failed;
        QCOMPARE(!face.notice.isEmpty(), isTrouble);
        QCOMPARE(!face.retry.isEmpty(), isTrouble);
        if (isTrouble)
            QVERIFY(face.notice.contains(QStringLiteral("reason")));
    }
    QCOMPARE(words.size(), 6);
}

void ConnectionStatesTest::disconnectedAtFirst() {
    WindowFixture fixture(freePort());
    QCOMPARE(fixture.stateWord(), QStringLiteral("Not connected"));
    QCOMPARE(fixture.find<QPushButton>("connectButton").text(), QStringLiteral("Connect"));
    QVERIFY(fixture.find<QPushButton>("connectButton").isDefault());
    QVERIFY(fixture.find<QWidget>("welcome").isVisible());
    QCOMPARE(fixture.notice(), QString());
    auto* example = fixture.window.findChild<QPushButton*>(QStringLiteral("example"));
    QTest::mouseClick(example, Qt::LeftButton);
    QCOMPARE(fixture.input().expression(), QStringLiteral("0.1 + 0.2"));
    QVERIFY(fixture.input().hasFocus());
}

void ConnectionStatesTest::theAdviceToConnectGoesWhenThatIsDone() {
    ListeningServer listening(echo);
    WindowFixture fixture(listening.server.serverPort());
    const auto& line = fixture.find<QLabel>("previewLine");
    fixture.enter("1 +");
    QVERIFY(line.text().contains(QStringLiteral("F5")));
    QVERIFY(fixture.connectNow());
    QVERIFY2(!line.text().contains(QStringLiteral("F5")), qPrintable(line.text()));
    QCOMPARE(fixture.input().expression(), QStringLiteral("1 +"));
}

void ConnectionStatesTest::theAdviceToConnectIsInTheWindowsLanguage() {
    ListeningServer listening(echo);
    WindowFixture fixture(listening.server.serverPort());
    const auto& line = fixture.find<QLabel>("previewLine");
    const auto speak = [&](const char* language) {
        fixture.find<QAction>(language).trigger();
        QCoreApplication::processEvents();
    };
    fixture.enter("1 +");
    const QString english = line.text();
    speak("languageJapaneseAction");
    const QString japanese = line.text();
    const bool isConnected = fixture.connectNow();
    const QString connected = line.text();
    speak("languageEnglishAction");
    QVERIFY(isConnected);
    QVERIFY2(japanese != english && japanese.contains(QStringLiteral("F5")), qPrintable(japanese));
    QVERIFY2(!connected.contains(QStringLiteral("F5")), qPrintable(connected));
    QVERIFY2(!line.text().contains(QStringLiteral("F5")), qPrintable(line.text()));
}

void ConnectionStatesTest::connectingCanBeCancelledAndQueuesWhatIsEntered() {
    FullServer full;
    QTRY_VERIFY(full.isFull());
    WindowFixture fixture(full.serverPort());
    fixture.click("connectButton");
    QTest::qWait(200);
    QCOMPARE(fixture.client.status().state, State::Connecting);
    QVERIFY(fixture.stateWord().contains(QString::number(full.serverPort())));
    QCOMPARE(fixture.find<QPushButton>("connectButton").text(), QStringLiteral("Cancel"));
    fixture.enter("1+1");
    QCOMPARE(fixture.item(0).state, ItemState::Unsent);
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("waits for the connection"));
    fixture.click("connectButton");
    QCOMPARE(fixture.stateWord(), QStringLiteral("Not connected"));
    QCOMPARE(fixture.item(0).state, ItemState::NotAnswered);
}

void ConnectionStatesTest::connectingGivesUpAfterAWhile() {
    FullServer full;
    QTRY_VERIFY(full.isFull());
    WindowFixture fixture(full.serverPort());
    fixture.click("connectButton");
    fixture.type("a draft");
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.stateWord(), QStringLiteral("No connection"), 20'000);
    QVERIFY2(timer.elapsed() >= CalculatorClient::kConnectTimeout.count() / 2, qPrintable(fixture.notice()));
    QCOMPARE(fixture.find<QPushButton>("connectButton").text(), QStringLiteral("Connect"));
    QCOMPARE(fixture.input().expression(), QStringLiteral("a draft"));
}

void ConnectionStatesTest::aServerThatIsBusyWithAnotherClientIsWaitedFor() {
    ScriptedServer server(keepSilent); // the connection is accepted, and nothing is read for a while
    server.leaveHelloToTest();
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.connectNow());
    QTRY_VERIFY(fixture.notice().contains(QStringLiteral("another client"))); // nothing was asked yet
    fixture.enter("1+1");
    QTRY_COMPARE(fixture.shownAnswer(0), QStringLiteral("waits for the server"));
    QCOMPARE(server.lines().size(), 1); // the hello
    QVERIFY(fixture.notice().contains(QStringLiteral("another client")));
    QCOMPARE(fixture.find<QPushButton>("connectButton").text(), QStringLiteral("Disconnect"));
    server.client()->write("{}\n"); // the other one has gone
    QTRY_COMPARE(server.lines().size(), 2);
    server.client()->write("2\n");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QCOMPARE(fixture.notice(), QString());
}

void ConnectionStatesTest::whatIsComputedShowsItsTimeAndCanBeStopped() {
    ScriptedServer server([](QTcpSocket& client, const QByteArray& line) {
        if (line == "first")
            client.write("ok\n");
    });
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.connectNow());
    fixture.enter("first");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.enter("slow");
    fixture.enter("behind it");
    QCOMPARE(fixture.shownAnswer(1), QString());
    QVERIFY(fixture.waitForState(1, ItemState::Sent));
    QCOMPARE(fixture.shownAnswer(1), QString()); // nothing flickers where answers come at once
    QTRY_COMPARE(fixture.shownAnswer(1), QStringLiteral("computing"));
    QTRY_VERIFY(fixture.shownAnswer(1).startsWith(QStringLiteral("computing for 1")));
    QCOMPARE(fixture.shownAnswer(2), QStringLiteral("waiting (number 2 in line)"));
    QTest::keyClick(&fixture.window, Qt::Key_H, Qt::ControlModifier);
    QTest::keyClick(&fixture.find<QWidget>("historyView"), Qt::Key_Delete); // what runs stays
    QCOMPARE(fixture.window.history().rowCount(), 3);
    QVERIFY2(fixture.message().contains(QStringLiteral("stop it first")), qPrintable(fixture.message()));
    fixture.find<QAction>("clearHistoryAction").trigger(); // what has ended goes
    QCOMPARE(fixture.window.history().rowCount(), 2);
    QTest::keyClick(&fixture.window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.window.history().rowCount(), 3);
    fixture.type("typing goes on");
    QCOMPARE(fixture.input().expression(), QStringLiteral("typing goes on"));
    QTest::keyClick(&fixture.window, Qt::Key_Escape, Qt::ShiftModifier);
    QVERIFY(fixture.waitForState(1, ItemState::Stopped) || fixture.waitForState(1, ItemState::NotAnswered));
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connected"));
    QCOMPARE(fixture.input().expression(), QStringLiteral("typing goes on"));
}

void ConnectionStatesTest::aLongAnswerThatComesSlowlyIsShownWhenItIsWhole() {
    ScriptedServer server(keepSilent);
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.connectNow());
    fixture.enter("7 ** 1183293");
    QTRY_COMPARE(server.lines().size(), 1);
    for (int part = 0; part < 10; ++part) {
        server.client()->write(QByteArray(100'000, '7'));
        QTest::qWait(20);
    }
    QTRY_VERIFY(fixture.shownAnswer(0).contains(QStringLiteral("so far")));
    server.client()->write("\n");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QCOMPARE(fixture.item(0).answer.size(), 1'000'000);
    QVERIFY(fixture.shownAnswer(0).size() <= kShownCharacters);
    const auto lines = fixture.window.history().index(0).data(HistoryModel::LinesRole).value<HistoryLines>();
    QVERIFY2(lines.meta.contains(QStringLiteral("1,000,000 digits")), qPrintable(lines.meta));
}

void ConnectionStatesTest::halfALineIsNoAnswer() {
    ScriptedServer server([](QTcpSocket& client, const QByteArray&) { client.write("12345"); });
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.connectNow());
    fixture.enter("12345678");
    QTRY_COMPARE(server.lines().size(), 1);
    QTest::qWait(100);
    QCOMPARE(fixture.item(0).state, ItemState::Sent);
    server.die();
    QVERIFY(fixture.waitForState(0, ItemState::NotAnswered));
    QVERIFY(fixture.item(0).answer.isEmpty());
}

void ConnectionStatesTest::aServerThatSendsUsAwayIsNotCalledAgain() {
    ScriptedServer server(keepSilent);
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.connectNow());
    QTRY_VERIFY(server.client() != nullptr);
    server.client()->write("Error: too many clients\n");
    server.client()->disconnectFromHost();
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Disconnected"));
    QVERIFY(fixture.notice().contains(QStringLiteral("too many clients")));
    QTest::qWait(700); // the first try of a reconnection would come after 500 ms
    QCOMPARE(fixture.client.status().state, State::EndedByServer);
}

void ConnectionStatesTest::aServerThatTalksOutOfTurnIsNoCalculator() {
    ScriptedServer server(keepSilent);
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.connectNow());
    QTRY_VERIFY(server.client() != nullptr);
    server.client()->write("220 mail.example.org ESMTP\n");
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("No connection"));
    QVERIFY(fixture.notice().contains(QStringLiteral("not a calculator")));
}

void ConnectionStatesTest::threeOpenRequestsSurviveTheDeathOfTheServer() {
    ScriptedServer server(keepSilent);
    QVERIFY(server.start());
    const quint16 port = server.serverPort();
    WindowFixture fixture(port);
    QVERIFY(fixture.connectNow());
    for (const char* expression : {"x = 1", "x + 1", "x + 2"})
        fixture.enter(expression);
    QTRY_COMPARE(server.lines().size(), 3);
    fixture.type("a draft");
    server.die();
    for (int row = 0; row < 3; ++row)
        QVERIFY(fixture.waitForState(row, ItemState::NotAnswered));
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connection lost"));
    QVERIFY(fixture.notice().contains(QStringLiteral("Again in")));
    QCOMPARE(fixture.input().expression(), QStringLiteral("a draft"));

    ScriptedServer again(answerInBrackets);
    QVERIFY(again.start(port));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.stateWord(), QStringLiteral("Connected"), 10'000);
    QTest::qWait(200);
    QCOMPARE(again.lines(), QByteArrayList()); // nothing is sent again by itself
    QCOMPARE(fixture.input().expression(), QStringLiteral("a draft"));
    QCOMPARE(fixture.window.history().rowCount(), 3);
}

void ConnectionStatesTest::leavingTellsWhatWasNotAnswered() {
    ScriptedServer server(keepSilent);
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.connectNow());
    fixture.enter("1+1");
    QTRY_COMPARE(server.lines().size(), 1);
    fixture.click("connectButton");
    QCOMPARE(fixture.item(0).state, ItemState::NotAnswered);
    QCOMPARE(fixture.stateWord(), QStringLiteral("Not connected"));
    QVERIFY(fixture.find<QWidget>("serverField").isEnabled());
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::ConnectionStatesTest)
#include "connection_states_test.moc"
