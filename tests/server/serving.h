// SPDX-License-Identifier: MIT
#pragma once

#include "common/protocol/structured_codec.h"
#include "server/core/calculator_server.h"
#include "server/core/packed_events.h"
#include "tests/server/wire.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QObject>

namespace keisan::server {

// Adds all that happens from now on to the list, which outlives the server.
inline void recordEvents(const CalculatorServer& server, QList<ServerEvent>& events) {
    QObject::connect(&server, &CalculatorServer::happened, &server,
                     [&events](const ServerEvent& event) { events.append(event); });
    QObject::connect(&server, &CalculatorServer::answered, &server,
                     [&events](const AnsweredRequest& request) {
                         PackedEvents packed;
                         packed.push_back(request);
                         events.append(packed.unpacked().front());
                     });
}

// A server with the real evaluator on a free port, in the thread of the test, that remembers what happened.
class Serving : public QObject {
public:
    explicit Serving(const ServerLimits& limits = {}) : server(limits) {
        recordEvents(server, events);
        server.listenOn(QHostAddress::LocalHost, 0);
    }

    quint16 port() const { return server.serverPort(); }

    QList<ServerEvent> eventsOf(ServerEvent::Kind kind) const {
        QList<ServerEvent> found;
        for (const ServerEvent& event : events)
            if (event.kind == kind)
                found.append(event);
        return found;
    }

    std::vector<ClientStatus> statuses() const {
        Mailbox<std::vector<ClientStatus>> told;
        server.askForStatuses([&told](auto&& statuses) { told.put(std::move(statuses)); });
        Wire::await([&told] { return told.size() > 0; });
        return told.takeAll().front();
    }

    bool awaitsClients(int count) {
        return Wire::await([=, this] { return server.connectionCount() == count; });
    }

    QList<ServerEvent> events; // outlives the server, which tells of its end
    CalculatorServer server;
};

// The answer to one line.
inline QByteArray ask(Wire& wire, const QByteArray& line) {
    wire.send(line + '\n');
    return wire.readLine();
}

// The result of a structured call.
inline QJsonObject askFor(Wire& wire, const QString& method, const QJsonObject& params = {}) {
    wire.send(protocol::encodeCall(1, method, params));
    return QJsonDocument::fromJson(wire.readLine().mid(1)).object()[u"result"].toObject();
}

} // namespace keisan::server
