// SPDX-License-Identifier: MIT
#include "client/window/answer_pane.h"
#include "client/window/digits_view.h"
#include "tests/client/window/window_fixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

namespace keisan::client::test {

// What can be done with the answers that are there: how they are written, copied, shown whole and kept.
class AnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anErrorShowsItsTypeItsPlaceAndWhatHelps();
    void aNotationIsTheItemsOwnAndMarked();
    void aNotationGoesBackWithItsOwnKey();
    void groupingIsPaintedAndNeverCopied();
    void copyingTheLastAnswerSaysSo();
    void severalCopiedItemsAreATableToo();
    void theAnswerMenuCopiesInEveryForm();
    void whyTellsWhatAFloatIs();
    void anAnswerIsLaidOutOnce();
    void keysComeToTheNewestAnswer();
    void aPaneThatIsClosedLeavesTheFocusToTheInput();
    void aPaneBehindAnotherComesForwardBeforeItCloses();
    void anUndockedPaneKeepsTheFocus();
    void aPaneOfAMinimisedWindowStaysOpenWithTheFocus();
    void theBitsAreThoseOfTheNewestAnswer();
    void theServerIsAskedForOtherBasesOfALongInt();
    void ctrlFInsideTheAnswerPaneFindsThere();
    void clearingTheHistoryIsUndone();
    void longAnswersPastTheMemoryLimitKeepTheirEnds();
    void anAnswerKeptByItsEndsIsNotPassedOffAsWhole();
    void aFullHistorySendsAgainWhatWasChosen();
    void expressionsAreSavedAndRunFromAFile();

private:
    static bool writeHistory(const QString& path, const QByteArrayList& lines);

    static QString meta(const WindowFixture& fixture, int row) {
        return fixture.window.history().index(row).data(HistoryModel::LinesRole).value<HistoryLines>().meta;
    }
};

void AnswersTest::anErrorShowsItsTypeItsPlaceAndWhatHelps() {
    ConnectedFixture fixture([](QTcpSocket& client, const QByteArray&) {
        client.write("Error: invalid syntax (<string>, line 1)\n");
    });
    fixture.input().insertPlainText(QStringLiteral("2 ^ '😀' +* 3"));
    fixture.enter("");
    QVERIFY(fixture.waitForState(0, ItemState::Failed));
    const auto lines = [&fixture] {
        return fixture.window.history().index(0).data(HistoryModel::LinesRole).value<HistoryLines>();
    };
    QCOMPARE(lines().answer, QStringLiteral("SyntaxError: invalid syntax"));
    QCOMPARE(lines().expression.mid(lines().faultStart, lines().faultLength), QStringLiteral("*"));
    QVERIFY2(lines().remark.contains(QStringLiteral("XOR")), qPrintable(lines().remark));
    QVERIFY(!lines().remark.contains(QStringLiteral("Python の書き方")));
    fixture.find<QAction>("languageJapaneseAction").trigger();
    QTRY_VERIFY2(lines().remark.contains(QStringLiteral("Python の書き方")), qPrintable(lines().remark));
    QCOMPARE(lines().answer, QStringLiteral("SyntaxError: invalid syntax")); // what Python says stays
    fixture.find<QAction>("languageEnglishAction").trigger();
}

void AnswersTest::aNotationIsTheItemsOwnAndMarked() {
    ConnectedFixture fixture(echo);
    for (const char* expression : {"255", "256"})
        fixture.enter(expression);
    QVERIFY(fixture.waitForState(1, ItemState::Answered));
    QTest::keyClick(&fixture.input(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(fixture.shownAnswer(1), QStringLiteral("0x100"));
    QVERIFY(meta(fixture, 1).contains(QStringLiteral("hex")));
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("255"));
    QVERIFY(!meta(fixture, 0).contains(QStringLiteral("hex")));
    QCOMPARE(fixture.find<QToolButton>("notation").text(), QStringLiteral("hex"));
    fixture.enter("16"); // the answers to come are hex too, until told otherwise
    QVERIFY(fixture.waitForState(2, ItemState::Answered));
    QCOMPARE(fixture.shownAnswer(2), QStringLiteral("0x10"));

    auto& view = fixture.find<QListView>("historyView");
    view.setCurrentIndex(view.model()->index(0, 0));
    QTest::keyClick(&view, Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("0b11111111"));
    QCOMPARE(fixture.shownAnswer(1), QStringLiteral("0x100"));
    QCOMPARE(fixture.find<QToolButton>("notation").text(), QStringLiteral("hex")); // of new answers
}

void AnswersTest::aNotationGoesBackWithItsOwnKey() {
    ConnectedFixture fixture(echo);
    fixture.enter("18446744073709551616");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    const auto press = [&](Qt::Key key) { QTest::keyClick(&fixture.input(), key); };
    press(Qt::Key_F3);
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("1.8446744073709551616e19"));
    press(Qt::Key_F4);
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("18.446744073709551616e18"));
    press(Qt::Key_F4);
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("18446744073709551616"));
    QVERIFY(!meta(fixture, 0).contains(QStringLiteral("eng")));
    QTest::keyClick(&fixture.input(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("0o2000000000000000000000"));
    QTest::keyClick(&fixture.input(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(fixture.shownAnswer(0), QStringLiteral("18446744073709551616"));
}

void AnswersTest::groupingIsPaintedAndNeverCopied() {
    ConnectedFixture fixture(echo);
    fixture.enter("1234567");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    auto& view = fixture.find<QListView>("historyView");
    const auto picture = [&view] { return view.viewport()->grab().toImage(); };
    const QImage grouped = picture();
    QTest::keyClick(&fixture.input(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("1234567"));
    QTest::keyClick(&fixture.input(), Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(fixture.find<QToolButton>("grouping").text(), QStringLiteral("grouping off"));
    QTRY_VERIFY(picture() != grouped);
    QTest::keyClick(&fixture.input(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("1234567 = 1234567"));
}

void AnswersTest::copyingTheLastAnswerSaysSo() {
    ConnectedFixture fixture(echo);
    QTest::keyClick(&fixture.input(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(fixture.message().contains(QStringLiteral("no answer")));
    fixture.enter("42");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.type("7");
    QTest::keyClick(&fixture.input(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("42"));
    QCOMPARE(fixture.message(), QStringLiteral("Copied the last answer: 42"));
    QTest::keyClick(&fixture.input(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&fixture.input(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("7")); // what is selected goes first
}

void AnswersTest::severalCopiedItemsAreATableToo() {
    ConnectedFixture fixture(echo);
    for (const char* expression : {"1", "'a\"b, c'"})
        fixture.enter(expression);
    QVERIFY(fixture.waitForState(1, ItemState::Answered));
    auto& view = fixture.find<QListView>("historyView");
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    const QMimeData* copied = QApplication::clipboard()->mimeData();
    QCOMPARE(copied->text(), QStringLiteral("1\n'a\"b, c'"));
    QCOMPARE(copied->data(QStringLiteral("text/csv")),
             QByteArray("expression,answer\r\n\"1\",\"1\"\r\n\"'a\"\"b, c'\",\"'a\"\"b, c'\"\r\n"));
}

void AnswersTest::theAnswerMenuCopiesInEveryForm() {
    ConnectedFixture fixture(echo);
    fixture.enter("255");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QTest::keyClick(&fixture.input(), Qt::Key_2, Qt::ControlModifier);
    const auto copied = [&](const char* action) {
        fixture.find<QAction>(action).trigger();
        return QApplication::clipboard()->text();
    };
    QCOMPARE(copied("copyAnswerAction"), QStringLiteral("255"));
    QCOMPARE(copied("copyExpressionAction"), QStringLiteral("255"));
    QCOMPARE(copied("copyBothAction"), QStringLiteral("255 = 255"));
    QCOMPARE(copied("copyAsShownAction"), QStringLiteral("0xff"));
    QVERIFY(copied("copyAsTableAction").endsWith(QStringLiteral("| `255` | `255` |")));
    QCOMPARE(copied("copyAsSessionAction"), QStringLiteral(">>> 255\n255"));
    fixture.find<QAction>("insertAnswerAction").trigger();
    QCOMPARE(fixture.input().expression(), QStringLiteral("255"));
}

void AnswersTest::whyTellsWhatAFloatIs() {
    ConnectedFixture fixture(echo);
    fixture.enter("0.1");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QTest::keyClick(&fixture.input(), Qt::Key_I, Qt::ControlModifier);
    auto& table = fixture.find<QTreeWidget>("formsTable");
    QTRY_COMPARE(table.topLevelItemCount(), 3);
    fixture.click("whyButton");
    QCOMPARE(table.topLevelItemCount(), 8);
    QVERIFY(
        table.topLevelItem(3)->text(1).startsWith(QStringLiteral("0.1000000000000000055511151231257827")));
    QVERIFY(fixture.find<QLabel>("answerAdvice").text().contains(QStringLiteral("(0.1).as_integer_ratio()")));
    const auto& digits = fixture.find<DigitsView>("digitsView"); // where what a row has no room for is seen
    QCOMPARE(digits.toPlainText(),
             QStringLiteral("0.1000000000000000055511151231257827021181583404541015625"));
    table.setCurrentItem(table.topLevelItem(0));
    QCOMPARE(digits.toPlainText(), QStringLiteral("0.1"));
    fixture.enter("12");
    QTRY_COMPARE(table.topLevelItemCount(), 6);
    QVERIFY(!fixture.find<QWidget>("whyButton").isVisible());
    table.setCurrentItem(table.topLevelItem(1));
    QCOMPARE(digits.toPlainText(), QStringLiteral("0xc"));
    fixture.enter("'word'");
    QTRY_COMPARE(digits.toPlainText(), QStringLiteral("'word'"));
}

// A long one takes a while.
void AnswersTest::anAnswerIsLaidOutOnce() {
    AnswerPane pane;
    const auto& digits = *pane.findChild<DigitsView*>();
    int layouts = 0;
    connect(digits.document(), &QTextDocument::contentsChange, this,
            [&](int, int, int added) { layouts += added > 0 ? 1 : 0; });
    quint64 serial = 0;
    const QByteArray longOne(100'000, '7');
    for (const QByteArray& answer : {QByteArray("12"), longOne, QByteArray("12"), QByteArray("0.5")}) {
        layouts = 0;
        pane.showItem({.serial = ++serial, .state = ItemState::Answered, .answer = answer}, {});
        QVERIFY(digits.toPlainText().startsWith(QString::fromLatin1(answer.first(2))));
        QCOMPARE(layouts, 1);
    }
}

void AnswersTest::keysComeToTheNewestAnswer() {
    ConnectedFixture fixture(echo);
    for (const char* expression : {"1", "2", "3"})
        fixture.enter(expression);
    QVERIFY(fixture.waitForState(2, ItemState::Answered));
    auto& history = fixture.find<QListView>("historyView");
    fixture.input().setFocus();
    history.selectionModel()->clear();
    history.setFocus(Qt::TabFocusReason);
    QCOMPARE(history.currentIndex().row(), 2);
}

void AnswersTest::aPaneThatIsClosedLeavesTheFocusToTheInput() {
    ConnectedFixture fixture(echo);
    fixture.enter("0.1");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    for (const char* pane : {"variablesPaneAction", "bitsPaneAction", "answerPaneAction"})
        fixture.find<QAction>(pane).trigger();
    auto& why = fixture.find<QWidget>("whyButton");
    why.setFocus();
    QVERIFY(why.hasFocus());
    fixture.find<QAction>("answerPaneAction").trigger();
    QVERIFY(!why.isVisible());
    QVERIFY(fixture.input().hasFocus());
    const auto& bits = fixture.find<QWidget>("bitsPane");
    QTRY_VERIFY(!bits.visibleRegion().isEmpty());
    fixture.find<QAction>("bitsPaneAction").trigger(); // which did not have it
    QVERIFY(!bits.isVisible());
    QVERIFY(fixture.input().hasFocus());
}

void AnswersTest::aPaneBehindAnotherComesForwardBeforeItCloses() {
    ConnectedFixture fixture(echo);
    fixture.enter("0.1");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QTest::keyClick(&fixture.input(), Qt::Key_I, Qt::ControlModifier);
    const auto& pane = fixture.find<QWidget>("answerPane");
    QTRY_VERIFY(!pane.visibleRegion().isEmpty());
    QTest::keyClick(&fixture.input(), Qt::Key_E, Qt::ControlModifier); // the variables, before it
    QTRY_VERIFY(pane.visibleRegion().isEmpty());
    QTest::keyClick(&fixture.input(), Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(!pane.visibleRegion().isEmpty());
    QVERIFY(pane.isAncestorOf(QApplication::focusWidget()));
    QVERIFY(fixture.find<QAction>("answerPaneAction").isChecked());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_I, Qt::ControlModifier);
    QVERIFY(!pane.isVisible());
    QVERIFY(!fixture.find<QAction>("answerPaneAction").isChecked());
    QVERIFY(fixture.input().hasFocus());
}

void AnswersTest::anUndockedPaneKeepsTheFocus() {
    ConnectedFixture fixture(echo);
    fixture.enter("0.1");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.find<QAction>("answerPaneAction").trigger();
    auto& why = fixture.find<QWidget>("whyButton");
    why.setFocus();
    fixture.find<QDockWidget>("answerPaneDock").setFloating(true);
    QVERIFY(why.isVisible());
    QTRY_VERIFY(why.hasFocus());
    QTest::keyClicks(&why, QStringLiteral("12"));
    QCOMPARE(fixture.input().expression(), QStringLiteral("12"));
}

void AnswersTest::aPaneOfAMinimisedWindowStaysOpenWithTheFocus() {
    ConnectedFixture fixture(echo);
    fixture.enter("0.1");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.find<QAction>("answerPaneAction").trigger();
    auto& why = fixture.find<QWidget>("whyButton");
    why.setFocus();
    QVERIFY(why.hasFocus());
    QHideEvent minimised; // as the window system has it sent to what is inside
    QSpontaneKeyEvent::setSpontaneous(&minimised);
    qApp->notify(&fixture.find<QDockWidget>("answerPaneDock"), &minimised);
    QVERIFY(why.hasFocus());
    QVERIFY(fixture.find<QAction>("answerPaneAction").isChecked());
}

void AnswersTest::theBitsAreThoseOfTheNewestAnswer() {
    ConnectedFixture fixture(echo);
    fixture.find<QAction>("bitsPaneAction").trigger();
    const auto& words = fixture.find<QLabel>("bitsWords");
    fixture.enter("9");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QTRY_VERIFY2(words.text().startsWith(QStringLiteral("8 bits")), qPrintable(words.text()));
    fixture.enter(QByteArray(1'000, '7').constData()); // the answer pane would wait until it is asked
    QVERIFY(fixture.waitForState(1, ItemState::Answered));
    QTRY_VERIFY2(words.text().startsWith(QStringLiteral("Needs 3323 bits")), qPrintable(words.text()));
    fixture.enter(QByteArray(5'000, '7').constData());
    QVERIFY(fixture.waitForState(2, ItemState::Answered));
    QTRY_VERIFY2(words.text().startsWith(QStringLiteral("Needs about")), qPrintable(words.text()));
}

void AnswersTest::theServerIsAskedForOtherBasesOfALongInt() {
    const QByteArray digits(5'000, '7');
    ConnectedFixture fixture([&](QTcpSocket& client, const QByteArray& line) {
        client.write((line == "big" ? digits : line) + "\n");
    });
    fixture.enter("big");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QTest::keyClick(&fixture.input(), Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find<QWidget>("askServerButton").isVisible());
    fixture.click("askServerButton");
    QTRY_COMPARE(fixture.server.lines(), QByteArrayList({"big", "hex(_)"}));
}

void AnswersTest::ctrlFInsideTheAnswerPaneFindsThere() {
    ConnectedFixture fixture(echo);
    fixture.enter("123454321");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QTest::keyClick(&fixture.input(), Qt::Key_I, Qt::ControlModifier);
    auto& digits = fixture.find<DigitsView>("digitsView");
    QTRY_VERIFY(digits.isVisible());
    digits.setFocus();
    QTest::keyClick(&digits, Qt::Key_F, Qt::ControlModifier);
    auto& find = fixture.find<QLineEdit>("findField");
    QVERIFY(find.hasFocus());
    QTest::keyClicks(&find, QStringLiteral("454"));
    QTest::keyClick(&find, Qt::Key_Return);
    QCOMPARE(digits.textCursor().selectedText(), QStringLiteral("454"));
    fixture.input().setFocus();
    QTest::keyClick(&fixture.input(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(fixture.find<QLineEdit>("searchField").hasFocus());
}

void AnswersTest::clearingTheHistoryIsUndone() {
    ConnectedFixture fixture(echo);
    for (const char* expression : {"1", "2", "3"})
        fixture.enter(expression);
    QVERIFY(fixture.waitForState(2, ItemState::Answered));
    fixture.find<QAction>("clearHistoryAction").trigger();
    QCOMPARE(fixture.window.history().rowCount(), 0);
    QVERIFY(fixture.find<QWidget>("welcome").isVisible());
    QTest::keyClick(&fixture.input(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.window.history().rowCount(), 3);
    QCOMPARE(fixture.shownAnswer(2), QStringLiteral("3"));
}

void AnswersTest::longAnswersPastTheMemoryLimitKeepTheirEnds() {
    const qsizetype size = HistoryModel::kMaxAnswerBytes / 3 - 10'000;
    ConnectedFixture fixture(
        [&](QTcpSocket& client, const QByteArray& line) { client.write(QByteArray(size, line[0]) + "\n"); });
    for (int row = 0; row < 4; ++row) {
        fixture.enter(row == 0 ? "1" : "2");
        QVERIFY(fixture.waitForState(row, ItemState::Answered));
    }
    QVERIFY(!fixture.item(0).isWhole());
    QCOMPARE(fixture.item(0).answer.size() + fixture.item(0).kept.answerTail.size(), kMaxKeptCharacters);
    QCOMPARE(fixture.item(0).kept.answerCharacters, size);
    QVERIFY2(meta(fixture, 0).contains(QStringLiteral("not kept")), qPrintable(meta(fixture, 0)));
    for (int row = 1; row < 4; ++row)
        QCOMPARE(fixture.item(row).answer.size(), size);
}

bool AnswersTest::writeHistory(const QString& path, const QByteArrayList& lines) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(lines.join('\n') + '\n') > 0;
}

void AnswersTest::anAnswerKeptByItsEndsIsNotPassedOffAsWhole() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("history.jsonl"));
    QVERIFY(writeHistory(
        path, {R"({"id":"a","expression":"long","answer":"123","tail":"789","characters":20000,"time":1})"}));
    WindowFixture fixture(ClientWindow::Options{.historyPath = path});
    QTRY_COMPARE(fixture.window.history().rowCount(), 1);
    QVERIFY(!fixture.item(0).isWhole());
    fixture.find<QAction>("insertAnswerAction").trigger();
    QCOMPARE(fixture.input().expression(), QString());
    QVERIFY2(fixture.message().contains(QStringLiteral("two ends")), qPrintable(fixture.message()));
    fixture.find<QAction>("saveAnswerAction").trigger(); // no dialog: it would have to be answered
    QVERIFY2(fixture.message().startsWith(QStringLiteral("Not saved")), qPrintable(fixture.message()));
    fixture.find<QAction>("copyAnswerAction").trigger();
    QVERIFY2(fixture.message().contains(QStringLiteral("only the beginning")), qPrintable(fixture.message()));
    fixture.find<QAction>("showWholeAction").trigger();
    QCOMPARE(fixture.find<DigitsView>("digitsView").toPlainText(), QStringLiteral("123 … 789"));
    fixture.click("copyFormButton");
    QVERIFY2(fixture.message().contains(QStringLiteral("only the beginning")), qPrintable(fixture.message()));
}

void AnswersTest::aFullHistorySendsAgainWhatWasChosen() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("history.jsonl"));
    QByteArrayList lines;
    for (int i = 0; i < HistoryModel::kMaxItems; ++i)
        lines << R"({"id":"%","expression":"%","answer":"1","time":1})";
    for (int i = 0; i < HistoryModel::kMaxItems; ++i)
        lines[i].replace('%', QByteArray::number(i));
    QVERIFY(writeHistory(path, lines));
    ScriptedServer server(echo);
    QVERIFY(server.start());
    ClientWindow::Options options = WindowFixture::optionsFor(server.serverPort());
    options.historyPath = path;
    WindowFixture fixture(options);
    QVERIFY(fixture.connectNow());
    QTRY_COMPARE(fixture.window.history().rowCount(), HistoryModel::kMaxItems);
    auto& view = fixture.find<QListView>("historyView");
    for (const int row : {0, 2, 4})
        view.selectionModel()->select(view.model()->index(row, 0), QItemSelectionModel::Select);
    fixture.find<QAction>("sendAgainAction").trigger();
    QTRY_COMPARE(server.lines(), QByteArrayList({"0", "2", "4"}));
}

void AnswersTest::expressionsAreSavedAndRunFromAFile() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.txt"));
    ConnectedFixture fixture(echo);
    for (const char* expression : {"x = 3", "x + 1"})
        fixture.enter(expression);
    QVERIFY(fixture.waitForState(1, ItemState::Answered));
    QTimer watch; // until the dialog is there
    connect(&watch, &QTimer::timeout, this, [&watch, &path] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            return;
        watch.stop();
        dialog->findChild<QLineEdit*>()->setText(path);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    watch.start(10);
    QTest::keyClick(&fixture.input(), Qt::Key_S, Qt::ControlModifier);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.readAll(), QByteArray("x = 3\nx + 1\n"));
    file.write("# a comment\n\n7\n");
    file.close();
    watch.start(10);
    fixture.find<QAction>("runSessionAction").trigger();
    QTRY_COMPARE(fixture.server.lines(), QByteArrayList({"x = 3", "x + 1", "x = 3", "x + 1", "7"}));
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::AnswersTest)
#include "answers_test.moc"
