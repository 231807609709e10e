// SPDX-License-Identifier: MIT
#include "common/protocol/structured_codec.h"

#include "common/protocol/json_text.h"
#include "common/protocol/utf8.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>

namespace keisan::protocol {
namespace {

// One call that is known to be JSON-RPC: its id, null in a notification, and its params.
struct Call {
    QJsonValue id;
    bool isNotification = false;
    QJsonObject params;
};

FaultyRequest fault(const QJsonValue& id, int code, const char* message) {
    return {id, code, message};
}

Request decodeHello(const Call& call) {
    const QJsonValue client = call.params[u"client"];
    const QJsonValue version = call.params[u"version"];
    if (!client.isString() || !version.isString())
        return fault(call.id, kWrongParams, "hello needs client and version");
    return HelloRequest{call.id, client.toString(), version.toString()};
}

Request decodeEvaluate(const Call& call) {
    const QJsonValue expression = call.params[u"expression"];
    const QJsonValue preview = call.params[u"preview"];
    if (!expression.isString() || !(preview.isUndefined() || preview.isBool()))
        return fault(call.id, kWrongParams, "evaluate needs an expression");
    const QString text = expression.toString();
    if (text.contains(u'\n'))
        return fault(call.id, kWrongParams, "an expression is one line");
    if (!text.isValidUtf16())
        return fault(call.id, kWrongParams, "an expression holds no lone surrogate");
    return EvaluateRequest{trimmed(text.toUtf8()).toByteArray(), call.id, preview.toBool()};
}

Request decodeCancel(const Call& call) {
    if (!call.params.contains(u"id"))
        return fault(call.id, kWrongParams, "cancel needs an id");
    const auto id = call.isNotification ? std::nullopt : std::optional(call.id);
    return CancelRequest{call.params[u"id"], id};
}

Request decodePing(const Call& call) {
    return PingRequest{call.id};
}

Request decodeVariables(const Call& call) {
    return VariablesRequest{call.id};
}

Request decodeNames(const Call& call) {
    return NamesRequest{call.id};
}

struct Method {
    QLatin1StringView name;
    Request (*decode)(const Call&);
};

constexpr std::array<Method, 6> kMethods{{
    {QLatin1StringView("hello"), decodeHello},
    {QLatin1StringView("evaluate"), decodeEvaluate},
    {QLatin1StringView("cancel"), decodeCancel},
    {QLatin1StringView("ping"), decodePing},
    {QLatin1StringView("variables"), decodeVariables},
    {QLatin1StringView("names"), decodeNames},
}};

Request decodeCall(const QString& name, const Call& call) {
    const auto method = std::find_if(kMethods.begin(), kMethods.end(),
                                     [&](const Method& known) { return known.name == name; });
    const bool isCancel = name == QLatin1StringView("cancel");
    if (call.isNotification && name == QLatin1StringView("evaluate"))
        return fault(QJsonValue::Null, kNotARequest, "evaluate needs an id");
    if (call.isNotification && !isCancel)
        return UnknownNotification{};
    if (method == kMethods.end())
        return fault(call.id, kUnknownMethod, "unknown method");
    Request request = method->decode(call);
    if (call.isNotification && std::holds_alternative<FaultyRequest>(request))
        return UnknownNotification{};
    return request;
}

// A number that might be another one for some reader of JSON cannot be repeated faithfully.
bool isExactInteger(const QJsonValue& number) {
    constexpr double kEndOfExact = 9'007'199'254'740'992.0; // 2^53
    const double value = number.toDouble(0.5);
    return std::abs(value) < kEndOfExact && value == std::floor(value);
}

bool isId(const QJsonValue& id) {
    return id.isString() || id.isNull() || (id.isDouble() && isExactInteger(id));
}

Request decodeObject(const QJsonObject& object) {
    const QJsonValue id = object.contains(u"id") ? object[u"id"] : QJsonValue::Null;
    const QJsonValue params = object[u"params"];
    if (!isId(id))
        return fault(QJsonValue::Null, kNotARequest, "an id is a string, an integer within 2^53 or null");
    if (object[u"jsonrpc"] != QJsonValue(QStringLiteral("2.0")) || !object[u"method"].isString())
        return fault(id, kNotARequest, "not a JSON-RPC 2.0 request");
    if (!params.isUndefined() && !params.isObject())
        return fault(id, kWrongParams, "params are an object");
    return decodeCall(object[u"method"].toString(), {id, !object.contains(u"id"), params.toObject()});
}

// QJsonDocument takes some 100 ns for a value and 30 for an escape, in the thread that serves everybody. A
// line that has so many is refused before: a request has a dozen values, and its expression is one text.
constexpr qsizetype kScannedBytes = 4096; // a shorter line cannot have too many
constexpr int kMaxValues = 1000;
constexpr int kMaxEscapes = 100'000;

bool hasTooMuchInIt(QByteArrayView json) {
    if (json.size() <= kScannedBytes)
        return false;
    int values = 0;
    int escapes = 0;
    bool isInText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isInText && c == '\\') {
            ++escapes;
            ++i;
        } else if (c == '"') {
            isInText = !isInText;
        } else if (!isInText) {
            values += c == ',' || c == ':' ? 1 : 0;
        }
    }
    return values > kMaxValues || escapes > kMaxEscapes;
}

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray frame(QJsonObject object) {
    object[u"jsonrpc"] = QStringLiteral("2.0");
    return kRecordSeparator + compact(object) + '\n';
}

} // namespace

Request decodeStructuredRequest(const Line& line) {
    if (line.tooLong)
        return fault(QJsonValue::Null, kNotARequest, "line too long");
    if (hasTooMuchInIt(line.text))
        return fault(QJsonValue::Null, kNotARequest, "too many values or escapes in one line");
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line.text.sliced(1), &error);
    if (error.error != QJsonParseError::NoError)
        return fault(QJsonValue::Null, kNotJson, "not JSON");
    if (!document.isObject())
        return fault(QJsonValue::Null, kNotARequest, "not one request (batches are not served)");
    return decodeObject(document.object());
}

QByteArray encodeResult(const QJsonValue& id, const QJsonObject& result) {
    return frame({{QStringLiteral("id"), id}, {QStringLiteral("result"), result}});
}

// The members of an object stand in the order of their names: the value is the last of all, the message the
// last of the error, and the error the first. So it is known where a text goes that was left empty.
QByteArray encodeValue(const QJsonValue& id, QByteArrayView value, QJsonObject others) {
    constexpr QByteArrayView kAfter = "\"}}\n";
    others[u"value"] = QString();
    return encodeText(encodeResult(id, others).chopped(kAfter.size()), value, kAfter);
}

QByteArray encodeFault(const QJsonValue& id, int code, QByteArrayView message, const QJsonObject& data) {
    constexpr QByteArrayView kAfter = "\"}";
    QJsonObject error{{QStringLiteral("code"), code}, {QStringLiteral("message"), QString()}};
    if (!data.isEmpty())
        error[u"data"] = data;
    const QByteArray others =
        compact({{QStringLiteral("id"), id}, {QStringLiteral("jsonrpc"), QStringLiteral("2.0")}});
    const QByteArray before =
        kRecordSeparator + QByteArray("{\"error\":") + compact(error).chopped(kAfter.size());
    return encodeText(before, message, kAfter.toByteArray() + ',' + others.sliced(1) + '\n');
}

QByteArray encodeNotification(const QString& method, const QJsonObject& params) {
    return frame({{QStringLiteral("method"), method}, {QStringLiteral("params"), params}});
}

QByteArray encodeCall(const QJsonValue& id, const QString& method, const QJsonObject& params) {
    QJsonObject call{{QStringLiteral("method"), method}};
    if (!id.isUndefined())
        call[u"id"] = id;
    if (!params.isEmpty())
        call[u"params"] = params;
    return frame(call);
}

ServerMessage decodeServerMessage(const Line& line) {
    if (line.tooLong || !isStructured(line))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(line.text.sliced(1)).object();
    if (object[u"method"].isString())
        return Notification{object[u"method"].toString(), object[u"params"].toObject()};
    if (!object.contains(u"id") || object[u"result"].isObject() == object[u"error"].isObject())
        return {};
    Response response{object[u"id"], object[u"result"].toObject(), {}};
    if (object[u"error"].isObject()) {
        const QJsonObject error = object[u"error"].toObject();
        response.fault = {error[u"code"].toInt(), error[u"message"].toString(), error[u"data"].toObject()};
    }
    return response;
}

} // namespace keisan::protocol
