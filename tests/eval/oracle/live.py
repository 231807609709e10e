#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds Keisan against an installed CPython 3.13 on fresh random lines; prints counts and the first differences.

    live.py --count 100000 --seed N --python PATH [--lines build/dev/bin/eval_lines] [--levels 1,complex,2,3,faults,syntax]

Of the levels "syntax" and "faults" the place of the fault is compared as well. Ends with code 1 where a line differs (last digits of the C library's functions are counted apart, and
are differences only where this Python uses another C library than Keisan).
"""
import argparse
import os
import pathlib
import random
import re
import subprocess
import sys
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
BATCH = 2000
LEAST_SUCCESSES = 100


def in_python_313(python):
    """Starts this program again under the oracle, unless it runs there already."""
    if sys.version_info[:2] == (3, 13):
        return
    if not python:
        sys.exit("live.py: needs Python 3.13: --python PATH")
    os.execv(python, [python, __file__, *sys.argv[1:]])


class Keisan:
    """eval_lines as a function from lines to (reply, place); a crash is an answer too."""

    def __init__(self, program, *options):
        self.command = [program, "--places", *options]

    def replies(self, lines):
        result = []
        while len(result) < len(lines):
            rest = lines[len(result):]
            done = subprocess.run(self.command, input="\n".join(rest) + "\n", capture_output=True, text=True, check=False)
            got = [line.rpartition("\t")[::2] for line in done.stdout.split("\n")[:-1]]
            result += got[:len(rest)]
            if len(got) < len(rest):
                result.append(("CRASH (%d) %s" % (done.returncode, done.stderr[:300]), ""))
        return result


class Tally:
    def __init__(self):
        self.counts = Counter()
        self.differences = []
        self.functions = Counter()

    def note(self, level, line, expected, actual, place="", actual_place=""):
        if expected == actual and place not in ("", actual_place, actual_place.partition("-")[0]):
            expected, actual = "%s at %s" % (expected, place), "%s at %s" % (actual, actual_place)
        succeeded = not expected.startswith("Error: ")
        self.counts[level, "lines"] += 1
        self.counts[level, "succeed"] += succeeded
        if expected == actual:
            self.counts[level, "agree"] += 1
            if succeeded:
                self.functions.update(called(line))
        elif near(expected, actual):
            self.counts[level, "last digit"] += 1
        elif LIMIT.match(actual):
            self.counts[level, "limit"] += 1
        else:
            self.counts[level, "differ"] += 1
            self.differences.append((level, line, expected, actual))


def called(line):
    """The functions and methods that a line calls, as they stand in it."""
    return set(re.findall(r"((?:\bc?math)?\.?\b[a-z_]\w*)\(", line))


# What the oracle's looks at operands let through and Keisan's limits do not.
LIMIT = re.compile(r"Error: (the value would need|the answer has about|the evaluation needs|evaluation took|result too long)")
NUMBER = re.compile(r"\d+\.?\d*(?:e[+-]?\d+)?")


def near(left, right):
    """Whether two replies differ in the last digits of floats only."""
    if NUMBER.split(left) != NUMBER.split(right):
        return False
    pairs = zip(NUMBER.findall(left), NUMBER.findall(right))
    return all(a == b or ("." in a + b or "e" in a + b) and abs(float(a) - float(b)) <= 1e-15 * abs(float(a)) for a, b in pairs)


def random_lines(level, rng):
    """Endless lines of a level."""
    import library_grammar
    import numbers_grammar
    import syntax_mutations
    grammar = {"1": lambda: numbers_grammar.Numbers(rng), "complex": lambda: numbers_grammar.Numbers(rng, 0.6),
               "2": lambda: library_grammar.Library(rng), "faults": lambda: library_grammar.Library(rng), "syntax": lambda: syntax_mutations.Broken(rng)}[level]()
    if level == "2":
        yield from grammar.pairs()
    while True:
        yield grammar.line()


def cases(level, rng, count, looks):
    """(line, reply), of some levels (line, reply, place), of the oracle."""
    import generate
    lines = random_lines(level, rng)
    found = generate.broken(lines) if level == "syntax" else generate.faulty(lines) if level == "faults" \
        else generate.answered(lines, looks)
    for _, case in zip(range(count), found):
        yield case


def run_level(level, rng, count, looks, keisan, tally):
    batch = []
    for case in cases(level, rng, count, looks):
        batch.append(case)
        if len(batch) == BATCH:
            compare(level, batch, keisan, tally)
            batch = []
    if batch:
        compare(level, batch, keisan, tally)


def compare(level, batch, keisan, tally):
    for (line, expected, *place), (actual, actual_place) in zip(batch, keisan.replies([case[0] for case in batch])):
        tally.note(level, line, expected, actual, *place, actual_place=actual_place)


def run_sessions(rng, count, keisan, tally):
    import generate
    import session_grammar
    grammar = session_grammar.Sessions(rng)
    block = []
    while count > 0:
        block += generate.session(grammar.block())
        if len(block) > BATCH:
            lines = [case[0] for case in block]
            for case, (actual, _) in zip(block, keisan.replies(lines)):
                if len(case) > 1:
                    tally.note("3", case[0], case[1], actual)
            count -= len(block)
            block = []


def top_up_functions(rng, looks, keisan, tally):
    """More calls of the functions that have not succeeded often enough by chance."""
    import generate
    import library_grammar
    from library_templates import FUNCTIONS
    grammar = library_grammar.Library(rng)
    wanted = {}
    for template in FUNCTIONS:
        for name in called(template):
            wanted.setdefault(name, []).append(template)
    for _ in range(40):
        short = [name for name in wanted if tally.functions[name] < LEAST_SUCCESSES]
        lines = [grammar.fill(rng.choice(wanted[name]), 2) for name in short for _ in range(40)]
        batch = list(generate.answered(lines, looks))
        if not batch:
            return
        compare("2", batch, keisan, tally)
    return


def wanted_pairs():
    """Every operator between every two types, as Looks counts them."""
    from library_grammar import KINDS
    from numbers_grammar import BINARY, COMPARISONS
    return [(operator, left, right) for operator in BINARY + COMPARISONS + ["in", "not in"] for left in KINDS for right in KINDS]


def top_up_pairs(rng, looks, keisan, tally):
    """More lines for the operators that have not met some types by chance."""
    import generate
    from library_grammar import KINDS, Library
    grammar = Library(rng)
    for _ in range(40):
        lines = ["%s %s %s" % (grammar.fill(KINDS[left], 0), operator, grammar.fill(KINDS[right], 0))
                 for operator, left, right in wanted_pairs() if not looks.met[operator, left, right]]
        batch = list(generate.answered(lines, looks))
        if batch:
            compare("2", batch, keisan, tally)


def report_counts(tally, levels):
    columns = ("lines", "agree", "differ", "last digit", "limit")
    print("%-8s" % "level", *["%10s" % column for column in columns + ("succeed",)])
    for level in levels:
        count = tally.counts
        print("%-8s" % level, *["%10d" % count[level, column] for column in columns],
              "%8.1f %%" % (100 * count[level, "succeed"] / max(1, count[level, "lines"])))


def report_coverage(tally, looks):
    wanted = wanted_pairs()
    missing = [key for key in wanted if not looks.met[key]]
    print("operators x types: %d of %d pairs met, %d times in all" % (len(wanted) - len(missing), len(wanted), sum(
        looks.met.values())), *["missing: %s %s %s" % (left, operator, right) for operator, left, right in missing[:5]], sep="\n  ")
    from library_templates import FUNCTIONS
    names = sorted({name for template in FUNCTIONS for name in called(template)})
    few = [(name, tally.functions[name]) for name in names if tally.functions[name] < LEAST_SUCCESSES]
    print("functions: %d of %d succeeded at least %d times" % (len(names) - len(few), len(names), LEAST_SUCCESSES),
          *["%s: %d" % pair for pair in few], sep="\n  ")


def report_differences(tally, shown):
    """The differences by kind, the shortest line of each."""
    kinds = {}
    for difference in sorted(tally.differences, key=lambda d: len(d[1])):
        kinds.setdefault((difference[0], kind(difference[2]), kind(difference[3])), []).append(difference)
    for same in sorted(kinds.values(), key=len, reverse=True)[:shown]:
        level, line, expected, actual = same[0]
        print("[%s] %d like %s\n    Python: %s\n    Keisan: %s" % (level, len(same), line, expected[:300], actual[:300]))


def kind(reply):
    """What replies of the same cause mostly have in common."""
    return re.sub(r"'[^']*'|\d+", "#", reply)[:60] if reply.startswith(("Error: ", "CRASH")) else "value"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10 ** 6))
    parser.add_argument("--python", help="a CPython 3.13, where this one is another")
    parser.add_argument("--lines", default=str(ROOT / "build/release/bin/eval_lines"), help="the program eval_lines")
    parser.add_argument("--levels", default="1,complex,2")
    parser.add_argument("--show", type=int, default=40, help="how many kinds of difference are printed")
    arguments = parser.parse_args()
    in_python_313(arguments.python)
    import answers
    levels = arguments.levels.split(",")
    shares = {"1": 4, "complex": 2, "2": 6, "3": 2, "faults": 1, "syntax": 2}
    looks, tally = answers.Looks(), Tally()
    print("seed %d" % arguments.seed)
    for level in levels:
        rng = random.Random("%s %d" % (level, arguments.seed))
        count = arguments.count * shares[level] // sum(shares[one] for one in levels)
        if level == "3":
            run_sessions(rng, count, Keisan(arguments.lines, "--session"), tally)
        else:
            run_level(level, rng, count, looks, Keisan(arguments.lines), tally)
    if "2" in levels:
        top_up_pairs(random.Random(arguments.seed), looks, Keisan(arguments.lines), tally)
        top_up_functions(random.Random(arguments.seed), looks, Keisan(arguments.lines), tally)
    report_differences(tally, arguments.show)
    report_counts(tally, levels)
    if "2" in levels:
        report_coverage(tally, looks)
    sys.exit(any(tally.counts[level, "differ"] for level in levels))


if __name__ == "__main__":
    main()
