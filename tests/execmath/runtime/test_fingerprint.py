"""A verdict is as old as what the modules do that it rests on."""

from __future__ import annotations

import subprocess
import sys

import pytest

from execmath.runtime.fingerprint import rests_on, source, version

SCHEDULER = "execmath.documents.scheduler"

MODULE = b'''"""Says what the module is for."""

from execmath.runtime import limits


def double(value: int) -> int:
    """Twice the value."""
    return 2 * value
'''


def test_what_executes_rests_on_all_that_it_imports_and_not_on_what_renders() -> None:
    names = {file.stem for file in rests_on(SCHEDULER)}
    assert {"scheduler", "balls", "quadrature", "pratt", "statements", "verdict"} <= names
    assert not {"plugin", "cards", "index", "social_card"} & names


def test_no_import_is_overlooked() -> None:
    """Python itself, asked in a process that imports this one module, knows no more."""
    program = (f"import sys, {SCHEDULER}; print(*(module.__file__ for name, module in "
               "sys.modules.items() if name.partition('.')[0] == 'execmath'))")
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True,
                          encoding="utf-8", timeout=60)
    loaded = set(done.stdout.split())
    assert loaded
    assert loaded <= {str(file) for file in rests_on(SCHEDULER)}


@pytest.mark.parametrize(("before", "after"), [
    (b"    return 2", b"    # Twice.\n\n    return 2"),
    (b"Twice the value.", b"The double."),
    (b"Says what the module is for.", b"Another docstring."),
    (b'    """Twice the value."""\n', b""),
    (b"2 * value", b"(2  *  value)"),
])
def test_a_comment_or_a_docstring_changes_nothing_that_a_module_does(
        before: bytes, after: bytes) -> None:
    changed = MODULE.replace(before, after)
    assert changed != MODULE
    assert source(changed) == source(MODULE)


@pytest.mark.parametrize(("before", "after"), [
    (b"2 * value", b"3 * value"),
    (b"2 * value", b"2 * value, '#'"),
    (b"value: int", b"value: float"),
    (b"import limits", b"import cache"),
    (b"    return", b"    'no docstring'\n    return"),
])
def test_all_else_does(before: bytes, after: bytes) -> None:
    assert source(MODULE.replace(before, after)) != source(MODULE)


def test_a_string_that_is_no_docstring_counts() -> None:
    assert source(b"x = 'a'") != source(b"x = 'b'")


def test_a_name_that_is_no_module_has_no_version() -> None:
    with pytest.raises(LookupError, match=r"execmath\.nowhere is no module of execmath"):
        version("execmath.nowhere")
