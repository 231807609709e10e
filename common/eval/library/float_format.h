// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace keisan::eval {

// A float as text of its own, before any sign rule, grouping or padding.
struct FloatFormat {
    char type = 'r';   // e, f, g: to `precision` digits; r: the shortest that reads back. Capital: E, F, G
    int precision = 6; // digits after the point (e, f) or in all (g)
    bool isAlternate = false;       // keeps the point, and the zeros of g
    bool addsDotZero = false;       // 1.0 instead of 1, for g and r
    bool dropsNegativeZero = false; // no minus sign before what was rounded to zero
};

// Rounded half to even on the exact value, however many digits are asked for. "-inf", "nan" (never with a
// sign).
std::string formatFloat(double x, const FloatFormat& format);

} // namespace keisan::eval
