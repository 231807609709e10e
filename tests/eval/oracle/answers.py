# SPDX-License-Identifier: MIT
"""What CPython 3.13 answers to a line, by the rules of language.md: the oracle that Keisan is held against.

A line is compiled as it stands, for its syntax errors, and then run from a tree in which every operator and every
loop looks at its operands first: a line that would take long or much memory raises Bomb and is no case. The same
tree counts which operator met which types. An expression that passes is then run as it stands, which gives the answer:
the looks hide its constants from CPython's compiler.
"""
import ast
import builtins
import cmath
import math
import operator
import re
import sys
import unicodedata
import warnings
from collections import Counter

sys.set_int_max_str_digits(1_000_000)
warnings.simplefilter("ignore")

BUILTINS = ("abs all any ascii bin bool chr complex dict divmod enumerate filter float format frozenset hex int len list map "
            "max min oct ord pow range repr reversed round set sorted str sum tuple zip").split()
# Methods that change their object: Keisan does not have them.
CHANGING = set("append extend insert remove pop clear sort reverse add discard update popitem setdefault "
               "difference_update intersection_update symmetric_difference_update".split())
# Methods whose values Keisan does not have (bytes).
FOREIGN = set("encode to_bytes from_bytes".split())
ADDRESS = re.compile(r" at 0x[0-9a-f]+>")


class Bomb(Exception):
    """The line would take too long or too much memory to be a case."""


class Foreign(Exception):
    """The line uses what Keisan leaves out on purpose; Python's answer says nothing."""


def library():
    names = {name: value for name, value in vars(math).items() if not name.startswith("_")}
    names.update({name: getattr(builtins, name) for name in BUILTINS})
    names.update({"math": math, "cmath": cmath})
    return names


LIBRARY = library()


def has_lasting_hash(value):
    """Whether a value has the same hash in every run: numbers, None, and what holds only those."""
    if isinstance(value, (tuple, frozenset)):
        return all(map(has_lasting_hash, value))
    return value is None or isinstance(value, (int, complex)) or (isinstance(value, float) and value == value)


class Looks:
    """The looks at operands that are put into the tree; counts operators by the types they met."""

    MAX_BITS = 20_000
    MAX_LENGTH = 5_000

    def __init__(self):
        self.met = Counter()

    def binary(self, name, left, right):
        self.met[name, type(left).__name__, type(right).__name__] += 1
        if name == "**" and isinstance(left, int) and isinstance(right, int):
            if left.bit_length() * right > self.MAX_BITS:
                raise Bomb
        elif name == "<<" and isinstance(left, int) and isinstance(right, int):
            if left and left.bit_length() + right > self.MAX_BITS:
                raise Bomb
        elif name == "*":
            self.times(left, right)
        return self.ordered(OPERATORS[name](left, right))

    def times(self, left, right):
        if isinstance(left, int) and isinstance(right, int):
            if left.bit_length() + right.bit_length() > self.MAX_BITS:
                raise Bomb
        for sequence, count in ((left, right), (right, left)):
            if isinstance(sequence, (str, list, tuple)) and isinstance(count, int):
                if len(sequence) * count > self.MAX_LENGTH:
                    raise Bomb

    def compared(self, name, left, right):
        self.met[name, type(left).__name__, type(right).__name__] += 1
        return COMPARISONS[name](left, right)

    def ordered(self, value):
        """A set's order is Python's only where the hashes of its elements last; an address in a text is not Keisan's."""
        if isinstance(value, (set, frozenset)) and len(value) > 1 and not all(map(has_lasting_hash, value)):
            raise Foreign
        if isinstance(value, str) and ADDRESS.search(value):
            raise Foreign
        return value

    def sortable(self, value):
        """A set whose order does not matter where it goes."""
        return value if isinstance(value, (set, frozenset)) and all(isinstance(x, str) for x in value) else self.ordered(value)

    def small(self, value):
        """An argument whose size makes the work of a function."""
        if isinstance(value, int) and abs(value) > 3_000 and not isinstance(value, bool):
            raise Bomb
        return value

    def factor(self, value):
        """Where prod() begins: a text or list would grow with every factor."""
        if isinstance(value, (str, list, tuple)):
            raise Bomb
        return value

    def short(self, value):
        """Something that is gone through."""
        if isinstance(value, range) and (value.stop - value.start) // value.step > self.MAX_LENGTH:
            raise Bomb
        return value


OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
             "%": operator.mod, "**": operator.pow, "<<": operator.lshift, ">>": operator.rshift, "&": operator.and_,
             "|": operator.or_, "^": operator.xor, "@": operator.matmul}
OPERATOR_NAMES = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
                  ast.Pow: "**", ast.LShift: "<<", ast.RShift: ">>", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
                  ast.MatMult: "@"}
COMPARISONS = {"<": operator.lt, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt,
               ">=": operator.ge, "is": operator.is_, "is not": operator.is_not, "in": lambda a, b: a in b,
               "not in": lambda a, b: a not in b}
COMPARISON_NAMES = {ast.Lt: "<", ast.LtE: "<=", ast.Eq: "==", ast.NotEq: "!=", ast.Gt: ">", ast.GtE: ">=",
                    ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in"}
# Functions whose work grows with the value of an argument, and which argument that is.
WORKING = {"factorial": (0,), "comb": (0, 1), "perm": (0, 1), "ldexp": (1,), "round": (1,), "pow": (1,),
           "center": (0,), "ljust": (0,), "rjust": (0,), "zfill": (0,), "expandtabs": (0,)}
# Functions to which the order of a set is nothing.
ORDERLESS = set("sorted len min max bool all any isdisjoint issubset issuperset".split())
LOOKS = "0looks"  # no name of the language


class WithLooks(ast.NodeTransformer):
    def look(self, method, *arguments):
        name = ast.Attribute(ast.Name(LOOKS, ast.Load()), method, ast.Load())
        return ast.Call(name, list(arguments), [])

    def visit_BinOp(self, node):
        self.generic_visit(node)
        name = ast.Constant(OPERATOR_NAMES[type(node.op)])
        return self.look("binary", name, node.left, node.right)

    def visit_Compare(self, node):
        self.generic_visit(node)
        if len(node.ops) > 1:
            node.comparators = [self.look("short", c) if isinstance(o, (ast.In, ast.NotIn)) else c
                                for o, c in zip(node.ops, node.comparators)]
            return node
        name = ast.Constant(COMPARISON_NAMES[type(node.ops[0])])
        return self.look("compared", name, node.left, self.look("short", node.comparators[0]))

    def visit_FormattedValue(self, node):
        node.value = self.visit(node.value)
        for part in getattr(node.format_spec, 'values', ()):
            self.visit(part)
        return node

    def visit_Set(self, node):
        self.generic_visit(node)
        return self.look("sortable" if getattr(node, "orderless", False) else "ordered", node)

    visit_SetComp = visit_Set
    visit_JoinedStr = visit_Set

    def visit_Call(self, node):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        for argument in node.args:
            argument.orderless = name in ORDERLESS
        self.generic_visit(node)
        if name == "prod":
            for keyword in node.keywords:
                keyword.value = self.look("factor", keyword.value)
        if name != "range" and name != "len":
            growing = WORKING.get(name, ())
            node.args = [a if isinstance(a, ast.Starred) else self.look("small" if i in growing else "short", a)
                         for i, a in enumerate(node.args)]
        return self.look("sortable" if getattr(node, "orderless", False) else "ordered", node)

    def visit_comprehension(self, node):
        self.generic_visit(node)
        node.iter = self.look("short", node.iter)
        return node

    def visit_Starred(self, node):
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            node.value = self.look("short", node.value)
        return node

    def visit_Attribute(self, node):
        if node.attr.startswith("_") or node.attr in CHANGING or node.attr in FOREIGN:
            raise Foreign
        return self.generic_visit(node)

    def visit_Constant(self, node):
        if isinstance(node.value, bytes) or node.value is ...:
            raise Foreign
        return node


def printable(text):
    """A reply is one line: control characters and lone surrogates as repr writes them; addresses are left out."""
    text = ADDRESS.sub(">", text)
    text = re.sub(r"<module '(\w+)' [^>]*>", r"<module '\1' (built-in)>", text)
    return "".join(repr(c)[1:-1] if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)


def error_reply(error):
    return "Error: " + printable(str(error))


class Session:
    """The names and answers of one connection, as Level 3 of language.md has them."""

    def __init__(self, looks=None):
        self.looks = looks or Looks()
        self.names = {}
        self.answers = []

    def builtins(self):
        known = dict(LIBRARY)
        if self.answers:
            known.update({"_%d" % (i + 1): value for i, value in enumerate(self.answers)})
            known.update({"_": self.answers[-1], "ans": self.answers[-1]})
        known[LOOKS] = self.looks
        return known

    def reply(self, line):
        try:
            definition = definition_of(line)
            statement = definition is not None or is_statement(line)
            tree = compiled(definition or line, "single" if statement else "eval")
        except (SyntaxError, UnicodeError, MemoryError) as error:
            return error_reply(error)
        before = dict(self.names)
        self.names["__builtins__"] = self.builtins()
        try:
            value = run_statement(tree, self.names) if statement else run(tree, line, self.names)
            text = printable(str(value))
        except (Bomb, Foreign, MemoryError, RecursionError):
            raise Bomb from None
        except Exception as error:  # whatever Python raises is the answer; nothing is bound then
            self.names.clear()
            self.names.update(before)
            return error_reply(error)
        self.keep(value)
        return text

    def keep(self, value):
        known = self.names["__builtins__"]
        self.answers = [known["_%d" % (i + 1)] for i in range(len(self.answers))]
        if value is not None and not holds_iterator(value):
            self.answers.append(value)


def holds_iterator(value):
    """Iterators live within one evaluation: such an answer is printed, not kept."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return any(holds_iterator(element) for element in value)
    if isinstance(value, dict):
        return any(holds_iterator(element) for element in value.values())
    return hasattr(value, "__next__")


DEFINITION = re.compile(r"\s*([a-zA-Z_]\w*)\((.*?)\)\s*=(?!=)(.*)")


DEFINITION_HEAD = re.compile(r"\s*[^\W\d]\w*\s*\((?:[^()]|\([^()]*\))*\)\s*=(?!=)")


def definition_of(line):
    """f(x) = ... as Python writes it, None for any other line."""
    match = DEFINITION.fullmatch(line)
    definition = "def %s(%s): return (%s)\n" % match.groups() if match else None
    return definition if definition and compiles(definition) else None


def begins_definition(line):
    """Whether the line is f(x) = ... with parameters and a body of any kind: a fault in them lies there, not at the '='."""
    return DEFINITION_HEAD.match(line) is not None


def compiles(statement):
    try:
        compile(statement, "<string>", "single")
    except SyntaxError:
        return False
    return True


def is_statement(line):
    """Whether the line begins with a legal target and '=', an augmented '=', or is a del."""
    if re.match(r"\s*del\b", line):
        return True
    return any(is_assignment(line[:sign.start()] + "=0") for sign in re.finditer(r"(?<![=!<>:])=(?!=)|(?<=<<|>>)=", line))


def is_assignment(line):
    try:
        tree = ast.parse(line, mode="single")
    except (SyntaxError, UnicodeError, MemoryError):
        return False
    return len(tree.body) == 1 and isinstance(tree.body[0], (ast.Assign, ast.AugAssign))


def is_session_line(line):
    """Whether the line has a meaning in a session that it has not in Python's eval."""
    return begins_definition(line) or is_statement(line)


def compiled(line, mode):
    """The line's tree with the looks in it; SyntaxError as CPython has it."""
    compile(line, "<string>", mode)
    return ast.fix_missing_locations(WithLooks().visit(ast.parse(line, "<string>", mode)))


def run(tree, line, environment):
    try:
        eval(compile(tree, "<string>", "eval"), dict(environment))
    except (Bomb, Foreign, MemoryError, RecursionError):
        raise
    except Exception:  # it comes again
        pass
    return eval(compile(line, "<string>", "eval"), environment)


def run_statement(tree, environment):
    statement = tree.body[0]
    if len(tree.body) > 1:
        raise Foreign  # Keisan has one statement a line
    if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
        keep_what_others_hold(environment, statement.target.id)
    if isinstance(statement, ast.Assign):
        statement.targets.insert(0, ast.Name("0reply", ast.Store()))
        ast.fix_missing_locations(tree)
    changes = any(isinstance(node, (ast.Subscript, ast.Attribute)) and not isinstance(node.ctx, ast.Load)
                  for node in ast.walk(statement))
    try:
        exec(compile(tree, "<string>", "single"), environment)
    except LookupError:
        if changes:
            raise Foreign from None
        raise
    if changes:
        raise Foreign  # what changes in Python does not in Keisan
    if isinstance(statement, ast.Assign):
        return environment.pop("0reply")
    if isinstance(statement, ast.AugAssign):
        return environment[statement.target.id]
    return environment[statement.name] if isinstance(statement, ast.FunctionDef) else None


def keep_what_others_hold(environment, name):
    """Keisan's values never change: += makes a new list, also where another name holds the old one."""
    value = environment.get(name, environment["__builtins__"].get(name))
    if not isinstance(value, (list, set, dict)):
        return
    copy = value.copy()
    if isinstance(value, set) and (list(copy), copy.__sizeof__()) != (list(value), value.__sizeof__()):
        raise Foreign  # a copy has another order, or will have
    environment[name] = value
    for names in (environment, environment["__builtins__"]):
        for other, held in names.items():
            if held is value and (other != name or names is not environment):
                names[other] = copy
            elif other != "__builtins__" and holds(held, value):
                raise Foreign


def holds(container, value):
    """Whether a container has this very value in it, or in what it holds."""
    if isinstance(container, dict):
        container = container.values()
    elif not isinstance(container, (list, tuple)):
        return False
    return any(held is value or holds(held, value) for held in container)


def reply(line, looks=None):
    """The reply of a fresh session. Raises Bomb or Foreign where the line is no case."""
    return Session(looks).reply(line)
