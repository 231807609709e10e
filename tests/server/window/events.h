// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <vector>

namespace keisan::server::test {

inline ServerEvent eventOf(ServerEvent::Kind kind, quint64 client, qint64 timeMs = 1'000'000) {
    ServerEvent e;
    e.kind = kind;
    e.client = client;
    e.timeMs = timeMs;
    e.address = QHostAddress(QHostAddress::LocalHost);
    e.port = static_cast<quint16>(40'000 + client % 20'000);
    return e;
}

inline ServerEvent evaluated(quint64 client, QByteArray expression, QByteArray answer,
                             qint64 tookNs = 100'000, qint64 timeMs = 1'000'000) {
    ServerEvent e = eventOf(ServerEvent::Kind::Evaluated, client, timeMs);
    e.expression = std::move(expression);
    e.answer = std::move(answer);
    e.elapsedNs = tookNs;
    return e;
}

inline ServerEvent failed(quint64 client, QByteArray expression, QByteArray message) {
    ServerEvent e = evaluated(client, std::move(expression), std::move(message));
    e.kind = ServerEvent::Kind::Failed;
    return e;
}

inline ServerEvent overflowed(quint64 client, quint64 count, quint64 failed, qint64 timeMs = 1'000'000) {
    ServerEvent e = eventOf(ServerEvent::Kind::Overflowed, client, timeMs);
    e.count = count;
    e.failed = failed;
    return e;
}

inline std::vector<ServerEvent> evaluations(int count, quint64 client = 1) {
    std::vector<ServerEvent> events;
    for (int i = 0; i < count; ++i)
        events.push_back(evaluated(client, QByteArray::number(i) + " + 1", QByteArray::number(i + 1)));
    return events;
}

} // namespace keisan::server::test
