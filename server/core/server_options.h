// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_limits.h"

#include <QHostAddress>
#include <QString>

namespace keisan::server {

// Everything a server is started with.
struct ServerOptions {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 10'000;
    bool headless = false;
    bool verbose = false;    // evaluations on standard output too
    QString logFile;         // none when empty
    bool oneAtATime = false; // clients are served one after another, in the order of connecting
    ServerLimits limits;
};

} // namespace keisan::server
