// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <iterator>
#include <span>

namespace keisan::eval::syntax {

struct CodePointRange {
    char32_t first;
    char32_t last;
};

// The range that holds c among sorted ones that do not overlap, or nullptr. A Range has a first and a last.
template <typename Range>
const Range* rangeOf(std::span<const Range> ranges, char32_t c) {
    const auto it = std::upper_bound(ranges.begin(), ranges.end(), c,
                                     [](char32_t value, const Range& range) { return value < range.first; });
    if (it == ranges.begin() || c > std::prev(it)->last)
        return nullptr;
    return &*std::prev(it);
}

} // namespace keisan::eval::syntax
