// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/log_entry.h"

#include <QByteArrayView>

namespace keisan::server {

// No text longer than this reaches a delegate, a label or a cell: Qt lays out and elides whole strings.
inline constexpr int kMaxShownCharacters = 200;

// The text as a cell shows it: whole, or its head and its tail around " … ", at most kMaxShownCharacters;
// control characters and marks that turn the reading direction become visible signs. Costs the same for any
// length.
QString shownText(QByteArrayView utf8);

// 127.0.0.1:10000, [::1]:10000
QString shownEndpoint(const QHostAddress& address, quint16 port);

QString timeText(qint64 timeMs); // 14:05:01.123, local time
QString tookText(qint64 ns);     // 0.12 ms, 3.4 s

// What stands in the column: the client's number, and that a counted line is not of it alone; the expression;
// of an event that has none, whom it is about.
QString clientText(const LogEntry& entry);
QString expressionText(const LogEntry& entry);
QString answerText(const LogEntry& entry);

} // namespace keisan::server
