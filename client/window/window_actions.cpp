// SPDX-License-Identifier: MIT
#include "client/window/window_actions.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace keisan::client {

namespace {

enum Menu { File, Edit, View, Answer, Connection, Help };

constexpr std::array kMenus{
    QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&File"),
    QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Edit"),
    QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&View"),
    QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Answer"),
    QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Connection"),
    QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Help"),
};

struct Row {
    Deed deed;
    Menu menu;
    const char* text;
    const char* keys; // portable text, as QKeySequence::fromString reads it
    const char* name; // objectName
};

constexpr std::array kRows{
    Row{Deed::Quit, File, QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Quit"), "Ctrl+Q",
        "quitAction"},
    Row{Deed::FocusHistory, View, QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Go to the &history"),
        "Ctrl+H", "focusHistoryAction"},
    Row{Deed::ScrollPageUp, View, QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History a page up"),
        "PgUp", "pageUpAction"},
    Row{Deed::ScrollPageDown, View, QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History a page down"),
        "PgDown", "pageDownAction"},
    Row{Deed::ScrollToStart, View, QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History: first"),
        "Ctrl+Home", "historyStartAction"},
    Row{Deed::ScrollToEnd, View, QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History: last"),
        "Ctrl+End", "historyEndAction"},
    Row{Deed::Connect, Connection,
        QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Connect or try again now"), "F5",
        "connectAction"},
    Row{Deed::Disconnect, Connection, QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Disconnect"), "",
        "disconnectAction"},
    Row{Deed::StopAll, Connection,
        QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Stop all that is running"), "Shift+Esc",
        "stopAllAction"},
    Row{Deed::FocusServer, Connection,
        QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Go to the server's &address"), "Ctrl+L",
        "focusServerAction"},
    Row{Deed::ShowKeys, Help, QT_TRANSLATE_NOOP("keisan::client::WindowActions", "List of &keys"), "F1",
        "keysAction"},
    Row{Deed::About, Help, QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&About Keisan"), "",
        "aboutAction"},
};

} // namespace

WindowActions::WindowActions(QMenuBar* menuBar) : QObject(menuBar) {
    for (std::size_t menu = 0; menu < kMenus.size(); ++menu)
        m_menus[static_cast<int>(menu)] = menuBar->addMenu(QString());
    for (const Row& row : kRows) {
        auto* action = m_menus.at(row.menu)->addAction(QString());
        action->setObjectName(QString::fromLatin1(row.name));
        action->setShortcut(
            QKeySequence::fromString(QString::fromLatin1(row.keys), QKeySequence::PortableText));
        m_actions[row.deed] = action;
    }
    for (const auto& [number, menu] : m_menus)
        menu->menuAction()->setVisible(!menu->isEmpty());
    retranslate();
}

QString WindowActions::keyList() const {
    QString list;
    for (const Row& row : kRows) {
        const QAction* action = m_actions.at(row.deed);
        if (!action->shortcut().isEmpty())
            list += action->shortcut().toString(QKeySequence::NativeText) + QLatin1Char('\t') +
                    action->text().remove(QLatin1Char('&')) + QLatin1Char('\n');
    }
    return list;
}

void WindowActions::retranslate() {
    for (std::size_t menu = 0; menu < kMenus.size(); ++menu)
        m_menus.at(static_cast<int>(menu))->setTitle(tr(kMenus[menu]));
    for (const Row& row : kRows)
        m_actions.at(row.deed)->setText(tr(row.text));
}

} // namespace keisan::client
