// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

namespace keisan::eval {

class Budget;

// Two sets, frozensets, or views of a dict's keys or items, combined; the result has the kind of the left one
// (a set where that is a view), and its elements lie as CPython's would.
Value setUnion(const Value& left, const Value& right, Budget& budget);
Value setIntersection(const Value& left, const Value& right, Budget& budget);
Value setDifference(const Value& left, const Value& right, Budget& budget);
Value setSymmetricDifference(const Value& left, const Value& right, Budget& budget);

} // namespace keisan::eval
