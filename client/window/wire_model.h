// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>

#include <deque>

namespace keisan::client {

// What crosses the wire, line by line: when, which way, how many bytes, what. Bounded: the oldest lines go
// first, and of a very long line only the beginning is kept.
class WireModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Direction, Bytes, Text, ColumnCount };

    static constexpr std::size_t kMaxLines = 2'000;
    static constexpr qsizetype kMaxKeptBytes = 16 * 1024; // of one line

    using QAbstractTableModel::QAbstractTableModel;

    // Without its LF.
    void addSent(const QByteArray& line) { add(line, true); }
    void addReceived(const QByteArray& line) { add(line, false); }
    void clear();

    // The row as it is copied: tab separated, the line as far as it was kept.
    QString textOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line {
        QDateTime time;
        bool isSent;
        qint64 bytes; // with the LF
        QByteArray text;
    };

    void add(const QByteArray& line, bool isSent);
    QString cell(const Line& line, int column) const;

    std::deque<Line> m_lines;
};

} // namespace keisan::client
