// SPDX-License-Identifier: MIT
#include "common/eval/library/float_sums.h"

#include "common/eval/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace keisan::eval {
namespace {

// high + low is exactly the result of the operation.
struct DoubleLength {
    double high;
    double low;
};

// Needs |a| >= |b|.
DoubleLength fastSum(double a, double b) {
    const double high = a + b;
    return {high, (a - high) + b};
}

DoubleLength exactSum(double a, double b) {
    const double high = a + b;
    const double part = high - a;
    return {high, (a - (high - part)) + (b - part)};
}

DoubleLength exactProduct(double a, double b) {
    const double high = a * b;
    return {high, std::fma(a, b, -high)};
}

// Needs: largest is the maximum of the absolute values, finite and not zero.
double scaledNorm(std::span<const double> coordinates, double largest, double prescale) {
    int exponent = 0;
    std::frexp(largest, &exponent);
    const double scale = std::ldexp(1.0, -exponent);
    double sum = 1.0;
    double lostBySquares = 0.0;
    double lostBySums = 0.0;
    const auto accumulate = [&](double a, double b) {
        const DoubleLength square = exactProduct(a, b);
        const DoubleLength total = fastSum(sum, square.high);
        sum = total.high;
        lostBySquares += square.low;
        lostBySums += total.low;
    };
    for (const double coordinate : coordinates) {
        const double x = std::fabs(coordinate) / prescale * scale;
        accumulate(x, x);
    }
    double norm = std::sqrt(sum - 1.0 + (lostBySquares + lostBySums));
    accumulate(-norm, norm);
    norm += (sum - 1.0 + (lostBySquares + lostBySums)) / (2.0 * norm);
    return norm / scale;
}

} // namespace

void CompensatedSum::add(double x) {
    const double total = m_sum + x;
    if (std::fabs(m_sum) >= std::fabs(x))
        m_compensation += (m_sum - total) + x;
    else
        m_compensation += (x - total) + m_sum;
    m_sum = total;
}

double CompensatedSum::value() const {
    // A sum that is infinite has a compensation that is nan; and -0.0 + 0.0 would lose its sign.
    if (m_compensation != 0.0 && std::isfinite(m_compensation))
        return m_sum + m_compensation;
    return m_sum;
}

void ExactSum::add(double x) {
    const double given = x;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_partials.size(); ++i) {
        double y = m_partials[i];
        if (std::fabs(x) < std::fabs(y))
            std::swap(x, y);
        const DoubleLength sum = fastSum(x, y);
        if (sum.low != 0.0)
            m_partials[kept++] = sum.low;
        x = sum.high;
    }
    m_partials.resize(kept);
    if (x == 0.0)
        return;
    if (std::isfinite(x)) {
        m_partials.push_back(x);
        return;
    }
    addSpecial(given);
}

void ExactSum::addSpecial(double x) {
    if (std::isfinite(x))
        throw Error{ErrorType::OverflowError, "intermediate overflow in fsum", std::nullopt};
    if (std::isinf(x))
        m_infinitySum += x;
    m_specialSum += x;
    m_partials.clear();
}

double ExactSum::value() const {
    if (m_specialSum != 0.0) {
        if (std::isnan(m_infinitySum))
            throw Error{ErrorType::ValueError, "-inf + inf in fsum", std::nullopt};
        return m_specialSum;
    }
    return roundedPartials();
}

double ExactSum::roundedPartials() const {
    if (m_partials.empty())
        return 0.0;
    std::size_t n = m_partials.size();
    DoubleLength sum{m_partials[--n], 0.0};
    while (n > 0 && sum.low == 0.0)
        sum = fastSum(sum.high, m_partials[--n]);
    // Half-way so far: the next partial decides the direction.
    if (n > 0 && ((sum.low < 0.0 && m_partials[n - 1] < 0.0) || (sum.low > 0.0 && m_partials[n - 1] > 0.0))) {
        const double twice = sum.low * 2.0;
        const double rounded = sum.high + twice;
        if (twice == rounded - sum.high)
            return rounded;
    }
    return sum.high;
}

bool TripleLengthSum::addProduct(double x, double y) {
    const DoubleLength product = exactProduct(x, y);
    const DoubleLength high = exactSum(m_high, product.high);
    if (!std::isfinite(high.high))
        return false;
    const DoubleLength low = exactSum(m_low, product.low);
    const DoubleLength carry = exactSum(low.high, high.low);
    m_high = high.high;
    m_low = carry.high;
    m_tiny = m_tiny + low.low + carry.low;
    return true;
}

double TripleLengthSum::value() const {
    const DoubleLength last = exactSum(m_low, m_tiny);
    return exactSum(m_high, last.high).high;
}

double euclideanNorm(std::span<const double> coordinates) {
    double largest = 0.0;
    bool foundNan = false;
    for (const double coordinate : coordinates) {
        foundNan = foundNan || std::isnan(coordinate);
        largest = std::max(largest, std::fabs(coordinate));
    }
    if (std::isinf(largest))
        return largest;
    if (foundNan)
        return std::numeric_limits<double>::quiet_NaN();
    if (largest == 0.0 || coordinates.size() <= 1)
        return largest;
    // A subnormal maximum has no power of two that scales it to about one: make it normal first.
    constexpr double kSmallestNormal = std::numeric_limits<double>::min();
    constexpr double kSubnormalBelow = 0x1p-1024;
    if (largest < kSubnormalBelow)
        return kSmallestNormal * scaledNorm(coordinates, largest / kSmallestNormal, kSmallestNormal);
    return scaledNorm(coordinates, largest, 1.0);
}

} // namespace keisan::eval
