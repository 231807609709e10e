// SPDX-License-Identifier: MIT
#pragma once

#include <complex>

namespace keisan::eval {

// The functions of cmath, by the formulas CPython documents in cmathmodule.c (Kahan, "Branch Cuts for Complex
// Elementary Functions", 1987), with its signed zeros, branch cuts and results for inf and nan. std::complex
// is only the pair of doubles: none of its arithmetic is used. Throw Error: "math domain error" where C99
// raises the invalid or divide-by-zero flag, "math range error" where a finite argument has an infinite
// result.
std::complex<double> complexSqrt(std::complex<double> z);
std::complex<double> complexExp(std::complex<double> z);
std::complex<double> complexLog(std::complex<double> z);
std::complex<double> complexLog10(std::complex<double> z);
std::complex<double> complexSin(std::complex<double> z);
std::complex<double> complexCos(std::complex<double> z);
std::complex<double> complexTan(std::complex<double> z);
std::complex<double> complexSinh(std::complex<double> z);
std::complex<double> complexCosh(std::complex<double> z);
std::complex<double> complexTanh(std::complex<double> z);
std::complex<double> complexAsin(std::complex<double> z);
std::complex<double> complexAcos(std::complex<double> z);
std::complex<double> complexAtan(std::complex<double> z);
std::complex<double> complexAsinh(std::complex<double> z);
std::complex<double> complexAcosh(std::complex<double> z);
std::complex<double> complexAtanh(std::complex<double> z);

// cmath.rect: the number with this absolute value and argument.
std::complex<double> complexFromPolar(double radius, double angle);

// cmath.isclose. Throws Error: "tolerances must be non-negative".
bool isClose(std::complex<double> a, std::complex<double> b, double relativeTolerance,
             double absoluteTolerance);

} // namespace keisan::eval
