// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>

namespace keisan::server {

// The time of one turn. To look at the clock costs as much as to look up a name: who serves a request looks
// once, or counts its work where nobody asks how long it took, and everybody else asks what was seen.
class TurnClock {
public:
    // A turn begins.
    void start() {
        m_timer.start();
        m_seenNs = 0;
        m_unseenWork = 0;
    }

    // Looks at the clock. Nanoseconds since the turn began, like the next two.
    qint64 look() {
        m_unseenWork = 0;
        return m_seenNs = m_timer.nsecsElapsed();
    }
    qint64 seenNs() const { return m_seenNs; }

    // When what is done next begins: what was seen last, unless work was counted since.
    qint64 startOfNextNs() { return m_unseenWork == 0 ? m_seenNs : look(); }

    // So much work was done, in the evaluator's units (about a nanosecond each): looks after every
    // kLookEvery.
    void count(quint64 work) {
        m_unseenWork += work;
        if (m_unseenWork >= kLookEvery)
            look();
    }

private:
    static constexpr quint64 kLookEvery = 10'000;

    QElapsedTimer m_timer;
    qint64 m_seenNs = 0;
    quint64 m_unseenWork = 0; // since the clock was last looked at
};

} // namespace keisan::server
