// SPDX-License-Identifier: MIT
#include "server/core/limit_table.h"

#include <QCoreApplication>

#include <array>

namespace keisan::server {
namespace {

using eval::Limits;

constexpr quint64 kKi = 1024;
constexpr quint64 kMi = kKi * kKi;
constexpr quint64 kGi = kKi * kMi;
constexpr quint64 kExact = (quint64{1} << 53) - 1; // JSON's readers take numbers for doubles

template <class T>
quint64 numberOf(T member) {
    return static_cast<quint64>(member);
}
quint64 numberOf(std::chrono::milliseconds member) {
    return static_cast<quint64>(member.count());
}

template <auto Member>
quint64 get(const ServerLimits& limits) {
    return numberOf(limits.*Member);
}
template <auto Member>
void set(ServerLimits& limits, quint64 number) {
    limits.*Member = static_cast<std::decay_t<decltype(limits.*Member)>>(number);
}

template <auto Member>
quint64 getEval(const ServerLimits& limits) {
    return numberOf(limits.evaluation.*Member);
}
template <auto Member>
void setEval(ServerLimits& limits, quint64 number) {
    limits.evaluation.*Member = static_cast<std::decay_t<decltype(limits.evaluation.*Member)>>(number);
}

// The evaluator knows the limit too: it need not print what cannot be sent.
void setReplyBytes(ServerLimits& limits, quint64 number) {
    set<&ServerLimits::replyBytes>(limits, number);
    setEval<&Limits::replyBytes>(limits, number);
}

constexpr std::array<LimitRow, 16> kRows{{
    {QLatin1StringView("max-clients"), QLatin1StringView("clients"), Unit::Count, 1, 1'000'000,
     QT_TRANSLATE_NOOP("LimitTable", "Clients connected at once."), get<&ServerLimits::clients>,
     set<&ServerLimits::clients>},
    {QLatin1StringView("time-limit"), QLatin1StringView("time_ms"), Unit::Milliseconds, 1, 3'600'000,
     QT_TRANSLATE_NOOP("LimitTable", "Processor time of one evaluation."), getEval<&Limits::time>,
     setEval<&Limits::time>},
    {QLatin1StringView("memory-limit"), QLatin1StringView("memory_bytes"), Unit::Bytes, 64 * kKi, 64 * kGi,
     QT_TRANSLATE_NOOP("LimitTable", "Memory of one evaluation."), getEval<&Limits::memoryBytes>,
     setEval<&Limits::memoryBytes>},
    {QLatin1StringView("value-limit"), QLatin1StringView("value_bytes"), Unit::Bytes, kKi, kGi,
     QT_TRANSLATE_NOOP("LimitTable", "Size of any one value while computing."), getEval<&Limits::valueBytes>,
     setEval<&Limits::valueBytes>},
    {QLatin1StringView("integer-limit"), QLatin1StringView("integer_bits"), Unit::Bits, 64, 1 << 24,
     QT_TRANSLATE_NOOP("LimitTable", "Bits of an integer while computing."), getEval<&Limits::integerBits>,
     setEval<&Limits::integerBits>},
    {QLatin1StringView("digit-limit"), QLatin1StringView("digits"), Unit::Count, 640, 100'000'000,
     QT_TRANSLATE_NOOP("LimitTable", "Digits of an integer that is printed or read."),
     getEval<&Limits::printedDigits>, setEval<&Limits::printedDigits>},
    {QLatin1StringView("nesting-limit"), QLatin1StringView("nesting"), Unit::Count, 1, 200,
     QT_TRANSLATE_NOOP("LimitTable", "Brackets within brackets."), getEval<&Limits::nesting>,
     setEval<&Limits::nesting>},
    {QLatin1StringView("call-limit"), QLatin1StringView("calls"), Unit::Count, 1, 1000,
     QT_TRANSLATE_NOOP("LimitTable", "Calls within calls."), getEval<&Limits::calls>,
     setEval<&Limits::calls>},
    {QLatin1StringView("server-memory-limit"), QLatin1StringView("server_bytes"), Unit::Bytes, kMi, kKi* kGi,
     QT_TRANSLATE_NOOP("LimitTable", "Memory for all clients together: evaluations, names, answers, lines."),
     get<&ServerLimits::serverBytes>, set<&ServerLimits::serverBytes>},
    {QLatin1StringView("session-memory-limit"), QLatin1StringView("session_bytes"), Unit::Bytes, kKi,
     64 * kGi, QT_TRANSLATE_NOOP("LimitTable", "Memory of a client's names and answers."),
     getEval<&Limits::sessionBytes>, setEval<&Limits::sessionBytes>},
    {QLatin1StringView("session-name-limit"), QLatin1StringView("session_names"), Unit::Count, 1, 1'000'000,
     QT_TRANSLATE_NOOP("LimitTable", "Names of a client."), getEval<&Limits::sessionNames>,
     setEval<&Limits::sessionNames>},
    {QLatin1StringView("session-cost-limit"), QLatin1StringView("session_cost"), Unit::Count, 0, kExact,
     QT_TRANSLATE_NOOP("LimitTable", "What a client's evaluations may cost in all; 0 for no limit."),
     get<&ServerLimits::sessionCost>, set<&ServerLimits::sessionCost>},
    {QLatin1StringView("line-limit"), QLatin1StringView("line_bytes"), Unit::Bytes, 64, kGi,
     QT_TRANSLATE_NOOP("LimitTable", "Length of a request."), get<&ServerLimits::lineBytes>,
     set<&ServerLimits::lineBytes>},
    {QLatin1StringView("reply-limit"), QLatin1StringView("reply_bytes"), Unit::Bytes, 64, kGi,
     QT_TRANSLATE_NOOP("LimitTable", "Length of a reply."), get<&ServerLimits::replyBytes>, setReplyBytes},
    {QLatin1StringView("unread-limit"), QLatin1StringView("unread_bytes"), Unit::Bytes, kKi, kGi,
     QT_TRANSLATE_NOOP("LimitTable", "Requests of a client that are kept before it must wait."),
     get<&ServerLimits::unreadBytes>, set<&ServerLimits::unreadBytes>},
    {QLatin1StringView("unsent-limit"), QLatin1StringView("unsent_bytes"), Unit::Bytes, kKi, kGi,
     QT_TRANSLATE_NOOP("LimitTable", "Replies that a client has not read before it must wait."),
     get<&ServerLimits::unsentBytes>, set<&ServerLimits::unsentBytes>},
}};

} // namespace

std::span<const LimitRow> limitRows() {
    return kRows;
}

quint64 defaultOf(const LimitRow& row) {
    return row.get(ServerLimits{});
}

QString helpOf(const LimitRow& row) {
    return QCoreApplication::translate("LimitTable", row.help);
}

std::optional<QString> setLimit(ServerLimits& limits, const LimitRow& row, QStringView text) {
    const std::optional<quint64> number = parseAmount(text, row.unit);
    if (!number || *number < row.minimum || *number > row.maximum)
        return QCoreApplication::translate("LimitTable", "not a number from %1 to %2: %3")
            .arg(amountText(row.minimum, row.unit), amountText(row.maximum, row.unit), text.toString());
    row.set(limits, *number);
    return std::nullopt;
}

} // namespace keisan::server
