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

    // On for the first time: the entries of earlier runs are put before everything else. Off: from now on
    // nothing is written; what was kept before stays in the file.
    void setKeeping(bool keeping);

Q_SIGNALS:
    void failed(const QString& reason);

private:
    void load();
    void keep(int row);
    void keepNote(int row);
    void keepRemoval(const QList<HistoryItem>& items, bool removed);
    void report();

    HistoryModel& m_history;
    HistoryStore m_store;
    bool m_keeping = false;
    bool m_isLoaded = false;
};

} // namespace keisan::client
