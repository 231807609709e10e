// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/log_filter.h"
#include "server/window/models/log_model.h"

#include <QSortFilterProxyModel>

namespace keisan::server {

// The lines of a LogModel that a LogFilter accepts, in their order. Made for many lines: a new filter costs
// one look at each of them, however the accepted ones lie between the others.
class LogFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit LogFilterModel(LogModel& log, QObject* parent = nullptr);

    void setFilter(const LogFilter& filter);
    const LogFilter& filter() const { return m_filter; }

    const LogEntry& entry(int row) const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    LogModel& m_log;
    LogFilter m_filter;
};

} // namespace keisan::server
