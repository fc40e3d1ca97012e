"""Integrals over sets of vectors: exact coordinates, and products of enclosed integrals."""

from __future__ import annotations

from math import inf, prod

import pytest
from flint import arb, ctx, fmpq
from small_pages import Run

from execmath.arithmetic import separable, squares
from execmath.arithmetic.elementary import apply, divide, power
from execmath.arithmetic.errors import TooMuch
from execmath.arithmetic.ordering import compare
from execmath.arithmetic.separable import Coordinate, Functions, Pair, Separable
from execmath.domains.charts import chart_of
from execmath.domains.numbers import Interval, RealLine
from execmath.domains.vectors import OpenSimplex, Product, Vectors

FUNCTIONS = Functions(apply, power)


def at(value: Separable, places: dict[Coordinate, arb]) -> arb:
    """The value at one point."""
    total = arb(0)
    for constant, monomial in value.terms:
        for x, product in monomial.items():
            if isinstance(x, Pair):
                (_, exponent), = product.factors.values()
                constant = constant * (exponent * prod(places[y] for y in x.coordinates)).exp()
                continue
            constant = constant * product.at(places[x], FUNCTIONS, {})
        total += constant
    return total


# ----------------------------------------------------------------------- separable functions

FORMULAS = {
    "a polynomial": lambda x, y: power(x * y - 3 * x + 1, 3) - divide(y, 7),
    "exponentials": lambda x, y: apply("exp", 2 * x - y * y) * (x - y),
    "logarithms": lambda x, y: apply("log", x * y * y) * apply("log", divide(1, x)),
    "powers": lambda x, y: power(x * apply("exp", y), fmpq(7, 3)) * divide(x, y * (1 + y)),
    "roots": lambda x, y: apply("sqrt", 5 * x * y) - apply("sqrt", x) * apply("sqrt", y),
    "back and forth": lambda x, y: apply("log", apply("exp", x * x - y)) + apply(
        "exp", apply("log", x) + 2 * apply("log", y)),
    "waves": lambda x, y: apply("sin", 3 * x - 1) * apply("cosh", y) + apply("tanh", x * x),
    "what is left of a share": lambda x, y: apply("log", 1 - x) * power(1 - x, fmpq(-1, 2)) * y,
    "quotients": lambda x, y: divide(apply("exp", x), apply("exp", x) * y) - divide(x, 3),
}


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=list(FORMULAS))
def test_a_formula_of_coordinates_is_worth_the_same_everywhere(formula) -> None:
    x, y = Coordinate(0, 1), Coordinate(0, inf)
    with ctx.workprec(120):
        value = formula(separable.of(x), separable.of(y))
        for a, b in ((arb(1) / 3, arb(2)), (arb(9) / 10, arb(1) / 7), (arb(1) / 64, arb(5))):
            assert at(value, {x: a, y: b}).overlaps(formula(a, b))


@pytest.mark.parametrize("formula", [
    lambda x, y: divide(1, x + y),
    lambda x, y: apply("exp", x * y),
    lambda x, y: apply("log", x + y),
    lambda x, y: apply("log", (x - 1) * (x - 1) * y),  # not certain to be positive
    lambda x, y: apply("sin", x * y),
    lambda x, y: power(x, y),
    lambda x, y: apply("abs", x - y),
    lambda x, y: divide(apply("sin", x) * y, apply("sin", x)),  # zero may be divided by zero
    lambda x, y: power(x * x - 2, fmpq(1, 2)) * y,
])
def test_what_does_not_separate_has_no_value(formula) -> None:
    with pytest.raises(TooMuch):
        formula(separable.of(Coordinate(0, 1)), separable.of(Coordinate(0, inf)))


def test_the_order_is_told_where_it_is_certain_all_over() -> None:
    x, y, z = (separable.of(Coordinate(*ends)) for ends in ((0, 1), (0, inf), (-inf, inf)))
    assert compare(">", x * y, 0) is True and compare("<", -3 * y, 0) is True
    assert compare(">", z, 0) is None and compare(">", x - y, 0) is None
    assert compare("=", (x - y) * (x + y), x * x - y * y) is True
    assert compare("<", x, 1) is True and compare(">", 1 - x, 0) is True
    assert compare("<", y, 1) is None and compare("<", x, fmpq(1, 2)) is None
    assert compare("=", x, y) is None and compare("=", z - z, 0) is True


# ------------------------------------------------------------------------ quadratic exponents

LINES = tuple(Coordinate(-inf, inf) for _ in range(3))
QUADRATIC = {
    "of two": lambda x, y, z: apply("exp", x * y - x * x - y * y),
    "with a factor": lambda x, y, z: x * (x - 2 * y) * apply("exp", 3 * x * y - 5 * x * x - y * y),
    "of three": lambda x, y, z: y * apply("exp", x * y + y * z - x * x - y * y - z * z + x - z),
    "in parts": lambda x, y, z: divide(apply("exp", x * y), apply("exp", x * x + 2 * y * y - y)),
    "back and forth": lambda x, y, z: apply("exp", apply("log", apply("exp", -x * x + x * y))
                                            - y * y),
}


@pytest.mark.parametrize("formula", QUADRATIC.values(), ids=list(QUADRATIC))
def test_an_exponential_of_a_product_is_worth_the_same_everywhere(formula) -> None:
    places = {x: arb(n + 1) / (n + 3) for n, x in enumerate(LINES)}
    with ctx.workprec(120):
        value = formula(*map(separable.of, LINES))
        assert at(value, places).overlaps(formula(*places.values()))


@pytest.mark.parametrize("formula", QUADRATIC.values(), ids=list(QUADRATIC))
def test_completed_squares_leave_no_two_coordinates_together(formula) -> None:
    value = squares.completed(formula(*map(separable.of, LINES)), LINES, FUNCTIONS)
    assert value.terms and all(isinstance(x, Coordinate) for _, m in value.terms for x in m)


@pytest.mark.parametrize("formula", [
    lambda x, y: apply("cos", x) * apply("exp", x * y - x * x - y * y),
    lambda x, y: apply("exp", x * y - x * x * x * x - y * y),
])
def test_what_is_no_quadratic_form_is_not_completed(formula) -> None:
    with pytest.raises(TooMuch):
        squares.completed(formula(*map(separable.of, LINES[:2])), LINES, FUNCTIONS)


def test_a_coordinate_of_another_integral_is_not_moved() -> None:
    x, y = map(separable.of, LINES[:2])
    with pytest.raises(TooMuch):
        squares.completed(apply("exp", x * y - x * x - y * y), LINES[:1], FUNCTIONS)


# ------------------------------------------------------------------------------------ charts


@pytest.mark.parametrize("size", [2, 3, 5])
def test_a_simplex_is_broken_off_piece_by_piece(size: int) -> None:
    chart = chart_of(OpenSimplex(size))
    assert chart is not None and len(chart.coordinates) == size - 1
    assert OpenSimplex(size).contains(chart.point)
    with ctx.workprec(120):
        shares = {v: arb(n + 2) / (n + 5) for n, v in enumerate(chart.coordinates)}
        point = [at(item, shares) for item in chart.point]
        assert sum(point, arb(0)).overlaps(arb(1)) and all(item > 0 for item in point)
        # The rate of the volume: x_i changes with v_i as what was left, later x do not matter.
        left = [arb(1)]
        for item in point[:-2]:
            left.append(left[-1] - item)
        rate = arb(1)
        for one in left:
            rate = rate * one
        assert at(chart.rate, shares).overlaps(rate)


def test_only_products_of_intervals_and_simplices_have_a_chart() -> None:
    assert chart_of(RealLine()) is None
    assert chart_of(Vectors(Interval(0, 1, True, True), 0)) is None
    product = chart_of(Product((RealLine(), RealLine(">"))))
    assert product is not None
    assert [(x.lower, x.upper) for x in product.coordinates] == [(-inf, inf), (0, inf)]


# ----------------------------------------------------------------------------------- on a page

TRUE = [
    r"\sum_{x \in \Delta^2} 1 = \frac{1}{2}",
    r"\sum_{x \in \Delta^3} 1 = \frac{1}{6}",
    r"\sum_{x \in \Delta^2} x_1 x_2 x_3 = \frac{1}{120}",
    r"\sum_{x \in \Delta^2} \frac{1}{\sqrt{x_1 x_2 x_3}} = 2 \pi",
    r"\sum_{x \in \Delta^2} \log(x_2) = -\frac{3}{4}",
    r"\sum_{x \in \Delta^1} x_1^2 = \frac{1}{3}",
    r"\sum_{x \in \mathbb{R}^2} e^{-x_1^2 - x_2^2} = \pi",
    r"\sum_{x \in \mathbb{R}^3} (x_1 - x_2)^2 e^{-\lVert x \rVert^2} = \pi^{3/2}",
    r"\sum_{x \in \mathbb{R}_{>0}^2} x_1 e^{-x_1 - 2 x_2} = \frac{1}{2}",
    r"\sum_{x \in \mathbb{R} \times \mathbb{R}_{>0}} e^{-x_1^2 - x_2} = \sqrt{\pi}",
    r"\int_{\mathbb{R}^2} e^{-x_1^2 - x_2^2} \, dx = \pi",
    r"\sum_{x \in \mathbb{R}^2} e^{-x_1^2 - x_2^2 - x_1 x_2} = \frac{2 \pi}{\sqrt{3}}",
    r"\sum_{x \in \mathbb{R}^2} x_1 x_2 e^{-x_1^2 - x_2^2 - x_1 x_2} = -\frac{2 \pi}{3 \sqrt{3}}",
    r"\sum_{x \in \mathbb{R}^3} x_1^2 e^{x_1 - \lVert x \rVert^2 - x_1 x_2 - x_2 x_3} "
    r"= \frac{21 \pi \sqrt{2 \pi}}{16} e^{3/8}",
]
FALSE = [
    r"\sum_{x \in \Delta^2} 1 = 1",
    r"\sum_{x \in \Delta^2} x_1 x_2 x_3 = \frac{1}{60}",
    r"\sum_{x \in \Delta^2} \log(x_2) = -\frac{3}{4} + 10^{-25}",
    r"\sum_{x \in \mathbb{R}^2} e^{-x_1^2 - x_2^2} = \sqrt{\pi}",
    r"\sum_{x \in \mathbb{R}^2} x_1 x_2^2 e^{-x_1^2 - x_2^2} = \pi",
    r"\sum_{x \in \Delta^2} \frac{1}{x_1 x_2} = 1",
    r"\sum_{x \in \mathbb{R}^2} e^{-x_1^2} = \sqrt{\pi}",
    r"\sum_{x \in \mathbb{R}^2} e^{-x_1^2 - x_2^2 - x_1 x_2} = \pi",
    r"\sum_{x \in \mathbb{R}^2} x_1 x_2 e^{-x_1^2 - x_2^2 - x_1 x_2} = 0",
    r"\sum_{x \in \mathbb{R}^2} e^{-x_1^2 - x_2^2 - 2 x_1 x_2} = 1",
    r"\sum_{x \in \mathbb{R}^2} e^{-x_1^2 - x_2^2 - 3 x_1 x_2} = 1",
    r"\sum_{x \in \mathbb{R}^2} e^{x_1 x_2} = 1",
    r"\sum_{x \in (0, 1)^2} \frac{x_1 - x_1}{x_2} = 1",
]
UNTOLD = [
    r"\sum_{x \in (0, 1)^2} \left(\frac{1}{x_1} - \frac{e^{-x_1}}{x_1}\right) = 1",
    r"\sum_{x \in (0, 1)^2} \frac{x_1^2 - x_2^2}{(x_1^2 + x_2^2)^2} = \frac{\pi}{4}",
    r"\sum_{x \in (0, 1)^2} \frac{\sin(x_1 - x_1)}{\sin(x_1 - x_1)} = 1",
    r"\sum_{x \in \mathbb{R}^2} e^{-x_1^2 - x_2^2 - x_1^2 x_2} = 0",
    r"\sum_{x \in \mathbb{R}^2} x_1 e^{-x_1^2 - x_2^2 - 3 x_1 x_2} = 0",
    r"\sum_{x \in \mathbb{R}_{>0}^2} e^{-x_1^2 - x_2^2 - x_1 x_2} = 0",
    r"\sum_{x \in \Delta^2} \frac{1}{x_1 x_2 + x_3} = 0",
]


@pytest.mark.parametrize("tex", TRUE)
def test_what_is_true_holds(run: Run, tex: str) -> None:
    result = run(f"claim | {tex}")
    assert result.holds, result.problems


@pytest.mark.parametrize("tex", FALSE)
def test_what_is_false_is_refused(run: Run, tex: str) -> None:
    failure = run(f"claim | {tex}")["claim"].verdict.failure
    assert failure is not None


@pytest.mark.parametrize("tex", UNTOLD)
def test_what_is_not_told_is_neither_true_nor_false(run: Run, tex: str) -> None:
    failure = run(f"claim | {tex}")["claim"].verdict.failure
    assert failure is not None and not failure.false


@pytest.mark.parametrize(("density", "said"), [
    (r"e^{-x_1 - x_2}", ""), (r"(1 - x_1) x_2 e^{-x_1 - x_2}", "not told to be positive"),
    (r"\frac{1}{2} e^{-x_1 - x_2}", "which does not sum to one"),
    (r"-e^{-x_1 - x_2}", "which is negative"),
])
def test_a_density_over_vectors_is_positive_and_sums_to_one(run: Run, density: str,
                                                            said: str) -> None:
    result = run(rf"density | f(x) := {density} \qquad x \in \mathbb{{R}}_{{>0}}^2",
                 r"claim | \mathbb{E}_{x \sim f}[x_1] = 1")
    assert said in str(result.problems) if said else result.holds
