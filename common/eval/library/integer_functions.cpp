// SPDX-License-Identifier: MIT
#include "common/eval/library/integer_functions.h"

#include "common/eval/library/arguments.h"
#include "common/eval/library/counting.h"
#include "common/eval/runtime/context.h"
#include "common/eval/runtime/integer_arithmetic.h"
#include "common/eval/values/integer.h"

#include <cmath>
#include <limits>

namespace keisan::eval {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Value factorialRow(Context& context, const Arguments& arguments) {
    const Value& n = requireIndex(arguments[0]);
    if (signOf(n) < 0)
        raise(ErrorType::ValueError, "factorial() not defined for negative values");
    const auto number = toInt64(n);
    if (!number)
        raise(ErrorType::OverflowError, "factorial() argument should not exceed " + std::to_string(kMost));
    return intValue(factorial(static_cast<std::uint64_t>(*number), context.budget()));
}

void requireNonNegative(const Value& value, std::string_view name) {
    if (signOf(value) < 0)
        raise(ErrorType::ValueError, std::string(name) + " must be a non-negative integer");
}

Value combRow(Context& context, const Arguments& arguments) {
    const Value& n = requireIndex(arguments[0]);
    const Value& k = requireIndex(arguments[1]);
    requireNonNegative(n, "n");
    requireNonNegative(k, "k");
    if (compareInts(k, n, context.budget()) > 0)
        return Value::integer(0);
    const IntegerView total(n);
    const IntegerView chosen(k);
    chargeLinear(mpz_size(total), context.budget());
    Integer left;
    mpz_sub(left, total, chosen);
    mpz_srcptr shorter = mpz_cmp(left, chosen) < 0 ? static_cast<mpz_srcptr>(left) : chosen;
    if (!mpz_fits_slong_p(shorter))
        raise(ErrorType::OverflowError, "min(n - k, k) must not exceed " + std::to_string(kMost));
    return intValue(combinations(total, mpz_get_ui(shorter), context.budget()));
}

Value permRow(Context& context, const Arguments& arguments) {
    if (arguments.size() == 1 || arguments[1].isNone())
        return factorialRow(context, arguments);
    const Value& n = requireIndex(arguments[0]);
    const Value& k = requireIndex(arguments[1]);
    requireNonNegative(n, "n");
    requireNonNegative(k, "k");
    if (compareInts(k, n, context.budget()) > 0)
        return Value::integer(0);
    const IntegerView total(n);
    const IntegerView chosen(k);
    if (!mpz_fits_slong_p(chosen))
        raise(ErrorType::OverflowError, "k must not exceed " + std::to_string(kMost));
    return intValue(permutations(total, mpz_get_ui(chosen), context.budget()));
}

Value gcdRow(Context& context, const Arguments& arguments) {
    Integer result;
    for (const Value& argument : arguments.values) {
        const IntegerView next(requireIndex(argument));
        result = greatestCommonDivisor(result, next, context.budget());
    }
    return intValue(std::move(result));
}

Value lcmRow(Context& context, const Arguments& arguments) {
    Integer result(1);
    for (const Value& argument : arguments.values) {
        const IntegerView next(requireIndex(argument));
        const Integer divisor = greatestCommonDivisor(result, next, context.budget());
        if (mpz_cmp_ui(static_cast<mpz_srcptr>(divisor), 0) != 0) // else both are 0
            mpz_divexact(result, result, divisor);
        multiplyWithinLimit(result, result, next, context.budget());
        mpz_abs(result, result);
    }
    return intValue(std::move(result));
}

Value isqrtRow(Context& context, const Arguments& arguments) {
    const Value& n = requireIndex(arguments[0]);
    if (signOf(n) < 0)
        raise(ErrorType::ValueError, "isqrt() argument must be nonnegative");
    context.spend(productWork(static_cast<double>(bitLength(n))));
    Integer root;
    mpz_sqrt(root, IntegerView(n));
    return intValue(std::move(root));
}

Value floorRow(Context&, const Arguments& arguments) {
    return arguments[0].isInt() ? asPlainInt(arguments[0]) : wholePart(std::floor(requireReal(arguments[0])));
}

Value ceilRow(Context&, const Arguments& arguments) {
    return arguments[0].isInt() ? asPlainInt(arguments[0]) : wholePart(std::ceil(requireReal(arguments[0])));
}

Value truncRow(Context&, const Arguments& arguments) {
    if (arguments[0].isInt())
        return asPlainInt(arguments[0]);
    if (!arguments[0].is(Kind::Float))
        raise(ErrorType::TypeError,
              "type " + std::string(typeName(arguments[0])) + " doesn't define __trunc__ method");
    return wholePart(arguments[0].real());
}

constexpr ArityRule kOne{Arity::One};
constexpr ArityRule kAny{Arity::Counted, 0, ArityRule::kAny};

constexpr Builtin kRows[] = {
    {"ceil", "math", "ceil(x, /)", kOne, ceilRow, "The smallest integer that is not below x."},
    {"comb",
     "math",
     "comb(n, k, /)",
     {Arity::Counted, 2, 2},
     combRow,
     "The number of ways to choose k of n things."},
    {"factorial", "math", "factorial(n, /)", kOne, factorialRow, "1 * 2 * ... * n."},
    {"floor", "math", "floor(x, /)", kOne, floorRow, "The largest integer that is not above x."},
    {"gcd", "math", "gcd(*integers)", kAny, gcdRow, "The greatest common divisor of the integers."},
    {"isqrt", "math", "isqrt(n, /)", kOne, isqrtRow, "The whole part of the square root of n."},
    {"lcm", "math", "lcm(*integers)", kAny, lcmRow, "The least common multiple of the integers."},
    {"perm",
     "math",
     "perm(n, k=None, /)",
     {Arity::Counted, 1, 2},
     permRow,
     "The number of ways to line up k of n things."},
    {"trunc", "math", "trunc(x, /)", kOne, truncRow, "x without its fraction, as an integer."},
};

} // namespace

std::span<const Builtin> integerFunctions() {
    return kRows;
}

} // namespace keisan::eval
