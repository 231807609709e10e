// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/log_entry.h"

#include <QString>
#include <QStringList>

#include <limits>
#include <variant>
#include <vector>

namespace keisan::server {

// Why a filter's text means nothing, in the language of the window.
struct FilterFault {
    QString reason;
};

// Which lines of the log are wanted. Words narrow it: client:7 (or client:7,8), event:error (the beginning of
// an event's word or label), took>100 and took<0.5 (milliseconds; us, ms and s may follow). Whatever else is
// written is one phrase that has to stand in a column as it is shown; a word in double quotes belongs to the
// phrase.
class LogFilter {
public:
    static std::variant<LogFilter, FilterFault> parse(const QString& text);

    // The text with its words about clients replaced by client:7; without any for the client 0.
    static QString withClient(const QString& text, quint64 client);

    bool accepts(const LogEntry& entry) const;
    bool acceptsAll() const;
    const std::vector<quint64>& clients() const { return m_clients; } // empty: all

    // The three buttons; not part of the text.
    void setLevel(LogLevel level, bool wanted);

private:
    bool phraseIsIn(const LogEntry& entry) const;
    FilterFault takeClients(QStringView numbers);
    FilterFault takeEvent(const QString& word);
    FilterFault takeTook(QChar sign, const QString& limit);

    QString m_phrase;
    bool m_phraseMayBeATime = false;
    std::vector<quint64> m_clients;                      // empty: all
    std::vector<ServerEvent::Kind> m_events;             // empty: all
    qint64 m_minNs = -1;                                 // took must be more
    qint64 m_maxNs = std::numeric_limits<qint64>::max(); // took must be less
    std::array<bool, 3> m_levels{true, true, true};
};

} // namespace keisan::server
