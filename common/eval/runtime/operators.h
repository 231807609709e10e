// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <cstdint>
#include <string_view>

namespace keisan::eval {

class Budget;

// The binary operators that compute, in the order of the table in operators.cpp.
enum class Operator : std::uint8_t {
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Remainder,
    Power,
    LeftShift,
    RightShift,
    And,
    Or,
    Xor,
    MatrixMultiply,
};

enum class UnaryOperator : std::uint8_t { Plus, Minus, Invert };

enum class Comparison : std::uint8_t { Less, LessEqual, Equal, NotEqual, Greater, GreaterEqual };

// left (op) right; `text` of the operator in a TypeError is its own ("+"), or "+=" where `augmented`.
Value binary(Operator op, const Value& left, const Value& right, Budget& budget, bool augmented = false);
Value unary(UnaryOperator op, const Value& operand, Budget& budget);
bool compare(Comparison op, const Value& left, const Value& right, Budget& budget);

// divmod(left, right), and pow with a modulus (base ** exponent % modulus), as the builtins have them.
Value divideWithRemainder(const Value& left, const Value& right, Budget& budget);
Value powerModulo(const Value& base, const Value& exponent, const Value& modulus, Budget& budget);

// operator.index(value): the int itself; TypeError "'float' object cannot be interpreted as an integer".
const Value& requireIndex(const Value& value);

} // namespace keisan::eval
