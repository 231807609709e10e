// SPDX-License-Identifier: MIT
#include "client/window/history_filter.h"

#include "client/window/history_model.h"

namespace keisan::client {

HistoryFilter::HistoryFilter(HistoryModel& history, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_history(history) {
    setSourceModel(&history);
}

void HistoryFilter::setText(const QString& text) {
    m_text = text;
    invalidateFilter();
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    if (m_text.isEmpty())
        return true;
    const HistoryItem& item = m_history.item(row);
    return item.expression.contains(m_text, Qt::CaseInsensitive) ||
           item.note.contains(m_text, Qt::CaseInsensitive) ||
           QString::fromUtf8(item.answer).contains(m_text, Qt::CaseInsensitive);
}

} // namespace keisan::client
