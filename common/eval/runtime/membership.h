// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

namespace keisan::eval {

class Context;

// item in container. TypeError "argument of type 'int' is not iterable", "'in <string>' requires string as
// left operand, not int", "unhashable type: 'list'".
bool contains(Context& context, const Value& container, const Value& item);

} // namespace keisan::eval
