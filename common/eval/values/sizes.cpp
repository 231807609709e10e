// SPDX-License-Identifier: MIT
#include "common/eval/values/sizes.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace keisan::eval {

namespace {

constexpr std::array<std::string_view, 7> kUnits{"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

std::string shortDecimal(double number) {
    std::array<char, 400> text;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 1).ptr;
    std::string result(text.data(), end);
    if (result.ends_with(".0"))
        result.resize(result.size() - 2);
    return result;
}

} // namespace

std::string sizeText(double bytes) {
    if (!std::isfinite(bytes) || bytes >= std::ldexp(1.0, 70))
        return "1 ZiB or more";
    std::size_t unit = 0;
    while (bytes >= 1024.0 && unit + 1 < kUnits.size()) {
        bytes /= 1024.0;
        ++unit;
    }
    return shortDecimal(unit == 0 ? std::floor(bytes) : bytes) + ' ' + std::string(kUnits[unit]);
}

std::string sizeText(std::uint64_t bytes) {
    return sizeText(static_cast<double>(bytes));
}

std::string groupedText(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3;) {
        place -= 3;
        digits.insert(place, 1, ',');
    }
    return digits;
}

} // namespace keisan::eval
