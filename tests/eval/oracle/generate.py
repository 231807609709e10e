#!/usr/bin/env python3.13
# SPDX-License-Identifier: MIT
"""Writes the corpora of corpus/: lines and what CPython 3.13 answers to them. Deterministic under --seed.

    python3.13 generate.py [--seed N] [NAME...]

A case is one line: the expression, a tab, the reply. In syntax.txt and faults.txt a third column has the place of the
fault in code points, as start-end, or as the start alone where CPython knows no end. Blank lines part the sessions of level3.txt; lines that begin with '# ' are remarks. Ctest runs the corpora
(oracle_test.cpp) and needs no Python; this program is run by hand when a grammar has changed.
"""
import argparse
import itertools
import math
import pathlib
import random
import sys
import unicodedata

import answers
import library_grammar
import numbers_grammar
import places
import session_grammar
import syntax_mutations

CORPUS = pathlib.Path(__file__).parent / "corpus"


def is_case(line):
    """Whether a line can be written to a corpus at all."""
    return line.strip() == line and line and line[0] != "#" and line.isprintable()


def answered(lines, looks=None):
    """(line, reply) for every different line that is a case."""
    seen = set()
    for line in lines:
        if line in seen or not is_case(line):
            continue
        seen.add(line)
        try:
            reply = answers.reply(line, looks)
        except (answers.Bomb, answers.Foreign):
            continue
        if len(reply) < 2000 and not ("(<string>, line" in reply and syntax_mutations.is_beyond(line)):
            yield line, reply


def level1(rng):
    grammar = numbers_grammar.Numbers(rng)
    table = rng.sample(list(numbers_grammar.pairs(numbers_grammar.REAL_SAMPLES)), 2500)
    lines = (grammar.line() for _ in itertools.count())
    real = (case for case in answered(lines) if "j" not in case[1])
    return itertools.chain((case for case in answered(table) if "j" not in case[1]), itertools.islice(real, 6500))


def level1_complex(rng):
    samples = numbers_grammar.COMPLEX_SAMPLES + numbers_grammar.REAL_SAMPLES
    table = [line for line in numbers_grammar.pairs(samples) if "j" in line]
    grammar = numbers_grammar.Numbers(rng, complex_share=0.6)
    lines = (line for line in (grammar.line() for _ in itertools.count()) if "j" in line.lower())
    return itertools.chain(answered(rng.sample(table, 1500)), itertools.islice(answered(lines), 3500))


def c_library(rng):
    """Sample values of the C library's functions, by which oracle_test knows the library the corpora were made with."""
    for name in ("sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh exp exp2 expm1 log log2 log10 log1p cbrt "
                 "erf erfc pow atan2").split():
        function = {"pow": lambda x: math.pow(x, 3.7), "atan2": lambda x: math.atan2(x, 0.3)}.get(name) or getattr(math, name)
        for _ in range(60):
            x = rng.uniform(0, 1) if name in ("asin", "acos", "atanh") else rng.uniform(1, rng.choice([2, 20]))
            yield "%s %s" % (name, x.hex()), function(x).hex()


def level2(rng):
    grammar = library_grammar.Library(rng)
    lines = (grammar.line() for _ in itertools.count())
    table = rng.sample(list(grammar.pairs()), 2500)
    return itertools.islice(answered(itertools.chain(table, lines)), 12000)


def level3(rng):
    grammar = session_grammar.Sessions(rng)
    for _ in range(400):
        yield from session(grammar.block())


def session(lines):
    """A blank line and the cases of one session; the line that is no case ends it."""
    speaker = answers.Session()
    yield ("",)
    for line in lines:
        if not is_case(line):
            continue
        try:
            reply = speaker.reply(line)
        except (answers.Bomb, answers.Foreign):
            return
        if len(reply) < 2000:
            yield line, reply


def syntax(rng):
    grammar = syntax_mutations.Broken(rng)
    lines = (grammar.line() for _ in itertools.count())
    return itertools.islice(broken(lines), 5000)


def broken(lines):
    """(line, reply, place) for every different line that has a syntax error in Python and in Keisan."""
    seen = set()
    for line in lines:
        if line in seen or not is_case(line) or syntax_mutations.is_beyond(line) or answers.is_session_line(line):
            continue
        seen.add(line)
        place = places.of_syntax_error(line)
        if place:
            yield line, answers.reply(line), place_text(*place)


def place_text(start, end):
    return str(start) if end is None else "%d-%d" % (start, end)


def faults(rng):
    grammar = library_grammar.Library(rng)
    lines = (grammar.wrong() if rng.random() < 0.5 else grammar.line() for _ in itertools.count())
    return itertools.islice(faulty(lines), 4000)


def faulty(lines):
    """(line, reply, place) for every different line that fails when it is run."""
    for line, reply in answered(lines):
        place = places.of_fault(line) if reply.startswith("Error: ") and "(<string>" not in reply else None
        if place:
            yield line, reply, place_text(*place)


def names(rng):
    """Characters by name: of every kind, and names that are none."""
    known = [unicodedata.name(chr(code), "") for code in range(sys.maxunicode + 1)]
    listed = [name for name in known if name and not name.startswith(COMPUTED_NAMES)]
    computed = [name for name in known if name.startswith(COMPUTED_NAMES)]
    grammar = library_grammar.Library(rng)
    found = rng.sample(listed, 1200) + rng.sample(computed, 100) + ALIASES
    for name in found + [name[:-1] for name in found[::20]] + [name + "S" for name in found[::25]] + [
            name.lower() for name in found[::10]]:
        line = "'\\N{%s}'" % name
        yield from answered([line, "ascii(f%s)" % line])
    yield from answered("'%s'" % grammar.hole_named(0) for _ in range(200))


COMPUTED_NAMES = ("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ")
ALIASES = ("NULL;NUL;ALERT;BEL;BACKSPACE;TAB;LF;NEW LINE;CR;ESC;DELETE;DEL;SP;NBSP;SHY;PAD;HOP;NEL;CSI;SINGLE-SHIFT-2;LATIN CAPITAL LETTER GHA;"
           "KANNADA LETTER LLLA;LAO LETTER FO FON;WEIERSTRASS ELLIPTIC FUNCTION;YI SYLLABLE ITERATION MARK;ZWJ;ZWNJ;ZWSP;RLM;LRM;"
           "BYTE ORDER MARK;BOM;ZWNBSP;VS1;VS16;VS17;VS256;MEDEFAIDRIN SMALL LETTER NG;HENTAIGANA LETTER E-1;FVS4;MVS;KEYCAP NUMBER SIGN;"
           "ARABIC SMALL HIGH LIGATURE ALEF WITH YEH BARREE;TANGUT IDEOGRAPH-17000;CJK UNIFIED IDEOGRAPH-04E00;"
           "HANGUL SYLLABLE A;HANGUL SYLLABLE HIH;HANGUL SYLLABLE;hangul syllable gag;CJK UNIFIED IDEOGRAPH-4e00;BELL").split(";")
CORPORA = {"libm": c_library, "level1": level1, "level1_complex": level1_complex, "level2": level2, "level3": level3, "names": names,
           "faults": faults, "syntax": syntax}


def write(name, seed):
    succeeded = count = 0
    with open(CORPUS / (name + ".txt"), "w", encoding="utf-8") as out:
        out.write("# SPDX-License-Identifier: MIT\n# Written by generate.py: change that, not this.\n")
        for case in CORPORA[name](random.Random("%s %d" % (name, seed))):
            out.write("\t".join(str(part) for part in case) + "\n")
            if len(case) > 1:
                count += 1
                succeeded += not case[1].startswith("Error: ")
    print("%s: %d lines, %.1f %% succeed" % (name, count, 100 * succeeded / max(count, 1)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("names", nargs="*", metavar="NAME", help="which corpora; all without any")
    arguments = parser.parse_args()
    if sys.version_info[:2] != (3, 13):
        sys.exit("generate.py: the oracle is Python 3.13, this is %d.%d" % sys.version_info[:2])
    CORPUS.mkdir(exist_ok=True)
    for name in arguments.names or CORPORA:
        write(name, arguments.seed)


if __name__ == "__main__":
    main()
