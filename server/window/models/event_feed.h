// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_thread.h"

#include <QObject>
#include <QTimer>

namespace keisan::server {

// Brings the server's events to the window in batches, at most one every kIntervalMs, so that a busy server
// does not keep the window busy. A batch is taken in slices, between which the window goes on. While nothing
// happens no timer runs. Does not own the server.
class EventFeed : public QObject {
    Q_OBJECT

public:
    static constexpr int kIntervalMs = 100;

    explicit EventFeed(ServerThread& server, QObject* parent = nullptr);

Q_SIGNALS:
    void eventsTaken(const std::vector<ServerEvent>& events); // never empty

private:
    void await();
    void takeSlice();

    ServerThread& m_server;
    QTimer m_interval;
    std::vector<ServerEvent> m_batch; // as much as has been taken of the one that was begun
};

} // namespace keisan::server
