"""A sample of `make tamper`: a site that was tampered with is refused, and says where."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import code_changes

import tamper

LATEX, CODE = 50, 10


def sample(found: list[tamper.Change], size: int) -> list[tamper.Change]:
    """Spread over all of it, the same every time."""
    step = max(1, len(found) // size)
    return found[::step][: size + 1]


@pytest.fixture(scope="module")
def latex() -> list[tamper.Change]:
    return sample(tamper.everything(["softmax.md"], "latex"), LATEX)


def test_what_is_altered_in_a_page_is_refused_by_name(latex) -> None:
    assert len(latex) >= LATEX
    survivors = []
    for change in latex:
        outcome = tamper.try_change(change)
        if outcome.fate == tamper.SURVIVED:
            survivors.append(change)
        else:
            assert outcome.said.startswith("softmax.md:") or ".md:" in outcome.said, outcome
    unexplained = [change for change in survivors if not tamper.explained(change)]
    assert not unexplained, "\n".join(map(tamper.difference, unexplained))
    assert len(survivors) < len(latex) / 4


def test_what_is_changed_in_the_core_is_refused() -> None:
    found = sample([change for change in tamper.core_changes()
                    if change.file == "log_sum_exp.py"], CODE)
    assert len(found) >= CODE
    outcomes = [(change, tamper.try_change(change)) for change in found]
    unexplained = [change for change, outcome in outcomes
                   if outcome.fate == tamper.SURVIVED and not tamper.explained(change)]
    assert not unexplained, "\n".join(map(tamper.difference, unexplained))


@pytest.mark.parametrize("before, after", [
    ("a = b + 1", "a = b - 1"), ("a = 2", "a = 3"), ("return a", "return None"),
    ("if a < b:", "if a >= b:"), ("a = not b", "a = b"), ("f(a)", "pass"), ("a = None", "a = 0"),
    ("a = True", "a = False"), ("x = a and b", "x = a or b"),
    ("x = a is None", "x = a is not None"),
])
def test_a_line_of_code_is_changed_once(before: str, after: str) -> None:
    body = f"{before}\n        pass" if before.endswith(":") else before
    found = list(code_changes.changes(f"def g(a, b, f):\n    {body}\n"))
    assert (found[0].before, found[0].after) == (before, after)


def test_documentation_and_headers_are_no_code() -> None:
    source = '"""Text."""\nimport math\n\n\ndef f(a: int = 1) -> int:\n    """Text."""\n'
    assert [change.after for change in code_changes.changes(source)] == [
        "def f(a: int = 2) -> int:"]
