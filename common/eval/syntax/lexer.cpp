// SPDX-License-Identifier: MIT
#include "common/eval/syntax/lexer.h"

#include "common/eval/syntax/lexer_state.h"
#include "common/eval/syntax/source_text.h"

#include <algorithm>
#include <utility>

namespace keisan::eval::syntax {

namespace {

constexpr int kMostFieldsWithinFields = 3; // {a:{b:{c}}}

// Nearly every token has a byte of its own; the end has none, nor has the text before a brace in a format
// specification, of which there is at most one for three bytes.
constexpr std::size_t mostTokens(std::size_t bytes) {
    return bytes + bytes / 2 + 8;
}

// The longest operator at `text`, which is followed by a NUL.
struct Operator {
    TokenKind kind;
    unsigned length;
};

Operator withEqual(const char* text, TokenKind plain, TokenKind equal) {
    return text[1] == '=' ? Operator{equal, 2} : Operator{plain, 1};
}

Operator doubled(const char* text, Operator plain, TokenKind twice, TokenKind twiceEqual) {
    if (text[1] != text[0])
        return plain;
    return text[2] == '=' ? Operator{twiceEqual, 3} : Operator{twice, 2};
}

Operator operatorAt(const char* text) {
    switch (*text) {
    case '+': return withEqual(text, TokenKind::Plus, TokenKind::PlusEqual);
    case '-':
        return text[1] == '>' ? Operator{TokenKind::Arrow, 2}
                              : withEqual(text, TokenKind::Minus, TokenKind::MinusEqual);
    case '*':
        return doubled(text, withEqual(text, TokenKind::Star, TokenKind::StarEqual), TokenKind::DoubleStar,
                       TokenKind::DoubleStarEqual);
    case '/':
        return doubled(text, withEqual(text, TokenKind::Slash, TokenKind::SlashEqual), TokenKind::DoubleSlash,
                       TokenKind::DoubleSlashEqual);
    case '%': return withEqual(text, TokenKind::Percent, TokenKind::PercentEqual);
    case '&': return withEqual(text, TokenKind::Ampersand, TokenKind::AmpersandEqual);
    case '|': return withEqual(text, TokenKind::Bar, TokenKind::BarEqual);
    case '^': return withEqual(text, TokenKind::Caret, TokenKind::CaretEqual);
    case '@': return withEqual(text, TokenKind::At, TokenKind::AtEqual);
    case '~': return {TokenKind::Tilde, 1};
    case '<':
        if (text[1] == '>')
            return {TokenKind::Stray, 2};
        return doubled(text, withEqual(text, TokenKind::Less, TokenKind::LessEqual), TokenKind::LeftShift,
                       TokenKind::LeftShiftEqual);
    case '>':
        return doubled(text, withEqual(text, TokenKind::Greater, TokenKind::GreaterEqual),
                       TokenKind::RightShift, TokenKind::RightShiftEqual);
    case '=': return withEqual(text, TokenKind::Equal, TokenKind::EqualEqual);
    // 5!==120 is a factorial and ==; in Python no line has !== in it.
    case '!':
        return text[1] == '=' && text[2] != '=' ? Operator{TokenKind::NotEqual, 2}
                                                : Operator{TokenKind::Exclamation, 1};
    case ':': return withEqual(text, TokenKind::Colon, TokenKind::ColonEqual);
    case ',': return {TokenKind::Comma, 1};
    case ';': return {TokenKind::Semicolon, 1};
    default: return {TokenKind::Stray, 1};
    }
}

constexpr char closingOf(char opening) {
    return opening == '(' ? ')' : opening == '[' ? ']' : '}';
}

TokenKind bracketKind(char c) {
    switch (c) {
    case '(': return TokenKind::LeftParenthesis;
    case ')': return TokenKind::RightParenthesis;
    case '[': return TokenKind::LeftBracket;
    case ']': return TokenKind::RightBracket;
    case '{': return TokenKind::LeftBrace;
    default: return TokenKind::RightBrace;
    }
}

std::string quoted(char c) {
    return std::string{'\'', c, '\''};
}

} // namespace

Lexer::Lexer(std::string_view source, Arena& arena, unsigned nesting, Mode mode)
    : m_source(source)
    , m_arena(arena)
    , m_nesting(nesting)
    , m_mode(mode)
    , m_begin(source.data())
    , m_end(source.data() + source.size())
    , m_at(source.data())
    , m_tokens(arena.room<Token>(mostTokens(source.size())))
    , m_brackets(arena)
    , m_strings(arena) {}

TokenStream Lexer::run() {
    while (is(*m_at, kBlank)) // white space before the line is no indentation
        ++m_at;
    for (bool done = false; !done;) {
        try {
            scan();
            done = true;
        } catch (const Failure&) {
            done = m_mode == Mode::Strict;
        }
    }
    return {{m_tokens, m_count}, std::move(m_error)};
}

void Lexer::scan() {
    while (m_at != m_end) {
        if (m_strings.size() != 0 && m_strings.back().inText)
            scanFormattedText();
        else
            scanCode();
    }
    finish();
}

void Lexer::scanCode() {
    const char c = *m_at;
    m_token = m_at;
    if (is(c, kDigit) || (c == '.' && is(m_at[1], kDigit)))
        return scanNumber();
    if (is(c, kNameStart))
        return scanNameOrString();
    switch (c) {
    case ' ':
    case '\t':
    case '\f': ++m_at; return;
    case '(':
    case '[':
    case '{': return openBracket(c);
    case ')':
    case ']':
    case '}': return closeBracket(c);
    case '\'':
    case '"': return scanString(m_at);
    case '\n': return scanLineFeed();
    case '#': return skipComment();
    case '\\': return continueLine();
    case '.':
        m_at += m_at[1] == '.' && m_at[2] == '.' ? 3 : 1;
        return push(m_at - m_token == 3 ? TokenKind::Ellipsis : TokenKind::Dot, m_token);
    default: return scanOperator(c);
    }
}

void Lexer::push(TokenKind kind, const char* start) {
    m_tokens[m_count++] = {kind, static_cast<std::uint32_t>(start - m_begin),
                           static_cast<std::uint32_t>(m_at - m_begin)};
    m_hasContent = true;
}

// The text has ended; m_at is its end.
void Lexer::finish() {
    if (m_strings.size() != 0) {
        const FormattedString string = m_strings.back();
        m_strings.pop();
        if (string.inText) {
            m_isQuiet = true;
            m_token = m_begin + string.start;
            failUnterminated(string.quote, string.quoteSize, false, m_end);
        }
    }
    if (m_brackets.size() != 0 && m_mode == Mode::Strict) {
        const char* opening = m_begin + m_brackets.back().start;
        m_error = {LexicalFault::UnclosedEnd, quoted(*opening) + " was never closed", m_brackets.back().start,
                   m_brackets.back().start + 1};
        return push(TokenKind::Error, m_end);
    }
    push(TokenKind::End, m_end);
}

void Lexer::scanLineFeed() {
    ++m_at;
    if (m_brackets.size() != 0)
        return;
    if (m_hasContent) {
        push(TokenKind::Newline, m_token);
        m_hasContent = false;
    }
    scanIndentation();
}

// Blank lines and lines with nothing but a comment have no indentation.
void Lexer::scanIndentation() {
    const char* const start = m_at;
    while (is(*m_at, kBlank))
        ++m_at;
    if (m_at != start && m_at != m_end && *m_at != '\n' && *m_at != '#' && m_mode == Mode::Strict) {
        push(TokenKind::Indent, start);
        m_hasContent = false;
    }
}

void Lexer::skipComment() {
    m_at = std::find(m_at, m_end, '\n');
    if (m_mode == Mode::Lenient)
        push(TokenKind::Comment, m_token);
}

void Lexer::continueLine() {
    if (m_at[1] != '\n') {
        m_at += m_at + 1 == m_end ? 1 : 2;
        while (m_at != m_end && isContinuation(*m_at))
            ++m_at;
        m_isQuiet = true;
        fail("unexpected character after line continuation character", m_at);
    }
    m_at += 2;
    if (m_at != m_end || m_mode == Mode::Lenient)
        return;
    if (m_brackets.size() == 0)
        m_error = {LexicalFault::UnexpectedEnd, "unexpected EOF while parsing", 0, 0};
    else
        return; // finish() names the bracket
    push(TokenKind::Error, m_end);
    throw Failure{};
}

void Lexer::scanOperator(char c) {
    if (isInField() && scanFieldPunctuation(c))
        return;
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
        constexpr char kDigits[] = "0123456789ABCDEF";
        const auto code = static_cast<unsigned char>(c);
        fail(std::string("invalid non-printable character U+00") + kDigits[code >> 4] + kDigits[code & 15],
             ++m_at);
    }
    const Operator op = operatorAt(m_at);
    m_at += op.length;
    push(op.kind, m_token);
}

// At the field's own level a ':' ends its expression and begins its format specification, and a '!' begins
// its conversion.
bool Lexer::scanFieldPunctuation(char c) {
    FormattedString& string = m_strings.back();
    if (static_cast<int>(string.depth) - 1 != string.fieldDepth || (c != ':' && (c != '!' || m_at[1] == '=')))
        return false;
    ++m_at;
    push(c == ':' ? TokenKind::Colon : TokenKind::Conversion, m_token);
    if (c == ':')
        string.inText = string.inSpec = true;
    return true;
}

void Lexer::openBracket(char c) {
    ++m_at;
    if (m_brackets.size() >= m_nesting && m_mode == Mode::Strict)
        fail("too many nested parentheses", m_at);
    m_brackets.push({c, static_cast<std::uint32_t>(m_token - m_begin)});
    if (m_strings.size() != 0)
        ++m_strings.back().depth;
    push(bracketKind(c), m_token);
}

void Lexer::closeBracket(char c) {
    ++m_at;
    FormattedString* const string = m_strings.size() != 0 ? &m_strings.back() : nullptr;
    if (string != nullptr && string->depth == 0 && c == '}')
        fail("f-string: single '}' is not allowed", m_at);
    if (m_brackets.size() == 0)
        fail("unmatched " + quoted(c), m_at);
    const Bracket bracket = m_brackets.back();
    m_brackets.pop();
    if (c != closingOf(bracket.opening)) {
        if (string != nullptr && bracket.opening == '{' &&
            static_cast<int>(string->depth) - 1 == string->fieldDepth)
            fail("f-string: unmatched " + quoted(c), m_at);
        std::string message = "closing parenthesis " + quoted(c) + " does not match opening parenthesis " +
                              quoted(bracket.opening);
        const unsigned line = lineAt(m_begin + bracket.start);
        fail(line == lineAt(m_token) ? message : message + " on line " + std::to_string(line), m_at);
    }
    if (string != nullptr) {
        if (string->depth == 0)
            fail("f-string: unmatched " + quoted(c), m_at);
        --string->depth;
        if (c == '}' && static_cast<int>(string->depth) == string->fieldDepth) {
            --string->fieldDepth;
            string->inText = true;
            string->inSpec = false;
        }
    }
    push(bracketKind(c), m_token);
}

// At the '{' that begins a field; it becomes the field's first token.
void Lexer::enterField() {
    FormattedString& string = m_strings.back();
    m_token = m_at;
    if (++string.fieldDepth >= kMostFieldsWithinFields)
        fail("f-string: expressions nested too deeply", m_at);
    string.inText = false;
    openBracket('{');
}

// Whether the token before this place can end an operand, so that a postfix may follow but no operand.
bool Lexer::endsOperand() const {
    if (m_count == 0)
        return false;
    switch (m_tokens[m_count - 1].kind) {
    case TokenKind::Name:
    case TokenKind::Integer:
    case TokenKind::Float:
    case TokenKind::Imaginary:
    case TokenKind::String:
    case TokenKind::FStringEnd:
    case TokenKind::Superscript:
    case TokenKind::Infinity:
    case TokenKind::RightParenthesis:
    case TokenKind::RightBracket:
    case TokenKind::RightBrace:
    case TokenKind::Ellipsis:
    case TokenKind::Exclamation:
    case TokenKind::True:
    case TokenKind::False:
    case TokenKind::None: return true;
    default: return false;
    }
}

unsigned Lexer::lineAt(const char* place) const {
    return static_cast<unsigned>(std::count(m_begin, place, '\n')) + 1;
}

// Python points at the last character that it read.
void Lexer::fail(std::string message, const char* end) {
    const char* start = end == m_begin ? end : end - 1;
    while (start != m_begin && isContinuation(*start))
        --start;
    fail(std::move(message), start, end);
}

void Lexer::fail(std::string message, const char* start, const char* end) {
    const bool isQuiet = m_isQuiet || m_strings.size() != 0;
    if (m_mode == Mode::Strict)
        m_error = {isQuiet ? LexicalFault::Quiet : LexicalFault::Malformed, std::move(message),
                   static_cast<std::uint32_t>(start - m_begin), static_cast<std::uint32_t>(end - m_begin)};
    m_at = std::max(m_at, end);
    if (m_at == m_token && m_at != m_end)
        ++m_at;
    // The beginning of an f-string without end has been pushed already.
    const char* const lastEnd = m_count == 0 ? m_begin : m_begin + m_tokens[m_count - 1].end;
    push(TokenKind::Error, std::max(m_token, lastEnd));
    throw Failure{};
}

TokenStream lex(std::string_view source, Arena& arena, unsigned nesting) {
    return Lexer(source, arena, nesting, Lexer::Mode::Strict).run();
}

std::vector<SourceToken> tokenize(std::string_view text) {
    Arena arena;
    std::string_view source;
    if (readSource(text, arena, source))
        return {{TokenKind::Error, {0, countCodePoints(text)}}};
    const TokenStream stream = Lexer(source, arena, 0, Lexer::Mode::Lenient).run();
    std::vector<SourceToken> tokens;
    tokens.reserve(stream.tokens.size());
    std::uint32_t bytes = 0;
    std::uint32_t codePoints = 0;
    const auto advanceTo = [&](std::uint32_t place) {
        codePoints += countCodePoints(source.substr(bytes, place - bytes));
        bytes = place;
        return codePoints;
    };
    for (const Token& token : stream.tokens) {
        const std::uint32_t start = advanceTo(token.start);
        tokens.push_back({token.kind, {start, advanceTo(token.end)}});
    }
    return tokens;
}

} // namespace keisan::eval::syntax
