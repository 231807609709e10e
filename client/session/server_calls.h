// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace keisan::client {

// What the client says to a structured server, as whole frames.
QByteArray helloCall();
QByteArray evaluateCall(const QJsonValue& id, const QByteArray& expression, bool preview = false);
QByteArray cancelCall(const QJsonValue& id); // of the evaluation with that id

} // namespace keisan::client
