// SPDX-License-Identifier: MIT
#include "common/eval/library/gamma.h"

#include "common/eval/library/math_errors.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

namespace keisan::eval {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kPi = std::numbers::pi;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;

constexpr double kG = 6.024680040776729583740234375;
constexpr double kGMinusHalf = 5.524680040776729583740234375;

// Coefficients of the rational function that approximates the Lanczos sum, lowest power first.
constexpr std::array kNumerator = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
// x (x+1) ... (x+11)
constexpr std::array kDenominator = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                     45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                     1925.0,     66.0,       1.0};

// (n-1)! for 1 <= n <= 23: every factorial that a double holds exactly.
constexpr auto kFactorials = [] {
    std::array<double, 23> table{};
    double product = 1.0;
    for (std::size_t n = 0; n < table.size(); ++n) {
        table[n] = product;
        product *= static_cast<double>(n + 1);
    }
    return table;
}();

// Large x: in powers of 1/x, so that nothing overflows.
double lanczosSum(double x) {
    double numerator = 0.0;
    double denominator = 0.0;
    if (x < 5.0) {
        for (std::size_t i = kNumerator.size(); i-- > 0;) {
            numerator = numerator * x + kNumerator[i];
            denominator = denominator * x + kDenominator[i];
        }
    } else {
        for (std::size_t i = 0; i < kNumerator.size(); ++i) {
            numerator = numerator / x + kNumerator[i];
            denominator = denominator / x + kDenominator[i];
        }
    }
    return numerator / denominator;
}

// sin(pi x) without the error of the product, for finite x.
double sinPi(double x) {
    const double y = std::fmod(std::fabs(x), 2.0);
    double r = 0.0;
    switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: r = std::sin(kPi * y); break;
    case 1: r = std::cos(kPi * (y - 0.5)); break;
    case 2: r = std::sin(kPi * (1.0 - y)); break;
    case 3: r = -std::cos(kPi * (y - 1.5)); break;
    default: r = std::sin(kPi * (y - 2.0)); break;
    }
    return std::copysign(1.0, x) * r;
}

// base**exponent as a factor of r; in two halves where the power alone would overflow.
double scaledByPower(double r, double base, double exponent, double magnitude, bool divide) {
    if (magnitude < 140.0) {
        const double power = std::pow(base, exponent);
        return divide ? r / power : r * power;
    }
    const double root = std::pow(base, magnitude / 2.0 - 0.25);
    return divide ? r / root / root : r * root * root;
}

double gammaOfFraction(double x) {
    const double magnitude = std::fabs(x);
    const double y = magnitude + kGMinusHalf;
    // What the addition above lost, as a correction of the result.
    const double lost =
        magnitude > kGMinusHalf ? (y - magnitude) - kGMinusHalf : (y - kGMinusHalf) - magnitude;
    const double correction = lost * kG / y;
    if (x < 0.0) {
        double r = -kPi / sinPi(magnitude) / magnitude * std::exp(y) / lanczosSum(magnitude);
        r -= correction * r;
        return scaledByPower(r, y, magnitude - 0.5, magnitude, true);
    }
    double r = lanczosSum(magnitude) / std::exp(y);
    r += correction * r;
    return scaledByPower(r, y, magnitude - 0.5, magnitude, false);
}

double finiteOrRangeError(double r) {
    if (std::isinf(r))
        throwMathRangeError();
    return r;
}

} // namespace

double gamma(double x) {
    if (std::isnan(x) || x == kInfinity)
        return x;
    if (x == -kInfinity || x == 0.0)
        throwMathDomainError();
    if (x == std::floor(x)) {
        if (x < 0.0)
            throwMathDomainError();
        if (x <= static_cast<double>(kFactorials.size()))
            return kFactorials[static_cast<std::size_t>(x) - 1];
    }
    const double magnitude = std::fabs(x);
    if (magnitude < 1e-20)
        return finiteOrRangeError(1.0 / x);
    if (magnitude > 200.0) {
        if (x < 0.0)
            return 0.0 / sinPi(x);
        throwMathRangeError();
    }
    return finiteOrRangeError(gammaOfFraction(x));
}

double logGamma(double x) {
    if (!std::isfinite(x))
        return std::isnan(x) ? x : kInfinity;
    if (x == std::floor(x) && x <= 2.0) {
        if (x <= 0.0)
            throwMathDomainError();
        return 0.0;
    }
    const double magnitude = std::fabs(x);
    if (magnitude < 1e-20)
        return -std::log(magnitude);
    double r = std::log(lanczosSum(magnitude)) - kG;
    r += (magnitude - 0.5) * (std::log(magnitude + kG - 0.5) - 1);
    if (x < 0.0)
        r = kLogPi - std::log(std::fabs(sinPi(magnitude))) - std::log(magnitude) - r;
    return finiteOrRangeError(r);
}

} // namespace keisan::eval
