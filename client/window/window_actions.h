// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <map>

class QAction;
class QMenu;
class QMenuBar;

namespace keisan::client {

enum class Deed {
    Quit,
    SearchHistory,
    FocusHistory,
    ScrollPageUp,
    ScrollPageDown,
    ScrollToStart,
    ScrollToEnd,
    FocusServer,
    Connect,
    Disconnect,
    StopAll,
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

    // The list of keys as the F1 window shows it, one "keys<TAB>what it does" a line, in menu order.
    QString keyList() const;

    void retranslate();

private:
    std::map<Deed, QAction*> m_actions;
    std::map<int, QMenu*> m_menus;
};

} // namespace keisan::client
