// SPDX-License-Identifier: MIT
#include "client/window/window_actions.h"

#include "common/widgets/keys_dialog.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <iterator>

namespace keisan::client {

namespace {

enum Menu { File, Edit, View, Colours, Language, Answer, Notations, Copies, Connection, Help };

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
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Answer"), -1},
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Written as"), Answer},
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Copy"), Answer},
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Connection"), -1},
    {QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Help"), -1},
};

enum class Kind { Plain, Check, Choice };

struct Row {
    Deed deed;
    Menu menu;
    const char* name; // objectName
    const char* text;
    const char* keys = ""; // portable text, as QKeySequence::listFromString reads it
    Kind kind = Kind::Plain;
};

// clang-format off
constexpr Row kRows[] = {
    {Deed::SaveSession, File, "saveSessionAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Save the expressions…"), "Ctrl+S"},
    {Deed::RunSession, File, "runSessionAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Run expressions from a file…"), "Ctrl+O"},
    {Deed::Quit, File, "quitAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Quit"), "Ctrl+Q"},
    {Deed::Undo, Edit, "undoAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Undo"), "Ctrl+Z"},
    {Deed::Redo, Edit, "redoAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Redo"), "Ctrl+Shift+Z"},
    {Deed::PasteAsItIs, Edit, "pasteAsItIsAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Paste as it is"), "Ctrl+Shift+V"},
    {Deed::SearchHistory, Edit, "searchAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Search the history, or in the answer"), "Ctrl+F"},
    {Deed::ClearHistory, Edit, "clearHistoryAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Clear the history")},
    {Deed::KeepHistory, Edit, "keepHistoryAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Keep the history for the next time"), "", Kind::Check},
    {Deed::ContinueWithOperator, Edit, "continueAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&An operator goes on from the last answer"), "", Kind::Check},
    {Deed::Preview, Edit, "previewAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Pre&view while typing"), "", Kind::Check},
    {Deed::ShowAnswer, View, "answerPaneAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Answer"), "Ctrl+I", Kind::Check},
    {Deed::ShowBits, View, "bitsPaneAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Bits"), "Ctrl+B", Kind::Check},
    {Deed::ShowVariables, View, "variablesPaneAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Variables"), "Ctrl+E", Kind::Check},
    {Deed::ShowKeypad, View, "keypadAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Keypad"), "Ctrl+K", Kind::Check},
    {Deed::ShowWire, View, "wirePaneAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Wire: every line sent and received"), "", Kind::Check},
    {Deed::NextArea, View, "nextAreaAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Go to the &next area"), "F6"},
    {Deed::FocusHistory, View, "focusHistoryAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Go to the &history"), "Ctrl+H"},
    {Deed::ScrollPageUp, View, "pageUpAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History: page up"), "PgUp"},
    {Deed::ScrollPageDown, View, "pageDownAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History: page down"), "PgDown"},
    {Deed::ScrollToStart, View, "historyStartAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History: first item"), "Ctrl+Home"},
    {Deed::ScrollToEnd, View, "historyEndAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "History: last item"), "Ctrl+End"},
    {Deed::ZoomIn, View, "zoomInAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Zoom &in"), "Ctrl++; Ctrl+="},
    {Deed::ZoomOut, View, "zoomOutAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Zoom &out"), "Ctrl+-"},
    {Deed::ZoomReset, View, "zoomResetAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Zoom 100 %"), "Ctrl+0"},
    {Deed::AlwaysOnTop, View, "onTopAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Always on &top"), "Ctrl+T", Kind::Check},
    {Deed::ColoursSystem, Colours, "coloursSystemAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&System"), "", Kind::Choice},
    {Deed::ColoursLight, Colours, "coloursLightAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Light"), "", Kind::Choice},
    {Deed::ColoursDark, Colours, "coloursDarkAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Dark"), "", Kind::Choice},
    {Deed::LanguageSystem, Language, "languageSystemAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&System"), "", Kind::Choice},
    {Deed::LanguageEnglish, Language, "languageEnglishAction", "English", "", Kind::Choice},
    {Deed::LanguageJapanese, Language, "languageJapaneseAction", "日本語", "", Kind::Choice},
    {Deed::ShowWhole, Answer, "showWholeAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Show the whole answer")},
    {Deed::AsPython, Notations, "asPythonAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Decimal, as Python writes it"), "Ctrl+1"},
    {Deed::AsHexadecimal, Notations, "asHexadecimalAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Hexadecimal"), "Ctrl+2"},
    {Deed::AsOctal, Notations, "asOctalAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Octal"), "Ctrl+3"},
    {Deed::AsBinary, Notations, "asBinaryAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Binary"), "Ctrl+4"},
    {Deed::Scientific, Notations, "scientificAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Scientific, and back"), "F3"},
    {Deed::Engineering, Notations, "engineeringAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Engineering, and back"), "F4"},
    {Deed::Grouping, Answer, "groupingAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Digits in &groups"), "Ctrl+G", Kind::Check},
    {Deed::CopyAnswer, Copies, "copyAnswerAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Answer")},
    {Deed::CopyExpression, Copies, "copyExpressionAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Expression")},
    {Deed::CopyBoth, Copies, "copyBothAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Both: expression = answer"), "Ctrl+Shift+C"},
    {Deed::CopyAsShown, Copies, "copyAsShownAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "As &shown")},
    {Deed::CopyAsTable, Copies, "copyAsTableAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "As a &Markdown table")},
    {Deed::CopyAsSession, Copies, "copyAsSessionAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "As a &Python session")},
    {Deed::SaveAnswer, Answer, "saveAnswerAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Sa&ve the answer…")},
    {Deed::InsertExpression, Answer, "insertExpressionAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Insert the e&xpression")},
    {Deed::InsertAnswer, Answer, "insertAnswerAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Insert the answer")},
    {Deed::SendAgain, Answer, "sendAgainAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Se&nd again")},
    {Deed::StopItem, Answer, "stopItemAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "S&top")},
    {Deed::EditNote, Answer, "noteAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "N&ote…"), "F2"},
    {Deed::RemoveItems, Answer, "removeAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Remove from the history")},
    {Deed::Connect, Connection, "connectAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Connect, or try again now"), "F5"},
    {Deed::Disconnect, Connection, "disconnectAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Disconnect")},
    {Deed::StopAll, Connection, "stopAllAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&Stop all that is running"), "Shift+Esc"},
    {Deed::FocusServer, Connection, "focusServerAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Go to the server's &address"), "Ctrl+L"},
    {Deed::ShowKeys, Help, "keysAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "List of &keys"), "F1"},
    {Deed::About, Help, "aboutAction", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "&About Keisan")},
};

// A line stands before these in their menu.
constexpr Deed kGroupStarts[] = {Deed::Quit, Deed::PasteAsItIs, Deed::SearchHistory, Deed::KeepHistory, Deed::NextArea, Deed::ZoomIn, Deed::AlwaysOnTop, Deed::Grouping, Deed::InsertExpression, Deed::SendAgain, Deed::EditNote, Deed::StopAll, Deed::FocusServer, Deed::About};

struct KeyRow {
    const char* keys;
    const char* text;
};

// Keys that the input and the history handle themselves, because they mean something else in other fields.
constexpr KeyRow kFieldKeys[] = {
    {"Return", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Evaluate and clear the input; in the history: insert the expression")},
    {"Shift+Return", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Evaluate and keep the text; in the history: insert the answer")},
    {"Ctrl+Return", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Put the previewed value in place of the text")},
    {"Ctrl+Space", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "List the names that begin like this")},
    {"Tab", QT_TRANSLATE_NOOP("keisan::client::WindowActions", "Take the name from the list, or do what the advice says; else the next control")},
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
        placeBefore(row.menu, row.deed);
        auto* action = m_menus.at(row.menu)->addAction(QString());
        action->setObjectName(QString::fromLatin1(row.name));
        if (*row.keys != '\0')
            action->setShortcuts(
                QKeySequence::listFromString(QString::fromLatin1(row.keys), QKeySequence::PortableText));
        action->setCheckable(row.kind != Kind::Plain);
        if (row.kind == Kind::Choice)
            groups.at(row.menu)->addAction(action);
        m_actions[row.deed] = action;
    }
    retranslate();
}

// What stands before an action: a line, or, before the first of a submenu, that submenu in its parent.
void WindowActions::placeBefore(int menu, Deed deed) {
    const int parent = kMenus[menu].parent;
    if (parent >= 0 && m_menus.at(menu)->isEmpty())
        m_menus.at(parent)->addMenu(m_menus.at(menu));
    if (std::find(std::begin(kGroupStarts), std::end(kGroupStarts), deed) != std::end(kGroupStarts))
        m_menus.at(menu)->addSeparator();
}

QMenu* WindowActions::answerMenu() const {
    return m_menus.at(Answer);
}

QMenu* WindowActions::notationMenu() const {
    return m_menus.at(Notations);
}

QMenu* WindowActions::languageMenu() const {
    return m_menus.at(Language);
}

QList<QPair<QString, QString>> WindowActions::keyList() const {
    QList<QPair<QString, QString>> list;
    for (const Row& row : kRows) {
        const QString keys = m_actions.at(row.deed)->shortcut().toString(QKeySequence::NativeText);
        list << qMakePair(
            keys.isEmpty() ? tr("Menu %1").arg(widgets::withoutMnemonic(tr(kMenus[row.menu].text))) : keys,
            widgets::withoutMnemonic(m_actions.at(row.deed)->text()));
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
