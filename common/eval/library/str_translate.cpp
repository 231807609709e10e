// SPDX-License-Identifier: MIT
#include "common/eval/library/arguments.h"
#include "common/eval/library/str_methods.h"
#include "common/eval/runtime/context.h"
#include "common/eval/runtime/subscripts.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/text.h"

#include <string>

namespace keisan::eval {
namespace {

// To throw and catch one takes as long as a thousand additions.
constexpr std::uint64_t kWorkOfError = 5'000;

// What the table has for a code point; Absent where it has nothing.
Value lookUp(Context& context, const Value& table, char32_t c) {
    const Value key = Value::integer(static_cast<std::int64_t>(c));
    if (table.is(Kind::Dict)) {
        const auto* entry = table.as<DictObject>().table.find(key, context.budget());
        return entry == nullptr ? Value() : entry->value;
    }
    try {
        return subscript(context, table, key);
    } catch (const Error& error) {
        if (error.type != ErrorType::IndexError && error.type != ErrorType::KeyError)
            throw;
        context.spend(kWorkOfError);
        return {};
    }
}

void appendTranslated(Context& context, std::string& text, char32_t c, const Value& translation) {
    if (translation.isAbsent()) {
        appendCodePoint(text, c);
        return;
    }
    if (translation.isNone())
        return;
    if (translation.is(Kind::Str)) {
        const std::string_view more = textOf(translation);
        context.spend(more.size());
        context.budget().requireTextBytes(static_cast<double>(text.size() + more.size()));
        text += more;
        return;
    }
    if (!translation.isInt())
        raise(ErrorType::TypeError, "character mapping must return integer, None or str");
    const auto code = toInt64(translation);
    if (!code || *code < 0 || *code > 0x10ffff)
        raise(ErrorType::ValueError, "character mapping must be in range(0x110000)");
    appendCodePoint(text, static_cast<char32_t>(*code));
}

Value translate(Context& context, const Arguments& arguments) {
    std::string result;
    for (std::string_view rest = textOf(arguments.self); !rest.empty();) {
        const CodePoint c = firstCodePoint(rest);
        context.spend(30);
        appendTranslated(context, result, c.value, lookUp(context, arguments[0], c.value));
        context.budget().requireTextBytes(static_cast<double>(result.size()));
        rest.remove_prefix(c.bytes);
    }
    return strValue(result);
}

// ---- maketrans

Value keyOf(const Value& key) {
    if (key.isInt())
        return key;
    if (!key.is(Kind::Str))
        raise(ErrorType::TypeError, "keys in translate table must be strings or integers");
    if (key.as<StrObject>().length() != 1)
        raise(ErrorType::ValueError, "string keys in translate table must be of length 1");
    return Value::integer(static_cast<std::int64_t>(firstCodePoint(textOf(key)).value));
}

Value tableFromDict(Context& context, const Value& dict) {
    if (!dict.is(Kind::Dict))
        raise(ErrorType::TypeError, "if you give only one argument to maketrans it must be a dict");
    HashTable table;
    for (const HashTable::Entry& entry : dict.as<DictObject>().table.entries())
        table.insert(keyOf(entry.key), entry.value, context.budget());
    return dictValue(std::move(table));
}

Value nextCode(std::string_view& text) {
    const CodePoint c = firstCodePoint(text);
    text.remove_prefix(c.bytes);
    return Value::integer(static_cast<std::int64_t>(c.value));
}

Value makeTrans(Context& context, const Arguments& arguments) {
    if (arguments.size() == 1)
        return tableFromDict(context, arguments[0]);
    std::string_view to = requireStrArgument(arguments[1], "maketrans() argument 2");
    std::string_view gone =
        arguments.size() == 3 ? requireStrArgument(arguments[2], "maketrans() argument 3") : "";
    if (!arguments[0].is(Kind::Str))
        raise(ErrorType::TypeError,
              "first maketrans argument must be a string if there is a second argument");
    std::string_view from = textOf(arguments[0]);
    context.spend(from.size() + to.size());
    if (codePointCount(from) != codePointCount(to))
        raise(ErrorType::ValueError, "the first two maketrans arguments must have equal length");
    HashTable table;
    while (!from.empty()) {
        const Value key = nextCode(from);
        table.insert(key, nextCode(to), context.budget());
    }
    while (!gone.empty())
        table.insert(nextCode(gone), Value::none(), context.budget());
    return dictValue(std::move(table));
}

constexpr Builtin kRows[] = {
    {"translate",
     "str",
     "translate(table, /)",
     {Arity::One},
     translate,
     "With every character replaced as the table (maketrans) says."},
};
constexpr Builtin kStaticRows[] = {
    {"maketrans",
     "str",
     "maketrans(x, y='', z='', /)",
     {Arity::Counted, 1, 3},
     makeTrans,
     "A table for translate: characters of x become those of y, those of z go."},
};

} // namespace

std::span<const Builtin> strTableMethods() {
    return kRows;
}

std::span<const Builtin> strStaticMethods() {
    return kStaticRows;
}

} // namespace keisan::eval
