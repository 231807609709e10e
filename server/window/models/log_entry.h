// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <QString>

#include <array>

namespace keisan::server {

// How loud a line of the log is; the filter's three buttons.
enum class LogLevel : quint8 { Info, Warning, Error };

// One line of the log: an event, or many of one kind that came too fast to be shown one by one.
struct LogEntry {
    ServerEvent event;          // its texts may have been shortened by LogModel to save memory
    qint64 expressionBytes = 0; // as they came
    qint64 answerBytes = 0;
    int alike = 0;            // so many more of the same kind stand behind this one
    bool isOfSeveral = false; // and not all of them are of its client

    static LogEntry of(ServerEvent event);
};

inline constexpr std::array kEventKinds{
    ServerEvent::Kind::Listening,    ServerEvent::Kind::Capacity,       ServerEvent::Kind::CannotListen,
    ServerEvent::Kind::Connected,    ServerEvent::Kind::Evaluated,      ServerEvent::Kind::Failed,
    ServerEvent::Kind::Overflowed,   ServerEvent::Kind::ClosedByClient, ServerEvent::Kind::ClosedEof,
    ServerEvent::Kind::Disconnected, ServerEvent::Kind::Lost,           ServerEvent::Kind::Refused,
    ServerEvent::Kind::Held,         ServerEvent::Kind::Released,       ServerEvent::Kind::ShuttingDown,
    ServerEvent::Kind::Stopped,
};

LogLevel levelOf(ServerEvent::Kind kind);

// What stands before the label of an event of this level.
QString levelSign(LogLevel level);

// Its word (server/log/event_word.h) in the language of the window.
QString eventLabel(ServerEvent::Kind kind);

} // namespace keisan::server
