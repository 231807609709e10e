// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <gmp.h>
#include <optional>

namespace keisan::eval {

class Budget;

// A GMP integer that owns its storage. For computing; intValue() makes a Value of it.
class Integer {
public:
    Integer() { mpz_init(m_number); }
    explicit Integer(std::int64_t number) { mpz_init_set_si(m_number, number); }
    explicit Integer(mpz_srcptr number) { mpz_init_set(m_number, number); }
    Integer(Integer&& other) noexcept : Integer() { mpz_swap(m_number, other.m_number); }
    Integer& operator=(Integer&& other) noexcept {
        mpz_swap(m_number, other.m_number);
        return *this;
    }
    Integer(const Integer&) = delete;
    Integer& operator=(const Integer&) = delete;
    ~Integer() { mpz_clear(m_number); }

    operator mpz_ptr() { return m_number; }
    operator mpz_srcptr() const { return m_number; }

private:
    mpz_t m_number;
};

// An int that does not fit 64 bits.
struct BigIntObject : Object {
    static constexpr bool holds(Kind kind) { return kind == Kind::BigInt; }
    explicit BigIntObject(Integer&& value) : Object(Kind::BigInt), number(std::move(value)) {}

    const Integer number;
};

// An int, bool or BigInt value as GMP takes its operands, without a copy. Lives no longer than the value
// does, and stays where it was made.
class IntegerView {
public:
    explicit IntegerView(const Value& value);
    IntegerView(const IntegerView&) = delete;
    IntegerView& operator=(const IntegerView&) = delete;

    operator mpz_srcptr() const { return m_number; }

private:
    mp_limb_t m_limb = 0;
    mpz_t m_small;
    mpz_srcptr m_number;
};

// The Value of a number, in the small form where it fits.
Value intValue(Integer&& number);
Value intValue(std::uint64_t number);

// The number of bits of the magnitude; 0 for 0.
std::uint64_t bitLength(const Value& integer);
int signOf(const Value& integer);
bool isOdd(const Value& integer);
// Negative, 0, positive: left against right, int values both. Charges for the limbs that may be looked at.
int compareInts(const Value& left, const Value& right, Budget& budget);
// Where it fits.
std::optional<std::int64_t> toInt64(const Value& integer);

// Nearest double, ties to even; nothing when it is too large for one.
std::optional<double> nearestDouble(mpz_srcptr number);
// The same of an int value; OverflowError "int too large to convert to float".
double toDouble(const Value& integer);
// The exact value of a finite double that is a whole number (a fraction is cut off).
Value truncated(double number);
// -1, 0, 1: an int against a double that is not nan, exactly.
int compareExactly(const Value& integer, double number);

} // namespace keisan::eval
