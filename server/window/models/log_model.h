// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/log_entry.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace keisan::server {

// What the server did, newest last, as a table. Bounded in lines and in bytes: the oldest tenth goes at once
// when the lines run out, long texts of the oldest lines are shortened first when the bytes do. Feed it
// batches, not single events. No cell is longer than kMaxShownCharacters; entry() has the whole. Lives in the
// main thread.
class LogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Client, Event, Expression, Answer, Took, ColumnCount };
    enum Role { LevelRole = Qt::UserRole }; // LogLevel as int

    static constexpr int kMaxLines = 100'000;
    static constexpr int kLinesDroppedAtOnce = kMaxLines / 10;
    static constexpr int kMaxLinesABatch = 2'000; // the rest of a batch is counted, one line a kind
    static constexpr qint64 kMaxTextBytes = 64 * 1024 * 1024;

    explicit LogModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const LogEntry& entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    qint64 textBytes() const { return m_textBytes; }

    // One batch, oldest first. While paused it is collected (within the same bounds) but not shown.
    void append(std::vector<ServerEvent> events);

    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    int heldBack() const { return static_cast<int>(m_held.size()); }

    // Clearing can be undone until forgetCleared() or the next clear().
    void clear();
    void undoClear();
    void forgetCleared();
    bool canUndoClear() const { return !m_cleared.empty(); }

    void retranslate(); // the language has changed

Q_SIGNALS:
    void heldBackChanged(int lines);

private:
    using Entries = std::deque<LogEntry>;

    QString cellText(const LogEntry& entry, int column) const;
    void show(Entries entries);
    void makeRoomFor(int lines);
    void dropOldest(int lines);
    void keepWithinBytes();

    Entries m_entries;
    Entries m_held;    // arrived while paused
    Entries m_cleared; // what undoClear() brings back
    bool m_paused = false;
    qint64 m_textBytes = 0;      // of m_entries
    std::size_t m_firstLong = 0; // no entry before this one can be shortened further
};

} // namespace keisan::server
