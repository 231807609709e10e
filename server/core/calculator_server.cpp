// SPDX-License-Identifier: MIT
#include "server/core/calculator_server.h"

#include "common/protocol/codec.h"

#include "server/core/descriptors.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace keisan::server {
namespace {

// The kernel cuts it to net.core.somaxconn. With Qt's own 50, a thousand connects at once take seconds.
constexpr int kListenBacklog = 4096;

// How long a stopping server still waits for evaluations to notice that they are cancelled.
constexpr int kCancelMs = 400;

// With no descriptors left nobody is accepted for so long.
constexpr int kPauseMs = 100;

constexpr const char* kTooManyClients = "too many clients";
constexpr const char* kTooManyFiles = "too many open files";

Connection::Peer peerOf(int descriptor, quint64 client) {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto* address = reinterpret_cast<sockaddr*>(&storage);
    if (getpeername(descriptor, address, &size) != 0)
        return {client, {}, 0};
    quint16 port = 0;
    if (storage.ss_family == AF_INET)
        port = ntohs(reinterpret_cast<sockaddr_in*>(&storage)->sin_port);
    else if (storage.ss_family == AF_INET6)
        port = ntohs(reinterpret_cast<sockaddr_in6*>(&storage)->sin6_port);
    return {client, QHostAddress(address), port};
}

} // namespace

CalculatorServer::CalculatorServer(const ServerLimits& limits, bool evaluationEvents, Evaluator evaluator,
                                   QObject* parent)
    : QTcpServer(parent)
    , m_limits(limits)
    , m_evaluator(std::move(evaluator))
    , m_pool(m_evaluator)
    , m_readBuffer(static_cast<std::size_t>(limits.readBytes))
    , m_memory(std::make_shared<eval::SharedMemory>(limits.serverBytes))
    , m_outbox(*thread()->eventDispatcher())
    , m_context{m_limits,
                m_evaluator,
                m_pool,
                *thread()->eventDispatcher(),
                m_outbox,
                m_memory,
                m_readBuffer,
                evaluationEvents,
                [this](const ServerEvent& event) { Q_EMIT happened(event); },
                [this](const AnsweredRequest& request) { Q_EMIT answered(request); }} {
    setListenBacklogSize(kListenBacklog);
    m_turnTimer.setSingleShot(true);
    connect(&m_turnTimer, &QTimer::timeout, this, &CalculatorServer::giveTurns);
    connect(this, &QTcpServer::acceptError, this, [this] {
        m_refusals.add(kTooManyFiles);
        pauseAcceptingShortly();
    });
    connect(&m_refusals, &Refusals::happened, this, &CalculatorServer::happened);
}

CalculatorServer::~CalculatorServer() {
    m_oneAtATime = false;
    closeConnections();
    for (QObject* child : QObjectList(children())) // Before the pool goes, which their destructors use.
        delete qobject_cast<Connection*>(child);
}

bool CalculatorServer::listenOn(const QHostAddress& address, quint16 port) {
    if (!listen(address, port))
        return false;
    tellThatItListens();
    return true;
}

bool CalculatorServer::listenOn(int listeningSocket) {
    if (!setSocketDescriptor(listeningSocket))
        return false;
    tellThatItListens();
    return true;
}

void CalculatorServer::tellThatItListens() {
    m_descriptorLimit = raisedDescriptorLimit();
    Q_EMIT happened(eventOf(ServerEvent::Kind::Listening));
    tellCapacity();
}

void CalculatorServer::tellCapacity() {
    const int room = std::max(m_descriptorLimit - kReservedDescriptors - firstFreeDescriptor(), 0);
    ServerEvent capacity = eventNow(ServerEvent::Kind::Capacity);
    capacity.count = static_cast<quint64>(std::min(room, m_limits.clients));
    if (room < m_limits.clients)
        capacity.answer = QByteArray::number(m_descriptorLimit) + " open files are allowed";
    Q_EMIT happened(capacity);
}

void CalculatorServer::incomingConnection(qintptr socket) {
    const int descriptor = static_cast<int>(socket);
    if (isNearDescriptorLimit(descriptor)) {
        refuse(descriptor, kTooManyFiles);
        pauseAcceptingShortly();
    } else if (connectionCount() >= m_limits.clients) {
        refuse(descriptor, kTooManyClients);
    } else {
        take(descriptor);
    }
}

// A descriptor is the lowest number that is free: this one tells how many are in use.
bool CalculatorServer::isNearDescriptorLimit(int descriptor) const {
    return descriptor >= m_descriptorLimit - kReservedDescriptors;
}

// QTcpServer looks at the number of pending connections before each accept(), and at nothing else.
void CalculatorServer::pauseAcceptingShortly() {
    setMaxPendingConnections(0);
    pauseAccepting();
    QTimer::singleShot(kPauseMs, this, &CalculatorServer::resumeAcceptingNow);
}

void CalculatorServer::resumeAcceptingNow() {
    setMaxPendingConnections(kListenBacklog);
    resumeAccepting();
}

void CalculatorServer::take(int descriptor) {
    const Connection::Peer peer = peerOf(descriptor, ++m_lastClient);
    auto* connection = new Connection(descriptor, peer, m_context);
    connection->setParent(this);
    m_connections.emplace(peer.client, connection);
    m_served.emplace(peer.client, connection);
    connect(connection, &Connection::wantsTurn, this, [this, connection] { giveTurnLater(connection); });
    connect(connection, &Connection::left, this, [this, connection] { endService(connection); });
    connect(connection, &Connection::closed, this, [this, connection] { forget(connection); });
    connection->announce();
    if (m_oneAtATime && m_served.size() > 1)
        connection->hold(static_cast<int>(m_served.size()) - 1);
}

void CalculatorServer::refuse(int descriptor, const QByteArray& reason) {
    Transport transport(descriptor, m_context.dispatcher);
    transport.write(protocol::encodeReply({kTooManyClients, true}));
    transport.flush();
    transport.close();
    m_refusals.add(reason);
}

void CalculatorServer::setLimits(const ServerLimits& limits) {
    const bool changesCapacity = limits.clients != m_limits.clients;
    m_limits = limits;
    m_memory->setLimit(limits.serverBytes);
    for (Connection* connection : connections())
        connection->limitsChanged();
    if (changesCapacity && isListening())
        tellCapacity();
}

void CalculatorServer::setOneAtATime(bool on) {
    if (std::exchange(m_oneAtATime, on) == on)
        return;
    int before = 0;
    for (const auto& [client, connection] : std::map(m_served)) // a copy: what is done to them may change it
        if (!on)
            connection->release();
        else if (before++ > 0)
            connection->hold(before - 1);
}

std::vector<ClientStatus> CalculatorServer::statuses() const {
    std::vector<ClientStatus> statuses;
    statuses.reserve(m_connections.size());
    for (const auto& [client, connection] : m_connections)
        statuses.push_back(connection->status());
    return statuses;
}

void CalculatorServer::stopEvaluation(quint64 client) {
    if (Connection* connection = find(client))
        connection->stopEvaluation();
}

void CalculatorServer::sendAway(quint64 client, const QByteArray& reason) {
    if (Connection* connection = find(client))
        connection->sendAway(reason);
}

Connection* CalculatorServer::find(quint64 client) const {
    const auto found = m_connections.find(client);
    return found == m_connections.end() ? nullptr : found->second;
}

void CalculatorServer::endService(Connection* connection) {
    m_served.erase(connection->client());
    if (m_oneAtATime && !m_stopping && !m_served.empty())
        m_served.begin()->second->release();
}

// Those who have not finished in their turn get the next one after everybody else has been looked at.
void CalculatorServer::giveTurnLater(Connection* connection) {
    m_waitForTurn.push_back(connection->client());
    if (!m_turnTimer.isActive())
        m_turnTimer.start(0);
}

void CalculatorServer::giveTurns() {
    for (const quint64 client : std::exchange(m_waitForTurn, {}))
        if (Connection* connection = find(client))
            connection->serve();
}

void CalculatorServer::forget(Connection* connection) {
    m_connections.erase(connection->client());
    connection->deleteLater();
    finishIfEmpty();
}

void CalculatorServer::stop(int graceMs, Evaluations evaluations) {
    if (std::exchange(m_stopping, true))
        graceMs = 0;
    else
        finishConnections(evaluations);
    if (graceMs <= 0)
        closeConnections();
    else if (evaluations == Evaluations::Cancel)
        QTimer::singleShot(graceMs, this, &CalculatorServer::closeConnections);
    else {
        QTimer::singleShot(graceMs, this, &CalculatorServer::cancelEvaluations);
        QTimer::singleShot(graceMs + kCancelMs, this, &CalculatorServer::closeConnections);
    }
    finishIfEmpty();
}

void CalculatorServer::finishConnections(Evaluations evaluations) {
    m_refusals.tell();
    Q_EMIT happened(eventOf(ServerEvent::Kind::ShuttingDown));
    close();
    if (evaluations == Evaluations::Cancel)
        cancelEvaluations();
    for (Connection* connection : connections())
        connection->finish();
}

void CalculatorServer::cancelEvaluations() {
    for (Connection* connection : connections())
        connection->cancelEvaluations();
}

void CalculatorServer::closeConnections() {
    for (Connection* connection : connections())
        connection->close(ServerEvent::Kind::Disconnected, "the server is shutting down");
}

void CalculatorServer::finishIfEmpty() {
    if (m_stopping && m_connections.empty() && !std::exchange(m_finished, true))
        Q_EMIT finished();
}

// A copy: what is done to them may change the map.
std::vector<Connection*> CalculatorServer::connections() const {
    std::vector<Connection*> all;
    all.reserve(m_connections.size());
    for (const auto& [client, connection] : m_connections)
        all.push_back(connection);
    return all;
}

ServerEvent CalculatorServer::eventOf(ServerEvent::Kind kind) const {
    return eventNow(kind, serverAddress(), serverPort());
}

} // namespace keisan::server
