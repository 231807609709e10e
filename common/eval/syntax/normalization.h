// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/arena.h"

#include <string_view>

namespace keisan::eval::syntax {

// A name in the form that Python compares names in (NFKC). The name itself if it is ASCII, else a copy in the
// arena.
std::string_view normalizeName(std::string_view name, Arena& arena);

} // namespace keisan::eval::syntax
