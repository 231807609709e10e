// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace keisan::protocol {

// What CPython's bytes.decode() says of bytes that are not UTF-8, to the character; nothing when they are.
std::optional<QByteArray> utf8Fault(QByteArrayView bytes);

// Python's str.strip() on valid UTF-8.
QByteArrayView trimmed(QByteArrayView text);

// The text with control characters and lone surrogates written as Python's repr writes them; the second:
// nothing when that were longer than `maxBytes`, which is known before it is written.
QByteArray withoutControls(const QByteArray& text);
std::optional<QByteArray> withoutControls(const QByteArray& text, qsizetype maxBytes);

} // namespace keisan::protocol
