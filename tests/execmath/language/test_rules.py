"""The grammar is tables of functions, and makes every node that there is."""

from __future__ import annotations

import ast as python
import inspect
from pathlib import Path

import pytest

import execmath.language.parser
from execmath.language import ast, codes
from execmath.language.parser.grammar import GRAMMAR
from execmath.runtime.codes import Code

GRAMMAR_FOLDER = Path(execmath.language.parser.__file__).parent
LANGUAGE = GRAMMAR_FOLDER.parent
OF_FIELDS = ("ellipsis.py", "reach.py")  # ask any node for its fields
NODES = {name: kind for name, kind in vars(ast).items()
         if inspect.isclass(kind) and issubclass(kind, ast.Node) and kind is not ast.Node}


def sources(folder: Path) -> dict[str, python.Module]:
    return {path.name: python.parse(path.read_text("utf-8")) for path in folder.rglob("*.py")}


def made() -> set[str]:
    """The classes of nodes that the grammar makes somewhere, as `s.Fold(...)` or `kind(...)`."""
    return {node.attr for module in sources(GRAMMAR_FOLDER).values()
            for node in python.walk(module)
            if isinstance(node, python.Attribute) and isinstance(node.value, python.Name)
            and node.value.id == "s"}


def test_every_node_is_made_by_a_rule() -> None:
    assert NODES.keys() - made() == set()


def test_every_rule_is_a_function_of_the_grammar() -> None:
    tables = (GRAMMAR.factors, GRAMMAR.primaries, GRAMMAR.names, GRAMMAR.suffixes, GRAMMAR.sets)
    for table in tables:
        for token, rule in table.items():
            assert token and inspect.isfunction(rule)
            assert rule.__module__.startswith("execmath.language.parser.")


def test_nothing_is_found_by_the_name_of_an_attribute() -> None:
    """`getattr` with a name that is put together cannot be followed by a tool; a field can."""
    for name, module in sources(GRAMMAR_FOLDER).items():
        calls = [node for node in python.walk(module) if isinstance(node, python.Call)
                 and isinstance(node.func, python.Name) and node.func.id == "getattr"]
        assert not calls or name in OF_FIELDS, name


def test_nothing_is_hidden_in_a_dictionary_of_an_object() -> None:
    for name, module in sources(LANGUAGE).items():
        assert "__dict__" not in {node.attr for node in python.walk(module)
                                  if isinstance(node, python.Attribute)}, name


# -------------------------------------------------------------------------------------- codes


CODES = {name: value for name, value in vars(codes).items() if isinstance(value, Code)}


@pytest.mark.parametrize("name", CODES)
def test_every_code_is_given_by_some_error(name: str) -> None:
    used = {node.attr for module in sources(LANGUAGE).values() for node in python.walk(module)
            if isinstance(node, python.Attribute) and isinstance(node.value, python.Name)
            and node.value.id == "codes"}
    assert name in used


def test_the_codes_of_the_language_begin_with_a_letter_of_their_own() -> None:
    assert all(code.name.startswith("L") for code in CODES.values())
    assert len({code.title for code in CODES.values()}) == len(CODES) >= 20
    assert all(code.remedy.endswith(".") for code in CODES.values())
