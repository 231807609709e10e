// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

#include <span>

namespace keisan::eval {

// The functions of math on many numbers: fsum, prod, sumprod, hypot, dist.
std::span<const Builtin> sumFunctions();

} // namespace keisan::eval
