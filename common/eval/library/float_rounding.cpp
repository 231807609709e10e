// SPDX-License-Identifier: MIT
#include "common/eval/library/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace keisan::eval {
namespace {

// x in tens, hundreds...: from its exact decimal digits, since x has more of them than a double can scale.
double roundedToTens(double x, int zeros) {
    char digits[400];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, std::fabs(x), std::chars_format::fixed, 60).ptr;
    const std::string text(digits, end);
    const auto whole = static_cast<int>(text.find('.'));
    if (zeros > whole)
        return std::copysign(0.0, x);
    const auto kept = static_cast<std::size_t>(whole - zeros);
    const bool isOdd = kept > 0 && (text[kept - 1] - '0') % 2 != 0;
    std::string rest = text.substr(kept);
    rest.erase(std::remove(rest.begin(), rest.end(), '.'), rest.end());
    const bool isHalf = rest[0] == '5' && rest.find_first_not_of('0', 1) == std::string::npos;
    const bool goesUp = isHalf ? isOdd : rest[0] >= '5';
    std::string result = "0" + text.substr(0, kept);
    if (goesUp) {
        std::size_t i = result.size() - 1;
        for (; result[i] == '9'; --i)
            result[i] = '0';
        ++result[i];
    }
    result += "e" + std::to_string(zeros);
    return std::copysign(parseFloat(result).value_or(std::numeric_limits<double>::infinity()), x);
}

} // namespace

double roundedToDigits(double x, int digits) {
    // Past these the number is exact already, or less than half of the unit.
    constexpr int kMost = 323;
    constexpr int kLeast = -308;
    if (!std::isfinite(x) || digits > kMost)
        return x;
    if (digits < kLeast)
        return std::copysign(0.0, x);
    if (digits < 0)
        return roundedToTens(x, -digits);
    char text[700];
    const char* const end = std::to_chars(text, text + sizeof text, x, std::chars_format::fixed, digits).ptr;
    return parseFloat(std::string_view(text, static_cast<std::size_t>(end - text))).value_or(x);
}

} // namespace keisan::eval
