// SPDX-License-Identifier: MIT
#include "server/window/models/event_feed.h"

#include <iterator>
#include <utility>

namespace keisan::server {

EventFeed::EventFeed(ServerThread& server, QObject* parent) : QObject(parent), m_server(server) {
    m_interval.setSingleShot(true);
    connect(&m_interval, &QTimer::timeout, this, &EventFeed::takeSlice);
    connect(&server, &ServerThread::eventsAvailable, this, &EventFeed::await);
}

void EventFeed::await() {
    m_interval.start(m_server.isWithinBatch() ? 0 : kIntervalMs);
}

void EventFeed::takeSlice() {
    std::vector<ServerEvent> slice = m_server.takeEvents();
    m_batch.insert(m_batch.end(), std::make_move_iterator(slice.begin()),
                   std::make_move_iterator(slice.end()));
    if (!m_server.isWithinBatch() && !m_batch.empty())
        Q_EMIT eventsTaken(std::exchange(m_batch, {}));
}

} // namespace keisan::server
