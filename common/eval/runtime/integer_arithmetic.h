// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/integer.h"
#include "common/eval/values/value.h"

#include <cstdint>

namespace keisan::eval {

class Budget;

// Python's operators on ints of any size (bools count as ints). Work, memory and the size of the result are
// charged before GMP is called; nothing runs longer than a single product or division of integers within the
// limit.
Value addInts(const Value& left, const Value& right, Budget& budget);
Value subtractInts(const Value& left, const Value& right, Budget& budget);
Value multiplyInts(const Value& left, const Value& right, Budget& budget);
// int / int: the nearest double to the exact quotient.
Value divideInts(const Value& left, const Value& right, Budget& budget);
Value floorDivideInts(const Value& left, const Value& right, Budget& budget);
Value remainderInts(const Value& left, const Value& right, Budget& budget);
// A float for a negative exponent.
Value powerInts(const Value& base, const Value& exponent, Budget& budget);
Value shiftLeft(const Value& left, const Value& count, Budget& budget);
Value shiftRight(const Value& left, const Value& count, Budget& budget);
Value andInts(const Value& left, const Value& right, Budget& budget);
Value orInts(const Value& left, const Value& right, Budget& budget);
Value xorInts(const Value& left, const Value& right, Budget& budget);
Value negateInt(const Value& operand, Budget& budget);
Value invertInt(const Value& operand, Budget& budget);

// What GMP's calls cost, for own loops: charge before the call. Limbs are 64 bits.
void chargeProduct(std::size_t leftLimbs, std::size_t rightLimbs, Budget& budget);
void chargeDivision(std::size_t numeratorLimbs, std::size_t divisorLimbs, Budget& budget);
// Anything linear in the operands.
void chargeLinear(std::size_t limbs, Budget& budget);

// left * right into `result`, charged; the caller has checked the result's size.
void chargedProduct(Integer& result, mpz_srcptr left, mpz_srcptr right, Budget& budget);

// base ** exponent in steps that can be stopped; the caller has checked the result's size.
Integer powerOf(mpz_srcptr base, std::uint64_t exponent, Budget& budget);

} // namespace keisan::eval
