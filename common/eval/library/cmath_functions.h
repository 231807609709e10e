// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

#include <span>

namespace keisan::eval {

// The functions of cmath.
std::span<const Builtin> cmathFunctions();

} // namespace keisan::eval
