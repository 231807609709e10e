// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_model.h"

#include <QUndoCommand>

namespace keisan::client {

// Takes items out of the history; undo puts them back where they were.
class RemoveItems : public QUndoCommand {
public:
    RemoveItems(HistoryModel& history, QList<int> rows);

    void undo() override;
    void redo() override;

private:
    HistoryModel& m_history;
    QList<QPair<int, HistoryItem>> m_items; // by rising row
};

class ChangeNote : public QUndoCommand {
public:
    ChangeNote(HistoryModel& history, int row, const QString& note);

    void undo() override { set(m_before); }
    void redo() override { set(m_after); }

private:
    void set(const QString& note);

    HistoryModel& m_history;
    quint64 m_serial;
    QString m_before;
    QString m_after;
};

} // namespace keisan::client
