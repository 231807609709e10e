// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

#include <span>

namespace keisan::eval {

// abs, divmod, pow, round, hex, chr, repr, format...: builtins on one value or two.
std::span<const Builtin> valueBuiltins();
// all, any, len, max, min, sorted, sum: builtins on many values.
std::span<const Builtin> iterableBuiltins();

} // namespace keisan::eval
