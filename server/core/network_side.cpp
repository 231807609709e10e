// SPDX-License-Identifier: MIT
#include "server/core/network_side.h"

#include "server/core/calculator_server.h"

#include <QThread>

namespace keisan::server {
namespace {

// In the words of the system and of Python, whatever the language of the desktop: it goes into the log.
QByteArray whyItDoesNotListen(const QTcpServer& server) {
    switch (server.serverError()) {
    case QAbstractSocket::AddressInUseError: return "Address already in use";
    case QAbstractSocket::SocketAccessError: return "Permission denied";
    case QAbstractSocket::SocketAddressNotAvailableError: return "Cannot assign requested address";
    default: return server.errorString().toUtf8();
    }
}

} // namespace

NetworkSide::NetworkSide(std::function<void()> wakeMainThread)
    : m_commands([this] { Q_EMIT commandsWaiting(QPrivateSignal{}); })
    , m_reports(wakeMainThread)
    , m_events(wakeMainThread)
    , m_statuses(std::move(wakeMainThread)) {
    connect(this, &NetworkSide::commandsWaiting, this, &NetworkSide::carryOutCommands, Qt::QueuedConnection);
}

NetworkSide::~NetworkSide() = default;

void NetworkSide::carryOutCommands() {
    for (const NetworkCommand& command : m_commands.takeAll())
        std::visit([this](const auto& it) { carryOut(it); }, command);
}

void NetworkSide::carryOut(const ListenCommand& command) {
    m_stopping = false;
    m_server = std::make_unique<CalculatorServer>(command.limits, command.evaluationEvents, eval::evaluate,
                                                  command.threads);
    m_server->setOneAtATime(command.oneAtATime);
    connect(m_server.get(), &CalculatorServer::happened, this, &NetworkSide::report, Qt::DirectConnection);
    connect(m_server.get(), &CalculatorServer::answered, this, &NetworkSide::reportRequest,
            Qt::DirectConnection);
    // Queued: the server must not be destroyed inside its own signal.
    connect(m_server.get(), &CalculatorServer::finished, this, &NetworkSide::forgetServer,
            Qt::QueuedConnection);
    const bool listens = command.listeningSocket >= 0 ? m_server->listenOn(command.listeningSocket)
                                                      : m_server->listenOn(command.address, command.port);
    if (listens)
        return;
    ServerEvent event = eventNow(ServerEvent::Kind::CannotListen, command.address, command.port);
    event.answer = whyItDoesNotListen(*m_server);
    reportFailure(event, m_server->serverError());
    m_server.reset();
}

void NetworkSide::carryOut(const LimitsCommand& command) {
    if (m_server)
        m_server->setLimits(command.limits);
}

void NetworkSide::carryOut(const OneAtATimeCommand& command) {
    if (m_server)
        m_server->setOneAtATime(command.on);
}

void NetworkSide::carryOut(const StatusCommand&) {
    if (m_server)
        m_server->askForStatuses(
            [this](CalculatorServer::Statuses&& statuses) { m_statuses.put(std::move(statuses)); });
}

void NetworkSide::carryOut(const StopEvaluationCommand& command) {
    if (m_server)
        m_server->stopEvaluation(command.client);
}

void NetworkSide::carryOut(const SendAwayCommand& command) {
    if (m_server)
        m_server->sendAway(command.client, command.reason);
}

void NetworkSide::carryOut(const StopCommand& command) {
    if (m_server)
        m_server->stop(m_stopping ? 0 : command.graceMs, command.cancelsEvaluations
                                                             ? CalculatorServer::Evaluations::Cancel
                                                             : CalculatorServer::Evaluations::Finish);
    m_stopping = true;
}

void NetworkSide::carryOut(const QuitCommand&) {
    m_server.reset();
    QThread::currentThread()->quit();
    m_lastDeed.count_down();
}

// That it listens is known before anybody can read it in the log and ask it to stop, and that it has stopped
// when the last of its events is there.
void NetworkSide::report(const ServerEvent& event) {
    if (event.kind == ServerEvent::Kind::Listening)
        m_reports.put({event});
    m_events.put(event);
    if (event.kind == ServerEvent::Kind::Stopped)
        m_reports.put({event});
}

void NetworkSide::reportFailure(const ServerEvent& event, QAbstractSocket::SocketError error) {
    m_events.put(event);
    m_reports.put({event, error});
}

void NetworkSide::forgetServer() {
    if (!m_server)
        return;
    m_server.reset();
    report(eventNow(ServerEvent::Kind::Stopped));
}

} // namespace keisan::server
