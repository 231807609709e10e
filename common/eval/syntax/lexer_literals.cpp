// SPDX-License-Identifier: MIT
#include "common/eval/library/unicode.h"
#include "common/eval/syntax/keywords.h"
#include "common/eval/syntax/lexer_state.h"
#include "common/eval/syntax/unicode_identifiers.h"

#include <cstdio>
#include <cstring>

namespace keisan::eval::syntax {

namespace {

constexpr std::size_t kMostFormattedStrings = 149; // within each other

constexpr bool isOneOf(char c, char lower) {
    return (c | 0x20) == lower;
}

bool isSuperscript(char32_t c) {
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x207B);
}

constexpr char32_t kSquareRoot = 0x221A;
constexpr char32_t kCubeRoot = 0x221B;
constexpr char32_t kInfinity = 0x221E;

bool isSymbol(char32_t c) {
    return c == kSquareRoot || c == kCubeRoot || c == kInfinity || isSuperscript(c);
}

// A number may be followed at once by one of these words: 1if x else 2.
bool isWordAfterNumber(const char* at) {
    if (at[0] == 'i')
        return at[1] == 'f' || at[1] == 'n' || at[1] == 's';
    for (const char* word : {"and", "else", "for", "or", "not"}) {
        const std::size_t length = std::strlen(word);
        if (std::strncmp(at, word, length) == 0)
            return !is(at[length], kNameCharacter);
    }
    return false;
}

} // namespace

// The grammar of numbers, and the message of each way to get one wrong, are those of CPython's tokenizer.
void Lexer::scanNumber() {
    const char* at = m_at;
    if (at[0] == '0') {
        switch (at[1] | 0x20) {
        case 'x': return endNumber(scanRadix(at + 2, 16, "hexadecimal"), "hexadecimal", TokenKind::Integer);
        case 'o': return endNumber(scanRadix(at + 2, 8, "octal"), "octal", TokenKind::Integer);
        case 'b': return endNumber(scanRadix(at + 2, 2, "binary"), "binary", TokenKind::Integer);
        default: return scanZeros();
        }
    }
    TokenKind kind = TokenKind::Integer;
    if (*at != '.')
        at = scanDigits(at);
    at = scanExponent(scanFraction(at, kind), kind);
    if (isOneOf(*at, 'j'))
        return endNumber(at + 1, "imaginary", TokenKind::Imaginary);
    endNumber(at, "decimal", kind);
}

// 0, 00 and 0_0 are numbers, 007 is none, but 007.5, 007e1 and 007j are.
void Lexer::scanZeros() {
    const char* at = m_at;
    while (*at == '0' || (*at == '_' && is(at[1], kDigit)))
        ++at;
    if (*at == '_')
        fail("invalid decimal literal", at + 1);
    const char* const zerosEnd = at;
    const bool hasOther = is(*at, kDigit);
    if (hasOther)
        at = scanDigits(at);
    TokenKind kind = TokenKind::Integer;
    at = scanExponent(scanFraction(at, kind), kind);
    if (isOneOf(*at, 'j'))
        return endNumber(at + 1, "imaginary", TokenKind::Imaginary);
    if (isOneOf(*at, 'e'))
        return endNumber(at, "decimal", kind); // an exponent without digits is the worse fault
    if (hasOther && kind == TokenKind::Integer)
        fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
             "integers",
             m_at, zerosEnd);
    endNumber(at, "decimal", kind);
}

const char* Lexer::scanDigits(const char* at) {
    for (;;) {
        while (is(*at, kDigit))
            ++at;
        if (*at != '_')
            return at;
        if (!is(at[1], kDigit))
            fail("invalid decimal literal", at + 1);
        ++at;
    }
}

const char* Lexer::scanFraction(const char* at, TokenKind& kind) {
    if (*at != '.')
        return at;
    kind = TokenKind::Float;
    return is(at[1], kDigit) ? scanDigits(at + 1) : at + 1;
}

const char* Lexer::scanExponent(const char* at, TokenKind& kind) {
    if (!isOneOf(*at, 'e'))
        return at;
    const bool hasSign = at[1] == '+' || at[1] == '-';
    const char* const digits = at + (hasSign ? 2 : 1);
    if (!is(*digits, kDigit)) {
        if (hasSign)
            fail("invalid decimal literal", digits);
        return at; // 1else
    }
    kind = TokenKind::Float;
    return scanDigits(digits);
}

const char* Lexer::scanRadix(const char* at, unsigned radix, const char* name) {
    const auto isDigit = [radix](char c) {
        return radix == 16 ? is(c, kHexDigit) : c >= '0' && c < static_cast<char>('0' + radix);
    };
    const auto failAt = [&](const char* place) {
        if (is(*place, kDigit))
            fail(std::string("invalid digit '") + *place + "' in " + name + " literal", place + 1);
        fail(std::string("invalid ") + name + " literal", place);
    };
    for (;;) {
        if (*at == '_')
            ++at;
        if (!isDigit(*at))
            failAt(at);
        while (isDigit(*at))
            ++at;
        if (*at == '_')
            continue;
        if (radix != 16 && is(*at, kDigit))
            failAt(at);
        return at;
    }
}

void Lexer::endNumber(const char* at, const char* name, TokenKind kind) {
    if (is(*at, kNameCharacter) && isAscii(*at) && !isWordAfterNumber(at))
        fail(std::string("invalid ") + name + " literal", at);
    m_at = at;
    push(kind, m_token);
}

// Letters before a quote are its prefix: r, b, u, f, br, rb, fr, rf in either case.
void Lexer::scanNameOrString() {
    bool bytes = false;
    bool raw = false;
    bool unicode = false;
    bool formatted = false;
    const char* at = m_at;
    for (;; ++at) {
        if (isOneOf(*at, 'b') && !(bytes || unicode || formatted))
            bytes = true;
        else if (isOneOf(*at, 'u') && !(bytes || unicode || raw || formatted))
            unicode = true;
        else if (isOneOf(*at, 'r') && !(raw || unicode))
            raw = true;
        else if (isOneOf(*at, 'f') && !(formatted || bytes || unicode))
            formatted = true;
        else
            break;
        if (at[1] == '\'' || at[1] == '"')
            return formatted ? openFormattedString(at + 1) : scanString(at + 1);
    }
    scanName(at);
}

void Lexer::scanName(const char* at) {
    for (;;) {
        while (is(*at, kNameCharacter) && isAscii(*at))
            ++at;
        if (isAscii(*at))
            break;
        const char* const next = scanWideNameCharacter(at);
        if (next == at)
            break;
        at = next;
    }
    if (at == m_token) {
        const CodePoint c = decodeFront({at, static_cast<std::size_t>(m_end - at)});
        return scanWideSymbol(c.value, c.length);
    }
    m_at = at;
    push(keywordKind({m_token, static_cast<std::size_t>(at - m_token)}), m_token);
}

// Behind a character that belongs to the name; at it, if it is one of the symbols that have a meaning.
const char* Lexer::scanWideNameCharacter(const char* at) {
    const CodePoint c = decodeFront({at, static_cast<std::size_t>(m_end - at)});
    if (isSymbol(c.value))
        return at;
    if (at == m_token ? !isIdentifierStart(c.value) : !isIdentifierContinue(c.value))
        failAtCharacter(at);
    return at + c.length;
}

void Lexer::failAtCharacter(const char* at) {
    const CodePoint c = decodeFront({at, static_cast<std::size_t>(m_end - at)});
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c.value));
    const std::string shown(at, c.length);
    if (isPrintableCharacter(c.value))
        fail("invalid character '" + shown + "' (" + code + ")", at + c.length);
    fail(std::string("invalid non-printable character ") + code, at + c.length);
}

// Where it cannot stand, each of these is what it is in Python: an invalid character.
void Lexer::scanWideSymbol(char32_t c, unsigned length) {
    if (isSuperscript(c) != endsOperand())
        failAtCharacter(m_at);
    if (isSuperscript(c))
        return scanSuperscript();
    m_at += length;
    push(c == kInfinity     ? TokenKind::Infinity
         : c == kSquareRoot ? TokenKind::SquareRoot
                            : TokenKind::CubeRoot,
         m_token);
}

// A run of superscripts is one number: digits, a sign before them if there is one.
void Lexer::scanSuperscript() {
    const char* lastDigitEnd = m_at;
    while (m_at != m_end) {
        const CodePoint c = decodeFront({m_at, static_cast<std::size_t>(m_end - m_at)});
        if (!isSuperscript(c.value))
            break;
        const bool isSign = c.value == 0x207A || c.value == 0x207B;
        if (isSign && m_at != m_token)
            failAtCharacter(m_at);
        m_at += c.length;
        if (!isSign)
            lastDigitEnd = m_at;
    }
    if (lastDigitEnd == m_token)
        failAtCharacter(m_token);
    push(TokenKind::Superscript, m_token);
}

namespace {

unsigned quoteSizeAt(const char* quote) {
    return quote[1] == *quote && quote[2] == *quote ? 3 : 1;
}

} // namespace

void Lexer::scanString(const char* quote) {
    const unsigned size = quoteSizeAt(quote);
    bool escapedQuote = false;
    unsigned found = 0;
    for (const char* at = quote + size;; ++at) {
        if (at >= m_end || (size == 1 && *at == '\n'))
            failUnterminated(*quote, size, escapedQuote, at < m_end ? at : m_end);
        if (*at == *quote) {
            if (++found == size) {
                m_at = at + 1;
                return push(TokenKind::String, m_token);
            }
            continue;
        }
        found = 0;
        if (*at == '\\') {
            ++at;
            escapedQuote |= *at == *quote;
        }
    }
}

// At m_token, the first character of a string or f-string that does not end by `end`.
void Lexer::failUnterminated(char quote, unsigned quoteSize, bool escapedQuote, const char* end) {
    const bool isFormatted = m_token[0] != quote && (isOneOf(m_token[0], 'f') || isOneOf(m_token[1], 'f'));
    if (isInField() && m_strings.back().quote == quote && m_strings.back().quoteSize == quoteSize &&
        !isFormatted)
        fail("f-string: expecting '}'", m_token + 1);
    std::string message = std::string("unterminated ") + (quoteSize == 3 ? "triple-quoted " : "") +
                          (isFormatted ? "f-string literal" : "string literal") + " (detected at line " +
                          std::to_string(lineAt(end)) + ")";
    if (escapedQuote && quoteSize == 1)
        message += "; perhaps you escaped the end quote?";
    if (m_mode == Mode::Lenient)
        m_at = end;
    fail(std::move(message), m_token, m_token + 1);
}

void Lexer::openFormattedString(const char* quote) {
    const unsigned size = quoteSizeAt(quote);
    m_at = quote + size;
    if (m_strings.size() >= kMostFormattedStrings)
        fail("too many nested f-strings", m_at);
    const bool isRaw = isOneOf(m_token[0], 'r') || isOneOf(m_token[1], 'r');
    m_strings.push({static_cast<std::uint32_t>(m_token - m_begin), *quote, size, isRaw});
    push(TokenKind::FStringStart, m_token);
}

// The text up to the next field or the closing quotes. A doubled brace ends a piece behind its first brace;
// the second is skipped.
void Lexer::scanFormattedText() {
    FormattedString& string = m_strings.back();
    m_token = m_at;
    if (*m_at == '{' && m_at[1] != '{')
        return enterField();
    const bool inSpec = string.inSpec && string.fieldDepth >= 0;
    unsigned found = 0;
    bool inNamedCharacter = false;
    for (const char* at = m_at;; ++at) {
        const char c = *at;
        if (at >= m_end || (string.quoteSize == 1 && c == '\n')) {
            if (inSpec && at < m_end) {
                string.inText = false;
                string.inSpec = false;
                m_at = at;
                return push(TokenKind::FStringMiddle, m_token);
            }
            const FormattedString open = string;
            m_strings.pop();
            m_isQuiet = true;
            m_token = m_begin + open.start;
            m_at = m_token;
            failUnterminated(open.quote, open.quoteSize, false, at < m_end ? at : m_end);
        }
        if (c == string.quote) {
            if (++found != string.quoteSize)
                continue;
            const char* const textEnd = at + 1 - found;
            if (textEnd != m_token) {
                m_at = textEnd;
                push(TokenKind::FStringMiddle, m_token);
                m_token = textEnd;
            }
            m_at = at + 1;
            m_strings.pop();
            return push(TokenKind::FStringEnd, m_token);
        }
        found = 0;
        if (c == '{') {
            const bool isDoubled = at[1] == '{' && !inSpec;
            m_at = isDoubled ? at + 1 : at;
            push(TokenKind::FStringMiddle, m_token);
            if (isDoubled)
                ++m_at;
            else
                enterField();
            return;
        }
        if (c == '}') {
            if (inNamedCharacter) {
                m_at = at + 1;
                return push(TokenKind::FStringMiddle, m_token);
            }
            const bool isDoubled = at[1] == '}' && !inSpec && string.depth == 0;
            m_at = isDoubled ? at + 1 : at;
            // Empty as well: what follows the ':' of {lambda x:} is text, and a specification ends with one.
            push(TokenKind::FStringMiddle, m_token);
            if (isDoubled)
                ++m_at;
            else
                string.inText = false;
            return;
        }
        if (c == '\\')
            at = scanFormattedEscape(at, inNamedCharacter);
    }
}

// The last character of the escape at `at` that the text has to skip. A brace is never escaped.
const char* Lexer::scanFormattedEscape(const char* at, bool& inNamedCharacter) const {
    if (at[1] == '{' || at[1] == '}')
        return at;
    if (at[1] == 'N' && at[2] == '{' && !m_strings.back().isRaw) {
        inNamedCharacter = true;
        return at + 2;
    }
    return at + 1;
}

} // namespace keisan::eval::syntax
