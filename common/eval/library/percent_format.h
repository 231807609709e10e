// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <string>
#include <string_view>

namespace keisan::eval {

class Budget;

// text % arguments, Python's printf-style formatting: a tuple, one value, or a dict for %(name)s. The result
// is bounded by Limits::valueBytes before it is made.
std::string formatPercent(std::string_view text, const Value& arguments, Budget& budget);

} // namespace keisan::eval
