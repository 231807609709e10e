// SPDX-License-Identifier: MIT
#include "common/eval/library/format_value.h"

#include "common/eval/library/arguments.h"
#include "common/eval/library/float_format.h"
#include "common/eval/library/format_spec.h"
#include "common/eval/runtime/context.h"
#include "common/eval/values/decimal.h"
#include "common/eval/values/print.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace keisan::eval {
namespace {

[[noreturn]] void refuse(std::string message) {
    raise(ErrorType::ValueError, std::move(message));
}

void appendFill(std::string& text, char32_t fill, std::int64_t count) {
    if (count > 0 && fill < 0x80)
        text.append(static_cast<std::size_t>(count), static_cast<char>(fill));
    else
        for (; count > 0; --count)
            appendCodePoint(text, fill);
}

// `width` code points, charged before they are made.
void requireRoom(Context& context, const FormatSpec& spec, std::size_t length) {
    const auto width = static_cast<double>(spec.width);
    const double bytes = std::max(width * (spec.fill < 0x80 ? 1.0 : 4.0), static_cast<double>(length));
    context.budget().requireTextBytes(bytes);
    context.spend(static_cast<std::uint64_t>(bytes));
}

std::string padded(Context& context, const std::string& text, const FormatSpec& spec) {
    requireRoom(context, spec, text.size());
    const std::int64_t missing = spec.width - static_cast<std::int64_t>(codePointCount(text));
    if (missing <= 0)
        return text;
    std::int64_t before = missing;
    if (spec.align == '<')
        before = 0;
    else if (spec.align == '^')
        before = missing / 2;
    std::string result;
    appendFill(result, spec.fill, before);
    result += text;
    appendFill(result, spec.fill, missing - before);
    return result;
}

// ---- numbers

// A number in pieces: sign, prefix (0x), digits before the point, and the rest.
struct NumberText {
    bool isNegative = false;
    std::string prefix;
    std::string digits;
    std::string rest;
};

NumberText splitNumber(const std::string& text) {
    NumberText number;
    number.isNegative = text.starts_with('-');
    const std::size_t start = number.isNegative ? 1 : 0;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", start), text.size());
    number.digits = text.substr(start, end - start);
    number.rest = text.substr(end);
    return number;
}

std::string signOf(const NumberText& number, char rule) {
    if (number.isNegative)
        return "-";
    return rule == '+' || rule == ' ' ? std::string(1, rule) : "";
}

// Digits in groups from the right, filled up with zeros to at least `width` characters, separators included.
std::string grouped(const std::string& digits, char separator, std::size_t group, std::int64_t width) {
    std::string reversed;
    std::size_t taken = 0;
    const auto wanted = static_cast<std::size_t>(std::max<std::int64_t>(width, 0));
    while (taken < digits.size() || reversed.size() < wanted) {
        // Never the leftmost character: a digit follows even where it goes past the width.
        if (separator != '\0' && taken > 0 && taken % group == 0)
            reversed += separator;
        reversed += taken < digits.size() ? digits[digits.size() - 1 - taken] : '0';
        ++taken;
    }
    return {reversed.rbegin(), reversed.rend()};
}

std::string laidOut(Context& context, const NumberText& number, const FormatSpec& spec) {
    requireRoom(context, spec, 2 * number.digits.size() + number.rest.size() + 8);
    const std::string sign = signOf(number, spec.sign);
    const bool isBinary = spec.type == U'b' || spec.type == U'o' || spec.type == U'x' || spec.type == U'X';
    const auto fixed =
        static_cast<std::int64_t>(sign.size() + number.prefix.size() + codePointCount(number.rest));
    const bool zeroFilled = spec.fill == U'0' && spec.align == '=' && !number.digits.empty();
    const std::string digits =
        grouped(number.digits, spec.grouping, isBinary ? 4 : 3, zeroFilled ? spec.width - fixed : 0);
    if (spec.align != '=')
        return padded(context, sign + number.prefix + digits + number.rest, spec);
    std::string text = sign + number.prefix;
    appendFill(text, spec.fill, spec.width - fixed - static_cast<std::int64_t>(digits.size()));
    return text + digits + number.rest;
}

// ---- float

int requirePrecision(Context& context, const FormatSpec& spec) {
    if (spec.precision > std::numeric_limits<int>::max())
        refuse("precision too big");
    context.budget().requireTextBytes(static_cast<double>(spec.precision));
    context.spend(static_cast<std::uint64_t>(std::max<std::int64_t>(spec.precision, 0)));
    return static_cast<int>(spec.precision);
}

// The type, and the precision where none was asked for.
FloatFormat floatFormatOf(Context& context, const FormatSpec& spec) {
    FloatFormat format;
    format.isAlternate = spec.isAlternate;
    format.dropsNegativeZero = spec.dropsNegativeZero;
    const bool hasPrecision = spec.precision != FormatSpec::kUnset;
    if (hasPrecision)
        format.precision = requirePrecision(context, spec);
    switch (spec.type) {
    case U'\0': format.type = hasPrecision ? 'g' : 'r'; break;
    case U'n': format.type = 'g'; break;
    case U'%': format.type = 'f'; break;
    default: format.type = static_cast<char>(spec.type); break;
    }
    return format;
}

std::string formatReal(Context& context, double x, const FormatSpec& spec) {
    FloatFormat format = floatFormatOf(context, spec);
    format.addsDotZero = spec.type == U'\0';
    const bool isPercent = spec.type == U'%';
    NumberText number = splitNumber(formatFloat(isPercent ? x * 100.0 : x, format));
    number.rest += isPercent ? "%" : "";
    return laidOut(context, number, spec);
}

bool isFloatType(char32_t type) {
    return type != U'\0' && std::u32string_view(U"eEfFgG%").find(type) != std::u32string_view::npos;
}

std::string formatFloatValue(Context& context, double x, std::string_view text) {
    const FormatSpec spec = parseFormatSpec(text, U'\0', '>', "float");
    if (spec.type != U'\0' && spec.type != U'n' && !isFloatType(spec.type))
        raiseUnknownFormat(spec.type, "float");
    return formatReal(context, x, spec);
}

// ---- int

std::string characterOf(const Value& value, const FormatSpec& spec) {
    if (spec.sign != '\0')
        refuse("Sign not allowed with integer format specifier 'c'");
    if (spec.isAlternate)
        refuse("Alternate form (#) not allowed with integer format specifier 'c'");
    const auto code = toInt64(value);
    if (!code)
        raise(ErrorType::OverflowError, "Python int too large to convert to C long");
    if (*code < 0 || *code > 0x10ffff)
        raise(ErrorType::OverflowError, "%c arg not in range(0x110000)");
    std::string text;
    appendCodePoint(text, static_cast<char32_t>(*code));
    return text;
}

int baseOf(char32_t type) {
    switch (type) {
    case U'b': return 2;
    case U'o': return 8;
    case U'x': return 16;
    case U'X': return -16; // capital digits, as GMP has it
    default: return 10;
    }
}

std::string digitsOf(Context& context, const Value& value, int base) {
    std::string text;
    if (base == 10) {
        appendDecimal(text, IntegerView(value), context.budget());
        return text;
    }
    const IntegerView number(value);
    const std::size_t size = mpz_sizeinbase(number, std::abs(base)) + 2;
    context.budget().requireTextBytes(static_cast<double>(size));
    context.spend(size);
    text.resize(size);
    mpz_get_str(text.data(), base, number);
    text.resize(text.find('\0'));
    return text;
}

NumberText integerText(Context& context, const Value& value, const FormatSpec& spec) {
    NumberText number;
    if (spec.type == U'c') {
        number.rest = characterOf(value, spec);
        return number;
    }
    const int base = baseOf(spec.type);
    number.digits = digitsOf(context, value, base);
    number.isNegative = number.digits.starts_with('-');
    if (number.isNegative)
        number.digits.erase(0, 1);
    if (spec.isAlternate && base != 10)
        number.prefix = {'0', static_cast<char>(spec.type)};
    return number;
}

std::string formatInt(Context& context, const Value& value, std::string_view text) {
    const FormatSpec spec = parseFormatSpec(text, U'd', '>', typeName(value));
    if (isFloatType(spec.type))
        return formatReal(context, toDouble(value), spec);
    if (std::u32string_view(U"bcdoxXn").find(spec.type) == std::u32string_view::npos)
        raiseUnknownFormat(spec.type, typeName(value));
    if (spec.precision != FormatSpec::kUnset)
        refuse("Precision not allowed in integer format specifier");
    if (spec.dropsNegativeZero)
        refuse("Negative zero coercion (z) not allowed in integer format specifier");
    return laidOut(context, integerText(context, value, spec), spec);
}

// ---- complex

std::string formatComplex(Context& context, const Complex& z, std::string_view text) {
    FormatSpec spec = parseFormatSpec(text, U'\0', '>', "complex");
    if (spec.type != U'\0' && spec.type != U'n' && (!isFloatType(spec.type) || spec.type == U'%'))
        raiseUnknownFormat(spec.type, "complex");
    const FloatFormat format = floatFormatOf(context, spec);
    if (spec.fill == U'0')
        refuse("Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        refuse("'=' alignment flag is not allowed in complex format specifier");
    const bool isPlain = spec.type == U'\0';
    const bool skipsReal = isPlain && z.real == 0.0 && !std::signbit(z.real);
    FormatSpec part = spec;
    part.width = FormatSpec::kUnset;
    std::string result;
    if (!skipsReal) {
        result = laidOut(context, splitNumber(formatFloat(z.real, format)), part);
        part.sign = '+';
    }
    result += laidOut(context, splitNumber(formatFloat(z.imaginary, format)), part) + "j";
    if (isPlain && !skipsReal)
        result = "(" + result + ")";
    return padded(context, result, spec);
}

// ---- str

std::string formatStr(Context& context, std::string_view value, std::string_view text) {
    const FormatSpec spec = parseFormatSpec(text, U's', '<', "str");
    if (spec.type != U's')
        raiseUnknownFormat(spec.type, "str");
    if (spec.sign == ' ')
        refuse("Space not allowed in string format specifier");
    if (spec.sign != '\0')
        refuse("Sign not allowed in string format specifier");
    if (spec.dropsNegativeZero)
        refuse("Negative zero coercion (z) not allowed in string format specifier");
    if (spec.isAlternate)
        refuse("Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=')
        refuse("'=' alignment not allowed in string format specifier");
    if (spec.precision != FormatSpec::kUnset) {
        const auto most = static_cast<std::size_t>(spec.precision);
        context.spend(std::min(value.size(), most));
        value = value.substr(0, byteOffset(value, most));
    }
    context.spend(value.size() / 2);
    return padded(context, std::string(value), spec);
}

} // namespace

std::string formatValue(Context& context, const Value& value, std::string_view spec) {
    if (spec.empty())
        return strOf(value, context.budget());
    // A spec that is none is read to its end, and then told whole in the message.
    context.spend(spec.size() * 2);
    if (value.isInt())
        return formatInt(context, value, spec);
    if (value.is(Kind::Float))
        return formatFloatValue(context, value.real(), spec);
    if (value.is(Kind::Complex))
        return formatComplex(context, value.as<ComplexObject>().number, spec);
    if (value.is(Kind::Str))
        return formatStr(context, textOf(value), spec);
    raise(ErrorType::TypeError,
          "unsupported format string passed to " + std::string(typeName(value)) + ".__format__");
}

} // namespace keisan::eval
