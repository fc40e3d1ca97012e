"""One change of every line of Python that can be changed: an operator, a constant, a call's
argument, or, where there is none, the statement itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

OPERATORS = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"),
             ast.Pow: ("**", "*"), ast.FloorDiv: ("//", "*"), ast.Mod: ("%", "//"),
             ast.MatMult: ("@", "+")}
COMPARISONS = {ast.Lt: ("<", ">="), ast.Gt: (">", "<="), ast.LtE: ("<=", ">"),
               ast.GtE: (">=", "<"), ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="),
               ast.Is: (" is ", " is not "), ast.IsNot: (" is not ", " is "),
               ast.In: (" in ", " not in "), ast.NotIn: (" not in ", " in ")}
LEFT_ALONE = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Pass)


@dataclass(frozen=True)
class CodeChange:
    line: int
    before: str  # the line, stripped
    after: str
    source: str  # the whole of it, changed


def changes(source: str) -> Iterator[CodeChange]:
    """At most one change a line, in order."""
    tree = ast.parse(source)
    lines = source.split("\n")
    taken: set[int] = set()
    for node in [*_expressions(tree), *_statements(tree)]:
        line, replaced = _change(node, lines)
        if replaced is None or line in taken or replaced == lines[line - 1]:
            continue
        taken.add(line)
        changed = "\n".join([*lines[: line - 1], replaced, *lines[line:]])
        yield CodeChange(line, lines[line - 1].strip(), replaced.strip(), changed)


def _expressions(tree: ast.AST) -> list[ast.AST]:
    skipped = {id(part) for node in ast.walk(tree) for part in _not_code(node)}
    kinds = (ast.BinOp, ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Constant)
    found = [node for node in ast.walk(tree) if isinstance(node, kinds) and id(node) not in skipped]
    return sorted(found, key=lambda node: (node.lineno, kinds.index(type(node))))


def _not_code(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, annotations, and what an error says."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    for name in ("annotation", "returns"):
        if (part := getattr(node, name, None)) is not None:
            yield from ast.walk(part)
    if isinstance(node, ast.Raise):
        yield from ast.walk(node)
    if isinstance(node, ast.JoinedStr):
        yield from ast.walk(node)


def _statements(tree: ast.AST) -> list[ast.AST]:
    found = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)
             and not isinstance(node, LEFT_ALONE) and not _is_docstring(node)]
    return sorted(found, key=lambda node: node.lineno)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _change(node: ast.AST, lines: list[str]) -> tuple[int, str | None]:
    line = node.lineno
    text = lines[line - 1]
    if isinstance(node, ast.BinOp):
        line = node.left.end_lineno
        return line, _between(lines[line - 1], node.left, node.right, *OPERATORS[type(node.op)]) \
            if type(node.op) in OPERATORS else None
    if isinstance(node, ast.Compare):
        line = node.left.end_lineno
        return line, _between(lines[line - 1], node.left, node.comparators[0],
                              *COMPARISONS[type(node.ops[0])])
    if isinstance(node, ast.BoolOp):
        line = node.values[0].end_lineno
        words = (" and ", " or ") if isinstance(node.op, ast.And) else (" or ", " and ")
        return line, _between(lines[line - 1], node.values[0], node.values[1], *words)
    if isinstance(node, ast.UnaryOp):
        start = len(text.encode()[: node.col_offset].decode())
        operand = len(text.encode()[: node.operand.col_offset].decode())
        same = node.operand.lineno == line
        return line, text[:start] + text[operand:] if same else None
    if isinstance(node, ast.Constant):
        return line, _constant(node, text)
    return line, _without(node, text)


def _between(text: str, left: ast.expr, right: ast.expr, old: str, new: str) -> str | None:
    start = len(text.encode()[: left.end_col_offset].decode())
    end = len(text.encode()[: right.col_offset].decode()) if right.lineno == left.end_lineno \
        else len(text)
    place = f"{text} ".find(old, start, end + 1)
    return None if place < 0 else text[:place] + new + text[place + len(old):]


def _constant(node: ast.Constant, text: str) -> str | None:
    start = len(text.encode()[: node.col_offset].decode())
    end = len(text.encode()[: node.end_col_offset].decode())
    if node.lineno != node.end_lineno or isinstance(node.value, str | bytes | type(...)):
        return None
    new = {True: "False", False: "True", None: "1"}.get(node.value) if node.value is None \
        or isinstance(node.value, bool) else repr(_another_number(node.value))
    return text[:start] + str(new) + text[end:]


def _another_number(value: complex) -> complex:
    return value + 1 if value + 1 != value else value * 2


def _without(node: ast.AST, text: str) -> str | None:
    """A statement of one line, gone."""
    if node.lineno != node.end_lineno or isinstance(node, ast.If | ast.For | ast.While | ast.With):
        return None
    indent = text[: len(text) - len(text.lstrip())]
    if text.strip() != text[node.col_offset :].strip():
        return None  # it stands behind a colon
    returned = isinstance(node, ast.Return) and node.value is not None
    return f"{indent}return None" if returned else f"{indent}pass"
