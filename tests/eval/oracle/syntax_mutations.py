# SPDX-License-Identifier: MIT
"""Broken lines: what is left of good ones when tokens are lost, doubled, swapped or put in. `Broken(random).line()`."""
import re

from library_grammar import Library
from numbers_grammar import Numbers

TOKEN = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[^\W\d]\w*|[0-9][\w.]*|\*\*|//|<<|>>|[<>=!]=|:=|\s+|.")
# Where Keisan gives a meaning to what Python refuses, Python's answer says nothing.
BEYOND = re.compile(r"!(?!=)|!==|[√∛²³¹⁰⁴-⁹⁻×÷−⋅πτ∞\uff01-\uff5e]")
PIECES = """( ) [ ] { } , . : ; = == := + - * ** / // % @ & | ^ ~ < > <= >= != <> -> ... $ ? ` \\ ' " ''' f' b' r' and or not in is if
else elif for lambda async await yield def class import from return while with as assert pass del global None True False x y
foo print exec match case type 1 0 2.5 1j 0x 0b2 1_ 1__0 1e 0777 08 1a 2pi 1.2.3 'a' f'{1}' f'{' f'}' f'{}' f'{1!x}' f'{1:' é °
½ “ *a **b a=1 a.b f() x:=1 lambda: for*x +++ && || ++ -- === 'a\\x1' '\\N{nope}' 0o8 5apples __debug__""".split()
# Templates of lines that CPython has a message of its own for.
SHAPES = """
f({i}={i})
f(a={i}, {i})
f(**a, {i})
f(**a, *b)
f(a={i}, a={i})
f(a=)
f({i} {i})
f({i}, {s} {i})
f(x for x in {li}, {i})
f({i}, x for x in {li})
f(a.b={i})
f(True={i})
f(a, b c)
f(*)
f(**)
f(a, *)
({i} = {i})
(a = {i})
(a.b = {i})
(a[0] = {i})
(f() = {i})
({i} := {i})
(a.b := {i})
(f() := {i})
((a, b) := {i})
([a] := {i})
(a + b := {i})
(lambda: 1 := {i})
{i} if {i}
({i} if {i})
{i} if {i} else
{i} else {i}
{i} {i}
({i} {i})
[{i} {i}]
{{{i} {i}}}
{{{i}: {i} {i}}}
{{{i}: }}
{{{i}: {i}, {i}}}
{{{i}, {i}: {i}}}
{{{i}: *{li}}}
{{**{d}: {i}}}
{{*{li}: {i}}}
{{{i}: {i} for}}
{{**{d} for x in {li}}}
[*{li} for x in {li}]
(*{li} for x in {li})
{{*{li} for x in {li}}}
(*{li})
(**{d})
*{li}
*{li}, {i}
**{d}
[**{d}]
[x for {i} in {li}]
[x for f() in {li}]
[x for x.y() in {li}]
[x, y for x in {li}]
[x for x in]
[x for x in {li} if]
[x for x {li}]
[for x in {li}]
[x for x in {li} else {i}]
[x async for x in {li}]
[x := {i} for x in {li}]
[y for y in (z := {li})]
[(i := j) for i, j in {li}]
[i := 0 for i in {li}]
lambda x=1, y: {i}
lambda x, x: {i}
lambda *: {i}
lambda *, **k: {i}
lambda *a, *b: {i}
lambda **k, a: {i}
lambda a, /, /: {i}
lambda /: {i}
lambda *a, /: {i}
lambda (x): {i}
lambda {i}: {i}
lambda x
lambda x: 
lambda x, : x +
lambda **k=1: {i}
lambda *a=1: {i}
lambda x=: {i}
{s} {i}
{i} {s}
{i}{s}
{s}.
{s}.{i}
{i}..
x.{i}
{li}[
{li}[{i}
{li}[{i}:{i}:{i}:{i}]
{li}[]
{li}[{i}:,]
({i}
({i}, [{i}
({i}]
[{i})
{i})
{i} + (
{i} +
{i} **
+ 
{i} not {i}
{i} is
{i} in
not
{i} * not {i}
- not {i}
{i} < not {i}
{i} ** not {i}
~not {i}
{i} <> {i}
{i} === {i}
{i} && {i}
{i} = {i}
{i} + x = {i}
x +
x++
print {i}
print {s}, {i}
exec {s}
print x y
import os
from math import pi
yield
yield {i}
(yield)
await x
return {i}
def f(): 1
class A: 1
pass
if {i}: {i}
for x in {li}: x
while {i}: {i}
x: {i}
x; {i}
{i};
assert {i}
raise {i}
global x
with x: 1
try: 1
async def f(): 1
x.await
x.if
None = {i}
True.real = {i}
f'{{{i}'
f'{i}}}'
f'{{}}'
f'{{ }}'
f'{{{i}!}}'
f'{{{i}!z}}'
f'{{{i}!r }}'
f'{{{i}:{{}}}}'
f'{{{i} {i}}}'
f'{{{i}:{{{i}'
f'{{lambda x: {i}}}'
f'{{*{li}}}'
f'{{{i}=!}}'
f'{{!r}}'
f'{{:x}}'
f'{{{i}'{s}
f'{{a b}}'
f'{{{i}:x'
b{s} {s}
{s} b'x'
b'é'
'\\x1'
'\\xzz'
'\\u12'
'\\U0011ffff'
'\\N{{nope}}'
'\\N{{'
'\\N'
'abc
"abc
'''abc
f'abc
f'''abc
rb'x
u'x' f'{{'
0777
08
0_7
1_
1__0
1_.5
1e_5
1e
1e+
0x
0xg
0b2
0b12
0o8
0o18
0b
0o
0x_
0x1_
1jj
1.5j5
1_000_
{i}a
{i}pi
1.2.3
1.real
0b1.5
0x1.8p3
1e5x
1if 1else
1or
0x1for
1_a
1.5e
1j1
1__j
0_
00_1
0b_
0o_9
0xe+
1e5.5
é°
5°
½
“a”
a​b
{i} ± {i}
{i}€
x\\y
\\
{i} \\
{i}?
$x
`{i}`
a!b
x = = {i}
x == = {i}
a, b = c = 
(a, b = {i})
({i}, a = {i})
[a, b = {i}]
f(a, b := {i})
f(a := {i})(b = )
f(a for a in b)(c
a.b c
a b if c
a if b c
x y z
{i} {i} {i}
({i} {i} {i}
({i}, {i} {i}
[{i}, {i} {i}, {i}]
({i} {i} $ {i}
({i} {i} ' {i}
({i} {i} 0x
({i} + * {i}
({i} + * {i}]
f(a, , b)
(, a)
[, a]
(a,, b)
{{,}}
{{:}}
{{a:b:c}}
{{a:b, **}}
{{**}}
a if b else
a if else b
if a else b
a or
or a
and
a and or b
a not in
a is not
is not a
a not not in b
not in a
in a
""".strip().split("\n")


class Broken:
    def __init__(self, random):
        self.random = random
        self.numbers = Numbers(random, complex_share=0.1)
        self.library = Library(random)

    def line(self):
        if self.random.random() < 0.3:
            return self.library.fill(self.random.choice(SHAPES), 1)
        good = (self.numbers.line if self.random.random() < 0.4 else self.library.line)()
        if self.random.random() < 0.15:
            good = self.library.fill(self.random.choice(SHAPES), 1)
        for _ in range(self.random.choices([1, 2, 3], [6, 3, 1])[0]):
            good = self.mutated(good)
        return good

    def mutated(self, line):
        tokens = TOKEN.findall(line)
        if not tokens:
            return line
        i = self.random.randrange(len(tokens))
        roll = self.random.randrange(7)
        if roll == 0:
            del tokens[i]
        elif roll == 1:
            tokens.insert(i, tokens[i])
        elif roll == 2:
            j = self.random.randrange(len(tokens))
            tokens[i], tokens[j] = tokens[j], tokens[i]
        elif roll == 3:
            tokens[i] = self.random.choice(PIECES)
        elif roll == 4:
            tokens.insert(i, " %s " % self.random.choice(PIECES))
        elif roll == 5:
            tokens = tokens[:i + 1]
        else:
            tokens.insert(i, self.random.choice(PIECES))
        return "".join(tokens)


def is_beyond(line):
    return BEYOND.search(line) is not None
