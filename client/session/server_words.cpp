// SPDX-License-Identifier: MIT
#include "client/session/server_words.h"

#include "common/protocol/codec.h"
#include "common/protocol/structured_codec.h"

#include <QJsonArray>

#include <algorithm>

namespace keisan::client {

namespace {

std::optional<FaultSpan> spanFrom(const QJsonObject& data) {
    const int start = data[u"start"].toInt(-1);
    const int end = data[u"end"].toInt(-1);
    if (start < 0 || end < start)
        return std::nullopt;
    return FaultSpan{start, end};
}

} // namespace

std::optional<Hello> helloFrom(const protocol::ServerMessage& message) {
    const auto* response = std::get_if<protocol::Response>(&message);
    if (response == nullptr || response->result[u"protocol"].toInt() != protocol::kProtocolVersion)
        return std::nullopt;
    const QJsonObject& result = response->result;
    return Hello{result[u"server"].toString(), result[u"version"].toString(),
                 result[u"limits"].toObject()[u"line_bytes"].toInteger(protocol::kMaxLineBytes)};
}

Reply replyFrom(const protocol::Response& response) {
    Reply reply;
    if (response.fault) {
        reply.isError = true;
        reply.text = response.fault->message.toUtf8();
        reply.type = response.fault->data[u"type"].toString();
        reply.span = spanFrom(response.fault->data);
        return reply;
    }
    const QJsonObject& result = response.result;
    reply.text = result[u"value"].toString().toUtf8();
    reply.type = result[u"type"].toString();
    reply.number = static_cast<quint64>(std::max<qint64>(0, result[u"number"].toInteger()));
    reply.cost = result[u"cost"].toInteger(-1);
    if (const qint64 microseconds = result[u"elapsed_us"].toInteger(-1); microseconds >= 0)
        reply.computedNs = microseconds * 1000;
    return reply;
}

QList<Variable> variablesFrom(const QJsonObject& result) {
    QList<Variable> variables;
    for (const QJsonValueConstRef value : result[u"variables"].toArray()) {
        const QJsonObject variable = value.toObject();
        variables.append(
            {variable[u"name"].toString(), variable[u"type"].toString(), variable[u"value"].toString()});
    }
    return variables;
}

QList<KnownName> namesFrom(const QJsonObject& result) {
    QList<KnownName> names;
    for (const QJsonValueConstRef value : result[u"names"].toArray()) {
        const QJsonObject name = value.toObject();
        names.append({name[u"name"].toString(), name[u"signature"].toString(), name[u"help"].toString()});
    }
    return names;
}

} // namespace keisan::client
