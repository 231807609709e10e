// SPDX-License-Identifier: MIT
// int, bool, float and complex: how they are made of other values, their methods and attributes.
#include "common/eval/library/arguments.h"
#include "common/eval/library/number_text.h"
#include "common/eval/library/types.h"
#include "common/eval/runtime/context.h"
#include "common/eval/runtime/integer_arithmetic.h"
#include "common/eval/values/decimal.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/print.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace keisan::eval {
namespace {

constexpr ArityRule kNone{Arity::None};
constexpr ArityRule kOne{Arity::One};
constexpr ArityRule kUpToOne{Arity::Counted, 0, 1};

// ---- int, bool

// What CPython cuts the repr of a bad number to.
constexpr std::size_t kShownCodePoints = 200;

// A str or bytes as the readers of numbers look at it. A byte beyond ASCII is no digit.
std::string numberText(const Value& text) {
    if (text.is(Kind::Str))
        return asciiNumberText(textOf(text));
    std::string ascii(textOf(text));
    std::replace_if(
        ascii.begin(), ascii.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
    return ascii;
}

Value intFromText(Context& context, const Value& text, int base) {
    context.spend(2 * textOf(text).size()); // which is copied twice
    const auto number = parseInteger(numberText(text), base);
    if (!number) {
        const std::string shown = reprOf(text, context.budget());
        raise(ErrorType::ValueError, "invalid literal for int() with base " + std::to_string(base) + ": " +
                                         shown.substr(0, byteOffset(shown, kShownCodePoints)));
    }
    Integer result = fromDigits(number->digits, number->base, context.budget());
    if (number->isNegative)
        mpz_neg(result, result);
    return intValue(std::move(result));
}

Value intFromOne(Context& context, const Value& value) {
    if (value.isInt())
        return asPlainInt(value);
    if (value.is(Kind::Float))
        return wholePart(value.real());
    if (StrObject::holds(value.kind()))
        return intFromText(context, value, 10);
    raise(ErrorType::TypeError,
          "int() argument must be a string, a bytes-like object or a real number, not '" +
              std::string(typeName(value)) + "'");
}

Value makeInt(Context& context, const Arguments& arguments) {
    const Value& base = arguments[1];
    if (arguments[0].isAbsent()) {
        if (!base.isAbsent())
            raise(ErrorType::TypeError, "int() missing string argument");
        return Value::integer(0);
    }
    if (base.isAbsent())
        return intFromOne(context, arguments[0]);
    const auto number = toInt64(requireIndex(base));
    if (!number || *number < 0 || *number == 1 || *number > 36)
        raise(ErrorType::ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (!StrObject::holds(arguments[0].kind()))
        raise(ErrorType::TypeError, "int() can't convert non-string with explicit base");
    return intFromText(context, arguments[0], static_cast<int>(*number));
}

Value makeBool(Context&, const Arguments& arguments) {
    return Value::boolean(arguments.size() == 1 && isTrue(arguments[0]));
}

Value intItself(Context&, const Arguments& arguments) {
    return asPlainInt(arguments.self);
}
Value bitLengthOf(Context&, const Arguments& arguments) {
    return intValue(bitLength(arguments.self));
}
Value bitCountOf(Context& context, const Arguments& arguments) {
    const IntegerView number(arguments.self);
    chargeLinear(mpz_size(number), context.budget());
    Integer magnitude;
    mpz_abs(magnitude, number);
    return intValue(static_cast<std::uint64_t>(mpz_popcount(magnitude)));
}
Value intIsInteger(Context&, const Arguments&) {
    return Value::boolean(true);
}
Value intRatio(Context&, const Arguments& arguments) {
    return pairValue(asPlainInt(arguments.self), Value::integer(1));
}

Value intReal(Context&, const Value& self) {
    return asPlainInt(self);
}
Value intImaginary(Context&, const Value&) {
    return Value::integer(0);
}
Value one(Context&, const Value&) {
    return Value::integer(1);
}

constexpr Builtin kMakeInt{
    "int", "", "int(x=0, /, base=10)", {Arity::Made, 0, 2}, makeInt, "A number or text as an integer."};
constexpr Builtin kMakeBool{"bool", "", "bool(object=False, /)", kUpToOne, makeBool, "True or False."};

constexpr Builtin kIntMethods[] = {
    {"as_integer_ratio", "int", "as_integer_ratio()", kNone, intRatio, "(n, 1)."},
    {"bit_count", "int", "bit_count()", kNone, bitCountOf,
     "The number of ones in the binary form of the number's size."},
    {"bit_length", "int", "bit_length()", kNone, bitLengthOf, "The number of bits of the number's size."},
    {"conjugate", "int", "conjugate()", kNone, intItself, "The number itself."},
    {"is_integer", "int", "is_integer()", kNone, intIsInteger, "True."},
};
constexpr AttributeRow kIntAttributes[] = {
    {"real", intReal, "The number itself.", "int"},
    {"imag", intImaginary, "0.", "int"},
    {"numerator", intReal, "The number itself.", "int"},
    {"denominator", one, "1.", "int"},
};

// ---- float

Value makeFloat(Context& context, const Arguments& arguments) {
    if (arguments.size() == 0)
        return Value::real(0.0);
    const Value& value = arguments[0];
    if (value.is(Kind::Float))
        return value;
    if (value.isInt())
        return Value::real(requireReal(value));
    if (!StrObject::holds(value.kind()))
        raise(ErrorType::TypeError, "float() argument must be a string or a real number, not '" +
                                        std::string(typeName(value)) + "'");
    context.spend(textOf(value).size());
    const auto number = parseFloat(numberText(value));
    if (!number)
        raise(ErrorType::ValueError, "could not convert string to float: " + reprOf(value, context.budget()));
    return Value::real(*number);
}

Value fromHex(Context& context, const Arguments& arguments) {
    if (!arguments[0].is(Kind::Str))
        raise(ErrorType::TypeError, "bad argument type for built-in operation");
    context.spend(textOf(arguments[0]).size());
    const auto number = parseHexFloat(textOf(arguments[0]));
    if (!number)
        raise(ErrorType::ValueError, "invalid hexadecimal floating-point string");
    if (number->overflows)
        raise(ErrorType::OverflowError, "hexadecimal value too large to represent as a float");
    return Value::real(number->value);
}

Value floatItself(Context&, const Arguments& arguments) {
    return arguments.self;
}
Value floatHex(Context&, const Arguments& arguments) {
    return strValue(hexOfFloat(arguments.self.real()));
}
Value floatIsInteger(Context&, const Arguments& arguments) {
    const double x = arguments.self.real();
    return Value::boolean(std::isfinite(x) && x == std::floor(x));
}

Value floatRatio(Context&, const Arguments& arguments) {
    const double x = arguments.self.real();
    if (std::isinf(x))
        raise(ErrorType::OverflowError, "cannot convert Infinity to integer ratio");
    if (std::isnan(x))
        raise(ErrorType::ValueError, "cannot convert NaN to integer ratio");
    int exponent = 0;
    const double mantissa = std::frexp(x, &exponent);
    auto numerator = static_cast<std::int64_t>(std::ldexp(mantissa, 53));
    exponent -= 53;
    while (numerator != 0 && numerator % 2 == 0 && exponent < 0) {
        numerator /= 2;
        ++exponent;
    }
    Integer top(numerator);
    Integer bottom(1);
    if (numerator == 0)
        exponent = 0;
    mpz_mul_2exp(top, top, exponent > 0 ? static_cast<mp_bitcnt_t>(exponent) : 0);
    mpz_mul_2exp(bottom, bottom, exponent < 0 ? static_cast<mp_bitcnt_t>(-exponent) : 0);
    return pairValue(intValue(std::move(top)), intValue(std::move(bottom)));
}

Value floatReal(Context&, const Value& self) {
    return self;
}
Value floatImaginary(Context&, const Value&) {
    return Value::real(0.0);
}

constexpr Builtin kMakeFloat{"float",  "",        "float(x=0, /)",
                             kUpToOne, makeFloat, "A number or text as a float."};

constexpr Builtin kFloatMethods[] = {
    {"as_integer_ratio", "float", "as_integer_ratio()", kNone, floatRatio,
     "Two integers whose quotient is the number."},
    {"conjugate", "float", "conjugate()", kNone, floatItself, "The number itself."},
    {"hex", "float", "hex()", kNone, floatHex, "The number in hexadecimal notation, exactly."},
    {"is_integer", "float", "is_integer()", kNone, floatIsInteger, "Whether the number is whole."},
};
constexpr Builtin kFloatStatics[] = {
    {"fromhex", "float", "fromhex(string, /)", kOne, fromHex, "The float that hex() wrote."},
};
constexpr AttributeRow kFloatAttributes[] = {
    {"real", floatReal, "The number itself.", "float"},
    {"imag", floatImaginary, "0.0.", "float"},
};

// ---- complex

Value complexFromText(const Value& text, Budget& budget) {
    budget.spend(2 * textOf(text).size()); // which is copied twice
    const auto plain = withoutUnderscores(asciiNumberText(textOf(text)));
    if (!plain)
        raise(ErrorType::ValueError, "could not convert string to complex: " + reprOf(text, budget));
    const auto number = parseComplex(*plain);
    if (!number)
        raise(ErrorType::ValueError, "complex() arg is a malformed string");
    return complexValue(*number);
}

void requireNumber(const Value& value, std::string_view wording) {
    if (!value.isNumber())
        raise(ErrorType::TypeError,
              "complex() " + std::string(wording) + ", not '" + std::string(typeName(value)) + "'");
}

Value makeComplex(Context& context, const Arguments& arguments) {
    const Value& real = arguments[0];
    const Value& imaginary = arguments[1];
    if (real.is(Kind::Str)) {
        if (!imaginary.isAbsent())
            raise(ErrorType::TypeError, "complex() can't take second arg if first is a string");
        return complexFromText(real, context.budget());
    }
    if (imaginary.is(Kind::Str))
        raise(ErrorType::TypeError, "complex() second arg can't be a string");
    if (!real.isAbsent())
        requireNumber(real, "first argument must be a string or a number");
    if (!imaginary.isAbsent())
        requireNumber(imaginary, "second argument must be a number");
    else if (real.is(Kind::Complex))
        return real;
    std::complex<double> a = real.isAbsent() ? 0.0 : requireComplex(real);
    const std::complex<double> b = imaginary.isAbsent() ? 0.0 : requireComplex(imaginary);
    // real + imaginary * 1j, without touching the sign of a zero where nothing is added.
    double x = a.real();
    double y = b.real();
    if (imaginary.is(Kind::Complex))
        x -= b.imag();
    if (real.is(Kind::Complex))
        y = imaginary.isAbsent() ? a.imag() : y + a.imag();
    return complexValue(std::complex<double>(x, y));
}

Value complexConjugate(Context&, const Arguments& arguments) {
    const Complex& z = arguments.self.as<ComplexObject>().number;
    return complexValue(Complex{z.real, -z.imaginary});
}
Value complexReal(Context&, const Value& self) {
    return Value::real(self.as<ComplexObject>().number.real);
}
Value complexImaginary(Context&, const Value& self) {
    return Value::real(self.as<ComplexObject>().number.imaginary);
}

constexpr Builtin kMakeComplex{"complex",
                               "",
                               "complex(real=0, imag=0)",
                               {Arity::Named, 0, 2},
                               makeComplex,
                               "real + imag*1j, or the complex number in a text."};
constexpr Builtin kComplexMethods[] = {
    {"conjugate", "complex", "conjugate()", kNone, complexConjugate,
     "The number with its imaginary part negated."},
};
constexpr AttributeRow kComplexAttributes[] = {
    {"real", complexReal, "The real part.", "complex", true},
    {"imag", complexImaginary, "The imaginary part.", "complex", true},
};

} // namespace

const TypeRow kIntType{"int", &kMakeInt, kIntMethods, kIntAttributes, {}};
const TypeRow kBoolType{"bool", &kMakeBool, {}, {}, {}, &kIntType};
const TypeRow kFloatType{"float", &kMakeFloat, kFloatMethods, kFloatAttributes, kFloatStatics};
const TypeRow kComplexType{"complex", &kMakeComplex, kComplexMethods, kComplexAttributes, {}};

} // namespace keisan::eval
