// SPDX-License-Identifier: MIT
#include "client/window/digits_view.h"
#include "common/widgets/colours.h"
#include "tests/client/window/window_fixture.h"
#include "tests/contrast.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTreeWidget>

namespace keisan::client::test {

namespace {

using keisan::test::contrast;

void echoAllButBad(QTcpSocket& client, const QByteArray& line) {
    client.write(line == "bad" ? QByteArray("Error: name 'bad' is not defined\n") : line + "\n");
}

// The field inside a combo box or a spin box speaks for its owner.
bool isPartOfAnother(const QWidget& widget) {
    return qobject_cast<const QLineEdit*>(&widget) != nullptr &&
           (qobject_cast<const QComboBox*>(widget.parent()) != nullptr ||
            qobject_cast<const QSpinBox*>(widget.parent()) != nullptr);
}

QString describe(const QWidget& widget) {
    return QStringLiteral("%1 %2").arg(QString::fromLatin1(widget.metaObject()->className()),
                                       widget.objectName());
}

// The room its text needs.
QSize neededBy(const QWidget& widget) {
    const auto* label = qobject_cast<const QLabel*>(&widget);
    if (label != nullptr && label->wordWrap())
        return {0, label->heightForWidth(label->width())};
    return label != nullptr ? label->sizeHint() : widget.minimumSizeHint();
}

// Until every layout has followed a change, on a busy machine too.
constexpr int kSettlingMs = 200;

} // namespace

// What those need who hear, zoom or use keys only: looked at in every widget and action of the window.
class AccessibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFocusableWidgetHasAName();
    void everyFocusableWidgetIsReachedByTab();
    void everyActionHasItsTextAndIsListed();
    void noTwoActionsShareAKey();
    void menuLettersAreOnesOwnInBothLanguages();
    void everyColourReadsOnItsGround();
    void noTextIsCut_data();
    void noTextIsCut();
    void noTextOfABarIsCut_data();
    void noTextOfABarIsCut();
    void noTextIsCutByAPaneOpenedInASmallWindow();
    void aPaneBelowAndOneBesideHaveRoomInASmallWindow_data();
    void aPaneBelowAndOneBesideHaveRoomInASmallWindow();
    void whatThePaneShowsNeverLiesOnTheStatusBar();
    void noTextIsCutByZoomInASmallWindow();
    void answersAndErrorsAreAnnounced();
    void itemsSpeak();

private:
    static void openAll(WindowFixture& fixture) {
        for (const char* pane : {"answerPaneAction", "bitsPaneAction", "keypadAction", "wirePaneAction"})
            fixture.find<QAction>(pane).setChecked(true);
    }

    static void checkThatNoTextIsCut(const WindowFixture& fixture) {
        for (const auto* widget : fixture.window.findChildren<QWidget*>()) {
            const bool hasText = qobject_cast<const QLabel*>(widget) != nullptr ||
                                 qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                                 qobject_cast<const QComboBox*>(widget) != nullptr;
            if (!hasText || widget->visibleRegion().isEmpty() ||
                widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            const QSize needed = neededBy(*widget);
            QVERIFY2(needed.width() <= widget->width() && needed.height() <= widget->height(),
                     qPrintable(QStringLiteral("%1: %2 x %3, has %4 x %5 (%6)")
                                    .arg(describe(*widget))
                                    .arg(needed.width())
                                    .arg(needed.height())
                                    .arg(widget->width())
                                    .arg(widget->height())
                                    .arg(widget->property("text").toString())));
            QVERIFY2(widget->visibleRegion().boundingRect() == widget->rect(), qPrintable(describe(*widget)));
        }
        for (const auto* field : fixture.window.findChildren<QLineEdit*>()) {
            if (!field->visibleRegion().isEmpty())
                QVERIFY2(field->fontMetrics().horizontalAdvance(field->placeholderText()) < field->width(),
                         qPrintable(field->placeholderText()));
        }
        for (const auto* table : fixture.window.findChildren<QTableView*>()) {
            if (!table->visibleRegion().isEmpty())
                checkThatHeadersAreSeen(*table);
        }
        for (const auto* area : fixture.window.findChildren<QAbstractScrollArea*>()) {
            if (qobject_cast<const DigitsView*>(area) == nullptr) // it scrolls sideways by design
                QVERIFY2(!area->horizontalScrollBar()->isVisible(), qPrintable(describe(*area)));
        }
        for (const auto* tree : fixture.window.findChildren<QTreeWidget*>()) {
            for (int column = 0; column + 1 < tree->columnCount() && tree->isVisible(); ++column)
                QVERIFY2(static_cast<const QAbstractItemView*>(tree)
                                 ->sizeHintForIndex(tree->model()->index(0, column))
                                 .width() <= tree->columnWidth(column),
                         qPrintable(tree->topLevelItem(0)->text(column)));
        }
    }

    static void checkThatHeadersAreSeen(const QTableView& table) {
        const QHeaderView& header = *table.horizontalHeader();
        for (int column = 0; column < header.count(); ++column) {
            const QString text = table.model()->headerData(column, Qt::Horizontal).toString();
            const int end =
                header.sectionViewportPosition(column) + header.fontMetrics().horizontalAdvance(text);
            const int next = column + 1 < header.count() ? header.sectionViewportPosition(column + 1)
                                                         : table.viewport()->width();
            QVERIFY2(end <= next, qPrintable(text));
        }
    }

    static QList<QWidget*> focusable(const WindowFixture& fixture) {
        QList<QWidget*> widgets;
        for (auto* widget : fixture.window.findChildren<QWidget*>()) {
            const bool isOurs = widget->window() == &fixture.window && !isPartOfAnother(*widget) &&
                                qobject_cast<QTabBar*>(widget) == nullptr &&
                                !widget->objectName().startsWith(QStringLiteral("qt_"));
            if (isOurs && widget->isVisible() && widget->isEnabled() &&
                (widget->focusPolicy() & Qt::TabFocus) != 0)
                widgets << widget;
        }
        return widgets;
    }
};

void AccessibilityTest::everyFocusableWidgetHasAName() {
    ConnectedFixture fixture(echoAllButBad);
    fixture.window.resize(1'200, 900);
    fixture.enter("0.5");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    int named = 0;
    for (const char* pane : {"wirePaneAction", "keypadAction", "bitsPaneAction", "answerPaneAction"}) {
        fixture.find<QAction>(pane).setChecked(true); // the last of its area is in front
        QTest::qWait(20);
        for (auto* widget : focusable(fixture)) {
            auto* interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface != nullptr && !interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(describe(*widget)));
            ++named;
        }
    }
    QVERIFY(named >= 20);
}

void AccessibilityTest::everyFocusableWidgetIsReachedByTab() {
    ConnectedFixture fixture(echoAllButBad);
    fixture.window.resize(1'200, 900);
    openAll(fixture);
    for (int row = 0; row < 20; ++row)
        fixture.enter("0.5"); // lines in the wire pane too
    QVERIFY(fixture.waitForState(19, ItemState::Answered));
    fixture.type("1"); // the = button can be pressed
    QList<QWidget*> reached;
    fixture.input().setFocus();
    for (int step = 0; step < 60; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached << QApplication::focusWidget();
        if (fixture.input().hasFocus())
            break;
    }
    QVERIFY(fixture.input().hasFocus()); // round, and back
    for (QWidget* widget : focusable(fixture))
        QVERIFY2(reached.contains(widget), qPrintable(describe(*widget)));
    // The order of the work: the button, the history, its search, the panes, the connection.
    const auto place = [&](const char* name) { return reached.indexOf(&fixture.find<QWidget>(name)); };
    QVERIFY(place("equalsButton") < place("historyView"));
    QVERIFY(place("historyView") < place("searchField"));
    QVERIFY(place("searchField") < place("connectButton"));
}

void AccessibilityTest::everyActionHasItsTextAndIsListed() {
    ConnectedFixture fixture(echoAllButBad);
    QTest::keyClick(&fixture.window, Qt::Key_F1);
    auto& table = fixture.find<QTableView>("keysTable");
    QStringList listed;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        listed << table.model()->index(row, 1).data().toString();
    int seen = 0;
    for (auto* action : fixture.window.findChildren<QAction*>()) {
        if (!action->objectName().endsWith(QStringLiteral("Action")) || action->menu() != nullptr)
            continue;
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(listed.contains(action->text().remove(QLatin1Char('&'))), qPrintable(action->objectName()));
        ++seen;
    }
    QVERIFY(seen >= 50);
}

void AccessibilityTest::noTwoActionsShareAKey() {
    ConnectedFixture fixture(echoAllButBad);
    QHash<QString, QString> owners;
    for (auto* action : fixture.window.findChildren<QAction*>()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            const QString text = keys.toString();
            QVERIFY2(!owners.contains(text), qPrintable(text + QStringLiteral(": ") + owners.value(text)));
            owners.insert(text, action->objectName());
            const bool isTyped = keys.count() == 1 && keys[0].key() < Qt::Key_Escape &&
                                 keys[0].keyboardModifiers() == Qt::NoModifier;
            QVERIFY2(!isTyped, qPrintable(text)); // a letter or a digit is input
        }
    }
    QVERIFY(owners.size() >= 25);
}

void AccessibilityTest::menuLettersAreOnesOwnInBothLanguages() {
    ConnectedFixture fixture(echoAllButBad);
    const QRegularExpression letter(QStringLiteral("&(.)"));
    for (const char* language : {"languageJapaneseAction", "languageEnglishAction"}) {
        fixture.find<QAction>(language).trigger();
        QTest::qWait(20);
        QList<QList<QAction*>> menus{fixture.window.menuBar()->actions()};
        for (auto* menu : fixture.window.findChildren<QMenu*>())
            menus << menu->actions();
        for (const QList<QAction*>& actions : menus) {
            QSet<QString> letters;
            for (const QAction* action : actions) {
                const QString own = letter.match(action->text()).captured(1).toUpper();
                QVERIFY2(own.isEmpty() || !letters.contains(own), qPrintable(action->text()));
                letters.insert(own);
            }
        }
        for (const QAction* action : fixture.window.menuBar()->actions())
            QVERIFY2(letter.match(action->text()).hasMatch(), qPrintable(action->text()));
    }
}

void AccessibilityTest::everyColourReadsOnItsGround() {
    constexpr double kLeast = 4.5;
    for (const QPalette& palette : {widgets::lightPalette(), widgets::darkPalette()}) {
        const auto ground = [&palette](QPalette::ColorRole role) { return palette.color(role); };
        for (const widgets::Role role : widgets::kRoles) {
            for (const QColor& under :
                 {ground(QPalette::Base), ground(QPalette::Window), widgets::chosenGround(palette)})
                QVERIFY2(contrast(widgets::colourOf(role, palette), under) >= kLeast,
                         qPrintable(under.name()));
        }
        const QList<QPair<QColor, QColor>> pairs{
            {ground(QPalette::WindowText), ground(QPalette::Window)},
            {ground(QPalette::Text), ground(QPalette::Base)},
            {ground(QPalette::Text), ground(QPalette::AlternateBase)},
            {ground(QPalette::ButtonText), ground(QPalette::Button)},
            {ground(QPalette::HighlightedText), ground(QPalette::Highlight)},
            {ground(QPalette::ToolTipText), ground(QPalette::ToolTipBase)},
            {ground(QPalette::PlaceholderText), ground(QPalette::Base)},
            {ground(QPalette::PlaceholderText), ground(QPalette::Window)},
            {ground(QPalette::Link), ground(QPalette::Base)},
            {palette.color(QPalette::Disabled, QPalette::Text), ground(QPalette::Base)},
            {palette.color(QPalette::Disabled, QPalette::WindowText), ground(QPalette::Window)},
            {palette.color(QPalette::Disabled, QPalette::ButtonText), ground(QPalette::Button)}};
        for (const auto& [face, under] : pairs)
            QVERIFY2(contrast(face, under) >= kLeast,
                     qPrintable(face.name() + QStringLiteral(" on ") + under.name()));
    }
}

void AccessibilityTest::noTextIsCut_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("zoom");
    QTest::addColumn<QSize>("size");
    for (const char* language : {"English", "Japanese"}) {
        const auto row = [language](int zoom, QSize size) {
            QTest::addRow("%s, %d %%, %d x %d", language, zoom, size.width(), size.height())
                << QString::fromLatin1(language) << zoom << size;
        };
        row(100, {420, 320});
        row(100, {900, 600});
        row(100, {1'280, 800});
        row(200, {1'280, 800});
    }
}

void AccessibilityTest::noTextIsCut() {
    QFETCH(QString, language);
    QFETCH(int, zoom);
    QFETCH(QSize, size);
    ConnectedFixture fixture(echoAllButBad);
    fixture.window.findChild<QAction*>(QStringLiteral("language%1Action").arg(language))->trigger();
    for (int percent = 100; percent < zoom; percent += 10)
        fixture.find<QAction>("zoomInAction").trigger();
    fixture.window.resize(size);
    QTest::qWait(kSettlingMs);
    checkThatNoTextIsCut(fixture); // what an empty history shows
    fixture.window.resize(1'280, 800);
    fixture.enter("0.5");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    for (const char* pane : {"keypadAction", "wirePaneAction", "bitsPaneAction", "answerPaneAction"}) {
        fixture.find<QAction>(pane).setChecked(true);
        fixture.window.resize(size);
        QTest::qWait(kSettlingMs);
        QCOMPARE(fixture.window.size(), size);
        checkThatNoTextIsCut(fixture);
        fixture.window.resize(1'280, 800);
        QTest::qWait(20);
    }
}

void AccessibilityTest::noTextOfABarIsCut_data() {
    noTextIsCut_data();
}

void AccessibilityTest::noTextOfABarIsCut() {
    QFETCH(QString, language);
    QFETCH(int, zoom);
    QFETCH(QSize, size);
    ConnectedFixture fixture(keepSilent);
    fixture.window.findChild<QAction*>(QStringLiteral("language%1Action").arg(language))->trigger();
    for (int percent = 100; percent < zoom; percent += 10)
        fixture.find<QAction>("zoomInAction").trigger();
    fixture.window.resize(size);
    Q_EMIT fixture.input().linesPasted(QStringList(1'234, QStringLiteral("1")));
    QTest::qWait(kSettlingMs);
    checkThatNoTextIsCut(fixture);
    fixture.click("pasteCancelButton");
    fixture.server.die();
    QTRY_VERIFY(fixture.find<QWidget>("noticeBar").isVisible());
    QTest::qWait(kSettlingMs);
    checkThatNoTextIsCut(fixture);
}

// In a window too small for a pane the pane makes the window larger.
void AccessibilityTest::noTextIsCutByAPaneOpenedInASmallWindow() {
    ConnectedFixture fixture(echoAllButBad);
    fixture.enter("0.5");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    for (const char* pane :
         {"keypadAction", "wirePaneAction", "bitsPaneAction", "answerPaneAction", "variablesPaneAction"}) {
        fixture.window.resize(420, 320);
        QTest::qWait(kSettlingMs);
        fixture.find<QAction>(pane).setChecked(true);
        QTest::qWait(kSettlingMs);
        checkThatNoTextIsCut(fixture);
        QVERIFY(fixture.find<QWidget>("historyView").height() > 40);
        fixture.find<QAction>(pane).setChecked(false);
    }
}

void AccessibilityTest::aPaneBelowAndOneBesideHaveRoomInASmallWindow_data() {
    QTest::addColumn<QByteArrayList>("panes");
    for (const char* below : {"keypad", "wirePane"})
        for (const char* beside : {"bitsPane", "answerPane", "variablesPane"}) {
            QTest::addRow("%s, then %s", below, beside) << QByteArrayList{below, beside};
            QTest::addRow("%s, then %s", beside, below) << QByteArrayList{beside, below};
        }
}

void AccessibilityTest::aPaneBelowAndOneBesideHaveRoomInASmallWindow() {
    QFETCH(QByteArrayList, panes);
    ConnectedFixture fixture(echoAllButBad);
    fixture.enter("0.5");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.window.resize(420, 320);
    for (const QByteArray& pane : panes) {
        fixture.find<QAction>(pane + "Action").setChecked(true);
        QTest::qWait(kSettlingMs);
    }
    for (const QByteArray& pane : panes)
        QVERIFY2(fixture.find<QAction>(pane + "Action").isChecked(), pane);
    checkThatNoTextIsCut(fixture);
    for (const auto* dock : fixture.window.findChildren<QDockWidget*>())
        QVERIFY2(!dock->isVisible() || dock->geometry().bottom() < fixture.window.statusBar()->y(),
                 qPrintable(describe(*dock)));
}

// Whatever is shown after the pane was opened, in a window that had to grow for it.
void AccessibilityTest::whatThePaneShowsNeverLiesOnTheStatusBar() {
    ConnectedFixture fixture(echoAllButBad);
    fixture.input().insertPlainText(QString(12'000, u'7'));
    fixture.enter("");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.window.resize(420, 320);
    fixture.find<QAction>("answerPaneAction").setChecked(true);
    QTest::qWait(kSettlingMs);
    const QSize size = fixture.window.size();
    for (const char* expression : {"0.5", "12345", "'text'"}) {
        fixture.enter(expression);
        QTest::qWait(100);
        QVERIFY(fixture.find<QWidget>("answerPaneDock").geometry().bottom() <
                fixture.window.statusBar()->y());
        QVERIFY(fixture.find<QWidget>("digitsView").height() >= 2 * fixture.window.fontMetrics().height());
        const auto placeOf = [&fixture](const char* name) { return fixture.find<QWidget>(name).geometry(); };
        QVERIFY2(!fixture.find<QWidget>("formsTable").isVisible() ||
                     !placeOf("formsTable").intersects(placeOf("copyFormButton")),
                 expression);
        QCOMPARE(fixture.window.size(), size);
    }
}

// What is written larger needs a larger window.
void AccessibilityTest::noTextIsCutByZoomInASmallWindow() {
    ConnectedFixture fixture(echoAllButBad);
    fixture.window.resize(420, 320);
    for (int percent = 100; percent < 200; percent += 10)
        fixture.find<QAction>("zoomInAction").trigger();
    for (const char* language : {"languageJapaneseAction", "languageEnglishAction"}) {
        fixture.find<QAction>(language).trigger();
        QTest::qWait(kSettlingMs);
        checkThatNoTextIsCut(fixture);
    }
    QVERIFY(fixture.window.width() > 600);
    fixture.find<QAction>("zoomResetAction").trigger();
    QCOMPARE(fixture.window.minimumSize(), QSize(420, 320));
}

// The line below the input says it: its name changes, and an alert is sent, which only a real screen reader
// gets to hear.
void AccessibilityTest::answersAndErrorsAreAnnounced() {
    ConnectedFixture fixture(echoAllButBad);
    const auto announced = [&fixture] {
        return QAccessible::queryAccessibleInterface(&fixture.find<QLabel>("previewLine"))
            ->text(QAccessible::Name);
    };
    fixture.enter("255");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QVERIFY2(announced().contains(QStringLiteral("255. Answer 255")), qPrintable(announced()));
    fixture.enter("bad");
    QVERIFY(fixture.waitForState(1, ItemState::Failed));
    QVERIFY2(announced().contains(QStringLiteral("name 'bad' is not defined")), qPrintable(announced()));
}

void AccessibilityTest::itemsSpeak() {
    ConnectedFixture fixture([](QTcpSocket& client, const QByteArray& line) {
        client.write((line == "long" ? QByteArray("4446") + QByteArray(9'996, '1') : QByteArray("8")) + "\n");
    });
    fixture.enter("2 ** 3");
    fixture.enter("long");
    QVERIFY(fixture.waitForState(1, ItemState::Answered));
    const auto spoken = [&fixture](int row) {
        return fixture.window.history().index(row).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(0), QStringLiteral("2 ** 3. Answer 8"));
    QCOMPARE(spoken(1), QStringLiteral("long. Answer of 10,000 digits, begins 4446"));
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::AccessibilityTest)
#include "accessibility_test.moc"
