// SPDX-License-Identifier: MIT
#include "common/eval/library/cmath_functions.h"

#include "common/eval/library/arguments.h"
#include "common/eval/library/complex_functions.h"
#include "common/eval/library/float_steps.h"
#include "common/eval/library/math_errors.h"
#include "common/eval/runtime/context.h"

#include <cmath>
#include <limits>

namespace keisan::eval {
namespace {

using Number = std::complex<double>;

template <Number (*Function)(Number)>
Value function(Context&, const Arguments& arguments) {
    return complexValue(Function(requireComplex(arguments[0])));
}

template <bool (*Test)(Number)>
Value test(Context&, const Arguments& arguments) {
    return Value::boolean(Test(requireComplex(arguments[0])));
}

bool isFinite(Number z) {
    return std::isfinite(z.real()) && std::isfinite(z.imag());
}
bool isInfinite(Number z) {
    return std::isinf(z.real()) || std::isinf(z.imag());
}
bool isNan(Number z) {
    return std::isnan(z.real()) || std::isnan(z.imag());
}

double argumentOf(Number z) {
    return std::atan2(z.imag(), z.real());
}

Value logToBase(Context& context, const Arguments& arguments) {
    const Number z = requireComplex(arguments[0]);
    if (arguments.size() == 1)
        return complexValue(complexLog(z));
    const Number base = requireComplex(arguments[1]);
    // As in CPython the pole of the first logarithm is no error when a base is given.
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const Number numerator = z == Number{} ? Number{-kInfinity, argumentOf(z)} : complexLog(z);
    const Number denominator = complexLog(base);
    if (denominator == Number{})
        throwMathDomainError();
    return binary(Operator::Divide, complexValue(numerator), complexValue(denominator), context.budget());
}

Value phaseRow(Context&, const Arguments& arguments) {
    const Number z = requireComplex(arguments[0]);
    const double angle = argumentOf(z);
    if (angle == 0.0 && z.imag() != 0.0 && std::isfinite(z.real()))
        throwMathRangeError();
    return Value::real(angle);
}

Value polarRow(Context&, const Arguments& arguments) {
    const Number z = requireComplex(arguments[0]);
    const double radius = std::hypot(z.real(), z.imag());
    if (std::isinf(radius) && isFinite(z))
        throwMathRangeError();
    return pairValue(Value::real(radius), Value::real(argumentOf(z)));
}

Value rectRow(Context&, const Arguments& arguments) {
    const double radius = requireReal(arguments[0]);
    return complexValue(complexFromPolar(radius, requireReal(arguments[1])));
}

Value isCloseRow(Context&, const Arguments& arguments) {
    const Number a = requireComplex(arguments[0]);
    const Number b = requireComplex(arguments[1]);
    const double relative = arguments[2].isAbsent() ? 1e-9 : requireReal(arguments[2]);
    const double absolute = arguments[3].isAbsent() ? 0.0 : requireReal(arguments[3]);
    return Value::boolean(isClose(a, b, relative, absolute));
}

constexpr ArityRule kOne{Arity::One};

constexpr Builtin kRows[] = {
    {"acos", "cmath", "acos(z, /)", kOne, function<complexAcos>, "The arc cosine of z."},
    {"acosh", "cmath", "acosh(z, /)", kOne, function<complexAcosh>, "The inverse hyperbolic cosine of z."},
    {"asin", "cmath", "asin(z, /)", kOne, function<complexAsin>, "The arc sine of z."},
    {"asinh", "cmath", "asinh(z, /)", kOne, function<complexAsinh>, "The inverse hyperbolic sine of z."},
    {"atan", "cmath", "atan(z, /)", kOne, function<complexAtan>, "The arc tangent of z."},
    {"atanh", "cmath", "atanh(z, /)", kOne, function<complexAtanh>, "The inverse hyperbolic tangent of z."},
    {"cos", "cmath", "cos(z, /)", kOne, function<complexCos>, "The cosine of z."},
    {"cosh", "cmath", "cosh(z, /)", kOne, function<complexCosh>, "The hyperbolic cosine of z."},
    {"exp", "cmath", "exp(z, /)", kOne, function<complexExp>, "e to the power of z."},
    {"isclose",
     "cmath",
     "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
     {Arity::Named, 2, 2},
     isCloseRow,
     "Whether a and b are nearly equal."},
    {"isfinite", "cmath", "isfinite(z, /)", kOne, test<isFinite>, "Whether both parts of z are finite."},
    {"isinf", "cmath", "isinf(z, /)", kOne, test<isInfinite>, "Whether a part of z is infinite."},
    {"isnan", "cmath", "isnan(z, /)", kOne, test<isNan>, "Whether a part of z is a nan."},
    {"log",
     "cmath",
     "log(z[, base])",
     {Arity::Counted, 1, 2},
     logToBase,
     "The logarithm of z to the base; the natural one without."},
    {"log10", "cmath", "log10(z, /)", kOne, function<complexLog10>, "The logarithm of z to base 10."},
    {"phase", "cmath", "phase(z, /)", kOne, phaseRow, "The angle of z, from -pi to pi."},
    {"polar", "cmath", "polar(z, /)", kOne, polarRow, "(r, phi): the absolute value and the angle of z."},
    {"rect",
     "cmath",
     "rect(r, phi, /)",
     {Arity::Counted, 2, 2},
     rectRow,
     "The complex number with this absolute value and angle."},
    {"sin", "cmath", "sin(z, /)", kOne, function<complexSin>, "The sine of z."},
    {"sinh", "cmath", "sinh(z, /)", kOne, function<complexSinh>, "The hyperbolic sine of z."},
    {"sqrt", "cmath", "sqrt(z, /)", kOne, function<complexSqrt>, "The square root of z."},
    {"tan", "cmath", "tan(z, /)", kOne, function<complexTan>, "The tangent of z."},
    {"tanh", "cmath", "tanh(z, /)", kOne, function<complexTanh>, "The hyperbolic tangent of z."},
};

} // namespace

std::span<const Builtin> cmathFunctions() {
    return kRows;
}

} // namespace keisan::eval
