// SPDX-License-Identifier: MIT
#include "common/eval/library/unicode.h"

#include "common/eval/library/unicode_tables.h"
#include "common/eval/values/text.h"

#include <algorithm>

namespace keisan::eval {
namespace {

bool hasFlag(char32_t c, UnicodeFlag flag) {
    const auto next = std::upper_bound(kFlagRows.begin(), kFlagRows.end(), c,
                                       [](char32_t code, const FlagRow& row) { return code < row.first; });
    return (std::prev(next)->flags & flag) != 0;
}

const CaseTable& tableOf(CaseMapping mapping) {
    switch (mapping) {
    case CaseMapping::Upper: return kUpperTable;
    case CaseMapping::Lower: return kLowerTable;
    case CaseMapping::Title: return kTitleTable;
    case CaseMapping::Fold: break;
    }
    return kFoldTable;
}

char32_t simplyMapped(char32_t c, std::span<const MappingRow> rows) {
    const auto next = std::upper_bound(rows.begin(), rows.end(), c,
                                       [](char32_t code, const MappingRow& row) { return code < row.first; });
    if (next == rows.begin())
        return c;
    const MappingRow& row = *std::prev(next);
    if (c > row.last || (c - row.first) % row.stride != 0)
        return c;
    return static_cast<char32_t>(static_cast<std::int32_t>(c) + row.delta);
}

} // namespace

bool isAlphaCharacter(char32_t c) {
    return hasFlag(c, kAlpha);
}
bool isDecimalCharacter(char32_t c) {
    return hasFlag(c, kDecimal);
}
bool isDigitCharacter(char32_t c) {
    return hasFlag(c, kDigit);
}
bool isNumericCharacter(char32_t c) {
    return hasFlag(c, kNumeric);
}
bool isSpaceCharacter(char32_t c) {
    return hasFlag(c, kSpace);
}
bool isPrintableCharacter(char32_t c) {
    return hasFlag(c, kPrintable);
}
bool isUpperCharacter(char32_t c) {
    return hasFlag(c, kUpper);
}
bool isLowerCharacter(char32_t c) {
    return hasFlag(c, kLower);
}
bool isTitleCharacter(char32_t c) {
    return hasFlag(c, kTitle);
}
bool isCasedCharacter(char32_t c) {
    return hasFlag(c, kCased);
}
bool isCaseIgnorableCharacter(char32_t c) {
    return hasFlag(c, kCaseIgnorable);
}

std::optional<int> decimalDigit(char32_t c) {
    if (c < 0x80)
        return c >= '0' && c <= '9' ? std::optional<int>(static_cast<int>(c - '0')) : std::nullopt;
    const auto next = std::upper_bound(kZeros.begin(), kZeros.end(), c);
    const char32_t zero = *std::prev(next);
    return c - zero < 10 ? std::optional<int>(static_cast<int>(c - zero)) : std::nullopt;
}

void appendMapped(std::string& text, char32_t c, CaseMapping mapping) {
    const CaseTable& table = tableOf(mapping);
    if (c >= 0x80) {
        const auto special =
            std::lower_bound(table.special.begin(), table.special.end(), c,
                             [](const SpecialMappingRow& row, char32_t code) { return row.from < code; });
        if (special != table.special.end() && special->from == c) {
            text += special->to;
            return;
        }
    }
    appendCodePoint(text, simplyMapped(c, table.simple));
}

} // namespace keisan::eval
