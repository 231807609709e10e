// SPDX-License-Identifier: MIT
#include "common/eval/runtime/float_arithmetic.h"

#include "common/eval/error.h"
#include "common/eval/runtime/complex_arithmetic.h"
#include "common/eval/values/integer.h"

#include <cmath>
#include <limits>

namespace keisan::eval {

namespace {

bool isOddWhole(double number) {
    return std::fmod(std::fabs(number), 2.0) == 1.0;
}

// exponent is inf or -inf.
double powerOfInfinity(double base, double exponent) {
    const double size = std::fabs(base);
    if (size == 1.0)
        return 1.0;
    return (exponent > 0) == (size > 1.0) ? std::fabs(exponent) : 0.0;
}

// base is inf or -inf.
double infinityToThe(double base, double exponent) {
    const bool odd = isOddWhole(exponent);
    if (exponent > 0)
        return odd ? base : std::fabs(base);
    return odd ? std::copysign(0.0, base) : 0.0;
}

double zeroToThe(double base, double exponent) {
    if (exponent < 0)
        raise(ErrorType::ZeroDivisionError, "0.0 cannot be raised to a negative power");
    return isOddWhole(exponent) ? base : 0.0;
}

// Both finite, the base not 0, the exponent whole where the base is negative.
double finitePower(double base, double exponent) {
    const bool negative = base < 0 && isOddWhole(exponent);
    const double size = std::fabs(base);
    const double result = size == 1.0 ? 1.0 : std::pow(size, exponent);
    if (std::isinf(result))
        raise(ErrorType::OverflowError, "(34, 'Numerical result out of range')");
    return negative ? -result : result;
}

} // namespace

Value divideFloats(double left, double right) {
    if (right == 0.0)
        raise(ErrorType::ZeroDivisionError, "float division by zero");
    return Value::real(left / right);
}

FloatQuotient divideAndFloor(double left, double right) {
    double remainder = std::fmod(left, right);
    double quotient = (left - remainder) / right;
    if (remainder == 0.0) {
        remainder = std::copysign(0.0, right);
    } else if ((right < 0) != (remainder < 0)) {
        remainder += right;
        quotient -= 1.0;
    }
    if (quotient == 0.0)
        return {std::copysign(0.0, left / right), remainder};
    double floor = std::floor(quotient);
    if (quotient - floor > 0.5)
        floor += 1.0;
    return {floor, remainder};
}

Value floorDivideFloats(double left, double right) {
    if (right == 0.0)
        raise(ErrorType::ZeroDivisionError, "float floor division by zero");
    return Value::real(divideAndFloor(left, right).floor);
}

Value remainderFloats(double left, double right) {
    if (right == 0.0)
        raise(ErrorType::ZeroDivisionError, "float modulo by zero");
    return Value::real(divideAndFloor(left, right).remainder);
}

Value powerFloats(double base, double exponent) {
    if (exponent == 0.0)
        return Value::real(1.0);
    if (std::isnan(base))
        return Value::real(base);
    if (std::isnan(exponent))
        return Value::real(base == 1.0 ? 1.0 : exponent);
    if (std::isinf(exponent))
        return Value::real(powerOfInfinity(base, exponent));
    if (std::isinf(base))
        return Value::real(infinityToThe(base, exponent));
    if (base == 0.0)
        return Value::real(zeroToThe(base, exponent));
    if (base < 0 && exponent != std::floor(exponent))
        return powerComplexes({base, 0.0}, {exponent, 0.0});
    return Value::real(finitePower(base, exponent));
}

double toDoubleOrInf(const Value& integer) {
    if (integer.isSmallInt())
        return static_cast<double>(integer.smallInt());
    const std::optional<double> number = nearestDouble(integer.as<BigIntObject>().number);
    const double infinity = std::numeric_limits<double>::infinity();
    return number ? *number : signOf(integer) < 0 ? -infinity : infinity;
}

} // namespace keisan::eval
