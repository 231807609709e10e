// SPDX-License-Identifier: MIT
#include "common/widgets/appearance.h"
#include "server/window/details_pane.h"
#include "server/window/log_filter_row.h"
#include "server/window/log_pane.h"
#include "server/window/log_view.h"
#include "server/window/models/log_text.h"
#include "server/window/save_log_dialog.h"
#include "server/window/window_actions.h"
#include "tests/server/window/events.h"
#include "tests/server/window/processor_time.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace keisan::server;
using namespace keisan::server::test;
using Kind = ServerEvent::Kind;

// The log in a window of its own, fed by hand.
class LogPaneTest : public QObject {
    Q_OBJECT

public:
    LogPaneTest() { m_appearance.setLanguage(QStringLiteral("en")); }

private:
    keisan::widgets::Appearance m_appearance{QStringLiteral(":/translations/keisan-server_")};

    struct Window : QMainWindow {
        LogModel log;
        WindowActions actions{*this};
        LogPane* pane = new LogPane(log, actions);

        Window() {
            setCentralWidget(pane);
            resize(800, 400);
            show();
            activateWindow();
            (void)QTest::qWaitForWindowActive(this);
            pane->view().setFocus();
        }
        template <class Widget>
        Widget* child(const char* name) {
            return findChild<Widget*>(QLatin1String(name));
        }
        bool isAtEnd() {
            return pane->view().verticalScrollBar()->value() == pane->view().verticalScrollBar()->maximum();
        }
        // The line at the top of what is seen.
        QByteArray topLine() { return pane->shown().entry(pane->view().rowAt(0)).event.expression; }
    };

private Q_SLOTS:
    void followsTheEndUntilTheReaderScrollsUp();
    void choosingALineStopsFollowing();
    void whatIsReadStaysWhenTheOldestLinesGo();
    void aResizedWindowStillFollows();
    void typedFilterNarrowsAfterAPause();
    void aFaultyFilterHidesNothingAndSaysWhy();
    void levelButtonsHideLines();
    void pauseShowsHowManyWait();
    void clearCanBeUndoneByKeyAndButton();
    void copiedLinesHaveAHeaderWhenSeveral();
    void theHintsCommandIsCopied();
    void savedFilesHoldWhatTheFilterShows();
    void aFileThatCannotBeWrittenIsReported();
    void detailsTellEverythingOfALine();
    void detailsOfWhatWasNotEvaluatedTellNoTimeAndNoCost();
    void detailsCountCodePointsAndKnowOneFromMany();
    void detailsShowLongAnswersInShortLinesAndCopyThemWhole();
    void theChosenLineStaysInSightWhenThereIsLessRoom();
    void aHundredThousandEventsKeepTheWindowAnswering();
};

void LogPaneTest::followsTheEndUntilTheReaderScrollsUp() {
    Window window;
    window.log.append(evaluations(100));
    QVERIFY(window.isAtEnd());
    QTest::keyClick(window.pane->view().viewport(), Qt::Key_PageUp); // chooses a line above
    auto* follow = window.child<QCheckBox>("followBox");
    QVERIFY(!follow->isChecked());
    QVERIFY(!window.actions.follow->isChecked());

    window.pane->view().setFollows(true);
    QVERIFY(follow->isChecked());
    window.pane->view().verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub);
    QVERIFY(!follow->isChecked());
    const QByteArray top = window.topLine();
    window.log.append(evaluations(38));
    QCOMPARE(window.topLine(), top);
    auto* newLines = window.child<QPushButton>("newLines");
    QVERIFY(newLines->isVisible());
    QVERIFY2(newLines->text().contains(QStringLiteral("38")), qPrintable(newLines->text()));

    QTest::mouseClick(newLines, Qt::LeftButton);
    QVERIFY(follow->isChecked());
    QVERIFY(!newLines->isVisible());
    QVERIFY(window.isAtEnd());

    window.pane->view().verticalScrollBar()->triggerAction(QScrollBar::SliderToMinimum);
    QVERIFY(!follow->isChecked());
    QTest::keyClick(&window, Qt::Key_End);
    QVERIFY(follow->isChecked());
    window.pane->view().verticalScrollBar()->triggerAction(QScrollBar::SliderToMinimum);
    window.pane->view().verticalScrollBar()->triggerAction(QScrollBar::SliderToMaximum);
    QVERIFY(follow->isChecked()); // on at the bottom
}

void LogPaneTest::choosingALineStopsFollowing() {
    Window window;
    window.log.append(evaluations(3)); // nothing to scroll
    QVERIFY(window.pane->view().follows());
    const QRect cell = window.pane->view().visualRect(window.pane->shown().index(1, 1));
    QTest::mouseClick(window.pane->view().viewport(), Qt::LeftButton, {}, cell.center());
    QVERIFY(!window.pane->view().follows());
    QCOMPARE(window.pane->chosenEntry()->event.expression, QByteArray("1 + 1"));
}

void LogPaneTest::whatIsReadStaysWhenTheOldestLinesGo() {
    Window window;
    for (int i = 0; i < LogModel::kMaxLines / 1000; ++i)
        window.log.append(evaluations(1000));
    window.pane->view().verticalScrollBar()->setValue(50'123);
    QVERIFY(!window.pane->view().follows());
    const QByteArray top = window.topLine();
    window.log.append(evaluations(10));
    QCOMPARE(window.log.rowCount(), LogModel::kMaxLines - LogModel::kLinesDroppedAtOnce + 10);
    QCOMPARE(window.topLine(), top);
    QVERIFY(!window.pane->view().follows());
}

void LogPaneTest::aResizedWindowStillFollows() {
    Window window;
    window.log.append(evaluations(100));
    window.resize(800, 250);
    QCoreApplication::processEvents();
    QVERIFY(window.pane->view().follows());
    QVERIFY(window.isAtEnd());
    window.resize(800, 700);
    QCoreApplication::processEvents();
    QVERIFY(window.isAtEnd());
    window.pane->view().verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
    QVERIFY(!window.pane->view().follows());
    window.resize(800, 300);
    QCoreApplication::processEvents();
    QVERIFY(!window.pane->view().follows());
}

void LogPaneTest::typedFilterNarrowsAfterAPause() {
    Window window;
    window.log.append({evaluated(7, "2 + 2", "4"), failed(8, "1 / 0", "division by zero")});
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    auto* filter = window.child<QLineEdit>("filter");
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("zero client:8"));
    QCOMPARE(window.pane->shown().rowCount(), 2); // not yet
    QTRY_COMPARE(window.pane->shown().rowCount(), 1);
    QVERIFY(window.child<QLabel>("filterState")->text().contains(QStringLiteral("1 of 2")));
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(window.pane->shown().rowCount(), 2);
    QVERIFY(filter->text().isEmpty());
    QVERIFY(!window.child<QLabel>("filterState")->isVisible());
}

void LogPaneTest::aFaultyFilterHidesNothingAndSaysWhy() {
    Window window;
    window.log.append(evaluations(4));
    window.pane->filterRow().setText(QStringLiteral("took>soon"));
    QCOMPARE(window.pane->shown().rowCount(), 4);
    auto* state = window.child<QLabel>("filterState");
    QVERIFY(state->isVisible());
    QVERIFY2(state->text().contains(QStringLiteral("took>100")), qPrintable(state->text()));
    QVERIFY(!window.child<QLineEdit>("filter")->styleSheet().isEmpty());
    window.pane->filterRow().setText(QStringLiteral("took>1s"));
    QCOMPARE(window.pane->shown().rowCount(), 0);
    QVERIFY(window.child<QLineEdit>("filter")->styleSheet().isEmpty());
}

void LogPaneTest::levelButtonsHideLines() {
    Window window;
    window.log.append({eventOf(Kind::Connected, 1), failed(1, "x", "y"), eventOf(Kind::Lost, 1)});
    QTest::mouseClick(window.child<QToolButton>("level0"), Qt::LeftButton);
    QCOMPARE(window.pane->shown().rowCount(), 2);
    QTest::mouseClick(window.child<QToolButton>("level2"), Qt::LeftButton);
    QCOMPARE(window.pane->shown().rowCount(), 1);
    QCOMPARE(window.pane->shown().entry(0).event.kind, Kind::Lost);
}

void LogPaneTest::pauseShowsHowManyWait() {
    Window window;
    window.log.append(evaluations(3));
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier);
    window.log.append(evaluations(38));
    QCOMPARE(window.pane->shown().rowCount(), 3);
    auto* state = window.child<QLabel>("filterState");
    QVERIFY(state->isVisible() && state->text().contains(QStringLiteral("38")));
    QTest::mouseClick(window.child<QToolButton>("pauseButton"), Qt::LeftButton);
    QCOMPARE(window.pane->shown().rowCount(), 41);
    QVERIFY(!state->isVisible());
}

void LogPaneTest::clearCanBeUndoneByKeyAndButton() {
    Window window;
    window.log.append(evaluations(5));
    QTest::mouseClick(window.child<QToolButton>("clearButton"), Qt::LeftButton);
    QCOMPARE(window.pane->shown().rowCount(), 0);
    auto* bar = window.child<QFrame>("undoBar");
    QVERIFY(bar->isVisible());
    QTest::keyClick(&window.pane->view(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window.pane->shown().rowCount(), 5);
    QVERIFY(!bar->isVisible());
    window.actions.clearLog->trigger();
    QTest::mouseClick(bar->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(window.pane->shown().rowCount(), 5);
}

void LogPaneTest::copiedLinesHaveAHeaderWhenSeveral() {
    Window window;
    window.log.append(evaluations(3));
    QVERIFY(window.pane->chosenLines().isEmpty());
    window.pane->view().selectRow(1);
    QCOMPARE(window.pane->chosenLines().count(QLatin1Char('\n')), 0);
    QVERIFY(window.pane->chosenLines().contains(QStringLiteral("\t1 + 1\t2\t")));
    window.pane->view().selectAll();
    const QStringList lines = window.pane->chosenLines().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], QStringLiteral("Time\tClient\tEvent\tExpression\tAnswer\tTook"));
    QVERIFY(lines[3].contains(QStringLiteral("2 + 1")));
}

void LogPaneTest::theHintsCommandIsCopied() {
    Window window;
    window.pane->setHint(QStringLiteral("Try:"), QStringLiteral("nc 127.0.0.1 4711"));
    auto* bar = window.child<QFrame>("hintBar");
    QVERIFY(bar->isVisible());
    QTest::mouseClick(bar->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("nc 127.0.0.1 4711"));
    window.pane->setHint({}, {});
    QVERIFY(!bar->isVisible());
}

void LogPaneTest::savedFilesHoldWhatTheFilterShows() {
    const QTemporaryDir folder;
    Window window;
    window.log.append({eventOf(Kind::Connected, 7), evaluated(7, "2 + 2", "4"), failed(8, "1 / 0", "zero")});
    window.pane->filterRow().setText(QStringLiteral("client:7"));
    const QString file = folder.filePath(QStringLiteral("log.txt"));
    const auto read = [&file] {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("cannot read");
    };
    SavedLog saved = saveLog(window.pane->shown(), window.log, true, file, LogFormat::Tutorial);
    QVERIFY2(!saved.failed, qPrintable(saved.message));
    QCOMPARE(read(), QByteArray("[server] Connected by ('127.0.0.1', 40007)\n"
                                "[server] ('127.0.0.1', 40007) 2 + 2 -> 4\n"));
    saved = saveLog(window.pane->shown(), window.log, false, file, LogFormat::Csv);
    QCOMPARE(read().count("\r\n"), 4); // header and all three
    saved = saveLog(window.pane->shown(), window.log, true, file, LogFormat::JsonLines);
    QCOMPARE(read().count('\n'), 2);
}

void LogPaneTest::aFileThatCannotBeWrittenIsReported() {
    Window window;
    const SavedLog saved = saveLog(window.pane->shown(), window.log, true,
                                   QStringLiteral("/no/such/folder/log.csv"), LogFormat::Csv);
    QVERIFY(saved.failed);
    QVERIFY(saved.message.contains(QStringLiteral("/no/such/folder/log.csv")));
}

void LogPaneTest::detailsTellEverythingOfALine() {
    DetailsPane details;
    ServerEvent event = evaluated(7, "'データ'", "データ", 2'500'000);
    event.cost = 156;
    event.type = "str";
    const LogEntry entry = LogEntry::of(event);
    details.showEntry(&entry);
    const QStringList lines = details.toPlainText().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 6);
    QVERIFY2(lines[0].endsWith(QStringLiteral("Event: Evaluated   Client: 7   Address: 127.0.0.1:40007")),
             qPrintable(lines[0]));
    QCOMPARE(lines[1], QStringLiteral("Took: 2.5 ms   Cost: 156   Type: str"));
    QCOMPARE(lines[2], QStringLiteral("Expression (5 characters, 11 bytes):"));
    QCOMPARE(lines[3], QStringLiteral("'データ'"));
    QCOMPARE(lines[5], QStringLiteral("データ"));
}

void LogPaneTest::detailsOfWhatWasNotEvaluatedTellNoTimeAndNoCost() {
    DetailsPane details;
    ServerEvent event = failed(7, "1", "line longer than 1048576 bytes");
    event.elapsedNs = 0;
    const LogEntry entry = LogEntry::of(event);
    details.showEntry(&entry);
    QVERIFY(details.toPlainText().contains(QStringLiteral("longer than")));
    QVERIFY2(!details.toPlainText().contains(QStringLiteral("Took")), qPrintable(details.toPlainText()));
    QVERIFY(!details.toPlainText().contains(QStringLiteral("Cost")));
    QVERIFY(!details.toPlainText().contains(QStringLiteral("\n\n")));
}

void LogPaneTest::detailsCountCodePointsAndKnowOneFromMany() {
    DetailsPane details;
    const auto titles = [&details](const QByteArray& expression, const QByteArray& answer) {
        const LogEntry entry = LogEntry::of(evaluated(7, expression, answer, 1));
        details.showEntry(&entry);
        return details.toPlainText().split(QLatin1Char('\n')).filter(QStringLiteral("):"));
    };
    QCOMPARE(titles("len('😀')", "1"), QStringList({QStringLiteral("Expression (8 characters, 11 bytes):"),
                                                   QStringLiteral("Answer (1 digit):")}));
    QCOMPARE(titles("x", "12"), QStringList({QStringLiteral("Expression (1 character):"),
                                             QStringLiteral("Answer (2 digits):")}));
    QCOMPARE(titles("'あ'[0]", "あ").last(), QStringLiteral("Answer (1 character, 3 bytes):"));
}

void LogPaneTest::theChosenLineStaysInSightWhenThereIsLessRoom() {
    Window window;
    window.log.append(evaluations(100));
    LogView& view = window.pane->view();
    view.verticalScrollBar()->setValue(50);
    const int chosen = view.rowAt(view.viewport()->height() - 1) - 1; // the last that is seen whole
    view.selectRow(chosen);
    window.resize(800, 250);
    QCoreApplication::processEvents();
    const QRect line = view.visualRect(view.model()->index(chosen, 0));
    QVERIFY(line.top() >= 0 && line.bottom() <= view.viewport()->height());
    QVERIFY(!view.follows());
}

void LogPaneTest::detailsShowLongAnswersInShortLinesAndCopyThemWhole() {
    DetailsPane details;
    QByteArray digits;
    for (int i = 0; i < 100'000; ++i)
        digits += QByteArray::number(i % 10);
    const LogEntry entry = LogEntry::of(evaluated(3, "big", digits, 5'000'000));
    const ProcessorTime time;
    details.showEntry(&entry);
    QVERIFY(time.ms() < 10 * 100);
    const QString text = details.toPlainText();
    QVERIFY2(text.contains(QStringLiteral("(100,000 digits)")) ||
                 text.contains(QStringLiteral("(100000 digits)")),
             qPrintable(text.left(300)));
    for (const QString& line : text.split(QLatin1Char('\n')))
        QVERIFY(line.size() <= DetailsPane::kLineCharacters);
    details.selectAll();
    details.copy();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.endsWith(QLatin1Char('\n') + QString::fromLatin1(digits)));
    QVERIFY(copied.contains(QStringLiteral("\nbig\n")));
    details.showEntry(nullptr);
    QVERIFY(details.toPlainText().isEmpty());
}

// 10 s worth of 10,000 events a second, as fast as they go; each batch is one turn in which the window is
// deaf.
void LogPaneTest::aHundredThousandEventsKeepTheWindowAnswering() {
    Window window;
    double longest = 0;
    for (int i = 0; i < 100; ++i) {
        std::vector<ServerEvent> batch = evaluations(1000);
        const ProcessorTime time;
        window.log.append(std::move(batch));
        QCoreApplication::processEvents();
        longest = std::max(longest, time.ms());
    }
    qInfo("longest turn: %.1f ms", longest);
    QVERIFY(longest < 10 * 50);
    QVERIFY(window.isAtEnd());
}

QTEST_MAIN(LogPaneTest)
#include "log_pane_test.moc"
