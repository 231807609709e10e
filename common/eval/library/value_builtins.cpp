// SPDX-License-Identifier: MIT
#include "common/eval/library/arguments.h"
#include "common/eval/library/ascii_text.h"
#include "common/eval/library/builtin_tables.h"
#include "common/eval/library/counting.h"
#include "common/eval/library/format_value.h"
#include "common/eval/library/number_text.h"
#include "common/eval/runtime/context.h"
#include "common/eval/values/print.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <cmath>

namespace keisan::eval {
namespace {

double absoluteValue(const Complex& z) {
    const double size = std::hypot(z.real, z.imaginary);
    if (std::isinf(size) && std::isfinite(z.real) && std::isfinite(z.imaginary))
        raise(ErrorType::OverflowError, "absolute value too large");
    return size;
}

Value absRow(Context& context, const Arguments& arguments) {
    const Value& value = arguments[0];
    if (value.isInt())
        return signOf(value) < 0 ? unary(UnaryOperator::Negate, value, context.budget()) : asPlainInt(value);
    if (value.is(Kind::Float))
        return Value::real(std::fabs(value.real()));
    if (value.is(Kind::Complex))
        return Value::real(absoluteValue(value.as<ComplexObject>().number));
    raise(ErrorType::TypeError, "bad operand type for abs(): '" + std::string(typeName(value)) + "'");
}

template <int Base>
Value digitsRow(Context& context, const Arguments& arguments) {
    const IntegerView number(requireIndex(arguments[0]));
    context.budget().requireValueBytes(static_cast<double>(mpz_sizeinbase(number, Base)));
    context.spend(mpz_sizeinbase(number, Base));
    constexpr std::string_view kPrefix = Base == 2 ? "0b" : (Base == 8 ? "0o" : "0x");
    std::string digits(mpz_sizeinbase(number, Base) + 2, '\0');
    mpz_get_str(digits.data(), Base, number);
    digits.resize(digits.find('\0'));
    digits.insert(digits.starts_with('-') ? 1 : 0, kPrefix);
    return strValue(digits);
}

Value chrRow(Context&, const Arguments& arguments) {
    const auto number = toInt64(requireIndex(arguments[0]));
    if (!number || *number < 0 || *number > 0x10ffff)
        raise(ErrorType::ValueError, "chr() arg not in range(0x110000)");
    std::string text;
    appendCodePoint(text, static_cast<char32_t>(*number));
    return strValue(text);
}

Value ordRow(Context&, const Arguments& arguments) {
    const Value& value = arguments[0];
    if (!StrObject::holds(value.kind()))
        raise(ErrorType::TypeError,
              "ord() expected string of length 1, but " + std::string(typeName(value)) + " found");
    const auto& text = value.as<StrObject>();
    if (text.length() != 1)
        raise(ErrorType::TypeError,
              "ord() expected a character, but string of length " + std::to_string(text.length()) + " found");
    if (value.is(Kind::Bytes))
        return Value::integer(static_cast<unsigned char>(text.text().front()));
    return Value::integer(static_cast<std::int64_t>(firstCodePoint(text.text()).value));
}

Value divmodRow(Context& context, const Arguments& arguments) {
    return divideWithRemainder(arguments[0], arguments[1], context.budget());
}

Value powRow(Context& context, const Arguments& arguments) {
    const Value& modulus = arguments[2];
    if (modulus.isAbsent() || modulus.isNone())
        return binary(Operator::Power, arguments[0], arguments[1], context.budget());
    return powerModulo(arguments[0], arguments[1], modulus, context.budget());
}

Value asciiRow(Context& context, const Arguments& arguments) {
    return strValue(asciiOf(arguments[0], context.budget()));
}

Value reprRow(Context& context, const Arguments& arguments) {
    return strValue(reprOf(arguments[0], context.budget()));
}

// ---- round

// An int to tens, hundreds...: half to even.
Value roundedInt(Context& context, const Value& integer, const Value& digits) {
    if (signOf(requireIndex(digits)) >= 0)
        return asPlainInt(integer);
    const auto given = toInt64(digits);
    const double bits = static_cast<double>(bitLength(integer));
    // More zeros than the number has digits.
    if (!given || -static_cast<double>(*given) * 3.3219 > bits + 4.0)
        return Value::integer(0);
    const auto zeros = static_cast<std::uint64_t>(-*given);
    context.spend(6 * productWork(bits));
    Integer unit;
    mpz_ui_pow_ui(unit, 10, zeros);
    Integer quotient;
    Integer rest;
    mpz_fdiv_qr(quotient, rest, IntegerView(integer), unit);
    mpz_mul_2exp(rest, rest, 1);
    const int half = mpz_cmp(rest, unit);
    if (half > 0 || (half == 0 && mpz_tstbit(quotient, 0) != 0))
        mpz_add_ui(quotient, quotient, 1);
    mpz_mul(quotient, quotient, unit);
    return intValue(std::move(quotient));
}

Value roundedFloat(double x, const Value& digits) {
    constexpr std::int64_t kFar = 10'000; // past every digit of a double
    if (digits.isAbsent() || digits.isNone())
        return wholePart(std::isfinite(x) ? std::nearbyint(x) : x);
    const Value& index = requireIndex(digits);
    const auto given = toInt64(index);
    const std::int64_t count = given ? std::min(std::max(*given, -kFar), kFar) : signOf(index) * kFar;
    const double r = roundedToDigits(x, static_cast<int>(count));
    if (std::isinf(r) && std::isfinite(x))
        raise(ErrorType::OverflowError, "rounded value too large to represent");
    return Value::real(r);
}

Value roundRow(Context& context, const Arguments& arguments) {
    const Value& number = arguments[0];
    const Value& digits = arguments[1];
    if (number.isInt())
        return digits.isAbsent() || digits.isNone() ? asPlainInt(number)
                                                    : roundedInt(context, number, digits);
    if (number.is(Kind::Float))
        return roundedFloat(number.real(), digits);
    raise(ErrorType::TypeError, "type " + std::string(typeName(number)) + " doesn't define __round__ method");
}

Value formatRow(Context& context, const Arguments& arguments) {
    const std::string_view spec =
        arguments.size() == 2 ? requireStrArgument(arguments[1], "format() argument 2") : "";
    return strValue(formatValue(context, arguments[0], spec));
}

constexpr ArityRule kOne{Arity::One};

constexpr Builtin kRows[] = {
    {"abs", "", "abs(x, /)", kOne, absRow, "The absolute value of a number."},
    {"ascii", "", "ascii(obj, /)", kOne, asciiRow, "repr with escapes for what is not ASCII."},
    {"bin", "", "bin(number, /)", kOne, digitsRow<2>, "An integer in binary notation."},
    {"chr", "", "chr(i, /)", kOne, chrRow, "The character with this Unicode number."},
    {"divmod", "", "divmod(x, y, /)", {Arity::Counted, 2, 2}, divmodRow, "(x//y, x%y)."},
    {"format",
     "",
     "format(value, format_spec='', /)",
     {Arity::Counted, 1, 2},
     formatRow,
     "A value as text, in the layout of the format specification."},
    {"hex", "", "hex(number, /)", kOne, digitsRow<16>, "An integer in hexadecimal notation."},
    {"oct", "", "oct(number, /)", kOne, digitsRow<8>, "An integer in octal notation."},
    {"ord", "", "ord(c, /)", kOne, ordRow, "The Unicode number of a character."},
    {"pow", "", "pow(base, exp, mod=None)", {Arity::Named, 2, 3}, powRow, "base**exp, or base**exp % mod."},
    {"repr", "", "repr(obj, /)", kOne, reprRow, "A value as it is written in an expression."},
    {"round",
     "",
     "round(number, ndigits=None)",
     {Arity::Named, 1, 2},
     roundRow,
     "The nearest number with so many digits after the point; halves to even."},
};

} // namespace

std::span<const Builtin> valueBuiltins() {
    return kRows;
}

} // namespace keisan::eval
