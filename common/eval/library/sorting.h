// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

namespace keisan::eval {

class Context;

// list.sort(): stable, by < alone, with the runs and the binary insertion of CPython's merge sort, so that
// lists whose < is no order (nan) come out alike up to 64 elements. `keys` are compared; `items` move along
// when they are not empty, else the keys are the items.
void sortValues(Context& context, Values& keys, Values& items, bool isReverse);

} // namespace keisan::eval
