// SPDX-License-Identifier: MIT
#include "server/core/server_event.h"

#include <QDateTime>

namespace keisan::server {

ServerEvent eventNow(ServerEvent::Kind kind, const QHostAddress& address, quint16 port, quint64 client) {
    // All at once: an address that is made empty first costs an allocation, and there are many events.
    return {.kind = kind,
            .timeMs = QDateTime::currentMSecsSinceEpoch(),
            .client = client,
            .address = address,
            .port = port,
            .expression = {},
            .answer = {},
            .type = {}};
}

} // namespace keisan::server
