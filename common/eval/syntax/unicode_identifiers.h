// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/arena.h"

#include <string_view>

namespace keisan::eval::syntax {

// Which characters names are made of, by Unicode 15.1 as Python 3.13 has it (XID_Start, XID_Continue). For
// characters from U+0080 on.
bool isIdentifierStart(char32_t c);
bool isIdentifierContinue(char32_t c);

// A name in the form that Python compares names in (NFKC). The name itself if it is ASCII, else a copy in the
// arena.
std::string_view normalizeName(std::string_view name, Arena& arena);

} // namespace keisan::eval::syntax
