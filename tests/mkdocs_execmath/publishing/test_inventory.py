"""Other sites refer to the equations by name."""

from __future__ import annotations

import zlib

import pytest

from mkdocs_execmath.publishing import inventory

HEADER = b"# Sphinx inventory version 2\n# Project: P\n# Version: 1\n# compressed\n"
API = HEADER + zlib.compress(b"pkg.f py:function 1 api/#$ -\n")


def test_equations_are_labels_that_sphinx_knows() -> None:
    made = inventory.with_equations(None, {"a-b": "eq/a-b/"}, {"a-b": "A b"}, "P")
    assert inventory.lines(made) == ["a-b std:label -1 eq/a-b/ A b"]
    assert made.startswith(b"# Sphinx inventory version 2\n# Project: P\n")


def test_what_the_inventory_holds_already_is_kept() -> None:
    made = inventory.with_equations(API, {"a": "eq/a/"}, {"a": "A"}, "P")
    assert inventory.lines(made) == ["pkg.f py:function 1 api/#$ -", "a std:label -1 eq/a/ A"]


def test_another_format_is_an_error() -> None:
    with pytest.raises(ValueError, match="not a Sphinx inventory"):
        inventory.lines(b"# Sphinx inventory version 1\n")
