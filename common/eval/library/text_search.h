// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/memory.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace keisan::eval {

class Budget;

// Finds one text in others in linear time, whatever they are (Knuth, Morris, Pratt); short ones the plain
// way. The work is charged as it is done. Offsets are bytes: UTF-8 matches only at the beginning of a code
// point.
class TextSearch {
public:
    static constexpr std::size_t kNowhere = std::string_view::npos;

    // `needle` is not copied; it is read once.
    TextSearch(std::string_view needle, Budget& budget);

    // The first occurrence at `from` or after it.
    std::size_t find(Budget& budget, std::string_view text, std::size_t from = 0) const;

private:
    std::size_t findShort(Budget& budget, std::string_view text, std::size_t from) const;

    std::string_view m_needle;
    std::vector<std::uint32_t, CountedAllocator<std::uint32_t>>
        m_borders; // length of the longest proper border of each prefix
};

// The last occurrence. Takes copies of both texts.
std::size_t findLast(Budget& budget, std::string_view text, std::string_view needle);

} // namespace keisan::eval
