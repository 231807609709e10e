// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace keisan::server {

using Ticket = quint64; // tells one job from the others; given out in ascending order

// Jobs that wait for a thread: taken in the order of their tickets, or one by its ticket, in a time that
// hardly grows with the number that wait. May be used from any thread.
template <class Job>
class TicketQueue {
public:
    // No other job with this ticket waits.
    void put(Job job) {
        {
            const std::lock_guard lock(m_mutex);
            const Ticket ticket = job.ticket;
            m_jobs.emplace(ticket, std::move(job));
        }
        m_filled.notify_one();
    }

    // The one with the lowest ticket, waiting for one; nothing once `stop` is requested.
    std::optional<Job> waitAndTake(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        if (!m_filled.wait(lock, stop, [this] { return !m_jobs.empty(); }) || stop.stop_requested())
            return std::nullopt;
        return std::move(m_jobs.extract(m_jobs.begin()).mapped());
    }

    // Nothing when it does not wait here.
    std::optional<Job> take(Ticket ticket) {
        const std::lock_guard lock(m_mutex);
        auto found = m_jobs.extract(ticket);
        return found.empty() ? std::nullopt : std::optional(std::move(found.mapped()));
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_filled;
    std::map<Ticket, Job> m_jobs;
};

} // namespace keisan::server
