// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/connection.h"
#include "server/core/evaluation_pool.h"
#include "server/core/mailbox.h"
#include "server/core/outbox.h"
#include "server/core/server_event.h"
#include "server/core/server_limits.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace keisan::server {

// What all loops of a server share. The server owns it and outlives them; nobody changes it.
struct LoopContext {
    ServerLimits limits; // at first
    Evaluator evaluator;
    EvaluationLanes& lanes;
    std::shared_ptr<eval::SharedMemory> memory;
    bool evaluationEvents = true;
    std::function<void(const ServerEvent&)> tell; // both are called in the threads of the loops
    std::function<void(const AnsweredRequest&)> tellAnswer;
};

// The connections of one network thread and what they share there. Owns them from the descriptor to the end,
// and gives them their turns. Lives in that thread; what others want of it they put(), and it is done there.
class ConnectionLoop : public QObject {
    Q_OBJECT

public:
    using Deed = std::function<void(ConnectionLoop&)>;

    explicit ConnectionLoop(const LoopContext& context);
    ~ConnectionLoop() override; // closes them

    // Any thread: done in that of the loop, one after another; at once if that is the caller's.
    void put(Deed deed) { m_deeds.put(std::move(deed)); }

    // Any thread: takes a client over, with its descriptor.
    void accept(int descriptor, const Connection::Peer& peer);

    // Any thread: clients that were given to it and have not gone.
    int clientCount() const { return m_clientCount; }

    void setLimits(const ServerLimits& limits);

    // On: only the client that came first is served; the others connect, send, and wait until those before
    // them have gone.
    void setOneAtATime(bool on);

    // Adds how every client stands now.
    void addStatuses(std::vector<ClientStatus>& statuses) const;

    // Nothing happens when the client is not there.
    void stopEvaluation(quint64 client);
    void sendAway(quint64 client, const QByteArray& reason);

    // The end of all connections: each answers what has come, then closes.
    void finish();
    void cancelEvaluations();
    void close();

Q_SIGNALS:
    void emptied();                    // the last client has gone
    void deedsWaiting(QPrivateSignal); // wakes the thread; carries nothing

private:
    void carryOutDeeds();
    void take(int descriptor, const Connection::Peer& peer);
    void endService(Connection* connection);
    void giveTurnLater(Connection* connection);
    void giveTurns();
    void forget(Connection* connection);
    std::vector<Connection*> connections() const;
    Connection* find(quint64 client) const; // nullptr: there is none

    ServerLimits m_limits;
    EvaluationPool m_pool;
    std::vector<char> m_readBuffer;
    Outbox m_outbox;
    ConnectionContext m_context;
    Mailbox<Deed> m_deeds;
    std::atomic<int> m_clientCount = 0;
    std::unordered_map<quint64, Connection*> m_connections; // children of this, by client number
    std::map<quint64, Connection*> m_served; // those of them that have not left, in the order of connecting
    std::vector<quint64> m_waitForTurn;
    QTimer m_turnTimer;
    bool m_oneAtATime = false;
    bool m_stopping = false;
};

} // namespace keisan::server
