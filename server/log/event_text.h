// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <QByteArray>

namespace keisan::server {

// "('127.0.0.1', 41412)", or "('::1', 41412, 0, 0)": the address as Python's socket module prints it.
QByteArray pythonAddress(const QHostAddress& address, quint16 port);

// "127.0.0.1:10000", "[::1]:10000".
QByteArray endpointText(const QHostAddress& address, quint16 port);

// The event as one line without its line feed, in the tutorial's words where it has some:
// "[server] Connected by ('127.0.0.1', 41412)". Holds no control character, and of a long expression or
// answer only the beginning.
QByteArray eventText(const ServerEvent& event);

// In place of so many lines that could not be written: "[server] 3 lines lost".
QByteArray lostLinesText(qsizetype count);

// In the file that serves on: "[server] Cannot open the log file anew: Is a directory"; the error as errno.
QByteArray notReopenedText(int error);

// "2026-01-31T12:00:00.000Z"; milliseconds since 1970.
QByteArray isoTime(qint64 timeMs);

} // namespace keisan::server
