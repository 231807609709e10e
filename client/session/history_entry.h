// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace keisan::client {

// One expression and what became of it, as it is kept between runs.
struct HistoryEntry {
    QString id;            // unique among all windows; made by HistoryStore::append when empty
    QByteArray expression; // UTF-8, as it was sent
    QByteArray answer;     // UTF-8, without "Error: "; the first part of it when answerTail is not empty
    QByteArray answerTail; // the last part of an answer too long to be kept whole
    qint64 answerCharacters = 0; // Unicode code points of the whole answer; set by append when 0
    bool isError = false;
    QString type;         // Python's type name; empty where the server does not tell
    QString note;         // the user's words
    qint64 timeMs = 0;    // when it was answered, since 1970, UTC
    qint64 elapsedNs = 0; // how long that took
    bool removed = false; // never in what load() gives

    bool operator==(const HistoryEntry&) const = default;
};

// A longer answer is kept as its two ends.
inline constexpr qsizetype kMaxKeptCharacters = 10'000;

// Counts the answer's characters and, where they are too many, keeps its two ends. Does nothing to an entry
// that is shortened already.
void shorten(HistoryEntry& entry);

// One line of JSON without its LF, and back; nothing for a line that is none of ours.
QByteArray toJsonLine(const HistoryEntry& entry);
std::optional<HistoryEntry> fromJsonLine(const QByteArray& line);

} // namespace keisan::client
