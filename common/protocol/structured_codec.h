// SPDX-License-Identifier: MIT
#pragma once

#include "common/protocol/line_decoder.h"
#include "common/protocol/message.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace keisan::protocol {

// JSON-RPC 2.0 in JSON text sequences (RFC 7464): RS, one JSON object, LF. No expression begins with RS.
constexpr char kRecordSeparator = '\x1e';

// JSON-RPC's codes for what is no request of ours, and our one for an evaluation that failed.
enum FaultCode : int {
    kNotJson = -32700,
    kNotARequest = -32600,
    kUnknownMethod = -32601,
    kWrongParams = -32602,
    kEvaluationFailed = -32000,
};

constexpr int kProtocolVersion = 1; // of hello's result

// Looked at before any trimming: Python's strip takes RS for white space.
inline bool isStructured(const LineView& line) {
    return line.text.startsWith(kRecordSeparator);
}

// The server's side: what a structured line asks for.
Request decodeStructuredRequest(const Line& line);

// Frames, with RS and LF. `value` and `message` are UTF-8 and may be long; no name of `others` is behind
// "value".
QByteArray encodeResult(const QJsonValue& id, const QJsonObject& result);
QByteArray encodeValue(const QJsonValue& id, QByteArrayView value, QJsonObject others);
QByteArray encodeFault(const QJsonValue& id, int code, QByteArrayView message, const QJsonObject& data = {});
QByteArray encodeNotification(const QString& method, const QJsonObject& params);

// The client's side. A call without id (undefined) is a notification.
QByteArray encodeCall(const QJsonValue& id, const QString& method, const QJsonObject& params = {});
ServerMessage decodeServerMessage(const Line& line);

} // namespace keisan::protocol
