// SPDX-License-Identifier: MIT
#include "common/eval/library/arguments.h"
#include "common/eval/library/str_methods.h"
#include "common/eval/library/unicode.h"
#include "common/eval/runtime/context.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <set>
#include <string>

namespace keisan::eval {
namespace {

// Charged one by one: a long text can be stopped anywhere.
constexpr std::uint64_t kWorkOfCharacter = 10;

std::string_view fillCharacter(const Arguments& arguments) {
    if (arguments.size() < 2)
        return " ";
    const Value& fill = arguments[1];
    const std::string_view text = requireStr(fill, "The fill character must be a unicode character, not ");
    if (fill.as<StrObject>().length() != 1)
        raise(ErrorType::TypeError, "The fill character must be exactly one character long");
    return text;
}

void append(std::string& result, std::string_view fill, std::int64_t count) {
    if (fill.size() == 1 && count > 0)
        result.append(static_cast<std::size_t>(count), fill[0]);
    else
        for (; count > 0; --count)
            result += fill;
}

// The text with fill before and behind it, made in one place: the room for it was asked for.
Value filled(std::string_view fill, std::int64_t before, std::string_view text, std::int64_t behind) {
    std::string result;
    result.reserve(text.size() + fill.size() * static_cast<std::size_t>(before + behind));
    append(result, fill, before);
    result += text;
    append(result, fill, behind);
    return strValue(result);
}

// How many code points are missing to `width`; the size is charged.
std::int64_t missingTo(Context& context, const Arguments& arguments, std::size_t fillBytes) {
    const auto& self = arguments.self.as<StrObject>();
    const std::int64_t width = std::max<std::int64_t>(requireSsize(arguments[0]), 0);
    const std::int64_t missing = std::max<std::int64_t>(width - static_cast<std::int64_t>(self.length()), 0);
    const double bytes = static_cast<double>(missing) * static_cast<double>(fillBytes) +
                         static_cast<double>(self.text().size());
    context.budget().requireTextBytes(bytes);
    context.spend(static_cast<std::uint64_t>(bytes));
    return missing;
}

enum class Side { Left, Center, Right };

template <Side Place>
Value justified(Context& context, const Arguments& arguments) {
    requireSsize(arguments[0]);
    const std::string_view fill = fillCharacter(arguments);
    const std::int64_t missing = missingTo(context, arguments, fill.size());
    std::int64_t before = Place == Side::Left ? 0 : missing;
    if (Place == Side::Center) {
        // The odd one goes to the left where the width is odd.
        const std::int64_t width = requireSsize(arguments[0]);
        before = missing / 2 + (missing & width & 1);
    }
    return filled(fill, before, textOf(arguments.self), missing - before);
}

Value zfill(Context& context, const Arguments& arguments) {
    const std::int64_t missing = missingTo(context, arguments, 1);
    const std::string_view text = textOf(arguments.self);
    const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    std::string result;
    result.reserve(text.size() + static_cast<std::size_t>(missing));
    result += text.substr(0, sign);
    append(result, "0", missing);
    result += text.substr(sign);
    return strValue(result);
}

Value expandTabs(Context& context, const Arguments& arguments) {
    const int tabSize = arguments[0].isAbsent() ? 8 : requireInt(arguments[0]);
    std::string result;
    std::int64_t column = 0;
    std::string_view text = textOf(arguments.self);
    while (!text.empty()) {
        context.spend(kWorkOfCharacter);
        const CodePoint c = firstCodePoint(text);
        if (c.value == U'\t') {
            const std::int64_t blanks = tabSize > 0 ? tabSize - column % tabSize : 0;
            context.budget().requireTextBytes(static_cast<double>(result.size()) +
                                              static_cast<double>(blanks));
            context.spend(static_cast<std::uint64_t>(blanks));
            result.append(static_cast<std::size_t>(blanks), ' ');
            column += blanks;
        } else {
            result += text.substr(0, c.bytes);
            column = c.value == U'\n' || c.value == U'\r' ? 0 : column + 1;
        }
        text.remove_prefix(c.bytes);
    }
    return strValue(result);
}

// ---- strip

// The code points to take away: blanks, or those of a text.
class Stripped {
public:
    Stripped(Context& context, const Arguments& arguments, std::string_view name) {
        if (arguments.size() == 0 || arguments[0].isNone())
            return;
        std::string_view text = requireStr(arguments[0], name);
        m_isBlanks = false;
        for (; !text.empty(); text.remove_prefix(firstCodePoint(text).bytes)) {
            context.spend(5 * kWorkOfCharacter);
            m_characters.insert(firstCodePoint(text).value);
        }
    }
    bool holds(char32_t c) const { return m_isBlanks ? isSpaceCharacter(c) : m_characters.contains(c); }

private:
    bool m_isBlanks = true;
    std::set<char32_t> m_characters;
};

template <Side Where>
Value strip(Context& context, const Arguments& arguments) {
    const char* const name = Where == Side::Left ? "lstrip" : (Where == Side::Right ? "rstrip" : "strip");
    if (arguments.size() > 0 && !arguments[0].isNone() && !arguments[0].is(Kind::Str))
        raise(ErrorType::TypeError, std::string(name) + " arg must be None or str");
    const Stripped characters(context, arguments, name);
    std::string_view text = textOf(arguments.self);
    while (Where != Side::Right && !text.empty() && characters.holds(firstCodePoint(text).value)) {
        context.spend(kWorkOfCharacter);
        text.remove_prefix(firstCodePoint(text).bytes);
    }
    while (Where != Side::Left && !text.empty()) {
        context.spend(kWorkOfCharacter);
        std::size_t start = text.size() - 1;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80)
            --start;
        if (!characters.holds(firstCodePoint(text.substr(start)).value))
            break;
        text = text.substr(0, start);
    }
    return strValue(text);
}

constexpr ArityRule kOneOrTwo{Arity::Counted, 1, 2};
constexpr ArityRule kUpToOne{Arity::Counted, 0, 1};

constexpr Builtin kRows[] = {
    {"center", "str", "center(width, fillchar=' ', /)", kOneOrTwo, justified<Side::Center>,
     "In the middle of so many characters."},
    {"expandtabs", "str", "expandtabs(tabsize=8)", {Arity::Named, 0, 1}, expandTabs, "With blanks for tabs."},
    {"ljust", "str", "ljust(width, fillchar=' ', /)", kOneOrTwo, justified<Side::Left>,
     "At the left of so many characters."},
    {"lstrip", "str", "lstrip(chars=None, /)", kUpToOne, strip<Side::Left>,
     "Without blanks, or characters of chars, on the left."},
    {"rjust", "str", "rjust(width, fillchar=' ', /)", kOneOrTwo, justified<Side::Right>,
     "At the right of so many characters."},
    {"rstrip", "str", "rstrip(chars=None, /)", kUpToOne, strip<Side::Right>,
     "Without blanks, or characters of chars, on the right."},
    {"strip", "str", "strip(chars=None, /)", kUpToOne, strip<Side::Center>,
     "Without blanks, or characters of chars, on both sides."},
    {"zfill", "str", "zfill(width, /)", {Arity::One}, zfill, "With zeros between sign and number."},
};

} // namespace

std::span<const Builtin> strLayoutMethods() {
    return kRows;
}

} // namespace keisan::eval
