// SPDX-License-Identifier: MIT
#include "client/window/history_item_layout.h"
#include "client/window/pasted_text.h"
#include "tests/client/window/window_fixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>

namespace keisan::client::test {

namespace {

QListView& history(WindowFixture& fixture) {
    return fixture.find<QListView>("historyView");
}

// Where an item shows its buttons, in the viewport.
ItemLayout layoutOf(WindowFixture& fixture, int row) {
    QListView& view = history(fixture);
    const QModelIndex index = view.model()->index(row, 0);
    view.scrollTo(index);
    return {index.data(HistoryModel::LinesRole).value<HistoryLines>(), ItemFonts(view.font()),
            view.visualRect(index)};
}

void clickFirstButton(WindowFixture& fixture, int row) {
    QTest::mouseClick(history(fixture).viewport(), Qt::LeftButton, {},
                      layoutOf(fixture, row).firstButton.center());
}

void clickSecondButton(WindowFixture& fixture, int row) {
    QTest::mouseClick(history(fixture).viewport(), Qt::LeftButton, {},
                      layoutOf(fixture, row).secondButton.center());
}

} // namespace

// What each control and each key of the window does, as far as no other test is about it.
class ControlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shiftEnterKeepsTheText();
    void equalsIsThereWhenThereIsSomethingToEvaluate();
    void theInputGrowsToFiveLines();
    void keysScrollTheHistoryWhileTheInputKeepsTheFocus();
    void theHistoryGivesTheAnswerToo();
    void aChoiceOutlivesCtrl();
    void itemsAreStoppedAndSentAgainByTheMouse();
    void longAnswersAreCopiedAndShownByTheMouse();
    void theMenuOfAnItemIsTheAnswerMenu();
    void aSearchHidesNothingThatIsAskedMeanwhile();
    void theServerFieldTakesAWholeAddressAndEnter();
    void theAddressIsFixedWhileItIsUsed();
    void aLostConnectionIsTriedAtOnceOrGivenUp();
    void whatFailedLeavesAloneWhatWasTypedMeanwhile();
    void theUnderlineGoesWithTheNextKey();
    void pastedLinesAreJoinedOrLeft();
    void tooLongAPasteIsRefusedWithTheLimit();
    void aPasteInTheHistoryGoesToTheInput();
    void theKeypadDoesWhatItsKeysSay();
    void zoomIsOneForAll();
    void theStatusBarTellsWhatHolds();
    void theFirstKeysOfAStartAreNotLost();
    void ctrlQLeavesWithoutAsking();
};

void ControlsTest::shiftEnterKeepsTheText() {
    ConnectedFixture fixture(echo);
    fixture.type("12");
    QTest::keyClick(&fixture.input(), Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QCOMPARE(fixture.input().expression(), QStringLiteral("12"));
    QVERIFY(fixture.input().hasFocus());
}

void ControlsTest::equalsIsThereWhenThereIsSomethingToEvaluate() {
    ConnectedFixture fixture(echo);
    auto& equals = fixture.find<QToolButton>("equalsButton");
    QVERIFY(!equals.isEnabled());
    QCOMPARE(equals.toolTip(), QStringLiteral("Type an expression first"));
    fixture.type("12");
    QVERIFY(equals.isEnabled());
    QTest::mouseClick(&equals, Qt::LeftButton);
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QCOMPARE(fixture.input().expression(), QString());
    QVERIFY(fixture.input().hasFocus());
    QVERIFY(!equals.isEnabled());
}

void ControlsTest::theInputGrowsToFiveLines() {
    WindowFixture fixture(1);
    const int one = fixture.input().height();
    const int line = fixture.input().fontMetrics().lineSpacing();
    const auto fill = [&fixture](double lines) {
        const int columns = fixture.input().viewport()->width() /
                            fixture.input().fontMetrics().horizontalAdvance(QLatin1Char('1'));
        fixture.input().replaceExpression(QString(static_cast<int>(columns * lines), u'1'));
        QTest::qWait(20);
        return fixture.input().height();
    };
    QCOMPARE(fill(0.5), one);
    QVERIFY(std::abs(fill(2.5) - (one + 2 * line)) <= 3);
    QVERIFY(std::abs(fill(4.5) - (one + 4 * line)) <= 5);
    const int most = fill(4.5);
    QCOMPARE(fill(20), most);
    QCOMPARE(fill(0), one);
}

void ControlsTest::keysScrollTheHistoryWhileTheInputKeepsTheFocus() {
    ConnectedFixture fixture(echo);
    for (int i = 0; i < 30; ++i)
        fixture.enter("1");
    QVERIFY(fixture.waitForState(29, ItemState::Answered));
    const QScrollBar& bar = *history(fixture).verticalScrollBar();
    QTRY_COMPARE(bar.value(), bar.maximum());
    fixture.type("draft");
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&fixture.input(), key, modifiers);
        return bar.value();
    };
    const int pageUp = press(Qt::Key_PageUp);
    QVERIFY(pageUp < bar.maximum());
    QVERIFY(press(Qt::Key_PageDown) > pageUp);
    QCOMPARE(press(Qt::Key_Home, Qt::ControlModifier), 0);
    QCOMPARE(press(Qt::Key_End, Qt::ControlModifier), bar.maximum());
    QVERIFY(fixture.input().hasFocus());
    QCOMPARE(fixture.input().textCursor().position(), 5);
}

void ControlsTest::theHistoryGivesTheAnswerToo() {
    ConnectedFixture fixture([](QTcpSocket& client, const QByteArray&) { client.write("42\n"); });
    fixture.enter("6*7");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.type("1 + ");
    QTest::keyClick(&fixture.window, Qt::Key_H, Qt::ControlModifier);
    QTest::keyClick(&history(fixture), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("1 + 42"));
    QVERIFY(fixture.input().hasFocus());
}

void ControlsTest::aChoiceOutlivesCtrl() {
    ConnectedFixture fixture(echo);
    for (const char* expression : {"1", "2", "3"})
        fixture.enter(expression);
    QVERIFY(fixture.waitForState(2, ItemState::Answered));
    QListView& view = history(fixture);
    view.setFocus();
    view.setCurrentIndex(view.model()->index(0, 0));
    view.selectionModel()->select(view.model()->index(1, 0), QItemSelectionModel::Select);
    QTest::keyPress(&view, Qt::Key_Control, Qt::ControlModifier);
    QCOMPARE(view.selectionModel()->selectedIndexes().size(), 2);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("1\n2"));
}

void ControlsTest::itemsAreStoppedAndSentAgainByTheMouse() {
    ConnectedFixture fixture(keepSilent);
    fixture.enter("slow");
    QTRY_VERIFY(!layoutOf(fixture, 0).firstButton.isEmpty());
    clickFirstButton(fixture, 0);
    QVERIFY(fixture.waitForState(0, ItemState::Stopped));
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connected"));
    clickFirstButton(fixture, 0);
    QTRY_COMPARE(fixture.window.history().rowCount(), 2);
    QTRY_COMPARE(fixture.server.lines(), QByteArrayList({"slow", "slow"}));
}

void ControlsTest::longAnswersAreCopiedAndShownByTheMouse() {
    const QByteArray digits(10'000, '7');
    ConnectedFixture fixture([&](QTcpSocket& client, const QByteArray&) { client.write(digits + "\n"); });
    fixture.enter("1");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QVERIFY(fixture.window.findChild<QWidget*>(QStringLiteral("answerPane")) == nullptr);
    clickSecondButton(fixture, 0);
    QCOMPARE(QApplication::clipboard()->text(), QString::fromLatin1(digits));
    clickFirstButton(fixture, 0);
    QVERIFY(fixture.find<QWidget>("answerPane").isVisible());
}

void ControlsTest::theMenuOfAnItemIsTheAnswerMenu() {
    ConnectedFixture fixture(echo);
    fixture.enter("12");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    bool isOffered = false;
    QTimer::singleShot(200, this, [&isOffered, removal = &fixture.find<QAction>("removeAction")] {
        QWidget* menu = QApplication::activePopupWidget();
        isOffered = menu != nullptr && menu->actions().contains(removal);
        if (menu != nullptr)
            menu->close();
    });
    QListView& view = history(fixture);
    Q_EMIT view.customContextMenuRequested(view.visualRect(view.model()->index(0, 0)).center());
    QTRY_VERIFY(isOffered);
}

// A search is about what was; what is asked for now is seen.
void ControlsTest::aSearchHidesNothingThatIsAskedMeanwhile() {
    ConnectedFixture fixture(echo);
    fixture.enter("100");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    auto& search = fixture.find<QLineEdit>("searchField");
    search.setFocus();
    QTest::keyClicks(&search, QStringLiteral("nothing like it"));
    QTRY_COMPARE(history(fixture).model()->rowCount(), 0);
    fixture.enter("200");
    QVERIFY(fixture.waitForState(1, ItemState::Answered));
    QCOMPARE(history(fixture).model()->rowCount(), 2);
    QVERIFY(history(fixture).isVisible());
    QCOMPARE(search.text(), QString());
}

void ControlsTest::theServerFieldTakesAWholeAddressAndEnter() {
    ScriptedServer server(echo);
    QVERIFY(server.start());
    WindowFixture fixture(1);
    QTest::keyClick(&fixture.input(), Qt::Key_L, Qt::ControlModifier);
    auto& field = *fixture.find<QComboBox>("serverField").lineEdit();
    QVERIFY(field.hasFocus());
    QApplication::clipboard()->setText(QStringLiteral("127.0.0.1:%1").arg(server.serverPort()));
    QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier); // in place of all that is chosen
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(field.text(), QStringLiteral("127.0.0.1"));
    QCOMPARE(fixture.find<QSpinBox>("portField").value(), server.serverPort());
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connected"));
    QVERIFY(fixture.input().hasFocus());
    QCOMPARE(fixture.find<QComboBox>("serverField").itemText(0), QApplication::clipboard()->text());
}

void ControlsTest::theAddressIsFixedWhileItIsUsed() {
    ConnectedFixture fixture(echo);
    for (const char* field : {"serverField", "portField"})
        QVERIFY(!fixture.find<QWidget>(field).isEnabled());
    fixture.click("connectButton");
    for (const char* field : {"serverField", "portField"})
        QVERIFY(fixture.find<QWidget>(field).isEnabled());
}

void ControlsTest::aLostConnectionIsTriedAtOnceOrGivenUp() {
    auto server = std::make_unique<ScriptedServer>(echo);
    QVERIFY(server->start());
    const quint16 port = server->serverPort();
    WindowFixture fixture(port);
    QVERIFY(fixture.connectNow());
    const auto lose = [&] {
        server->die();
        server.reset();
        QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connection lost"));
    };
    lose();
    server = std::make_unique<ScriptedServer>(echo);
    QVERIFY(server->start(port));
    fixture.click("retryButton");
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connected"));
    QCOMPARE(fixture.notice(), QString());
    lose();
    fixture.click("giveUpButton");
    QCOMPARE(fixture.stateWord(), QStringLiteral("Not connected"));
    QCOMPARE(fixture.notice(), QString());
    QTest::qWait(1'200); // a server of this computer would be asked every second
    QCOMPARE(fixture.client.status().state, CalculatorClient::State::Disconnected);
}

void ControlsTest::whatFailedLeavesAloneWhatWasTypedMeanwhile() {
    ConnectedFixture fixture(keepSilent);
    fixture.enter("12 +* 3");
    QTRY_COMPARE(fixture.server.lines().size(), 1);
    fixture.type("4");
    fixture.server.client()->write("Error: invalid syntax\n");
    QVERIFY(fixture.waitForState(0, ItemState::Failed));
    QTest::qWait(50);
    QCOMPARE(fixture.input().expression(), QStringLiteral("4"));
    QVERIFY(fixture.input().extraSelections().isEmpty());
}

void ControlsTest::theUnderlineGoesWithTheNextKey() {
    ConnectedFixture fixture(
        [](QTcpSocket& client, const QByteArray&) { client.write("Error: invalid syntax\n"); });
    const auto isUnderlined = [&fixture] {
        const auto marks = fixture.input().extraSelections();
        return std::any_of(marks.begin(), marks.end(), [](const QTextEdit::ExtraSelection& mark) {
            return mark.format.underlineStyle() == QTextCharFormat::WaveUnderline;
        });
    };
    fixture.enter("12 +* 3");
    QTRY_VERIFY(isUnderlined());
    QTest::keyClick(&fixture.input(), Qt::Key_Delete);
    QCOMPARE(fixture.input().expression(), QStringLiteral("12 + 3"));
    QVERIFY(!isUnderlined());
}

void ControlsTest::pastedLinesAreJoinedOrLeft() {
    ConnectedFixture fixture(echo);
    const auto paste = [&fixture] {
        QApplication::clipboard()->setText(QStringLiteral("1 +\n2 +\n3\n"));
        QTest::keyClick(&fixture.input(), Qt::Key_V, Qt::ControlModifier);
        return fixture.find<QWidget>("pasteBar").isVisible();
    };
    QVERIFY(paste());
    fixture.click("pasteJoinButton");
    QCOMPARE(fixture.input().expression(), QStringLiteral("1 + 2 + 3"));
    fixture.input().replaceExpression({});
    QVERIFY(paste());
    fixture.click("pasteCancelButton");
    QVERIFY(!fixture.find<QWidget>("pasteBar").isVisible());
    QVERIFY(fixture.input().hasFocus());
    QVERIFY(paste());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!fixture.find<QWidget>("pasteBar").isVisible());
    QCOMPARE(fixture.input().expression(), QString());
    QVERIFY(fixture.server.lines().isEmpty());
}

void ControlsTest::tooLongAPasteIsRefusedWithTheLimit() {
    WindowFixture fixture(1);
    fixture.type("1");
    QApplication::clipboard()->setText(QString(kMaxPastedBytes + 1, u'1'));
    QTest::keyClick(&fixture.input(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("1"));
    QVERIFY2(fixture.message().contains(QStringLiteral("1 MiB")), qPrintable(fixture.message()));
}

void ControlsTest::aPasteInTheHistoryGoesToTheInput() {
    ConnectedFixture fixture(echo);
    fixture.enter("12");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QTest::keyClick(&fixture.window, Qt::Key_H, Qt::ControlModifier);
    QApplication::clipboard()->setText(QStringLiteral("２＋３"));
    QTest::keyClick(&history(fixture), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("2+3"));
    QVERIFY(fixture.input().hasFocus());
}

void ControlsTest::theKeypadDoesWhatItsKeysSay() {
    ConnectedFixture fixture(echo);
    QTest::keyClick(&fixture.window, Qt::Key_K, Qt::ControlModifier);
    const auto press = [&fixture](const QStringList& keys) {
        for (const QString& key : keys)
            QTest::mouseClick(fixture.window.findChild<QAbstractButton*>(QStringLiteral("key ") + key),
                              Qt::LeftButton);
        return fixture.input().expression();
    };
    const auto keys = [](const char* text) { return QString::fromUtf8(text).split(QLatin1Char(' ')); };
    QCOMPARE(press(keys("7 × 8 − ( 1 . 5 ) & 2")), QStringLiteral("7 * 8 - (1.5) & 2"));
    QCOMPARE(press(keys("⌫ ⌫")), QStringLiteral("7 * 8 - (1.5) &"));
    QCOMPARE(press(keys("C")), QString());
    QCOMPARE(press(keys("√ 2 ) x² xʸ 3 // π % |")), QStringLiteral("sqrt(2) ** 2 ** 3 // pi %  | "));
    QCOMPARE(press(keys("C 4 2 =")), QString());
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QCOMPARE(fixture.item(0).expression, QStringLiteral("42"));
    QVERIFY(fixture.input().hasFocus());
}

void ControlsTest::zoomIsOneForAll() {
    ConnectedFixture fixture(echo);
    fixture.window.resize(1'200, 800);
    fixture.enter("0.5");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    for (const char* pane : {"answerPaneAction", "keypadAction"})
        fixture.find<QAction>(pane).setChecked(true);
    const QList<QWidget*> widgets{&fixture.input(),
                                  &history(fixture),
                                  &fixture.find<QWidget>("digitsView"),
                                  &fixture.find<QWidget>("key 7"),
                                  &fixture.find<QWidget>("stateWord"),
                                  &fixture.find<QWidget>("previewLine"),
                                  &fixture.find<QWidget>("zoom"),
                                  fixture.window.findChild<QMenu*>()};
    const auto sizes = [&widgets] {
        QList<double> points;
        for (const QWidget* widget : widgets)
            points << widget->font().pointSizeF();
        return points;
    };
    const QList<double> before = sizes();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&fixture.input(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(fixture.find<QToolButton>("zoom").text(), QStringLiteral("150 %"));
    for (int i = 0; i < widgets.size(); ++i)
        QVERIFY2(QTest::qWaitFor([&] { return std::abs(sizes()[i] / before[i] - 1.5) < 0.1; }, 1'000),
                 qPrintable(QStringLiteral("%1: %2 points were %3")
                                .arg(widgets[i]->objectName())
                                .arg(sizes()[i])
                                .arg(before[i])));
    QTest::keyClick(&fixture.input(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(fixture.find<QToolButton>("zoom").text(), QStringLiteral("140 %"));
    QTest::keyClick(&fixture.input(), Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(sizes(), before);
}

void ControlsTest::theStatusBarTellsWhatHolds() {
    ConnectedFixture fixture(echo);
    fixture.window.resize(1'000, 600);
    fixture.enter("12");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QTRY_COMPARE(fixture.find<QLabel>("answerCount").text(), QStringLiteral("Answers: 1"));
    const auto shows = [&fixture](const char* name) { return fixture.find<QToolButton>(name).text(); };
    QCOMPARE(shows("notation"), QStringLiteral("dec"));
    QCOMPARE(shows("grouping"), QStringLiteral("grouping on"));
    QCOMPARE(shows("zoom"), QStringLiteral("100 %"));
    QCOMPARE(shows("language"), QStringLiteral("English"));
    QTest::mouseClick(&fixture.find<QToolButton>("grouping"), Qt::LeftButton);
    QCOMPARE(shows("grouping"), QStringLiteral("grouping off"));
}

// The history is read and the server called after the window is there: what is typed meanwhile stays.
void ControlsTest::theFirstKeysOfAStartAreNotLost() {
    ScriptedServer server(echo);
    QVERIFY(server.start());
    ClientWindow::Options options = WindowFixture::optionsFor(server.serverPort());
    options.connectNow = true;
    CalculatorClient client(CalculatorClient::Speech::Structured);
    ClientWindow window(client, options);
    window.show();
    auto& input = *window.findChild<ExpressionEdit*>();
    QTest::keyClicks(&input, QStringLiteral("6*7")); // before the first turn of the event loop
    QTRY_COMPARE(client.status().state, CalculatorClient::State::Connected);
    QTest::keyClicks(&input, QStringLiteral("+1"));
    QCOMPARE(input.expression(), QStringLiteral("6*7+1"));
}

void ControlsTest::ctrlQLeavesWithoutAsking() {
    ConnectedFixture fixture(keepSilent);
    fixture.enter("slow");
    QTRY_COMPARE(fixture.server.lines().size(), 1);
    QTest::keyClick(&fixture.input(), Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(!fixture.window.isVisible());
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::ControlsTest)
#include "controls_test.moc"
