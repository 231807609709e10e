#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes character_names_table.cpp beside it: the names that \\N{...} takes, as this Python knows them.

    python3.13 character_names_table.py NameAliases.txt

NameAliases.txt is that of the Unicode Character Database, from which only the aliases that this Python takes are used.
Hangul syllables and unified ideographs are computed and not in the table. The format is in character_names_table.h.
"""

import sys
import unicodedata
from pathlib import Path

OUT = Path(__file__).with_suffix(".cpp")
COMPUTED = ("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ")
LITERAL = 100  # characters of one string literal
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def names(aliases_file):
    """Name -> code point."""
    found = {}
    for code in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(code), "")
        if name and not name.startswith(COMPUTED):
            found[name] = code
    for line in open(aliases_file, encoding="utf-8"):
        if line.strip() and line[0] != "#":
            code, alias, _ = line.split(";")
            if in_literal(alias) == chr(int(code, 16)):
                found[alias] = int(code, 16)
    return found


def in_literal(name):
    try:
        return eval("'\\N{%s}'" % name)
    except SyntaxError:
        return None


class Node:
    def __init__(self):
        self.edges = {}  # first character -> node
        self.is_end = False
        self.number = None

    def key(self):
        return self.is_end, tuple((character, id(node)) for character, node in self.edges.items())


def graph(words):
    """The root of the smallest graph in which every way from it to an end is one of the sorted words."""
    root, known, way, previous = Node(), {}, [], ""
    for word in words + [""]:
        shared = 0
        while shared < min(len(word), len(previous)) and word[shared] == previous[shared]:
            shared += 1
        while len(way) > shared:
            node, character, child = way.pop()
            node.edges[character] = known.setdefault(child.key(), child)
        node = way[-1][2] if way else root
        for character in word[shared:]:
            child = node.edges[character] = Node()
            way.append((node, character, child))
            node = child
        node.is_end = bool(word) or node.is_end
        previous = word
    return root


def labelled(node):
    """(label, node) of every edge, with the nodes left out that only lead on."""
    for character, child in node.edges.items():
        label = character
        while len(child.edges) == 1 and not child.is_end:
            (character, child), = child.edges.items()
            label += character
        yield label, child


def numbered(root):
    """The nodes that stay, each after all those that lead to it: its number is its place."""
    order, todo = [], [(root, False)]
    seen = set()
    while todo:
        node, is_done = todo.pop()
        if is_done:
            order.append(node)
        elif id(node) not in seen:
            seen.add(id(node))
            todo.append((node, True))
            todo += [(child, False) for _, child in labelled(node)]
    order.reverse()
    for number, node in enumerate(order):
        node.number = number
    return order


def target(number):
    return LETTERS[number // 676] + LETTERS[number // 26 % 26] + LETTERS[number % 26]


def nodes_text(order):
    return ";".join("." * node.is_end + "".join(label + target(child.number) for label, child in labelled(node))
                    for node in order) + ";"


def step(difference):
    """A difference in base 26, the lowest digit first; the last digit is a capital letter."""
    rest = 2 * difference if difference >= 0 else -2 * difference - 1
    digits = ""
    while rest >= 26:
        digits += LETTERS[rest % 26]
        rest //= 26
    return digits + LETTERS[rest].upper()


def steps_text(codes):
    return "".join(step(code - before) for before, code in zip([0] + codes, codes))


def literal(text):
    return "\n".join('    "%s"' % text[i:i + LITERAL] for i in range(0, len(text), LITERAL))


def ideographs():
    found = []
    for code in range(sys.maxunicode + 1):
        if not unicodedata.name(chr(code), "").startswith("CJK UNIFIED IDEOGRAPH-"):
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def main():
    assert unicodedata.unidata_version == "15.1.0", unicodedata.unidata_version
    found = names(sys.argv[1])
    words = sorted(found)
    order = numbered(graph(words))
    assert len(order) <= 26 ** 3
    OUT.write_text("""// SPDX-License-Identifier: MIT
// Written by character_names_table.py from Unicode 15.1 as Python 3.13 has it. Do not edit.
#include "common/eval/syntax/character_names_table.h"

// clang-format off
#pragma GCC diagnostic ignored "-Woverlength-strings"

namespace keisan::eval::syntax {

const std::string_view kCharacterNameNodes =
%s;

const std::string_view kCharacterNameCodes =
%s;

const IdeographRange kUnifiedIdeographs[] = {
    %s
};

std::span<const IdeographRange> unifiedIdeographs() {
    return kUnifiedIdeographs;
}

} // namespace keisan::eval::syntax
""" % (literal(nodes_text(order)), literal(steps_text([found[word] for word in words])),
       " ".join("{%#x, %#x}," % (first, last) for first, last in ideographs())), encoding="ascii")
    print("%d names, %d nodes" % (len(words), len(order)))


if __name__ == "__main__":
    main()
