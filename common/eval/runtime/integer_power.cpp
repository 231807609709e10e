// SPDX-License-Identifier: MIT
#include "common/eval/budget.h"
#include "common/eval/error.h"
#include "common/eval/runtime/float_arithmetic.h"
#include "common/eval/runtime/integer_arithmetic.h"

#include <bit>
#include <cmath>

namespace keisan::eval {

namespace {

// Results up to this size are left to mpz_pow_ui: well below a millisecond.
constexpr double kOneCallBits = 100'000;

// log2 of |number|, a little too small rather than too large; number is not 0.
double log2Of(mpz_srcptr number) {
    long exponent = 0;
    const double mantissa = mpz_get_d_2exp(&exponent, number);
    return static_cast<double>(exponent) + std::log2(std::fabs(mantissa));
}

// The power if it stays within 63 bits, by squaring.
bool smallPower(std::int64_t base, std::uint64_t exponent, std::int64_t& result) {
    result = 1;
    for (;;) {
        if ((exponent & 1) != 0 && __builtin_mul_overflow(result, base, &result))
            return false;
        exponent >>= 1;
        if (exponent == 0)
            return true;
        if (__builtin_mul_overflow(base, base, &base))
            return false;
    }
}

// 0, 1 and -1 have powers of any exponent.
bool isUnit(const Value& base) {
    return base.isSmallInt() && base.smallInt() >= -1 && base.smallInt() <= 1;
}

Value powerOfUnit(const Value& base, const Value& exponent) {
    if (signOf(exponent) == 0)
        return Value::integer(1);
    return Value::integer(base.smallInt() == -1 && !isOdd(exponent) ? 1 : base.smallInt());
}

} // namespace

// Powers of two are taken out first, as GMP does: they are a shift at the end.
Integer powerOf(mpz_srcptr base, std::uint64_t exponent, Budget& budget) {
    Integer result(1);
    if (exponent == 0 || mpz_sgn(base) == 0) {
        mpz_set_si(result, exponent == 0 ? 1 : 0);
        return result;
    }
    const double bits = log2Of(base) * static_cast<double>(exponent);
    if (bits < kOneCallBits) {
        chargeProduct(static_cast<std::size_t>(bits / 64) + 1, static_cast<std::size_t>(bits / 64) + 1,
                      budget);
        mpz_pow_ui(result, base, exponent);
        return result;
    }
    const mp_bitcnt_t twos = mpz_scan1(base, 0);
    Integer odd;
    mpz_tdiv_q_2exp(odd, base, twos);
    for (std::uint64_t bit = std::bit_floor(exponent); bit != 0; bit >>= 1) {
        chargedProduct(result, result, result, budget);
        if ((exponent & bit) != 0)
            chargedProduct(result, result, odd, budget);
    }
    chargeLinear(static_cast<std::size_t>(bits / 64) + 1, budget);
    mpz_mul_2exp(result, result, twos * exponent);
    return result;
}

Value powerInts(const Value& base, const Value& exponent, Budget& budget) {
    if (signOf(exponent) < 0)
        return powerFloats(toDouble(base), toDouble(exponent));
    if (isUnit(base))
        return powerOfUnit(base, exponent);
    std::int64_t small = 0;
    if (base.isSmallInt() && exponent.isSmallInt() &&
        smallPower(base.smallInt(), static_cast<std::uint64_t>(exponent.smallInt()), small))
        return Value::integer(small);
    const IntegerView number(base);
    const double bits = log2Of(number) * toDoubleOrInf(exponent);
    // A hair under the true logarithm would refuse what fits; the exact size is looked at when it is there.
    budget.requireIntegerBits(bits * (1 - 1e-12) - 1);
    Integer result = powerOf(number, static_cast<std::uint64_t>(exponent.smallInt()), budget);
    budget.requireIntegerBits(static_cast<double>(mpz_sizeinbase(result, 2)));
    return intValue(std::move(result));
}

} // namespace keisan::eval
