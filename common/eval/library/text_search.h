// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace keisan::eval {

// Finds one text in others in linear time, whatever they are (Knuth, Morris, Pratt); short ones the plain
// way. Offsets are bytes: UTF-8 matches only at the beginning of a code point.
class TextSearch {
public:
    static constexpr std::size_t kNowhere = std::string_view::npos;

    // `needle` is not copied.
    explicit TextSearch(std::string_view needle);

    // The first occurrence at `from` or after it.
    std::size_t find(std::string_view text, std::size_t from = 0) const;

private:
    std::string_view m_needle;
    std::vector<std::uint32_t> m_borders; // length of the longest proper border of each prefix
};

// The last occurrence.
std::size_t findLast(std::string_view text, std::string_view needle);

} // namespace keisan::eval
