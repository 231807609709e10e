// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/complex.h"

namespace keisan::eval {

// Python's operators on complex numbers, by the algorithms of CPython's complexobject.c.
Value addComplexes(Complex left, Complex right);
Value subtractComplexes(Complex left, Complex right);
Value multiplyComplexes(Complex left, Complex right);
// Smith's scaling.
Value divideComplexes(Complex left, Complex right);
// Repeated multiplication for small whole exponents, otherwise by polar coordinates.
Value powerComplexes(Complex base, Complex exponent);

} // namespace keisan::eval
