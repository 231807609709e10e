// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>

namespace keisan::server {

// The time of one turn. To look at the clock costs as much as to look up a name: who serves a request looks
// once, and everybody else asks what was seen.
class TurnClock {
public:
    // A turn begins.
    void start() {
        m_timer.start();
        m_seenNs = 0;
    }

    // Looks at the clock. Nanoseconds since the turn began, like the next.
    qint64 look() { return m_seenNs = m_timer.nsecsElapsed(); }
    qint64 seenNs() const { return m_seenNs; }

private:
    QElapsedTimer m_timer;
    qint64 m_seenNs = 0;
};

} // namespace keisan::server
