// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

namespace keisan::eval {

// Python's operators on floats, as CPython's floatobject.c has them.
Value divideFloats(double left, double right);
Value floorDivideFloats(double left, double right);
Value remainderFloats(double left, double right);
// A complex for a negative base and an exponent that is not whole; OverflowError where C's pow overflows.
Value powerFloats(double base, double exponent);

struct FloatQuotient {
    double floor;
    double remainder;
};
// right is not 0.
FloatQuotient divideAndFloor(double left, double right);

// An int as a double, inf where it is too large; for estimates.
double toDoubleOrInf(const Value& integer);

} // namespace keisan::eval
