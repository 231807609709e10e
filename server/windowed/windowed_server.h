// SPDX-License-Identifier: MIT
#pragma once

#include "common/program/signal_watcher.h"
#include "server/core/server_options.h"
#include "server/core/server_thread.h"
#include "server/log/event_log.h"
#include "server/window/server_window.h"

#include <QObject>

#include <optional>

namespace keisan::server {

// The server on a desktop: the window, the log file if one is wanted, and an orderly end without questions
// when a signal asks for it.
class WindowedServer : public QObject {
    Q_OBJECT

public:
    // endpoint: what the command line asked for; nothing: what the window remembers.
    WindowedServer(const ServerOptions& options, std::optional<ServerThread::Endpoint> endpoint);

    // Until the window is closed or a signal comes. The exit code of the program.
    int run();

private:
    void end();
    void leaveIfStopped(ServerThread::State state);

    const ServerOptions m_options;
    EventLog m_log;
    program::SignalWatcher m_signals;
    ServerThread m_server;
    ServerWindow m_window;
    bool m_ends = false;
};

} // namespace keisan::server
