// SPDX-License-Identifier: MIT
#include "common/eval/library/counting.h"

#include "common/eval/runtime/integer_arithmetic.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace keisan::eval {
namespace {

// The largest arguments that GMP's own functions finish in about 150 ms.
constexpr std::uint64_t kDirectFactorial = 900'000;
constexpr std::uint64_t kDirectBinomial = 1 << 23;
constexpr double kDirectGcdBits = 1.5e6;
// Below this many factors a product is not split further.
constexpr std::uint64_t kFewFactors = 64;

// GMP's own is a macro that wants the bare pointer.
int compareWith(mpz_srcptr number, std::uint64_t other) {
    return mpz_cmp_ui(number, other);
}

double bitsOf(mpz_srcptr number) {
    return static_cast<double>(mpz_sizeinbase(number, 2));
}

double log2Factorial(double n) {
    return std::lgamma(n + 1.0) / std::numbers::ln2;
}

// An estimate of log2 C(n, k) that does not cancel for an n far above k. Needs k <= n/2.
double log2Combinations(double log2n, double k) {
    const double n = std::exp2(std::min(log2n, 60.0));
    if (log2n < 40.0)
        return log2Factorial(n) - log2Factorial(k) - log2Factorial(n - k);
    return k * log2n - log2Factorial(k);
}

// first (first+1) ... (first+count-1)
void productOfRange(Integer& product, mpz_srcptr first, std::uint64_t count, Budget& budget) {
    if (count <= kFewFactors) {
        budget.spend(count * (20 + mpz_size(first)));
        mpz_set_ui(product, 1);
        Integer factor(first);
        for (std::uint64_t i = 0; i < count; ++i) {
            mpz_mul(product, product, factor);
            mpz_add_ui(factor, factor, 1);
        }
        return;
    }
    const std::uint64_t half = count / 2;
    Integer upper;
    Integer middle;
    mpz_add_ui(middle, first, half);
    productOfRange(upper, middle, count - half, budget);
    Integer lower;
    productOfRange(lower, first, half, budget);
    multiplyWithinLimit(product, lower, upper, budget);
}

double log2Of(mpz_srcptr number) {
    long exponent = 0;
    const double mantissa = mpz_get_d_2exp(&exponent, number);
    return std::log2(mantissa) + static_cast<double>(exponent);
}

// C(n, k) = C(n, j) C(n-j, k-j) / C(k, j) with j about k/2: both factors about as large as the result's root.
void binomial(Integer& result, mpz_srcptr n, std::uint64_t k, Budget& budget) {
    if (k <= kFewFactors) {
        budget.spend(100 + k * (k / 2 + 20) * mpz_size(n));
        mpz_bin_ui(result, n, k);
        return;
    }
    const std::uint64_t half = k / 2;
    Integer left;
    binomial(left, n, half, budget);
    Integer rest;
    mpz_sub_ui(rest, n, half);
    Integer right;
    binomial(right, rest, k - half, budget);
    multiplyWithinLimit(left, left, right, budget);
    Integer divisor;
    binomial(divisor, Integer(static_cast<std::int64_t>(k)), half, budget);
    budget.spend(3 * productWork(bitsOf(left)));
    mpz_divexact(result, left, divisor);
}

} // namespace

std::uint64_t productWork(double bits) {
    constexpr double kNanosecondsPerBit = 0.1;
    return 20 + static_cast<std::uint64_t>(kNanosecondsPerBit * bits * std::log2(bits + 2.0));
}

void multiplyWithinLimit(Integer& result, mpz_srcptr left, mpz_srcptr right, Budget& budget) {
    const double bits = bitsOf(left) + bitsOf(right);
    budget.requireIntegerBits(bits - 1.0);
    budget.spend(productWork(bits));
    mpz_mul(result, left, right);
}

Integer factorial(std::uint64_t n, Budget& budget) {
    const double bits = log2Factorial(static_cast<double>(n));
    budget.requireIntegerBits(bits);
    const std::uint64_t direct = std::min(n, kDirectFactorial);
    budget.spend(2 * productWork(log2Factorial(static_cast<double>(direct))));
    Integer result;
    mpz_fac_ui(result, direct);
    if (n > direct) {
        Integer rest;
        productOfRange(rest, Integer(static_cast<std::int64_t>(direct + 1)), n - direct, budget);
        multiplyWithinLimit(result, result, rest, budget);
    }
    return result;
}

Integer combinations(mpz_srcptr n, std::uint64_t k, Budget& budget) {
    // C(n, k) = C(n, n-k)
    Integer other;
    mpz_sub_ui(other, n, k);
    const std::uint64_t shorter = compareWith(other, k) < 0 ? mpz_get_ui(other) : k;
    Integer result;
    if (shorter == 0) {
        mpz_set_ui(result, 1);
        return result;
    }
    const double bits = log2Combinations(log2Of(n), static_cast<double>(shorter));
    budget.requireIntegerBits(bits);
    if (compareWith(n, kDirectBinomial) <= 0) {
        budget.spend(10 * productWork(bits + 64.0));
        mpz_bin_uiui(result, mpz_get_ui(n), shorter);
    } else {
        binomial(result, n, shorter, budget);
    }
    return result;
}

Integer permutations(mpz_srcptr n, std::uint64_t k, Budget& budget) {
    // At least n**k / e**k, and 2 at the least a factor.
    const double log2n = log2Of(n);
    budget.requireIntegerBits(static_cast<double>(k) * std::max(log2n - 1.4427, 0.0));
    chargeLinear(mpz_size(n), budget);
    Integer first;
    mpz_sub_ui(first, n, k);
    mpz_add_ui(first, first, 1);
    Integer result;
    productOfRange(result, first, k, budget);
    return result;
}

Integer greatestCommonDivisor(mpz_srcptr a, mpz_srcptr b, Budget& budget) {
    Integer larger(mpz_cmpabs(a, b) >= 0 ? a : b);
    Integer smaller(mpz_cmpabs(a, b) >= 0 ? b : a);
    // Euclid's steps, each looked at, until GMP's subquadratic algorithm is fast enough to be called.
    while (compareWith(smaller, 0) != 0 && bitsOf(smaller) > kDirectGcdBits) {
        budget.spend(3 * productWork(bitsOf(larger)));
        mpz_tdiv_r(larger, larger, smaller);
        mpz_swap(larger, smaller);
    }
    const double bits = bitsOf(smaller);
    budget.spend(3 * productWork(bitsOf(larger)) +
                 static_cast<std::uint64_t>(0.3 * bits * std::log2(bits + 2.0) * std::log2(bits + 2.0)));
    mpz_gcd(larger, larger, smaller);
    return larger;
}

} // namespace keisan::eval
