"""A letter's value is worked out once a point, for each state of what it depends on."""

from __future__ import annotations

from pathlib import Path

import pytest

from execmath.arithmetic import elementary
from execmath.arithmetic.balls import Balls
from execmath.checking.check import check, comparisons, prepare
from execmath.checking.options import CheckOptions
from execmath.checking.points import Point
from execmath.documents.site import read_site
from execmath.evaluation.compiler import Compiler

PAGE = r"""
$$
\theta \in \mathbb{R}, \qquad x \in \mathbb{R}
\label{letters}
$$

$$
Z(\theta) := \sum_{i=1}^{50} e^{\theta i}
\label{total}
$$

$$
f(x) := \theta x
\label{line}
$$

$$
b(x) := e^{-x^2}
\label{bell}
$$

"""


@pytest.fixture
def claim(tmp_path: Path):
    """The claim of a page that ends with the given formula."""

    def read(formula: str):
        (tmp_path / "page.md").write_text(f"{PAGE}$$\n{formula}\n\\label{{claim}}\n$$\n")
        return read_site(tmp_path).ledger.results["claim"]

    return read


def work(result, **point: int) -> int:
    """How many terms and calls the left side takes."""
    compiler = Compiler(result.context.definitions, Balls())
    left = compiler.compile(result.statement.links[0].left)
    letters = {letter.name.strip("\\"): letter.key for letter in result.context.domains}
    left(Point({letters[name]: value for name, value in point.items()}).balls())
    return compiler.work


def test_in_a_sum_what_does_not_depend_on_the_index_is_worked_out_once(claim):
    result = claim(r"\sum_{j=1}^{40} \frac{j}{Z(\theta)} = \frac{820}{Z(\theta)}")
    assert work(result, theta=1) == 40 + 1 + 50  # terms, a call, and the terms of Z


def test_at_each_term_a_slope_by_the_same_letter_is_worked_out_from_the_same(claim):
    result = claim(r"\sum_{j=1}^{40} \frac{\partial}{\partial \theta} \left(j Z(\theta)\right) = 0")
    assert work(result, theta=1) == 40 + 1 + 50  # terms, a call, and the terms of Z


def test_what_two_links_have_in_common_is_worked_out_once(claim):
    result = claim(r"\frac{1}{Z(\theta)} + 1 = 1 + \frac{1}{Z(\theta)}")
    compiler = Compiler(result.context.definitions, Balls())
    (theta,) = [letter.key for letter in result.context.domains if letter.name == r"\theta"]
    (comparison,) = comparisons(result.statement.links, compiler)
    assert comparison.at(Point({theta: 1})).holds
    assert compiler.work == 1 + 50  # a call, and the terms of Z


def test_what_the_points_of_a_draw_have_in_common_is_worked_out_once(claim):
    result = claim(r"Z(\theta) > -j \qquad j \in \{1, \ldots, 40\}")
    compiler = Compiler(result.context.definitions, Balls())
    (comparison,) = comparisons(result.statement.links, compiler)
    sampler = prepare(result.statement, result.context, compiler, "claim", CheckOptions())
    draw = next(sampler.draws(200))
    assert len(draw) == 40
    assert all(comparison.at(point).holds for point in draw)
    assert compiler.work == 1 + 50  # a call, and the terms of Z


def test_an_integral_within_an_integral_is_worked_out_at_nodes_that_both_have(claim, monkeypatch):
    exponential, slope = elementary.FUNCTIONS["exp"]
    exponents = []

    def counted(x):
        exponents.append(x)
        return exponential(x)

    monkeypatch.setitem(elementary.FUNCTIONS, "exp", (counted, slope))
    monkeypatch.setitem(elementary.OF_BALLS, "exp", counted)
    work(claim(r"\int_{-\infty}^{\infty} b(u) \, du = 0"))
    one = len(exponents)
    work(claim(r"\int_{-\infty}^{\infty} \int_{-\infty}^{\infty} b(u) b(w) \, dw \, du = 0"))
    assert one > 50
    assert len(exponents) - one < one**2 / 5  # of the inner one not at each node of the outer one


def test_what_was_worked_out_far_out_is_as_exact_as_what_is_near(claim):
    """Whether an integrand fades is asked at 680 bits; that must not round what is remembered."""
    result = claim(r"\int_{0}^{\infty} f(1) Z(\theta) e^{-u} \, du = f(1) Z(\theta)")
    verdict = check(result.statement, result.context, "claim", CheckOptions(points=8, digits=250))
    assert verdict.holds, verdict.failure.message()
    assert verdict.digits >= 250


@pytest.mark.parametrize("formula", [
    r"f(2) \cdot \frac{\partial}{\partial \theta} f(2) = 4 \theta",  # by a letter read inside
    r"\frac{\partial}{\partial x} (f(x) + x f(1)) + f(1) = 3 \theta",  # by the parameter
    r"\frac{\partial}{\partial \theta} \frac{\partial}{\partial \theta} f(2)^3 = 48 \theta",
    r"\sum_{j=1}^{3} f(j) = 6 \theta",
    r"f(x) + \sum_{x=1}^{3} f(x) = 6 \theta + \theta x",  # the index shadows a letter of the page
    r"\sum_{j=1}^{3} m j = 6 \theta x^2 \qquad m := x f(x)",
    r"\frac{\partial}{\partial x} m = 2 \theta x \qquad m := x f(x)",
])
def test_it_is_worked_out_anew_where_something_that_it_depends_on_changes(claim, formula):
    result = claim(formula)
    verdict = check(result.statement, result.context, "claim")
    assert verdict.holds, verdict.failure.message()
