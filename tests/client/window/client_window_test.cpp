// SPDX-License-Identifier: MIT
#include "tests/client/window/window_fixture.h"

namespace keisan::client::test {

namespace {

// Answers each line with itself in brackets: answers that stand beside the wrong expression are seen.
void echo(QTcpSocket& client, const QByteArray& line) {
    client.write("[" + line + "]\n");
}

void keepSilent(QTcpSocket&, const QByteArray&) {}

// A port nobody listens on.
quint16 freePort() {
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

class ClientWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectsAndShowsAnAnswerByMouseAndKeys();
    void keepsTheTextAndSaysSoWhenThereIsNoConnection();
    void refusedConnectionIsToldInWordsWithARetryThatWorks();
    void pipelinesWhatIsEnteredInOrder();
    void losesNoneOfTwoHundredFastKeys();
    void showsAnErrorAsAnError();
};

void ClientWindowTest::connectsAndShowsAnAnswerByMouseAndKeys() {
    ScriptedServer server(
        [](QTcpSocket& client, const QByteArray& line) { client.write(line == "2+3" ? "5\n" : "?\n"); });
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.input().hasFocus());
    QVERIFY(fixture.connectNow());
    QCOMPARE(fixture.stateWord(), QStringLiteral("Connected"));
    QVERIFY(fixture.input().hasFocus());
    fixture.enter("2+3");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("5"));
    QVERIFY(fixture.input().expression().isEmpty());
    QVERIFY(fixture.find<QWidget>("historyView").isVisible());
}

void ClientWindowTest::keepsTheTextAndSaysSoWhenThereIsNoConnection() {
    WindowFixture fixture(freePort());
    fixture.enter("2+3");
    QCOMPARE(fixture.input().expression(), QStringLiteral("2+3"));
    QVERIFY(fixture.find<QLabel>("previewLine").text().contains(QStringLiteral("F5")));
    QCOMPARE(fixture.window.history().rowCount(), 0);
}

void ClientWindowTest::refusedConnectionIsToldInWordsWithARetryThatWorks() {
    const quint16 port = freePort();
    WindowFixture fixture(port);
    fixture.type("2+3");
    fixture.click("connectButton");
    QTRY_VERIFY(!fixture.notice().isEmpty());
    QVERIFY2(fixture.notice().contains(QStringLiteral("keisan-server")), qPrintable(fixture.notice()));
    QCOMPARE(fixture.input().expression(), QStringLiteral("2+3"));

    ScriptedServer server(echo);
    QVERIFY(server.start(port));
    fixture.click("retryButton");
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connected"));
    QCOMPARE(fixture.notice(), QString());
    QCOMPARE(fixture.input().expression(), QStringLiteral("2+3"));
}

void ClientWindowTest::pipelinesWhatIsEnteredInOrder() {
    ScriptedServer server(keepSilent);
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.connectNow());
    for (const char* expression : {"1", "22", "333", "4444"})
        fixture.enter(expression);
    QTRY_COMPARE(server.lines(), QByteArrayList({"1", "22", "333", "4444"}));
    server.client()->write("a\nb\nc\nd\n");
    QVERIFY(fixture.waitForState(3, ItemState::Answered));
    for (int row = 0; row < 4; ++row)
        QCOMPARE(fixture.shownAnswer(row), QString(QChar(u'a' + row)));
}

void ClientWindowTest::losesNoneOfTwoHundredFastKeys() {
    WindowFixture fixture(freePort());
    QString typed;
    for (int i = 0; i < 200; ++i)
        typed += QChar(u'!' + i % 90);
    QTest::keyClicks(&fixture.input(), typed, Qt::NoModifier, 10);
    QCOMPARE(fixture.input().expression(), typed);
}

void ClientWindowTest::showsAnErrorAsAnError() {
    ScriptedServer server(
        [](QTcpSocket& client, const QByteArray&) { client.write("Error: division by zero\n"); });
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.connectNow());
    fixture.enter("1/0");
    QVERIFY(fixture.waitForState(0, ItemState::Failed));
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("division by zero"));
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::ClientWindowTest)
#include "client_window_test.moc"
