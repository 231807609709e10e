// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

namespace keisan::eval {

// Python's `is`: the same object, or values of which CPython has one object only: None, numbers that are
// equal and of one type, the empty tuple, the empty text and each text of one character below 256.
bool isOneObject(const Value& left, const Value& right);

} // namespace keisan::eval
