// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

#include <span>

namespace keisan::eval {

// The functions of math on and to integers: factorial, comb, gcd, isqrt, floor...
std::span<const Builtin> integerFunctions();

} // namespace keisan::eval
