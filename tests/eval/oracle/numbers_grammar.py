# SPDX-License-Identifier: MIT
"""Random expressions of Level 1: numbers and operators. `Numbers(random).line()` makes one."""
import math
import struct

EDGES = sorted({s * (2 ** p + d) for p in (8, 15, 16, 31, 32, 52, 53, 54, 62, 63, 64, 65, 100, 127, 128, 1023, 1024)
                for d in (-1, 0, 1) for s in (1, -1)}
               | {s * (10 ** p + d) for p in (1, 2, 3, 5, 9, 15, 16, 17, 18, 19, 20, 22, 23, 30, 50, 100, 308, 309, 400)
                  for d in (-1, 0, 1) for s in (1, -1)})
FLOAT_EDGES = """0.0 -0.0 1.0 -1.0 0.5 -0.5 1.5 2.5 3.5 -2.5 0.1 0.2 0.3 1e15 1e16 1e17 9999999999999998.0 9007199254740992.0
9007199254740993.0 4503599627370496.5 1e22 1e23 1e100 1e300 1e308 1.7976931348623157e308 2.2250738585072014e-308
2.225073858507201e-308 5e-324 1e-323 1e-300 1e-5 1e-4 0.0001 0.00001 123456789012345678.0 2147483647.0 2147483648.0
4294967296.0 9223372036854775807.0 9223372036854775808.0 18446744073709551616.0 1e-16 1e400 -1e400 3.14 2.718281828459045
100.0 1000.0 0.25 0.75 1e10 123456.789 -7.5 99.99 0.015 1.005 2.675""".split()
ARITHMETIC = ["+", "-", "*", "/", "//", "%"]
BITWISE = ["&", "|", "^"]
COMPARISONS = ["<", "<=", "==", "!=", ">", ">="]
BINARY = ARITHMETIC + ["**", "<<", ">>", "@"] + BITWISE


class Numbers:
    def __init__(self, random, complex_share=0.0):
        self.random = random
        self.complex_share = complex_share
        # Complex numbers have neither floor nor order: ask for them seldom.
        self.arithmetic = ARITHMETIC if not complex_share else ["+", "-", "*", "/"] * 10 + ["//", "%"]
        self.comparisons = COMPARISONS if not complex_share else ["==", "!="] * 10 + COMPARISONS

    def pick(self, *makers):
        """One of the makers; a maker is a function or (weight, function)."""
        pairs = [maker if isinstance(maker, tuple) else (1, maker) for maker in makers]
        return self.random.choices([p[1] for p in pairs], [p[0] for p in pairs])[0]()

    def chance(self, share):
        return self.random.random() < share

    # Literals. A negative one stands in parentheses now and then, bare otherwise: both are expressions.

    def literal(self, depth=0):
        return self.pick((9, self.int_literal), (8, self.float_literal), (2, self.bool_literal),
                         (17 * self.complex_share + 0.001, self.complex_literal))

    def int_literal(self):
        return self.pick((10, lambda: str(self.random.randint(0, 12))), (5, lambda: str(self.random.randint(0, 2000))),
                         (4, self.edge_int), (2, self.long_int), (2, self.based_int), (1, self.grouped_int),
                         (2, lambda: "-%d" % self.random.randint(1, 30)))

    def edge_int(self):
        return self.wrapped(str(self.random.choice(EDGES)))

    def long_int(self):
        digits = self.random.choice([18, 19, 20, 25, 40, 80])
        return str(self.random.randint(10 ** (digits - 1), 10 ** digits))

    def based_int(self):
        value = self.random.choice([self.random.randint(0, 300), abs(self.random.choice(EDGES)) % 2 ** 130])
        text = self.random.choice([hex, oct, bin])(value)
        if self.chance(0.3):
            text = text.upper().replace("X", "x", 1)
        return text if self.chance(0.8) else text[:2] + "_" + text[2:]

    def grouped_int(self):
        return format(self.random.randint(1000, 10 ** 12), "_")

    def float_literal(self):
        return self.pick((5, lambda: self.wrapped(self.random.choice(FLOAT_EDGES))), (4, self.short_float),
                         (3, self.any_float), (3, self.exponent_float))

    def short_float(self):
        text = "%.*f" % (self.random.randint(1, 4), self.random.uniform(0, self.random.choice([1, 10, 1000])))
        if self.chance(0.1):
            return text.lstrip("0") if text[0] == "0" else text
        return text

    def any_float(self):
        """Any finite double: all bits random, or an ordinary exponent."""
        if self.chance(0.4):
            value = struct.unpack("<d", self.random.randbytes(8))[0]
            if not math.isfinite(value):
                value = 1.5
        else:
            value = self.random.uniform(-1, 1) * 10 ** self.random.randint(-8, 20)
        return self.wrapped(repr(value))

    def exponent_float(self):
        mantissa = self.random.choice(["1", "2.5", "9.99", "7", ".5", "3.", "12345678901234567890", "0.000123"])
        sign = self.random.choice(["", "+", "-"])
        return mantissa + self.random.choice("eE") + sign + str(self.random.choice([0, 1, 2, 5, 10, 15, 16, 17, 22, 50,
                                                                                  100, 200, 300, 308, 320]))

    def bool_literal(self):
        return self.random.choice(["True", "False"])

    def complex_literal(self):
        number = self.pick((3, lambda: str(self.random.randint(0, 9))), self.short_float,
                           lambda: self.random.choice(["1e400", "0", "0.0", "1e308", "5e-324", "1e16", "2.5", "1e200"]))
        return number + self.random.choice("jjJ")

    def wrapped(self, text):
        return "(%s)" % text if text[0] == "-" and self.chance(0.7) else text

    # Expressions

    def number(self, depth):
        if depth <= 0 or self.chance(0.1):
            return self.literal()
        return self.pick((10, lambda: self.flat(depth)), (5, lambda: self.operation(depth)),
                         (3, lambda: self.signed(depth)), (3, lambda: self.power(depth)),
                         (0.2 if self.complex_share else 3, lambda: self.whole(depth)), (3, lambda: self.truth(depth)),
                         (2, lambda: "%s if %s else %s" % (self.operand(depth), self.truth(depth - 1),
                                                           self.number(depth - 1))))

    def operand(self, depth):
        text = self.number(depth - 1)
        return text if self.is_atom(text) else "(%s)" % text

    @staticmethod
    def is_atom(text):
        return text.replace(".", "").replace("_", "").isalnum() and text[0] != "-"

    def spaced(self, *parts):
        return self.random.choice(["", " ", " "]).join(parts) if not parts[1].isalpha() else " ".join(parts)

    def operation(self, depth):
        return self.spaced(self.operand(depth), self.random.choice(self.arithmetic), self.operand(depth))

    def flat(self, depth):
        """Operands and operators without parentheses: precedence and associativity decide."""
        parts = [self.literal()]
        for _ in range(self.random.randint(1, 3)):
            parts += [self.random.choice(self.arithmetic), self.literal() if self.chance(0.8) else self.operand(depth)]
        return self.joined(parts)

    def joined(self, parts):
        return self.random.choice(["", " "]).join(parts)

    def signed(self, depth):
        return self.random.choice(["-", "+", "- ", "--", "-+"]) + self.operand(depth)

    def power(self, depth):
        base = self.pick((3, lambda: str(self.random.randint(0, 20))), (3, self.float_literal), (1, self.literal),
                         (2, lambda: self.operand(depth)), (1, lambda: "(%s)" % self.edge_int().strip("()")))
        exponent = self.pick((4, lambda: str(self.random.randint(0, 9))), (1, lambda: "-%d" % self.random.randint(1, 5)),
                             (2, self.short_float), (1, lambda: "-" + self.short_float()), (1, self.bool_literal),
                             (1, lambda: str(self.random.randint(10, 64))), (1, lambda: "(1/3)"), (1, lambda: "0.5"),
                             (0.5, lambda: self.operand(depth)), (0.5, lambda: "2**-1"), (0.3, lambda: "1e400"),
                             (20 * self.complex_share, self.complex_literal))
        return self.random.choice(["", "", "-", "~"] if "." not in base + exponent else ["", "-"]) + base + "**" + exponent

    def whole(self, depth):
        """An int by bitwise operators and shifts, mixed with others of all precedences."""
        parts = [self.whole_operand(depth)]
        for _ in range(self.random.randint(1, 3)):
            operator = self.random.choice(BITWISE * 2 + ["+", "-", "*", "//", "%", "<<", ">>"])
            parts += [operator, str(self.random.randint(0, 70)) if operator in ("<<", ">>") else self.whole_operand(depth)]
        return self.joined(parts)

    def whole_operand(self, depth):
        return self.pick((6, self.int_literal), (2, self.bool_literal), (2, lambda: "~" + self.int_literal().lstrip("-")),
                         (2, lambda: "(%s)" % (self.whole(depth - 1) if depth > 1 else self.int_literal())))

    def truth(self, depth):
        if depth <= 0:
            return self.bool_literal()
        return self.pick((5, lambda: self.comparison(depth)), (2, lambda: self.logic(depth)),
                         (1, lambda: "not " + self.operand(depth)), (1, self.bool_literal), (1, self.literal),
                         (1, lambda: "%s is %s%s" % (self.random.choice(["None", "(1<2)", "True", "(%s)" % self.comparison(1)]),
                                                     self.random.choice(["", "not "]),
                                                     self.random.choice(["None", "True", "False"]))))

    def comparison(self, depth):
        parts = [self.comparand(depth)]
        same = self.chance(0.15)
        for _ in range(self.random.choices([1, 2, 3], [8, 3, 1])[0]):
            parts += [self.random.choice(self.comparisons), parts[0] if same else self.comparand(depth)]
        return self.joined(parts)

    def comparand(self, depth):
        return self.pick((4, self.literal), (1, lambda: self.operand(depth)), (1, lambda: self.whole(0)),
                         (1, lambda: "2**53"), (1, lambda: "2**53+1"), (1, lambda: "10**%d" % self.random.randint(15, 400)))

    def logic(self, depth):
        parts = [self.operand(depth)]
        for _ in range(self.random.randint(1, 3)):
            parts += [self.random.choice(["and", "or"]),
                      self.pick((5, lambda: self.operand(depth)), lambda: "not " + self.operand(depth), lambda: "1/0")]
        return " ".join(parts)

    def line(self):
        if self.chance(0.04):
            return self.clash()
        return self.number(self.random.randint(1, 3))

    def clash(self):
        """Any operator between any two kinds of number, None too."""
        kinds = [self.int_literal, self.bool_literal, self.float_literal, lambda: "None"]
        if self.complex_share:
            kinds.append(self.complex_literal)
        left, right = (self.wrapped(self.random.choice(kinds)()) for _ in range(2))
        if self.chance(0.15):
            return self.random.choice(["-", "+", "~", "not "]) + left
        return self.spaced(left, self.random.choice(BINARY + COMPARISONS + ["in"]), right)


def pairs(samples):
    """Every operator between every two kinds of value, two samples a kind."""
    for operator in BINARY + COMPARISONS + ["is", "is not", "in", "not in", "and", "or"]:
        for left in samples:
            for right in samples:
                if operator in ("is", "is not") and not {"None", "True", "False"} & {left, right}:
                    continue
                yield "%s %s %s" % (left, operator, right)
    for operator in ("-", "+", "~", "not "):
        for operand in samples:
            yield operator + operand


REAL_SAMPLES = ["3", "-7", "0", "2", "9223372036854775807", "10**25", "True", "False", "2.5", "-0.0", "0.0", "1e16", "1e400",
                "(1e400-1e400)", "-1.5", "None"]
COMPLEX_SAMPLES = ["1j", "(3-4j)", "0j", "-0j", "(1e308+1e308j)", "1e400j", "(-2.5+0.5j)"]
