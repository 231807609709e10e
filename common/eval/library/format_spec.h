// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace keisan::eval {

// A format specification taken apart:
//   [[fill]align][sign][z][#][0][width][grouping][.precision][type]
struct FormatSpec {
    static constexpr std::int64_t kUnset = -1;

    char32_t fill = U' ';
    char align = '>';               // < > ^ =
    char sign = '\0';               // + - blank; '\0' when left out
    bool dropsNegativeZero = false; // z
    bool isAlternate = false;       // #
    std::int64_t width = kUnset;
    char grouping = '\0'; // , or _
    std::int64_t precision = kUnset;
    char32_t type = U'\0';
};

// What a spec leaves out has the defaults of the value's type. Throws ValueError in CPython's words, which
// name the type.
FormatSpec parseFormatSpec(std::string_view spec, char32_t defaultType, char defaultAlign,
                           std::string_view typeName);

// "Unknown format code 'd' for object of type 'str'"
[[noreturn]] void raiseUnknownFormat(char32_t type, std::string_view typeName);

} // namespace keisan::eval
