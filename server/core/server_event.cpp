// SPDX-License-Identifier: MIT
#include "server/core/server_event.h"

#include <QDateTime>

namespace keisan::server {

ServerEvent eventNow(ServerEvent::Kind kind, const QHostAddress& address, quint16 port, quint64 client) {
    ServerEvent event;
    event.kind = kind;
    event.timeMs = QDateTime::currentMSecsSinceEpoch();
    event.client = client;
    event.address = address;
    event.port = port;
    return event;
}

} // namespace keisan::server
