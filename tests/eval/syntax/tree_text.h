// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/ast.h"

#include <string>

namespace keisan::eval::syntax {

// A tree as text, for tests to compare: 1+2*3 is (+ 1 (* 2 3)), f(x, y=1) is (f call x y=1).
std::string treeText(const Tree& tree);

} // namespace keisan::eval::syntax
