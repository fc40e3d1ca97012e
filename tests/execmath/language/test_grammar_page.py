"""Each example of docs/about/grammar.md is executed, and each message is the one that is given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_pages import Run

GRAMMAR = Path(__file__).parents[3] / "docs" / "about" / "grammar.md"
EXAMPLE = re.compile(r"```latex\n(.*?)```(?:\s*```text\n(.*?)```)?", re.DOTALL)
EXAMPLES = [(tex, message.strip()) for tex, message in EXAMPLE.findall(GRAMMAR.read_text("utf-8"))]


def displays(tex: str) -> list[str]:
    return [f"$$\n{display}\n\\label{{example-{number}}}\n$$\n"
            for number, display in enumerate(tex.strip().split("\n\n"), 1)]


def unless_unused(problems: list[str]) -> list[str]:
    """An example may introduce a letter for its own sake."""
    return [problem for problem in problems if "never used" not in problem]


@pytest.mark.parametrize("tex", [tex for tex, message in EXAMPLES if not message])
def test_an_example_holds(run: Run, tex: str) -> None:
    result = run(*displays(tex), points=40)
    assert not unless_unused(result.problems)
    assert result.site.ledger.results


@pytest.mark.parametrize(("tex", "message"), [pair for pair in EXAMPLES if pair[1]])
def test_what_is_refused_is_refused_with_that_message(run: Run, tex: str, message: str) -> None:
    (problem,) = unless_unused(run(*displays(tex), points=40).problems)
    assert message in problem


def test_there_are_examples_of_both_kinds() -> None:
    assert len([message for _, message in EXAMPLES if message]) >= 5
    assert len([message for _, message in EXAMPLES if not message]) >= 20
