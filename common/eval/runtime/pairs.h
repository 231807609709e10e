// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/mapping.h"

namespace keisan::eval {

class Context;

// dict.update(iterable): puts the pairs of an iterable into a dict. TypeError and ValueError name the first
// one that is no pair.
void insertPairs(Context& context, HashTable& table, const Value& iterable);

} // namespace keisan::eval
