"""In an instance a set may have an end that is declared behind the letters in it."""

from __future__ import annotations

from small_pages import Run


def test_a_letter_is_drawn_behind_those_that_its_set_depends_on(run: Run) -> None:
    result = run(r"outcomes | \mathcal{X} := \{0, 1\}",
                 r"sample | y \colon \{1, \ldots, 3\} \to \mathcal{X}",
                 "<!-- execmath: also for: tail -->",
                 r"twice | 2 y(1) = y(1) + y(1)",
                 r"start | a \in \mathbb{R}_{>0}",
                 "<!-- execmath: instance -->",
                 r"tail | \begin{aligned} \mathcal{X} &:= [a, \infty) \end{aligned}")
    assert "could not be executed" not in str(result.problems)
    assert result["twice"].instances[0].verdict.holds
