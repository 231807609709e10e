// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/limits.h"

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string_view>

namespace keisan::eval {

// What one evaluation may use up, and how much of it is gone. Everything that takes time or room is charged
// here before it happens; past a limit the charge throws Error: LimitError, Cancelled, OutOfWork. Work is
// counted, not measured, so that a line costs the same everywhere; a unit is about a nanosecond. The clock
// and the stop token are looked at after every kLookEvery units. Belongs to one evaluation, on one thread.
class Budget {
public:
    static constexpr std::uint64_t kLookEvery = 1'000'000;
    static constexpr std::uint64_t kWorkOfLevel = 4'000;

    Budget(const Limits& limits, std::stop_token stop);

    // Charges work that is about to be done.
    void spend(std::uint64_t work) {
        m_spent += work;
        if (m_spent >= m_nextLook)
            look();
    }
    std::uint64_t spent() const { return m_spent; }
    std::uint64_t left() const { return m_spent < m_limits.work ? m_limits.work - m_spent : 0; }
    const Limits& limits() const { return m_limits; }

    // LimitError unless an int of so many bits may be made while computing. A double, because estimates may
    // be huge.
    void requireIntegerBits(double bits) const;
    // LimitError unless one value (text, list, ...) of so many bytes may be made.
    void requireValueBytes(double bytes) const;
    // The same for a text that is first put together outside of the memory that is counted.
    void requireTextBytes(double bytes) const;
    // LimitError unless an int of so many decimal digits may be printed or read.
    void requireDigits(double digits) const;

    // Levels of a recursion. Each that is deeper than any before, past the first ones, is charged for: an
    // error that is thrown down there looks at every one of them on its way back, some microseconds each.
    struct Depth {
        static constexpr unsigned kFree = 64;
        unsigned now = 0;
        unsigned deepest = kFree;
    };
    void descend(Depth& depth) {
        if (depth.now == depth.deepest) {
            spend(kWorkOfLevel);
            ++depth.deepest;
        }
        ++depth.now;
    }

    // How deep values are nested inside each other where they are printed, compared or hashed.
    void enterNested(std::string_view doing);
    void leaveNested() { --m_nested.now; }

private:
    void look();

    const Limits& m_limits;
    std::stop_token m_stop;
    std::uint64_t m_spent = 0;
    std::uint64_t m_nextLook;
    Depth m_nested;
    std::chrono::nanoseconds m_deadline{-1}; // on the thread's processor clock; taken at the first look
};

// One level of nested values; RecursionError "maximum recursion depth exceeded in comparison" at CPython's
// depth, or when the thread's stack comes to its end.
class NestedValue {
public:
    // `doing` completes the message: " in comparison".
    NestedValue(Budget& budget, std::string_view doing) : m_budget(budget) { budget.enterNested(doing); }
    ~NestedValue() { m_budget.leaveNested(); }
    NestedValue(const NestedValue&) = delete;
    NestedValue& operator=(const NestedValue&) = delete;

private:
    Budget& m_budget;
};

} // namespace keisan::eval
