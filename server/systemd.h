// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace keisan::server {

// The two things that systemd and its kin agree on with the programs they start; elsewhere nothing happens.

// The listening TCP socket that was opened for this process (LISTEN_PID, LISTEN_FDS).
struct PassedSocket {
    int descriptor = -1; // -1: none was
    QString problem;     // what was passed cannot be used: why
};
PassedSocket passedSocket();

// Sends "READY=1" or the like to where NOTIFY_SOCKET says, if it does. Never waits.
void notifyServiceManager(QByteArrayView state);

} // namespace keisan::server
