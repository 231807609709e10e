// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <QByteArray>

namespace keisan::server {

// The event as one line of JSON without its line feed: time, event (in the words of event_word.h) and what
// else it has of client, address, port, expression, answer, took_ms, count.
QByteArray eventJson(const ServerEvent& event);

// In place of so many lines that could not be written.
QByteArray lostLinesJson(qsizetype count);

// In the file that serves on where it cannot be opened anew; the error as errno.
QByteArray notReopenedJson(int error);

} // namespace keisan::server
