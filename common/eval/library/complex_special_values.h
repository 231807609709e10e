// SPDX-License-Identifier: MIT
#pragma once

#include <complex>

namespace keisan::eval {

// The functions whose results for inf and nan are a table of their own; the others are derived from these.
enum class ComplexFunction { Sqrt, Exp, Log, Sinh, Cosh, Tanh, Acos, Asinh, Acosh, Atanh, Rect };

// The value of the function where a part of z is inf or nan, found by the class of each part (-inf, negative,
// -0.0, 0.0, positive, inf, nan). Classes whose result depends on more than the class hold nan.
std::complex<double> specialValue(ComplexFunction function, std::complex<double> z);

} // namespace keisan::eval
