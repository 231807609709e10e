#!/usr/bin/env python3.13
# SPDX-License-Identifier: MIT
"""Writes unicode_tables.cpp: what CPython 3.13's str methods know of each code point (Unicode 15.1).

Run by hand: python3.13 unicode_tables.py > unicode_tables.cpp
"""
import sys
import unicodedata

FLAGS = [str.isalpha, str.isdecimal, str.isdigit, str.isnumeric, str.isspace, str.isprintable, str.isupper, str.islower,
         lambda c: unicodedata.category(c) == "Lt",
         # An 'a' stays small after a cased letter.
         lambda c: (c + "a").title().endswith("a"),
         # A sigma looks through the ignorable at the cased letter behind; one that is cased itself ends its search.
         lambda c: ("A\u03a3" + c + "A").lower()[1] == "\u03c3" and ("A\u03a3" + c).lower()[1] != "\u03c3"]


def flags_of(c):
    return sum(1 << bit for bit, has in enumerate(FLAGS) if has(c))


def flag_rows():
    previous = None
    for code in range(sys.maxunicode + 1):
        flags = flags_of(chr(code))
        if flags != previous:
            yield "{0x%X, %d}" % (code, flags)
            previous = flags


def zeros():
    decimals = [code for code in range(sys.maxunicode + 1) if chr(code).isdecimal()]
    for i in range(0, len(decimals), 10):
        group = decimals[i:i + 10]
        assert group == list(range(group[0], group[0] + 10))
        assert [unicodedata.decimal(chr(code)) for code in group] == list(range(10))
        yield "0x%X" % group[0]


def simple_rows(mapping):
    """Greedy runs of equal stride (1 or 2) and equal difference."""
    pairs = [(code, ord(mapping(chr(code))) - code) for code in range(sys.maxunicode + 1)
             if len(mapping(chr(code))) == 1 and mapping(chr(code)) != chr(code)]
    i = 0
    while i < len(pairs):
        first, delta = pairs[i]
        stride = 1
        if i + 1 < len(pairs) and pairs[i + 1] == (first + 2, delta):
            stride = 2
        j = i
        while j + 1 < len(pairs) and pairs[j + 1] == (pairs[j][0] + stride, delta):
            j += 1
        yield "{0x%X, 0x%X, %d, %d}" % (first, pairs[j][0], stride, delta)
        i = j + 1


def special_rows(mapping):
    for code in range(sys.maxunicode + 1):
        if len(mapping(chr(code))) > 1:
            text = "".join("\\x%02x" % byte for byte in mapping(chr(code)).encode())
            yield '{0x%X, "%s"}' % (code, text)


def table(kind, name, rows):
    rows = list(rows)
    print("constexpr %s %s[] = {" % (kind, name))
    line = ""
    for row in rows:
        if len(line) + len(row) > 112:
            print("   " + line)
            line = ""
        line += " " + row + ","
    print("   " + line)
    print("};")


def main():
    print("""// SPDX-License-Identifier: MIT
// Written by unicode_tables.py: change that, not this.
#include "common/eval/library/unicode_tables.h"

namespace keisan::eval {
namespace {

// clang-format off""")
    table("FlagRow", "kFlags", flag_rows())
    table("char32_t", "kZeroDigits", zeros())
    names = [("Upper", str.upper), ("Lower", str.lower), ("Title", str.title), ("Fold", str.casefold)]
    for name, mapping in names:
        table("MappingRow", "kSimple" + name, simple_rows(mapping))
        table("SpecialMappingRow", "kSpecial" + name, special_rows(mapping))
    print("""// clang-format on

} // namespace

const std::span<const FlagRow> kFlagRows{kFlags};
const std::span<const char32_t> kZeros{kZeroDigits};""")
    for name, _ in names:
        print("const CaseTable k%sTable{kSimple%s, kSpecial%s};" % (name, name, name))
    print("""
} // namespace keisan::eval""")


main()
