// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

#include <string>
#include <string_view>

namespace keisan::eval {

// Where the fields of a format string find their values: positional and named arguments, or a mapping alone.
struct FormatFields {
    std::span<const Value> values;
    std::span<const Keyword> keywords;
    const Value* mapping = nullptr; // format_map(): then `values` and `keywords` are not looked at
};

// str.format() and str.format_map(): {name.attribute[item]!conversion:spec}, specs nested once. Attributes
// are those the language has, no others. The result is bounded by Limits::valueBytes.
std::string formatText(Context& context, std::string_view text, const FormatFields& fields);

} // namespace keisan::eval
