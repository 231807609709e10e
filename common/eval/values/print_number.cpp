// SPDX-License-Identifier: MIT
#include "common/eval/budget.h"
#include "common/eval/values/complex.h"
#include "common/eval/values/decimal.h"
#include "common/eval/values/print.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace keisan::eval {

namespace {

// Between these, the first included, a float is written without an exponent.
constexpr double kLeastFixed = 1e-4;
constexpr double kMostFixed = 1e16;

// What people type has a few decimals: a float below the first that is a whole number of these parts needs no
// search for its digits. It has 15 digits at the most, and no two floats share as many.
constexpr double kShortDecimalBelow = 1e9;
constexpr std::int64_t kParts = 1'000'000;
constexpr int kPartDigits = 6;

constexpr std::size_t kLongestNumber = 32;

void appendWhole(std::string& text, std::int64_t number) {
    std::array<char, kLongestNumber> buffer;
    text.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr);
}

// The shortest digits that read back, as Python writes them.
void appendShortest(std::string& text, double size, std::chars_format format) {
    std::array<char, kLongestNumber> buffer;
    text.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), size, format).ptr);
}

// 12.5 and the like; false for what has more decimals.
bool appendShortDecimal(std::string& text, double size) {
    if (size >= kShortDecimalBelow)
        return false;
    const std::int64_t parts = std::llround(size * static_cast<double>(kParts));
    if (static_cast<double>(parts) / static_cast<double>(kParts) != size)
        return false;
    appendWhole(text, parts / kParts);
    text += '.';
    std::array<char, kPartDigits> decimals;
    int count = 0;
    for (std::int64_t rest = parts % kParts; rest != 0; rest = rest * 10 % kParts)
        decimals[static_cast<std::size_t>(count++)] = static_cast<char>('0' + rest * 10 / kParts);
    text.append(decimals.data(), static_cast<std::size_t>(count));
    return true;
}

// Without the sign of nan. Parts of a complex drop the ".0".
void appendReal(std::string& text, double number, bool withPointZero) {
    if (std::isnan(number)) {
        text += "nan";
        return;
    }
    if (std::signbit(number))
        text += '-';
    const double size = std::fabs(number);
    if (std::isinf(size)) {
        text += "inf";
        return;
    }
    if (size >= kMostFixed)
        return appendShortest(text, size, std::chars_format::scientific);
    const auto whole = static_cast<std::int64_t>(size);
    if (static_cast<double>(whole) == size) {
        appendWhole(text, whole);
        text += withPointZero ? ".0" : "";
    } else if (size < kLeastFixed) {
        appendShortest(text, size, std::chars_format::scientific);
    } else if (!appendShortDecimal(text, size)) {
        appendShortest(text, size, std::chars_format::fixed);
    }
}

} // namespace

void appendFloat(std::string& text, double number) {
    appendReal(text, number, true);
}

void appendComplex(std::string& text, double real, double imaginary) {
    const bool bare = real == 0.0 && !std::signbit(real);
    if (!bare) {
        text += '(';
        appendReal(text, real, false);
        if (std::isnan(imaginary) || !std::signbit(imaginary))
            text += '+';
    }
    appendReal(text, imaginary, false);
    text += bare ? "j" : "j)";
}

void appendInt(std::string& text, const Value& integer, Budget& budget) {
    if (integer.isSmallInt())
        return appendWhole(text, integer.smallInt());
    appendDecimal(text, integer.as<BigIntObject>().number, budget);
}

} // namespace keisan::eval
