"""Every kind of diagnostic has a code, and every code a line on the page of diagnostics."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import execmath
from execmath.code.diagnostics import diagnostics
from execmath.runtime.codes import MODULE, registered

SOURCES = sorted(Path(execmath.__file__).parent.rglob("*.py"))



def calls(path: Path, name: str) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name) and node.func.id == name]


def test_the_tables_hold_every_code_with_an_anchor() -> None:
    tables = "".join(map(diagnostics, "LCS"))
    names = [one.name for one in registered()]
    in_order = sorted(names, key=lambda name: ("LCS".index(name[0]), name))
    assert re.findall(r'<tr id="(\w+)">', tables) == in_order
    assert all(one.title and one.remedy.endswith(".") for one in registered())


def test_what_is_latex_is_set_as_code() -> None:
    assert r"<code>\label{…}</code>" in diagnostics("L")
    assert not re.search(r"\$(?!.*</code>)", diagnostics("L"))


def test_codes_are_registered_where_the_tables_look_for_them() -> None:
    assert [path.name for path in SOURCES if calls(path, "code") and path.stem != MODULE
            and path.name != "diagnostics.py"] == []


def test_each_diagnostic_says_its_code() -> None:
    silent = [f"{path.name}:{call.lineno}" for path in SOURCES for call in calls(path, "Diagnostic")
              if len(call.args) + len(call.keywords) < 5
              and not any(isinstance(argument, ast.Starred) for argument in call.args)]
    assert silent == []
