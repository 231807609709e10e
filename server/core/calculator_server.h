// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/connection.h"
#include "server/core/evaluation_pool.h"
#include "server/core/refusals.h"
#include "server/core/server_event.h"
#include "server/core/server_limits.h"

#include <QTcpServer>
#include <QTimer>

#include <map>
#include <unordered_map>
#include <vector>

namespace keisan::server {

// Listens, accepts, and owns the connections and the pool they evaluate in. Lives in the network thread.
class CalculatorServer : public QTcpServer {
    Q_OBJECT

public:
    explicit CalculatorServer(const ServerLimits& limits, bool evaluationEvents = true,
                              Evaluator evaluator = eval::evaluate, QObject* parent = nullptr);
    ~CalculatorServer() override;

    // False when it cannot; errorString() says why.
    bool listenOn(const QHostAddress& address, quint16 port);

    // The same on a socket that listens already, which it takes over.
    bool listenOn(int listeningSocket);

    // Take effect at once, also for the clients that are there. Nobody is dropped: with more clients than are
    // allowed now, nobody new is let in.
    void setLimits(const ServerLimits& limits);

    // On: only the client that came first is served; the others connect, send, and wait until those before
    // them have gone.
    void setOneAtATime(bool on);

    // How every client stands now.
    std::vector<ClientStatus> statuses() const;

    // Nothing happens when the client is there no longer.
    void stopEvaluation(quint64 client);
    void sendAway(quint64 client, const QByteArray& reason);

    // What happens to the evaluations that run when it stops.
    enum class Evaluations { Finish, Cancel };

    // Accepts nobody any more, answers what has come for at most graceMs, closes everything, then `finished`.
    // Called again: closes at once.
    void stop(int graceMs, Evaluations evaluations = Evaluations::Finish);

    int connectionCount() const { return static_cast<int>(m_connections.size()); }

Q_SIGNALS:
    void happened(const keisan::server::ServerEvent& event); // but for requests
    void answered(const keisan::server::AnsweredRequest& request);
    void finished();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void take(int descriptor);
    bool isNearDescriptorLimit(int descriptor) const;
    void refuse(int descriptor, const QByteArray& reason);
    void pauseAcceptingShortly();
    void resumeAcceptingNow();
    void tellThatItListens();
    void tellCapacity();
    void endService(Connection* connection);
    void giveTurnLater(Connection* connection);
    void giveTurns();
    void forget(Connection* connection);
    void finishConnections(Evaluations evaluations);
    void cancelEvaluations();
    void closeConnections();
    void finishIfEmpty();
    std::vector<Connection*> connections() const;
    Connection* find(quint64 client) const; // nullptr: there is none
    ServerEvent eventOf(ServerEvent::Kind kind) const;

    ServerLimits m_limits;
    const Evaluator m_evaluator;
    EvaluationPool m_pool;
    std::vector<char> m_readBuffer;
    const std::shared_ptr<eval::SharedMemory> m_memory;
    Outbox m_outbox;
    ConnectionContext m_context;
    std::unordered_map<quint64, Connection*> m_connections; // children of this, by client number
    std::map<quint64, Connection*> m_served; // those of them that have not left, in the order of connecting
    Refusals m_refusals;
    int m_descriptorLimit = 0;
    std::vector<quint64> m_waitForTurn;
    QTimer m_turnTimer;
    quint64 m_lastClient = 0;
    bool m_oneAtATime = false;
    bool m_stopping = false;
    bool m_finished = false;
};

} // namespace keisan::server
