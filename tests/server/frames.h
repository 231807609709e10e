// SPDX-License-Identifier: MIT
#pragma once

#include "common/protocol/structured_codec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace keisan::server {

// Frames as a client of the structured protocol writes and reads them.
inline QByteArray call(int id, const char* method, const QJsonObject& params = {}) {
    return protocol::encodeCall(id, QString::fromLatin1(method), params);
}

inline QByteArray evaluate(int id, const char* expression) {
    return call(id, "evaluate", {{QStringLiteral("expression"), QString::fromLatin1(expression)}});
}

inline QByteArray cancel(int id) {
    return protocol::encodeNotification(QStringLiteral("cancel"), {{QStringLiteral("id"), id}});
}

// The member of the frame that must carry this id.
inline QJsonObject memberOf(const QByteArray& frame, const QJsonValue& id, const char* member) {
    const QJsonObject reply = QJsonDocument::fromJson(frame.mid(1)).object();
    const bool isReply =
        frame.startsWith('\x1e') && reply[u"id"] == id && reply.contains(QLatin1StringView(member));
    return isReply ? reply[QLatin1StringView(member)].toObject() : QJsonObject{{QStringLiteral("not"), id}};
}

inline QJsonObject resultOf(const QByteArray& frame, const QJsonValue& id) {
    return memberOf(frame, id, "result");
}

inline QJsonObject errorOf(const QByteArray& frame, const QJsonValue& id) {
    return memberOf(frame, id, "error");
}

} // namespace keisan::server
