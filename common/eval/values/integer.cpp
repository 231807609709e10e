// SPDX-License-Identifier: MIT
#include "common/eval/values/integer.h"

#include "common/eval/budget.h"
#include "common/eval/error.h"

#include <bit>
#include <cmath>

namespace keisan::eval {

namespace {

// Both numbers come from memory.
constexpr std::uint64_t kWorkOfComparedLimb = 3;

constexpr std::uint64_t magnitude(std::int64_t number) {
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

template <class T>
constexpr int order(T left, T right) {
    return (left > right) - (left < right);
}

} // namespace

IntegerView::IntegerView(const Value& value) {
    if (value.is(Kind::BigInt)) {
        m_number = value.as<BigIntObject>().number;
        return;
    }
    m_limb = magnitude(value.smallInt());
    const mp_size_t limbs = m_limb == 0 ? 0 : 1;
    m_number = mpz_roinit_n(m_small, &m_limb, value.smallInt() < 0 ? -limbs : limbs);
}

Value intValue(Integer&& number) {
    const mpz_srcptr source = number;
    if (mpz_fits_slong_p(source) != 0)
        return Value::integer(mpz_get_si(source));
    return make<BigIntObject>(std::move(number));
}

Value intValue(std::uint64_t number) {
    if (number <= INT64_MAX)
        return Value::integer(static_cast<std::int64_t>(number));
    Integer big;
    mpz_set_ui(big, number);
    return make<BigIntObject>(std::move(big));
}

std::uint64_t bitLength(const Value& integer) {
    if (integer.isSmallInt())
        return static_cast<std::uint64_t>(std::bit_width(magnitude(integer.smallInt())));
    return mpz_sizeinbase(integer.as<BigIntObject>().number, 2);
}

int signOf(const Value& integer) {
    if (integer.isSmallInt())
        return order<std::int64_t>(integer.smallInt(), 0);
    return mpz_sgn(static_cast<mpz_srcptr>(integer.as<BigIntObject>().number));
}

bool isOdd(const Value& integer) {
    if (integer.isSmallInt())
        return (integer.smallInt() & 1) != 0;
    return mpz_odd_p(static_cast<mpz_srcptr>(integer.as<BigIntObject>().number)) != 0;
}

// GMP goes through numbers of one length from the top; those that are made to be compared for long differ at
// the end only.
int compareInts(const Value& left, const Value& right, Budget& budget) {
    if (left.isSmallInt() && right.isSmallInt())
        return order(left.smallInt(), right.smallInt());
    const IntegerView a(left);
    const IntegerView b(right);
    if (const std::size_t limbs = mpz_size(a); limbs == mpz_size(b))
        budget.spend(limbs * kWorkOfComparedLimb);
    return mpz_cmp(a, b);
}

std::optional<std::int64_t> toInt64(const Value& integer) {
    if (integer.isSmallInt())
        return integer.smallInt();
    return std::nullopt;
}

// The top 64 bits with a sticky lowest bit hold enough for the hardware to round once and rightly.
std::optional<double> nearestDouble(mpz_srcptr number) {
    const std::size_t bits = mpz_sizeinbase(number, 2);
    if (bits <= 64) {
        const auto small = static_cast<double>(mpz_get_ui(number));
        return mpz_sgn(number) < 0 ? -small : small;
    }
    if (bits > 1024)
        return std::nullopt;
    const std::size_t shift = bits - 64;
    Integer top;
    mpz_tdiv_q_2exp(top, number, shift);
    const std::uint64_t sticky = mpz_scan1(number, 0) < shift ? 1 : 0;
    const double result = std::ldexp(static_cast<double>(mpz_get_ui(top) | sticky), static_cast<int>(shift));
    if (std::isinf(result))
        return std::nullopt;
    return mpz_sgn(number) < 0 ? -result : result;
}

double toDouble(const Value& integer) {
    if (integer.isSmallInt())
        return static_cast<double>(integer.smallInt());
    const std::optional<double> result = nearestDouble(integer.as<BigIntObject>().number);
    if (!result)
        raise(ErrorType::OverflowError, "int too large to convert to float");
    return *result;
}

Value truncated(double number) {
    if (number > -0x1p63 && number < 0x1p63)
        return Value::integer(static_cast<std::int64_t>(number));
    Integer result;
    mpz_set_d(result, number);
    return intValue(std::move(result));
}

int compareExactly(const Value& integer, double number) {
    if (!integer.isSmallInt()) {
        if (std::isinf(number))
            return number > 0 ? -1 : 1;
        return order(mpz_cmp_d(static_cast<mpz_srcptr>(integer.as<BigIntObject>().number), number), 0);
    }
    if (number >= 0x1p63)
        return -1;
    if (number < -0x1p63)
        return 1;
    const auto whole = static_cast<std::int64_t>(number);
    if (whole != integer.smallInt())
        return order(integer.smallInt(), whole);
    return order(0.0, number - static_cast<double>(whole));
}

} // namespace keisan::eval
