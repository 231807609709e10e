// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/error.h"
#include "common/eval/syntax/arena.h"

#include <optional>
#include <string_view>

namespace keisan::eval::syntax {

// Copies a line into the arena as the lexer wants it: valid UTF-8 without NUL (one stands behind its end),
// line ends as LF, and outside strings full-width ASCII, the ideographic space and × ÷ − ⋅ replaced by their
// ASCII twins, code point for code point. Python's error if the line is not UTF-8 or holds a NUL.
std::optional<Error> readSource(std::string_view line, Arena& arena, std::string_view& source);

// Code points in valid UTF-8.
std::uint32_t countCodePoints(std::string_view text);

} // namespace keisan::eval::syntax
