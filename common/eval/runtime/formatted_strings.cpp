// SPDX-License-Identifier: MIT
#include "common/eval/budget.h"
#include "common/eval/library/ascii_text.h"
#include "common/eval/library/library.h"
#include "common/eval/runtime/interpreter.h"
#include "common/eval/values/print.h"
#include "common/eval/values/text.h"

#include <array>
#include <string>

namespace keisan::eval {

namespace {

constexpr std::string_view kFormat = "format";

} // namespace

Value Interpreter::formattedString(const syntax::FString& node, Frame& frame) {
    std::string text;
    appendParts(text, node.parts, frame);
    return strValue(text);
}

// {value!r:spec}: convert, then format as the builtin of that name does.
void Interpreter::appendParts(std::string& text, std::span<const syntax::FStringPart> parts, Frame& frame) {
    requireStack();
    for (const syntax::FStringPart& part : parts) {
        if (part.value == nullptr) {
            text += part.text;
        } else {
            Value value = evaluate(*part.value, frame);
            std::string spec;
            appendParts(spec, part.spec, frame);
            at(*part.value);
            const Value piece = formatted(convert(std::move(value), part.conversion), spec);
            spend(textOf(piece).size() / 2);
            text += textOf(piece);
        }
        spend(text.size() / 16);
        budget().requireTextBytes(static_cast<double>(text.size()));
    }
}

Value Interpreter::convert(Value value, char conversion) {
    switch (conversion) {
    case 'r': return strValue(reprOf(value, budget()));
    case 's': return strValue(strOf(value, budget()));
    case 'a': return strValue(asciiOf(value, budget()));
    default: return value;
    }
}

Value Interpreter::formatted(const Value& value, std::string_view spec) {
    if (spec.empty() && value.is(Kind::Str))
        return value;
    if (spec.empty())
        return strValue(strOf(value, budget()));
    const std::array<Value, 2> arguments{value, strValue(spec)};
    return call(libraryName(kFormat), arguments);
}

} // namespace keisan::eval
