// SPDX-License-Identifier: MIT
#include "server/window/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

#include <vector>

namespace keisan::server {

struct WindowActions::Row {
    QAction* WindowActions::*action;
    const char* name;
    const char* text;
    QList<QKeySequence> keys;
    bool checkable = false;
    bool isLocal = false; // its key counts only where a pane takes it up, not in the whole window
    QAction::MenuRole role = QAction::TextHeuristicRole;
};

const std::vector<WindowActions::Row>& WindowActions::rows() {
    using W = WindowActions;
    static const std::vector<Row> kRows{
        {&W::saveLog, "saveLog", QT_TR_NOOP("&Save log…"), {Qt::CTRL | Qt::Key_S}},
        {&W::saveWholeLog,
         "saveWholeLog",
         QT_TR_NOOP("Save &all lines…"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_S}},
        {&W::quit, "quit", QT_TR_NOOP("&Quit"), {Qt::CTRL | Qt::Key_Q}, false, false, QAction::QuitRole},
        {&W::undoClear, "undoClear", QT_TR_NOOP("&Undo clear"), {Qt::CTRL | Qt::Key_Z}},
        {&W::copyLines, "copyLines", QT_TR_NOOP("&Copy lines"), {Qt::CTRL | Qt::Key_C}},
        {&W::findInLog, "findInLog", QT_TR_NOOP("&Filter the log"), {Qt::CTRL | Qt::Key_F}},
        {&W::clearFilter, "clearFilter", QT_TR_NOOP("Show &all lines"), {Qt::Key_Escape}},
        {&W::clearLog, "clearLog", QT_TR_NOOP("C&lear log"), {}},
        {&W::showClients, "showClients", QT_TR_NOOP("&Clients"), {}, true},
        {&W::showDetails, "showDetails", QT_TR_NOOP("&Details"), {Qt::CTRL | Qt::Key_D}, true},
        {&W::showGraph, "showGraph", QT_TR_NOOP("&Graph of 5 minutes"), {Qt::CTRL | Qt::Key_G}, true},
        {&W::showInfo, "showInfo", QT_TR_NOOP("&Info"), {}, true},
        {&W::showWarnings, "showWarnings", QT_TR_NOOP("&Warnings"), {}, true},
        {&W::showErrors, "showErrors", QT_TR_NOOP("&Errors"), {}, true},
        {&W::follow, "follow", QT_TR_NOOP("&Follow"), {Qt::CTRL | Qt::Key_L}, true},
        {&W::newest, "newest", QT_TR_NOOP("&Newest line"), {Qt::Key_End, Qt::CTRL | Qt::Key_End}},
        {&W::pause, "pause", QT_TR_NOOP("&Pause"), {Qt::CTRL | Qt::Key_P}, true},
        {&W::zoomIn, "zoomIn", QT_TR_NOOP("Zoom &in"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}},
        {&W::zoomOut, "zoomOut", QT_TR_NOOP("Zoom &out"), {Qt::CTRL | Qt::Key_Minus}},
        {&W::zoomReset, "zoomReset", QT_TR_NOOP("&100 %"), {Qt::CTRL | Qt::Key_0}},
        {&W::nextArea, "nextArea", QT_TR_NOOP("Ne&xt area"), {Qt::Key_F6}},
        {&W::startStop, "startStop", QT_TR_NOOP("&Start or stop listening"), {Qt::Key_F5}},
        {&W::copyAddress, "copyAddress", QT_TR_NOOP("&Copy address"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C}},
        {&W::stopEvaluation, "stopEvaluation", QT_TR_NOOP("Stop e&valuation"), {}},
        {&W::disconnectClients,
         "disconnectClients",
         QT_TR_NOOP("&Disconnect"),
         {Qt::Key_Delete},
         false,
         true},
        {&W::oneAtATime, "oneAtATime", QT_TR_NOOP("Serve &one client at a time"), {}, true},
        {&W::limits, "limits", QT_TR_NOOP("&Limits…"), {}},
        {&W::logExpressions, "logExpressions", QT_TR_NOOP("Log &expressions"), {}, true},
        {&W::stayInTray, "stayInTray", QT_TR_NOOP("&Keep running in the tray when closed"), {}, true},
        {&W::listKeys, "listKeys", QT_TR_NOOP("&Keys"), {Qt::Key_F1}},
        {&W::about, "about", QT_TR_NOOP("&About Keisan"), {}, false, false, QAction::AboutRole},
    };
    return kRows;
}

WindowActions::WindowActions(QWidget& window) : QObject(&window), m_window(window) {
    for (const Row& row : rows()) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(row.name));
        action->setShortcuts(row.keys);
        action->setCheckable(row.checkable);
        action->setMenuRole(row.role);
        if (!row.isLocal)
            window.addAction(action);
        else
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        this->*row.action = action;
    }
    languages = makeChoices("language", {QString(), QStringLiteral("en"), QStringLiteral("ja")});
    colours = makeChoices("colours", {QString(), QStringLiteral("light"), QStringLiteral("dark")});
    retranslate();
}

QActionGroup* WindowActions::makeChoices(const char* name, const QStringList& values) {
    auto* group = new QActionGroup(this);
    group->setObjectName(QLatin1String(name));
    for (const QString& value : values) {
        QAction* action = group->addAction(QString());
        action->setCheckable(true);
        action->setData(value);
        action->setObjectName(QLatin1String(name) + QLatin1Char('_') + value);
    }
    return group;
}

void WindowActions::choose(const QActionGroup& group, const QString& name) {
    const QList<QAction*> actions = group.actions();
    actions.first()->setChecked(true);
    for (QAction* action : actions)
        if (action->data().toString() == name)
            action->setChecked(true);
}

void WindowActions::retranslate() {
    for (const Row& row : rows())
        (this->*row.action)->setText(tr(row.text));
    retranslateChoices();
}

void WindowActions::retranslateChoices() const {
    const QStringList languageTexts{tr("&System"), QStringLiteral("&English"), QStringLiteral("日本語(&J)")};
    const QStringList colourTexts{tr("&System"), tr("&Light"), tr("&Dark")};
    for (qsizetype i = 0; i < languageTexts.size(); ++i)
        languages->actions().at(i)->setText(languageTexts[i]);
    for (qsizetype i = 0; i < colourTexts.size(); ++i)
        colours->actions().at(i)->setText(colourTexts[i]);
}

void WindowActions::fill(QMenuBar& bar) const {
    bar.clear();
    bar.addMenu(tr("&File"))->addActions({saveLog, saveWholeLog, quit});
    bar.addMenu(tr("&Edit"))->addActions({undoClear, copyLines, findInLog, clearFilter, clearLog});
    QMenu* view = bar.addMenu(tr("&View"));
    view->addActions({showClients, showDetails, showGraph});
    view->addSeparator();
    view->addActions({follow, newest, pause, nextArea});
    view->addSeparator();
    view->addMenu(tr("Le&vels"))->addActions({showInfo, showWarnings, showErrors});
    view->addMenu(tr("&Language"))->addActions(languages->actions());
    view->addMenu(tr("C&olours"))->addActions(colours->actions());
    view->addMenu(tr("&Zoom"))->addActions({zoomIn, zoomOut, zoomReset});
    QMenu* server = bar.addMenu(tr("&Server"));
    server->setToolTipsVisible(true);
    server->addActions({startStop, copyAddress});
    server->addSeparator();
    server->addActions({stopEvaluation, disconnectClients});
    server->addSeparator();
    server->addActions({limits, oneAtATime, logExpressions, stayInTray});
    bar.addMenu(tr("&Help"))->addActions({listKeys, about});
}

} // namespace keisan::server
