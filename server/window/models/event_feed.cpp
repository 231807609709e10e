// SPDX-License-Identifier: MIT
#include "server/window/models/event_feed.h"

namespace keisan::server {

EventFeed::EventFeed(ServerThread& server, QObject* parent) : QObject(parent), m_server(server) {
    m_interval.setSingleShot(true);
    m_interval.setInterval(kIntervalMs);
    connect(&m_interval, &QTimer::timeout, this, &EventFeed::takeNow);
    connect(&server, &ServerThread::eventsAvailable, &m_interval, qOverload<>(&QTimer::start));
}

void EventFeed::takeNow() {
    m_interval.stop();
    const std::vector<ServerEvent> events = m_server.takeEvents();
    if (!events.empty())
        Q_EMIT eventsTaken(events);
}

} // namespace keisan::server
