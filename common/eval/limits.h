// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace keisan::eval {

// Everything that bounds one evaluation and the session it works on. language.md ("Limits") has the replies.
struct Limits {
    static constexpr std::size_t kMiB = std::size_t{1} << 20;

    std::chrono::milliseconds time{5000}; // processor time of the evaluating thread
    std::uint64_t work =
        std::numeric_limits<std::uint64_t>::max();  // counted work; a unit is about a nanosecond
    std::size_t printedDigits = 1'000'000;          // decimal digits of an integer that is printed or read
    std::size_t integerBits = std::size_t{1} << 24; // size of an integer while computing
    std::size_t valueBytes = 64 * kMiB;             // size of any one value while computing
    std::size_t memoryBytes = 256 * kMiB;           // memory of one evaluation
    std::size_t replyBytes = 1 * kMiB;              // the printed answer
    std::size_t sessionBytes = 64 * kMiB;           // names and answers of a session together
    std::size_t sessionNames = 10'000;              // names of a session
    unsigned nesting = 200;                         // brackets
    unsigned calls = 1000;                          // calls within calls

    bool operator==(const Limits&) const = default;
};

} // namespace keisan::eval
