"""A mistake that is displayed as one must fail, and shows where."""

from __future__ import annotations

REAL = r"real | a \in \mathbb{R}, \qquad b \in \mathbb{R}"
REFUTED = "<!-- execmath: refuted -->\n"


def test_a_refuted_claim_shows_its_simplest_counterexample(run) -> None:
    result = run(REAL, f"{REFUTED}mistake | (a + b)^2 = a^2 + b^2")
    equation = result["mistake"]
    assert result.problems == []
    assert equation.kind == "refuted"
    assert equation.words().startswith("refuted: false at ")
    assert (equation.verdict.refutation.left, equation.verdict.refutation.right) == ("0.25", "1.25")


def test_a_refuted_claim_that_holds_fails_the_build(run) -> None:
    (problem,) = run(REAL, f"{REFUTED}true | a + b = b + a").problems
    assert "true: marked as refuted, and it holds at all" in problem


def test_what_has_no_value_is_not_shown_false(run) -> None:
    (problem,) = run(REAL, f"{REFUTED}senseless | \\log(-1 - a^2) + b = b").problems
    assert "marked as refuted, and not shown false" in problem


def test_only_a_claim_can_be_refuted(run) -> None:
    problems = run(f"{REFUTED}{REAL}", "claim | a - b = -(b - a)").problems
    assert any("real: only a claim can be refuted; this is none" in text for text in problems)
