// SPDX-License-Identifier: MIT
#include "common/widgets/colours.h"
#include "server/window/server_window.h"
#include "tests/contrast.h"
#include "tests/server/window/server_window_fixture.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace keisan::server;
namespace widgets = keisan::widgets;
using namespace keisan::server::test;
using keisan::test::contrast;

// How the window looks and reads: in both languages, in light and dark, large and small.
class AppearanceTest : public QObject {
    Q_OBJECT

private:
    // A table needs no more height than its smallest rows.
    static bool isWhole(const QWidget& widget) {
        constexpr int kEnoughPixels = 60;
        const QSize least = widget.minimumSizeHint();
        return widget.width() >= least.width() && widget.height() >= std::min(least.height(), kEnoughPixels);
    }

private Q_SLOTS:
    void cleanup();

    void languageChangesAtRunTime();
    void everyFocusableWidgetHasAName_data();
    void everyFocusableWidgetHasAName();
    void everyTextFits_data();
    void everyTextFits();
    void aSmallWindowFoldsWhatDoesNotFit_data();
    void aSmallWindowFoldsWhatDoesNotFit();
    void allColoursHaveContrast();
    void everyEdgeCanBeSeen();
    void coloursFollowTheChoice();
};

void AppearanceTest::cleanup() {
    QApplication::setPalette(QPalette());
    QLocale::setDefault(QLocale::c());
}

void AppearanceTest::languageChangesAtRunTime() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTRY_VERIFY(f.child<QLabel>("state")->text().startsWith(QStringLiteral("Listening on")));
    f.action("language_ja")->trigger();
    QTRY_VERIFY(f.child<QLabel>("state")->text().startsWith(QStringLiteral("待ち受け中")));
    QCOMPARE(f.child<QPushButton>("startStop")->text(), QStringLiteral("停止"));
    QCOMPARE(f.log()->model()->headerData(3, Qt::Horizontal).toString(), QStringLiteral("式"));
    QTRY_COMPARE(f.cell(0, 2), QStringLiteral("待ち受け開始"));
    QVERIFY(f.window.menuBar()->actions().first()->text().contains(QStringLiteral("ファイル")));
    QVERIFY(f.child<QToolButton>("requestsFigure")->accessibleName().contains(QStringLiteral("要求")));
    QCOMPARE(f.action("pause")->text(), QStringLiteral("一時停止(&P)"));
    f.action("language_en")->trigger();
    QTRY_VERIFY(f.child<QLabel>("state")->text().startsWith(QStringLiteral("Listening on")));
    QCOMPARE(f.child<QPushButton>("startStop")->text(), QStringLiteral("Stop"));
}

void AppearanceTest::everyFocusableWidgetHasAName_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("language_en");
    QTest::newRow("Japanese") << QStringLiteral("language_ja");
}

void AppearanceTest::everyFocusableWidgetHasAName() {
    QFETCH(QString, language);
    Fixture f;
    QTRY_VERIFY(f.isListening());
    f.action("showDetails")->trigger();
    f.action(qPrintable(language))->trigger();
    QCoreApplication::processEvents();
    for (const QWidget* widget : f.window.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr || !widget->isVisible() ||
            widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        QVERIFY2(access != nullptr && !access->text(QAccessible::Name).isEmpty(),
                 qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                                        widget->objectName())));
    }
}

void AppearanceTest::everyTextFits_data() {
    everyFocusableWidgetHasAName_data();
}

void AppearanceTest::everyTextFits() {
    QFETCH(QString, language);
    Fixture f;
    QTRY_VERIFY(f.isListening());
    f.action(qPrintable(language))->trigger();
    const auto firstCut = [&f] {
        for (const QWidget* widget : f.window.findChildren<QWidget*>())
            if ((qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLabel*>(widget)) &&
                widget->isVisible() && !isWhole(*widget))
                return widget->objectName();
        return QString();
    };
    QTRY_COMPARE(firstCut(), QString());
    for (const ServerEvent::Kind kind : kEventKinds) {
        const QString word = levelSign(levelOf(kind)) + eventLabel(kind);
        QVERIFY2(f.log()->fontMetrics().horizontalAdvance(word) < f.log()->columnWidth(LogModel::Event),
                 qPrintable(word));
    }
    QTRY_VERIFY(f.window.minimumSizeHint().width() <= f.window.width());
}

void AppearanceTest::aSmallWindowFoldsWhatDoesNotFit_data() {
    everyFocusableWidgetHasAName_data();
}

// 400 x 300 is a screen of 800 x 600 at 200 %.
void AppearanceTest::aSmallWindowFoldsWhatDoesNotFit() {
    QFETCH(QString, language);
    Fixture f;
    QTRY_VERIFY(f.isListening());
    f.action(qPrintable(language))->trigger();
    f.action("showDetails")->trigger();
    f.window.resize(400, 300);
    QTRY_COMPARE(f.window.size(), QSize(400, 300));
    const auto isSeenWhole = [&f](const char* name) {
        auto* widget = f.child<QWidget>(name);
        const QRect inWindow(widget->mapTo(&f.window, QPoint(0, 0)), widget->size());
        return widget->isVisible() && isWhole(*widget) && f.window.rect().contains(inWindow);
    };
    for (const char* name : {"state", "startStop", "filter", "followBox", "log", "clientsFigure"})
        QTRY_VERIFY2(isSeenWhole(name), name);
    for (const char* name : {"clients", "details", "saveButton", "clearButton", "copyEndpoint", "upFigure"})
        QTRY_VERIFY2(!f.child<QWidget>(name)->isVisible(), name);
    f.window.resize(1280, 800);
    for (const char* name : {"clients", "details", "saveButton", "clearButton", "copyEndpoint", "upFigure"})
        QTRY_VERIFY2(f.child<QWidget>(name)->isVisible(), name);
}

void AppearanceTest::allColoursHaveContrast() {
    for (const QPalette& palette : {widgets::lightPalette(), widgets::darkPalette()}) {
        const QColor base = palette.color(QPalette::Base);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), base) >= 4.5);
        for (const widgets::Role role : widgets::kRoles)
            QVERIFY2(contrast(widgets::colourOf(role, palette), base) >= 4.5,
                     qPrintable(widgets::colourOf(role, palette).name()));
        using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
        for (const auto& [text, ground] :
             {Pair{QPalette::WindowText, QPalette::Window}, Pair{QPalette::ButtonText, QPalette::Button},
              Pair{QPalette::HighlightedText, QPalette::Highlight}, Pair{QPalette::Text, QPalette::Base},
              Pair{QPalette::ToolTipText, QPalette::ToolTipBase}})
            for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
                QVERIFY2(contrast(palette.color(group, text), palette.color(group, ground)) >= 4.5,
                         qPrintable(QStringLiteral("%1 %2 %3").arg(text).arg(ground).arg(group)));
    }
}

// What is filled in or ticked differs from what surrounds it: without its tick a box is nothing but its edge.
void AppearanceTest::everyEdgeCanBeSeen() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    f.action("startStop")->trigger(); // the port can be filled in
    QTRY_COMPARE(f.server.state(), State::Stopped);
    f.child<QCheckBox>("followBox")->setChecked(false);
    f.child<QPushButton>("startStop")->setFocus();
    for (const char* colours : {"colours_light", "colours_dark"}) {
        f.action(colours)->trigger();
        QCoreApplication::processEvents();
        for (const char* name : {"followBox", "filter", "port"}) {
            const QImage image = f.child<QWidget>(name)->grab().toImage();
            double best = 0;
            for (int x = 0; x < 6; ++x)
                best = std::max(best, contrast(image.pixelColor(x, image.height() / 2),
                                               QApplication::palette().color(QPalette::Window)));
            QVERIFY2(
                best >= 3,
                qPrintable(
                    QStringLiteral("%1 %2: %3").arg(QLatin1String(colours), QLatin1String(name)).arg(best)));
        }
    }
}

void AppearanceTest::coloursFollowTheChoice() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    f.action("colours_dark")->trigger();
    QCoreApplication::processEvents();
    const QColor onDark = widgets::colourOf(widgets::Role::Good, widgets::darkPalette());
    QTRY_COMPARE(f.child<QLabel>("state")->palette().color(QPalette::WindowText), onDark);
    f.action("colours_light")->trigger();
    QCoreApplication::processEvents();
    const QColor onLight = widgets::colourOf(widgets::Role::Good, widgets::lightPalette());
    QTRY_COMPARE(f.child<QLabel>("state")->palette().color(QPalette::WindowText), onLight);
}

QTEST_MAIN(AppearanceTest)
#include "appearance_test.moc"
