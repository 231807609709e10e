// SPDX-License-Identifier: MIT
#include "server/core/server_thread.h"

#include "server/core/network_side.h"
#include "server/core/server_options.h"

namespace keisan::server {
namespace {

// Reads the same in every language, and of 1 as of many.
void hide(QByteArray& text) {
    text = '(' + QByteArray::number(text.size()) + " B)";
}

} // namespace

void configure(ServerThread& server, const ServerOptions& options) {
    server.setLimits(options.limits);
    server.setThreads(options.threads);
    server.setOneAtATime(options.oneAtATime);
    server.setEventTexts(options.logsExpressions);
}

ServerThread::ServerThread(QObject* parent)
    : QObject(parent)
    , m_network(std::make_unique<NetworkSide>([this] { Q_EMIT reportsWaiting(QPrivateSignal{}); })) {
    connect(this, &ServerThread::reportsWaiting, this, &ServerThread::receiveReports, Qt::QueuedConnection);
    m_nextSlice.setSingleShot(true);
    connect(&m_nextSlice, &QTimer::timeout, this, &ServerThread::announceEvents);
    m_network->moveToThread(&m_thread);
    m_thread.start();
}

ServerThread::~ServerThread() {
    m_network->put(QuitCommand{});
    m_network->awaitLastDeed();
    m_thread.wait();
}

void ServerThread::setLimits(const ServerLimits& limits) {
    m_limits = limits;
    m_network->put(LimitsCommand{limits});
}

void ServerThread::setOneAtATime(bool on) {
    Q_ASSERT(!on || m_threads == 1);
    m_oneAtATime = on;
    m_network->put(OneAtATimeCommand{on});
}

void ServerThread::askForClients() {
    m_network->put(StatusCommand{});
}

void ServerThread::stopEvaluation(quint64 client) {
    m_network->put(StopEvaluationCommand{client});
}

void ServerThread::sendAway(quint64 client, const QString& reason) {
    m_network->put(SendAwayCommand{client, reason.toUtf8()});
}

void ServerThread::start(const Endpoint& endpoint) {
    if (m_state != State::Stopped)
        return;
    m_endpoint = endpoint;
    listen(-1);
}

void ServerThread::startOn(int listeningSocket) {
    if (m_state == State::Stopped)
        listen(listeningSocket);
}

void ServerThread::listen(int listeningSocket) {
    setState(State::Starting);
    m_network->put(ListenCommand{m_endpoint.address, m_endpoint.port, listeningSocket, m_evaluationEvents,
                                 m_oneAtATime, m_threads, m_limits});
}

void ServerThread::stop(int graceMs) {
    stop(graceMs, false);
}

void ServerThread::cancelAndStop(int graceMs) {
    stop(graceMs, true);
}

void ServerThread::stop(int graceMs, bool cancelsEvaluations) {
    if (m_state == State::Stopped)
        return;
    setState(State::Stopping);
    m_network->put(StopCommand{graceMs, cancelsEvaluations});
}

std::vector<ServerEvent> ServerThread::takeEvents() {
    m_eventsAnnounced = false;
    if (m_batch.empty())
        m_batch = m_network->takeEvents(std::move(m_batch));
    std::vector<ServerEvent> events = m_batch.takeSlice();
    if (m_batch.empty())
        m_batch.clear();
    for (ServerEvent& event : events)
        follow(event);
    if (hasEvents())
        m_nextSlice.start(0);
    Q_EMIT eventsTaken(events);
    return events;
}

void ServerThread::follow(ServerEvent& event) {
    if (event.kind == ServerEvent::Kind::Connected)
        m_clients.insert_or_assign(event.client, Endpoint{event.address, event.port});
    else if (event.endsConnection())
        m_clients.erase(event.client);
    else if (event.isRequest() || event.kind == ServerEvent::Kind::Overflowed)
        complete(event);
}

// Requests come without what their client's Connected told.
void ServerThread::complete(ServerEvent& event) const {
    if (const auto client = m_clients.find(event.client); client != m_clients.end()) {
        event.address = client->second.address;
        event.port = client->second.port;
    }
    if (!m_eventTexts && event.isRequest())
        for (QByteArray* text : {&event.expression, &event.answer})
            hide(*text);
}

void ServerThread::receiveReports() {
    for (const NetworkReport& report : m_network->takeReports())
        receive(report);
    announceEvents();
    receiveStatuses();
}

bool ServerThread::hasEvents() {
    return isWithinBatch() || m_network->hasEvents();
}

// One slice a turn: whatever else wakes this thread leaves it to the timer.
void ServerThread::announceEvents() {
    if (!m_nextSlice.isActive() && hasEvents() && !std::exchange(m_eventsAnnounced, true))
        Q_EMIT eventsAvailable();
}

void ServerThread::receiveStatuses() {
    auto all = m_network->takeStatuses();
    if (all.empty())
        return;
    for (ClientStatus& client : all.back()) // the newest says all
        if (!m_eventTexts && !client.running.isEmpty())
            hide(client.running);
    Q_EMIT clientsReported(all.back());
}

void ServerThread::receive(const NetworkReport& report) {
    const ServerEvent& event = report.event;
    if (event.kind == ServerEvent::Kind::Listening) {
        m_endpoint = {event.address, event.port};
        if (m_state == State::Starting)
            setState(State::Listening);
    } else if (event.kind == ServerEvent::Kind::CannotListen) {
        setState(State::Stopped);
        Q_EMIT listenFailed(report.error, QString::fromUtf8(event.answer));
    } else if (event.kind == ServerEvent::Kind::Stopped) {
        setState(State::Stopped);
    }
}

void ServerThread::setState(State state) {
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace keisan::server
