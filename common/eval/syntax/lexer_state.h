// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/arena.h"
#include "common/eval/syntax/characters.h"
#include "common/eval/syntax/lexer.h"

#include <string>
#include <string_view>

namespace keisan::eval::syntax {

// The work behind lex() and tokenize(); see lexer.h. One use, one text.
class Lexer {
public:
    enum class Mode : std::uint8_t {
        Strict,  // stop at the first error
        Lenient, // Error tokens and comments, and go on
    };

    Lexer(std::string_view source, Arena& arena, unsigned nesting, Mode mode);

    TokenStream run();

private:
    struct Bracket {
        char opening;
        std::uint32_t start;
    };

    // One f-string that is open. Braces are counted as CPython's tokenizer counts them.
    struct FormattedString {
        std::uint32_t start;
        char quote;
        unsigned quoteSize;
        bool isRaw;
        bool inText = true;  // reading text, else a field's expression
        bool inSpec = false; // within a field, behind its ':'
        unsigned depth = 0;  // brackets open within it
        int fieldDepth = -1; // of those, the ones around the innermost field's expression
    };

    struct Failure {}; // thrown by fail() in strict mode

    // lexer.cpp
    void scan();
    void scanCode();
    void scanLineFeed();
    void scanIndentation();
    void skipComment();
    void continueLine();
    void scanOperator(char c);
    void openBracket(char c);
    void closeBracket(char c);
    bool scanFieldPunctuation(char c);
    void push(TokenKind kind, const char* start);
    void finish();
    bool isInField() const { return m_strings.size() != 0 && !m_strings.back().inText; }
    bool endsOperand() const;
    unsigned lineAt(const char* place) const;
    [[noreturn]] void fail(std::string message, const char* end);
    [[noreturn]] void fail(std::string message, const char* start, const char* end);

    // lexer_literals.cpp
    void scanNumber();
    const char* scanRadix(const char* at, unsigned radix, const char* name);
    const char* scanDigits(const char* at);
    const char* scanFraction(const char* at, TokenKind& kind);
    const char* scanExponent(const char* at, TokenKind& kind);
    void scanZeros();
    void endNumber(const char* at, const char* name, TokenKind kind);
    void scanNameOrString();
    void scanName(const char* at);
    const char* scanWideNameCharacter(const char* at);
    [[noreturn]] void failAtCharacter(const char* at);
    void scanWideSymbol(char32_t c, unsigned length);
    void scanSuperscript();
    void scanString(const char* quote);
    [[noreturn]] void failUnterminated(char quote, unsigned quoteSize, bool escapedQuote, const char* end);
    void openFormattedString(const char* quote);
    void scanFormattedText();
    void enterField();
    const char* scanFormattedEscape(const char* at, bool& inNamedCharacter) const;

    std::string_view m_source;
    Arena& m_arena;
    unsigned m_nesting;
    Mode m_mode;
    const char* m_begin;
    const char* m_end;
    const char* m_at;
    const char* m_token = nullptr; // where the token that is being read begins
    Token* m_tokens;
    std::size_t m_count = 0;
    ArenaVector<Bracket> m_brackets;
    ArenaVector<FormattedString> m_strings;
    bool m_hasContent = false; // this logical line has a token
    bool m_isQuiet = false;    // what fails next is LexicalFault::Quiet
    LexicalError m_error;
};

} // namespace keisan::eval::syntax
