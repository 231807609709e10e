// SPDX-License-Identifier: MIT
#include "client/window/history_undo.h"

#include <QHash>

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
    m_history.restore(m_items);
}

// By serial: the oldest may have been forgotten since, and the rows have moved.
void RemoveItems::redo() {
    QHash<quint64, int> rowOfSerial;
    for (int row = 0; row < m_history.rowCount(); ++row)
        rowOfSerial.insert(m_history.item(row).serial, row);
    QList<int> rows;
    for (auto& [row, item] : m_items) {
        row = rowOfSerial.value(item.serial, -1);
        if (row >= 0)
            rows << row;
    }
    m_history.remove(rows);
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
