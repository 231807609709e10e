// SPDX-License-Identifier: MIT
#include "common/eval/syntax/literals.h"

#include "common/eval/syntax/character_names.h"
#include "common/eval/syntax/characters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>

namespace keisan::eval::syntax {

namespace {

constexpr std::size_t kSmallDecimalDigits = 18; // always fit 63 bits
constexpr std::size_t kSmallHexDigits = 15;

std::string withoutUnderscores(std::string_view text) {
    std::string digits(text);
    std::erase(digits, '_');
    return digits;
}

std::uint64_t digitValue(char c) {
    return static_cast<std::uint64_t>(is(c, kDigit) ? c - '0' : (c | 0x20) - 'a' + 10);
}

// Sets the value of a literal that is short enough for it surely to fit.
void setSmall(Number& number) {
    std::string_view digits = number.text;
    std::uint64_t base = 10;
    if (digits.size() > 2 && digits[0] == '0' && !is(digits[1], kDigit) && digits[1] != '_') {
        base = (digits[1] | 0x20) == 'x' ? 16 : (digits[1] | 0x20) == 'o' ? 8 : 2;
        digits.remove_prefix(2);
    }
    if (digits.size() > (base == 10 ? kSmallDecimalDigits : kSmallHexDigits))
        return;
    std::uint64_t value = 0;
    for (const char c : digits)
        if (c != '_')
            value = value * base + digitValue(c);
    number.isSmall = true;
    number.small = static_cast<std::int64_t>(value);
}

// from_chars says only that a literal is out of range, not on which side. The exponent of its first digit
// that is not 0 tells.
double outOfRange(std::string_view text) {
    const std::size_t exponentAt = std::min(text.find_first_of("eE"), text.size());
    const std::string_view mantissa = text.substr(0, exponentAt);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t first = mantissa.find_first_not_of("0.");
    if (first == std::string_view::npos)
        return 0;
    const double magnitude = static_cast<double>(point) - static_cast<double>(first);
    double exponent = 0;
    if (exponentAt != text.size()) {
        const bool isNegative = text[exponentAt + 1] == '-';
        for (const char c : text.substr(exponentAt + 1))
            if (is(c, kDigit))
                exponent = exponent * 10 + (c - '0');
        exponent = isNegative ? -exponent : exponent;
    }
    return magnitude + exponent > 0 ? std::numeric_limits<double>::infinity() : 0;
}

// Most literals are digits with a point among them, few enough for a double to hold them and their power of
// ten exactly: then one division rounds once, and rightly (W. D. Clinger, "How to read floating point numbers
// accurately", 1990). Nothing for any other literal.
std::optional<double> shortReal(std::string_view text) {
    constexpr std::size_t kExactDigits = 15;
    constexpr std::array<double, kExactDigits + 1> kPowersOfTen{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                                1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    if (text.size() > kExactDigits + 1)
        return std::nullopt;
    std::uint64_t digits = 0;
    std::size_t point = text.size() - 1; // where there is none, as if it were the last character
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is(text[i], kDigit))
            digits = digits * 10 + digitValue(text[i]);
        else if (text[i] == '.')
            point = i;
        else
            return std::nullopt;
    }
    return static_cast<double>(digits) / kPowersOfTen[text.size() - 1 - point];
}

double parseReal(std::string_view text) {
    if (const std::optional<double> value = shortReal(text))
        return *value;
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc::result_out_of_range ? outOfRange(text) : value;
}

} // namespace

Number makeNumber(TokenKind kind, std::string_view text, Offset start, Offset end) {
    Number number{{ExprKind::Integer, start, end}, false, text, {0}};
    if (kind == TokenKind::Integer) {
        setSmall(number);
        return number;
    }
    number.kind = kind == TokenKind::Float ? ExprKind::Float : ExprKind::Imaginary;
    const std::string_view digits = kind == TokenKind::Float ? text : text.substr(0, text.size() - 1);
    number.real = digits.find('_') == std::string_view::npos ? parseReal(digits)
                                                             : parseReal(withoutUnderscores(digits));
    return number;
}

Number makeSuperscript(std::string_view text, Arena& arena, Offset start, Offset end) {
    char* const ascii = arena.room<char>(text.size());
    char* to = ascii;
    while (!text.empty()) {
        const CodePoint c = decodeFront(text);
        text.remove_prefix(c.length);
        switch (c.value) {
        case 0xB9: *to++ = '1'; break;
        case 0xB2: *to++ = '2'; break;
        case 0xB3: *to++ = '3'; break;
        case 0x207A: break;
        case 0x207B: *to++ = '-'; break;
        default: *to++ = static_cast<char>('0' + (c.value - 0x2070)); break;
        }
    }
    Number number{{ExprKind::Integer, start, end}, false, {ascii, static_cast<std::size_t>(to - ascii)}, {0}};
    const bool isNegative = number.text.starts_with('-');
    const std::string_view all = number.text;
    if (isNegative)
        number.text.remove_prefix(1);
    setSmall(number);
    number.text = all;
    if (isNegative && number.isSmall)
        number.small = -number.small;
    return number;
}

StringLiteral splitString(std::string_view token) {
    StringLiteral literal;
    while (token.front() != '\'' && token.front() != '"') {
        literal.isBytes |= (token.front() | 0x20) == 'b';
        literal.isRaw |= (token.front() | 0x20) == 'r';
        token.remove_prefix(1);
    }
    const bool isTriple = token.size() >= 6 && token[1] == token[0] && token[2] == token[0];
    const std::size_t quotes = isTriple ? 3 : 1;
    literal.body = token.substr(quotes, token.size() - 2 * quotes);
    return literal;
}

namespace {

class EscapeDecoder {
public:
    EscapeDecoder(const StringLiteral& literal, Arena& arena)
        : m_rest(literal.body)
        , m_isBytes(literal.isBytes)
        , m_start(arena.room<char>(literal.body.size()))
        , m_to(m_start) {}

    std::optional<std::string> run() {
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c != '\\' || m_rest.size() == 1) {
                put(c);
            } else if (std::optional<std::string> fault = escape(m_rest[1])) {
                return fault;
            }
        }
        return std::nullopt;
    }

    std::string_view value() const { return {m_start, static_cast<std::size_t>(m_to - m_start)}; }

private:
    // CPython counts positions in a text in which every character that is not ASCII is written as \U and 8
    // digits, and a backslash before one as \u005c.
    static constexpr std::size_t kBytesOfBackslash = 5; // more than its one
    void advance(std::size_t bytes) {
        for (const char c : m_rest.substr(0, bytes))
            m_position += isAscii(c) ? 1 : isContinuation(c) ? 0 : m_isBytes ? 1 : 10;
        m_rest.remove_prefix(bytes);
    }

    void put(char c) {
        *m_to++ = c;
        advance(1);
    }

    void putCode(char32_t code, std::size_t bytes) {
        if (m_isBytes)
            *m_to++ = static_cast<char>(code);
        else
            m_to = encode(code, m_to);
        advance(bytes);
    }

    std::optional<std::string> escape(char c) {
        switch (c) {
        case '\n': advance(2); return std::nullopt;
        case '\\':
        case '\'':
        case '"': putCode(static_cast<char32_t>(c), 2); return std::nullopt;
        case 'a': putCode('\a', 2); return std::nullopt;
        case 'b': putCode('\b', 2); return std::nullopt;
        case 'f': putCode('\f', 2); return std::nullopt;
        case 'n': putCode('\n', 2); return std::nullopt;
        case 'r': putCode('\r', 2); return std::nullopt;
        case 't': putCode('\t', 2); return std::nullopt;
        case 'v': putCode('\v', 2); return std::nullopt;
        case 'x': return hexadecimal(2, "truncated \\xXX escape");
        default: break;
        }
        if (c >= '0' && c <= '7') {
            octal();
            return std::nullopt;
        }
        if (!m_isBytes) {
            if (c == 'u')
                return hexadecimal(4, "truncated \\uXXXX escape");
            if (c == 'U')
                return hexadecimal(8, "truncated \\UXXXXXXXX escape");
            if (c == 'N')
                return named();
            if (!isAscii(c)) {
                put('\\');
                m_position += kBytesOfBackslash;
                return std::nullopt;
            }
        }
        put('\\');
        return std::nullopt;
    }

    void octal() {
        char32_t code = 0;
        std::size_t digits = 0;
        while (digits < 3 && 1 + digits < m_rest.size() && m_rest[1 + digits] >= '0' &&
               m_rest[1 + digits] <= '7')
            code = code * 8 + static_cast<char32_t>(m_rest[1 + digits++] - '0');
        putCode(m_isBytes ? code & 0xFF : code, 1 + digits);
    }

    std::optional<std::string> hexadecimal(std::size_t wanted, std::string_view truncated) {
        char32_t code = 0;
        std::size_t digits = 0;
        for (; digits < wanted && 2 + digits < m_rest.size() && is(m_rest[2 + digits], kHexDigit); ++digits)
            code = code * 16 + static_cast<char32_t>(digitValue(m_rest[2 + digits]));
        if (digits < wanted && m_isBytes)
            return "(value error) invalid \\x escape at position " + std::to_string(m_position);
        if (digits < wanted)
            return fault(2 + digits, truncated);
        if (code > 0x10FFFF)
            return fault(2 + digits, "illegal Unicode character");
        putCode(code, 2 + digits);
        return std::nullopt;
    }

    std::optional<std::string> named() {
        const std::size_t close = m_rest.find('}');
        if (m_rest.size() < 3 || m_rest[2] != '{' || close == std::string_view::npos || close == 3)
            return fault(malformedLength(close), "malformed \\N character escape");
        if (const auto code = characterNamed(m_rest.substr(3, close - 3))) {
            putCode(*code, close + 1);
            return std::nullopt;
        }
        return fault(close + 1, "unknown Unicode character name");
    }

    // \N, \N{ of an empty name, or \N{ and what follows up to the end of the text.
    std::size_t malformedLength(std::size_t close) const {
        if (m_rest.size() < 3 || m_rest[2] != '{')
            return 2;
        return std::min(close, m_rest.size());
    }

    std::string fault(std::size_t bytes, std::string_view reason) {
        const std::size_t start = m_position;
        for (std::size_t i = 0; i + 1 < bytes; i += m_rest[i] == '\\' ? 2 : 1)
            if (m_rest[i] == '\\' && !isAscii(m_rest[i + 1]))
                m_position += kBytesOfBackslash;
        advance(bytes);
        return "(unicode error) 'unicodeescape' codec can't decode bytes in position " +
               std::to_string(start) + "-" + std::to_string(m_position - 1) + ": " + std::string(reason);
    }

    std::string_view m_rest;
    bool m_isBytes;
    std::size_t m_position = 0;
    char* m_start;
    char* m_to;
};

} // namespace

std::optional<std::string> decodeString(const StringLiteral& literal, Arena& arena, std::string_view& value) {
    value = literal.body;
    if (literal.isBytes && !std::all_of(value.begin(), value.end(), isAscii))
        return "bytes can only contain ASCII literal characters";
    if (literal.isRaw || value.find('\\') == std::string_view::npos)
        return std::nullopt;
    EscapeDecoder decoder(literal, arena);
    std::optional<std::string> fault = decoder.run();
    value = decoder.value();
    return fault;
}

} // namespace keisan::eval::syntax
