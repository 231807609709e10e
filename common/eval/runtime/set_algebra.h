// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/mapping.h"

namespace keisan::eval {

class Budget;
class Context;

// set.update(iterable), on a table that is still nobody's: CPython has a way of its own for a set, for a dict
// and for any other iterable, and the ways lead to different orders.
void updateSet(Context& context, HashTable& table, const Value& iterable);
// Refuses the keys of a range too long for a set or dict: they all differ.
void requireRoomForKeys(Context& context, const Value& iterable);
// What set(iterable) holds.
HashTable setOf(Context& context, const Value& iterable);

// Two sets or frozensets combined; the result has the kind of the left one, and its elements lie as CPython's
// would. `augmented`: |=, &=, -=, ^=, which CPython does within the left set.
Value setUnion(const Value& left, const Value& right, Budget& budget, bool augmented = false);
Value setIntersection(const Value& left, const Value& right, Budget& budget);
Value setDifference(const Value& left, const Value& right, Budget& budget, bool augmented = false);
Value setSymmetricDifference(const Value& left, const Value& right, Budget& budget, bool augmented = false);

// set.intersection(iterable): the elements come in the iterable's order, and no more of it is asked for than
// needed.
Value intersectionWith(Context& context, const Value& set, const Value& iterable);

} // namespace keisan::eval
