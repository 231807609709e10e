#!/usr/bin/env python3.13
# SPDX-License-Identifier: MIT
"""What CPython takes for the lines of a mix: python_eval.py MIX PASSES prints, for each line, nanoseconds and the reply.

From the string to the printed answer, the way a calculator on top of eval would do it. Every pass goes through all the
lines; a line's time is its median.
"""
import cmath
import math
import pathlib
import statistics
import sys
import time
import warnings

NAMES = dict(vars(math), math=math, cmath=cmath, pow=pow)


def reply(line):
    try:
        return str(eval(line, dict(NAMES)))
    except Exception as error:
        return "Error: %s" % error


def timed(line):
    # The names are not part of the work: a calculator would keep them.
    names = dict(NAMES)
    start = time.perf_counter_ns()
    try:
        text = str(eval(line, names))
    except Exception as error:
        text = "Error: %s" % error
    return time.perf_counter_ns() - start


def main():
    warnings.simplefilter("ignore")
    lines = [line for line in pathlib.Path(sys.argv[1]).read_text("utf-8").splitlines() if line and not line.startswith("# ")]
    passes = [[timed(line) for line in lines] for _ in range(int(sys.argv[2]))]
    for line, times in zip(lines, zip(*passes)):
        print(int(statistics.median(times)), reply(line), sep="\t")


if __name__ == "__main__":
    main()
