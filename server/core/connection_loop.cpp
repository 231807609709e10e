// SPDX-License-Identifier: MIT
#include "server/core/connection_loop.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <utility>

namespace keisan::server {

ConnectionLoop::ConnectionLoop(const LoopContext& context)
    : m_limits(context.limits)
    , m_pool(context.lanes)
    , m_readBuffer(static_cast<std::size_t>(context.limits.readBytes))
    , m_outbox(*thread()->eventDispatcher())
    , m_context{m_limits,     context.evaluator, m_pool,       *thread()->eventDispatcher(),
                m_outbox,     context.memory,    m_readBuffer, context.evaluationEvents,
                context.tell, context.tellAnswer}
    , m_deeds([this] { Q_EMIT deedsWaiting(QPrivateSignal{}); }) {
    m_turnTimer.setSingleShot(true);
    connect(&m_turnTimer, &QTimer::timeout, this, &ConnectionLoop::giveTurns);
    connect(this, &ConnectionLoop::deedsWaiting, this, &ConnectionLoop::carryOutDeeds);
}

ConnectionLoop::~ConnectionLoop() {
    carryOutDeeds(); // a client on its way here has nobody else to close it
    m_oneAtATime = false;
    close();
    for (QObject* child : QObjectList(children())) // Before the pool goes, which their destructors use.
        delete qobject_cast<Connection*>(child);
}

void ConnectionLoop::carryOutDeeds() {
    for (const Deed& deed : m_deeds.takeAll())
        deed(*this);
}

void ConnectionLoop::accept(int descriptor, const Connection::Peer& peer) {
    ++m_clientCount;
    put([=](ConnectionLoop& loop) { loop.take(descriptor, peer); });
}

void ConnectionLoop::take(int descriptor, const Connection::Peer& peer) {
    auto* connection = new Connection(descriptor, peer, m_context);
    connection->setParent(this);
    m_connections.emplace(peer.client, connection);
    m_served.emplace(peer.client, connection);
    connect(connection, &Connection::wantsTurn, this, [this, connection] { giveTurnLater(connection); });
    connect(connection, &Connection::left, this, [this, connection] { endService(connection); });
    connect(connection, &Connection::closed, this, [this, connection] { forget(connection); });
    if (m_oneAtATime && m_served.size() > 1)
        connection->hold(static_cast<int>(m_served.size()) - 1);
}

void ConnectionLoop::setLimits(const ServerLimits& limits) {
    m_limits = limits;
    for (Connection* connection : connections())
        connection->limitsChanged();
}

void ConnectionLoop::setOneAtATime(bool on) {
    if (std::exchange(m_oneAtATime, on) == on)
        return;
    int before = 0;
    for (const auto& [client, connection] : std::map(m_served)) // a copy: what is done to them may change it
        if (!on)
            connection->release();
        else if (before++ > 0)
            connection->hold(before - 1);
}

void ConnectionLoop::addStatuses(std::vector<ClientStatus>& statuses) const {
    for (const auto& [client, connection] : m_connections)
        statuses.push_back(connection->status());
}

void ConnectionLoop::stopEvaluation(quint64 client) {
    if (Connection* connection = find(client))
        connection->stopEvaluation();
}

void ConnectionLoop::sendAway(quint64 client, const QByteArray& reason) {
    if (Connection* connection = find(client))
        connection->sendAway(reason);
}

Connection* ConnectionLoop::find(quint64 client) const {
    const auto found = m_connections.find(client);
    return found == m_connections.end() ? nullptr : found->second;
}

void ConnectionLoop::endService(Connection* connection) {
    m_served.erase(connection->client());
    if (m_oneAtATime && !m_stopping && !m_served.empty())
        m_served.begin()->second->release();
}

// Those who have not finished in their turn get the next one after everybody else has been looked at.
void ConnectionLoop::giveTurnLater(Connection* connection) {
    m_waitForTurn.push_back(connection->client());
    if (!m_turnTimer.isActive())
        m_turnTimer.start(0);
}

void ConnectionLoop::giveTurns() {
    for (const quint64 client : std::exchange(m_waitForTurn, {}))
        if (Connection* connection = find(client))
            connection->serve();
}

void ConnectionLoop::forget(Connection* connection) {
    m_connections.erase(connection->client());
    connection->deleteLater();
    --m_clientCount;
    if (m_connections.empty())
        Q_EMIT emptied();
}

void ConnectionLoop::finish() {
    m_stopping = true;
    for (Connection* connection : connections())
        connection->finish();
}

void ConnectionLoop::cancelEvaluations() {
    for (Connection* connection : connections())
        connection->cancelEvaluations();
}

void ConnectionLoop::close() {
    for (Connection* connection : connections())
        connection->close(ServerEvent::Kind::Disconnected, "the server is shutting down");
}

// A copy: what is done to them may change the map.
std::vector<Connection*> ConnectionLoop::connections() const {
    std::vector<Connection*> all;
    all.reserve(m_connections.size());
    for (const auto& [client, connection] : m_connections)
        all.push_back(connection);
    return all;
}

} // namespace keisan::server
