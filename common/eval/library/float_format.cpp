// SPDX-License-Identifier: MIT
#include "common/eval/library/float_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace keisan::eval {
namespace {

// No double has more significant digits than this; what is asked for beyond are zeros.
constexpr int kMostDigits = 1100;

// 0.d1d2d3... * 10**pointAt
struct Decimal {
    std::string digits;
    int pointAt = 0;
};

// A finite, non-negative x in scientific notation with so many digits after the first; negative: as few as
// needed.
Decimal scientific(double x, int fraction) {
    char text[kMostDigits + 32];
    const auto result = fraction < 0
                            ? std::to_chars(text, text + sizeof text, x, std::chars_format::scientific)
                            : std::to_chars(text, text + sizeof text, x, std::chars_format::scientific,
                                            std::min(fraction, kMostDigits));
    const std::string_view all(text, static_cast<std::size_t>(result.ptr - text));
    const std::size_t exponentAt = all.find('e');
    int exponent = 0;
    std::from_chars(text + exponentAt + 2, result.ptr, exponent); // behind "e+" or "e-"
    Decimal decimal{std::string(1, all[0]), (all[exponentAt + 1] == '-' ? -exponent : exponent) + 1};
    if (exponentAt > 2)
        decimal.digits += all.substr(2, exponentAt - 2);
    if (fraction > kMostDigits)
        decimal.digits.append(static_cast<std::size_t>(fraction - kMostDigits), '0');
    return decimal;
}

std::string fixedText(double x, const FloatFormat& format) {
    char text[kMostDigits + 400];
    const int digits = std::min(format.precision, kMostDigits);
    const auto result = std::to_chars(text, text + sizeof text, x, std::chars_format::fixed, digits);
    std::string fixed(text, static_cast<std::size_t>(result.ptr - text));
    fixed.append(static_cast<std::size_t>(format.precision - digits), '0');
    if (format.precision == 0 && format.isAlternate)
        fixed += '.';
    return fixed;
}

std::string withExponent(const Decimal& decimal, const FloatFormat& format) {
    std::string text = decimal.digits.substr(0, 1);
    if (decimal.digits.size() > 1 || format.isAlternate)
        text += '.';
    text += decimal.digits.substr(1);
    const int exponent = decimal.pointAt - 1;
    text += exponent < 0 ? "e-" : "e+";
    text += std::abs(exponent) < 10 ? "0" : "";
    return text + std::to_string(std::abs(exponent));
}

std::string withPoint(const Decimal& decimal, const FloatFormat& format) {
    const auto count = static_cast<int>(decimal.digits.size());
    if (decimal.pointAt <= 0)
        return "0." + std::string(static_cast<std::size_t>(-decimal.pointAt), '0') + decimal.digits;
    if (count > decimal.pointAt) {
        const auto whole = static_cast<std::size_t>(decimal.pointAt);
        return decimal.digits.substr(0, whole) + "." + decimal.digits.substr(whole);
    }
    const std::string text =
        decimal.digits + std::string(static_cast<std::size_t>(decimal.pointAt - count), '0');
    if (format.addsDotZero)
        return text + ".0";
    return format.isAlternate ? text + "." : text;
}

// g and r: without an exponent while the point is not far from the digits.
std::string generalText(double x, const FloatFormat& format) {
    const bool isShortest = format.type == 'r';
    const int precision = std::max(format.precision, 1);
    Decimal decimal = scientific(x, isShortest ? -1 : precision - 1);
    if (!isShortest && !format.isAlternate)
        decimal.digits.resize(std::max<std::size_t>(decimal.digits.find_last_not_of('0') + 1, 1));
    const int most = isShortest ? 16 : precision - (format.addsDotZero ? 1 : 0);
    if (decimal.pointAt <= -4 || decimal.pointAt > most)
        return withExponent(decimal, format);
    return withPoint(decimal, format);
}

std::string magnitudeText(double x, const FloatFormat& format) {
    switch (format.type) {
    case 'f': return fixedText(x, format);
    case 'e': return withExponent(scientific(x, format.precision), format);
    default: return generalText(x, format);
    }
}

bool isZeroText(const std::string& text) {
    return text.substr(0, text.find('e')).find_first_of("123456789") == std::string::npos;
}

} // namespace

std::string formatFloat(double x, const FloatFormat& format) {
    FloatFormat lower = format;
    const bool isUpper = format.type >= 'A' && format.type <= 'Z';
    if (isUpper)
        lower.type = static_cast<char>(format.type - 'A' + 'a');
    std::string text;
    if (std::isnan(x))
        text = "nan";
    else
        text = std::isinf(x) ? "inf" : magnitudeText(std::fabs(x), lower);
    const bool isZero = std::isfinite(x) && (x == 0.0 || isZeroText(text));
    if (std::signbit(x) && !std::isnan(x) && !(format.dropsNegativeZero && isZero))
        text.insert(0, 1, '-');
    if (isUpper)
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

} // namespace keisan::eval
