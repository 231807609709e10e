// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace keisan::server {

// How one client stands at a moment: what its events do not tell. Made in the network thread when asked for.
struct ClientStatus {
    enum class Mode : quint8 {
        Silent, // has not asked for anything yet
        Plain,
        Structured,
    };

    quint64 client = 0;
    Mode mode = Mode::Silent;
    QByteArray program;        // as it called itself in hello, shortened; empty: it did not
    quint64 bytesIn = 0;       // received so far
    quint64 bytesOut = 0;      // sent so far
    quint64 cost = 0;          // of its evaluations so far
    QByteArray running;        // the expression that takes longer; empty: none
    qint64 runningSinceMs = 0; // since 1970, UTC
    int owed = 0;              // requests that have come and are not answered
};

} // namespace keisan::server
