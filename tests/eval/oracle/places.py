# SPDX-License-Identifier: MIT
"""Where an error of the line lies, by CPython's own account: the caret of a syntax error, the operation or name at
fault of any other. Places are half-open ranges of code points, (start, end).

CPython 3.13 knows the whole expression at fault; what of it Keisan points at is its operator, its name, its brackets or
its attribute, which is also where CPython draws its carets.
"""
import ast
import re

import answers

OPERATOR = re.compile(r"\*\*|//|<<|>>|[-+*/%@&|^]")
COMPARISON = re.compile(r"<=|>=|==|!=|<|>|not\s+in|in|is\s+not|is")


def of_syntax_error(line):
    """None if the line has no syntax error, or one without a place.

    Where the line ends too early CPython names no place: then it is the line's end. An end that CPython does not know is
    None.
    """
    try:
        compile(line, "<string>", "eval")
    except SyntaxError as error:
        if error.offset is None or error.lineno != 1:
            return None
        if error.offset == 0:
            return len(line), len(line)
        has_end = error.end_lineno == 1 and error.end_offset and error.end_offset > error.offset
        counted = in_code_points if counts_bytes(line, error) else lambda _, offset: offset
        return counted(line, error.offset - 1), counted(line, error.end_offset - 1) if has_end else None
    except (MemoryError, ValueError):
        return None
    return None


def counts_bytes(line, error):
    """Whether CPython gives bytes for code points: it does where the compiler finds fault, not the parser."""
    if "leading zeros" in str(error):
        return True
    try:
        ast.parse(line, "<string>", "eval")
    except (SyntaxError, ValueError, MemoryError):
        return False
    return True


def in_code_points(line, offset):
    return len(line.encode()[:offset].decode(errors="ignore"))


def of_fault(line):
    """The place of what fails when the line is run; None where nothing does, or where the place is not one node's."""
    tree = ast.parse(line, "<string>", "eval")
    try:
        eval(compile(tree, "<string>", "eval"), {"__builtins__": answers.LIBRARY})
    except Exception as error:
        return within_line(line, tree, positions_of(error), "is not iterable" in str(error))
    return None


def positions_of(error):
    """(start, end) in bytes of the last instruction of the line that ran."""
    found, trace = None, error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        if code.co_filename == "<string>":
            _, _, start, end = list(code.co_positions())[trace.tb_lasti // 2]
            found = start, end
        trace = trace.tb_next
    return found


def within_line(line, tree, positions, is_iteration):
    if not positions or None in positions:
        return None
    data = line.encode()
    nodes = [node for node in ast.walk(tree) if (getattr(node, "col_offset", None), getattr(node, "end_col_offset", None)) == positions]
    iterables = [node.iter for node in ast.walk(tree) if isinstance(node, ast.comprehension)] if is_iteration else []
    parts = {positions if node in iterables else part(data, node) for node in nodes}
    if len(parts) != 1 or None in parts:
        return None
    start, end = parts.pop()
    return in_code_points(line, start), in_code_points(line, end)


def part(data, node):
    """What of a node is at fault, in bytes; None where that cannot be told."""
    if isinstance(node, ast.BinOp):
        return between(data, node.left, node.right, OPERATOR)
    if isinstance(node, ast.Compare):
        return between(data, node.left, node.comparators[0], COMPARISON) if len(node.ops) == 1 else None
    if isinstance(node, ast.UnaryOp):
        return node.col_offset, node.col_offset + 1
    if isinstance(node, ast.Subscript):
        return data.index(b"[", node.value.end_col_offset), node.end_col_offset
    # Keisan points at the * or ** that is at fault.
    if any(isinstance(item, ast.Starred) for item in getattr(node, "elts", getattr(node, "args", ()))):
        return None
    if isinstance(node, ast.Call):
        if any(keyword.arg is None for keyword in node.keywords):
            return None
        return data.index(b"(", node.func.end_col_offset), node.end_col_offset
    if isinstance(node, ast.Attribute):
        return data.index(b".", node.value.end_col_offset), node.end_col_offset
    # Of these Keisan points at the part at fault.
    if isinstance(node, (ast.FormattedValue, ast.JoinedStr, ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp, ast.Dict)):
        return None
    return node.col_offset, node.end_col_offset


def between(data, left, right, sign):
    found = sign.search(data[left.end_col_offset:right.col_offset].decode())
    start = left.end_col_offset + found.start()
    return start, start + len(found[0])
