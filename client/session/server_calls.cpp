// SPDX-License-Identifier: MIT
#include "client/session/server_calls.h"

#include "common/protocol/codec.h"
#include "common/protocol/structured_codec.h"

namespace keisan::client {

QByteArray helloCall() {
    return protocol::encodeCall(QStringLiteral("hello"), QStringLiteral("hello"),
                                {{QStringLiteral("client"), QStringLiteral("Keisan")},
                                 {QStringLiteral("version"), QStringLiteral(KEISAN_VERSION)}});
}

QByteArray evaluateCall(const QJsonValue& id, const QByteArray& expression, bool preview) {
    QJsonObject params{{QStringLiteral("expression"), QString::fromUtf8(expression)}};
    if (preview)
        params[u"preview"] = true;
    return protocol::encodeCall(id, QStringLiteral("evaluate"), params);
}

QByteArray requestLine(RequestQueue::Request& request, qint64 maxStructuredBytes) {
    if (maxStructuredBytes > 0) {
        QByteArray frame = evaluateCall(static_cast<qint64>(request.id), request.line);
        request.isStructured = frame.size() - 1 <= maxStructuredBytes;
        if (request.isStructured)
            return frame;
    }
    return protocol::encodeRequest(request.line);
}

QByteArray cancelCall(const QJsonValue& id) {
    return protocol::encodeCall(QJsonValue::Undefined, QStringLiteral("cancel"),
                                {{QStringLiteral("id"), id}});
}

} // namespace keisan::client
