// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/budget.h"
#include "common/eval/values/integer.h"

#include <cstdint>

namespace keisan::eval {

// Work of one product of integers of so many bits together (measured with GMP 6.2; units of Budget::spend).
std::uint64_t productWork(double bits);

// result = left * right; charged, and refused where it would be too large.
void multiplyWithinLimit(Integer& result, mpz_srcptr left, mpz_srcptr right, Budget& budget);

// n!, C(n, k), n (n-1) ... (n-k+1) for n >= 0, 0 <= k <= n. The size of the result is estimated and refused
// (LimitError) before any work; no call into GMP takes longer than a quarter of a second.
Integer factorial(std::uint64_t n, Budget& budget);
Integer combinations(mpz_srcptr n, std::uint64_t k, Budget& budget);
Integer permutations(mpz_srcptr n, std::uint64_t k, Budget& budget);

// The greatest common divisor, never negative; gcd(0, 0) is 0.
Integer greatestCommonDivisor(mpz_srcptr a, mpz_srcptr b, Budget& budget);

} // namespace keisan::eval
