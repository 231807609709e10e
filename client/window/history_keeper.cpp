// SPDX-License-Identifier: MIT
#include "client/window/history_keeper.h"

namespace keisan::client {

namespace {

HistoryItem itemFrom(const HistoryEntry& entry) {
    HistoryItem item;
    item.expression = QString::fromUtf8(entry.expression);
    item.state = entry.isError ? ItemState::Failed : ItemState::Answered;
    item.answer = entry.answer;
    item.type = entry.type;
    item.note = entry.note;
    item.asked = QDateTime::fromMSecsSinceEpoch(entry.timeMs);
    item.elapsedNs = entry.elapsedNs;
    item.kept = entry;
    return item;
}

} // namespace

HistoryKeeper::HistoryKeeper(HistoryModel& history, const QString& path, QObject* parent)
    : QObject(parent)
    , m_history(history)
    , m_store(path) {
    connect(&history, &HistoryModel::itemEnded, this, &HistoryKeeper::keep);
    connect(&history, &HistoryModel::noteChanged, this, &HistoryKeeper::keepNote);
    connect(&history, &HistoryModel::itemsRemoved, this,
            [this](const QList<HistoryItem>& items) { keepRemoval(items, true); });
    connect(&history, &HistoryModel::itemsRestored, this,
            [this](const QList<HistoryItem>& items) { keepRemoval(items, false); });
}

void HistoryKeeper::setKeeping(bool keeping) {
    m_keeping = keeping;
    if (keeping && !m_isLoaded)
        load();
}

void HistoryKeeper::load() {
    m_isLoaded = true;
    QList<HistoryItem> items;
    for (const HistoryEntry& entry : m_store.load())
        items << itemFrom(entry);
    m_history.prepend(items);
}

void HistoryKeeper::keep(int row) {
    const HistoryItem& item = m_history.item(row);
    const bool hasReply = item.state == ItemState::Answered || item.state == ItemState::Failed;
    if (!m_keeping || !hasReply)
        return;
    HistoryEntry entry;
    entry.expression = item.expression.toUtf8();
    entry.answer = item.answer;
    entry.isError = item.state == ItemState::Failed;
    entry.type = item.type;
    entry.note = item.note;
    entry.elapsedNs = item.elapsedNs;
    m_history.setKept(row, m_store.append(entry));
    report();
}

void HistoryKeeper::keepNote(int row) {
    const HistoryItem& item = m_history.item(row);
    if (item.kept.id.isEmpty())
        return;
    HistoryEntry entry = item.kept;
    entry.note = item.note;
    m_store.setNote(entry, item.note);
    m_history.setKept(row, entry);
    report();
}

void HistoryKeeper::keepRemoval(const QList<HistoryItem>& items, bool removed) {
    QList<HistoryEntry> entries;
    for (const HistoryItem& item : items) {
        if (!item.kept.id.isEmpty())
            entries << item.kept;
    }
    if (entries.isEmpty())
        return;
    m_store.setRemoved(entries, removed);
    report();
}

void HistoryKeeper::report() {
    if (!m_store.error().isEmpty())
        Q_EMIT failed(m_store.error());
}

} // namespace keisan::client
