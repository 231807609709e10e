# SPDX-License-Identifier: MIT
"""Random sessions of Level 3: `Sessions(random).block()` is a list of lines, each said after the one before."""
from library_grammar import Library

NAMES = "a b c x y z n total data rate ß naïve".split()
ANSWERS = ["_", "ans", "_1", "_2", "_3"]
# What lines a session has: {v} is a new or old name, {w} one that is mostly bound to a number, {fun} one bound to a function.
LINES = """
{v} = {i}
{v} = {x}
{v} = {any}
{v} = {li}
{v} = {d}
{v} = {s}
{v} = {si}
{v} = {w} + {i}
{v} = {w} * {x} - {i}
{v} = ({w}, {i})
{v} = {v} = {i}
{v}, {v} = {i}, {i}
{v}, {v} = {li}[:2]
[{v}, {v}] = ({i}, {any})
({v}, {v}), {v} = ({i}, {i}), {s}
{v}, *{v} = {li}
*{v}, {v} = {s}
{v}, *{v}, {v} = {r}
{v}, = {li}[:1]
{w} += {i}
{w} -= {x}
{w} *= {i}
{w} /= {m}
{w} //= {m}
{w} %= {m}
{w} **= 2
{w} <<= 2
{w} >>= 1
{w} |= {i}
{w} &= {i}
{w} ^= {i}
s = {si}
t = set({its})
s |= {si}
s &= {si}
s -= {si}
s ^= {si}
t |= s
t ^= s
t -= s
s - t
s | t
q = {d}
q |= {d}
q |= [(1, {i}), ('b', {s})]
q |= {vw}
{w}
{w}
{w} + {w}
{w} * 2
{w} ** 2
-{w}
({v} := {i}) + {w}
[{w} + k for k in {r}]
[({v} := k) for k in {li}]
sum({w} for k in range(3))
{ans}
{ans}
{ans} + {i}
{ans} * 2
str({ans})
{ans} + {ans}
{v} = {ans}
{v} = {ans} + 1
[{ans}, {w}]
del {w}
del {w}, {v}
del ({w}, {v})
None
{w} if {b} else None
{fun} = lambda t: t * {i}
{fun} = lambda t, u={i}: t + u
{fun} = lambda *t: t
{fun}(t) = t * t + {w}
{fun}(t, u=2) = t ** u
{fun}(t, *u, k={i}) = (t, u, k)
{fun}(t) = 1 if t < 2 else t * {fun}(t - 1)
{fun}({i})
{fun}({i})
{fun}({i}, {i})
{fun}({w})
{fun}
[{fun}(k) for k in {li}]
sorted({li}, key={fun})
{fun}()
{fun}(q={i})
(lambda: {w})()
sum = {i}
sum({li})
del sum
abs = {fun}
abs(-{m})
del abs
pi = {i}
pi
del pi
_ = {i}
del _
ans = {s}
del ans
_1 = {i}
del _1
({v} := {i}) / 0
{v} = 1/0
{v} = undefined_name
{v}, {v} = {i}
{v}, {v} = {li}
{v}, *{v} = {i}
{w}[0] = {i}
{w}.real = {i}
{w}.thing = {i}
{undefined}
del {undefined}
{undefined} += 1
{li}[0] = {i}
{w} = = 2
{w} = 
{i} = {w}
{w} + 1 = {i}
del {i}
del
del {w} + 1
del {fun}()
{v} = *{li}, {i}
{v} = {i},
{v} = {v}, {v} = {i}, {i}
{w} += {w}
{w} == {w}
{v} = {i} if {b} else {s}
{v} = lambda: {v}
{v} = [k for k in {r} if k]
{v} = {i}; {v} = {i}
None = {i}
True = {i}
{v}: int = {i}
""".strip().split("\n")


class Sessions(Library):
    def block(self):
        self.numbers = []
        self.functions = []
        first = "%s = %s" % (self.hole_v(0), self.hole_i(0))
        return [first] + [self.fill(self.random.choice(LINES), 1) for _ in range(self.random.randint(5, 16))]

    def hole_v(self, depth):
        name = self.random.choice(NAMES)
        self.numbers.append(name)
        return name

    def hole_w(self, depth):
        return self.random.choice(self.numbers or NAMES)

    def hole_fun(self, depth):
        return self.random.choice("fgh")

    def hole_ans(self, depth):
        return self.random.choice(ANSWERS[:2] * 3 + ANSWERS)

    def hole_undefined(self, depth):
        return "never_bound"
