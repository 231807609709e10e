// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/error.h"
#include "common/eval/syntax/lexer.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace keisan::eval::syntax {

// What a line sets out to be.
enum class LineKind : std::uint8_t {
    Expression,
    Assignment, // begins with a target and an assignment operator, or with del
    Definition, // f(x) = ...
};

// A line that the parser has refused.
struct RefusedLine {
    std::string_view source;
    const TokenStream& stream;
    std::uint32_t refusedAt; // the token at which it was refused
    LineKind kind;
};

// Says why, as CPython 3.13's compile() does, with the place of its caret. Charges `cost` for its work;
// nothing if that would take it past `mostCost`. On lines that are too long for it (thousands of tokens) it
// settles for a simpler answer.
std::optional<Error> diagnose(const RefusedLine& line, std::uint64_t& cost, std::uint64_t mostCost);

// A SyntaxError of bytes [start, end) of a source, worded as str() of Python's exception.
Error syntaxError(std::string_view source, std::string_view message, std::uint32_t start, std::uint32_t end);

} // namespace keisan::eval::syntax
