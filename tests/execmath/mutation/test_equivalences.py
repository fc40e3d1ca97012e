"""The altered forms of an equivalence: each has to fail in one direction."""

from __future__ import annotations

import pytest
from small_pages import Run

from execmath.mutation.report import REJECTED
from execmath.mutation.score import mutation


@pytest.mark.parametrize(("letters", "claim"), [
    (r"x \in \mathbb{R}", r"2 x > 2 \Leftrightarrow x > 1"),
    (r"x, y \in \{0, 1, 2, 3\}", r"x^2 = y^2 \iff x = y"),
])
def test_altered_equivalences_are_rejected(run: Run, letters: str, claim: str) -> None:
    equation = run(f"letters | {letters}", f"display | {claim}")["display"]
    altered = mutation(equation, [equation]).altered
    assert len(altered) >= 8
    assert all(one.status == REJECTED for one in altered)


def test_an_equivalence_that_is_only_an_implication_is_refused(run: Run) -> None:
    result = run(r"letters | x \in \{-2, -1, 0, 1, 2\}",
                 r"display | x^2 = 4 \Leftrightarrow x = 2")
    assert any("display: " in problem for problem in result.problems)


@pytest.mark.parametrize("claim", [
    r"e^{c x} = 1 + c x + O(x^2) \quad \text{as } x \to 0 \qquad c \in [1, 2]",
    r"\lim_{x \to 0} \frac{\sin x}{x} = 1",
])
def test_what_holds_up_to_something_is_altered_too(run: Run, claim: str) -> None:
    equation = run(f"display | {claim}")["display"]
    altered = mutation(equation, [equation]).altered
    assert len(altered) >= 5
    assert not [one.tex for one in altered if one.status not in (REJECTED, "undecided")]
