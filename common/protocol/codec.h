// SPDX-License-Identifier: MIT
#pragma once

#include "common/protocol/line_decoder.h"
#include "common/protocol/message.h"

#include <QByteArrayView>

#include <optional>

namespace keisan::protocol {

constexpr quint16 kDefaultPort = 10'000;
constexpr qsizetype kMaxLineBytes = 1024 * 1024; // of a request, without its LF

// The server's side, of both halves of the wire (structured_codec.h has the other). maxLineBytes is only
// named in the message about a line that was too long.
Request decodeRequest(const Line& line, qsizetype maxLineBytes = kMaxLineBytes);

// Where the expression lies in a plain line that asks to evaluate one, which is empty where the line is
// blank; nothing in any other line.
std::optional<QByteArrayView> plainExpression(const LineView& line);

// What a line asks for that is refused unread, for that reason.
Request refusedRequest(const Line& line, const QByteArray& reason);

// Adds one line with its LF. Control characters are written as Python's repr writes them, and so are lone
// surrogates (three bytes from 0xED): a reply is one line of valid UTF-8, always.
void appendReply(QByteArray& lines, const PlainReply& reply);
QByteArray encodeReply(const PlainReply& reply);

// The client's side. The expression must hold no line feed.
QByteArray encodeRequest(QByteArrayView expression);
QByteArray encodeQuit();

// Without its LF. An answer that begins with "Error: " cannot be told from an error: a str that says so is
// one.
PlainReply decodeReply(QByteArrayView line);

} // namespace keisan::protocol
