// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

namespace keisan::eval {

// What several sessions and the evaluations that run in them may have in use together. The last sixteenth is
// for those who have little, or a few that hold much would keep everybody else from 1+1. Any thread.
class SharedMemory {
public:
    static constexpr std::int64_t kLittleBytes = 64 * 1024; // a session with what its evaluation needs

    enum class For : bool { Everybody, ThoseWithLittle };

    explicit SharedMemory(std::int64_t limitBytes) : m_limit(limitBytes) {}

    // What is in use already stays, also past the new limit.
    void setLimit(std::int64_t bytes) { m_limit.store(bytes, std::memory_order_relaxed); }

    // False, and nothing taken, when so much is not left.
    bool take(std::int64_t bytes, For whom = For::Everybody) {
        std::int64_t used = inUse();
        while (used + bytes <= limitFor(whom))
            if (m_used.compare_exchange_weak(used, used + bytes, std::memory_order_relaxed))
                return true;
        return false;
    }

    // A negative number takes what cannot be refused any more.
    void give(std::int64_t bytes) { m_used.fetch_sub(bytes, std::memory_order_relaxed); }

    // Whether only a quarter is left: time for everybody to do with less.
    bool isShort() const {
        const std::int64_t limit = m_limit.load(std::memory_order_relaxed);
        return inUse() > limit - limit / 4;
    }

    std::int64_t inUse() const { return m_used.load(std::memory_order_relaxed); }

private:
    std::int64_t limitFor(For whom) const {
        const std::int64_t limit = m_limit.load(std::memory_order_relaxed);
        return whom == For::Everybody ? limit - limit / 16 : limit;
    }

    std::atomic<std::int64_t> m_limit;
    std::atomic<std::int64_t> m_used = 0;
};

} // namespace keisan::eval
