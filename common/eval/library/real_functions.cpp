// SPDX-License-Identifier: MIT
#include "common/eval/library/real_functions.h"

#include "common/eval/library/arguments.h"
#include "common/eval/library/float_steps.h"
#include "common/eval/library/gamma.h"
#include "common/eval/library/math_errors.h"
#include "common/eval/runtime/context.h"
#include "common/eval/runtime/integer_arithmetic.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace keisan::eval {
namespace {

// A function of the C library. C signals nothing but its result: nan from a number is a domain error; inf
// from a finite number a range error where the function grows without bound, a pole otherwise.
enum class AtInfinity { Pole, Overflow };
template <double (*Function)(double), AtInfinity Meaning = AtInfinity::Pole>
Value real(Context&, const Arguments& arguments) {
    const double x = requireReal(arguments[0]);
    const double r = Function(x);
    if (std::isnan(r) && !std::isnan(x))
        throwMathDomainError();
    if (std::isinf(r) && std::isfinite(x))
        Meaning == AtInfinity::Overflow ? throwMathRangeError() : throwMathDomainError();
    return Value::real(r);
}

// One that throws its own errors or cannot fail.
template <double (*Function)(double)>
Value total(Context&, const Arguments& arguments) {
    return Value::real(Function(requireReal(arguments[0])));
}

template <double (*Function)(double, double)>
Value ofTwo(Context&, const Arguments& arguments) {
    const double x = requireReal(arguments[0]);
    const double y = requireReal(arguments[1]);
    const double r = Function(x, y);
    if (std::isnan(r) && !std::isnan(x) && !std::isnan(y))
        throwMathDomainError();
    if (std::isinf(r) && std::isfinite(x) && std::isfinite(y))
        throwMathRangeError();
    return Value::real(r);
}

template <bool (*Test)(double)>
Value test(Context&, const Arguments& arguments) {
    return Value::boolean(Test(requireReal(arguments[0])));
}

double cubeRoot(double x) {
    return std::cbrt(x);
}
double toDegrees(double x) {
    return x * (180.0 / std::numbers::pi);
}
double toRadians(double x) {
    return x * (std::numbers::pi / 180.0);
}
bool isFinite(double x) {
    return std::isfinite(x);
}
bool isInfinite(double x) {
    return std::isinf(x);
}
bool isNan(double x) {
    return std::isnan(x);
}

// log, log2, log10 of an int of any size: log(x) = log(m) + e log(2) for x = m 2**e.
template <double (*Logarithm)(double)>
double logarithm(const Value& value, Budget& budget) {
    if (!value.isInt()) {
        const double x = requireReal(value);
        if (x <= 0.0) // -inf too; a nan goes through
            throwMathDomainError();
        return Logarithm(x);
    }
    if (signOf(value) <= 0)
        throwMathDomainError();
    const IntegerView number(value);
    if (const auto x = nearestDouble(number))
        return Logarithm(*x);
    // The mantissa is rounded half to even, not cut off as mpz_get_d_2exp does.
    const std::uint64_t bits = bitLength(value);
    const std::uint64_t shift = bits - 1000;
    chargeLinear(mpz_size(number), budget); // to find its lowest bit
    Integer top;
    mpz_tdiv_q_2exp(top, number, shift);
    if (mpz_scan1(number, 0) < shift)
        mpz_setbit(top, 0); // anything below the half stays visible to the rounding
    int exponent = 0;
    const double mantissa = std::frexp(*nearestDouble(top), &exponent);
    return Logarithm(mantissa) + Logarithm(2.0) * (static_cast<double>(shift) + exponent);
}

template <double (*Logarithm)(double)>
Value log(Context& context, const Arguments& arguments) {
    return Value::real(logarithm<Logarithm>(arguments[0], context.budget()));
}

Value logToBase(Context& context, const Arguments& arguments) {
    const double x = logarithm<::log>(arguments[0], context.budget());
    if (arguments.size() == 1)
        return Value::real(x);
    const double base = logarithm<::log>(arguments[1], context.budget());
    if (base == 0.0)
        raise(ErrorType::ZeroDivisionError, "float division by zero");
    return Value::real(x / base);
}

double fmodOf(double x, double y) {
    // Some libraries answer nan for an infinite y.
    return std::isinf(y) && std::isfinite(x) ? x : std::fmod(x, y);
}

Value power(Context&, const Arguments& arguments) {
    const double x = requireReal(arguments[0]);
    const double y = requireReal(arguments[1]);
    const double r = std::pow(x, y);
    if (!std::isfinite(x) || !std::isfinite(y))
        return Value::real(r);
    if (std::isnan(r) || (std::isinf(r) && x == 0.0))
        throwMathDomainError();
    if (std::isinf(r))
        throwMathRangeError();
    return Value::real(r);
}

Value fusedMultiplyAdd(Context&, const Arguments& arguments) {
    const double x = requireReal(arguments[0]);
    const double y = requireReal(arguments[1]);
    const double z = requireReal(arguments[2]);
    const double r = std::fma(x, y, z);
    if (std::isnan(r) && !std::isnan(x) && !std::isnan(y) && !std::isnan(z))
        raise(ErrorType::ValueError, "invalid operation in fma");
    if (std::isinf(r) && std::isfinite(x) && std::isfinite(y) && std::isfinite(z))
        raise(ErrorType::OverflowError, "overflow in fma");
    return Value::real(r);
}

Value mantissaAndExponent(Context&, const Arguments& arguments) {
    const double x = requireReal(arguments[0]);
    int exponent = 0;
    const double mantissa = std::isfinite(x) ? std::frexp(x, &exponent) : x;
    return pairValue(Value::real(mantissa), Value::integer(exponent));
}

Value scaledByPowerOfTwo(Context&, const Arguments& arguments) {
    const double x = requireReal(arguments[0]);
    if (!arguments[1].isInt())
        raise(ErrorType::TypeError, "Expected an int as second argument to ldexp.");
    if (x == 0.0 || !std::isfinite(x))
        return Value::real(x);
    const std::int64_t exponent = requireClampedIndex(arguments[1]);
    constexpr std::int64_t kFar = 10'000; // past every exponent that matters
    const int bounded = static_cast<int>(std::min(std::max(exponent, -kFar), kFar));
    const double r = std::ldexp(x, bounded);
    if (std::isinf(r))
        throwMathRangeError();
    return Value::real(r);
}

Value fractionAndWhole(Context&, const Arguments& arguments) {
    const double x = requireReal(arguments[0]);
    double whole = 0.0;
    const double fraction = std::modf(x, &whole);
    return pairValue(Value::real(fraction), Value::real(whole));
}

Value nextAfterRow(Context&, const Arguments& arguments) {
    const double x = requireReal(arguments[0]);
    const double y = requireReal(arguments[1]);
    const Value& steps = arguments[2];
    if (steps.isAbsent() || steps.isNone())
        return Value::real(std::nextafter(x, y));
    if (signOf(requireIndex(steps)) < 0)
        raise(ErrorType::ValueError, "steps must be a non-negative integer");
    const auto count = toInt64(steps);
    const auto kMany = std::numeric_limits<std::uint64_t>::max();
    return Value::real(nextAfter(x, y, count ? static_cast<std::uint64_t>(*count) : kMany));
}

Value isCloseRow(Context&, const Arguments& arguments) {
    const double a = requireReal(arguments[0]);
    const double b = requireReal(arguments[1]);
    const double relative = arguments[2].isAbsent() ? 1e-9 : requireReal(arguments[2]);
    const double absolute = arguments[3].isAbsent() ? 0.0 : requireReal(arguments[3]);
    return Value::boolean(isClose(a, b, relative, absolute));
}

constexpr ArityRule kOne{Arity::One};
constexpr ArityRule kTwo{Arity::Counted, 2, 2};
constexpr auto kGrows = AtInfinity::Overflow;

constexpr Builtin kRows[] = {
    {"acos", "math", "acos(x, /)", kOne, real<::acos>, "The angle, in radians, whose cosine is x."},
    {"acosh", "math", "acosh(x, /)", kOne, real<::acosh>, "The inverse hyperbolic cosine of x."},
    {"asin", "math", "asin(x, /)", kOne, real<::asin>, "The angle, in radians, whose sine is x."},
    {"asinh", "math", "asinh(x, /)", kOne, real<::asinh>, "The inverse hyperbolic sine of x."},
    {"atan", "math", "atan(x, /)", kOne, real<::atan>, "The angle, in radians, whose tangent is x."},
    {"atan2", "math", "atan2(y, x, /)", kTwo, ofTwo<::atan2>, "The angle of the point (x, y), in radians."},
    {"atanh", "math", "atanh(x, /)", kOne, real<::atanh>, "The inverse hyperbolic tangent of x."},
    {"cbrt", "math", "cbrt(x, /)", kOne, real<cubeRoot>, "The cube root of x."},
    {"copysign", "math", "copysign(x, y, /)", kTwo, ofTwo<::copysign>, "The size of x with the sign of y."},
    {"cos", "math", "cos(x, /)", kOne, real<::cos>, "The cosine of x radians."},
    {"cosh", "math", "cosh(x, /)", kOne, real<::cosh, kGrows>, "The hyperbolic cosine of x."},
    {"degrees", "math", "degrees(x, /)", kOne, total<toDegrees>, "An angle in radians as degrees."},
    {"erf", "math", "erf(x, /)", kOne, total<::erf>, "The error function at x."},
    {"erfc", "math", "erfc(x, /)", kOne, total<::erfc>, "1 - erf(x), exact for large x."},
    {"exp", "math", "exp(x, /)", kOne, real<::exp, kGrows>, "e to the power of x."},
    {"exp2", "math", "exp2(x, /)", kOne, real<::exp2, kGrows>, "2 to the power of x."},
    {"expm1", "math", "expm1(x, /)", kOne, real<::expm1, kGrows>, "exp(x) - 1, exact for small x."},
    {"fabs", "math", "fabs(x, /)", kOne, total<::fabs>, "The absolute value of x as a float."},
    {"fma", "math", "fma(x, y, z, /)", {Arity::Counted, 3, 3}, fusedMultiplyAdd, "x*y + z, rounded once."},
    {"fmod", "math", "fmod(x, y, /)", kTwo, ofTwo<fmodOf>, "The rest of x/y with the sign of x."},
    {"frexp", "math", "frexp(x, /)", kOne, mantissaAndExponent,
     "(m, e) with x == m * 2**e and 0.5 <= abs(m) < 1."},
    {"gamma", "math", "gamma(x, /)", kOne, total<gamma>, "The gamma function: gamma(n + 1) is factorial(n)."},
    {"isclose",
     "math",
     "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
     {Arity::Named, 2, 2},
     isCloseRow,
     "Whether a and b are nearly equal."},
    {"isfinite", "math", "isfinite(x, /)", kOne, test<isFinite>, "Whether x is neither infinite nor a nan."},
    {"isinf", "math", "isinf(x, /)", kOne, test<isInfinite>, "Whether x is infinite."},
    {"isnan", "math", "isnan(x, /)", kOne, test<isNan>, "Whether x is a nan (not a number)."},
    {"ldexp", "math", "ldexp(x, i, /)", kTwo, scaledByPowerOfTwo, "x * 2**i."},
    {"lgamma", "math", "lgamma(x, /)", kOne, total<logGamma>, "The natural logarithm of abs(gamma(x))."},
    {"log",
     "math",
     "log(x, [base=math.e])",
     {Arity::Counted, 1, 2},
     logToBase,
     "The logarithm of x to the base; the natural one without."},
    {"log10", "math", "log10(x, /)", kOne, log<::log10>, "The logarithm of x to base 10."},
    {"log1p", "math", "log1p(x, /)", kOne, real<::log1p>, "log(1 + x), exact for small x."},
    {"log2", "math", "log2(x, /)", kOne, log<::log2>, "The logarithm of x to base 2."},
    {"modf", "math", "modf(x, /)", kOne, fractionAndWhole, "The fractional and the whole part of x."},
    {"nextafter",
     "math",
     "nextafter(x, y, /, *, steps=None)",
     {Arity::Named, 2, 2},
     nextAfterRow,
     "The float that many steps after x towards y."},
    {"pow", "math", "pow(x, y, /)", kTwo, power, "x to the power of y, as floats."},
    {"radians", "math", "radians(x, /)", kOne, total<toRadians>, "An angle in degrees as radians."},
    {"remainder", "math", "remainder(x, y, /)", kTwo, ofTwo<ieeeRemainder>,
     "The difference of x and the nearest multiple of y."},
    {"sin", "math", "sin(x, /)", kOne, real<::sin>, "The sine of x radians."},
    {"sinh", "math", "sinh(x, /)", kOne, real<::sinh, kGrows>, "The hyperbolic sine of x."},
    {"sqrt", "math", "sqrt(x, /)", kOne, real<::sqrt>, "The square root of x."},
    {"tan", "math", "tan(x, /)", kOne, real<::tan>, "The tangent of x radians."},
    {"tanh", "math", "tanh(x, /)", kOne, real<::tanh>, "The hyperbolic tangent of x."},
    {"ulp", "math", "ulp(x, /)", kOne, total<ulp>, "The value of the last bit of the float x."},
};

} // namespace

std::span<const Builtin> realFunctions() {
    return kRows;
}

} // namespace keisan::eval
