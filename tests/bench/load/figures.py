# SPDX-License-Identifier: MIT
"""Figures of several rounds: the median with its range, beside what must be reached and what is aimed at."""

import dataclasses
import statistics


@dataclasses.dataclass
class Figure:
    what: str
    values: list
    unit: str = ""
    must: float = None
    aim: float = None
    more_is_better: bool = False

    def median(self):
        return statistics.median(self.values)

    def text(self):
        range_text = f"({number(min(self.values))} to {number(max(self.values))})" if len(self.values) > 1 else ""
        median = f"{number(self.median())} {self.unit}".strip()
        return f"  {self.what:<58} {median:>12} {range_text:<22} {self.verdict()}".rstrip()

    def verdict(self):
        if self.must is None:
            return ""
        word = "aim reached" if self._reaches(self.aim) else "reached" if self._reaches(self.must) else "NOT REACHED"
        aim = "" if self.aim is None else f", aim {number(self.aim)}"
        return f"must {number(self.must)}{aim}: {word}"

    def _reaches(self, bound):
        if bound is None:
            return False
        return self.median() >= bound if self.more_is_better else self.median() <= bound


def number(value):
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def ratios(ours, theirs):
    """Round by round: what changes slowly on the machine cancels out."""
    return [a / b for a, b in zip(ours, theirs)]


def column(rounds, name):
    return [figures[name] for figures in rounds]
