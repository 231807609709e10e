// SPDX-License-Identifier: MIT
#include "tests/client/window/window_fixture.h"

#include <QProcess>
#include <QRegularExpression>
#include <QToolButton>

#include <memory>

namespace keisan::client::test {

namespace {

// The tutorial's server, which evaluates with Python and serves one client at a time.
class TutorialServer {
public:
    explicit TutorialServer(quint16 port = 0) {
        m_process.start(QStringLiteral(KEISAN_PYTHON),
                        {QStringLiteral(KEISAN_TUTORIAL_SERVER), QString::number(port)});
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
            m_process.waitForReadyRead(10'000);
        const QRegularExpression listening(QStringLiteral(R"(:(\d+)\s*$)"));
        m_port = listening.match(QString::fromUtf8(m_process.readLine())).captured(1).toUShort();
        QVERIFY(m_port != 0);
    }
    ~TutorialServer() { kill(); }
    Q_DISABLE_COPY_MOVE(TutorialServer)

    quint16 port() const { return m_port; }
    void kill() {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }

    // What it printed since the last time.
    QByteArray log() {
        m_process.waitForReadyRead(100);
        return m_process.readAllStandardOutput();
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace

// Our window and the tutorial's server.
class TutorialServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWindowTalksToItPlainly();
    void theSecondWindowWaitsUntilTheFirstHasGone();
    void theSecondWindowMayLeaveBeforeItWasServed();
    void stoppingResetsTheConnectionAndItServesOn();
    void itsDeathLosesNothing();
};

void TutorialServerTest::theWindowTalksToItPlainly() {
    TutorialServer server;
    WindowFixture fixture(server.port());
    QVERIFY(fixture.connectNow());
    fixture.enter("2+3");
    fixture.enter("1/0");
    fixture.enter("'a' 'b'");
    QVERIFY(fixture.waitForState(2, ItemState::Answered));
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("5"));
    QCOMPARE(fixture.item(1).state, ItemState::Failed);
    QVERIFY(fixture.shownAnswer(1).contains(QStringLiteral("division by zero")));
    QCOMPARE(fixture.shownAnswer(2), QStringLiteral("ab"));
    QCOMPARE(fixture.find<QToolButton>("modeButton").text(), QStringLiteral("plain"));
    QCOMPARE(fixture.window.history().rowCount(), 3); // the answer to the hello is none of ours
    fixture.click("connectButton");
    QCOMPARE(fixture.stateWord(), QStringLiteral("Not connected"));
    QVERIFY(QTest::qWaitFor([&] { return server.log().contains("Connection closed by client"); }));
}

void TutorialServerTest::theSecondWindowWaitsUntilTheFirstHasGone() {
    TutorialServer server;
    WindowFixture first(server.port());
    QVERIFY(first.connectNow());
    first.enter("1+1");
    QVERIFY(first.waitForState(0, ItemState::Answered));
    WindowFixture second(server.port());
    QVERIFY(second.connectNow());
    QTRY_VERIFY(second.notice().contains(QStringLiteral("another client")));
    second.enter("2+2");
    second.enter("3+3");
    second.type("4+4");
    QTRY_COMPARE(second.shownAnswer(0), QStringLiteral("waits for the server"));
    QTest::qWait(300);
    QCOMPARE(second.item(0).state, ItemState::Unsent);
    first.enter("5+5"); // the first is served as before
    QVERIFY(first.waitForState(1, ItemState::Answered));
    first.click("connectButton");
    QVERIFY(second.waitForState(1, ItemState::Answered));
    QCOMPARE(second.shownAnswer(0), QStringLiteral("4"));
    QCOMPARE(second.shownAnswer(1), QStringLiteral("6"));
    QCOMPARE(second.notice(), QString());
    QCOMPARE(second.input().expression(), QStringLiteral("4+4"));
}

void TutorialServerTest::theSecondWindowMayLeaveBeforeItWasServed() {
    TutorialServer server;
    WindowFixture first(server.port());
    QVERIFY(first.connectNow());
    {
        WindowFixture second(server.port());
        QVERIFY(second.connectNow());
        second.enter("2+2");
        second.click("connectButton");
        QCOMPARE(second.item(0).state, ItemState::NotAnswered);
    }
    first.click("connectButton");
    WindowFixture third(server.port());
    QVERIFY(third.connectNow());
    third.enter("3+3");
    QVERIFY(third.waitForState(0, ItemState::Answered));
}

void TutorialServerTest::stoppingResetsTheConnectionAndItServesOn() {
    TutorialServer server;
    WindowFixture fixture(server.port());
    QVERIFY(fixture.connectNow());
    fixture.enter("1+1");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.enter("[i for i in (1,)*10**7 if i-1]"); // about half a second of Python
    QTRY_COMPARE(fixture.item(1).state, ItemState::Sent);
    QTest::keyClick(&fixture.input(), Qt::Key_Escape);
    QVERIFY(fixture.waitForState(1, ItemState::Stopped));
    fixture.enter("2+2");
    QVERIFY(QTest::qWaitFor([&] { return fixture.item(2).state == ItemState::Answered; }, 20'000));
    QCOMPARE(fixture.shownAnswer(2), QStringLiteral("4"));
}

void TutorialServerTest::itsDeathLosesNothing() {
    auto server = std::make_unique<TutorialServer>();
    const quint16 port = server->port();
    WindowFixture fixture(port);
    QVERIFY(fixture.connectNow());
    fixture.enter("1+1");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.type("a draft");
    server->kill();
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connection lost"));
    server = std::make_unique<TutorialServer>(port);
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connected"));
    QCOMPARE(fixture.input().expression(), QStringLiteral("a draft"));
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::TutorialServerTest)
#include "tutorial_server_test.moc"
