// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/token.h"

#include <array>
#include <string_view>

namespace keisan::eval::syntax {

struct Keyword {
    std::string_view text;
    TokenKind kind = TokenKind::Name;
};

inline constexpr Keyword kKeywords[] = {
    {"False", TokenKind::False},
    {"None", TokenKind::None},
    {"True", TokenKind::True},
    {"and", TokenKind::And},
    {"as", TokenKind::As},
    {"assert", TokenKind::Assert},
    {"async", TokenKind::Async},
    {"await", TokenKind::Await},
    {"break", TokenKind::Break},
    {"class", TokenKind::Class},
    {"continue", TokenKind::Continue},
    {"def", TokenKind::Def},
    {"del", TokenKind::Del},
    {"elif", TokenKind::Elif},
    {"else", TokenKind::Else},
    {"except", TokenKind::Except},
    {"finally", TokenKind::Finally},
    {"for", TokenKind::For},
    {"from", TokenKind::From},
    {"global", TokenKind::Global},
    {"if", TokenKind::If},
    {"import", TokenKind::Import},
    {"in", TokenKind::In},
    {"is", TokenKind::Is},
    {"lambda", TokenKind::Lambda},
    {"nonlocal", TokenKind::Nonlocal},
    {"not", TokenKind::Not},
    {"or", TokenKind::Or},
    {"pass", TokenKind::Pass},
    {"raise", TokenKind::Raise},
    {"return", TokenKind::Return},
    {"try", TokenKind::Try},
    {"while", TokenKind::While},
    {"with", TokenKind::With},
    {"yield", TokenKind::Yield},
};

inline constexpr std::size_t kKeywordSlots = 128;

// Tells all keywords apart; makeKeywordTable() proves it.
constexpr std::size_t keywordSlot(std::string_view word) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(word[i]));
    };
    return (byte(0) + byte(1) + 15 * word.size() + byte(word.size() - 1)) % kKeywordSlots;
}

consteval std::array<Keyword, kKeywordSlots> makeKeywordTable() {
    std::array<Keyword, kKeywordSlots> table{};
    for (const Keyword& keyword : kKeywords) {
        Keyword& slot = table[keywordSlot(keyword.text)];
        if (!slot.text.empty())
            throw "two keywords share a slot";
        slot = keyword;
    }
    return table;
}

inline constexpr std::array<Keyword, kKeywordSlots> kKeywordTable = makeKeywordTable();

// The keyword's kind, or Name.
constexpr TokenKind keywordKind(std::string_view word) {
    if (word.size() < 2 || word.size() > 8)
        return TokenKind::Name;
    const Keyword& slot = kKeywordTable[keywordSlot(word)];
    return slot.text == word ? slot.kind : TokenKind::Name;
}

} // namespace keisan::eval::syntax
