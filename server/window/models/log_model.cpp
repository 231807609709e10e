// SPDX-License-Identifier: MIT
#include "server/window/models/log_model.h"

#include "server/window/models/log_text.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace keisan::server {

namespace {

qint64 textBytesOf(const LogEntry& entry) {
    return entry.event.expression.size() + entry.event.answer.size();
}

// Past kMaxLinesABatch one line a kind stands for all the others of that kind.
std::deque<LogEntry> folded(std::vector<ServerEvent> events) {
    std::deque<LogEntry> entries;
    const std::size_t whole = std::min<std::size_t>(events.size(), LogModel::kMaxLinesABatch);
    for (std::size_t i = 0; i < whole; ++i)
        entries.push_back(LogEntry::of(std::move(events[i])));
    std::array<LogEntry*, kEventKinds.size()> lineOf{};
    for (std::size_t i = whole; i < events.size(); ++i) {
        LogEntry*& line = lineOf[static_cast<std::size_t>(events[i].kind)];
        if (line != nullptr) {
            ++line->alike;
            line->isOfSeveral = line->isOfSeveral || events[i].client != line->event.client;
            line->event.count += events[i].kind == ServerEvent::Kind::Overflowed ? events[i].count : 0;
        } else {
            line = &entries.emplace_back(LogEntry::of(std::move(events[i]))); // a deque moves no element
        }
    }
    return entries;
}

int alignmentOf(int column) {
    switch (column) {
    case LogModel::Client: return Qt::AlignCenter;
    case LogModel::Took: return int(Qt::AlignVCenter | Qt::AlignRight);
    default: return int(Qt::AlignVCenter | Qt::AlignLeft);
    }
}

void shorten(QByteArray& text) {
    if (text.size() > kMaxShownCharacters)
        text = shownText(text).toUtf8();
}

void moveToEnd(std::deque<LogEntry>& to, std::deque<LogEntry>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

LogModel::LogModel(QObject* parent) : QAbstractTableModel(parent) {}

int LogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const LogEntry& line = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return cellText(line, index.column());
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case LevelRole: return static_cast<int>(levelOf(line.event.kind));
    default: return {};
    }
}

QString LogModel::cellText(const LogEntry& line, int column) const {
    const ServerEvent& event = line.event;
    switch (column) {
    case Time: return timeText(event.timeMs);
    case Client: return clientText(line);
    case Event: return eventLabel(event.kind);
    case Expression: return expressionText(line);
    case Answer: return answerText(line);
    case Took: return event.isRequest() ? tookText(event.elapsedNs) : QString();
    default: return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Client: return tr("Client");
    case Event: return tr("Event");
    case Expression: return tr("Expression");
    case Answer: return tr("Answer");
    case Took: return tr("Took");
    default: return {};
    }
}

void LogModel::append(std::vector<ServerEvent> events) {
    Entries entries = folded(std::move(events));
    if (!m_paused)
        return show(std::move(entries));
    moveToEnd(m_held, entries);
    while (m_held.size() > kMaxLines)
        m_held.pop_front();
    Q_EMIT heldBackChanged(heldBack());
}

void LogModel::setPaused(bool paused) {
    m_paused = paused;
    if (!paused && !m_held.empty())
        show(std::exchange(m_held, {}));
    Q_EMIT heldBackChanged(heldBack());
}

void LogModel::show(Entries entries) {
    if (entries.empty())
        return;
    makeRoomFor(static_cast<int>(entries.size()));
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
    for (const LogEntry& line : entries)
        m_textBytes += textBytesOf(line);
    moveToEnd(m_entries, entries);
    endInsertRows();
    keepWithinBytes();
}

void LogModel::makeRoomFor(int lines) {
    const int excess = rowCount() + lines - kMaxLines;
    if (excess > 0)
        dropOldest(std::max(excess, kLinesDroppedAtOnce));
}

void LogModel::dropOldest(int lines) {
    lines = std::min(lines, rowCount());
    if (lines == 0)
        return;
    beginRemoveRows({}, 0, lines - 1);
    const auto end = m_entries.begin() + lines;
    for (auto line = m_entries.begin(); line != end; ++line)
        m_textBytes -= textBytesOf(*line);
    m_entries.erase(m_entries.begin(), end);
    m_firstLong -= std::min(m_firstLong, static_cast<std::size_t>(lines));
    endRemoveRows();
}

void LogModel::keepWithinBytes() {
    for (; m_textBytes > kMaxTextBytes && m_firstLong < m_entries.size(); ++m_firstLong) {
        LogEntry& line = m_entries[m_firstLong];
        m_textBytes -= textBytesOf(line);
        shorten(line.event.expression);
        shorten(line.event.answer);
        m_textBytes += textBytesOf(line);
    }
    while (m_textBytes > kMaxTextBytes)
        dropOldest(kLinesDroppedAtOnce);
}

void LogModel::clear() {
    beginResetModel();
    m_cleared = std::exchange(m_entries, {});
    m_textBytes = 0;
    m_firstLong = 0;
    endResetModel();
}

void LogModel::undoClear() {
    beginResetModel();
    moveToEnd(m_cleared, m_entries);
    m_entries = std::exchange(m_cleared, {});
    m_firstLong = 0;
    m_textBytes = 0;
    for (const LogEntry& line : m_entries)
        m_textBytes += textBytesOf(line);
    endResetModel();
    makeRoomFor(0);
    keepWithinBytes();
}

void LogModel::forgetCleared() {
    m_cleared.clear();
}

void LogModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::DisplayRole});
}

} // namespace keisan::server
