// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace keisan::eval {

// What Python 3.13 (Unicode 15.1) knows of one code point; the names are those of str's methods.
bool isAlphaCharacter(char32_t c);
bool isDecimalCharacter(char32_t c);
bool isDigitCharacter(char32_t c);
bool isNumericCharacter(char32_t c);
bool isSpaceCharacter(char32_t c);
bool isPrintableCharacter(char32_t c);
bool isUpperCharacter(char32_t c);
bool isLowerCharacter(char32_t c);
bool isTitleCharacter(char32_t c);
// Upper, lower or title case, or a letter-like sign that counts as one of them.
bool isCasedCharacter(char32_t c);
// Has width 0 for the rule of the final sigma: an apostrophe, an accent.
bool isCaseIgnorableCharacter(char32_t c);

// 0 to 9 for a decimal digit of any script.
std::optional<int> decimalDigit(char32_t c);

// Full case mappings of one code point, up to three code points as UTF-8, appended to text. The lower case of
// a capital sigma at a word's end is the caller's matter.
enum class CaseMapping { Upper, Lower, Title, Fold };
void appendMapped(std::string& text, char32_t c, CaseMapping mapping);

} // namespace keisan::eval
