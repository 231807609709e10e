// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_item_layout.h"
#include "client/window/notation.h"

#include <QObject>
#include <QPoint>

namespace keisan::client {

class HistoryModel;
class HistoryPanel;
class WindowActions;
struct Settings;

// What the actions of the history do: those that scroll it, and the Answer menu, which is its context menu
// too: to the chosen items, or with none chosen to the last answer. A notation chosen for the last answer
// stays for those that come after it.
class HistoryActions : public QObject {
    Q_OBJECT

public:
    // All of them must outlive it.
    HistoryActions(const WindowActions& actions, HistoryModel& history, HistoryPanel& panel,
                   Settings& settings);

Q_SIGNALS:
    void deedAsked(int row, keisan::client::ItemDeed deed);
    void insertAsked(const QString& text);
    void notationChanged();
    void said(const QString& message);

private:
    void connectCopies();
    void connectNotations();
    void connectDeeds();
    void offerWhatCanBeDone() const;
    void doToEach(ItemDeed deed);
    void show(Notation notation);

    const WindowActions& m_actions;
    HistoryModel& m_history;
    HistoryPanel& m_panel;
    Settings& m_settings;
};

} // namespace keisan::client
