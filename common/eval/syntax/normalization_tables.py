#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes normalization_tables.cpp beside it from this Python's Unicode data (run it with Python 3.13)."""

import sys
import unicodedata
from pathlib import Path

OUT = Path(__file__).with_suffix(".cpp")
POINTS = [c for c in range(sys.maxunicode + 1) if not 0xD800 <= c <= 0xDFFF]
HANGUL = range(0xAC00, 0xD7A4)


def is_continue(c):
    return ("a" + chr(c)).isidentifier()


def grid(items, per_line):
    return "\n".join("    " + " ".join(items[i:i + per_line]) for i in range(0, len(items), per_line))


def main():
    assert unicodedata.unidata_version == "15.1.0", unicodedata.unidata_version
    pool, entries = [], []
    for c in POINTS:
        text = chr(c)
        decomposed = unicodedata.normalize("NFKD", text)
        if c in HANGUL or not is_continue(c) or decomposed == text:
            continue
        entries.append((c, len(pool), len(decomposed)))
        pool += [ord(d) for d in decomposed]
    classes = []
    for c in POINTS:
        k = unicodedata.combining(chr(c))
        if k == 0:
            continue
        if classes and classes[-1][1] == c - 1 and classes[-1][2] == k:
            classes[-1][1] = c
        else:
            classes.append([c, c, k])
    pairs = []
    for c in POINTS:
        parts = unicodedata.decomposition(chr(c)).split()
        if len(parts) == 2 and not parts[0].startswith("<") and unicodedata.normalize("NFC", chr(c)) == chr(c):
            pairs.append((int(parts[0], 16), int(parts[1], 16), c))
    out = ["// SPDX-License-Identifier: MIT",
           "// Written by normalization_tables.py from Unicode 15.1 as Python 3.13 has it. Do not edit.",
           '#include "common/eval/syntax/normalization_tables.h"', "", "// clang-format off",
           "namespace keisan::eval::syntax {", ""]
    out.append("const CompatibilityForm kCompatibilityForms[] = {\n" +
               grid([f"{{{c:#x}, {at}, {n}}}," for c, at, n in entries], 6) + "\n};\n")
    out.append("const char32_t kCompatibilityText[] = {\n" + grid([f"{c:#x}," for c in pool], 14) + "\n};\n")
    out.append("const CombiningRange kCombiningRanges[] = {\n" +
               grid([f"{{{a:#x}, {b:#x}, {k}}}," for a, b, k in classes], 5) + "\n};\n")
    out.append("const Composition kCompositions[] = {\n" +
               grid([f"{{{a:#x}, {b:#x}, {c:#x}}}," for a, b, c in sorted(pairs)], 4) + "\n};\n")
    for kind, accessor in (("CompatibilityForm", "compatibilityForms"), ("CombiningRange", "combiningRanges"),
                           ("Composition", "compositions")):
        out.append(f"std::span<const {kind}> {accessor}() {{ return k{accessor[0].upper()}{accessor[1:]}; }}")
    out += ["const char32_t* compatibilityText() { return kCompatibilityText; }", "",
            "} // namespace keisan::eval::syntax", ""]
    OUT.write_text("\n".join(out))


main()
