// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/log_entry.h"

#include <QByteArray>

namespace keisan::server {

// How lines of the log are written to a file; one record a line, UTF-8.
enum class LogFormat {
    Csv,       // RFC 4180: header, CRLF, quotes where needed
    JsonLines, // one object a line with the same names
    Tutorial,  // [server] Connected by ('127.0.0.1', 41412)
};

// What stands before the first record.
QByteArray exportHeader(LogFormat format);

// One record with its line end. Times are UTC, ISO 8601 with milliseconds; took_ms is a number.
QByteArray exportRecord(const LogEntry& entry, LogFormat format);

// As they are copied from the table: the shown columns, tab separated, without line end.
QByteArray tabSeparated(const LogEntry& entry);

} // namespace keisan::server
