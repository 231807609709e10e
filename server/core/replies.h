// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/evaluator.h"
#include "common/eval/session.h"
#include "common/protocol/message.h"
#include "server/core/request_handler.h"
#include "server/core/server_limits.h"

#include <QJsonObject>
#include <QJsonValue>

#include <stop_token>

namespace keisan::server {

// What an evaluation came to in the words of the wire. Messages and answers are UTF-8 without control
// characters.

// One longer than the limit is the error "result too long"; the value is kept all the same. Copies nothing
// where it can: the reply's text may be the outcome's own and lives no longer.
protocol::PlainReply replyOf(const eval::Outcome& outcome, const ServerLimits& limits);

// The frame for a structured request; `reply` is what replyOf gave.
QByteArray evaluationFrame(const QJsonValue& id, const Evaluated& evaluated,
                           const protocol::PlainReply& reply);

// The frame for a structured request that failed.
QByteArray faultFrame(const QJsonValue& id, const eval::Error& error);

QJsonObject helloResult(const ServerLimits& limits);
QJsonObject namesResult();

// The names of a session, as many as fit into a reply, the number of the others as `omitted`: the frame as an
// answer's text. Work for any thread; an Error where `limits` or `stop` end it.
eval::Outcome variablesFrame(const QJsonValue& id, const eval::Session& session, qsizetype replyBytes,
                             const eval::Limits& limits, const std::stop_token& stop);

} // namespace keisan::server
