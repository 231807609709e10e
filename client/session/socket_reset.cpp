// SPDX-License-Identifier: MIT
#include "client/session/socket_reset.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace keisan::client {

void resetConnection(QTcpSocket& socket) {
    if (socket.socketDescriptor() != -1) {
        const linger discard{1, 0};
#ifdef Q_OS_WIN
        setsockopt(static_cast<SOCKET>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
                   reinterpret_cast<const char*>(&discard), sizeof discard);
#else
        setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &discard,
                   sizeof discard);
#endif
    }
    socket.abort();
}

} // namespace keisan::client
