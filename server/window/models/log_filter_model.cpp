// SPDX-License-Identifier: MIT
#include "server/window/models/log_filter_model.h"

namespace keisan::server {

LogFilterModel::LogFilterModel(LogModel& log, QObject* parent) : QSortFilterProxyModel(parent), m_log(log) {
    setSourceModel(&log);
}

void LogFilterModel::setFilter(const LogFilter& filter) {
    m_filter = filter;
    // Not invalidateFilter(): it removes and inserts every run of rows by itself, seconds for 100,000 lines.
    invalidate();
}

const LogEntry& LogFilterModel::entry(int row) const {
    return m_log.entry(mapToSource(index(row, 0)).row());
}

bool LogFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex&) const {
    return m_filter.accepts(m_log.entry(sourceRow));
}

} // namespace keisan::server
