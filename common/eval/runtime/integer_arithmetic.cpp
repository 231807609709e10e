// SPDX-License-Identifier: MIT
#include "common/eval/runtime/integer_arithmetic.h"

#include "common/eval/budget.h"
#include "common/eval/error.h"
#include "common/eval/runtime/float_arithmetic.h"

#include <algorithm>
#include <cmath>

namespace keisan::eval {

namespace {

constexpr std::size_t kBytesPerLimb = sizeof(mp_limb_t);

// Below this many limbs GMP's temporaries are not worth charging: the stack holds them.
constexpr std::size_t kSmallLimbs = 1024;

// Peak memory of GMP's calls, measured, in terms of the result (product) or the divisor (division).
constexpr double kProductMemory = 4.3;
constexpr double kDivisionMemory = 17.6;

constexpr std::int64_t kMaxShift = std::int64_t{1} << 40;

bool bothSmall(const Value& left, const Value& right) {
    return left.isSmallInt() && right.isSmallInt();
}

std::size_t limbsOf(mpz_srcptr number) {
    return mpz_size(number);
}

// The result of a computation whose estimate was within the limit by less than a bit or two.
Value checked(Integer&& number, const Budget& budget) {
    budget.requireIntegerBits(static_cast<double>(mpz_sizeinbase(number, 2)));
    return intValue(std::move(number));
}

void requireTemporary(std::size_t limbs, double factor) {
    if (limbs > kSmallLimbs)
        requireMemory(static_cast<std::uint64_t>(static_cast<double>(limbs * kBytesPerLimb) * factor));
}

// The nanoseconds of a product of two numbers of `limbs` limbs, roughly: schoolbook, Karatsuba and Toom, FFT.
std::uint64_t squareProductWork(std::size_t limbs) {
    const auto n = static_cast<double>(limbs);
    if (limbs < 32)
        return static_cast<std::uint64_t>(n * n / 2) + 10;
    if (limbs < 3000)
        return static_cast<std::uint64_t>(2 * std::pow(n, 1.58));
    return static_cast<std::uint64_t>(17 * n * std::log2(n));
}

using LinearCall = void (*)(mpz_ptr, mpz_srcptr, mpz_srcptr);

Value linear(LinearCall call, const Value& left, const Value& right, Budget& budget) {
    const IntegerView a(left);
    const IntegerView b(right);
    const std::size_t limbs = std::max(limbsOf(a), limbsOf(b));
    chargeLinear(limbs, budget);
    Integer result;
    call(result, a, b);
    return checked(std::move(result), budget);
}

using DivisionCall = void (*)(mpz_ptr, mpz_srcptr, mpz_srcptr);

Value divide(DivisionCall call, const Value& left, const Value& right, Budget& budget) {
    const IntegerView a(left);
    const IntegerView b(right);
    chargeDivision(limbsOf(a), limbsOf(b), budget);
    Integer result;
    call(result, a, b);
    return intValue(std::move(result));
}

// The quotient that does not fit a double's 53 bits exactly: its top bits with a sticky bit, rounded half to
// even as CPython's long_true_divide does.
double nearestQuotient(mpz_srcptr numerator, mpz_srcptr divisor) {
    constexpr long kMantissa = 53;
    constexpr long kMinExponent = -1021;
    constexpr long kMaxExponent = 1024;
    const auto overflow = [] {
        raise(ErrorType::OverflowError, "integer division result too large for a float");
    };
    const auto sizeOf = [](mpz_srcptr number) { return static_cast<long>(mpz_sizeinbase(number, 2)); };
    const long difference = sizeOf(numerator) - sizeOf(divisor);
    if (difference > kMaxExponent)
        overflow();
    if (difference < kMinExponent - kMantissa - 1)
        return 0.0;
    const long shift = std::max(difference, kMinExponent) - kMantissa - 2;
    Integer quotient;
    Integer remainder;
    bool inexact = false;
    if (shift <= 0) {
        mpz_mul_2exp(quotient, numerator, static_cast<mp_bitcnt_t>(-shift));
    } else {
        inexact = mpz_divisible_2exp_p(numerator, static_cast<mp_bitcnt_t>(shift)) == 0;
        mpz_tdiv_q_2exp(quotient, numerator, static_cast<mp_bitcnt_t>(shift));
    }
    mpz_tdiv_qr(quotient, remainder, static_cast<mpz_srcptr>(quotient), divisor);
    inexact = inexact || mpz_sgn(static_cast<mpz_srcptr>(remainder)) != 0;
    std::uint64_t top = mpz_get_ui(quotient);
    const long bits = 64 - __builtin_clzll(top | 1);
    const long extra = std::max(bits, kMinExponent - shift) - kMantissa;
    const std::uint64_t half = std::uint64_t{1} << (extra - 1);
    const std::uint64_t low = top | (inexact ? 1 : 0);
    if ((low & half) != 0 && (low & (3 * half - 1)) != 0)
        top += half;
    top &= ~(2 * half - 1);
    const double result = std::ldexp(static_cast<double>(top), static_cast<int>(shift));
    if (std::isinf(result))
        overflow();
    return result;
}

bool fitsDoubleExactly(const Value& integer) {
    constexpr std::int64_t kExact = std::int64_t{1} << 53;
    return integer.isSmallInt() && integer.smallInt() <= kExact && integer.smallInt() >= -kExact;
}

[[noreturn]] void raiseZeroDivision(const char* message) {
    raise(ErrorType::ZeroDivisionError, message);
}

} // namespace

void chargeLinear(std::size_t limbs, Budget& budget) {
    budget.spend(limbs / 2 + 20);
    requireTemporary(limbs, 1.0);
}

void chargeProduct(std::size_t leftLimbs, std::size_t rightLimbs, Budget& budget) {
    const std::size_t small = std::max<std::size_t>(1, std::min(leftLimbs, rightLimbs));
    const std::size_t large = std::max(leftLimbs, rightLimbs);
    budget.spend(squareProductWork(small) * (large / small + 1) / 2 + 20);
    requireTemporary(leftLimbs + rightLimbs, kProductMemory);
}

void chargeDivision(std::size_t numeratorLimbs, std::size_t divisorLimbs, Budget& budget) {
    if (numeratorLimbs < divisorLimbs)
        return chargeLinear(divisorLimbs, budget);
    const std::size_t quotientLimbs = numeratorLimbs - divisorLimbs + 1;
    const std::size_t small = std::min(quotientLimbs, divisorLimbs);
    const std::size_t large = std::max(quotientLimbs, divisorLimbs);
    budget.spend(squareProductWork(small) * (large / small + 1) * 2 + 40);
    requireTemporary(small, kDivisionMemory);
    requireTemporary(numeratorLimbs, 2.0);
}

void chargedProduct(Integer& result, mpz_srcptr left, mpz_srcptr right, Budget& budget) {
    chargeProduct(limbsOf(left), limbsOf(right), budget);
    mpz_mul(result, left, right);
}

Value addInts(const Value& left, const Value& right, Budget& budget) {
    std::int64_t sum = 0;
    if (bothSmall(left, right) && !__builtin_add_overflow(left.smallInt(), right.smallInt(), &sum))
        return Value::integer(sum);
    return linear(mpz_add, left, right, budget);
}

Value subtractInts(const Value& left, const Value& right, Budget& budget) {
    std::int64_t difference = 0;
    if (bothSmall(left, right) && !__builtin_sub_overflow(left.smallInt(), right.smallInt(), &difference))
        return Value::integer(difference);
    return linear(mpz_sub, left, right, budget);
}

Value multiplyInts(const Value& left, const Value& right, Budget& budget) {
    std::int64_t small = 0;
    if (bothSmall(left, right) && !__builtin_mul_overflow(left.smallInt(), right.smallInt(), &small))
        return Value::integer(small);
    const IntegerView a(left);
    const IntegerView b(right);
    budget.requireIntegerBits(static_cast<double>(mpz_sizeinbase(a, 2) + mpz_sizeinbase(b, 2) - 1));
    Integer product;
    chargedProduct(product, a, b, budget);
    return checked(std::move(product), budget);
}

Value divideInts(const Value& left, const Value& right, Budget& budget) {
    const int divisorSign = signOf(right);
    if (divisorSign == 0)
        raiseZeroDivision("division by zero");
    if (fitsDoubleExactly(left) && fitsDoubleExactly(right))
        return Value::real(static_cast<double>(left.smallInt()) / static_cast<double>(right.smallInt()));
    const bool isNegative = (signOf(left) < 0) != (divisorSign < 0);
    if (signOf(left) == 0)
        return Value::real(isNegative ? -0.0 : 0.0);
    const IntegerView a(left);
    const IntegerView b(right);
    chargeDivision(limbsOf(a) + 2, limbsOf(b), budget);
    Integer numerator;
    Integer divisor;
    mpz_abs(numerator, a);
    mpz_abs(divisor, b);
    const double quotient = nearestQuotient(numerator, divisor);
    return Value::real(isNegative ? -quotient : quotient);
}

Value floorDivideInts(const Value& left, const Value& right, Budget& budget) {
    if (signOf(right) == 0)
        raiseZeroDivision("integer division or modulo by zero");
    if (!bothSmall(left, right) || right.smallInt() == -1)
        return right.isSmallInt() && right.smallInt() == -1 ? negateInt(left, budget)
                                                            : divide(mpz_fdiv_q, left, right, budget);
    const std::int64_t a = left.smallInt();
    const std::int64_t b = right.smallInt();
    const std::int64_t quotient = a / b;
    return Value::integer(a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient);
}

Value remainderInts(const Value& left, const Value& right, Budget& budget) {
    if (signOf(right) == 0)
        raiseZeroDivision("integer modulo by zero");
    if (right.isSmallInt() && right.smallInt() == -1)
        return Value::integer(0);
    if (!bothSmall(left, right))
        return divide(mpz_fdiv_r, left, right, budget);
    const std::int64_t b = right.smallInt();
    const std::int64_t remainder = left.smallInt() % b;
    return Value::integer(remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder);
}

Value shiftLeft(const Value& left, const Value& count, Budget& budget) {
    if (signOf(count) < 0)
        raise(ErrorType::ValueError, "negative shift count");
    if (signOf(left) == 0)
        return Value::integer(0);
    const double bits = static_cast<double>(bitLength(left)) + toDoubleOrInf(count);
    if (bits < 63 && left.isSmallInt())
        return Value::integer(left.smallInt() * (std::int64_t{1} << count.smallInt()));
    budget.requireIntegerBits(bits);
    const IntegerView a(left);
    chargeLinear(static_cast<std::size_t>(bits) / 64 + 1, budget);
    Integer result;
    mpz_mul_2exp(result, a, static_cast<mp_bitcnt_t>(count.smallInt()));
    return intValue(std::move(result));
}

Value shiftRight(const Value& left, const Value& count, Budget& budget) {
    if (signOf(count) < 0)
        raise(ErrorType::ValueError, "negative shift count");
    if (!count.isSmallInt() || count.smallInt() > kMaxShift)
        return Value::integer(signOf(left) < 0 ? -1 : 0);
    if (left.isSmallInt())
        return Value::integer(left.smallInt() >> std::min<std::int64_t>(count.smallInt(), 63));
    const IntegerView a(left);
    chargeLinear(limbsOf(a), budget);
    Integer result;
    mpz_fdiv_q_2exp(result, a, static_cast<mp_bitcnt_t>(count.smallInt()));
    return intValue(std::move(result));
}

Value andInts(const Value& left, const Value& right, Budget& budget) {
    if (left.is(Kind::Bool) && right.is(Kind::Bool))
        return Value::boolean((left.smallInt() & right.smallInt()) != 0);
    if (bothSmall(left, right))
        return Value::integer(left.smallInt() & right.smallInt());
    return linear(mpz_and, left, right, budget);
}

Value orInts(const Value& left, const Value& right, Budget& budget) {
    if (left.is(Kind::Bool) && right.is(Kind::Bool))
        return Value::boolean((left.smallInt() | right.smallInt()) != 0);
    if (bothSmall(left, right))
        return Value::integer(left.smallInt() | right.smallInt());
    return linear(mpz_ior, left, right, budget);
}

Value xorInts(const Value& left, const Value& right, Budget& budget) {
    if (left.is(Kind::Bool) && right.is(Kind::Bool))
        return Value::boolean(left.smallInt() != right.smallInt());
    if (bothSmall(left, right))
        return Value::integer(left.smallInt() ^ right.smallInt());
    return linear(mpz_xor, left, right, budget);
}

Value negateInt(const Value& operand, Budget& budget) {
    if (operand.isSmallInt() && operand.smallInt() != INT64_MIN)
        return Value::integer(-operand.smallInt());
    return subtractInts(Value::integer(0), operand, budget);
}

Value invertInt(const Value& operand, Budget& budget) {
    if (operand.isSmallInt())
        return Value::integer(~operand.smallInt());
    return subtractInts(Value::integer(-1), operand, budget);
}

} // namespace keisan::eval
