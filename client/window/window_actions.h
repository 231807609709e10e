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
    CopyBoth,
    EditNote,
    RemoveItems,
    SearchHistory,
    FocusHistory,
    ScrollPageUp,
    ScrollPageDown,
    ScrollToStart,
    ScrollToEnd,
    ShowAnswer,
    ShowBits,
    ShowKeypad,
    ShowWire,
    Grouping,
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

    // Keys and what they do, in menu order, then those of the input.
    QList<QPair<QString, QString>> keyList() const;

    void retranslate();

private:
    std::map<Deed, QAction*> m_actions;
    std::map<int, QMenu*> m_menus;
};

} // namespace keisan::client
