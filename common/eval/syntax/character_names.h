// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace keisan::eval::syntax {

// The character that \N{name} means in a string: its name in Unicode 15.1 or one of its aliases, in any case;
// Hangul syllables and unified ideographs only in capitals, as in CPython.
std::optional<char32_t> characterNamed(std::string_view name);

} // namespace keisan::eval::syntax
