// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <string>

namespace keisan::eval {

class Budget;

// ascii(value): repr with \x, \u and \U escapes for everything that is not ASCII.
std::string asciiOf(const Value& value, Budget& budget);

} // namespace keisan::eval
