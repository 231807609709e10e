// SPDX-License-Identifier: MIT
#include "server/window/server_control.h"

#include "server/window/limits_dialog.h"

namespace keisan::server {

using State = ServerThread::State;

namespace {

constexpr int kStopGraceMs = 3'000; // only the Stop button waits so long

// Goes over the wire, so it is in the language of the protocol.
const QString kSentAway = QStringLiteral("disconnected by the server's administrator");

} // namespace

ServerControl::ServerControl(ServerThread& server, QWidget& window)
    : QObject(&window)
    , m_server(server)
    , m_window(window) {
    connect(&server, &ServerThread::listenFailed, this, [this] { m_hasFailed = true; });
    connect(&server, &ServerThread::stateChanged, this,
            [this](State state) { m_hasFailed = m_hasFailed && state != State::Listening; });
}

void ServerControl::start(const ServerThread::Endpoint& endpoint) {
    if (m_server.state() != State::Stopped)
        return;
    m_tried = endpoint;
    m_server.start(endpoint);
}

void ServerControl::stop() {
    m_server.stop(kStopGraceMs);
}

void ServerControl::stopEvaluations(const std::vector<quint64>& clients) {
    for (const quint64 client : clients)
        m_server.stopEvaluation(client);
    m_server.askForClients();
}

void ServerControl::disconnectClients(const std::vector<quint64>& clients) {
    for (const quint64 client : clients)
        m_server.sendAway(client, kSentAway);
}

void ServerControl::openLimits() {
    auto* dialog = new LimitsDialog(m_server.limits(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LimitsDialog::applied, &m_server, &ServerThread::setLimits);
    dialog->open();
}

} // namespace keisan::server
