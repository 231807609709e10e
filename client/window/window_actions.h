// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QPair>

#include <map>

class QAction;
class QMenu;
class QMenuBar;

namespace keisan::client {

enum class Deed {
    SaveSession,
    RunSession,
    Quit,
    PasteAsItIs,
    Undo,
    Redo,
    SearchHistory,
    ClearHistory,
    KeepHistory,
    ContinueWithOperator,
    Preview,
    NextArea,
    FocusHistory,
    ScrollPageUp,
    ScrollPageDown,
    ScrollToStart,
    ScrollToEnd,
    ShowAnswer,
    ShowBits,
    ShowVariables,
    ShowKeypad,
    ShowWire,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    ColoursSystem,
    ColoursLight,
    ColoursDark,
    LanguageSystem,
    LanguageEnglish,
    LanguageJapanese,
    AlwaysOnTop,
    ShowWhole,
    AsPython,
    AsHexadecimal,
    AsOctal,
    AsBinary,
    Scientific,
    Engineering,
    Grouping,
    CopyAnswer,
    CopyExpression,
    CopyBoth,
    CopyAsShown,
    CopyAsTable,
    CopyAsSession,
    SaveAnswer,
    InsertExpression,
    InsertAnswer,
    SendAgain,
    StopItem,
    EditNote,
    RemoveItems,
    Connect,
    Disconnect,
    StopAll,
    FocusServer,
    ShowKeys,
    About,
};

// Every action of the window with its menu, words and keys, made from one table; the list of keys (F1) is
// read from the actions themselves. Knows nothing of what they do: the window connects them.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QMenuBar* menuBar);

    QAction* action(Deed deed) const { return m_actions.at(deed); }
    QMenu* answerMenu() const;
    QMenu* notationMenu() const;
    QMenu* languageMenu() const;

    // Every action with its keys, or the menu it stands in, and what it does, in menu order; then the keys of
    // the input and the history.
    QList<QPair<QString, QString>> keyList() const;

    void retranslate();

private:
    void placeBefore(int menu, Deed deed);

    std::map<Deed, QAction*> m_actions;
    std::map<int, QMenu*> m_menus;
};

} // namespace keisan::client
