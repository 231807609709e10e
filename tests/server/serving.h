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

// Remembers what happens to a server, in whichever of its threads; outlives it.
class EventRecord {
public:
    void follow(const CalculatorServer& server) {
        QObject::connect(
            &server, &CalculatorServer::happened, &server,
            [this](const ServerEvent& event) { m_new.put(event); }, Qt::DirectConnection);
        QObject::connect(
            &server, &CalculatorServer::answered, &server,
            [this](const AnsweredRequest& request) { m_new.put(request); }, Qt::DirectConnection);
    }

    // Until now, oldest first.
    const QList<ServerEvent>& all() const {
        PackedEvents taken = m_new.takeAll();
        while (!taken.empty())
            for (ServerEvent& event : taken.takeSlice())
                m_all.append(std::move(event));
        return m_all;
    }

    QList<ServerEvent> of(ServerEvent::Kind kind) const {
        QList<ServerEvent> found;
        for (const ServerEvent& event : all())
            if (event.kind == kind)
                found.append(event);
        return found;
    }

private:
    mutable Mailbox<ServerEvent, PackedEvents> m_new;
    mutable QList<ServerEvent> m_all;
};

// A server on a free port that remembers what happened: in the thread of the test, with those beside it.
class Serving : public QObject {
public:
    explicit Serving(const ServerLimits& limits = {}, int threads = 1, Evaluator evaluator = eval::evaluate)
        : server(limits, true, std::move(evaluator), threads) {
        record.follow(server);
        server.listenOn(QHostAddress::LocalHost, 0);
    }

    quint16 port() const { return server.serverPort(); }

    QList<ServerEvent> eventsOf(ServerEvent::Kind kind) const { return record.of(kind); }

    std::vector<ClientStatus> statuses() const {
        const auto told =
            std::make_shared<Mailbox<std::vector<ClientStatus>>>(); // until the last put returns
        server.askForStatuses([told](auto&& statuses) { told->put(std::move(statuses)); });
        Wire::await([&told] { return told->size() > 0; });
        return told->takeAll().front();
    }

    bool awaitsClients(int count) {
        return Wire::await([=, this] { return server.connectionCount() == count; });
    }

    EventRecord record; // outlives the server, which tells of its end
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
