// SPDX-License-Identifier: MIT
#include "common/eval/library/percent_format.h"

#include "common/eval/budget.h"
#include "common/eval/library/arguments.h"
#include "common/eval/library/ascii_text.h"
#include "common/eval/library/float_format.h"
#include "common/eval/values/decimal.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/print.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <utility>

namespace keisan::eval {
namespace {

// %[(name)][flags][width][.precision][length]type
struct Conversion {
    static constexpr std::int64_t kUnset = -1;

    bool isLeft = false;      // -
    bool showsPlus = false;   // +
    bool showsBlank = false;  // blank
    bool isAlternate = false; // #
    bool hasZeros = false;    // 0
    std::int64_t width = kUnset;
    std::int64_t precision = kUnset;
    char32_t type = 0;
};

// A converted value before it is padded; `isNumber` pads with zeros behind sign and prefix where asked for.
struct Piece {
    std::string sign;
    std::string prefix;
    std::string body;
    bool isNumber = false;
};

// Hands out the values on the right of the operator.
class PercentArguments {
public:
    explicit PercentArguments(const Value& given) : m_given(given), m_isTuple(given.is(Kind::Tuple)) {}

    Value next() {
        if (m_hasNamed) {
            if (m_named.isAbsent())
                raiseNoMore();
            return std::exchange(m_named, Value());
        }
        const std::size_t count = m_isTuple ? itemsOf(m_given).size() : 1;
        if (m_used == count)
            raiseNoMore();
        ++m_used;
        return m_isTuple ? itemsOf(m_given)[m_used - 1] : m_given;
    }

    // %(name)...: what the mapping has under the name is the next value, and then there is no other.
    void selectNamed(std::string_view name, Budget& budget) {
        m_named = named(name, budget);
        m_hasNamed = true;
    }

    void requireAllUsed() const {
        const bool allUsed = m_isTuple ? m_used == itemsOf(m_given).size() : m_used == 1;
        if (!allUsed && !isMapping())
            raise(ErrorType::TypeError, "not all arguments converted during string formatting");
    }

private:
    [[noreturn]] static void raiseNoMore() {
        raise(ErrorType::TypeError, "not enough arguments for format string");
    }

    Value named(std::string_view name, Budget& budget) const {
        if (!isMapping())
            raise(ErrorType::TypeError, "format requires a mapping");
        if (!m_given.is(Kind::Dict))
            raise(ErrorType::TypeError,
                  std::string(typeName(m_given)) + " indices must be integers or slices, not str");
        const Value key = strValue(name);
        const auto* entry = m_given.as<DictObject>().table.find(key, budget);
        if (entry == nullptr)
            raise(ErrorType::KeyError, reprOf(key, budget));
        return entry->value;
    }

    bool isMapping() const {
        return m_given.is(Kind::Dict) || m_given.is(Kind::List) || m_given.is(Kind::Range) ||
               m_given.is(Kind::Bytes);
    }

    const Value& m_given;
    const bool m_isTuple;
    std::size_t m_used = 0;
    bool m_hasNamed = false;
    Value m_named;
};

class PercentFormatter {
public:
    PercentFormatter(std::string_view text, const Value& arguments, Budget& budget)
        : m_text(text)
        , m_rest(text)
        , m_arguments(arguments)
        , m_budget(budget) {}

    std::string format() {
        std::string result;
        m_budget.spend(m_text.size());
        while (!m_rest.empty()) {
            const std::size_t percent = std::min(m_rest.find('%'), m_rest.size());
            m_budget.spend(20);
            result += m_rest.substr(0, percent);
            m_rest.remove_prefix(percent);
            if (!m_rest.empty())
                result += conversionText();
            m_budget.requireTextBytes(static_cast<double>(result.size()));
        }
        m_arguments.requireAllUsed();
        return result;
    }

private:
    char32_t peek() const {
        if (m_rest.empty())
            raise(ErrorType::ValueError, "incomplete format");
        return firstCodePoint(m_rest).value;
    }
    char32_t take() {
        const char32_t c = peek();
        m_rest.remove_prefix(firstCodePoint(m_rest).bytes);
        return c;
    }
    bool takeIf(char32_t c) {
        const bool isThere = peek() == c;
        if (isThere)
            take();
        return isThere;
    }

    std::string conversionText() {
        take();
        if (takeIf(U'%'))
            return "%";
        if (takeIf(U'('))
            m_arguments.selectNamed(takeName(), m_budget);
        Conversion conversion;
        readFlags(conversion);
        readWidth(conversion);
        if (takeIf(U'.'))
            readPrecision(conversion);
        if (peek() == U'l' || peek() == U'h' || peek() == U'L')
            take();
        const std::string_view typeAt = m_rest;
        conversion.type = take();
        return padded(pieceOf(m_arguments.next(), conversion, typeAt), conversion);
    }

    std::string_view takeName() {
        int depth = 1;
        for (std::size_t i = 0; i < m_rest.size(); ++i) {
            depth += m_rest[i] == '(' ? 1 : (m_rest[i] == ')' ? -1 : 0);
            if (depth == 0) {
                const std::string_view name = m_rest.substr(0, i);
                m_rest.remove_prefix(i + 1);
                return name;
            }
        }
        raise(ErrorType::ValueError, "incomplete format key");
    }

    void readFlags(Conversion& conversion) {
        for (;; take()) {
            switch (peek()) {
            case U'-': conversion.isLeft = true; break;
            case U'+': conversion.showsPlus = true; break;
            case U' ': conversion.showsBlank = true; break;
            case U'#': conversion.isAlternate = true; break;
            case U'0': conversion.hasZeros = true; break;
            default: return;
            }
        }
    }

    std::int64_t starValue() {
        const Value value = m_arguments.next();
        if (!value.isInt())
            raise(ErrorType::TypeError, "* wants int");
        return requireSsize(value);
    }

    std::int64_t number(std::int64_t most, const char* tooBig) {
        std::int64_t result = Conversion::kUnset;
        while (peek() >= U'0' && peek() <= U'9') {
            const auto digit = static_cast<std::int64_t>(take() - U'0');
            const std::int64_t before = std::max<std::int64_t>(result, 0);
            if (before > (most - digit) / 10)
                raise(ErrorType::ValueError, tooBig);
            result = before * 10 + digit;
        }
        return result;
    }

    void readWidth(Conversion& conversion) {
        if (!takeIf(U'*')) {
            conversion.width = number(std::numeric_limits<std::int64_t>::max(), "width too big");
            return;
        }
        const std::int64_t width = starValue();
        conversion.isLeft = conversion.isLeft || width < 0;
        // The least has no opposite; CPython does not pad then.
        conversion.width = width == std::numeric_limits<std::int64_t>::min() ? 0 : std::abs(width);
    }

    void readPrecision(Conversion& conversion) {
        if (takeIf(U'*')) {
            const Value value = m_arguments.next();
            if (!value.isInt())
                raise(ErrorType::TypeError, "* wants int");
            conversion.precision = std::max(requireInt(value), 0);
        } else {
            conversion.precision =
                std::max<std::int64_t>(number(std::numeric_limits<int>::max(), "precision too big"), 0);
        }
        m_budget.requireTextBytes(static_cast<double>(conversion.precision));
    }

    // ---- values

    Piece pieceOf(const Value& value, const Conversion& conversion, std::string_view typeAt) {
        switch (conversion.type) {
        case U's': return {{}, {}, shortened(strOf(value, m_budget), conversion), false};
        case U'r': return {{}, {}, shortened(reprOf(value, m_budget), conversion), false};
        case U'a': return {{}, {}, shortened(asciiOf(value, m_budget), conversion), false};
        case U'c': return {{}, {}, character(value), false};
        case U'd':
        case U'i':
        case U'u':
        case U'o':
        case U'x':
        case U'X': return integer(value, conversion);
        case U'e':
        case U'E':
        case U'f':
        case U'F':
        case U'g':
        case U'G': return real(value, conversion);
        default: raiseUnsupported(conversion.type, typeAt);
        }
    }

    [[noreturn]] void raiseUnsupported(char32_t type, std::string_view typeAt) {
        const std::size_t position = codePointCount(m_text.substr(0, m_text.size() - typeAt.size()));
        char code[16];
        std::snprintf(code, sizeof code, "0x%x", static_cast<unsigned>(type));
        const char shown = type >= 31 && type <= 126 ? static_cast<char>(type) : '?';
        raise(ErrorType::ValueError, std::string("unsupported format character '") + shown + "' (" + code +
                                         ") at index " + std::to_string(position));
    }

    static std::string shortened(std::string text, const Conversion& conversion) {
        if (conversion.precision != Conversion::kUnset)
            text.resize(byteOffset(text, static_cast<std::size_t>(conversion.precision)));
        return text;
    }

    static std::string character(const Value& value) {
        if (value.is(Kind::Str) && value.as<StrObject>().length() == 1)
            return std::string(textOf(value));
        if (!value.isInt())
            raise(ErrorType::TypeError, "%c requires int or char");
        const auto code = toInt64(value);
        if (!code || *code < 0 || *code > 0x10ffff)
            raise(ErrorType::OverflowError, "%c arg not in range(0x110000)");
        std::string text;
        appendCodePoint(text, static_cast<char32_t>(*code));
        return text;
    }

    static std::string signFor(bool isNegative, const Conversion& conversion) {
        if (isNegative)
            return "-";
        return conversion.showsPlus ? "+" : (conversion.showsBlank ? " " : "");
    }

    static Value asInteger(const Value& value, const Conversion& conversion) {
        const bool isDecimal = conversion.type == U'd' || conversion.type == U'i' || conversion.type == U'u';
        if (value.isInt())
            return value;
        if (value.is(Kind::Float) && isDecimal)
            return wholePart(value.real());
        raise(ErrorType::TypeError, std::string("%") + static_cast<char>(conversion.type) +
                                        (isDecimal ? " format: a real number is required, not "
                                                   : " format: an integer is required, not ") +
                                        std::string(typeName(value)));
    }

    Piece integer(const Value& given, const Conversion& conversion) {
        const Value value = asInteger(given, conversion);
        const bool isOctal = conversion.type == U'o';
        const bool isHex = conversion.type == U'x' || conversion.type == U'X';
        Piece piece;
        piece.isNumber = true;
        piece.body = isOctal || isHex ? binaryDigits(value, conversion.type) : decimalDigits(value);
        const bool isNegative = piece.body.starts_with('-');
        piece.body.erase(0, isNegative ? 1 : 0);
        const auto digits = static_cast<std::int64_t>(piece.body.size());
        if (conversion.precision > digits)
            piece.body.insert(0, static_cast<std::size_t>(conversion.precision - digits), '0');
        if (conversion.isAlternate && (isOctal || isHex))
            piece.prefix = {'0', static_cast<char>(conversion.type)};
        piece.sign = signFor(isNegative, conversion);
        return piece;
    }

    std::string decimalDigits(const Value& value) {
        std::string text;
        appendDecimal(text, IntegerView(value), m_budget);
        return text;
    }

    std::string binaryDigits(const Value& value, char32_t type) {
        const IntegerView number(value);
        const int base = type == U'o' ? 8 : (type == U'x' ? 16 : -16); // -16: capital digits in GMP
        const std::size_t size = mpz_sizeinbase(number, std::abs(base)) + 2;
        m_budget.requireTextBytes(static_cast<double>(size));
        m_budget.spend(size);
        std::string text(size, '\0');
        mpz_get_str(text.data(), base, number);
        text.resize(text.find('\0'));
        return text;
    }

    Piece real(const Value& value, const Conversion& conversion) {
        const double x = requireReal(value);
        FloatFormat format;
        format.type = static_cast<char>(conversion.type);
        format.isAlternate = conversion.isAlternate;
        if (conversion.precision != Conversion::kUnset)
            format.precision = static_cast<int>(conversion.precision);
        Piece piece;
        piece.isNumber = true;
        piece.body = formatFloat(x, format);
        const bool isNegative = piece.body.starts_with('-');
        piece.body.erase(0, isNegative ? 1 : 0);
        piece.sign = signFor(isNegative, conversion);
        return piece;
    }

    std::string padded(const Piece& piece, const Conversion& conversion) {
        m_budget.requireTextBytes(static_cast<double>(conversion.width));
        const std::size_t length = piece.sign.size() + piece.prefix.size() + codePointCount(piece.body);
        const auto missing = static_cast<std::size_t>(
            std::max<std::int64_t>(conversion.width - static_cast<std::int64_t>(length), 0));
        m_budget.spend(length + missing);
        const std::string fill(missing, ' ');
        if (conversion.isLeft)
            return piece.sign + piece.prefix + piece.body + fill;
        if (conversion.hasZeros && piece.isNumber)
            return piece.sign + piece.prefix + std::string(missing, '0') + piece.body;
        return fill + piece.sign + piece.prefix + piece.body;
    }

    const std::string_view m_text;
    std::string_view m_rest;
    PercentArguments m_arguments;
    Budget& m_budget;
};

} // namespace

std::string formatPercent(std::string_view text, const Value& arguments, Budget& budget) {
    return PercentFormatter(text, arguments, budget).format();
}

} // namespace keisan::eval
