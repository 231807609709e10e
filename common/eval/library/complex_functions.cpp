// SPDX-License-Identifier: MIT
#include "common/eval/library/complex_functions.h"

#include "common/eval/library/complex_special_values.h"
#include "common/eval/library/math_errors.h"

#include <cfloat>
#include <cmath>
#include <limits>
#include <numbers>

namespace keisan::eval {
namespace {

using Complex = std::complex<double>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kPi = std::numbers::pi;
constexpr double kE = std::numbers::e;
constexpr double kLn2 = std::numbers::ln2;
constexpr double kLn10 = std::numbers::ln10;

// Past these a sum, square or exponential of the argument may overflow.
constexpr double kLarge = DBL_MAX / 4.0;
const double kSqrtLarge = std::sqrt(kLarge);
const double kLogLarge = std::log(kLarge);
const double kSqrtSmallestNormal = std::sqrt(DBL_MIN);

bool isFinite(Complex z) {
    return std::isfinite(z.real()) && std::isfinite(z.imag());
}

// f(i z) and f(z) / i carry the circular functions over to the hyperbolic ones.
Complex timesI(Complex z) {
    return {-z.imag(), z.real()};
}
Complex overI(Complex z) {
    return {z.imag(), -z.real()};
}

// log(hypot(x, y)) for parts so large that hypot could overflow.
double logOfLargeAbs(Complex z) {
    return std::log(std::hypot(z.real() / 2.0, z.imag() / 2.0)) + kLn2 * 2.0;
}

bool isLarge(Complex z) {
    return std::fabs(z.real()) > kLarge || std::fabs(z.imag()) > kLarge;
}

Complex finiteOrRangeError(Complex z) {
    if (std::isinf(z.real()) || std::isinf(z.imag()))
        throwMathRangeError();
    return z;
}

// x = +-inf beside a finite y other than zero: only the direction of y is left to compute.
bool isInfiniteRay(double x, double y) {
    return std::isinf(x) && std::isfinite(y) && y != 0.0;
}

} // namespace

Complex complexSqrt(Complex z) {
    if (!isFinite(z))
        return specialValue(ComplexFunction::Sqrt, z);
    if (z.real() == 0.0 && z.imag() == 0.0)
        return {0.0, z.imag()};
    double ax = std::fabs(z.real());
    const double ay = std::fabs(z.imag());
    double s = 0.0;
    if (ax < DBL_MIN && ay < DBL_MIN) { // hypot would be subnormal: scale by 2**53, and its root back
        ax = std::ldexp(ax, 53);
        s = std::ldexp(std::sqrt(ax + std::hypot(ax, std::ldexp(ay, 53))), -27);
    } else {
        ax /= 8.0;
        s = 2.0 * std::sqrt(ax + std::hypot(ax, ay / 8.0));
    }
    const double d = ay / (2.0 * s);
    if (z.real() >= 0.0)
        return {s, std::copysign(d, z.imag())};
    return {d, std::copysign(s, z.imag())};
}

Complex complexExp(Complex z) {
    const double x = z.real();
    const double y = z.imag();
    if (!isFinite(z)) {
        if (std::isinf(y) && (std::isfinite(x) || x == kInfinity))
            throwMathDomainError();
        if (!isInfiniteRay(x, y))
            return specialValue(ComplexFunction::Exp, z);
        const double size = x > 0 ? kInfinity : 0.0;
        return {std::copysign(size, std::cos(y)), std::copysign(size, std::sin(y))};
    }
    if (x > kLogLarge) {
        const double part = std::exp(x - 1.0);
        return finiteOrRangeError({part * std::cos(y) * kE, part * std::sin(y) * kE});
    }
    const double size = std::exp(x);
    return finiteOrRangeError({size * std::cos(y), size * std::sin(y)});
}

Complex complexLog(Complex z) {
    if (!isFinite(z))
        return specialValue(ComplexFunction::Log, z);
    const double ax = std::fabs(z.real());
    const double ay = std::fabs(z.imag());
    const double angle = std::atan2(z.imag(), z.real());
    if (ax > kLarge || ay > kLarge)
        return {std::log(std::hypot(ax / 2.0, ay / 2.0)) + kLn2, angle};
    if (ax < DBL_MIN && ay < DBL_MIN) {
        if (ax == 0.0 && ay == 0.0)
            throwMathDomainError();
        const double scaled = std::hypot(std::ldexp(ax, DBL_MANT_DIG), std::ldexp(ay, DBL_MANT_DIG));
        return {std::log(scaled) - DBL_MANT_DIG * kLn2, angle};
    }
    const double h = std::hypot(ax, ay);
    if (0.71 <= h && h <= 1.73) { // near the unit circle log(h) would cancel
        const double longer = ax > ay ? ax : ay;
        const double shorter = ax > ay ? ay : ax;
        return {std::log1p((longer - 1) * (longer + 1) + shorter * shorter) / 2.0, angle};
    }
    return {std::log(h), angle};
}

Complex complexLog10(Complex z) {
    const Complex r = complexLog(z);
    return {r.real() / kLn10, r.imag() / kLn10};
}

Complex complexCosh(Complex z) {
    const double x = z.real();
    const double y = z.imag();
    if (!isFinite(z)) {
        if (std::isinf(y) && !std::isnan(x))
            throwMathDomainError();
        if (!isInfiniteRay(x, y))
            return specialValue(ComplexFunction::Cosh, z);
        const double imaginary = std::copysign(kInfinity, std::sin(y));
        return {std::copysign(kInfinity, std::cos(y)), x > 0 ? imaginary : -imaginary};
    }
    if (std::fabs(x) > kLogLarge) {
        const double nearer = x - std::copysign(1.0, x);
        return finiteOrRangeError(
            {std::cos(y) * std::cosh(nearer) * kE, std::sin(y) * std::sinh(nearer) * kE});
    }
    return finiteOrRangeError({std::cos(y) * std::cosh(x), std::sin(y) * std::sinh(x)});
}

Complex complexSinh(Complex z) {
    const double x = z.real();
    const double y = z.imag();
    if (!isFinite(z)) {
        if (std::isinf(y) && !std::isnan(x))
            throwMathDomainError();
        if (!isInfiniteRay(x, y))
            return specialValue(ComplexFunction::Sinh, z);
        const double real = std::copysign(kInfinity, std::cos(y));
        return {x > 0 ? real : -real, std::copysign(kInfinity, std::sin(y))};
    }
    if (std::fabs(x) > kLogLarge) {
        const double nearer = x - std::copysign(1.0, x);
        return finiteOrRangeError(
            {std::cos(y) * std::sinh(nearer) * kE, std::sin(y) * std::cosh(nearer) * kE});
    }
    return finiteOrRangeError({std::cos(y) * std::sinh(x), std::sin(y) * std::cosh(x)});
}

Complex complexTanh(Complex z) {
    const double x = z.real();
    const double y = z.imag();
    if (!isFinite(z)) {
        if (std::isinf(y) && std::isfinite(x))
            throwMathDomainError();
        if (!isInfiniteRay(x, y))
            return specialValue(ComplexFunction::Tanh, z);
        return {std::copysign(1.0, x), std::copysign(0.0, 2.0 * std::sin(y) * std::cos(y))};
    }
    if (std::fabs(x) > kLogLarge)
        return {std::copysign(1.0, x), 4.0 * std::sin(y) * std::cos(y) * std::exp(-2.0 * std::fabs(x))};
    const double tx = std::tanh(x);
    const double ty = std::tan(y);
    const double cx = 1.0 / std::cosh(x);
    const double product = tx * ty;
    const double denominator = 1.0 + product * product;
    return finiteOrRangeError({tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx});
}

Complex complexSin(Complex z) {
    return overI(complexSinh(timesI(z)));
}
Complex complexCos(Complex z) {
    return complexCosh(timesI(z));
}
Complex complexTan(Complex z) {
    return overI(complexTanh(timesI(z)));
}
Complex complexAsin(Complex z) {
    return overI(complexAsinh(timesI(z)));
}
Complex complexAtan(Complex z) {
    return overI(complexAtanh(timesI(z)));
}

Complex complexAcos(Complex z) {
    if (!isFinite(z))
        return specialValue(ComplexFunction::Acos, z);
    if (isLarge(z)) {
        const double real = std::atan2(std::fabs(z.imag()), z.real());
        const double size = logOfLargeAbs(z);
        return {real, z.real() < 0.0 ? -std::copysign(size, z.imag()) : std::copysign(size, -z.imag())};
    }
    const Complex s1 = complexSqrt({1.0 - z.real(), -z.imag()});
    const Complex s2 = complexSqrt({1.0 + z.real(), z.imag()});
    return {2.0 * std::atan2(s1.real(), s2.real()),
            std::asinh(s2.real() * s1.imag() - s2.imag() * s1.real())};
}

Complex complexAcosh(Complex z) {
    if (!isFinite(z))
        return specialValue(ComplexFunction::Acosh, z);
    if (isLarge(z))
        return {logOfLargeAbs(z), std::atan2(z.imag(), z.real())};
    const Complex s1 = complexSqrt({z.real() - 1.0, z.imag()});
    const Complex s2 = complexSqrt({z.real() + 1.0, z.imag()});
    return {std::asinh(s1.real() * s2.real() + s1.imag() * s2.imag()),
            2.0 * std::atan2(s1.imag(), s2.real())};
}

Complex complexAsinh(Complex z) {
    if (!isFinite(z))
        return specialValue(ComplexFunction::Asinh, z);
    if (isLarge(z)) {
        const double size = logOfLargeAbs(z);
        const double real = z.imag() >= 0.0 ? std::copysign(size, z.real()) : -std::copysign(size, -z.real());
        return {real, std::atan2(z.imag(), std::fabs(z.real()))};
    }
    const Complex s1 = complexSqrt({1.0 + z.imag(), -z.real()});
    const Complex s2 = complexSqrt({1.0 - z.imag(), z.real()});
    return {std::asinh(s1.real() * s2.imag() - s2.real() * s1.imag()),
            std::atan2(z.imag(), s1.real() * s2.real() - s1.imag() * s2.imag())};
}

Complex complexAtanh(Complex z) {
    if (!isFinite(z))
        return specialValue(ComplexFunction::Atanh, z);
    if (std::signbit(z.real())) { // atanh(z) = -atanh(-z)
        const Complex r = complexAtanh({-z.real(), -z.imag()});
        return {-r.real(), -r.imag()};
    }
    const double x = z.real();
    const double ay = std::fabs(z.imag());
    if (x > kSqrtLarge || ay > kSqrtLarge) {
        const double h = std::hypot(x / 2.0, z.imag() / 2.0);
        return {x / 4.0 / h / h, -std::copysign(kPi / 2.0, -z.imag())};
    }
    if (x == 1.0 && ay < kSqrtSmallestNormal) {
        if (ay == 0.0)
            throwMathDomainError();
        return {-std::log(std::sqrt(ay) / std::sqrt(std::hypot(ay, 2.0))),
                std::copysign(std::atan2(2.0, -ay) / 2, z.imag())};
    }
    return {std::log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0,
            -std::atan2(-2.0 * z.imag(), (1 - x) * (1 + x) - ay * ay) / 2.0};
}

Complex complexFromPolar(double radius, double angle) {
    if (!std::isfinite(radius) || !std::isfinite(angle)) {
        if (radius != 0.0 && !std::isnan(radius) && std::isinf(angle))
            throwMathDomainError();
        if (!isInfiniteRay(radius, angle))
            return specialValue(ComplexFunction::Rect, {radius, angle});
        const double real = std::copysign(kInfinity, std::cos(angle));
        const double imaginary = std::copysign(kInfinity, std::sin(angle));
        return radius > 0 ? Complex{real, imaginary} : Complex{-real, -imaginary};
    }
    if (angle == 0.0)
        return {radius, radius * angle}; // keeps the sign of a zero angle
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

bool isClose(Complex a, Complex b, double relativeTolerance, double absoluteTolerance) {
    if (relativeTolerance < 0.0 || absoluteTolerance < 0.0)
        throw Error{ErrorType::ValueError, "tolerances must be non-negative", std::nullopt};
    if (a.real() == b.real() && a.imag() == b.imag())
        return true;
    if (std::isinf(a.real()) || std::isinf(a.imag()) || std::isinf(b.real()) || std::isinf(b.imag()))
        return false;
    const double difference = std::hypot(a.real() - b.real(), a.imag() - b.imag());
    return difference <= relativeTolerance * std::hypot(b.real(), b.imag()) ||
           difference <= relativeTolerance * std::hypot(a.real(), a.imag()) ||
           difference <= absoluteTolerance;
}

} // namespace keisan::eval
