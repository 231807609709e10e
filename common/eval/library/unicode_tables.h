// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

namespace keisan::eval {

// The tables behind unicode.h, written by unicode_tables.py.
enum UnicodeFlag : std::uint16_t {
    kAlpha = 1,
    kDecimal = 2,
    kDigit = 4,
    kNumeric = 8,
    kSpace = 16,
    kPrintable = 32,
    kUpper = 64,
    kLower = 128,
    kTitle = 256,
    kCased = 512,
    kCaseIgnorable = 1024,
};

// The flags of every code point from `first` up to the next row's.
struct FlagRow {
    char32_t first;
    std::uint16_t flags;
};

// first, first+stride ... last map to themselves plus delta.
struct MappingRow {
    char32_t first;
    char32_t last;
    std::uint8_t stride;
    std::int32_t delta;
};

// One code point that maps to several, as UTF-8.
struct SpecialMappingRow {
    char32_t from;
    const char* to;
};

struct CaseTable {
    std::span<const MappingRow> simple;
    std::span<const SpecialMappingRow> special;
};

// Each sorted by code point. Digits: the zeros, each followed by its one to nine.
extern const std::span<const FlagRow> kFlagRows;
extern const std::span<const char32_t> kZeros;
extern const CaseTable kUpperTable;
extern const CaseTable kLowerTable;
extern const CaseTable kTitleTable;
extern const CaseTable kFoldTable;

} // namespace keisan::eval
