// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/diagnosis_grammar.h"

#include <string_view>

namespace keisan::eval::syntax {

// Turns a grammar in the notation of diagnosis_grammar.cpp into a program. The text is ours: a fault in it is
// asserted.
PegGrammar compilePegGrammar(std::string_view text);

} // namespace keisan::eval::syntax
