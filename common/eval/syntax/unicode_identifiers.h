// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::eval::syntax {

// Which characters names are made of, by Unicode 15.1 as Python 3.13 has it (XID_Start, XID_Continue). For
// characters from U+0080 on.
bool isIdentifierStart(char32_t c);
bool isIdentifierContinue(char32_t c);

} // namespace keisan::eval::syntax
