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


def test_a_set_that_is_defined_by_a_letter_is_drawn_behind_it(run: Run) -> None:
    result = run(r"weights | g(x) := 1 \qquad x \in \{0, 1\}",
                 r"outcomes | \mathcal{X} := \{0, 1\}",
                 r"sample | y \colon \{1, \ldots, 3\} \to \mathcal{X}",
                 "<!-- execmath: also for: rankings -->",
                 r"twice | 2 \cdot \mathbf{1}[y(1) = y(1)] = 2",
                 r"size | m \in \{2, 3\}",
                 "<!-- execmath: instance -->",
                 r"rankings | \begin{aligned} \mathcal{X} &:= S_m \end{aligned}")
    assert "KeyError" not in str(result.problems)


def test_the_ends_of_an_interval_may_be_irrational(run: Run) -> None:
    result = run(r"square | f(x) := x^2 \qquad x \in [-\pi, \pi]",
                 r"small | f(x) < 10 \qquad x \in [-\pi, \pi]",
                 r"total | \int_{-\pi}^{\pi} f(x) \, \mathrm{d}x = \frac{2 \pi^3}{3}")
    assert result["small"].verdict.holds, result.problems
    assert result["total"].verdict.holds, result.problems


def test_what_is_false_beside_an_irrational_end_is_refused(run: Run) -> None:
    result = run(r"beyond | x < 3.1415 \qquad x \in [-\pi, \pi]")
    assert "beyond: fails" in result.problem
