#!/usr/bin/env python3.13
# SPDX-License-Identifier: MIT
"""Takes the examples out of the page of rules that a reimplementation of Python gets wrong (python-rules.md).

    python3.13 extract_rules.py python-rules.md > ../python_rules.txt

Its examples are bullets, `expression` -> `reply` (with an arrow). The result has two sections, "level 1" (numbers and
operators without complex) and "beyond level 1", each a corpus: expression, tab, reply, with the rule as a remark.
"""
import re
import sys

TICKED = r"(?:`` (.*?) ``|`(.*?)`)"
BULLET = re.compile(r"^ *- " + TICKED + r"(, taken as the line's text.*?)? +→ +" + TICKED + r"$")
WORDS = set("and or not in is if else True False None".split())


def examples(page):
    rule = None
    for number, line in enumerate(page, 1):
        if heading := re.match(r"^(\d+)\. ", line):
            rule = int(heading[1])
        if not re.match(r"^ +- ", line):
            continue
        bullet = BULLET.match(line.rstrip("\n"))
        if not bullet:
            sys.exit("line %d is no example: %s" % (number, line))
        expression = bullet[1] or bullet[2]
        yield rule, eval(expression) if bullet[3] else expression, bullet[4] if bullet[4] is not None else bullet[5]


def is_level_1(expression, reply):
    """Numbers and operators only, and nothing complex."""
    words = re.sub(r"(?<![a-zA-Z_])\.?[0-9][\w.]*", "0", expression)
    if re.search(r"\d[\d_.]*[jJ]", expression) or re.search(r"\d[jJ]", reply):
        return False
    return (set(re.findall(r"[^\W\d]\w*", words)) <= WORDS and not re.search(r"[^\w\s+\-*/%@&|^~<>=!().]", words)
            and not re.search(r"0\(|\(\)", words) and "real" not in expression)


def main():
    with open(sys.argv[1], encoding="utf-8") as page:
        found = list(examples(page))
    print("# SPDX-License-Identifier: MIT\n# Written by oracle/extract_rules.py: change the page, not this.")
    for section, wanted in (("level 1", True), ("beyond level 1", False)):
        print("\n## " + section)
        previous = None
        for rule, expression, reply in found:
            if is_level_1(expression, reply) != wanted:
                continue
            if rule != previous:
                print("# rule %d" % rule)
            print(expression + "\t" + reply)
            previous = rule


if __name__ == "__main__":
    main()
