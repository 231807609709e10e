// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/ast.h"

#include <string>

namespace keisan::eval::syntax {

// What is wrong with a line whose grammar is right, in CPython's words without the " (<string>, line 1)":
// thrown by resolveScopes(). Bytes [start, end) of the source.
struct SemanticFault {
    std::string message;
    Offset start;
    Offset end;
};

// More captured variables than a line may have; see scope.cpp.
struct TooManyCaptures {};

// Decides for every name of a tree how it is reached (Name::access), and gives the line, its lambdas and its
// comprehensions their slots and captures. Python's rules: the iteration variables of a comprehension are its
// own; a walrus within one binds outside of it; whatever a lambda binds anywhere is local to it everywhere;
// inner functions share the variable itself, not its value. Without lambda, comprehension and walrus a tree
// needs no such pass: all its names are global.
void resolveScopes(Tree& tree);

} // namespace keisan::eval::syntax
