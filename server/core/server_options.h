// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_limits.h"

#include <QHostAddress>
#include <QString>

namespace keisan::server {

enum class LogFormat : quint8 { Text, Json };

// Everything a server is started with.
struct ServerOptions {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 10'000;
    bool headless = false;
    bool verbose = false; // evaluations on standard output too
    QString logFile;      // none when empty
    LogFormat logFormat = LogFormat::Text;
    qint64 logFileBytes = 64 * 1024 * 1024; // past it the file is put aside and a new one begun; 0: never
    int logFilesKept = 4;                   // of those put aside
    bool logsExpressions = true;            // off: only how long expressions and answers were
    bool oneAtATime = false; // clients are served one after another, in the order of connecting
    int threads = 1;         // network threads; more than one only without oneAtATime
    ServerLimits limits;
};

} // namespace keisan::server
