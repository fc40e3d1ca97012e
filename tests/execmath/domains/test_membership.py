"""What is in a set must be seen to be in it, and a point counts once."""

from __future__ import annotations

from pathlib import Path

import pytest

from execmath.documents.results import Result
from execmath.documents.scheduler import execute
from execmath.documents.site import read_site


@pytest.fixture
def result(tmp_path: Path):
    """The last equation of a page, executed."""

    def run(text: str) -> Result:
        (tmp_path / "page.md").write_text(text)
        site = read_site(tmp_path)
        execute(site, workers=1)
        return list(site.ledger.results.values())[-1]

    return run


ONE = r"""
$$
f(u) := 1 \qquad u \in \mathbb{R}_{>0}
\label{one}
$$

$$
f(ARGUMENT) = 1 \qquad x \in \mathbb{R}_{>0}
\label{claim}
$$
"""


def test_a_function_takes_what_is_certainly_in_its_domain(result):
    assert result(ONE.replace("ARGUMENT", r"\sqrt{x}")).verdict.holds


def test_an_argument_outside_a_domain_is_named_below_a_derivative_too(result):
    failure = result(r"""
$$
f(x) := \log x \qquad x \in (0, \infty)
\label{f}
$$

$$
\frac{\partial}{\partial z} f(z) = z \qquad z \in \{-1\}
\label{claim}
$$
""").verdict.failure
    assert "a number, -1, is outside the domain of f" in failure.message()


def test_an_argument_on_the_boundary_that_no_ball_can_tell_is_refused(result):
    verdict = result(ONE.replace("ARGUMENT", r"\sqrt{2} \cdot \sqrt{2} - 2 + 0 \cdot x")).verdict
    assert "undecided at 5120 bits: whether" in verdict.failure.reason
    assert "is in the domain of f" in verdict.failure.reason


def test_a_value_outside_the_codomain_names_the_point(result):
    verdict = result(r"""
$$
f(u) := u \in \mathbb{R}_{>0} \qquad u \in \mathbb{R}_{\ge 0}
\label{identity}
$$
""").verdict
    assert verdict.failure.message() == (
        "fails at 1 of 200 points (0 is outside the set that the page names); simplest:\n    u = 0"
    )


def test_probabilities_that_sum_to_one_are_in_the_simplex_and_others_are_not(result):
    page = r"""
$$
p(\eta) := \left(\frac{e^{\eta_1}}{e^{\eta_1} + e^{\eta_2}}, \frac{e^{\eta_2}}{BELOW}\right)
\in \Delta^{1} \qquad \eta \in \mathbb{R}^2
\label{probabilities}
$$
"""
    assert result(page.replace("BELOW", r"e^{\eta_1} + e^{\eta_2}")).verdict.holds
    assert not result(page.replace("BELOW", r"e^{\eta_1} + 2 e^{\eta_2}")).verdict.holds


def test_a_point_that_is_drawn_again_does_not_count_again(result):
    found = result("$$\nx^2 = x \\qquad x \\in \\mathbb{R},\\; x^2 = x\n\\label{idempotent}\n$$\n")
    assert found.verdict.points == 2  # 0 and 1, however often they are drawn


def test_a_function_into_a_finite_set_takes_only_its_members(result):
    found = result(r"""
$$
y \colon \{1, \ldots, 3\} \to \{1, \ldots, 2\}
\label{choice}
$$

$$
y(i) \le 2 \qquad i \in \{1, \ldots, 3\}
\label{two-at-most}
$$
""")
    assert found.verdict.holds
