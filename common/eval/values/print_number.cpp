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

// The decimal exponents outside which a float is written with an exponent.
constexpr int kMinFixedExponent = -4;
constexpr int kMaxFixedExponent = 16;

// Whole numbers below this print as their digits.
constexpr double kPlainWhole = 1e15;

constexpr std::size_t kLongestNumber = 32;

void appendWhole(std::string& text, std::int64_t number) {
    std::array<char, kLongestNumber> buffer;
    text.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr);
}

// "d.ddde+xx" as to_chars writes it, taken apart.
struct Scientific {
    explicit Scientific(double number) {
        std::array<char, kLongestNumber> buffer;
        const char* const end =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific)
                .ptr;
        const char* at = buffer.data();
        for (; *at != 'e'; ++at)
            if (*at != '.')
                digits[count++] = *at;
        std::from_chars(at[1] == '+' ? at + 2 : at + 1, end, exponent);
    }

    std::array<char, kLongestNumber> digits;
    std::size_t count = 0;
    int exponent = 0;
};

void appendExponentForm(std::string& text, const Scientific& number) {
    text += number.digits[0];
    if (number.count > 1) {
        text += '.';
        text.append(&number.digits[1], number.count - 1);
    }
    text += number.exponent < 0 ? "e-" : "e+";
    const int size = std::abs(number.exponent);
    if (size < 10)
        text += '0';
    appendWhole(text, size);
}

void appendFixedForm(std::string& text, const Scientific& number, bool withPointZero) {
    if (number.exponent < 0) {
        text += "0.";
        text.append(static_cast<std::size_t>(-number.exponent - 1), '0');
        text.append(number.digits.data(), number.count);
        return;
    }
    const auto whole = static_cast<std::size_t>(number.exponent) + 1;
    if (number.count > whole) {
        text.append(number.digits.data(), whole);
        text += '.';
        text.append(&number.digits[whole], number.count - whole);
        return;
    }
    text.append(number.digits.data(), number.count);
    text.append(whole - number.count, '0');
    if (withPointZero)
        text += ".0";
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
    if (size < kPlainWhole && size == std::floor(size)) {
        appendWhole(text, static_cast<std::int64_t>(size));
        if (withPointZero)
            text += ".0";
        return;
    }
    const Scientific parts(size);
    if (parts.exponent < kMinFixedExponent || parts.exponent >= kMaxFixedExponent)
        appendExponentForm(text, parts);
    else
        appendFixedForm(text, parts, withPointZero);
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
