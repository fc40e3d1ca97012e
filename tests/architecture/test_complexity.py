"""A function does one thing: no more than ten ways lead through it, by McCabe's count.

The count is the one of radon (its grade B ends at ten), which takes conditions joined by `and` and
`or`, conditional expressions and comprehensions for branches too. `make lint` holds McCabe's plain
one, which leaves those out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src"
MOST = 10
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def ways(function: Function) -> int:
    """How many ways lead through a function; those within it are functions of their own."""
    return 1 + sum(map(branches, function.body))


def branches(node: ast.AST) -> int:
    if isinstance(node, Function | ast.ClassDef):
        return 0
    if isinstance(node, ast.Assert):
        return 1
    return at(node) + sum(map(branches, ast.iter_child_nodes(node)))


def at(node: ast.AST) -> int:
    """The branches that a node itself adds."""
    match node:
        case ast.If() | ast.IfExp():
            return 1
        case ast.For() | ast.AsyncFor() | ast.While():
            return 1 + bool(node.orelse)
        case ast.Try():
            return len(node.handlers) + bool(node.orelse)
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.Match():
            otherwise = isinstance(node.cases[-1].pattern, ast.MatchAs) \
                and node.cases[-1].pattern.pattern is None
            return len(node.cases) - otherwise
    return 0


def files() -> list[Path]:
    return [file for file in SRC.rglob("*.py") if "node_modules" not in file.parts]


def test_no_function_has_more_than_ten_ways_through_it() -> None:
    trees = {file.relative_to(ROOT): ast.parse(file.read_text(encoding="utf-8"))
             for file in files()}
    assert len(trees) > 300
    worse = [f"{file}:{function.lineno} {function.name}: {ways(function)} ways, at most {MOST}"
             for file, tree in trees.items()
             for function in functions(tree) if ways(function) > MOST]
    assert not worse, "\n".join(["divide them, by a table or a helper with a name of its own:",
                                 *worse])


@pytest.mark.parametrize(("body", "count"), [
    ("return a", 1),
    ("return a if b else c", 2),
    ("return a and b or c", 3),
    ("return [x for x in a if x]", 3),
    ("for x in a:\n  pass\n else:\n  pass", 3),
    ("try:\n  a()\n except KeyError:\n  pass\n except OSError:\n  pass", 3),
    ("match a:\n  case 1:\n   pass\n  case 2 | 3:\n   pass\n  case _:\n   pass", 3),
    ("assert a and b", 2),
    ("def g():\n  return a if b else c\n return g", 1),
])
def test_what_is_counted(body: str, count: int) -> None:
    (function, *_) = functions(ast.parse(f"def f():\n {body}"))
    assert ways(function) == count
