// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/error.h"
#include "common/eval/syntax/arena.h"
#include "common/eval/syntax/token.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keisan::eval::syntax {

enum class LexicalFault : std::uint8_t {
    None,
    Malformed, // `message` says what is wrong
    Quiet,     // as well, but CPython only minds when its parser comes to it: within f-strings, and behind a
               // backslash
    UnclosedEnd,   // the text ended within brackets
    UnexpectedEnd, // the text ended after a line continuation
};

// Why the lexer went no further: Python's message without its " (<string>, line 1)", and bytes [start, end)
// of the source.
struct LexicalError {
    LexicalFault fault = LexicalFault::None;
    std::string message;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
};

// The last token is an End, or an Error that `error` explains.
struct TokenStream {
    std::span<const Token> tokens;
    LexicalError error;
};

// Splits a source that readSource() has read into tokens, which live in the arena. Brackets are matched here,
// as in CPython, and f-strings come as FStringStart, FStringMiddle, the tokens of the fields, FStringEnd.
// Linear in the text.
TokenStream lex(std::string_view source, Arena& arena, unsigned nesting);

// A token with its place in the text as it was given, in code points.
struct SourceToken {
    TokenKind kind;
    Span span;

    bool operator==(const SourceToken&) const = default;
};

// The tokens of any text, for colours and brackets: comments included, Error tokens for what is none, and on
// it goes behind them. Not UTF-8: one Error token. Never throws but for std::bad_alloc.
std::vector<SourceToken> tokenize(std::string_view text);

} // namespace keisan::eval::syntax
