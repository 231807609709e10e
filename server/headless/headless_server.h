// SPDX-License-Identifier: MIT
#pragma once

#include "common/program/signal_watcher.h"
#include "server/core/server_options.h"
#include "server/core/server_thread.h"
#include "server/log/event_log.h"

#include <QObject>

#include <vector>

namespace keisan::server {

// The server on a machine without a display: tells on standard output what happens in the tutorial's lines,
// and ends in order when asked to by a signal.
class HeadlessServer : public QObject {
    Q_OBJECT

public:
    explicit HeadlessServer(const ServerOptions& options);

    // Serves until it is asked to end. The exit code of the program.
    int run();

private:
    void end();
    void tellRoom(const std::vector<ServerEvent>& events);
    void tellWhyNot(QAbstractSocket::SocketError error, const QString& reason);
    void follow(ServerThread::State state);

    const ServerOptions m_options;
    int m_exitCode = 0;
    EventLog m_log;
    program::SignalWatcher m_signals;
    ServerThread m_server;
};

} // namespace keisan::server
