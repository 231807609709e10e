// SPDX-License-Identifier: MIT
#include "tests/client/window/window_fixture.h"

#include <QAction>
#include <QDockWidget>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace keisan::client::test {

namespace {

QAction& action(const ClientWindow& window, const char* name) {
    return *window.findChild<QAction*>(QString::fromLatin1(name));
}

const QWidget* pane(const ClientWindow& window, const char* name) {
    return window.findChild<QWidget*>(QString::fromLatin1(name));
}

} // namespace

// What the window looks like the next time, and what becomes of its panes when there is no room.
class RememberingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void panesComeBackWhereTheyWere();
    void theDraftComesBackUnlessNothingIsKept();
    void notationAndGroupingAreThoseOfTheLastTime();
    void theFirstWindowIsNoLargerThanTheScreen();
    void aWindowFromAnotherScreenIsBroughtIntoThisOne();
    void panesGiveWayInASmallWindowAndComeBack();
    void thePaneInFrontIsInFrontAgain();
    void panesStayWhileTheWindowIsNotSeen();
    void whatGetsTheFocusIsSeen();
    void aSmallWindowComesBackSmall();
    void alwaysOnTopIsKeptAndTheWindowStays();
    void f6GoesRoundTheAreas();
    void historyIsNotWrittenWhileItIsNotKept();

private:
    struct Run {
        explicit Run(const ClientWindow::Options& options) : window(client, options) {
            window.show();
            window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QTest::qWait(50); // what comes after the first paint
        }
        CalculatorClient client;
        ClientWindow window;
    };

    std::unique_ptr<QTemporaryDir> m_folder;
    ClientWindow::Options m_options;
};

void RememberingTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_options = {.settingsPath = m_folder->filePath(QStringLiteral("client.ini")),
                 .historyPath = m_folder->filePath(QStringLiteral("history.jsonl"))};
}

void RememberingTest::panesComeBackWhereTheyWere() {
    {
        Run run(m_options);
        run.window.resize(800, 700);
        action(run.window, "bitsPaneAction").trigger();
        action(run.window, "keypadAction").trigger();
        auto* dock = run.window.findChild<QDockWidget*>(QStringLiteral("bitsPaneDock"));
        run.window.addDockWidget(Qt::LeftDockWidgetArea, dock);
        run.window.close();
    }
    Run run(m_options);
    QVERIFY(pane(run.window, "bitsPane") != nullptr && pane(run.window, "bitsPane")->isVisible());
    QVERIFY(pane(run.window, "keypad") != nullptr && pane(run.window, "keypad")->isVisible());
    QVERIFY(pane(run.window, "answerPane") == nullptr); // built when asked for
    auto* dock = run.window.findChild<QDockWidget*>(QStringLiteral("bitsPaneDock"));
    QCOMPARE(run.window.dockWidgetArea(dock), Qt::LeftDockWidgetArea);
}

void RememberingTest::theDraftComesBackUnlessNothingIsKept() {
    const auto draftOfNextRun = [this](bool keeps) {
        {
            Run run(m_options);
            action(run.window, "keepHistoryAction").setChecked(!keeps);
            action(run.window, "keepHistoryAction").trigger();
            QTest::keyClicks(run.window.findChild<ExpressionEdit*>(), QStringLiteral("12 + "));
            run.window.close();
        }
        Run run(m_options);
        const QString draft = run.window.findChild<ExpressionEdit*>()->expression();
        run.window.findChild<ExpressionEdit*>()->clear();
        run.window.close();
        return draft;
    };
    QCOMPARE(draftOfNextRun(true), QStringLiteral("12 + "));
    QCOMPARE(draftOfNextRun(false), QString());
}

void RememberingTest::notationAndGroupingAreThoseOfTheLastTime() {
    {
        Run run(m_options);
        action(run.window, "engineeringAction").trigger();
        action(run.window, "groupingAction").trigger();
        run.window.close();
    }
    const Settings settings = loadSettings(QSettings(m_options.settingsPath, QSettings::IniFormat));
    QCOMPARE(settings.notation, QStringLiteral("eng"));
    QVERIFY(!settings.grouping);
    Run run(m_options);
    QVERIFY(!action(run.window, "groupingAction").isChecked());
    action(run.window, "engineeringAction").trigger(); // and back
    run.window.close();
    QCOMPARE(loadSettings(QSettings(m_options.settingsPath, QSettings::IniFormat)).notation,
             QStringLiteral("dec"));
}

void RememberingTest::theFirstWindowIsNoLargerThanTheScreen() {
    Run run(m_options);
    const QSize screen = run.window.screen()->availableSize();
    QVERIFY(screen.width() < 900); // or nothing is shown
    QVERIFY2(run.window.width() < screen.width() && run.window.height() < screen.height(),
             qPrintable(QStringLiteral("%1 x %2").arg(run.window.width()).arg(run.window.height())));
}

void RememberingTest::aWindowFromAnotherScreenIsBroughtIntoThisOne() {
    {
        Run run(m_options);
        run.window.setGeometry(5'000, 4'000, 3'000, 2'000);
        run.window.close();
    }
    Run run(m_options);
    const QRect screen = run.window.screen()->availableGeometry();
    QVERIFY2(screen.contains(run.window.geometry()), qPrintable(QStringLiteral("%1 x %2 at %3, %4")
                                                                    .arg(run.window.width())
                                                                    .arg(run.window.height())
                                                                    .arg(run.window.x())
                                                                    .arg(run.window.y())));
}

void RememberingTest::panesGiveWayInASmallWindowAndComeBack() {
    Run run(m_options);
    run.window.resize(900, 700);
    action(run.window, "answerPaneAction").trigger();
    action(run.window, "keypadAction").trigger();
    QTRY_VERIFY(pane(run.window, "answerPane")->isVisible() && pane(run.window, "keypad")->isVisible());
    run.window.resize(420, 320);
    QCOMPARE(run.window.size(), QSize(420, 320));
    QTRY_VERIFY(!pane(run.window, "answerPane")->isVisible() && !pane(run.window, "keypad")->isVisible());
    QVERIFY(!action(run.window, "answerPaneAction").isChecked());
    run.window.resize(900, 700);
    QTRY_VERIFY(pane(run.window, "answerPane")->isVisible() && pane(run.window, "keypad")->isVisible());
}

void RememberingTest::thePaneInFrontIsInFrontAgain() {
    const auto isSeen = [](const ClientWindow& window, const char* name) {
        return pane(window, name) != nullptr && !pane(window, name)->visibleRegion().isEmpty();
    };
    {
        Run run(m_options);
        run.window.resize(1'000, 700);
        for (const char* name : {"answerPaneAction", "bitsPaneAction", "variablesPaneAction"})
            action(run.window, name).trigger();
        QTRY_VERIFY(isSeen(run.window, "variablesPane") && !isSeen(run.window, "bitsPane"));
        action(run.window, "bitsPaneAction").trigger(); // was behind
        QTRY_VERIFY(isSeen(run.window, "bitsPane") && !isSeen(run.window, "variablesPane"));
        run.window.resize(420, 320);
        QTRY_VERIFY(!pane(run.window, "bitsPane")->isVisible());
        run.window.resize(1'000, 700);
        QTRY_VERIFY(pane(run.window, "variablesPane")->isVisible());
        QTRY_VERIFY(isSeen(run.window, "bitsPane"));
        run.window.close();
    }
    Run run(m_options);
    QTRY_VERIFY(isSeen(run.window, "bitsPane"));
    QVERIFY(pane(run.window, "answerPane")->isVisible() && !isSeen(run.window, "answerPane"));
    QVERIFY(pane(run.window, "variablesPane")->isVisible() && !isSeen(run.window, "variablesPane"));
}

// As when it is minimised.
void RememberingTest::panesStayWhileTheWindowIsNotSeen() {
    Run run(m_options);
    run.window.resize(1'000, 700);
    for (const char* name : {"bitsPaneAction", "variablesPaneAction", "answerPaneAction"}) {
        action(run.window, name).trigger();
        QTest::qWait(50); // until it has its tab
    }
    QTRY_VERIFY(!pane(run.window, "answerPane")->visibleRegion().isEmpty());
    action(run.window, "bitsPaneAction").trigger(); // comes forward
    QTRY_VERIFY(!pane(run.window, "bitsPane")->visibleRegion().isEmpty());
    auto* input = run.window.findChild<ExpressionEdit*>();
    input->setFocus();
    run.window.hide();
    for (const char* name : {"bitsPaneAction", "variablesPaneAction", "answerPaneAction"})
        QVERIFY2(action(run.window, name).isChecked(), name);
    run.window.show();
    QTest::qWait(50);
    for (const char* name : {"bitsPane", "variablesPane", "answerPane"})
        QVERIFY2(pane(run.window, name)->isVisible(), name);
    QVERIFY(!pane(run.window, "bitsPane")->visibleRegion().isEmpty());
    QVERIFY(run.window.focusWidget() == input);
    run.window.findChild<QDockWidget*>(QStringLiteral("bitsPaneDock"))->close();
    QVERIFY(!action(run.window, "bitsPaneAction").isChecked());
}

void RememberingTest::whatGetsTheFocusIsSeen() {
    Run run(m_options);
    run.window.resize(1'000, 700);
    for (const char* name : {"answerPaneAction", "bitsPaneAction", "variablesPaneAction"})
        action(run.window, name).trigger();
    QTRY_VERIFY(pane(run.window, "bitsPane")->visibleRegion().isEmpty());
    for (const Qt::Key key : {Qt::Key_F6, Qt::Key_Tab}) {
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(QApplication::focusWidget(), key);
            QTRY_VERIFY(!QApplication::focusWidget()->visibleRegion().isEmpty());
        }
    }
}

void RememberingTest::aSmallWindowComesBackSmall() {
    {
        Run run(m_options);
        action(run.window, "answerPaneAction").trigger();
        run.window.resize(420, 320);
        QTRY_VERIFY(!pane(run.window, "answerPane")->isVisible());
        run.window.close();
    }
    Run run(m_options);
    QTest::qWait(50);
    QCOMPARE(run.window.size(), QSize(420, 320));
    QVERIFY(!action(run.window, "answerPaneAction").isChecked());
    run.window.resize(900, 600);
    QTRY_VERIFY(pane(run.window, "answerPane")->isVisible());
    QVERIFY(action(run.window, "answerPaneAction").isChecked());
}

void RememberingTest::alwaysOnTopIsKeptAndTheWindowStays() {
    {
        Run run(m_options);
        QTest::keyClick(&run.window, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(run.window.windowFlags().testFlag(Qt::WindowStaysOnTopHint));
        QVERIFY(run.window.isVisible());
        run.window.close();
    }
    Run run(m_options);
    QVERIFY(run.window.windowFlags().testFlag(Qt::WindowStaysOnTopHint));
    QVERIFY(action(run.window, "onTopAction").isChecked());
}

void RememberingTest::f6GoesRoundTheAreas() {
    Run run(m_options);
    run.window.resize(900, 600);
    action(run.window, "answerPaneAction").trigger();
    QStringList visited;
    for (int step = 0; step < 4; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        for (const QWidget* widget = QApplication::focusWidget(); widget != nullptr;
             widget = widget->parentWidget()) {
            if (QStringList{QStringLiteral("welcome"), QStringLiteral("answerPane"),
                            QStringLiteral("connectionBar"), QStringLiteral("expressionEdit")}
                    .contains(widget->objectName()))
                visited << widget->objectName();
        }
    }
    QCOMPARE(visited, (QStringList{QStringLiteral("welcome"), QStringLiteral("answerPane"),
                                   QStringLiteral("connectionBar"), QStringLiteral("expressionEdit")}));
}

void RememberingTest::historyIsNotWrittenWhileItIsNotKept() {
    ScriptedServer server([](QTcpSocket& client, const QByteArray& line) { client.write(line + "\n"); });
    QVERIFY(server.start());
    m_options.address = ServerAddress{QStringLiteral("127.0.0.1"), server.serverPort()};
    m_options.connectNow = true;
    const auto ask = [](Run& run, const char* expression, int answers) {
        QTRY_COMPARE(run.client.status().state, CalculatorClient::State::Connected);
        QTest::keyClicks(run.window.findChild<ExpressionEdit*>(), QString::fromLatin1(expression));
        QTest::keyClick(run.window.findChild<ExpressionEdit*>(), Qt::Key_Return);
        QTRY_COMPARE(run.window.history().answeredCount(), answers);
    };
    {
        Run run(m_options);
        ask(run, "1", 1);
        action(run.window, "keepHistoryAction").trigger();
        ask(run, "2", 2);
        action(run.window, "keepHistoryAction").trigger();
        ask(run, "3", 3);
    }
    Run run(m_options);
    QCOMPARE(run.window.history().rowCount(), 2);
    QCOMPARE(run.window.history().item(1).answer, QByteArray("3"));
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::RememberingTest)
#include "remembering_test.moc"
