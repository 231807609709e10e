// SPDX-License-Identifier: MIT
#pragma once

#include <QThread>

namespace keisan::server {

// A thread for connections: with room on its stack for evaluations, and on Linux with an EpollDispatcher.
class NetworkThread : public QThread {
    Q_OBJECT

public:
    explicit NetworkThread(QObject* parent = nullptr);
};

} // namespace keisan::server
