// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

// The tables behind normalization.h, each sorted by its first member. Only code points from U+0080 on.
namespace keisan::eval::syntax {

struct CompatibilityForm { // what a character of identifiers decomposes to (NFKD), Hangul syllables apart
    char32_t character;
    std::uint16_t start; // in compatibilityText()
    std::uint16_t length;
};

struct CombiningRange {
    char32_t first;
    char32_t last;
    unsigned char combiningClass;
};

struct Composition {
    char32_t first;
    char32_t second;
    char32_t composed;
};

std::span<const CompatibilityForm> compatibilityForms();
std::span<const CombiningRange> combiningRanges();
std::span<const Composition> compositions();
const char32_t* compatibilityText();

} // namespace keisan::eval::syntax
