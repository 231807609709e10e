// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace keisan::eval {

// math.nextafter: `steps` representable doubles from x towards y, stopping at y.
double nextAfter(double x, double y, std::uint64_t steps);

// math.ulp: the value of the last bit of |x|; inf for inf, nan for nan.
double ulp(double x);

// math.remainder, IEEE 754: x - n*y with n the integer nearest to x/y, ties to even. "math domain error" for
// an infinite x or a zero y.
double ieeeRemainder(double x, double y);

// math.isclose. Throws Error: "tolerances must be non-negative".
bool isClose(double a, double b, double relativeTolerance, double absoluteTolerance);

} // namespace keisan::eval
