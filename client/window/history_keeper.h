// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/history_store.h"
#include "client/window/history_model.h"

namespace keisan::client {

// Writes what ends in the history to its file, and brings the earlier entries back at the start. No widget.
class HistoryKeeper : public QObject {
    Q_OBJECT

public:
    HistoryKeeper(HistoryModel& history, const QString& path, QObject* parent = nullptr);

    // The entries of earlier runs, before everything else.
    void load();

    // Off: from now on nothing is written.
    void setKeeping(bool keeping) { m_keeping = keeping; }

Q_SIGNALS:
    void failed(const QString& reason);

private:
    void keep(int row);
    void keepNote(int row);
    void keepRemoval(const HistoryItem& item, bool removed);
    void report();

    HistoryModel& m_history;
    HistoryStore m_store;
    bool m_keeping = true;
};

} // namespace keisan::client
