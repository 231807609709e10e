// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/ast.h"
#include "common/eval/values/value.h"

#include <string_view>

namespace keisan::eval {

class Budget;

using Operator = syntax::BinaryOperator;
using UnaryOperator = syntax::UnaryOperator;
using Comparison = syntax::ComparisonOperator;

// left (op) right. A TypeError names the operator as it stands in the line: "+", or "+=" where `augmented`.
Value binary(Operator op, const Value& left, const Value& right, Budget& budget, bool augmented = false);
// Negate, Plus or Invert.
Value unary(UnaryOperator op, const Value& operand, Budget& budget);
// Less to NotEqual.
bool compare(Comparison op, const Value& left, const Value& right, Budget& budget);

// divmod(left, right), and pow(base, exponent, modulus).
Value divideWithRemainder(const Value& left, const Value& right, Budget& budget);
Value powerModulo(const Value& base, const Value& exponent, const Value& modulus, Budget& budget);

// operator.index(value): the int itself; TypeError "'float' object cannot be interpreted as an integer".
const Value& requireIndex(const Value& value);

} // namespace keisan::eval
