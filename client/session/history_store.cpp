// SPDX-License-Identifier: MIT
#include "client/session/history_store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace keisan::client {

namespace {

constexpr QFileDevice::Permissions kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

struct StoreWords {
    Q_DECLARE_TR_FUNCTIONS(keisan::client::HistoryStore)
};

QString lockPath(const QString& path) {
    return path + QStringLiteral(".lock");
}

// A later line replaces the earlier one with the same id, in its place.
QList<HistoryEntry> fold(const QList<QByteArray>& lines) {
    QList<HistoryEntry> entries;
    QHash<QString, qsizetype> places;
    for (const QByteArray& line : lines) {
        const auto entry = fromJsonLine(line);
        if (!entry)
            continue;
        if (const auto place = places.constFind(entry->id); place != places.constEnd()) {
            entries[*place] = *entry;
        } else {
            places.insert(entry->id, entries.size());
            entries.append(*entry);
        }
    }
    entries.removeIf([](const HistoryEntry& entry) { return entry.removed; });
    return entries;
}

// The newest that fit.
QList<HistoryEntry> bounded(const QList<HistoryEntry>& entries) {
    qint64 bytes = 0;
    qsizetype first = entries.size();
    while (first > 0 && entries.size() - first < HistoryStore::kMaxEntries) {
        bytes += toJsonLine(entries[first - 1]).size() + 1;
        if (bytes > HistoryStore::kMaxFileBytes)
            break;
        --first;
    }
    return entries.mid(first);
}

} // namespace

QString HistoryStore::defaultPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/keisan/history.jsonl");
}

HistoryStore::HistoryStore(const QString& path) : m_path(path) {}

QList<HistoryEntry> HistoryStore::load() {
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QLockFile lock(lockPath(m_path));
    const bool isLocked = lock.tryLock(kLockTimeoutMs);
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    file.close();
    lines.removeIf([](const QByteArray& line) { return line.isEmpty(); });
    QList<HistoryEntry> entries = bounded(fold(lines));
    if (isLocked && entries.size() < lines.size())
        rewriteFile(entries);
    return entries;
}

HistoryEntry HistoryStore::append(HistoryEntry entry) {
    if (entry.id.isEmpty())
        entry.id = QUuid::createUuid().toString(QUuid::Id128);
    if (entry.timeMs == 0)
        entry.timeMs = QDateTime::currentMSecsSinceEpoch();
    shorten(entry);
    if (entry.expression.size() <= kMaxExpressionBytes)
        write(toJsonLine(entry) + '\n');
    return entry;
}

void HistoryStore::setNote(const HistoryEntry& entry, const QString& note) {
    HistoryEntry changed = entry;
    changed.note = note;
    write(toJsonLine(changed) + '\n');
}

void HistoryStore::setRemoved(const QList<HistoryEntry>& entries, bool removed) {
    QByteArray lines;
    for (HistoryEntry entry : entries) {
        entry.removed = removed;
        lines += toJsonLine(entry) + '\n';
    }
    write(lines);
}

void HistoryStore::write(const QByteArray& lines) {
    if (m_unwritten.size() + lines.size() <= kMaxFileBytes)
        m_unwritten += lines;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QLockFile lock(lockPath(m_path));
    if (!lock.tryLock(kLockTimeoutMs))
        m_error = StoreWords::tr("the history file %1 is in use").arg(m_path);
    else if (appendToFile())
        m_error.clear();
}

// Keeps a line that a crash cut short from swallowing ours; with an error the part that was written goes
// again.
bool HistoryStore::appendToFile() {
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite)) {
        m_error = StoreWords::tr("the history is not kept: %1: %2").arg(m_path, file.errorString());
        return false;
    }
    file.setPermissions(kOwnerOnly);
    const qint64 oldSize = file.size();
    const bool isCutShort = oldSize > 0 && file.seek(oldSize - 1) && file.read(1) != "\n";
    file.seek(oldSize);
    const QByteArray bytes = (isCutShort ? "\n" : "") + m_unwritten;
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        m_error = StoreWords::tr("the history is not kept: %1: %2").arg(m_path, file.errorString());
        file.resize(oldSize);
        return false;
    }
    m_unwritten.clear();
    return true;
}

bool HistoryStore::rewriteFile(const QList<HistoryEntry>& entries) {
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(kOwnerOnly);
    for (const HistoryEntry& entry : entries)
        file.write(toJsonLine(entry) + '\n');
    return file.commit();
}

} // namespace keisan::client
