// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/operators.h"

namespace keisan::eval {

class Context;

// Whether an operator is a set's, and an operand a view of a dict's keys or items: the other operand may then
// be any iterable.
bool isViewOperation(Operator op, const Value& left, const Value& right);

// dict.keys() | iterable and the like: a set, in CPython's order. TypeError "'int' object is not iterable".
Value viewOperation(Context& context, Operator op, const Value& left, const Value& right);

} // namespace keisan::eval
