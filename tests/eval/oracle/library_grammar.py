# SPDX-License-Identifier: MIT
"""Random expressions of Level 2: the library, texts, containers, comprehensions, lambdas, formatting.

A template is an expression with holes, {kind}, for which `Library.fill` puts random values or further templates of that
kind (the methods hole_*); {{ and }} stand for braces.
"""
import re
import unicodedata

from numbers_grammar import BINARY, COMPARISONS, EDGES, FLOAT_EDGES, Numbers
from library_templates import FUNCTIONS, SHAPES, WRONG_CALLS

HOLE = re.compile(r"\{\{|\}\}|\{([a-z]\w*)\}")
WORDS = ["a", "abc", "Hello", "hello world", "spam eggs", "", " pad ", "x,y,,z", "a-b-c", "ABC", "aXbXc", "123", "-42", "3.14",
         "it's", 'say "hi"', "tab\\there", "line\\nbreak", "éàü", "ß", "ﬁ", "日本語", "naïve café", "MiXeD", "title case me",
         "aaa", "abcabc", "0x1f", "1_000", " 7 ", "%d", "π", "Ǆ", "İ", "ΑΣ", "١٢٣", "x²", "\\x00", "\\u200b", "😀", "a\\\\b"]
SPECIAL_FLOATS = ["inf", "-inf", "nan", "0.0", "-0.0", "1e308", "5e-324", "1e16", "pi", "e", "tau", "0.5", "1.5", "2.5"]
# The kinds of value, as templates: every operator meets every two of them.
KINDS = {"int": "{i}", "bool": "True", "float": "({f})", "complex": "complex({z})", "NoneType": "None", "str": "{lit}", "tuple": "{t}",
         "list": "{li}", "range": "{r}", "set": "{si}", "frozenset": "frozenset({li})", "dict": "{d}",
         "function": "(lambda: 0)", "dict_keys": "dict.fromkeys({li}).keys()", "builtin_function_or_method": "abs"}


class Library(Numbers):
    MAX_DEPTH = 3

    def line(self):
        roll = self.random.random()
        if roll < 0.07:
            return self.fill(self.random.choice(WRONG_CALLS), 1)
        if roll < 0.14:
            return self.wrong()
        return self.fill(self.random.choice(FUNCTIONS if self.chance(0.6) else SHAPES), self.random.randint(1, 3))

    def pairs(self):
        """Every operator between every two kinds of value, and every unary one before every kind."""
        for operator in BINARY + COMPARISONS + ["in", "not in", "and", "or"]:
            for left in KINDS.values():
                for right in KINDS.values():
                    yield "%s %s %s" % (self.fill(left, 0), operator, self.fill(right, 0))
        for operator in ("-", "+", "~", "not "):
            for operand in KINDS.values():
                yield operator + self.fill(operand, 0)

    def fill(self, template, depth):
        return HOLE.sub(lambda hole: self.value(hole[1], depth) if hole[1] else hole[0][0], template)

    def value(self, kind, depth):
        return getattr(self, "hole_" + kind)(depth)

    def wrong(self):
        """A call with an argument of a kind that it may not expect, one too many, or one too few."""
        template = self.random.choice(FUNCTIONS)
        holes = [hole for hole in HOLE.finditer(template) if hole[1]]
        if not holes:
            return self.fill(template, 1)
        hole = self.random.choice(holes)
        roll = self.random.random()
        if roll < 0.7:
            replaced = self.hole_any(1)
        elif roll < 0.85:
            replaced = "%s, %s" % (self.value(hole[1], 1), self.hole_i(1))
        else:
            replaced = ""
        return self.fill(template[:hole.start()], 1) + replaced + self.fill(template[hole.end():], 1)

    # Numbers

    def deeper(self, depth, share=0.25):
        return depth > 0 and self.chance(share)

    def hole_i(self, depth):
        """A small int."""
        if self.deeper(depth):
            return self.fill(self.random.choice(["len({l})", "len({s})", "({i}+{i})", "abs({i})", "ord({ch})", "({i}*{i})",
                                                 "{li}[{k}]", "max({li})", "sum({li})", "int({f})", "round({f})", "({i}%{m})",
                                                 "(lambda x: x*{i})({i})", "{b}", "({i} if {b} else {i})"]), depth - 1)
        return str(self.random.choice([0, 1, 2, 3, 4, 5, 7, 10, 12, 20, 100, -1, -2, -5]))

    def hole_k(self, depth):
        """An index that lists of HOLES mostly have."""
        return self.random.choice(["0", "1", "-1", "2", "-2", "0", "-1", "0"])

    def hole_m(self, depth):
        """A count or modulus: at least 1."""
        return self.random.choice("1 2 3 4 5 7 8 9 10 12 16".split())

    def hole_n(self, depth):
        """An int that is not negative."""
        return self.random.choice([str(self.random.randint(0, 25)), str(self.random.randint(0, 150)), "0", "1"])

    def hole_big(self, depth):
        """An int of any size."""
        return self.random.choice([str(self.random.choice(EDGES)), self.long_int(), str(self.random.randint(-10 ** 6, 10 ** 6)),
                                   "2**%d" % self.random.randint(0, 200), self.hole_i(depth)])

    def hole_f(self, depth):
        if self.deeper(depth):
            return self.fill(self.random.choice(["sqrt({p})", "({f}+{f})", "float({i})", "{f}*{i}", "math.sin({f})", "({x}/{m})",
                                                 "fsum({lf})", "abs({f})", "{lf}[{k}]"]), depth - 1)
        if self.chance(0.1):
            return self.random.choice(SPECIAL_FLOATS)
        return self.pick(self.short_float, self.short_float, self.exponent_float,
                         lambda: "-" + self.short_float(), lambda: repr(self.random.uniform(-10, 10)))

    def hole_x(self, depth):
        """Any real number."""
        return self.pick((3, lambda: self.hole_i(depth)), (4, lambda: self.hole_f(depth)), (1, lambda: self.hole_big(depth)),
                         (0.5, lambda: self.random.choice(["True", "False"])), (0.7, lambda: self.random.choice(FLOAT_EDGES)),
                         (0.7, lambda: self.random.choice(SPECIAL_FLOATS)))

    def hole_p(self, depth):
        """A real number above 0."""
        return self.pick((2, lambda: str(self.random.randint(1, 40))), (3, self.short_positive), (1, lambda: repr(
            10 ** self.random.uniform(-12, 12))), (0.5, lambda: self.random.choice(["pi", "e", "tau", "1e300", "5e-324", "inf"])),
            (0.5, lambda: str(abs(self.random.choice(EDGES)) or 1)))

    def short_positive(self):
        return "%.*f" % (self.random.randint(1, 4), self.random.uniform(0.1, self.random.choice([1, 10, 200])))

    def hole_u(self, depth):
        """A real number from -1 to 1."""
        return self.random.choice(["0", "1", "-1", "0.5", "-0.5", repr(self.random.uniform(-1, 1)), repr(self.random.uniform(
            -1, 1)), "%.3f" % self.random.uniform(-1, 1), "1e-20", "-0.0", "True"])

    def hole_z(self, depth):
        """A complex number, seldom a real one."""
        if self.chance(0.2):
            return self.hole_x(depth)
        part = lambda: self.random.choice(["0", "1", "2", "0.5", "1.5", "3.25", "1e-5", "100", "0.0", "1e400", "1e154", "7",
                                           "%.3f" % self.random.uniform(0, 3)])
        return "(%s%s%s%sj)" % (self.random.choice(["", "-"]), part(), self.random.choice("+-"), part())

    def hole_b(self, depth):
        if self.deeper(depth):
            return self.fill(self.random.choice(["({i}<{i})", "(not {i})", "({i} in {li})", "({s}=={s})"]), depth - 1)
        return self.random.choice(["True", "False"])

    # Texts

    def quoted(self, text):
        if "'" in text:
            return '"%s"' % text if '"' not in text else "'%s'" % text.replace("'", "\\'")
        return self.random.choice(["'%s'", "'%s'", '"%s"'] if '"' not in text else ["'%s'"]) % text

    def hole_s(self, depth):
        if self.deeper(depth, 0.2):
            return self.fill(self.random.choice(["({s}+{s})", "{s}.upper()", "str({any})", "{s}[::-1]", "({s}*{m})", "repr({s})",
                                                 "{ls}[{k}]", "', '.join({ls})", "{fs}", "chr({ord})", "{s}.strip()", "hex({i})"]),
                             depth - 1)
        return self.quoted(self.random.choice(WORDS))

    def hole_lit(self, depth):
        return self.quoted(self.random.choice(WORDS))

    def hole_lit2(self, depth):
        """A text in double quotes' company: without quotes of its own."""
        return "str(%s)" % self.hole_i(0)

    def hole_text(self, depth):
        """Any characters: of many scripts, cases and categories; what does not print is escaped."""
        low, high = self.random.choice([(0, 0x7f), (0x80, 0x24f), (0x250, 0x6ff), (0x900, 0x10ff), (0x1e00, 0x24ff),
                                        (0x2c00, 0x33ff), (0xa640, 0xabff), (0xfb00, 0xffef), (0x10400, 0x11fff), (0x1d400, 0x1fbff)])
        text = "".join(chr(self.random.randint(low, high)) for _ in range(self.random.randint(1, 5)))
        return "'%s'" % "".join(c if c.isprintable() and c not in "'\\{}" else self.escape(ord(c)) for c in text)

    def hole_named(self, depth):
        """A character by its name, seldom by something near it."""
        name = ""
        while not name:
            name = unicodedata.name(chr(self.random.choice([self.random.randint(0x20, 0x2fff), self.random.randint(0x3000, 0x1fbff)])), "")
        if self.chance(0.1):
            at = self.random.randrange(len(name))
            name = name[:at] + self.random.choice("AEX -1") + name[at + 1:]
        if self.chance(0.1):
            name = self.random.choice(["LF", "NBSP", "BEL", "ZWJ", "VS17", "LATIN SMALL LETTER GHA", "ESC", "BOM", "no name", "KEYCAP DIGIT ONE"])
        return "\\N{%s}" % (name if self.chance(0.8) else name.lower())

    @staticmethod
    def escape(code):
        return "\\x%02x" % code if code < 0x100 else "\\u%04x" % code if code < 0x10000 else "\\U%08x" % code

    def hole_k2(self, depth):
        return self.random.choice("aabc")

    def hole_pspec(self, depth):
        """A conversion of printf-style formatting."""
        return "%" + "".join(self.random.sample("-+ #0", self.random.choice([0, 0, 1, 2]))) + self.random.choice(["", "", "5", "10"]) \
            + self.random.choice(["", "", ".0", ".2", ".5"]) + self.random.choice("diouxXeEfFgGcrsa%")

    def hole_zspec(self, depth):
        return self.random.choice(["", "<", ">", "^"]) + self.random.choice(["", "+", " "]) + self.random.choice(["", "20", "30"]) \
            + self.random.choice(["", ",", "_"]) + self.random.choice(["", ".2", ".3", ".0"]) + self.random.choice(["", "f", "g", "e", "E"])

    def hole_ch(self, depth):
        return self.quoted(self.random.choice(["a", "Z", "0", " ", "é", "日", "😀", "\\n", "~"]))

    def hole_sub(self, depth):
        """A short text that others may contain."""
        return self.quoted(self.random.choice(["a", "b", "l", "lo", " ", ",", "-", "X", "x", "bc", "he", "é", "3", "z"]))

    def hole_ord(self, depth):
        return str(self.random.choice([65, 97, 48, 32, 233, 0x3b1, 0x65e5, 0x1f600, 127, 160, 10, 0x10ffff]))

    def hole_ls(self, depth):
        if self.deeper(depth, 0.2):
            return self.fill(self.random.choice(["{s}.split()", "list({s})", "sorted({ls})", "[str(x) for x in {li}]",
                                                 "{s}.split(',')", "({ls}+{ls})", "list(map(str, {li}))"]), depth - 1)
        return "[%s]" % ", ".join(self.quoted(self.random.choice(WORDS)) for _ in range(self.random.randint(1, 4)))

    def hole_numeral(self, depth):
        return self.quoted(self.random.choice(["12", "-7", " 42 ", "1_000", "+5", "0", "007", "12.5", "", "abc", "0x1f", "1__0",
                                               "99999999999999999999", "١٢٣", "1e3", "_1", "1_"]))

    def hole_decimal(self, depth):
        return self.quoted(self.random.choice(["1.5", "-2.5e3", " 3 ", "inf", "-Infinity", "nan", "1e400", "1_0.0_1", ".5", "5.",
                                               "", "abc", "1e", "+.5", "0.1e-5", "--1", "infin", "1e-400", "٣.٥", "1.5.2"]))

    def hole_complextext(self, depth):
        return self.quoted(self.random.choice(["1+2j", "j", "-j", "1", "(3-4j)", " 1j ", "1e3+2.5e-1j", "infj", "nan+infj",
                                               "1+2", "", "1 + 2j", "j1", "1+j2", "(1", "1_0+2_0j", "-0-0j"]))

    # Containers

    def listed(self, maker, low=1, high=5):
        return "[%s]" % ", ".join(maker() for _ in range(self.random.randint(low, high)))

    def hole_li(self, depth):
        if self.deeper(depth, 0.25):
            return self.fill(self.random.choice(["list(range({m}))", "[x*{i} for x in {li}]", "sorted({li})", "({li}+{li})",
                                                 "[{i}, *{li}]", "[x for x in {r} if x%2]", "{li}[::-1]", "list({si})",
                                                 "[len(x) for x in {ls}]", "list(map(abs, {li}))", "({li}*2)"]), depth - 1)
        return self.listed(lambda: self.hole_i(0), 1, 6)

    def hole_lf(self, depth):
        return self.listed(lambda: self.hole_f(0), 1, 6)

    def hole_lx(self, depth):
        """Real numbers of both kinds."""
        return self.listed(lambda: self.hole_x(0), 0, 6)

    def hole_l(self, depth):
        if self.deeper(depth, 0.5):
            return self.fill(self.random.choice(["{li}", "{ls}", "{lf}", "[{li}, {s}]", "[({i}, {s}), ({i}, {s})]", "[[], {any}]"]),
                             depth - 1)
        return self.listed(lambda: self.hole_any(0), 0, 4)

    def hole_t(self, depth):
        return self.fill(self.random.choice(["()", "({i},)", "({i}, {i})", "({i}, {s}, {f})", "tuple({li})",
                                             "({i}, ({i}, {i}))", "({s}, {s})"]), max(depth - 1, 0))

    def hole_r(self, depth):
        return self.fill(self.random.choice(["range({m})", "range({i}, {i})", "range({i}, {m}, {m})", "range({m}, {i}, -{m})",
                                             "range(10)", "range({i}, {m}+20, {m})"]), 0)

    def hole_si(self, depth):
        """A set of ints, whose order the ints decide."""
        if self.deeper(depth, 0.2):
            return self.fill(self.random.choice(["set({li})", "{x%{m} for x in {li}}", "({si}|{si})", "({si}&{si})", "({si}-{si})",
                                                 "frozenset({li})", "({si}^{si})", "set({r})", "{*{its}, {i}}", "{{i}, *{its}}",
                                                 "({vw}|{its})", "({its}&{vw})", "({vw}-{its})", "({vw}^{its})", "{si}.union({its})",
                                                 "{si}.difference({its}, {its})", "{si}.symmetric_difference({its})",
                                                 "{{i}, ({k}, 40)[1], 10, 50}", "{50, {i}, ({k}, {i})[-1]}"]), depth - 1)
        return "{%s}" % ", ".join(str(self.random.choice([0, 1, 2, 3, 5, 8, 9, 16, 17, -1, -2, 33, 64, 100, 1000, 2 ** 40, -7]))
                                  for _ in range(self.random.randint(1, 7)))

    def hole_k(self, depth):
        """What CPython's compiler folds to a constant, or would but for its size or an error."""
        if self.deeper(depth + 2, 0.6):
            return self.fill(self.random.choice(["({k}*{k})", "({k}+{k})", "({k}*{k})", "({k}%{k})", "({k}**{k})", "({k}<<{k})",
                                                 "({k}-{k})", "({k}|{k})", "(-{k})", "(~{k})", "(not {k})", "({k}, {k})",
                                                 "{k}[{k}]", "{k}[1:]", "({k}, 1)[0]"]), depth - 1)
        return self.random.choice(["()", "(1,)", "(1, 2)", "(1, 'a', None)", "((1, 2), 3)", "((1,)*16,)", "''", "'ab'", "'%d'", "0",
                                   "1", "2", "-1", "64", "256", "257", "2049", "2**63", "1.5", "2j", "True", "None"])

    def hole_vw(self, depth):
        """A view of a dict's keys or items."""
        return self.fill(self.random.choice(["dict.fromkeys({li}).keys()", "dict(zip({li}, {li})).items()",
                                             "{1: {i}, 2: {i}, {i}: 3}.items()"]), 0)

    def hole_d(self, depth):
        if self.deeper(depth, 0.2):
            return self.fill(self.random.choice(["dict(zip({ls}, {li}))", "dict(a={i}, b={any})", "{x: x*x for x in {li}}",
                                                 "{**{d}, 'z': {i}}", "({d}|{d})", "dict([('a', {i}), ('b', {s})])",
                                                 "dict(enumerate({ls}))", "dict.fromkeys({ls}, {i})"]), depth - 1)
        keys = self.random.sample(["'a'", "'b'", "1", "2", "(1, 2)", "'key'", "None", "2.5", "True"], self.random.randint(0, 4))
        return "{%s}" % ", ".join("%s: %s" % (key, self.hole_any(0)) for key in keys)

    def hole_any(self, depth):
        kinds = ["i", "f", "s", "x"] if depth <= 0 else ["i", "f", "s", "x", "z", "l", "t", "d", "si", "r", "b", "li", "ls", "fn"]
        if self.chance(0.08):
            return self.random.choice(["None", "True", "False", "()", "[]", "''", "0", "{}"])
        return self.value(self.random.choice(kinds), depth - 1)

    def hole_it(self, depth):
        """Something that gives ints."""
        return self.value(self.random.choice(["li", "r", "si", "li"]), depth)

    def hole_its(self, depth):
        """Something that a set takes: ints, or a dict or view of them."""
        return self.fill(self.random.choice(["{it}", "{it}", "{vw}", "dict.fromkeys({li})"]), depth)

    def hole_fn(self, depth):
        """A function of one number."""
        return self.random.choice(["abs", "float", "str", "(lambda x: x*2)", "(lambda x: x+1)", "(lambda x: -x)", "bool", "sqrt",
                                   "math.floor", "(lambda x, y=2: x**y)", "repr", "(lambda v: [v])"])

    # Formatting

    def hole_ispec(self, depth):
        return self.spec(self.random.choice(["", "d", "x", "X", "o", "b", "n", "c", "e", "f", "g", "%", "s"])
                         if self.chance(0.5) else self.random.choice("dxXob"))

    def hole_fspec(self, depth):
        return self.spec(self.random.choice(["", "e", "E", "f", "F", "g", "G", "n", "%", "f", "f", "g", "d"]))

    def hole_sspec(self, depth):
        return self.spec(self.random.choice(["", "s"]), text=True)

    def spec(self, kind, text=False):
        align = self.random.choice(["", "", "<", ">", "^", "=" if not text else "^", "*>", "_<", "0^", "é>"])
        sign = "" if text else self.random.choice(["", "", "", "+", "-", " "]) + self.random.choice([""] * 9 + ["z"])
        alternate = "" if text else self.random.choice(["", "", "", "", "#"])
        width = self.random.choice(["", "", "5", "8", "12", "20", "010", "3", "08"])
        grouping = "" if text else self.random.choice(["", "", "", "", ",", "_"])
        precision = self.random.choice(["", "", ".0", ".1", ".2", ".3", ".5", ".10", ".20"]) if text or kind in tuple("eEfFgGn%") \
            or (kind == "" and self.chance(0.3)) else ""
        return align + sign + alternate + width + grouping + precision + kind

    def hole_fs(self, depth):
        """An f-string."""
        fields = ["{{{i}}}", "{{{f}:{fspec}}}", "{{{s}!r}}", "{{{i}:{ispec}}}", "{{{any}}}", "{{{i}=}}", "{{{f}:{{{m}}}}}",
                  "{{{x}:.{{{m}}}f}}", "{{{s}:{sspec}}}", "text ", "{{{{", "}}}}", "{{ {i} }}", "{{{l}!s:>20}}", "{{{s}!a}}"]
        parts = [self.random.choice(fields) for _ in range(self.random.randint(1, 3))]
        body = self.fill("".join(parts), 0)
        return 'f"%s"' % body if '"' not in body else "f'%s'" % body
