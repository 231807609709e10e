// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <cstdint>

namespace keisan::eval {

class Budget;

// Python's ==, which never fails but by a limit: RecursionError "maximum recursion depth exceeded in
// comparison".
bool equal(const Value& left, const Value& right, Budget& budget);
// What containers ask (`in`, keys, ==): identity first, so that a nan is found in its own list.
bool sameOrEqual(const Value& left, const Value& right, Budget& budget);

// Equal values have equal hashes. TypeError "unhashable type: 'list'". Numbers, None, tuples and frozensets
// of them have CPython's hash.
std::int64_t hashOf(const Value& value, Budget& budget);

// True where hashOf() is what CPython computes in every run: the order of a set of such values is determined.
// The value has been hashed, so it is not nested too deep.
bool hasPythonsHash(const Value& value, Budget& budget);

// bool(value).
bool isTrue(const Value& value);

} // namespace keisan::eval
