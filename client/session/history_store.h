// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/history_entry.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace keisan::client {

// The history in its file: JSON Lines, one entry a line; a later line with the same id replaces the earlier
// one. Several windows share the file: each only appends, under a lock, and sees the others' entries at its
// next start. A line that was cut short by a crash is skipped, never the file.
//
// Every call may block for up to kLockTimeoutMs when another window is writing.
class HistoryStore {
public:
    static constexpr qsizetype kMaxEntries = 5'000;
    static constexpr qint64 kMaxFileBytes = 16 * 1024 * 1024;
    static constexpr qsizetype kMaxExpressionBytes = 64 * 1024; // an entry with a longer one is not kept
    static constexpr int kLockTimeoutMs = 100;

    // ~/.local/share/keisan/history.jsonl, or where the platform wants it.
    static QString defaultPath();

    explicit HistoryStore(const QString& path = defaultPath());

    // The kept entries, oldest first. Rewrites the file where it holds more than these.
    QList<HistoryEntry> load();

    // Writes the entry at the end and gives it as it is kept, with its id and, where it was too long,
    // shortened.
    HistoryEntry append(HistoryEntry entry);

    // Entries as load() or append() gave them, changed by the user.
    void setNote(const HistoryEntry& entry, const QString& note);
    void setRemoved(const QList<HistoryEntry>& entries, bool removed); // false brings them back

    // Why the last write failed, in words; empty after one that worked. What could not be written is kept (up
    // to kMaxFileBytes) and written with the next.
    QString error() const { return m_error; }

private:
    void write(const QByteArray& lines);
    bool appendToFile();
    bool rewriteFile(const QList<HistoryEntry>& entries);

    QString m_path;
    QByteArray m_unwritten;
    QString m_error;
};

} // namespace keisan::client
