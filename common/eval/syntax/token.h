// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace keisan::eval::syntax {

// Every kind of token. Keywords and operators each have their own kind, so that the parser compares nothing
// but kinds.
enum class TokenKind : std::uint8_t {
    End,     // end of the text
    Newline, // a line feed outside brackets
    Indent,  // white space at the beginning of a later line
    Error,   // what can be no token; the lexer's error says why
    Name,
    Integer,
    Float,
    Imaginary,
    String,        // whole literal with prefix and quotes; also bytes
    FStringStart,  // f" and the like
    FStringMiddle, // text between the fields
    FStringEnd,
    Superscript, // ² ⁻¹ ¹⁰
    Infinity,    // ∞
    Comment,     // only from tokenize()
    Stray,       // a character or two that mean nothing anywhere: $ ? ` <>
    // Operators and punctuation.
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
    ColonEqual,
    Semicolon,
    Dot,
    Ellipsis,
    Arrow,
    At,
    Exclamation, // factorial
    Conversion,  // the ! of an f-string field
    Equal,
    Plus,
    Minus,
    Star,
    Slash,
    DoubleSlash,
    Percent,
    DoubleStar,
    LeftShift,
    RightShift,
    Ampersand,
    Caret,
    Bar,
    Tilde,
    SquareRoot, // √
    CubeRoot,   // ∛
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    EqualEqual,
    NotEqual,
    PlusEqual,
    MinusEqual,
    StarEqual,
    SlashEqual,
    DoubleSlashEqual,
    PercentEqual,
    DoubleStarEqual,
    LeftShiftEqual,
    RightShiftEqual,
    AmpersandEqual,
    CaretEqual,
    BarEqual,
    AtEqual,
    // Keywords.
    And,
    As,
    Assert,
    Async,
    Await,
    Break,
    Class,
    Continue,
    Def,
    Del,
    Elif,
    Else,
    Except,
    False,
    Finally,
    For,
    From,
    Global,
    If,
    Import,
    In,
    Is,
    Lambda,
    None,
    Nonlocal,
    Not,
    Or,
    Pass,
    Raise,
    Return,
    True,
    Try,
    While,
    With,
    Yield,
};

// A piece of the source: bytes [start, end).
struct Token {
    TokenKind kind = TokenKind::End;
    std::uint32_t start = 0;
    std::uint32_t end = 0;

    bool operator==(const Token&) const = default;
};

constexpr bool isKeyword(TokenKind kind) {
    return kind >= TokenKind::And;
}

} // namespace keisan::eval::syntax
