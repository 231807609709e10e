// SPDX-License-Identifier: MIT
#include "client/window/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

#include <array>
#include <iterator>

namespace keisan::client {

namespace {

enum Menu { File, Edit, View, Colours, Language, Connection, Help };

struct MenuRow {
    const char* text;
    int parent; // -1: the menu bar
};

constexpr MenuRow kMenus[] = {
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&File"), -1},
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Edit"), -1},
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&View"), -1},
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Colours"), View},
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Language"), View},
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Connection"), -1},
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Help"), -1},
};

enum class Kind { Plain, Check, Choice };

struct Row {
    Deed deed;
    Menu menu;
    const char* name; // objectName
    const char* text;
    const char* keys = ""; // portable text, as QKeySequence::fromString reads it
    Kind kind = Kind::Plain;
};

// clang-format off
constexpr Row kRows[] = {
    {Deed::SaveSession, File, "saveSessionAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Save the expressions…"), "Ctrl+S"},
    {Deed::RunSession, File, "runSessionAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Run expressions from a file…"), "Ctrl+O"},
    {Deed::Quit, File, "quitAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Quit"), "Ctrl+Q"},
    {Deed::Undo, Edit, "undoAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Undo"), "Ctrl+Z"},
    {Deed::Redo, Edit, "redoAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Redo"), "Ctrl+Shift+Z"},
    {Deed::CopyBoth, Edit, "copyBothAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Copy &expression and answer"), "Ctrl+Shift+C"},
    {Deed::PasteAsItIs, Edit, "pasteAsItIsAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Paste as it is"), "Ctrl+Shift+V"},
    {Deed::EditNote, Edit, "noteAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Note on the chosen item"), "F2"},
    {Deed::RemoveItems, Edit, "removeAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Re&move the chosen items")},
    {Deed::SearchHistory, Edit, "searchAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Search the history"), "Ctrl+F"},
    {Deed::FocusHistory, View, "focusHistoryAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Go to the &history"), "Ctrl+H"},
    {Deed::ScrollPageUp, View, "pageUpAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History: page up"), "PgUp"},
    {Deed::ScrollPageDown, View, "pageDownAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History: page down"), "PgDown"},
    {Deed::ScrollToStart, View, "historyStartAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History: first item"), "Ctrl+Home"},
    {Deed::ScrollToEnd, View, "historyEndAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History: last item"), "Ctrl+End"},
    {Deed::ShowAnswer, View, "answerPaneAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Answer"), "Ctrl+I", Kind::Check},
    {Deed::ShowBits, View, "bitsPaneAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Bits"), "Ctrl+B", Kind::Check},
    {Deed::ShowKeypad, View, "keypadAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Keypad"), "Ctrl+K", Kind::Check},
    {Deed::ShowWire, View, "wirePaneAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Wire: every line sent and received"), "", Kind::Check},
    {Deed::Grouping, View, "groupingAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Digits in &groups"), "Ctrl+G", Kind::Check},
    {Deed::ZoomIn, View, "zoomInAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Zoom &in"), "Ctrl++"},
    {Deed::ZoomOut, View, "zoomOutAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Zoom &out"), "Ctrl+-"},
    {Deed::ZoomReset, View, "zoomResetAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Zoom 100 %"), "Ctrl+0"},
    {Deed::AlwaysOnTop, View, "onTopAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Always on &top"), "Ctrl+T", Kind::Check},
    {Deed::ColoursSystem, Colours, "coloursSystemAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&System"), "", Kind::Choice},
    {Deed::ColoursLight, Colours, "coloursLightAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Light"), "", Kind::Choice},
    {Deed::ColoursDark, Colours, "coloursDarkAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Dark"), "", Kind::Choice},
    {Deed::LanguageSystem, Language, "languageSystemAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&System"), "", Kind::Choice},
    {Deed::LanguageEnglish, Language, "languageEnglishAction", "English", "", Kind::Choice},
    {Deed::LanguageJapanese, Language, "languageJapaneseAction", "日本語", "", Kind::Choice},
    {Deed::Connect, Connection, "connectAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Connect, or try again now"), "F5"},
    {Deed::Disconnect, Connection, "disconnectAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Disconnect")},
    {Deed::StopAll, Connection, "stopAllAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Stop all that is running"), "Shift+Esc"},
    {Deed::FocusServer, Connection, "focusServerAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Go to the server's &address"), "Ctrl+L"},
    {Deed::ShowKeys, Help, "keysAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "List of &keys"), "F1"},
    {Deed::About, Help, "aboutAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&About Keisan")},
};

struct KeyRow {
    const char* keys;
    const char* text;
};

// Keys that the input and the history handle themselves, because they mean something else in other fields.
constexpr KeyRow kFieldKeys[] = {
    {"Return", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Evaluate and clear the input; in the history: insert the expression")},
    {"Shift+Return", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Evaluate and keep the text; in the history: insert the answer")},
    {"Up", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Older expression with the same beginning")},
    {"Down", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Newer expression, at last what was being typed")},
    {"Esc", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Clear the input; when it is empty: stop what is running")},
    {"Ctrl+C", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Copy what is selected; nothing selected: the last answer")},
    {"Ctrl+V", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Paste, full-width characters and separators made plain")},
    {"Del", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "In the history: remove the chosen items")},
};
// clang-format on

} // namespace

WindowActions::WindowActions(QMenuBar* menuBar) : QObject(menuBar) {
    std::map<int, QActionGroup*> groups;
    for (int menu = 0; menu < static_cast<int>(std::size(kMenus)); ++menu) {
        const int parent = kMenus[menu].parent;
        m_menus[menu] = parent < 0 ? menuBar->addMenu(QString()) : new QMenu(menuBar);
        groups[menu] = new QActionGroup(this);
    }
    for (const Row& row : kRows) {
        auto* action = m_menus.at(row.menu)->addAction(QString());
        action->setObjectName(QString::fromLatin1(row.name));
        action->setShortcut(
            QKeySequence::fromString(QString::fromLatin1(row.keys), QKeySequence::PortableText));
        action->setCheckable(row.kind != Kind::Plain);
        if (row.kind == Kind::Choice)
            groups.at(row.menu)->addAction(action);
        m_actions[row.deed] = action;
    }
    for (int menu = 0; menu < static_cast<int>(std::size(kMenus)); ++menu) {
        if (kMenus[menu].parent >= 0)
            m_menus.at(kMenus[menu].parent)->addMenu(m_menus.at(menu));
    }
    retranslate();
}

QList<QPair<QString, QString>> WindowActions::keyList() const {
    QList<QPair<QString, QString>> list;
    for (const Row& row : kRows) {
        const QAction* action = m_actions.at(row.deed);
        if (!action->shortcut().isEmpty())
            list << qMakePair(action->shortcut().toString(QKeySequence::NativeText),
                              tr(row.text).remove(QLatin1Char('&')));
    }
    for (const KeyRow& row : kFieldKeys) {
        const auto keys = QKeySequence::fromString(QString::fromLatin1(row.keys), QKeySequence::PortableText);
        list << qMakePair(keys.toString(QKeySequence::NativeText), tr(row.text));
    }
    return list;
}

void WindowActions::retranslate() {
    for (const auto& [number, menu] : m_menus)
        menu->setTitle(tr(kMenus[number].text));
    for (const Row& row : kRows)
        m_actions.at(row.deed)->setText(tr(row.text));
}

} // namespace keisan::client
