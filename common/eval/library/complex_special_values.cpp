// SPDX-License-Identifier: MIT
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
constexpr std::array<Table, 11> kTables = {{
    // sqrt
    {{
        {{{kInf, -kInf}, {0.0, -kInf}, {0.0, -kInf}, {0.0, kInf}, {0.0, kInf}, {kInf, kInf}, {kNan, kInf}}},
        {{{kInf, -kInf}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kInf}, {kNan, kNan}}},
        {{{kInf, -kInf}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kInf}, {kNan, kNan}}},
        {{{kInf, -kInf}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kInf}, {kNan, kNan}}},
        {{{kInf, -kInf}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kInf}, {kNan, kNan}}},
        {{{kInf, -kInf}, {kInf, -0.0}, {kInf, -0.0}, {kInf, 0.0}, {kInf, 0.0}, {kInf, kInf}, {kInf, kNan}}},
        {{{kInf, -kInf}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}, {kInf, kInf}, {kNan, kNan}}},
    }},
    // exp
    {{
        {{{0.0, 0.0}, {0.0, -0.0}, {0.0, -0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {kInf, -kInf}, {kInf, -0.0}, {kInf, 0.0}, {kInf, kInf}, {kNan, kNan}, {kInf, kNan}}},
        {{{kNan, kNan}, {kNan, kNan}, {kNan, -0.0}, {kNan, 0.0}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}}},
    }},
    // log
    {{
        {{{kInf, -3 * kPi / 4}, {kInf, -kPi}, {kInf, -kPi}, {kInf, kPi}, {kInf, kPi}, {kInf, 3 * kPi / 4}, {kInf, kNan}}},
        {{{kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 4}, {kInf, -0.0}, {kInf, -0.0}, {kInf, 0.0}, {kInf, 0.0}, {kInf, kPi / 4}, {kInf, kNan}}},
        {{{kInf, kNan}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}, {kInf, kNan}, {kNan, kNan}}},
    }},
    // sinh
    {{
        {{{kNan, kNan}, {-kInf, -kInf}, {-kInf, -0.0}, {-kInf, 0.0}, {-kInf, kInf}, {kNan, kNan}, {kInf, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {0.0, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {0.0, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {kInf, -kInf}, {kInf, -0.0}, {kInf, 0.0}, {kInf, kInf}, {kNan, kNan}, {kInf, kNan}}},
        {{{kNan, kNan}, {kNan, kNan}, {kNan, -0.0}, {kNan, 0.0}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}}},
    }},
    // cosh
    {{
        {{{kNan, kNan}, {kInf, kInf}, {kInf, 0.0}, {kInf, -0.0}, {kInf, -kInf}, {kNan, kNan}, {kInf, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, 0.0}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, 0.0}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {kInf, -kInf}, {kInf, -0.0}, {kInf, 0.0}, {kInf, kInf}, {kNan, kNan}, {kInf, kNan}}},
        {{{kNan, kNan}, {kNan, kNan}, {kNan, 0.0}, {kNan, 0.0}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}}},
    }},
    // tanh
    {{
        {{{-1.0, 0.0}, {-1.0, -0.0}, {-1.0, -0.0}, {-1.0, 0.0}, {-1.0, 0.0}, {-1.0, 0.0}, {-1.0, 0.0}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{1.0, 0.0}, {1.0, -0.0}, {1.0, -0.0}, {1.0, 0.0}, {1.0, 0.0}, {1.0, 0.0}, {1.0, 0.0}}},
        {{{kNan, kNan}, {kNan, kNan}, {kNan, -0.0}, {kNan, 0.0}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}}},
    }},
    // acos
    {{
        {{{3 * kPi / 4, kInf}, {kPi, kInf}, {kPi, kInf}, {kPi, -kInf}, {kPi, -kInf}, {3 * kPi / 4, -kInf}, {kNan, kInf}}},
        {{{kPi / 2, kInf}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kPi / 2, -kInf}, {kNan, kNan}}},
        {{{kPi / 2, kInf}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kPi / 2, -kInf}, {kPi / 2, kNan}}},
        {{{kPi / 2, kInf}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kPi / 2, -kInf}, {kPi / 2, kNan}}},
        {{{kPi / 2, kInf}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kPi / 2, -kInf}, {kNan, kNan}}},
        {{{kPi / 4, kInf}, {0.0, kInf}, {0.0, kInf}, {0.0, -kInf}, {0.0, -kInf}, {kPi / 4, -kInf}, {kNan, kInf}}},
        {{{kNan, kInf}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}, {kNan, -kInf}, {kNan, kNan}}},
    }},
    // asinh
    {{
        {{{-kInf, -kPi / 4}, {-kInf, -0.0}, {-kInf, -0.0}, {-kInf, 0.0}, {-kInf, 0.0}, {-kInf, kPi / 4}, {-kInf, kNan}}},
        {{{-kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {-kInf, kPi / 2}, {kNan, kNan}}},
        {{{-kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {-kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 4}, {kInf, -0.0}, {kInf, -0.0}, {kInf, 0.0}, {kInf, 0.0}, {kInf, kPi / 4}, {kInf, kNan}}},
        {{{kInf, kNan}, {kNan, kNan}, {kNan, -0.0}, {kNan, 0.0}, {kNan, kNan}, {kInf, kNan}, {kNan, kNan}}},
    }},
    // acosh
    {{
        {{{kInf, -3 * kPi / 4}, {kInf, -kPi}, {kInf, -kPi}, {kInf, kPi}, {kInf, kPi}, {kInf, 3 * kPi / 4}, {kInf, kNan}}},
        {{{kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kInf, kPi / 2}, {kNan, kNan}}},
        {{{kInf, -kPi / 4}, {kInf, -0.0}, {kInf, -0.0}, {kInf, 0.0}, {kInf, 0.0}, {kInf, kPi / 4}, {kInf, kNan}}},
        {{{kInf, kNan}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}, {kInf, kNan}, {kNan, kNan}}},
    }},
    // atanh
    {{
        {{{-0.0, -kPi / 2}, {-0.0, -kPi / 2}, {-0.0, -kPi / 2}, {-0.0, kPi / 2}, {-0.0, kPi / 2}, {-0.0, kPi / 2}, {-0.0, kNan}}},
        {{{-0.0, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {-0.0, kPi / 2}, {kNan, kNan}}},
        {{{-0.0, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {-0.0, kPi / 2}, {-0.0, kNan}}},
        {{{0.0, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, kPi / 2}, {0.0, kNan}}},
        {{{0.0, -kPi / 2}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, kPi / 2}, {kNan, kNan}}},
        {{{0.0, -kPi / 2}, {0.0, -kPi / 2}, {0.0, -kPi / 2}, {0.0, kPi / 2}, {0.0, kPi / 2}, {0.0, kPi / 2}, {0.0, kNan}}},
        {{{0.0, -kPi / 2}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}, {0.0, kPi / 2}, {kNan, kNan}}},
    }},
    // rect
    {{
        {{{kNan, kNan}, {-kInf, kInf}, {-kInf, 0.0}, {-kInf, -0.0}, {-kInf, -kInf}, {kNan, kNan}, {kInf, kNan}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}}},
        {{{0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}}},
        {{{kNan, kNan}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {kNan, kNan}, {kNan, kNan}}},
        {{{kNan, kNan}, {kInf, -kInf}, {kInf, -0.0}, {kInf, 0.0}, {kInf, kInf}, {kNan, kNan}, {kInf, kNan}}},
        {{{kNan, kNan}, {kNan, kNan}, {kNan, 0.0}, {kNan, 0.0}, {kNan, kNan}, {kNan, kNan}, {kNan, kNan}}},
    }},
}};
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

} // namespace keisan::eval
