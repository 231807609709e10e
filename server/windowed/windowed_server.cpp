// SPDX-License-Identifier: MIT
#include "server/windowed/windowed_server.h"

#include "server/process.h"

#include <QApplication>

#include <cstdio>
#include <utility>

namespace keisan::server {
namespace {

// As in headless mode: replies that are owed and requests that wait for the log get this long, and the
// process ends in any case after that long.
constexpr int kGraceMs = 1000;
constexpr int kEndMs = 1900;

// The window shows what the server is set to.
ServerThread& configured(ServerThread& server, const ServerOptions& options) {
    configure(server, options);
    return server;
}

} // namespace

WindowedServer::WindowedServer(const ServerOptions& options, std::optional<ServerThread::Endpoint> endpoint)
    : m_options(options)
    , m_window(configured(m_server, options), {std::move(endpoint), {}}) {
    ignoreFailedWrites();
    m_signals.watchHangUps();
    connect(&m_server, &ServerThread::eventsTaken, &m_log, &EventLog::append);
    connect(&m_server, &ServerThread::stateChanged, this, &WindowedServer::leaveIfStopped);
    connect(&m_window, &ServerWindow::closed, this, &WindowedServer::end);
    connect(&m_signals, &program::SignalWatcher::endRequested, this, &WindowedServer::end);
    connect(&m_signals, &program::SignalWatcher::hungUp, &m_log, &EventLog::reopenFile);
}

int WindowedServer::run() {
    if (const auto problem = m_log.writeToFile(m_options)) {
        std::fprintf(stderr, "keisan-server: %s\n", problem->toLocal8Bit().constData());
        return 1;
    }
    QApplication::setQuitOnLastWindowClosed(false); // the answers owed are sent first
    m_window.show();
    const int exitCode = QApplication::exec();
    while (!m_server.takeEvents().empty()) {
    }
    return exitCode;
}

void WindowedServer::end() {
    m_ends = true;
    endProcessWithin(kEndMs);
    m_log.countRequestsAfter(kGraceMs);
    m_window.leave();
    m_server.cancelAndStop(kGraceMs);
    leaveIfStopped(m_server.state());
}

void WindowedServer::leaveIfStopped(ServerThread::State state) {
    if (m_ends && state == ServerThread::State::Stopped)
        QApplication::quit();
}

} // namespace keisan::server
