// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace keisan::client {

// Both take an expression as it was typed, UTF-8. White space is what Python's strip() takes for it, because
// the tutorial's server closes the connection at a line that is empty after it.

// The word that leaves, which is no expression.
bool isQuit(const QByteArray& expression);

// What goes over the plain wire for an expression, without the LF: one line, line breaks made spaces. Empty
// for what must not be sent: white space only, and `quit`.
QByteArray wireLine(const QByteArray& expression);

} // namespace keisan::client
