// SPDX-License-Identifier: MIT
#include "common/eval/library/str_format.h"

#include "common/eval/library/arguments.h"
#include "common/eval/library/ascii_text.h"
#include "common/eval/library/format_value.h"
#include "common/eval/library/str_methods.h"
#include "common/eval/library/unicode.h"
#include "common/eval/runtime/attributes.h"
#include "common/eval/runtime/context.h"
#include "common/eval/runtime/subscripts.h"
#include "common/eval/values/print.h"
#include "common/eval/values/text.h"

#include <cstdio>
#include <limits>
#include <optional>

namespace keisan::eval {
namespace {

[[noreturn]] void refuse(const char* message) {
    raise(ErrorType::ValueError, message);
}

// {name!conversion:spec}
struct Field {
    std::string_view name;
    std::string_view conversion; // one code point, or empty
    std::string_view spec;
    bool hasNestedFields = false;
};

// A number of digits only; nothing where there is anything else, or nothing at all.
std::optional<std::int64_t> asIndex(std::string_view text) {
    std::int64_t number = 0;
    if (text.empty())
        return std::nullopt;
    for (; !text.empty(); text.remove_prefix(firstCodePoint(text).bytes)) {
        const auto digit = decimalDigit(firstCodePoint(text).value);
        if (!digit)
            return std::nullopt;
        if (number > (std::numeric_limits<std::int64_t>::max() - *digit) / 10)
            refuse("Too many decimal digits in format string");
        number = number * 10 + *digit;
    }
    return number;
}

// Takes a field off the text behind its '{'.
class FieldReader {
public:
    explicit FieldReader(std::string_view& rest) : m_rest(rest) {}

    Field read() {
        Field field;
        const std::string_view start = m_rest;
        const char end = skipName();
        field.name = start.substr(0, start.size() - m_rest.size() - (end == '\0' ? 0 : 1));
        if (end != '!' && end != ':' && end != '}')
            refuse("expected '}' before end of string");
        if (end == '}' || (end == '!' && readConversion(field)))
            return field;
        readSpec(field);
        return field;
    }

private:
    char take() {
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }

    // The character that ends the name, '\0' at the end of the text.
    char skipName() {
        while (!m_rest.empty()) {
            const char c = take();
            if (c == '{')
                refuse("unexpected '{' in field name");
            if (c == '[')
                m_rest.remove_prefix(std::min(m_rest.find(']'), m_rest.size()));
            else if (c == '}' || c == ':' || c == '!')
                return c;
        }
        return '\0';
    }

    // True where the field ends behind the conversion.
    bool readConversion(Field& field) {
        if (m_rest.empty())
            refuse("end of string while looking for conversion specifier");
        field.conversion = m_rest.substr(0, firstCodePoint(m_rest).bytes);
        m_rest.remove_prefix(field.conversion.size());
        if (m_rest.empty())
            return false;
        const char c = take();
        if (c != '}' && c != ':')
            refuse("expected ':' after conversion specifier");
        return c == '}';
    }

    void readSpec(Field& field) {
        const std::string_view start = m_rest;
        for (int depth = 1; !m_rest.empty();) {
            const char c = take();
            field.hasNestedFields = field.hasNestedFields || c == '{';
            depth += c == '{' ? 1 : (c == '}' ? -1 : 0);
            if (depth == 0) {
                field.spec = start.substr(0, start.size() - m_rest.size() - 1);
                return;
            }
        }
        refuse("unmatched '{' in format spec");
    }

    std::string_view& m_rest;
};

class Formatter {
public:
    Formatter(Context& context, const FormatFields& fields) : m_context(context), m_fields(fields) {}

    std::string format(std::string_view text, int depth) {
        if (depth == 0)
            refuse("Max string recursion exceeded");
        std::string result;
        while (!text.empty()) {
            if (takeLiteral(text, result))
                appendField(text, result, depth);
            m_context.budget().requireTextBytes(static_cast<double>(result.size()));
        }
        return result;
    }

private:
    enum class Numbering { Unknown, Automatic, Manual };

    // Up to a field, whose '{' is taken too (true), an escaped brace or the end.
    bool takeLiteral(std::string_view& text, std::string& result) {
        const std::size_t brace = findBrace(text);
        result += text.substr(0, brace);
        if (brace == std::string_view::npos) {
            text = {};
            return false;
        }
        const char c = text[brace];
        text.remove_prefix(brace + 1);
        if (text.starts_with(c)) {
            result += c;
            text.remove_prefix(1);
            return false;
        }
        if (c == '}')
            refuse("Single '}' encountered in format string");
        if (text.empty())
            refuse("Single '{' encountered in format string");
        return true;
    }

    // Charged block by block, before the text is copied.
    std::size_t findBrace(std::string_view text) {
        constexpr std::size_t kBlockBytes = 1 << 16;
        m_context.spend(20);
        for (std::size_t at = 0; at < text.size(); at += kBlockBytes) {
            const std::string_view block = text.substr(at, kBlockBytes);
            const std::size_t brace = block.find_first_of("{}");
            m_context.spend(std::min(brace, block.size()));
            if (brace != std::string_view::npos)
                return at + brace;
        }
        return std::string_view::npos;
    }

    void appendField(std::string_view& text, std::string& result, int depth) {
        m_context.spend(std::min(text.find('}'), text.size()));
        const std::string piece = fieldText(FieldReader(text).read(), depth);
        m_context.spend(piece.size() / 2);
        result += piece;
    }

    std::string fieldText(const Field& field, int depth) {
        Value value = valueOf(field.name);
        if (!field.conversion.empty())
            value = strValue(converted(value, field.conversion));
        if (!field.hasNestedFields)
            return formatValue(m_context, value, field.spec);
        return formatValue(m_context, value, format(field.spec, depth - 1));
    }

    std::string converted(const Value& value, std::string_view conversion) {
        if (conversion == "r")
            return reprOf(value, m_context.budget());
        if (conversion == "s")
            return strOf(value, m_context.budget());
        if (conversion == "a")
            return asciiOf(value, m_context.budget());
        const auto c = static_cast<unsigned>(firstCodePoint(conversion).value);
        char code[16];
        if (c > 32 && c < 127)
            std::snprintf(code, sizeof code, "%c", static_cast<char>(c));
        else
            std::snprintf(code, sizeof code, "\\x%x", c);
        raise(ErrorType::ValueError, std::string("Unknown conversion specifier ") + code);
    }

    Value valueOf(std::string_view name) {
        const std::size_t end = std::min(name.find_first_of(".["), name.size());
        Value value = first(name.substr(0, end));
        std::string_view rest = name.substr(end);
        while (!rest.empty())
            value = step(value, rest);
        return value;
    }

    Value first(std::string_view name) {
        auto index = asIndex(name);
        if (name.empty() || index)
            index = numbered(index);
        if (!index)
            return named(name);
        if (m_fields.mapping != nullptr)
            refuse("Format string contains positional fields");
        if (static_cast<std::uint64_t>(*index) >= m_fields.values.size())
            raise(ErrorType::IndexError,
                  "Replacement index " + std::to_string(*index) + " out of range for positional args tuple");
        return m_fields.values[static_cast<std::size_t>(*index)];
    }

    // The given number, or the next one where none is given.
    std::int64_t numbered(std::optional<std::int64_t> given) {
        const Numbering wanted = given ? Numbering::Manual : Numbering::Automatic;
        if (m_numbering == Numbering::Unknown)
            m_numbering = wanted;
        if (m_numbering == Numbering::Manual && !given)
            refuse("cannot switch from manual field specification to automatic field numbering");
        if (m_numbering == Numbering::Automatic && given)
            refuse("cannot switch from automatic field numbering to manual field specification");
        return given ? *given : m_nextNumber++;
    }

    Value named(std::string_view name) {
        if (m_fields.mapping != nullptr)
            return subscript(m_context, *m_fields.mapping, strValue(name));
        for (const Keyword& keyword : m_fields.keywords) {
            if (keyword.name == name)
                return keyword.value;
        }
        raise(ErrorType::KeyError, reprOf(strValue(name), m_context.budget()));
    }

    // .attribute or [item] at the beginning of the rest.
    Value step(const Value& value, std::string_view& rest) {
        const char kind = rest.front();
        rest.remove_prefix(1);
        if (kind != '.' && kind != '[')
            refuse("Only '.' or '[' may follow ']' in format field specifier");
        const std::size_t end = kind == '.' ? rest.find_first_of(".[") : rest.find(']');
        if (kind == '[' && end == std::string_view::npos)
            refuse("Missing ']' in format string");
        const std::string_view name = rest.substr(0, end);
        rest.remove_prefix(std::min(name.size() + (kind == '[' ? 1 : 0), rest.size()));
        if (name.empty())
            refuse("Empty attribute in format string");
        if (kind == '.')
            return attributeOf(m_context, value, name);
        const auto index = asIndex(name);
        return subscript(m_context, value, index ? Value::integer(*index) : strValue(name));
    }

    Context& m_context;
    const FormatFields& m_fields;
    Numbering m_numbering = Numbering::Unknown;
    std::int64_t m_nextNumber = 0;
};

// A field, and a field in its spec.
constexpr int kDepth = 2;

Value formatRow(Context& context, const Arguments& arguments) {
    const FormatFields fields{arguments.values, arguments.keywords, nullptr};
    return strValue(formatText(context, textOf(arguments.self), fields));
}

Value formatMapRow(Context& context, const Arguments& arguments) {
    const FormatFields fields{{}, {}, &arguments[0]};
    return strValue(formatText(context, textOf(arguments.self), fields));
}

constexpr Builtin kRows[] = {
    {"format",
     "str",
     "format(*args, **kwargs)",
     {},
     formatRow,
     "With the arguments in place of the {fields}."},
    {"format_map",
     "str",
     "format_map(mapping, /)",
     {Arity::One},
     formatMapRow,
     "With the mapping's values in place of the {fields}."},
};

} // namespace

std::string formatText(Context& context, std::string_view text, const FormatFields& fields) {
    return Formatter(context, fields).format(text, kDepth);
}

std::span<const Builtin> strFormatMethods() {
    return kRows;
}

} // namespace keisan::eval
