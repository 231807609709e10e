// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/diagnosis_grammar.h"

namespace keisan::eval::syntax {

// Fills in PegRule::begins of every rule: its FIRST set as of LL parsers, here one that may hold too much and
// never too little. A rule that can match, look ahead or act without a token begins with every kind.
void findFirstTokens(PegGrammar& grammar);

} // namespace keisan::eval::syntax
