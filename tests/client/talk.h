// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/heartbeat.h"
#include "client/session/known_names.h"
#include "client/session/preview.h"
#include "client/session/session_variables.h"
#include "common/protocol/structured_codec.h"
#include "server/core/calculator_server.h"
#include "tests/client/fake_server.h"

#include <QTest>

#include <algorithm>

namespace keisan::client {

inline const QByteArray kHello =
    protocol::encodeResult(QStringLiteral("hello"), {{QStringLiteral("server"), QStringLiteral("Fake")},
                                                     {QStringLiteral("version"), QStringLiteral("7")},
                                                     {QStringLiteral("protocol"), 1}});

// A client that says hello, with all that hangs on it, and what it said.
struct Talk {
    CalculatorClient client{CalculatorClient::Speech::Structured};
    Heartbeat heartbeat{client};
    KnownNames names{client};
    SessionVariables variables{client};
    Preview preview{client};
    QMap<RequestId, Reply> replies;
    QList<RequestId> lost;
    QList<RequestId> stopped;
    QList<QPair<QString, Reply>> previews;
    QList<QStringList> lostVariables;

    Talk() {
        using Client = CalculatorClient;
        QObject::connect(&client, &Client::replyReceived, &client,
                         [this](RequestId id, const Reply& reply) { replies.insert(id, reply); });
        QObject::connect(&client, &Client::requestLost, &client, [this](RequestId id) { lost.append(id); });
        QObject::connect(&client, &Client::requestStopped, &client,
                         [this](RequestId id) { stopped.append(id); });
        QObject::connect(&preview, &Preview::received, &preview,
                         [this](const QString& expression, const Reply& reply) {
                             previews.append({expression, reply});
                         });
        QObject::connect(&variables, &SessionVariables::lost, &variables,
                         [this](const QStringList& gone) { lostVariables.append(gone); });
    }

    void connectTo(quint16 port) { client.connectToServer({QStringLiteral("127.0.0.1"), port}); }
    CalculatorClient::State state() const { return client.status().state; }
    CalculatorClient::Mode mode() const { return client.status().mode; }

    Reply ask(const QByteArray& expression) {
        const RequestId id = client.submit(expression);
        return QTest::qWaitFor([&] { return replies.contains(id); }, 10'000) ? replies[id] : Reply();
    }
    bool becomes(CalculatorClient::Mode mode) {
        return QTest::qWaitFor([this, mode] { return client.status().mode == mode; });
    }
};

// The real server, in this thread's event loop.
struct RealServer {
    explicit RealServer(const keisan::server::ServerLimits& limits = {}) : server(limits) {
        QVERIFY(server.listenOn(QHostAddress::LocalHost, 0));
    }
    quint16 port() const { return server.serverPort(); }

    keisan::server::CalculatorServer server;
};

// The evaluations a fake server was sent, as "id expression".
inline QByteArrayList evaluations(const FakeServer& server) {
    QByteArrayList list;
    for (const QByteArray& line : server.lines()) {
        const auto request = protocol::decodeStructuredRequest({line});
        if (const auto* evaluate = std::get_if<protocol::EvaluateRequest>(&request))
            list << evaluate->id->toVariant().toByteArray() + ' ' + evaluate->expression;
    }
    return list;
}

inline qsizetype cancels(const FakeServer& server) {
    return std::count_if(server.lines().begin(), server.lines().end(), [](const QByteArray& line) {
        return std::holds_alternative<protocol::CancelRequest>(protocol::decodeStructuredRequest({line}));
    });
}

inline QByteArray value(const QJsonValue& id, const char* text) {
    return protocol::encodeResult(id, {{QStringLiteral("value"), QString::fromUtf8(text)},
                                       {QStringLiteral("type"), QStringLiteral("int")}});
}

} // namespace keisan::client
