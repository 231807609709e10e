// SPDX-License-Identifier: MIT
#include "common/eval/library/float_steps.h"

#include "common/eval/library/math_errors.h"

#include <bit>
#include <cmath>
#include <limits>

namespace keisan::eval {
namespace {

constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63;

std::uint64_t magnitudeBits(double x) {
    return std::bit_cast<std::uint64_t>(x) & ~kSignBit;
}

// y lies on the other side of zero: down to zero first, then up on y's side.
double acrossZero(std::uint64_t from, std::uint64_t to, std::uint64_t steps, double x, double y) {
    if (from + to <= steps)
        return y;
    const std::uint64_t xSign = std::bit_cast<std::uint64_t>(x) & kSignBit;
    const std::uint64_t ySign = std::bit_cast<std::uint64_t>(y) & kSignBit;
    return std::bit_cast<double>(from < steps ? ySign | (steps - from) : xSign | (from - steps));
}

} // namespace

double nextAfter(double x, double y, std::uint64_t steps) {
    // As in CPython: no step at all answers x, even for a nan y.
    if (steps == 0 || std::isnan(x))
        return x;
    if (std::isnan(y) || x == y)
        return y;
    const std::uint64_t from = magnitudeBits(x);
    const std::uint64_t to = magnitudeBits(y);
    const std::uint64_t sign = std::bit_cast<std::uint64_t>(x) & kSignBit;
    if (std::signbit(x) != std::signbit(y))
        return acrossZero(from, to, steps, x, y);
    if (from > to)
        return from - to <= steps ? y : std::bit_cast<double>(sign | (from - steps));
    return to - from <= steps ? y : std::bit_cast<double>(sign | (from + steps));
}

double ulp(double x) {
    if (std::isnan(x))
        return x;
    x = std::fabs(x);
    if (std::isinf(x))
        return x;
    const double above = std::nextafter(x, std::numeric_limits<double>::infinity());
    // The largest double has its neighbour below only.
    return std::isinf(above) ? x - std::nextafter(x, 0.0) : above - x;
}

double ieeeRemainder(double x, double y) {
    const double r = std::remainder(x, y);
    if (std::isnan(r) && !std::isnan(x) && !std::isnan(y))
        throwMathDomainError();
    return r;
}

bool isClose(double a, double b, double relativeTolerance, double absoluteTolerance) {
    if (relativeTolerance < 0.0 || absoluteTolerance < 0.0)
        throw Error{ErrorType::ValueError, "tolerances must be non-negative", std::nullopt};
    if (a == b)
        return true;
    if (std::isinf(a) || std::isinf(b))
        return false;
    const double difference = std::fabs(b - a);
    return difference <= std::fabs(relativeTolerance * b) || difference <= std::fabs(relativeTolerance * a) ||
           difference <= absoluteTolerance;
}

} // namespace keisan::eval
