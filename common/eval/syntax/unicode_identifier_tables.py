#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes unicode_identifier_tables.cpp beside it from this Python's Unicode data (run it with Python 3.13)."""

import sys
import unicodedata
from pathlib import Path

OUT = Path(__file__).with_suffix(".cpp")
PER_LINE = 6


def is_start(c):
    return chr(c).isidentifier()


def is_continue(c):
    return ("a" + chr(c)).isidentifier()


def ranges(predicate):
    found = []
    for c in range(0x80, sys.maxunicode + 1):
        if 0xD800 <= c <= 0xDFFF or not predicate(c):
            continue
        if found and found[-1][1] == c - 1:
            found[-1][1] = c
        else:
            found.append([c, c])
    return [f"{{{a:#x}, {b:#x}}}," for a, b in found]


def table(name, rows):
    lines = ("    " + " ".join(rows[i:i + PER_LINE]) for i in range(0, len(rows), PER_LINE))
    return f"const CodePointRange {name}[] = {{\n" + "\n".join(lines) + "\n};\n"


def main():
    assert unicodedata.unidata_version == "15.1.0", unicodedata.unidata_version
    OUT.write_text("\n".join([
        "// SPDX-License-Identifier: MIT",
        "// Written by unicode_identifier_tables.py from Unicode 15.1 as Python 3.13 has it. Do not edit.",
        '#include "common/eval/syntax/unicode_identifier_tables.h"', "", "// clang-format off",
        "namespace keisan::eval::syntax {", "",
        table("kIdentifierStartRanges", ranges(is_start)),
        table("kIdentifierContinueRanges", ranges(is_continue)),
        "std::span<const CodePointRange> identifierStartRanges() { return kIdentifierStartRanges; }",
        "std::span<const CodePointRange> identifierContinueRanges() { return kIdentifierContinueRanges; }", "",
        "} // namespace keisan::eval::syntax", ""]))


main()
