// SPDX-License-Identifier: MIT
#include "common/eval/runtime/complex_arithmetic.h"

#include "common/eval/error.h"

#include <cmath>
#include <cstdlib>

namespace keisan::eval {

namespace {

// Whole exponents up to this are repeated multiplication.
constexpr double kMaxWholeExponent = 100.0;

Complex product(Complex left, Complex right) {
    return {left.real * right.real - left.imaginary * right.imaginary,
            left.real * right.imaginary + left.imaginary * right.real};
}

Complex quotient(Complex left, Complex right) {
    if (std::fabs(right.real) >= std::fabs(right.imaginary)) {
        if (std::fabs(right.real) == 0.0)
            raise(ErrorType::ZeroDivisionError, "complex division by zero");
        const double ratio = right.imaginary / right.real;
        const double denominator = right.real + right.imaginary * ratio;
        return {(left.real + left.imaginary * ratio) / denominator,
                (left.imaginary - left.real * ratio) / denominator};
    }
    if (std::fabs(right.imaginary) >= std::fabs(right.real)) {
        const double ratio = right.real / right.imaginary;
        const double denominator = right.real * ratio + right.imaginary;
        return {(left.real * ratio + left.imaginary) / denominator,
                (left.imaginary * ratio - left.real) / denominator};
    }
    return {std::nan(""), std::nan("")};
}

Complex wholePositivePower(Complex base, unsigned exponent) {
    Complex result{1.0, 0.0};
    Complex square = base;
    for (unsigned mask = 1; mask <= exponent; mask <<= 1) {
        if ((exponent & mask) != 0)
            result = product(result, square);
        square = product(square, square);
    }
    return result;
}

Complex wholePower(Complex base, int exponent) {
    if (exponent > 0)
        return wholePositivePower(base, static_cast<unsigned>(exponent));
    const Complex power = wholePositivePower(base, static_cast<unsigned>(-exponent));
    if (power.real == 0.0 && power.imaginary == 0.0)
        raise(ErrorType::ZeroDivisionError, "0.0 to a negative or complex power");
    return quotient({1.0, 0.0}, power);
}

Complex polarPower(Complex base, Complex exponent) {
    if (exponent.real == 0.0 && exponent.imaginary == 0.0)
        return {1.0, 0.0};
    if (base.real == 0.0 && base.imaginary == 0.0) {
        if (exponent.imaginary != 0.0 || exponent.real < 0.0)
            raise(ErrorType::ZeroDivisionError, "0.0 to a negative or complex power");
        return {0.0, 0.0};
    }
    const double size = std::hypot(base.real, base.imaginary);
    double length = std::pow(size, exponent.real);
    const double angle = std::atan2(base.imaginary, base.real);
    double phase = angle * exponent.real;
    if (exponent.imaginary != 0.0) {
        length /= std::exp(angle * exponent.imaginary);
        phase += exponent.imaginary * std::log(size);
    }
    // The C library has no cosine of infinity; CPython takes its complaint for this one.
    if (std::isinf(phase))
        raise(ErrorType::ZeroDivisionError, "0.0 to a negative or complex power");
    return {length * std::cos(phase), length * std::sin(phase)};
}

} // namespace

Value addComplexes(Complex left, Complex right) {
    return complexValue({left.real + right.real, left.imaginary + right.imaginary});
}

Value subtractComplexes(Complex left, Complex right) {
    return complexValue({left.real - right.real, left.imaginary - right.imaginary});
}

Value multiplyComplexes(Complex left, Complex right) {
    return complexValue(product(left, right));
}

Value divideComplexes(Complex left, Complex right) {
    return complexValue(quotient(left, right));
}

Value powerComplexes(Complex base, Complex exponent) {
    const bool isWhole = exponent.imaginary == 0.0 && exponent.real == std::floor(exponent.real) &&
                         std::fabs(exponent.real) <= kMaxWholeExponent;
    const Complex result =
        isWhole ? wholePower(base, static_cast<int>(exponent.real)) : polarPower(base, exponent);
    if (std::isinf(result.real) || std::isinf(result.imaginary))
        raise(ErrorType::OverflowError, "complex exponentiation");
    return complexValue(result);
}

} // namespace keisan::eval
