// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace keisan::server {

// How data crosses threads (jobs: ticket_queue.h): a queue behind a mutex. Any thread may put; a thread waits
// for items, or is woken by `wakeUp`, which is called in the putting thread whenever the queue stops being
// empty.
template <class T, class Queue = std::deque<T>>
class Mailbox {
public:
    explicit Mailbox(std::function<void()> wakeUp = {}) : m_wakeUp(std::move(wakeUp)) {}

    template <class Item = T>
    void put(Item&& item) {
        bool wasEmpty = false;
        {
            const std::lock_guard lock(m_mutex);
            wasEmpty = m_items.empty();
            m_items.push_back(std::forward<Item>(item));
        }
        if (!m_wakeUp)
            m_filled.notify_one();
        else if (wasEmpty)
            m_wakeUp();
    }

    // Everything there is, oldest first. What is put from now on goes into the queue that is given for it, an
    // empty one, which may bring room with it.
    Queue takeAll(Queue next = {}) {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_items, std::move(next));
    }

    std::size_t size() {
        const std::lock_guard lock(m_mutex);
        return m_items.size();
    }

    // The oldest item, waiting for one; nothing once `stop` is requested.
    std::optional<T> waitAndTake(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        if (!m_filled.wait(lock, stop, [this] { return !m_items.empty(); }) || stop.stop_requested())
            return std::nullopt;
        std::optional<T> item(std::move(m_items.front()));
        m_items.pop_front();
        return item;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_filled;
    Queue m_items;
    std::function<void()> m_wakeUp;
};

} // namespace keisan::server
