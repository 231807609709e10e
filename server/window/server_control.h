// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_thread.h"

#include <QObject>

#include <vector>

class QWidget;

namespace keisan::server {

// What the window can do to the server, and how its last try to listen went. Knows no pane. The server and
// the window are the caller's and live longer.
class ServerControl : public QObject {
    Q_OBJECT

public:
    ServerControl(ServerThread& server, QWidget& window);

    const ServerThread::Endpoint& tried() const { return m_tried; } // last
    bool hasFailed() const { return m_hasFailed; }                  // that try

    void start(const ServerThread::Endpoint& endpoint); // if it is stopped
    void stop();                                        // again: at once

    void stopEvaluations(const std::vector<quint64>& clients);
    void disconnectClients(const std::vector<quint64>& clients); // without a question
    void openLimits();

private:
    ServerThread& m_server;
    QWidget& m_window;
    ServerThread::Endpoint m_tried;
    bool m_hasFailed = false;
};

} // namespace keisan::server
