// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

// What the lexer asks about single characters, and UTF-8 by the character.
namespace keisan::eval::syntax {

enum CharacterClass : std::uint8_t {
    kDigit = 1,
    kHexDigit = 2,
    kNameCharacter = 4, // ASCII letters, digits, _ and every byte of a longer character
    kNameStart = 8,
    kBlank = 16, // space, tab, form feed
};

constexpr std::array<std::uint8_t, 256> makeCharacterClasses() {
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
        const bool hexadecimal = digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        const bool blank = c == ' ' || c == '\t' || c == '\f';
        classes[c] =
            static_cast<std::uint8_t>((digit ? kDigit | kNameCharacter : 0) | (hexadecimal ? kHexDigit : 0) |
                                      (letter ? kNameStart | kNameCharacter : 0) | (blank ? kBlank : 0));
    }
    return classes;
}

inline constexpr std::array<std::uint8_t, 256> kCharacterClasses = makeCharacterClasses();

constexpr bool is(char c, CharacterClass wanted) {
    return (kCharacterClasses[static_cast<unsigned char>(c)] & wanted) != 0;
}

constexpr bool isAscii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

// Any byte of a character but its first.
constexpr bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

struct CodePoint {
    char32_t value;
    unsigned length; // bytes
};

// The character at the front of valid UTF-8 that is not empty.
constexpr CodePoint decodeFront(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
    };
    const char32_t first = byte(0);
    if (first < 0x80)
        return {first, 1};
    if (first < 0xE0)
        return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    if (first < 0xF0)
        return {(first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    return {(first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

// Writes a character as UTF-8 (a surrogate as its three bytes) and returns the end of what was written, at
// most 4 bytes.
constexpr char* encode(char32_t c, char* to) {
    const auto put = [&](char32_t byte) { *to++ = static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
    return to;
}

} // namespace keisan::eval::syntax
