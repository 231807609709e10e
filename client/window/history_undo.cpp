// SPDX-License-Identifier: MIT
#include "client/window/history_undo.h"

#include <algorithm>

namespace keisan::client {

RemoveItems::RemoveItems(HistoryModel& history, QList<int> rows) : m_history(history) {
    std::sort(rows.begin(), rows.end());
    for (const int row : rows) {
        if (!history.item(row).isOpen()) // what is still awaited stays
            m_items.append({row, history.item(row)});
    }
}

void RemoveItems::undo() {
    for (auto removed = m_items.rbegin(); removed != m_items.rend(); ++removed)
        m_history.restore(std::clamp(removed->row, 0, m_history.rowCount()), removed->item);
}

// By serial: the oldest may have been forgotten since, and the rows have moved.
void RemoveItems::redo() {
    for (Removed& removed : m_items) {
        removed.row = m_history.rowOfSerial(removed.item.serial);
        if (removed.row >= 0)
            m_history.remove(removed.row);
    }
}

ChangeNote::ChangeNote(HistoryModel& history, int row, const QString& note)
    : m_history(history)
    , m_serial(history.item(row).serial)
    , m_before(history.item(row).note)
    , m_after(note) {}

void ChangeNote::set(const QString& note) {
    const int row = m_history.rowOfSerial(m_serial);
    if (row >= 0)
        m_history.setNote(row, note);
}

} // namespace keisan::client
