// SPDX-License-Identifier: MIT
#include "common/eval/library/number_text.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace keisan::eval {
namespace {

constexpr int kMantissaBits = std::numeric_limits<double>::digits;
constexpr int kLowestExponent = -1074; // of the last bit of a subnormal
constexpr double kInfinity = std::numeric_limits<double>::infinity();

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// mantissa * 2**exponent; the lowest bit is set when anything was cut off below it.
struct Scaled {
    std::uint64_t mantissa = 0;
    std::int64_t exponent = 0;
};

HexFloat rounded(Scaled number) {
    if (number.mantissa == 0)
        return {0.0, false};
    const int width = static_cast<int>(std::bit_width(number.mantissa));
    // How many low bits do not fit, at the mantissa's length or at the end of the subnormals.
    std::int64_t excess = std::max<std::int64_t>(width - kMantissaBits, kLowestExponent - number.exponent);
    if (excess > width + 1)
        return {0.0, false};
    if (excess > 0) {
        const std::uint64_t half = std::uint64_t{1} << (excess - 1);
        const std::uint64_t cut = number.mantissa & (2 * half - 1);
        number.mantissa >>= excess;
        number.exponent += excess;
        if (cut > half || (cut == half && (number.mantissa & 1) != 0))
            ++number.mantissa;
    }
    if (number.exponent > std::numeric_limits<double>::max_exponent)
        return {kInfinity, true};
    const double value = std::ldexp(static_cast<double>(number.mantissa), static_cast<int>(number.exponent));
    return {value, std::isinf(value)};
}

// The digits with an optional point; 60 bits are kept, the rest only as not being zero. False without digits.
bool readDigits(std::string_view& text, Scaled& number) {
    bool seenPoint = false;
    bool seenDigit = false;
    for (; !text.empty(); text.remove_prefix(1)) {
        if (text.front() == '.' && !seenPoint) {
            seenPoint = true;
            continue;
        }
        const int digit = hexDigit(text.front());
        if (digit < 0)
            break;
        seenDigit = true;
        if (number.mantissa >> 56 == 0) {
            number.mantissa = number.mantissa << 4 | static_cast<std::uint64_t>(digit);
            number.exponent -= seenPoint ? 4 : 0;
        } else {
            number.mantissa |= digit != 0 ? 1U : 0U;
            number.exponent += seenPoint ? 0 : 4;
        }
    }
    return seenDigit;
}

bool readExponent(std::string_view& text, Scaled& number) {
    if (text.empty() || (text.front() != 'p' && text.front() != 'P'))
        return true;
    text.remove_prefix(1);
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    std::int64_t exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (error == std::errc::invalid_argument || text.starts_with('-'))
        return false;
    constexpr std::int64_t kFar = std::int64_t{1} << 40; // past every exponent that digits could make up for
    if (error == std::errc::result_out_of_range || exponent > kFar)
        exponent = kFar;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    number.exponent += isNegative ? -exponent : exponent;
    return true;
}

bool isWord(std::string_view text, std::string_view word) {
    return text.size() == word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                    [](char w, char c) { return w == (c | ('a' - 'A')); });
}

} // namespace

std::string hexOfFloat(double number) {
    if (std::isnan(number))
        return "nan";
    std::string text = std::signbit(number) ? "-" : "";
    if (std::isinf(number))
        return text + "inf";
    const auto bits = std::bit_cast<std::uint64_t>(number);
    const std::uint64_t fraction = bits & ((std::uint64_t{1} << 52) - 1);
    const int biased = static_cast<int>(bits >> 52 & 0x7ff);
    if (biased == 0 && fraction == 0)
        return text + "0x0.0p+0";
    text += biased == 0 ? "0x0." : "0x1.";
    for (int shift = 48; shift >= 0; shift -= 4)
        text += "0123456789abcdef"[fraction >> shift & 0xf];
    const int exponent = biased == 0 ? -1022 : biased - 1023;
    return text + (exponent < 0 ? "p-" : "p+") + std::to_string(std::abs(exponent));
}

std::optional<HexFloat> parseHexFloat(std::string_view text) {
    text = stripped(text);
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    const double sign = isNegative ? -1.0 : 1.0;
    if (isWord(text, "inf") || isWord(text, "infinity"))
        return HexFloat{sign * kInfinity, false};
    if (isWord(text, "nan"))
        return HexFloat{std::numeric_limits<double>::quiet_NaN(), false};
    if (text.starts_with("0x") || text.starts_with("0X"))
        text.remove_prefix(2);
    Scaled number;
    if (!readDigits(text, number) || !readExponent(text, number) || !text.empty())
        return std::nullopt;
    HexFloat result = rounded(number);
    result.value *= sign;
    return result;
}

} // namespace keisan::eval
