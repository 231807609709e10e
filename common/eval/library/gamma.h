// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::eval {

// The gamma function and the logarithm of its absolute value, by the Lanczos approximation with the constants
// (N = 13, g = 6.024680040776729583740234375) of Boost's "lanczos13m53", arranged as CPython documents in
// mathmodule.c, so that the last digit agrees with math.gamma and math.lgamma.
// Throw Error: "math domain error" at the poles and gamma(-inf), "math range error" past the largest double.
double gamma(double x);
double logGamma(double x);

} // namespace keisan::eval
