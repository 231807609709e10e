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
#include <numeric>

namespace keisan::server {
namespace {

// The kernel cuts it to net.core.somaxconn. With Qt's own 50, a thousand connects at once take seconds.
constexpr int kListenBacklog = 4096;

// How long a stopping server still waits for evaluations to notice that they are cancelled.
constexpr int kCancelMs = 400;

// With no descriptors left nobody is accepted for so long.
constexpr int kPauseMs = 100;

// Where the server is full a client that comes is looked at again so much later, because others may have left
// before it came, which is noticed only after that. More than so many do not wait for it.
constexpr int kSecondLookMs = 10;
constexpr std::size_t kMaxAtTheDoor = 100;

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
    const QHostAddress peer(address);
    bool isV4 = false; // a client of a socket for both families is "::ffff:" and an IPv4 address
    const quint32 v4 = peer.toIPv4Address(&isV4);
    return {client, isV4 ? QHostAddress(v4) : peer, port};
}

} // namespace

CalculatorServer::CalculatorServer(const ServerLimits& limits, bool evaluationEvents, Evaluator evaluator,
                                   int threads)
    : m_limits(limits)
    , m_memory(std::make_shared<eval::SharedMemory>(limits.serverBytes))
    , m_context{limits,
                std::move(evaluator),
                m_lanes,
                m_memory,
                evaluationEvents,
                [this](const ServerEvent& event) { Q_EMIT happened(event); },
                [this](const AnsweredRequest& request) { Q_EMIT answered(request); }}
    , m_firstLoop(std::make_unique<ConnectionLoop>(m_context)) {
    setListenBacklogSize(kListenBacklog);
    connect(this, &QTcpServer::acceptError, this, [this] {
        m_refusals.add(kTooManyFiles);
        pauseAcceptingShortly();
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &CalculatorServer::resumeAcceptingNow);
    m_secondLook.setSingleShot(true);
    m_secondLook.setInterval(kSecondLookMs);
    connect(&m_secondLook, &QTimer::timeout, this, &CalculatorServer::lookAtTheDoor);
    connect(&m_refusals, &Refusals::happened, this, &CalculatorServer::happened);
    add(m_firstLoop.get());
    while (static_cast<int>(m_otherThreads.size()) < threads - 1)
        add(m_otherThreads.emplace_back(std::make_unique<LoopThread>(m_context))->loop());
}

// While there is somebody still who tells of the end of the connections. Each may yet pass statuses to the
// next.
CalculatorServer::~CalculatorServer() {
    for (const int descriptor : m_atTheDoor)
        ::close(descriptor);
    for (std::unique_ptr<LoopThread>& thread : m_otherThreads)
        thread.reset();
    m_loops.resize(1);
    m_firstLoop.reset();
}

// A loop whose thread the system refuses is not there; Qt says so on standard error.
void CalculatorServer::add(ConnectionLoop* loop) {
    if (!loop)
        return;
    m_loops.push_back(loop);
    connect(loop, &ConnectionLoop::emptied, this, &CalculatorServer::finishIfEmpty);
}

bool CalculatorServer::listenOn(const QHostAddress& address, quint16 port) {
    const bool isEveryNetwork = address == QHostAddress::AnyIPv6; // that of IPv4 too
    if (!listen(isEveryNetwork ? QHostAddress::Any : address, port))
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
    } else if (isFull()) {
        letWaitAtTheDoor(descriptor);
    } else {
        welcome(descriptor);
    }
}

bool CalculatorServer::isFull() const {
    return connectionCount() >= m_limits.clients;
}

void CalculatorServer::letWaitAtTheDoor(int descriptor) {
    if (m_atTheDoor.size() >= kMaxAtTheDoor)
        return refuse(descriptor, kTooManyClients);
    m_atTheDoor.push_back(descriptor);
    if (!m_secondLook.isActive())
        m_secondLook.start();
}

void CalculatorServer::lookAtTheDoor() {
    for (const int descriptor : std::exchange(m_atTheDoor, {}))
        m_stopping || isFull() ? refuse(descriptor, kTooManyClients) : welcome(descriptor);
}

// A descriptor is the lowest number that is free: this one tells how many are in use.
bool CalculatorServer::isNearDescriptorLimit(int descriptor) const {
    return descriptor >= m_descriptorLimit - kReservedDescriptors;
}

// QTcpServer looks at the number of pending connections before each accept(), and at nothing else.
void CalculatorServer::pauseAcceptingShortly() {
    setMaxPendingConnections(0);
    pauseAccepting();
    m_pause.start();
}

void CalculatorServer::resumeAcceptingNow() {
    setMaxPendingConnections(kListenBacklog);
    resumeAccepting();
}

// Connected is told before the loop can tell anything of the client, and in the order of the numbers.
void CalculatorServer::welcome(int descriptor) {
    const Connection::Peer peer = peerOf(descriptor, ++m_lastClient);
    Q_EMIT happened(eventNow(ServerEvent::Kind::Connected, peer.address, peer.port, peer.client));
    const auto hasFewer = [](const ConnectionLoop* a, const ConnectionLoop* b) {
        return a->clientCount() < b->clientCount();
    };
    (*std::min_element(m_loops.begin(), m_loops.end(), hasFewer))->accept(descriptor, peer);
}

void CalculatorServer::refuse(int descriptor, const QByteArray& reason) {
    Transport transport(descriptor, *thread()->eventDispatcher());
    transport.write(protocol::encodeReply({kTooManyClients, true}));
    transport.flush();
    transport.close();
    m_refusals.add(reason);
}

int CalculatorServer::connectionCount() const {
    const auto add = [](int sum, const ConnectionLoop* loop) { return sum + loop->clientCount(); };
    return std::accumulate(m_loops.begin(), m_loops.end(), 0, add);
}

void CalculatorServer::tellAll(const ConnectionLoop::Deed& deed) {
    for (ConnectionLoop* loop : m_loops)
        loop->put(deed);
}

void CalculatorServer::setLimits(const ServerLimits& limits) {
    const bool changesCapacity = limits.clients != m_limits.clients;
    m_limits = limits;
    m_memory->setLimit(limits.serverBytes);
    tellAll([limits](ConnectionLoop& loop) { loop.setLimits(limits); });
    if (changesCapacity && isListening())
        tellCapacity();
}

void CalculatorServer::setOneAtATime(bool on) {
    Q_ASSERT(!on || m_loops.size() == 1);
    m_firstLoop->setOneAtATime(on);
}

// From loop to loop: each adds its own, and after the last they are told.
void CalculatorServer::collectStatuses(std::size_t loop, Statuses soFar,
                                       const std::function<void(Statuses&&)>& told) const {
    if (loop == m_loops.size())
        return told(std::move(soFar));
    m_loops[loop]->put([=, this, soFar = std::move(soFar)](const ConnectionLoop& it) mutable {
        it.addStatuses(soFar);
        collectStatuses(loop + 1, std::move(soFar), told);
    });
}

void CalculatorServer::stopEvaluation(quint64 client) {
    tellAll([client](ConnectionLoop& loop) { loop.stopEvaluation(client); });
}

void CalculatorServer::sendAway(quint64 client, const QByteArray& reason) {
    tellAll([client, reason](ConnectionLoop& loop) { loop.sendAway(client, reason); });
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
    lookAtTheDoor();
    m_refusals.tell();
    Q_EMIT happened(eventOf(ServerEvent::Kind::ShuttingDown));
    m_pause.stop(); // QTcpServer may not resume what it has closed
    close();
    if (evaluations == Evaluations::Cancel)
        cancelEvaluations();
    tellAll([](ConnectionLoop& loop) { loop.finish(); });
}

void CalculatorServer::cancelEvaluations() {
    tellAll([](ConnectionLoop& loop) { loop.cancelEvaluations(); });
}

void CalculatorServer::closeConnections() {
    tellAll([](ConnectionLoop& loop) { loop.close(); });
}

void CalculatorServer::finishIfEmpty() {
    if (m_stopping && connectionCount() == 0 && !std::exchange(m_finished, true))
        Q_EMIT finished();
}

ServerEvent CalculatorServer::eventOf(ServerEvent::Kind kind) const {
    const bool isEveryNetwork = serverAddress() == QHostAddress::Any; // which Qt writes as 0.0.0.0
    return eventNow(kind, isEveryNetwork ? QHostAddress::AnyIPv6 : serverAddress(), serverPort());
}

} // namespace keisan::server
