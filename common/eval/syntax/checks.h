// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/ast.h"

namespace keisan::eval::syntax {

// What CPython's compiler, not its parser, objects to: a keyword given twice to a call, stars in targets.
// Throws SemanticFault (scope.h). Only lines with keywords or starred targets need it.
void checkTree(const Tree& tree);

} // namespace keisan::eval::syntax
