// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/error.h"
#include "common/eval/limits.h"
#include "common/eval/syntax/ast.h"

#include <optional>
#include <string_view>

namespace keisan::eval::syntax {

// Turns a line (UTF-8) into its tree. What `tree` held before is thrown away and its memory used again, so
// that a tree that is kept for the next line costs no allocation. Returns Python's SyntaxError (to the
// character, with the place where CPython puts its caret) or MemoryError if the line is none, or OutOfWork
// when limits.work would not be enough; `tree` is then empty. Never throws but for std::bad_alloc. Threads:
// any, one at a time for the same tree. Needs up to 1 MiB of stack (8 MiB under AddressSanitizer).
std::optional<Error> parse(std::string_view line, Tree& tree, const Limits& limits = {});

// The error of a line that is no expression and no session's statement; nothing if it is one.
std::optional<Error> check(std::string_view line);

} // namespace keisan::eval::syntax
