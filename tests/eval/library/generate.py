#!/usr/bin/env python3.13
# SPDX-License-Identifier: MIT
"""Writes cases/: what CPython 3.13 answers to the library's lines. Run by hand; the tests need no Python.

lines/ holds hand-written lines by subject; matrix.txt meets every function with every kind of argument, with too few
and too many arguments and with keywords.
"""
import itertools
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "oracle"))
import answers  # noqa: E402

ARGUMENTS = ["0", "1", "-1", "2.5", "-0.0", "inf", "-inf", "nan", "1e308", "5e-324", "10**30", "-10**400", "True", "None",
             "1j", "complex(-0.0, inf)", "'a'", "''", "'1.5'", "[]", "[3, 1, 2]", "(1, 2.5)", "{1: 2}", "{1}", "range(3)", "abs"]
SMALL = ["0", "3", "-2", "1.5", "nan", "inf", "10**30", "True", "None", "2j", "'ab'", "[1, 2]", "(0.5,)"]
METHODS = {
    "(5)": int, "(1.5)": float, "(2-3j)": complex, "True": bool, "'Ab c'": str, "[1, 2, 1]": list, "(1, 2, 1)": tuple,
    "{1: 'a'}": dict, "{1, 2}": set, "frozenset([1, 2])": frozenset, "range(2, 9, 3)": range,
}


def functions():
    names = [name for name in answers.BUILTINS if name not in ("print",)]
    for module in ("math", "cmath"):
        names += [f"{module}.{name}" for name in dir(answers.LIBRARY[module]) if not name.startswith("_")]
    return names


def calls(name, random_pairs):
    yield name
    yield f"{name}()"
    yield f"{name}(unknown=1)"
    for argument in ARGUMENTS:
        yield f"{name}({argument})"
    for pair in random_pairs.sample(list(itertools.product(SMALL, SMALL)), 30):
        yield f"{name}({', '.join(pair)})"
    for triple in random_pairs.sample(list(itertools.product(SMALL, SMALL, SMALL)), 6):
        yield f"{name}({', '.join(triple)})"
    yield f"{name}(1, 2, 3, 4, 5)"


def matrix():
    generator = random.Random(20)
    for name in functions():
        yield from calls(name, generator)
    for value, kind in METHODS.items():
        for name in dir(kind):
            if name.startswith("_") or name in answers.CHANGING | answers.FOREIGN:
                continue
            yield f"{value}.{name}"
            yield from calls(f"{value}.{name}", generator)


def write(name, lines):
    seen = set()
    cases = []
    for line in lines:
        line = line.strip()
        if not line or line in seen or not line.isprintable():
            continue
        seen.add(line)
        try:
            cases.append(f"{line}\t{answers.reply(line)}")
        except (answers.Bomb, answers.Foreign):
            continue
    text = "# SPDX-License-Identifier: MIT\n# Written by generate.py: change that, not this.\n"
    (HERE / "cases" / name).write_text(text + "".join(case + "\n" for case in cases))
    print(name, len(cases))


def main():
    for path in sorted((HERE / "lines").glob("*.txt")):
        write(path.name, path.read_text().splitlines())
    write("matrix.txt", matrix())


main()
