// SPDX-License-Identifier: MIT
#include "client/window/digits_view.h"
#include "tests/client/window/window_fixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeWidget>

namespace keisan::client::test {

// What one does with the window all day.
class WindowUseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void olderExpressionsComeBackAndTheDraftToo();
    void itemsAreSearchedNotedRemovedAndBroughtBack();
    void undoTakesBackTheNewestDeedWhereverItWas();
    void aWrongExpressionComesBackWithTheCursorAtTheFault();
    void aRuntimeErrorComesBackSelected();
    void anOperatorGoesOnFromTheLastAnswer();
    void fullWidthInputIsMadePlainAtTheCommit();
    void severalPastedLinesAreAskedAbout();
    void whatIsTypedInTheHistoryGoesToTheInput();
    void aMillionDigitsAreShownFoundAndCopiedWhole();
    void theKeypadLosesNoClick();
    void theWirePaneShowsEveryLine();
    void bitsMakeANewLiteral();
    void bitsFitThePane();
    void theWindowSpeaksJapaneseAndBack();
    void historyAndSettingsOutliveTheWindow();
};

void WindowUseTest::olderExpressionsComeBackAndTheDraftToo() {
    ConnectedFixture fixture(echo);
    for (const char* expression : {"12", "x + 1", "13"})
        fixture.enter(expression);
    fixture.type("1");
    QTest::keyClick(&fixture.input(), Qt::Key_Up);
    QCOMPARE(fixture.input().expression(), QStringLiteral("13"));
    QTest::keyClick(&fixture.input(), Qt::Key_Up);
    QCOMPARE(fixture.input().expression(), QStringLiteral("12"));
    QTest::keyClick(&fixture.input(), Qt::Key_Up);
    QCOMPARE(fixture.input().expression(), QStringLiteral("12"));
    QTest::keyClick(&fixture.input(), Qt::Key_Down);
    QTest::keyClick(&fixture.input(), Qt::Key_Down);
    QCOMPARE(fixture.input().expression(), QStringLiteral("1"));
}

void WindowUseTest::itemsAreSearchedNotedRemovedAndBroughtBack() {
    ConnectedFixture fixture(echo);
    for (const char* expression : {"100", "200", "300"})
        fixture.enter(expression);
    QVERIFY(fixture.waitForState(2, ItemState::Answered));
    auto& view = fixture.find<QListView>("historyView");
    QTest::keyClick(&fixture.window, Qt::Key_F, Qt::ControlModifier);
    auto& search = fixture.find<QLineEdit>("searchField");
    QVERIFY(search.hasFocus());
    QTest::keyClicks(&search, QStringLiteral("20"));
    QTRY_COMPARE(view.model()->rowCount(), 1);
    QCOMPARE(fixture.find<QLabel>("foundCount").text(), QStringLiteral("1/3"));
    QTest::keyClicks(&search, QStringLiteral("x"));
    QTRY_VERIFY(fixture.find<QPushButton>("clearSearchButton").isVisible());
    fixture.click("clearSearchButton");
    QCOMPARE(view.model()->rowCount(), 3);
    QTest::keyClick(&fixture.window, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&search, QStringLiteral("20"));
    QTRY_COMPARE(view.model()->rowCount(), 1);
    QTest::keyClick(&search, Qt::Key_Escape);
    QCOMPARE(view.model()->rowCount(), 3);
    QVERIFY(fixture.input().hasFocus());

    QTest::keyClick(&fixture.window, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(view.hasFocus());
    QTest::keyClick(&view, Qt::Key_F2);
    QTRY_VERIFY(fixture.window.findChild<QLineEdit*>(QStringLiteral("noteEditor")) != nullptr);
    auto& editor = fixture.find<QLineEdit>("noteEditor");
    QTest::keyClicks(&editor, QStringLiteral("the last"));
    QTest::keyClick(&editor, Qt::Key_Return);
    QTRY_COMPARE(fixture.item(2).note, QStringLiteral("the last"));

    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Delete);
    QCOMPARE(fixture.window.history().rowCount(), 2);
    QTest::keyClick(&fixture.window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.window.history().rowCount(), 3);
    QCOMPARE(fixture.item(2).note, QStringLiteral("the last"));
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(fixture.input().expression(), QStringLiteral("300"));
}

void WindowUseTest::undoTakesBackTheNewestDeedWhereverItWas() {
    ConnectedFixture fixture(echo);
    fixture.enter("100");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.type("abc");
    auto& view = fixture.find<QListView>("historyView");
    QTest::keyClick(&fixture.window, Qt::Key_H, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_Delete);
    QCOMPARE(fixture.window.history().rowCount(), 0);
    QTest::keyClick(&fixture.input(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.window.history().rowCount(), 1);
    QCOMPARE(fixture.input().expression(), QStringLiteral("abc"));
    QTest::keyClick(&fixture.input(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.input().expression(), QString());
    QTest::keyClick(&fixture.input(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("abc"));
    QTest::keyClick(&fixture.input(), Qt::Key_Escape);
    QCOMPARE(fixture.input().expression(), QString());
    QTest::keyClick(&fixture.input(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("abc"));
}

void WindowUseTest::aWrongExpressionComesBackWithTheCursorAtTheFault() {
    ConnectedFixture fixture(
        [](QTcpSocket& client, const QByteArray&) { client.write("Error: invalid syntax\n"); });
    fixture.enter("12 +* 3");
    QVERIFY(fixture.waitForState(0, ItemState::Failed));
    QTRY_COMPARE(fixture.input().expression(), QStringLiteral("12 +* 3"));
    QCOMPARE(fixture.input().textCursor().position(), 4);
    const auto marks = fixture.input().extraSelections();
    QVERIFY(!marks.isEmpty());
    QCOMPARE(marks.first().cursor.selectedText(), QStringLiteral("*"));
}

void WindowUseTest::aRuntimeErrorComesBackSelected() {
    ConnectedFixture fixture(
        [](QTcpSocket& client, const QByteArray&) { client.write("Error: division by zero\n"); });
    fixture.enter("1/0");
    QTRY_COMPARE(fixture.input().textCursor().selectedText(), QStringLiteral("1/0"));
    fixture.type("2");
    QCOMPARE(fixture.input().expression(), QStringLiteral("2"));
}

void WindowUseTest::anOperatorGoesOnFromTheLastAnswer() {
    ConnectedFixture fixture(echo);
    fixture.enter("5");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.enter("* 2");
    fixture.enter("- 2");
    QTRY_COMPARE(fixture.server.lines(), QByteArrayList({"5", "_ * 2", "- 2"}));
}

void WindowUseTest::fullWidthInputIsMadePlainAtTheCommit() {
    ConnectedFixture fixture(echo);
    QInputMethodEvent preedit(QStringLiteral("２＋"), {});
    QApplication::sendEvent(&fixture.input(), &preedit);
    QCOMPARE(fixture.input().expression(), QString());
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("２＋３×データ"));
    QApplication::sendEvent(&fixture.input(), &commit);
    QCOMPARE(fixture.input().expression(), QStringLiteral("2+3*データ"));
    QCOMPARE(fixture.server.lines().size(), 0); // what ends a conversion evaluates nothing
}

void WindowUseTest::severalPastedLinesAreAskedAbout() {
    ConnectedFixture fixture(echo);
    QApplication::clipboard()->setText(QStringLiteral(">>> 1\n>>> ２\n"));
    QTest::keyClick(&fixture.input(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(fixture.find<QWidget>("pasteBar").isVisible());
    QCOMPARE(fixture.input().expression(), QString());
    fixture.click("pasteRunButton");
    QTRY_COMPARE(fixture.server.lines(), QByteArrayList({"1", "2"}));
    QVERIFY(!fixture.find<QWidget>("pasteBar").isVisible());
    QApplication::clipboard()->setText(QStringLiteral("1,234,567"));
    QTest::keyClick(&fixture.input(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("1234567"));
    QTest::keyClick(&fixture.input(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("1,234,567"));
    QTest::keyClick(&fixture.input(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("1234567"));
    QTest::keyClick(&fixture.input(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("12345671,234,567"));
}

void WindowUseTest::whatIsTypedInTheHistoryGoesToTheInput() {
    ConnectedFixture fixture(echo);
    fixture.enter("100");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    auto& view = fixture.find<QListView>("historyView");
    view.setFocus();
    QTest::keyClicks(&view, QStringLiteral("7"));
    QVERIFY(fixture.input().hasFocus());
    QCOMPARE(fixture.input().expression(), QStringLiteral("7"));
}

void WindowUseTest::aMillionDigitsAreShownFoundAndCopiedWhole() {
    const QByteArray digits = QByteArray(500'000, '4') + "123" + QByteArray(499'997, '5');
    ConnectedFixture fixture([&](QTcpSocket& client, const QByteArray&) { client.write(digits + "\n"); });
    fixture.enter("1");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QTest::keyClick(&fixture.window, Qt::Key_I, Qt::ControlModifier);
    auto& view = fixture.find<DigitsView>("digitsView");
    QTRY_VERIFY(view.isVisible());
    QCOMPARE(view.document()->firstBlock().length(), DigitsView::kLineLength + 1);
    QVERIFY(view.findNext(QStringLiteral("41235")));
    view.copy();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("41235"));
    view.selectAll();
    view.copy();
    QCOMPARE(QApplication::clipboard()->text(), QString::fromLatin1(digits));
    QElapsedTimer timer;
    timer.start();
    fixture.type("1");
    QVERIFY2(timer.elapsed() < 160, qPrintable(QString::number(timer.elapsed())));
}

void WindowUseTest::theKeypadLosesNoClick() {
    ConnectedFixture fixture(echo);
    QTest::keyClick(&fixture.window, Qt::Key_K, Qt::ControlModifier);
    auto* one = fixture.window.findChild<QAbstractButton*>(QStringLiteral("key 1"));
    auto* zero = fixture.window.findChild<QAbstractButton*>(QStringLiteral("key 0"));
    QVERIFY(one != nullptr && zero != nullptr);
    QString expected;
    for (int i = 0; i < 50; ++i) {
        QTest::mouseClick(i % 2 == 0 ? one : zero, Qt::LeftButton, {}, {}, 40);
        expected += i % 2 == 0 ? u'1' : u'0';
    }
    QCOMPARE(fixture.input().expression(), expected);
    QVERIFY(fixture.input().hasFocus());
}

void WindowUseTest::theWirePaneShowsEveryLine() {
    ConnectedFixture fixture(echo);
    fixture.window.findChild<QAction*>(QStringLiteral("wirePaneAction"))->trigger();
    fixture.enter("12");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    auto* model = fixture.find<QTableView>("wireTable").model();
    QTRY_COMPARE(model->rowCount(), 2);
    QVERIFY(model->index(0, 1).data().toString().contains(QStringLiteral("sent")));
    QCOMPARE(model->index(0, 2).data().toString(), QStringLiteral("3"));
    QCOMPARE(model->index(1, 3).data().toString(), QStringLiteral("12"));
}

void WindowUseTest::bitsMakeANewLiteral() {
    ConnectedFixture fixture(echo);
    QTest::keyClick(&fixture.window, Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!fixture.find<QLabel>("bitsWords").text().isEmpty());
    fixture.enter("5");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    auto& bits = fixture.find<QWidget>("bitsView");
    QTRY_VERIFY(bits.isVisible());
    QTest::keyClick(&bits, Qt::Key_End);
    QTest::keyClick(&bits, Qt::Key_Left);
    QTest::keyClick(&bits, Qt::Key_Space);
    QCOMPARE(fixture.input().expression(), QStringLiteral("0x7"));
    QCOMPARE(fixture.server.lines().size(), 1); // nothing is evaluated by it
}

void WindowUseTest::bitsFitThePane() {
    ConnectedFixture fixture(echo);
    QTest::keyClick(&fixture.window, Qt::Key_B, Qt::ControlModifier);
    fixture.enter("-9223372036854775808");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    auto& bits = fixture.find<QWidget>("bitsView");
    QTRY_VERIFY(bits.isVisible());
    QCOMPARE(bits.heightForWidth(250), 2 * bits.heightForWidth(1'000)); // rows of 8 instead of 16
    for (const int width : {700, 900, 1'280}) {
        fixture.window.resize(width, 600);
        QTest::qWait(20);
        QVERIFY(bits.isVisible());
        QVERIFY(bits.width() <= bits.parentWidget()->width()); // nothing has to be scrolled sideways
        QVERIFY(bits.height() >= bits.heightForWidth(bits.width()));
    }
}

void WindowUseTest::theWindowSpeaksJapaneseAndBack() {
    ConnectedFixture fixture(echo);
    fixture.window.findChild<QAction*>(QStringLiteral("languageJapaneseAction"))->trigger();
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("接続済み"));
    QCOMPARE(fixture.find<QPushButton>("connectButton").text(), QStringLiteral("切断"));
    QVERIFY(fixture.window.menuBar()->actions().first()->text().contains(QStringLiteral("ファイル")));
    for (auto* button : fixture.window.findChildren<QPushButton*>()) {
        if (button->isVisible())
            QVERIFY2(button->sizeHint().width() <= button->width(), qPrintable(button->text()));
    }
    fixture.window.findChild<QAction*>(QStringLiteral("languageEnglishAction"))->trigger();
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connected"));
}

void WindowUseTest::historyAndSettingsOutliveTheWindow() {
    const QTemporaryDir folder;
    ScriptedServer server(echo);
    QVERIFY(server.start());
    const ClientWindow::Options options{.address =
                                            ServerAddress{QStringLiteral("127.0.0.1"), server.serverPort()},
                                        .connectNow = true,
                                        .settingsPath = folder.filePath(QStringLiteral("client.ini")),
                                        .historyPath = folder.filePath(QStringLiteral("history.jsonl"))};
    {
        CalculatorClient client;
        ClientWindow window(client, options);
        window.show();
        QTRY_COMPARE(client.status().state, CalculatorClient::State::Connected);
        QTest::keyClicks(window.findChild<ExpressionEdit*>(), QStringLiteral("42"));
        QTest::keyClick(window.findChild<ExpressionEdit*>(), Qt::Key_Return);
        QTRY_COMPARE(window.history().answeredCount(), 1);
        window.findChild<QAction*>(QStringLiteral("zoomInAction"))->trigger();
        window.close();
    }
    CalculatorClient client;
    ClientWindow window(client, {.settingsPath = options.settingsPath, .historyPath = options.historyPath});
    window.show();
    QTRY_COMPARE(window.history().rowCount(), 1);
    QCOMPARE(window.history().item(0).answer, QByteArray("42"));
    QCOMPARE(window.findChild<QToolButton*>(QStringLiteral("zoom"))->text(), QStringLiteral("110 %"));
    QTRY_COMPARE(client.status().state, CalculatorClient::State::Connected); // as it was left
    QCOMPARE(client.status().address.port, server.serverPort());
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::WindowUseTest)
#include "window_use_test.moc"
