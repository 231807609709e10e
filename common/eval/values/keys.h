// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <cstddef>

namespace keisan::eval {

class Budget;

// What sets, frozensets and the keys and items of a dict have in common: they hold values once each.
bool isSetLike(const Value& value);
std::size_t keyCount(const Value& setLike);
bool holdsKey(const Value& setLike, const Value& key, Budget& budget);
// Whether `whole` holds everything that `part` holds.
bool holdsAllKeys(const Value& whole, const Value& part, Budget& budget);

} // namespace keisan::eval
