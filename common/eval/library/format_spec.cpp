// SPDX-License-Identifier: MIT
#include "common/eval/library/format_spec.h"

#include "common/eval/error.h"
#include "common/eval/library/unicode.h"
#include "common/eval/values/text.h"

#include <cstdio>
#include <limits>
#include <string>

namespace keisan::eval {
namespace {

bool isAlignment(char32_t c) {
    return c == U'<' || c == U'>' || c == U'=' || c == U'^';
}

// How a code point that may be no printable ASCII stands in a message.
std::string shown(char32_t c) {
    if (c > 32 && c < 128)
        return std::string(1, static_cast<char>(c));
    char text[16];
    std::snprintf(text, sizeof text, "\\x%x", static_cast<unsigned>(c));
    return text;
}

class SpecReader {
public:
    explicit SpecReader(std::string_view text) : m_rest(text) {}

    // The code points left, as far as anybody asks: none, one, or two and more.
    std::size_t left() const { return m_rest.empty() ? 0 : (afterFirst().empty() ? 1 : 2); }
    char32_t peek() const { return m_rest.empty() ? U'\0' : firstCodePoint(m_rest).value; }
    char32_t peekSecond() const { return SpecReader(afterFirst()).peek(); }
    char32_t take() {
        const char32_t c = peek();
        m_rest = afterFirst();
        return c;
    }
    bool takeIf(char32_t c) {
        const bool isThere = left() > 0 && peek() == c;
        if (isThere)
            take();
        return isThere;
    }

    // kUnset where no digit stands.
    std::int64_t number() {
        std::int64_t result = FormatSpec::kUnset;
        while (left() > 0) {
            const auto digit = decimalDigit(peek());
            if (!digit)
                break;
            const std::int64_t before = result == FormatSpec::kUnset ? 0 : result;
            if (before > (std::numeric_limits<std::int64_t>::max() - *digit) / 10)
                raise(ErrorType::ValueError, "Too many decimal digits in format string");
            result = before * 10 + *digit;
            take();
        }
        return result;
    }

private:
    std::string_view afterFirst() const { return m_rest.substr(firstCodePoint(m_rest).bytes); }

    std::string_view m_rest;
};

void readGrouping(SpecReader& reader, FormatSpec& spec) {
    const auto refuseBoth = [] { raise(ErrorType::ValueError, "Cannot specify both ',' and '_'."); };
    if (reader.takeIf(U','))
        spec.grouping = ',';
    if (reader.takeIf(U'_')) {
        if (spec.grouping != '\0')
            refuseBoth();
        spec.grouping = '_';
    }
    if (reader.left() > 0 && reader.peek() == U',' && spec.grouping == '_')
        refuseBoth();
}

void checkGrouping(const FormatSpec& spec) {
    constexpr std::u32string_view kDecimal = U"defgEG%F";
    constexpr std::u32string_view kBinary = U"boxX";
    if (spec.grouping == '\0' || spec.type == U'\0' || kDecimal.find(spec.type) != std::u32string_view::npos)
        return;
    if (spec.grouping == '_' && kBinary.find(spec.type) != std::u32string_view::npos)
        return;
    raise(ErrorType::ValueError,
          std::string("Cannot specify '") + spec.grouping + "' with '" + shown(spec.type) + "'.");
}

} // namespace

FormatSpec parseFormatSpec(std::string_view text, char32_t defaultType, char defaultAlign,
                           std::string_view typeName) {
    SpecReader reader(text);
    FormatSpec spec;
    spec.type = defaultType;
    spec.align = defaultAlign;
    bool hasFill = false;
    bool hasAlign = false;
    if (reader.left() >= 2 && isAlignment(reader.peekSecond())) {
        spec.fill = reader.take();
        hasFill = true;
    }
    if (reader.left() >= 1 && isAlignment(reader.peek())) {
        spec.align = static_cast<char>(reader.take());
        hasAlign = true;
    }
    if (reader.left() >= 1 && (reader.peek() == U' ' || reader.peek() == U'+' || reader.peek() == U'-'))
        spec.sign = static_cast<char>(reader.take());
    spec.dropsNegativeZero = reader.takeIf(U'z');
    spec.isAlternate = reader.takeIf(U'#');
    if (!hasFill && reader.takeIf(U'0')) {
        spec.fill = U'0';
        if (!hasAlign && defaultAlign == '>')
            spec.align = '=';
    }
    spec.width = reader.number();
    readGrouping(reader, spec);
    if (reader.takeIf(U'.')) {
        spec.precision = reader.number();
        if (spec.precision == FormatSpec::kUnset)
            raise(ErrorType::ValueError, "Format specifier missing precision");
    }
    if (reader.left() > 1)
        raise(ErrorType::ValueError, "Invalid format specifier '" + std::string(text) +
                                         "' for object of type '" + std::string(typeName) + "'");
    if (reader.left() == 1)
        spec.type = reader.take();
    checkGrouping(spec);
    return spec;
}

void raiseUnknownFormat(char32_t type, std::string_view typeName) {
    raise(ErrorType::ValueError,
          "Unknown format code '" + shown(type) + "' for object of type '" + std::string(typeName) + "'");
}

} // namespace keisan::eval
