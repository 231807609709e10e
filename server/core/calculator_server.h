// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/connection_loop.h"
#include "server/core/evaluation_lanes.h"
#include "server/core/loop_thread.h"
#include "server/core/refusals.h"
#include "server/core/server_event.h"
#include "server/core/server_limits.h"

#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace keisan::server {

// Listens and accepts: numbers the clients, knows how many there may be, and gives each to the loop that has
// the fewest. The first loop lives in the same thread, each other one in a thread of its own; the lanes they
// evaluate in are theirs together. Lives in the (first) network thread.
class CalculatorServer : public QTcpServer {
    Q_OBJECT

public:
    explicit CalculatorServer(const ServerLimits& limits, bool evaluationEvents = true,
                              Evaluator evaluator = eval::evaluate, int threads = 1);
    ~CalculatorServer() override;

    // False when it cannot; errorString() says why.
    bool listenOn(const QHostAddress& address, quint16 port);

    // The same on a socket that listens already, which it takes over.
    bool listenOn(int listeningSocket);

    // Take effect at once, also for the clients that are there. Nobody is dropped: with more clients than are
    // allowed now, nobody new is let in.
    void setLimits(const ServerLimits& limits);

    // As ConnectionLoop has it. Not with several threads, which have no order among their clients.
    void setOneAtATime(bool on);

    // Tells how every client stands, in one of the network threads; with one thread at once.
    using Statuses = std::vector<ClientStatus>;
    void askForStatuses(const std::function<void(Statuses&&)>& told) const { collectStatuses(0, {}, told); }

    // Nothing happens when the client is there no longer.
    void stopEvaluation(quint64 client);
    void sendAway(quint64 client, const QByteArray& reason);

    // What happens to the evaluations that run when it stops.
    enum class Evaluations { Finish, Cancel };

    // Accepts nobody any more, answers what has come for at most graceMs, closes everything, then `finished`.
    // Called again: closes at once.
    void stop(int graceMs, Evaluations evaluations = Evaluations::Finish);

    int connectionCount() const;

Q_SIGNALS:
    // Both come in the network thread in which it happens: connect to them directly, and call nothing of the
    // server from there. What happens to one client comes in order.
    void happened(const keisan::server::ServerEvent& event); // but for requests
    void answered(const keisan::server::AnsweredRequest& request);
    void finished();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void add(ConnectionLoop* loop);
    bool isFull() const;
    void letWaitAtTheDoor(int descriptor);
    void lookAtTheDoor();
    void welcome(int descriptor);
    bool isNearDescriptorLimit(int descriptor) const;
    void refuse(int descriptor, const QByteArray& reason);
    void pauseAcceptingShortly();
    void resumeAcceptingNow();
    void tellThatItListens();
    void tellCapacity();
    void collectStatuses(std::size_t loop, Statuses soFar, const std::function<void(Statuses&&)>& told) const;
    void tellAll(const ConnectionLoop::Deed& deed);
    void finishConnections(Evaluations evaluations);
    void cancelEvaluations();
    void closeConnections();
    void finishIfEmpty();
    ServerEvent eventOf(ServerEvent::Kind kind) const;

    ServerLimits m_limits;
    EvaluationLanes m_lanes;
    const std::shared_ptr<eval::SharedMemory> m_memory;
    const LoopContext m_context;
    std::unique_ptr<ConnectionLoop> m_firstLoop;
    std::vector<std::unique_ptr<LoopThread>> m_otherThreads;
    std::vector<ConnectionLoop*> m_loops; // all of them
    Refusals m_refusals;
    QTimer m_pause;               // in accepting
    std::vector<int> m_atTheDoor; // descriptors of those who came when it was full
    QTimer m_secondLook;          // at them
    int m_descriptorLimit = 0;
    quint64 m_lastClient = 0;
    bool m_stopping = false;
    bool m_finished = false;
};

} // namespace keisan::server
