// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/session.h"
#include "common/protocol/message.h"
#include "server/core/request_handler.h"
#include "server/core/server_limits.h"

#include <QJsonObject>
#include <QJsonValue>

#include <vector>

namespace keisan::server {

// What an evaluation came to in the words of the wire. Messages and answers are UTF-8 without control
// characters.

// One longer than the limit is the error "result too long"; the value is kept all the same.
protocol::PlainReply replyOf(const eval::Outcome& outcome, const ServerLimits& limits);

// The frame for a structured request; `reply` is what replyOf gave.
QByteArray evaluationFrame(const QJsonValue& id, const Evaluated& evaluated,
                           const protocol::PlainReply& reply);

QJsonObject helloResult(const ServerLimits& limits);
// As many of them as fit into a reply; the number of the others is `omitted`.
QJsonObject variablesResult(const std::vector<eval::Variable>& variables, const ServerLimits& limits);
QJsonObject namesResult();

} // namespace keisan::server
