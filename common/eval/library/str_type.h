// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

namespace keisan::eval {

// str: its methods come from several tables and are put together at the first call.
const TypeRow& strType();

} // namespace keisan::eval
