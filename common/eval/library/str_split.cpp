// SPDX-License-Identifier: MIT
#include "common/eval/library/arguments.h"
#include "common/eval/library/str_methods.h"
#include "common/eval/library/text_search.h"
#include "common/eval/library/unicode.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <string>

namespace keisan::eval {
namespace {

constexpr std::uint64_t kWorkOfCharacter = 10;
constexpr std::uint64_t kWorkOfPiece = 30;

// The list that split() makes, piece by piece.
class Pieces {
public:
    explicit Pieces(Context& context) : m_context(context) {}

    void add(std::string_view piece) {
        m_context.spend(kWorkOfPiece);
        pushBounded(m_context, m_items, strValue(piece));
    }
    std::size_t size() const { return m_items.size(); }
    void reverse() { std::reverse(m_items.begin(), m_items.end()); }
    Value list() { return listValue(std::move(m_items)); }

private:
    Context& m_context;
    Values m_items;
};

// The last code point of text that is not empty.
CodePoint lastCodePoint(std::string_view text) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80)
        --start;
    return firstCodePoint(text.substr(start));
}

// One side of a text, so that split() and rsplit() are one algorithm.
struct FromLeft {
    static CodePoint nearest(std::string_view text) { return firstCodePoint(text); }
    static std::string_view without(std::string_view text, std::size_t bytes) { return text.substr(bytes); }
    static std::string_view head(std::string_view text, std::string_view rest) {
        return text.substr(0, text.size() - rest.size());
    }
};
struct FromRight {
    static CodePoint nearest(std::string_view text) { return lastCodePoint(text); }
    static std::string_view without(std::string_view text, std::size_t bytes) {
        return text.substr(0, text.size() - bytes);
    }
    static std::string_view head(std::string_view text, std::string_view rest) {
        return text.substr(rest.size());
    }
};

// Drops code points from the side while they are blanks, or while they are none.
template <class Side>
std::string_view dropWhile(Context& context, std::string_view text, bool blanks) {
    while (!text.empty()) {
        context.spend(kWorkOfCharacter);
        const CodePoint c = Side::nearest(text);
        if (isSpaceCharacter(c.value) != blanks)
            break;
        text = Side::without(text, c.bytes);
    }
    return text;
}

template <class Side>
void splitAtBlanks(Context& context, std::string_view text, std::size_t most, Pieces& pieces) {
    text = dropWhile<Side>(context, text, true);
    while (!text.empty() && pieces.size() < most) {
        const std::string_view rest = dropWhile<Side>(context, text, false);
        pieces.add(Side::head(text, rest));
        text = dropWhile<Side>(context, rest, true);
    }
    // Past the limit the blanks at the far side stay.
    if (!text.empty())
        pieces.add(text);
}

// Calls visit(piece) for every piece of a text.
template <class Visit>
void splitAt(Context& context, std::string_view text, std::string_view separator, std::size_t most,
             Visit visit) {
    const TextSearch search(separator, context.budget());
    std::size_t start = 0;
    for (; most > 0; --most) {
        const std::size_t found = search.find(context.budget(), text, start);
        if (found == TextSearch::kNowhere)
            break;
        visit(text.substr(start, found - start));
        start = found + separator.size();
    }
    visit(text.substr(start));
}

template <class Side>
void splitAtText(Context& context, std::string_view text, std::string_view separator, std::size_t most,
                 Pieces& pieces) {
    if (std::is_same_v<Side, FromLeft>)
        return splitAt(context, text, separator, most, [&](std::string_view piece) { pieces.add(piece); });
    if (separator.size() > text.size())
        return pieces.add(text);
    context.spend(text.size() + separator.size());
    requireMemory(text.size() + separator.size());
    const std::string backwards(text.rbegin(), text.rend());
    const std::string separatorBackwards(separator.rbegin(), separator.rend());
    splitAt(context, backwards, separatorBackwards, most, [&](std::string_view piece) {
        const auto start = static_cast<std::size_t>(piece.data() - backwards.data());
        pieces.add(text.substr(text.size() - start - piece.size(), piece.size()));
    });
}

template <class Side>
Value splitRow(Context& context, const Arguments& arguments) {
    constexpr bool kFromLeft = std::is_same_v<Side, FromLeft>;
    const Value& separator = arguments[0];
    const std::int64_t limit = arguments[1].isAbsent() ? -1 : requireSsize(arguments[1]);
    const std::size_t most = limit < 0 ? SIZE_MAX : static_cast<std::size_t>(limit);
    const std::string_view text = textOf(arguments.self);
    Pieces pieces(context);
    if (separator.isAbsent() || separator.isNone()) {
        splitAtBlanks<Side>(context, text, most, pieces);
    } else {
        const std::string_view by = requireStr(separator, "must be str or None, not ");
        if (by.empty())
            raise(ErrorType::ValueError, "empty separator");
        splitAtText<Side>(context, text, by, most, pieces);
    }
    if (!kFromLeft)
        pieces.reverse();
    return pieces.list();
}

bool endsLine(char32_t c) {
    return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

Value splitLines(Context& context, const Arguments& arguments) {
    const bool keepsEnds = !arguments[0].isAbsent() && isTrue(arguments[0]);
    std::string_view rest = textOf(arguments.self);
    Pieces pieces(context);
    std::size_t length = 0;
    while (length < rest.size()) {
        context.spend(kWorkOfCharacter);
        const CodePoint c = firstCodePoint(rest.substr(length));
        if (!endsLine(c.value)) {
            length += c.bytes;
            continue;
        }
        const std::size_t end = length + (rest.substr(length).starts_with("\r\n") ? 2 : c.bytes);
        pieces.add(rest.substr(0, keepsEnds ? end : length));
        rest.remove_prefix(end);
        length = 0;
    }
    if (!rest.empty())
        pieces.add(rest);
    return pieces.list();
}

Value parts(std::string_view before, std::string_view separator, std::string_view after) {
    Values items;
    for (const std::string_view piece : {before, separator, after})
        items.push_back(strValue(piece));
    return tupleValue(std::move(items));
}

template <class Side>
Value partition(Context& context, const Arguments& arguments) {
    constexpr bool kFromLeft = std::is_same_v<Side, FromLeft>;
    const std::string_view separator = requireStr(arguments[0], "must be str, not ");
    if (separator.empty())
        raise(ErrorType::ValueError, "empty separator");
    const std::string_view text = textOf(arguments.self);
    context.spend(3 * text.size());
    const std::size_t found = kFromLeft ? TextSearch(separator, context.budget()).find(context.budget(), text)
                                        : findLast(context.budget(), text, separator);
    if (found == TextSearch::kNowhere)
        return kFromLeft ? parts(text, "", "") : parts("", "", text);
    return parts(text.substr(0, found), separator, text.substr(found + separator.size()));
}

Value join(Context& context, const Arguments& arguments) {
    if (!isIterable(arguments[0]))
        raise(ErrorType::TypeError, "can only join an iterable");
    const std::string_view separator = textOf(arguments.self);
    const Values items = collect(context, arguments[0]);
    double size = static_cast<double>(separator.size()) * static_cast<double>(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        context.spend(10);
        if (!items[i].is(Kind::Str))
            raise(ErrorType::TypeError, "sequence item " + std::to_string(i) + ": expected str instance, " +
                                            std::string(typeName(items[i])) + " found");
        size += static_cast<double>(textOf(items[i]).size());
    }
    context.budget().requireTextBytes(size);
    context.spend(static_cast<std::uint64_t>(size));
    std::string result;
    result.reserve(static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < items.size(); ++i) {
        result += i == 0 ? "" : separator;
        result += textOf(items[i]);
    }
    return strValue(result);
}

constexpr ArityRule kOne{Arity::One};

constexpr Builtin kRows[] = {
    {"join", "str", "join(iterable, /)", kOne, join,
     "The texts of the iterable, with this one between them."},
    {"partition", "str", "partition(sep, /)", kOne, partition<FromLeft>,
     "What stands before the first sep, sep, and what stands behind."},
    {"rpartition", "str", "rpartition(sep, /)", kOne, partition<FromRight>,
     "What stands before the last sep, sep, and what stands behind."},
    {"rsplit",
     "str",
     "rsplit(sep=None, maxsplit=-1)",
     {Arity::Named, 0, 2},
     splitRow<FromRight>,
     "The pieces between separators, counted from the right."},
    {"split",
     "str",
     "split(sep=None, maxsplit=-1)",
     {Arity::Named, 0, 2},
     splitRow<FromLeft>,
     "The pieces between separators, or between blanks."},
    {"splitlines", "str", "splitlines(keepends=False)", {Arity::Named, 0, 1}, splitLines, "The lines."},
};

} // namespace

std::span<const Builtin> strSplitMethods() {
    return kRows;
}

} // namespace keisan::eval
