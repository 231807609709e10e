// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>

namespace keisan::client {

class HistoryModel;

// The items of a history whose expression, answer or note holds a text, in any case. All of them for no text.
class HistoryFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit HistoryFilter(HistoryModel& history, QObject* parent = nullptr);

    void setText(const QString& text);
    bool isFiltering() const { return !m_text.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    HistoryModel& m_history;
    QString m_text;
};

} // namespace keisan::client
