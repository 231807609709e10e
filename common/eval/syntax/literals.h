// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/arena.h"
#include "common/eval/syntax/ast.h"
#include "common/eval/syntax/token.h"

#include <optional>
#include <string>
#include <string_view>

namespace keisan::eval::syntax {

// The node of an Integer, Float or Imaginary token whose text this is.
Number makeNumber(TokenKind kind, std::string_view text, Offset start, Offset end);

// The node of a superscript number: ² or ⁻¹⁰.
Number makeSuperscript(std::string_view text, Arena& arena, Offset start, Offset end);

// A string token taken apart.
struct StringLiteral {
    std::string_view body; // between the quotes
    bool isBytes = false;
    bool isRaw = false;
};

StringLiteral splitString(std::string_view token);

// Replaces the escapes of a string's body; `value` is the body itself if it has none. What CPython says in
// parentheses and behind them if an escape is malformed: "(unicode error) 'unicodeescape' codec can't decode
// bytes in position 0-2: truncated \xXX escape".
std::optional<std::string> decodeString(const StringLiteral& literal, Arena& arena, std::string_view& value);

} // namespace keisan::eval::syntax
