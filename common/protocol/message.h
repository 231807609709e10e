// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <variant>

namespace keisan::protocol {

// What one line of a client asks for. A structured request carries the id its reply repeats: a JSON string,
// null, or an integer that every reader of JSON knows to the last digit (within 2^53). A plain one carries
// none.
struct BlankRequest { // answered by an empty line
    bool operator==(const BlankRequest&) const = default;
};
struct QuitRequest { // the server closes after the replies that are owed
    bool operator==(const QuitRequest&) const = default;
};
struct EvaluateRequest {
    QByteArray expression;        // UTF-8, not empty when plain, without white space at its ends
    std::optional<QJsonValue> id; // of a structured one
    bool preview = false;         // changes nothing, and may cost only little

    bool operator==(const EvaluateRequest&) const = default;
};
struct RefusedRequest { // cannot be served; answered in its turn with this error
    QByteArray line;    // what can be shown of it
    QByteArray message;

    bool operator==(const RefusedRequest&) const = default;
};
struct HelloRequest {
    QJsonValue id;
    QString client;
    QString version;

    bool operator==(const HelloRequest&) const = default;
};
struct PingRequest {
    QJsonValue id;

    bool operator==(const PingRequest&) const = default;
};
struct CancelRequest { // the evaluation with this id, running or waiting, is to end
    QJsonValue target;
    std::optional<QJsonValue> id; // of one that wants to know that it has arrived

    bool operator==(const CancelRequest&) const = default;
};
struct VariablesRequest {
    QJsonValue id;

    bool operator==(const VariablesRequest&) const = default;
};
struct NamesRequest {
    QJsonValue id;

    bool operator==(const NamesRequest&) const = default;
};
struct FaultyRequest { // a structured line that asks for nothing we know; answered at once with this error
    QJsonValue id;     // null where it could not be read
    int code = 0;      // one of JSON-RPC's own
    QByteArray message;

    bool operator==(const FaultyRequest&) const = default;
};
struct UnknownNotification { // gets no reply
    bool operator==(const UnknownNotification&) const = default;
};
using Request =
    std::variant<BlankRequest, QuitRequest, EvaluateRequest, RefusedRequest, HelloRequest, PingRequest,
                 CancelRequest, VariablesRequest, NamesRequest, FaultyRequest, UnknownNotification>;

// The answer to one plain line.
struct PlainReply {
    QByteArray text; // UTF-8: the value, or Python's message without "Error: "
    bool isError = false;

    bool operator==(const PlainReply&) const = default;
};

// The answer to one structured request: a result, or a fault.
struct Response {
    struct Fault {
        int code = 0; // one of JSON-RPC's own, or kEvaluationFailed
        QString message;
        QJsonObject data;

        bool operator==(const Fault&) const = default;
    };

    QJsonValue id; // null where the server could not read the request's
    QJsonObject result;
    std::optional<Fault> fault;

    bool operator==(const Response&) const = default;
};

// What a server says without being asked.
struct Notification {
    QString method;
    QJsonObject params;

    bool operator==(const Notification&) const = default;
};

// What a structured line of a server is; monostate: nothing we know.
using ServerMessage = std::variant<std::monostate, Response, Notification>;

} // namespace keisan::protocol
