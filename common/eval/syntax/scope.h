// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/ast.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace keisan::eval::syntax {

// What is wrong with a line whose grammar is right, in CPython's words without the " (<string>, line 1)":
// thrown by resolveScopes(). Bytes [start, end) of the source.
struct SemanticFault {
    std::string message;
    Offset start;
    Offset end;
};

// More captured variables than a line may have (see scope.cpp), or than were allowed.
struct TooManyCaptures {
    bool areAllowed; // on the whole
};

// Decides for every name of a tree how it is reached (Name::access), and gives the line, its lambdas and its
// comprehensions their slots and captures. Python's rules: the iteration variables of a comprehension are its
// own; a walrus within one binds outside of it; whatever a lambda binds anywhere is local to it everywhere;
// inner functions share the variable itself, not its value. Without lambda, comprehension and walrus a tree
// needs no such pass: all its names are global.
// Every frame between a variable and its use takes it along: those captures, all together, are returned, and
// may be `mostCaptures`.
std::size_t resolveScopes(Tree& tree, std::size_t mostCaptures = SIZE_MAX);

} // namespace keisan::eval::syntax
