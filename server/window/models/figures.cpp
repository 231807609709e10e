// SPDX-License-Identifier: MIT
#include "server/window/models/figures.h"

#include "server/window/models/log_entry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace keisan::server {

using Kind = ServerEvent::Kind;

namespace {

constexpr int kRateSeconds = 5;
constexpr double kFirstBucketNs = 1000;
constexpr int kBucketsAnOctave = 4;

} // namespace

int Figures::bucketOf(qint64 ns) {
    const double octaves = std::log2(std::max(static_cast<double>(ns), kFirstBucketNs) / kFirstBucketNs);
    return std::min(static_cast<int>(octaves * kBucketsAnOctave), kBuckets - 1);
}

qint64 Figures::percentileOf(const Histogram& times, double share) {
    const quint64 all = std::accumulate(times.begin(), times.end(), quint64{0});
    if (all == 0)
        return 0;
    auto left = static_cast<quint64>(std::ceil(static_cast<double>(all) * share));
    int bucket = 0;
    while (left > times[static_cast<std::size_t>(bucket)])
        left -= times[static_cast<std::size_t>(bucket++)];
    return static_cast<qint64>(kFirstBucketNs * std::exp2((bucket + 0.5) / kBucketsAnOctave));
}

Figures::Second& Figures::at(qint64 second) {
    Second& place = m_seconds[static_cast<std::size_t>(second) % m_seconds.size()];
    if (place.second != second) {
        place = Second{};
        place.second = second;
        place.clientsBefore = m_clients;
    }
    return place;
}

const Figures::Second* Figures::known(qint64 second) const {
    const Second& place = m_seconds[static_cast<std::size_t>(second) % m_seconds.size()];
    return place.second == second ? &place : nullptr;
}

void Figures::add(const ServerEvent& event) {
    Second& second = at(event.timeMs / 1000);
    if (event.kind == Kind::Listening)
        m_listeningSinceMs = event.timeMs;
    else if (event.kind == Kind::Stopped)
        m_listeningSinceMs = 0;
    else if (event.kind == Kind::Connected)
        ++m_clients;
    else if (event.endsConnection())
        --m_clients;
    else if (event.isRequest()) {
        const int failed = event.kind == Kind::Failed ? 1 : 0;
        ++m_requests;
        m_errors += static_cast<quint64>(failed);
        ++second.requests;
        second.errors += failed;
        ++second.times[static_cast<std::size_t>(bucketOf(event.elapsedNs))];
    } else if (event.kind == Kind::Overflowed) { // how long each took nobody knows
        m_requests += event.count;
        m_errors += event.failed;
        second.requests += static_cast<int>(event.count);
        second.errors += static_cast<int>(event.failed);
    }
    second.clients = m_clients;
}

double Figures::requestsPerSecond(qint64 nowMs) const {
    const qint64 now = nowMs / 1000;
    int requests = 0;
    for (qint64 s = now - kRateSeconds; s < now; ++s)
        if (const Second* second = known(s))
            requests += second->requests;
    return static_cast<double>(requests) / kRateSeconds;
}

qint64 Figures::percentileNs(qint64 nowMs, double share) const {
    Histogram times{};
    for (const Second& second : m_seconds)
        if (second.second >= nowMs / 1000 - kSeconds)
            std::transform(times.begin(), times.end(), second.times.begin(), times.begin(), std::plus<>());
    return percentileOf(times, share);
}

std::vector<Figures::Point> Figures::lastMinutes(qint64 nowMs) const {
    std::vector<Point> points;
    points.reserve(kSeconds);
    const qint64 now = nowMs / 1000;
    int clients = m_clients; // nothing happened in the window: as many as now
    for (qint64 s = now - 1; s >= now - kSeconds; --s)
        if (const Second* second = known(s))
            clients = second->clientsBefore;
    for (qint64 s = now - kSeconds; s < now; ++s) {
        const Second* second = known(s);
        if (second != nullptr)
            clients = second->clients;
        points.push_back(second == nullptr ? Point{clients, 0, 0, 0}
                                           : Point{clients, second->requests, second->errors,
                                                   percentileOf(second->times, 0.50)});
    }
    return points;
}

} // namespace keisan::server
