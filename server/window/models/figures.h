// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <array>
#include <vector>

namespace keisan::server {

// Counts what the events tell and remembers the last five minutes second by second. Needs no timer: a second
// in which nothing happened costs nothing. Times are milliseconds since 1970, UTC.
class Figures {
public:
    static constexpr int kSeconds = 300;

    // One second of the graph.
    struct Point {
        int clients = 0;
        int requests = 0;
        int errors = 0;
        qint64 medianNs = 0; // of the evaluations of that second
    };

    void add(const ServerEvent& event);

    int clients() const { return m_clients; }
    quint64 requests() const { return m_requests; }
    quint64 errors() const { return m_errors; }
    qint64 listeningSinceMs() const { return m_listeningSinceMs; } // 0: does not listen

    double requestsPerSecond(qint64 nowMs) const; // mean of the last 5 whole seconds
    qint64 medianNs(qint64 nowMs) const { return percentileNs(nowMs, 0.50); }
    qint64 slowestHundredthNs(qint64 nowMs) const { return percentileNs(nowMs, 0.99); }

    // kSeconds whole seconds, oldest first; the last one is the second before nowMs.
    std::vector<Point> lastMinutes(qint64 nowMs) const;

private:
    // Evaluation times in buckets, four to an octave from 1 µs up: a percentile is right within 10 %.
    static constexpr int kBuckets = 120;
    using Histogram = std::array<quint32, kBuckets>;

    struct Second {
        qint64 second = -1; // since 1970
        int clientsBefore = 0;
        int clients = 0; // at its end
        int requests = 0;
        int errors = 0;
        Histogram times{};
    };

    static int bucketOf(qint64 ns);
    static qint64 percentileOf(const Histogram& times, double share);

    Second& at(qint64 second);
    const Second* known(qint64 second) const;
    qint64 percentileNs(qint64 nowMs, double share) const;

    std::vector<Second> m_seconds =
        std::vector<Second>(kSeconds + 1); // the one that runs, and those before it
    int m_clients = 0;
    quint64 m_requests = 0;
    quint64 m_errors = 0;
    qint64 m_listeningSinceMs = 0;
};

} // namespace keisan::server
