// SPDX-License-Identifier: MIT
#include "common/eval/budget.h"
#include "common/eval/error.h"
#include "common/eval/runtime/float_arithmetic.h"
#include "common/eval/runtime/integer_arithmetic.h"
#include "common/eval/runtime/operators.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/sequence.h"

#include <string>

namespace keisan::eval {

namespace {

double realOf(const Value& number) {
    return number.is(Kind::Float) ? number.real() : toDouble(number);
}

Value powerModuloInts(const Value& base, const Value& exponent, const Value& modulus, Budget& budget);

// base ** -1 modulo `modulus`.
Value inverseModulo(const Value& base, const Value& modulus, Budget& budget) {
    const IntegerView number(base);
    const IntegerView divisor(modulus);
    chargeDivision(mpz_size(number) + mpz_size(divisor), mpz_size(divisor), budget);
    budget.spend(mpz_size(divisor) * mpz_size(divisor) * 30);
    Integer inverse;
    if (mpz_invert(inverse, number, divisor) == 0)
        raise(ErrorType::ValueError, "base is not invertible for the given modulus");
    return intValue(std::move(inverse));
}

// A residue below |modulus| takes the sign of the modulus.
Value withSignOf(const Value& modulus, Integer&& residue) {
    if (signOf(modulus) < 0 && mpz_sgn(static_cast<mpz_srcptr>(residue)) > 0)
        mpz_add(residue, residue, IntegerView(modulus));
    return intValue(std::move(residue));
}

// By squaring, one charged product and division a step, so that huge exponents can be stopped.
Value powerModuloInts(const Value& base, const Value& exponent, const Value& modulus, Budget& budget) {
    if (signOf(modulus) == 0)
        raise(ErrorType::ValueError, "pow() 3rd argument cannot be 0");
    if (signOf(exponent) < 0)
        return powerModuloInts(inverseModulo(base, modulus, budget), negateInt(exponent, budget), modulus,
                               budget);
    Integer divisor;
    mpz_abs(divisor, IntegerView(modulus));
    Integer number;
    chargeDivision(mpz_size(IntegerView(base)), mpz_size(divisor), budget);
    mpz_fdiv_r(number, IntegerView(base), divisor);
    Integer result(1);
    mpz_fdiv_r(result, result, divisor);
    const IntegerView bits(exponent);
    for (std::size_t bit = bitLength(exponent); bit-- > 0;) {
        chargedProduct(result, result, result, budget);
        if (mpz_tstbit(bits, bit) != 0)
            chargedProduct(result, result, number, budget);
        chargeDivision(mpz_size(result), mpz_size(divisor), budget);
        mpz_fdiv_r(result, result, divisor);
    }
    return withSignOf(modulus, std::move(result));
}

[[noreturn]] void refuseTypes(const std::string& operation, std::initializer_list<const Value*> operands) {
    std::string types;
    std::size_t left = operands.size();
    for (const Value* const operand : operands) {
        --left;
        types += "'" + std::string(typeName(*operand)) + "'" +
                 (left > 1    ? ", "
                  : left == 1 ? (operands.size() > 2 ? ", " : " and ")
                              : "");
    }
    raise(ErrorType::TypeError, "unsupported operand type(s) for " + operation + ": " + types);
}

} // namespace

Value divideWithRemainder(const Value& left, const Value& right, Budget& budget) {
    if (left.isInt() && right.isInt())
        return tupleValue({floorDivideInts(left, right, budget), remainderInts(left, right, budget)});
    if (!left.isReal() || !right.isReal())
        refuseTypes("divmod()", {&left, &right});
    const double a = realOf(left);
    const double b = realOf(right);
    if (b == 0.0)
        raise(ErrorType::ZeroDivisionError, "float divmod()");
    const FloatQuotient quotient = divideAndFloor(a, b);
    return tupleValue({Value::real(quotient.floor), Value::real(quotient.remainder)});
}

Value powerModulo(const Value& base, const Value& exponent, const Value& modulus, Budget& budget) {
    if (base.isInt() && exponent.isInt() && modulus.isInt())
        return powerModuloInts(base, exponent, modulus, budget);
    // The first operand that is no int decides, as CPython asks the types in turn.
    for (const Value* const operand : {&base, &exponent, &modulus}) {
        if (operand->is(Kind::Float))
            raise(ErrorType::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
        if (operand->is(Kind::Complex) && base.isNumber() && exponent.isNumber())
            raise(ErrorType::ValueError, "complex modulo");
    }
    refuseTypes("** or pow()", {&base, &exponent, &modulus});
}

} // namespace keisan::eval
