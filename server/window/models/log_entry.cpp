// SPDX-License-Identifier: MIT
#include "server/window/models/log_entry.h"

#include <QCoreApplication>

namespace keisan::server {

using Kind = ServerEvent::Kind;

namespace {

struct KindRow {
    Kind kind;
    LogLevel level;
    const char* label;
};

constexpr const char* kContext = "LogEntry";

constexpr KindRow kRows[] = {
    {Kind::Listening, LogLevel::Info, QT_TRANSLATE_NOOP("LogEntry", "Listening")},
    {Kind::Capacity, LogLevel::Info, QT_TRANSLATE_NOOP("LogEntry", "Room for clients")},
    {Kind::CannotListen, LogLevel::Error, QT_TRANSLATE_NOOP("LogEntry", "Cannot listen")},
    {Kind::Connected, LogLevel::Info, QT_TRANSLATE_NOOP("LogEntry", "Connected")},
    {Kind::Evaluated, LogLevel::Info, QT_TRANSLATE_NOOP("LogEntry", "Evaluated")},
    {Kind::Failed, LogLevel::Error, QT_TRANSLATE_NOOP("LogEntry", "Error")},
    {Kind::Overflowed, LogLevel::Warning, QT_TRANSLATE_NOOP("LogEntry", "Not logged")},
    {Kind::ClosedByClient, LogLevel::Info, QT_TRANSLATE_NOOP("LogEntry", "Closed by client")},
    {Kind::ClosedEof, LogLevel::Info, QT_TRANSLATE_NOOP("LogEntry", "Closed (EOF)")},
    {Kind::Disconnected, LogLevel::Warning, QT_TRANSLATE_NOOP("LogEntry", "Disconnected")},
    {Kind::Lost, LogLevel::Warning, QT_TRANSLATE_NOOP("LogEntry", "Connection lost")},
    {Kind::Refused, LogLevel::Warning, QT_TRANSLATE_NOOP("LogEntry", "Refused")},
    {Kind::Held, LogLevel::Info, QT_TRANSLATE_NOOP("LogEntry", "Waiting")},
    {Kind::Released, LogLevel::Info, QT_TRANSLATE_NOOP("LogEntry", "Serving")},
    {Kind::ShuttingDown, LogLevel::Info, QT_TRANSLATE_NOOP("LogEntry", "Shutting down")},
    {Kind::Stopped, LogLevel::Info, QT_TRANSLATE_NOOP("LogEntry", "Stopped")},
};
static_assert(std::size(kRows) == kEventKinds.size());

const KindRow& rowOf(Kind kind) {
    for (const KindRow& row : kRows)
        if (row.kind == kind)
            return row;
    Q_UNREACHABLE();
}

} // namespace

LogEntry LogEntry::of(ServerEvent event) {
    LogEntry entry;
    entry.expressionBytes = event.expression.size();
    entry.answerBytes = event.answer.size();
    entry.event = std::move(event);
    return entry;
}

LogLevel levelOf(Kind kind) {
    return rowOf(kind).level;
}

QString levelSign(LogLevel level) {
    switch (level) {
    case LogLevel::Info: break;
    case LogLevel::Warning: return QStringLiteral("⚠ ");
    case LogLevel::Error: return QStringLiteral("✗ ");
    }
    return {};
}

QString eventLabel(Kind kind) {
    return QCoreApplication::translate(kContext, rowOf(kind).label);
}

} // namespace keisan::server
