// SPDX-License-Identifier: MIT
#include "tests/client/window/window_fixture.h"

#include <QTemporaryDir>

#include <algorithm>

namespace keisan::client::test {

namespace {

// Answers each line with itself in brackets: answers that stand beside the wrong expression are seen.
void answerInBrackets(QTcpSocket& client, const QByteArray& line) {
    client.write("[" + line + "]\n");
}

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
    void keysAreSeenSoonWithALongHistory();
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

    ScriptedServer server(answerInBrackets);
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

// Ten times what is promised: the bench measures the promise itself.
void ClientWindowTest::keysAreSeenSoonWithALongHistory() {
    constexpr int kMedianMs = 10 * 16;
    constexpr int kPercentile95Ms = 10 * 32;
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("history.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < HistoryModel::kMaxItems; ++i) {
        const QByteArray number = QByteArray::number(i);
        file.write(R"({"id":")" + number + R"(","expression":")" + number + R"( * 3","answer":"12345678"})" +
                   '\n');
    }
    file.close();
    CalculatorClient client;
    ClientWindow window(client, {.historyPath = file.fileName()});
    window.show();
    QTRY_COMPARE(window.history().rowCount(), HistoryModel::kMaxItems);
    auto& input = *window.findChild<ExpressionEdit*>();
    QList<qint64> times;
    for (int i = 0; i < 100; ++i) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(&input, Qt::Key_7);
        input.viewport()->repaint();
        QCoreApplication::processEvents();
        times << timer.elapsed();
    }
    QCOMPARE(input.expression().size(), 100);
    std::sort(times.begin(), times.end());
    QVERIFY2(times[50] <= kMedianMs, qPrintable(QString::number(times[50])));
    QVERIFY2(times[95] <= kPercentile95Ms, qPrintable(QString::number(times[95])));
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::ClientWindowTest)
#include "client_window_test.moc"
