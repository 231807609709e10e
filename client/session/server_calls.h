// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/request_queue.h"

#include <QByteArray>
#include <QJsonValue>

namespace keisan::client {

// What the client says to a structured server, as whole frames.
QByteArray helloCall();
QByteArray evaluateCall(const QJsonValue& id, const QByteArray& expression, bool preview = false);
// A request as it is sent, with its LF, and marks it so: structured if that makes a line of at most
// maxStructuredBytes. A longer one would be refused without its id; as a plain line it is refused in its turn
// and in the server's words.
QByteArray requestLine(RequestQueue::Request& request, qint64 maxStructuredBytes);

QByteArray cancelCall(const QJsonValue& id); // of the evaluation with that id

} // namespace keisan::client
