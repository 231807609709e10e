#!/usr/bin/env python3.13
# SPDX-License-Identifier: MIT
"""Writes complex_special_values.cpp: what CPython 3.13's cmath answers for each class of non-finite arguments.

Run by hand: python3.13 complex_special_values.py > complex_special_values.cpp
The real part has one of seven classes, the imaginary part too. A domain error's value is not observable: nan.
"""
import cmath
import math

CLASSES = [-math.inf, -1.0, -0.0, 0.0, 1.0, math.inf, math.nan]
FUNCTIONS = ["sqrt", "exp", "log", "sinh", "cosh", "tanh", "acos", "asinh", "acosh", "atanh", "rect"]


def value_of(name, x, y):
    if math.isfinite(x) and math.isfinite(y):
        return complex(0.0, 0.0)
    try:
        return cmath.rect(x, y) if name == "rect" else getattr(cmath, name)(complex(x, y))
    except ValueError:
        return complex(math.nan, math.nan)


def part(x):
    if math.isnan(x):
        return "kNan"
    sign = "-" if math.copysign(1.0, x) < 0 else ""
    x = abs(x)
    for factor, text in ((0.25, "kPi / 4"), (0.5, "kPi / 2"), (0.75, "3 * kPi / 4"), (1.0, "kPi")):
        if x == factor * math.pi:
            return sign + text
    return sign + ("kInf" if x == math.inf else repr(x))


def main():
    print("""// SPDX-License-Identifier: MIT
// Written by complex_special_values.py: change that, not this.
#include "common/eval/library/complex_special_values.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

namespace keisan::eval {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kPi = std::numbers::pi;

struct Parts {
    double real;
    double imaginary;
};
using Row = std::array<Parts, 7>;
using Table = std::array<Row, 7>;

// clang-format off
constexpr std::array<Table, %d> kTables = {{""" % len(FUNCTIONS))
    for name in FUNCTIONS:
        print("    // " + name)
        print("    {{")
        for x in CLASSES:
            cells = [value_of(name, x, y) for y in CLASSES]
            print("        {{" + ", ".join("{%s, %s}" % (part(c.real), part(c.imag)) for c in cells) + "}},")
        print("    }},")
    print("""}};
// clang-format on

std::size_t classOf(double x) {
    if (std::isnan(x))
        return 6;
    if (std::isinf(x))
        return std::signbit(x) ? 0 : 5;
    if (x == 0.0)
        return std::signbit(x) ? 2 : 3;
    return std::signbit(x) ? 1 : 4;
}

} // namespace

std::complex<double> specialValue(ComplexFunction function, std::complex<double> z) {
    const Parts& parts = kTables[static_cast<std::size_t>(function)][classOf(z.real())][classOf(z.imag())];
    return {parts.real, parts.imaginary};
}

} // namespace keisan::eval""")


main()
