// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

#include <span>

namespace keisan::eval {

// The functions of math on floats: sin, log, hypot, frexp...
std::span<const Builtin> realFunctions();

} // namespace keisan::eval
