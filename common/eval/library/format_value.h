// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <string>
#include <string_view>

namespace keisan::eval {

class Context;

// format(value, spec), for f-strings and str.format too: the mini-language for int, bool, float, complex and
// str; for every other type only the empty spec (str(value)). ValueError and TypeError in CPython's words;
// the size of the text is refused before it is made.
std::string formatValue(Context& context, const Value& value, std::string_view spec);

} // namespace keisan::eval
