// SPDX-License-Identifier: MIT
#include "common/eval/library/number_text.h"

#include "common/eval/library/unicode.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace keisan::eval {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWithWord(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char w, char c) { return w == lowered(c); });
}

std::size_t digitsAt(std::string_view text, std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - from;
}

// from_chars does not say which end a number beyond the doubles lies at.
double beyondRange(std::string_view number) {
    const std::size_t exponentAt = number.find_first_of("eE");
    const std::string_view mantissa = number.substr(0, exponentAt);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t leading = mantissa.find_first_of("123456789");
    std::int64_t exponent = 0;
    if (exponentAt != std::string_view::npos) {
        std::string_view digits = number.substr(exponentAt + 1);
        const bool isNegative = digits.front() == '-';
        if (isNegative || digits.front() == '+')
            digits.remove_prefix(1);
        if (std::from_chars(digits.data(), digits.data() + digits.size(), exponent).ec != std::errc())
            exponent = std::numeric_limits<std::int32_t>::max();
        exponent = isNegative ? -exponent : exponent;
    }
    const std::int64_t magnitude = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(leading);
    return magnitude + exponent > 0 ? kInfinity : 0.0;
}

// The length of the longest unsigned number at the beginning, 0 where there is none; its value.
std::size_t unsignedPrefix(std::string_view text, double& value) {
    for (const std::string_view word : {"infinity", "inf", "nan"}) {
        if (startsWithWord(text, word)) {
            value = word == "nan" ? std::numeric_limits<double>::quiet_NaN() : kInfinity;
            return word.size();
        }
    }
    std::size_t length = digitsAt(text, 0);
    std::size_t digits = length;
    if (length < text.size() && text[length] == '.') {
        const std::size_t fraction = digitsAt(text, length + 1);
        digits += fraction;
        length += 1 + fraction;
    }
    if (digits == 0)
        return 0;
    if (length < text.size() && lowered(text[length]) == 'e') {
        std::size_t exponent = length + 1;
        if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-'))
            ++exponent;
        const std::size_t exponentDigits = digitsAt(text, exponent);
        if (exponentDigits != 0)
            length = exponent + exponentDigits;
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + length, value);
    if (error == std::errc::result_out_of_range)
        value = beyondRange(text.substr(0, length));
    return length;
}

// The same with a sign.
std::size_t signedPrefix(std::string_view text, double& value) {
    const bool hasSign = !text.empty() && (text[0] == '+' || text[0] == '-');
    const std::size_t length = unsignedPrefix(text.substr(hasSign ? 1 : 0), value);
    if (length == 0)
        return 0;
    if (hasSign && text[0] == '-')
        value = -value;
    return length + (hasSign ? 1 : 0);
}

int digitOf(char c) {
    if (isDigit(c))
        return c - '0';
    const char letter = lowered(c);
    return letter >= 'a' && letter <= 'z' ? letter - 'a' + 10 : 99;
}

int baseOfPrefix(std::string_view text) {
    if (text.size() < 2 || text[0] != '0')
        return 0;
    switch (text[1]) {
    case 'x':
    case 'X': return 16;
    case 'o':
    case 'O': return 8;
    case 'b':
    case 'B': return 2;
    default: return 0;
    }
}

} // namespace

bool isAsciiBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view stripped(std::string_view text) {
    while (!text.empty() && isAsciiBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isAsciiBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string asciiNumberText(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return std::string(text);
    std::string ascii;
    while (!text.empty()) {
        const CodePoint c = firstCodePoint(text);
        text.remove_prefix(c.bytes);
        if (c.value < 0x80)
            ascii += static_cast<char>(c.value);
        else if (const auto digit = decimalDigit(c.value))
            ascii += static_cast<char>('0' + *digit);
        else if (isSpaceCharacter(c.value))
            ascii += ' ';
        else
            return ascii + '?';
    }
    return ascii;
}

std::optional<std::string> withoutUnderscores(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_')
            result += text[i];
        else if (i == 0 || i + 1 == text.size() || !isDigit(text[i - 1]) || !isDigit(text[i + 1]))
            return std::nullopt;
    }
    return result;
}

std::optional<double> parseFloat(std::string_view text) {
    const auto plain = withoutUnderscores(stripped(text));
    double value = 0.0;
    if (!plain || plain->empty() || signedPrefix(*plain, value) != plain->size())
        return std::nullopt;
    return value;
}

std::optional<std::complex<double>> parseComplex(std::string_view text) {
    text = stripped(text);
    if (text.size() >= 2 && text.front() == '(' && text.back() == ')')
        text = stripped(text.substr(1, text.size() - 2));
    if (text.empty())
        return std::nullopt;
    std::string_view rest = text;
    const auto isJ = [](std::string_view t) { return t == "j" || t == "J"; };
    // A sign before a bare j counts as one.
    const auto signAlone = [](std::string_view& t) {
        const bool isNegative = t.front() == '-';
        if (isNegative || t.front() == '+')
            t.remove_prefix(1);
        return isNegative ? -1.0 : 1.0;
    };
    double first = 0.0;
    if (const std::size_t length = signedPrefix(rest, first)) {
        rest.remove_prefix(length);
        if (rest.empty())
            return std::complex<double>(first, 0.0);
        if (isJ(rest))
            return std::complex<double>(0.0, first);
        if (rest.front() != '+' && rest.front() != '-')
            return std::nullopt;
    }
    double second = 0.0;
    if (const std::size_t length = signedPrefix(rest, second))
        rest.remove_prefix(length);
    else
        second = signAlone(rest);
    return isJ(rest) ? std::optional(std::complex<double>(first, second)) : std::nullopt;
}

std::optional<IntegerText> parseInteger(std::string_view text, int base) {
    text = stripped(text);
    IntegerText number;
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
        number.isNegative = text[0] == '-';
        text.remove_prefix(1);
    }
    const int prefix = baseOfPrefix(text);
    // "010" was octal once: with base 0 it is refused unless it is zero.
    const bool mustBeZero = base == 0 && prefix == 0 && text.starts_with('0');
    number.base = base != 0 ? base : (prefix != 0 ? prefix : 10);
    if (prefix != 0 && prefix == number.base) {
        text.remove_prefix(2);
        if (text.starts_with('_'))
            text.remove_prefix(1);
    }
    number.digits.reserve(text.size());
    bool afterDigit = false;
    for (const char c : text) {
        if (c == '_' ? !afterDigit : digitOf(c) >= number.base)
            return std::nullopt;
        afterDigit = c != '_';
        if (afterDigit)
            number.digits += c;
    }
    if (!afterDigit || (mustBeZero && number.digits.find_first_not_of('0') != std::string::npos))
        return std::nullopt;
    return number;
}

} // namespace keisan::eval
