// SPDX-License-Identifier: MIT
#include "common/eval/library/arguments.h"
#include "common/eval/library/str_methods.h"
#include "common/eval/library/text_search.h"
#include "common/eval/runtime/context.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <string>

namespace keisan::eval {
namespace {

// The part of a text between two positions given in code points, and where it lies. `isInside` is false where
// the start lies past the end of the text or of the part: not even an empty text is found there.
struct Part {
    std::string_view text;
    std::size_t firstByte = 0;
    std::int64_t firstPosition = 0;
    bool isInside = true;
};

// A position counted from the end when negative; None and left out give the default.
std::int64_t position(const Arguments& arguments, std::size_t index, std::int64_t length,
                      std::int64_t byDefault) {
    if (index >= arguments.size() || arguments[index].isNone())
        return byDefault;
    const std::int64_t number = requireClampedIndex(arguments[index]);
    return number < 0 ? std::max<std::int64_t>(std::max(number, -length) + length, 0) : number;
}

Part searchedPart(Context& context, const Arguments& arguments) {
    const auto& self = arguments.self.as<StrObject>();
    const auto length = static_cast<std::int64_t>(self.length());
    const std::int64_t start = position(arguments, 1, length, 0);
    const std::int64_t end = std::min(position(arguments, 2, length, length), length);
    context.spend(self.text().size());
    if (start > end)
        return {{}, 0, start, false};
    Part part;
    part.firstPosition = start;
    part.firstByte = byteOffset(self.text(), static_cast<std::size_t>(start));
    const std::size_t endByte = byteOffset(self.text(), static_cast<std::size_t>(end));
    part.text = self.text().substr(part.firstByte, endByte - part.firstByte);
    return part;
}

enum class From { Left, Right };

// The position of an occurrence, -1 where there is none.
template <From Side>
std::int64_t occurrence(Context& context, const Arguments& arguments, std::string_view name) {
    const std::string_view needle = requireStrArgument(arguments[0], std::string(name) + "() argument 1");
    const Part part = searchedPart(context, arguments);
    if (!part.isInside)
        return -1;
    const std::size_t found = Side == From::Left
                                  ? TextSearch(needle, context.budget()).find(context.budget(), part.text)
                                  : findLast(context.budget(), part.text, needle);
    if (found == TextSearch::kNowhere)
        return -1;
    return part.firstPosition + static_cast<std::int64_t>(codePointCount(part.text.substr(0, found)));
}

Value find(Context& context, const Arguments& arguments) {
    return Value::integer(occurrence<From::Left>(context, arguments, "find"));
}
Value rfind(Context& context, const Arguments& arguments) {
    return Value::integer(occurrence<From::Right>(context, arguments, "rfind"));
}

Value foundOrError(std::int64_t position) {
    if (position < 0)
        raise(ErrorType::ValueError, "substring not found");
    return Value::integer(position);
}
Value index(Context& context, const Arguments& arguments) {
    return foundOrError(occurrence<From::Left>(context, arguments, "index"));
}
Value rindex(Context& context, const Arguments& arguments) {
    return foundOrError(occurrence<From::Right>(context, arguments, "rindex"));
}

Value count(Context& context, const Arguments& arguments) {
    const std::string_view needle = requireStrArgument(arguments[0], "count() argument 1");
    const Part part = searchedPart(context, arguments);
    if (!part.isInside)
        return Value::integer(0);
    if (needle.empty())
        return Value::integer(static_cast<std::int64_t>(codePointCount(part.text)) + 1);
    const TextSearch search(needle, context.budget());
    std::int64_t number = 0;
    for (std::size_t at = search.find(context.budget(), part.text); at != TextSearch::kNowhere;
         at = search.find(context.budget(), part.text, at + needle.size()))
        ++number;
    return Value::integer(number);
}

template <From Side>
bool standsAt(std::string_view text, std::string_view wanted) {
    return Side == From::Left ? text.starts_with(wanted) : text.ends_with(wanted);
}

template <From Side>
Value standsThere(Context& context, const Arguments& arguments) {
    const std::string name = Side == From::Left ? "startswith" : "endswith";
    const Part part = searchedPart(context, arguments);
    const Value& wanted = arguments[0];
    if (wanted.is(Kind::Str))
        return Value::boolean(part.isInside && standsAt<Side>(part.text, textOf(wanted)));
    if (!wanted.is(Kind::Tuple))
        raise(ErrorType::TypeError,
              name + " first arg must be str or a tuple of str, not " + std::string(typeName(wanted)));
    for (const Value& one : itemsOf(wanted)) {
        context.spend(10);
        const std::string_view text = requireStr(one, "tuple for " + name + " must only contain str, not ");
        if (part.isInside && standsAt<Side>(part.text, text))
            return Value::boolean(true);
    }
    return Value::boolean(false);
}

Value removePrefix(Context& context, const Arguments& arguments) {
    const std::string_view prefix = requireStrArgument(arguments[0], "removeprefix() argument");
    std::string_view text = textOf(arguments.self);
    context.spend(text.size());
    if (text.starts_with(prefix))
        text.remove_prefix(prefix.size());
    return strValue(text);
}

Value removeSuffix(Context& context, const Arguments& arguments) {
    const std::string_view suffix = requireStrArgument(arguments[0], "removesuffix() argument");
    std::string_view text = textOf(arguments.self);
    context.spend(text.size());
    if (text.ends_with(suffix))
        text.remove_suffix(suffix.size());
    return strValue(text);
}

// ---- replace

// Calls visit(place) where `old` begins, at most `limit` times; an empty one stands before every code point
// and at the end.
template <class Visit>
void forEachOccurrence(Context& context, std::string_view text, std::string_view old, std::size_t limit,
                       Visit visit) {
    const TextSearch search(old, context.budget());
    for (std::size_t at = 0; at <= text.size() && limit > 0; --limit) {
        context.spend(20);
        const std::size_t found = search.find(context.budget(), text, at);
        if (found == TextSearch::kNowhere)
            break;
        visit(found);
        const std::size_t step =
            old.empty() && found < text.size() ? firstCodePoint(text.substr(found)).bytes : 1;
        at = found + (old.empty() ? step : old.size());
    }
}

Value replace(Context& context, const Arguments& arguments) {
    const std::string_view old = requireStrArgument(arguments[0], "replace() argument 1");
    const std::string_view fresh = requireStrArgument(arguments[1], "replace() argument 2");
    const std::int64_t limit = arguments[2].isAbsent() ? -1 : requireSsize(arguments[2]);
    const std::string_view text = textOf(arguments.self);
    const std::size_t most = limit < 0 ? SIZE_MAX : static_cast<std::size_t>(limit);
    // Once to know how much room it takes, once to do it.
    std::size_t count = 0;
    forEachOccurrence(context, text, old, most, [&](std::size_t) { ++count; });
    const double size =
        static_cast<double>(text.size()) +
        static_cast<double>(count) * (static_cast<double>(fresh.size()) - static_cast<double>(old.size()));
    context.budget().requireTextBytes(size);
    context.spend(static_cast<std::uint64_t>(size));
    std::string result;
    result.reserve(static_cast<std::size_t>(size));
    std::size_t done = 0;
    forEachOccurrence(context, text, old, most, [&](std::size_t place) {
        result += text.substr(done, place - done);
        result += fresh;
        done = place + old.size();
    });
    result += text.substr(done);
    return strValue(result);
}

constexpr ArityRule kOne{Arity::One};
constexpr ArityRule kSearch{Arity::Counted, 1, 3};

constexpr Builtin kRows[] = {
    {"count", "str", "count(sub[, start[, end]], /)", kSearch, count,
     "How often a text occurs, without overlaps."},
    {"endswith", "str", "endswith(suffix[, start[, end]], /)", kSearch, standsThere<From::Right>,
     "Whether it ends with the text, or one of a tuple."},
    {"find", "str", "find(sub[, start[, end]], /)", kSearch, find,
     "Where a text occurs first; -1 if nowhere."},
    {"index", "str", "index(sub[, start[, end]], /)", kSearch, index,
     "Where a text occurs first; an error if nowhere."},
    {"removeprefix", "str", "removeprefix(prefix, /)", kOne, removePrefix,
     "Without the prefix, if it has it."},
    {"removesuffix", "str", "removesuffix(suffix, /)", kOne, removeSuffix,
     "Without the suffix, if it has it."},
    {"replace",
     "str",
     "replace(old, new, /, count=-1)",
     {Arity::Named, 2, 3},
     replace,
     "With new for every old, or for the first count of them."},
    {"rfind", "str", "rfind(sub[, start[, end]], /)", kSearch, rfind,
     "Where a text occurs last; -1 if nowhere."},
    {"rindex", "str", "rindex(sub[, start[, end]], /)", kSearch, rindex,
     "Where a text occurs last; an error if nowhere."},
    {"startswith", "str", "startswith(prefix[, start[, end]], /)", kSearch, standsThere<From::Left>,
     "Whether it begins with the text, or one of a tuple."},
};

} // namespace

std::span<const Builtin> strSearchMethods() {
    return kRows;
}

} // namespace keisan::eval
