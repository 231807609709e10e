// SPDX-License-Identifier: MIT
#include "server/window/models/log_filter.h"

#include "server/window/models/log_text.h"

#include "server/log/event_word.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace keisan::server {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LogFilter)
};

bool contains(const QString& text, const QString& phrase) {
    return text.contains(phrase, Qt::CaseInsensitive);
}

// Nanoseconds in "100", "2.5ms", "1s", "20us"; nothing when it is no time.
std::optional<qint64> nanoseconds(const QString& text) {
    static const QRegularExpression kTime(QStringLiteral("^(\\d+(?:\\.\\d+)?)(us|ms|s)?$"));
    const QRegularExpressionMatch match = kTime.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const double scale = unit == QLatin1String("us") ? 1e3 : unit == QLatin1String("s") ? 1e9 : 1e6;
    return static_cast<qint64>(std::min(match.captured(1).toDouble() * scale, 9e18));
}

bool hasOnlyTimeSigns(const QString& text) {
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.isDigit() || c == QLatin1Char(':') || c == QLatin1Char('.'); });
}

} // namespace

std::variant<LogFilter, FilterFault> LogFilter::parse(const QString& text) {
    static const QRegularExpression kWord(QStringLiteral("\"([^\"]*)\"?|(\\S+)"));
    static const QRegularExpression kKeyed(QStringLiteral("^(client:|event:|took[<>])(.*)$"));
    LogFilter filter;
    QStringList phrase;
    for (auto words = kWord.globalMatch(text); words.hasNext();) {
        const QRegularExpressionMatch word = words.next();
        const QRegularExpressionMatch keyed = kKeyed.match(word.captured(2));
        if (!keyed.hasMatch()) {
            phrase += word.captured(1) + word.captured(2);
            continue;
        }
        const QString key = keyed.captured(1);
        const QString value = keyed.captured(2);
        const FilterFault fault = key == QLatin1String("client:")  ? filter.takeClients(value)
                                  : key == QLatin1String("event:") ? filter.takeEvent(value)
                                                                   : filter.takeTook(key.back(), value);
        if (!fault.reason.isEmpty())
            return fault;
    }
    filter.m_phrase = phrase.join(QLatin1Char(' '));
    filter.m_phraseMayBeATime = hasOnlyTimeSigns(filter.m_phrase);
    return filter;
}

QString LogFilter::withClient(const QString& text, quint64 client) {
    static const QRegularExpression kClientWord(QStringLiteral("(^|\\s)client:\\S*"));
    QString others = text;
    others = others.remove(kClientWord).trimmed();
    if (client == 0)
        return others;
    const QString word = QStringLiteral("client:%1").arg(client);
    return others.isEmpty() ? word : word + QLatin1Char(' ') + others;
}

FilterFault LogFilter::takeClients(QStringView numbers) {
    for (const QStringView number : numbers.split(QLatin1Char(','))) {
        bool ok = false;
        m_clients.push_back(number.toULongLong(&ok));
        if (!ok)
            return {Words::tr("After client: comes a client's number, as in client:7")};
    }
    return {};
}

FilterFault LogFilter::takeEvent(const QString& word) {
    QStringList known;
    for (const ServerEvent::Kind kind : kEventKinds) {
        known += eventWord(kind);
        if (!word.isEmpty() && (known.back().startsWith(word, Qt::CaseInsensitive) ||
                                eventLabel(kind).startsWith(word, Qt::CaseInsensitive)))
            m_events.push_back(kind);
    }
    if (m_events.empty())
        return {Words::tr("After event: comes one of %1").arg(known.join(QStringLiteral(", ")))};
    return {};
}

FilterFault LogFilter::takeTook(QChar sign, const QString& limit) {
    const std::optional<qint64> ns = nanoseconds(limit);
    if (!ns)
        return {Words::tr("After took> or took< comes a time, as in took>100 (milliseconds) or took>2s")};
    if (sign == QLatin1Char('>'))
        m_minNs = std::max(m_minNs, *ns);
    else
        m_maxNs = std::min(m_maxNs, *ns);
    return {};
}

void LogFilter::setLevel(LogLevel level, bool wanted) {
    m_levels[static_cast<std::size_t>(level)] = wanted;
}

bool LogFilter::acceptsAll() const {
    return m_phrase.isEmpty() && m_clients.empty() && m_events.empty() && m_minNs < 0 &&
           m_maxNs == std::numeric_limits<qint64>::max() &&
           std::all_of(m_levels.begin(), m_levels.end(), [](bool wanted) { return wanted; });
}

bool LogFilter::accepts(const LogEntry& entry) const {
    const ServerEvent& event = entry.event;
    if (!m_levels[static_cast<std::size_t>(levelOf(event.kind))])
        return false;
    const bool isAsked = m_clients.empty() || entry.isOfSeveral || // there may be lines of it among them
                         std::find(m_clients.begin(), m_clients.end(), event.client) != m_clients.end();
    if (!isAsked)
        return false;
    if (!m_events.empty() && std::find(m_events.begin(), m_events.end(), event.kind) == m_events.end())
        return false;
    const bool timed = m_minNs >= 0 || m_maxNs != std::numeric_limits<qint64>::max();
    if (timed && !(event.isRequest() && event.elapsedNs > m_minNs && event.elapsedNs < m_maxNs))
        return false;
    return m_phrase.isEmpty() || phraseIsIn(entry);
}

bool LogFilter::phraseIsIn(const LogEntry& entry) const {
    return contains(expressionText(entry), m_phrase) || contains(answerText(entry), m_phrase) ||
           contains(eventLabel(entry.event.kind), m_phrase) ||
           (m_phraseMayBeATime && contains(timeText(entry.event.timeMs), m_phrase));
}

} // namespace keisan::server
