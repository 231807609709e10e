// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

namespace keisan::eval {

class Budget;

// Operators on strings, sequences, sets and dicts. Absent where the operator has no meaning for the two
// types. `augmented`: as += and its like have it.
Value concatenate(const Value& left, const Value& right, Budget& budget, bool augmented);  // +
Value repeat(const Value& left, const Value& right, Budget& budget, bool augmented);       // *
Value formatText(const Value& left, const Value& right, Budget& budget, bool augmented);   // %
Value differenceOf(const Value& left, const Value& right, Budget& budget, bool augmented); // -
Value intersectionOf(const Value& left, const Value& right, Budget& budget, bool augmented);
Value symmetricDifferenceOf(const Value& left, const Value& right, Budget& budget, bool augmented);
Value unionOf(const Value& left, const Value& right, Budget& budget, bool augmented); // sets and dicts

} // namespace keisan::eval
