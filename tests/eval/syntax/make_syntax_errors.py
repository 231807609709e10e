#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes syntax_errors.txt beside it: broken lines and what CPython 3.13 says of them (run it with Python 3.13).

A case is `mode TAB line TAB start-end TAB message`, where mode is eval or single, and start-end is the caret's place in
code points ("-" where CPython gives none). Of the lines that Python refuses but this language gives a meaning, none is here.
"""

import random
import re
import sys
import warnings
from pathlib import Path

OUT = Path(__file__).with_name("syntax_errors.txt")
SEED = 20_131
RANDOM_CASES = 2_500

# Whole lines to break, then the pieces to break them with.
VALID = """1+2*3|a if b else c|f(a, b=1, *c, **d)|[x for x in y if z]|{a: b for a, b in c}|{**a, 'b': 2}|(a, b, *c)
lambda x, y=1, *a, z, **k: x|a[1:2, ::3]|x.y.z(1)[2]|not a in b|a < b <= c != d|f'{a!r:>{w}}b{c=}'|'abc' "d"|(x := 5)
a and b or not c|-a ** +b|0x1F + 1_000.5e-3j|{1, 2, *a}|[*a, *b]|f(x for x in y)|print(a)|a is not None|a not in b
lambda *, a: a|lambda a, /, b: a|x if print else y|[[1, 2], (3,), {4}]|... , None, True|a @ b // c % d|~a | b ^ c & d << e
f(**a, b=1)|{'a': 1, 'b': [2]}|a, b|(a)(b)[c].d|f(a=b, c)|()|[]|{}|(a for b in c for d in e if f)|f'{x:{y}.{z}}'|exec 1
match + case|type(x)|_ + 1|5 if x else 6|lambda: (a, b)""".replace("\n", "|").split("|")
PIECES = """( ) [ ] { } , : := = == + - * ** / // % @ < > <= != -> . ... ; and or not in is if else for lambda None True False
a b x print exec match _ 1 2.5 0x1F 1_0 's' b'q' f'{a}' f'{a from pass return import del def class ~ & | ^ << >> += as with
while try global $ ? ` ' " 1a f'{ }' é # \\""".split()
SESSION = ["a = ", "a, b = ", "a.b = ", "a[1] = ", "a += ", "a = b = ", "a, *b = ", "[a, b] = ", "(a) = ", "a[1:2] -= ",
           "del a, ", "del a.b[1], ", "del (a, b), "]
TOKEN = re.compile(r"\s+|[A-Za-z_]\w*|\d[\w.]*|:=|==|!=|<=|>=|\*\*|//|->|<<|>>|\.\.\.|'[^']*'|\"[^\"]*\"|.", re.S)

# What people get wrong, one or more for each message.
HAND = """1__0~1_~1_.5~1._5~1e_5~0777~08~1a~2pi~1e~1e+~0x~0xg~0b2~0b102~0o8~0b~0o~1jj~1.5j5~0x1.8p3~0b1.5~1.2.3~1_000_
1.real~2 ** not 1~1 < not 2~2 * not 1~~not 1~1==not 2~- not 1~1 + not 2~*[1],2~(*[1])~1+~1 2~x y~import os~1;2~x++~1 <> 2
a && b~a === b~1 if 2 else~*1~yield~x := 1~lambda x~3 %~5 apples~hello world~not a thing~(1~(1,~[1, 2~f(~([1, 2)~f([1, (2~)
1)~(]~[1)~{(})~([)]~(1 2~(1 2 3~(1 2 3 4~(1 + * 2~(1 + * 2]~1 2)~(1 = 2~(1 = 2 + 3~a b (~f(a=1, 2~(1 2 $ 3~(1 2 ' 3~(1 2 0x
(1 2)~[1 2]~f(a b)~f(a, b c)~{1:2 3}~a.b c~(a = 2)~[a = 2]~(1 = 2)~(a.b = 2)~(f() = 2)~f(1=2)~f(a.b=1)~f(True=1)~f(a=)
f(a=1,a=2)~f(a=1,b=2,b=3,a=4)~(a == b = c)~(1 := 1)~(a.b := 1)~(a[0] := 1)~((a,b) := 1)~(f() := 1)~[y := 1 for y in [1]]
[y for y in (x := [1])]~1 if 2~(1 if 2)~a b if c~1 else 2~f(a=1,2)~f(**a, b)~f(**a, *b)~f(x for x in [1], 1)~f(a,,b)~f(*)
f(**)~(**1)~"abc~'abc~'''abc~'a' 1~'\\x1'~'\\u12'~'\\U00110000'~'\\N{nope}'~'\\N'~b'é'~'a' b'b'~b'\\x1'~5°~½~“a”~$5~1?~`1`
1\\2~\\~lambda x=1,y:1~lambda x,x:1~lambda *:1~lambda 1:1~[x for 1 in y]~[x for f() in y]~[x, y for x in z]~[*a for a in b]
[x async for x in y]~await x~print 1~print "a"~print x y~exec "x"~{1:2,3}~{1,2:3}~{1:}~lambda /,a:1~lambda a,/,b,/:1
lambda *a,*b:1~lambda **a,b:1~lambda **a=1:1~lambda *a=1:1~lambda (a,b):1~lambda *,**k:1~lambda *,/:1~lambda a,*,b,/:1
lambda a,/*:1~f(a for a in b, c=1)~f(a, b for c in d)~f(a=1 for b in c)~f(b=1, c for c in d)~f(*a=1)~f(**a=1)~{1: *a}~{1: **a}
{**a for a in b}~[a, for b in c]~[x for x]~(x for *y)~f'{'~f'{}'~f'{a b}'~f'{a!x}'~f'}'~f'{a!}'~f'{a! r}'~f'{a!3}'
f'{a:{b:{c:{d}}}}'~f'{*a}'~f'{lambda x:1}'~f'{a'~f'{=}'~f'{:a}'~f'{!r}'~f'{ }'~f'{a=b}'~f'{a=!}'~f'{a)}'~f'{a$b}'~f'abc~f'''a
{*a: 1}~a[*b:c]~a[]~[**a]~(a, **b)~{,}~(True := 1)~(x for x in)~[(i := j) for k in l for j in m]~(lambda: await x)
[a for *b in c]~None = 1~(a, 1) = 2~1 += 2~'a' = 1""".replace("\n", "~").split("~")
HAND_SINGLE = """x = 1 = 2~x = ~x = 1 +~x += ~x = *a~del~del 1~del a+b~del (a, 1)~x = yield~x = y z~x = (1~x = print 1
x = lambda~x += 1 = 2~del x y~x = y := 1~x.a = y b~del *a~del (*a, b)~a, *b, *c = 1~*a = 1~x = f'{*a}'~del f()~del a, None
del [a, b.c, 1]~x = {1 2}~x = (y = 1)~x[0] = f(a b)""".replace("\n", "~").split("~")


def verdict(line, mode):
    """(message, start, end) of what Python says; None if it takes the line."""
    try:
        compile(line, "<string>", mode)
    except SyntaxError as error:
        if error.lineno != 1:
            return None
        size, start = len(line), (error.offset or 0) - 1
        if start < 0:
            return str(error), size, size
        end = (error.end_offset or 0) - 1
        end = end if end > start else start + 1
        return str(error), min(start, size), max(min(start, size), min(end, size))
    return None


def broken(rng, line):
    tokens = TOKEN.findall(line)
    for _ in range(rng.choice([1, 1, 1, 2, 2, 3])):
        kind, at = rng.random(), rng.randrange(len(tokens) + 1)
        if kind < 0.3 and tokens:
            del tokens[rng.randrange(len(tokens))]
        elif kind < 0.65:
            tokens.insert(at, rng.choice(PIECES) + rng.choice(["", " "]))
        elif kind < 0.85 and tokens:
            tokens[rng.randrange(len(tokens))] = rng.choice(PIECES)
        else:
            tokens.insert(at, " ")
    return "".join(tokens).strip()


def is_ours(line):
    """Whether the language gives a meaning to something in a line that Python refuses."""
    return re.search(r"!(?![=rsa])|[^f'}\w]!|[\w)\]}'\"]\s*![rsa]|!==", line) or re.search(r"\b(await|async|yield)\b", line)


def is_session(line):
    return line.startswith("del") or re.search(r"(?<![=!<>:])=(?!=)|[-+*/%@&|^]=|<<=|>>=", line)


def cases():
    for line in HAND:
        yield "eval", line
    for line in HAND_SINGLE:
        yield "single", line
    rng = random.Random(SEED)
    for _ in range(RANDOM_CASES):
        line = broken(rng, rng.choice(VALID))
        if not is_ours(line) and not is_session(line):
            yield "eval", line
    for _ in range(RANDOM_CASES // 4):
        line = rng.choice(SESSION) + broken(rng, rng.choice(VALID))
        if not is_ours(line) and ";" not in line:
            yield "single", line


def main():
    assert sys.version_info[:2] == (3, 13)
    warnings.simplefilter("ignore")
    rows = {}
    for mode, line in cases():
        said = verdict(line, mode)
        if said is not None and "\n" not in line and "\t" not in line:
            message, start, end = said
            rows[f"{mode}\t{line}"] = f"{start}-{end}\t{message}"
    OUT.write_text("".join(f"{key}\t{value}\n" for key, value in rows.items()))
    print(len(rows), "cases")


main()
