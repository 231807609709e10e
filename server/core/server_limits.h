// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/limits.h"

#include <QtGlobal>

namespace keisan::server {

// What bounds one server and each of its clients. Bytes are without line feeds. limit_table.h knows the name
// of each on the command line, in the configuration file and in `hello`.
struct ServerLimits {
    static constexpr qsizetype kKiB = 1024;

    int clients = 10'000;              // connected at once
    qsizetype lineBytes = 1024 * kKiB; // one request
    qsizetype unreadBytes =
        256 * kKiB; // requests of one client that wait; past it the client is not read from
    qsizetype unsentBytes = 1024 * kKiB; // replies a client has not read; past it the client is not read from
    qsizetype replyBytes = 1024 * kKiB;  // one reply
    quint64 sessionCost = 0;             // what the evaluations of one client may cost in all; 0: no limit
    qint64 serverBytes = qint64{1} << 30; // for all clients together
    qsizetype readBytes = 16 * kKiB;      // taken from one client in one turn; from the next start on
    qint64 turnNs = 300'000;              // spent on one client in one turn
    quint64 fastWork = 100'000;           // Limits::work of the fast lane
    quint64 middleWork = 10'000'000;      // Limits::work of the middle lane
    eval::Limits evaluation;

    bool operator==(const ServerLimits&) const = default;
};

} // namespace keisan::server
