r"""The checker is shown what is true, false, not finite, empty or undecided, and tells them apart.

A claim holds where both sides have finite values of one shape and agree at every point. Anything
else fails, with its reason.
"""

from __future__ import annotations

import pytest
from flint import arb, ctx, fmpq
from small_pages import Run

from execmath.arithmetic.errors import EvaluationError, Flaw, Undecided
from execmath.arithmetic.values import Vector
from execmath.checking.comparison import Comparison, compare_values
from execmath.checking.points import Point
from execmath.evaluation.compiler import Env

HOLDS = {
    "arithmetic": r"1 + 1 = 2",
    "a decimal is what it says": r"0.1 + 0.2 = 0.3",
    "an identity": r"(x + y)^2 = x^2 + 2 x y + y^2 \qquad x, y \in \mathbb{R}",
    "a function of balls": r"\log(e^x) = x \qquad x \in \mathbb{R}",
    "order at equality": r"1 \le 1 \ge 1",
    "order of what is equal to 30 digits": r"\exp(\log 3) \le 3",
    "strict order": r"e^x > 0 \qquad x \in \mathbb{R}",
    "inequality": r"e^x \ne 0 \qquad x \in \mathbb{R}",
    "vectors, component by component": r"2 (x_1, x_2) = (x_1, x_2) + x \qquad x \in \mathbb{R}^2",
    "vectors that differ somewhere": r"(1, 2) \ne (1, 3)",
    "zero, though no ball says so": r"\sin(\pi) = 0",
    "ten thousand decimals of the same": r"e^{-10000} = \frac{1}{e^{10000}}",
    "what cancels to 400 digits": r"(e^{1000} + 1) - e^{1000} = 1",
    "a sum over nothing": r"\sum_{j=2}^{1} j = 0",
    "a product over nothing": r"\prod_{j=2}^{1} j = 1",
    "nothing to the power nothing, as in every polynomial": r"0^0 = 1",
    "a finite integral": r"\int_0^{\pi} \sin(x) \, dx = 2",
    "an integral of a sum": r"\int_0^1 \left(\sum_{j=1}^{3} j x\right) dx = 3",
    "an integral of cases":
        r"\int_0^1 \left(\begin{cases} x & j = 1 \\ x^2 & j = 2 \end{cases}\right) dx"
        r" = \frac{1}{1 + j} \qquad j \in \{1, 2\}",
    "a series of which no term is told from zero":
        r"1 + \sum_{n=0}^{\infty} \frac{\log e^{1/3} - 1/3}{n!} = 1",
    "an integral to infinity": r"\int_0^\infty e^{-x} \, dx = 1",
    "a slope": r"\frac{\partial}{\partial x} x^3 = 3 x^2 \qquad x \in \mathbb{R}",
    "a slope of a slope": r"\frac{\partial}{\partial x} \frac{\partial}{\partial x} x^3 = 6 x"
                          r"\qquad x \in \mathbb{R}",
    "a largest": r"\max(x, -x) = |x| \qquad x \in \mathbb{R}",
    "a mean": r"\sum_{x \in \{\mathbf{e}_1, \ldots, \mathbf{e}_3\}} x = (1, 1, 1)",
}


def test_precision_goes_where_the_balls_tell_that_they_are_tight_enough() -> None:
    asked: list[int] = []

    def zero(env: Env) -> arb:
        asked.append(ctx.prec)
        return arb.pi().sin()

    comparison = Comparison("=", zero, lambda env: 0)
    assert comparison.at(Point({})).holds
    assert asked == [160, 1280]  # 300 decimals of zero want a thousand bits
    assert comparison.at(Point({})).holds  # the next point is likely to need as much
    assert comparison.at(Point({})).holds  # what was enough at once may be more than enough
    assert asked[2:] == [1280, 640, 1280]
    assert comparison.at(Point({}), last=320).flaw == Flaw.UNDECIDED
    assert asked[5:] == [320]


def test_precision_doubles_where_the_balls_do_not_tell_what_they_lack() -> None:
    asked: list[int] = []

    def above(env: Env) -> arb:
        asked.append(ctx.prec)
        return 1 + arb(2) ** -1000

    assert Comparison(">", above, lambda env: arb(1)).at(Point({})).holds
    assert asked == [160, 320, 640, 1280]


@pytest.mark.parametrize("tex", HOLDS.values(), ids=HOLDS)
def test_what_is_true_holds(run: Run, tex: str) -> None:
    assert run(rf"claim | {tex}", points=40).problems == []


FAILS = {
    # What is false, by much or by little
    r"1 = 2": "",
    r"x = x \cdot 1.000000001 \qquad x \in \mathbb{R}": "",
    r"e^x = e^x + 10^{-9} \qquad x \in \mathbb{R}": "",
    r"e^x - e^x + 10^{-9} = -10^{-9} \qquad x \in \mathbb{R}": "",
    r"e^1 = e^1 \cdot (1 + 10^{-31})": "",
    r"e^1 = e^1 \cdot (1 + 10^{-45})": "",
    r"\sin(\pi) = 10^{-299}": "",
    r"1 = 1 + 10^{-1000}": "",
    r"e^{-1000} = 2 e^{-1000}": "",
    r"1 < 1": "",
    r"x < x \qquad x \in \mathbb{R}": "",
    r"\exp(\log 3) < 3": "undecided at 5120 bits: the balls overlap",
    r"e^x \ne e^x \qquad x \in \mathbb{R}": "undecided at 5120 bits: the balls overlap",
    r"(1, 2) \ne (1, 2)": "",
    r"x^2 > 0 \qquad x \in \mathbb{R}": "",
    r"x \ge 0 \qquad x \in \mathbb{R}": "",
    r"\sqrt{x^2} = x \qquad x \in \mathbb{R}": "",
    r"x_1 = x_2 \qquad x \in \mathbb{R}^2": "",
    r"x_1 x_2 = x_2^2 \qquad x \in \mathbb{R}^2, \; x_1 > 0": "",
    # What has no value
    r"\frac{1}{0} = \frac{1}{0}": "a division by zero",
    r"\frac{x}{x} = 1 \qquad x \in \mathbb{R}": "a division by zero",
    r"\frac{1}{\sin(\pi)} = 1": "undecided at 5120 bits: a division by what may be zero",
    r"\log 0 = \log 0": "the logarithm of 0",
    r"\log x = \log x \qquad x \in \mathbb{R}": "the logarithm of 0",
    r"\log(-1) = \log(-1)": "the logarithm of -1.0000",
    r"\sqrt{-1} = \sqrt{-1}": "the square root of -1.0000",
    r"\Gamma(0) = \Gamma(0)": "gamma at its pole 0",
    r"(-8)^{1/3} = -2": "a power of -8.0000 to an exponent that is no integer",
    r"0^{-1} = 0^{-1}": "a division by zero",
    r"\max_{j \in \{2, \ldots, 1\}} j = 1": "the max of nothing",
    r"\frac{\partial}{\partial x} |x| = 0 \qquad x \in \mathbb{R}, \; x = 0":
        "undecided at 5120 bits: the slope of |x| where x may be zero",
    r"\int_1^\infty \frac{1}{x} \, dx = 3": "an integral that does not converge",
    r"\int_0^1 \frac{1}{x} \, dx = 3": "an integral that does not converge",
    r"\int_{-1}^{1} \frac{1}{x^2} \, dx = -2":
        "an integral that did not settle; where the integrand has a corner or a jump, cut it in "
        "two there",
    r"\int_{-\infty}^0 \frac{\log(2 - e^x)}{1 + x^{1000}} \, dx = 1":  # many poles near by
        "an integral that did not settle; where the integrand has a corner or a jump, cut it in "
        "two there",
    r"\int_0^\infty 1 \, dx = 1": "an integral that does not converge",
    r"\int_0^\infty e^{-1000} \, dx = 1": "an integral that does not converge",
    r"\int_{-1}^{1} \log(x) \, dx = -2": "the logarithm of [-1.0000 +/- 3e-10]",
    # What cannot be decided
    r"\cos(e^{e^{10}}) = \cos(e^{e^{10}}) + 0":
        "undecided at 5120 bits: the balls overlap and are not tight",
    # Shapes
    r"(1, 2) = (1, 2, 3)": "a vector of 2 against a vector of 3: shapes differ",
    r"x = x_1 \qquad x \in \mathbb{R}^1": "a vector of 1 against a number: shapes differ",
    r"x = 0 \qquad x \in \mathbb{R}^2, \; x_1 = 0, \; x_2 = 0":
        "a vector of 2 against a number: shapes differ",
    r"x + 1 = 1 + x \qquad x \in \mathbb{R}^2": "a vector of 2 plus a number: shapes differ",
    r"x + y = y + x \qquad x \in \mathbb{R}^2, \; y \in \mathbb{R}^3":
        "a vector of 2 plus a vector of 3: shapes differ",
    r"x^\top = x \qquad x \in \mathbb{R}^2":
        "a transposed vector of 2 against a vector of 2: shapes differ",
    r"x x = x^\top x \qquad x \in \mathbb{R}^2":
        "a vector of 2 times a vector of 2: no such product",
    r"x \le x \qquad x \in \mathbb{R}^2": "vectors are not ordered by <=",
    r"\exp(x) = \exp(x) \qquad x \in \mathbb{R}^2": "exp of a vector of 2",
    r"\max(x) = x \qquad x \in \mathbb{R}^2": "a vector of what is no number",
    r"x_3 = x_3 \qquad x \in \mathbb{R}^2": "component 3 of a vector of 2",
    r"x_0 = x_0 \qquad x \in \mathbb{R}^2": "component 0 of a vector of 2",
    r"\sum_{j=1}^{n} j = n \qquad n := 0.5": "a bound that is not an integer: 1/2",
    r"\sum_{j=1}^{100000} j = 5000050000": "100000 terms; at most 10000",
    r"2^{10^{13}} = 2^{10^{13}}": "an exponent of 10000000000000; at most 1000000000000",
}


@pytest.mark.parametrize("tex", FAILS)
def test_what_is_not_true_fails_and_says_why(run: Run, tex: str) -> None:
    result = run(rf"claim | {tex}", points=40)
    failure = result["claim"].verdict.failure
    assert failure is not None
    assert failure.failing > 0
    assert failure.reason == FAILS[tex]
    assert result.problem.startswith("page.md:2 claim: fails at ")


@pytest.mark.parametrize("power", ["", "^2"])
def test_a_finite_set_of_numbers_that_are_not_exact_offers_no_points(run: Run, power: str) -> None:
    problem = run(rf"claim | x = x \qquad x \in \{{1, \sqrt{{2}}\}}{power}").problem
    assert problem.startswith(
        "page.md:2 claim: the members of a finite set are exact, such as fractions")


EMPTY = {
    "an empty set": r"1 = 1 \qquad i \in \{2, \ldots, 1\}",
    "a hypothesis that is false": r"x = x \qquad x \in \mathbb{R}, \; x^2 < 0",
    "hypotheses that exclude each other": r"c = 2 \qquad c \in \mathbb{R}, \; c = 1, \; c = 2",
    "the same, in components": r"x_1 = 2 \qquad x \in \mathbb{R}^2, \; x_1 = 1, \; x_1 = 2",
    "a value outside the set": r"c = -1 \qquad c \in \mathbb{R}_{>0}, \; c = -1",
    "a false statement about numbers": r"x = x \qquad x \in \mathbb{R}, \; 1 = 2",
}


@pytest.mark.parametrize("tex", EMPTY.values(), ids=EMPTY)
def test_what_is_true_of_nothing_fails(run: Run, tex: str) -> None:
    failure = run(rf"claim | {tex}", points=40)["claim"].verdict.failure
    assert failure is not None
    assert failure.reason == "no point of the domain meets the hypotheses"


def test_a_set_that_is_declared_or_defined_has_members(run: Run) -> None:
    result = run(
        r"none | i \in \{2, \ldots, 1\}",
        r"nothing | S := \{3, \ldots, 2\}",
        r"claim | \sum_{j \in S} j = 0 \cdot i",
    )
    assert [text for text in result.problems if "an empty set" in text] == [
        "page.md:2 none: an empty set\n"
        "      i \\in \\{2, \\ldots, 1\\}\n"
        "            ^^^^^^^^^^^^^^^^",
        "page.md:7 nothing: an empty set\n"
        "      S := \\{3, \\ldots, 2\\}\n"
        "           ^^^^^^^^^^^^^^^^",
    ]


# ------------------------------------------------------------------------ what two balls say


def ball(middle: str, radius: str) -> arb:
    return arb(middle, radius)


@pytest.mark.parametrize(("left", "right"), [
    (arb("nan"), arb("nan")), (arb("inf"), arb("inf")), (arb("-inf"), arb("-inf")),
    (arb("nan"), arb(1)), (arb("inf"), arb(1)), (arb(1), arb("-inf")), (arb(0, "inf"), arb(0)),
    (Vector([arb(1), arb("nan")]), Vector([arb(1), arb("nan")])),
    (Vector([arb("inf")]), Vector([arb("inf")])),
])
@pytest.mark.parametrize("relation", ["=", "<=", ">=", "<", "!="])
def test_what_is_not_finite_is_compared_with_nothing(
    relation: str, left: object, right: object
) -> None:
    with pytest.raises(EvaluationError):
        compare_values(relation, left, right)


@pytest.mark.parametrize(("radius", "tight"), [("1e-31", True), ("1e-29", False)])
def test_equality_asks_for_30_digits(radius: str, tight: bool) -> None:
    with ctx.workprec(400):
        one = ball("1", radius)
        for left, right in ((one, arb(1)), (arb(1), one), (one, one)):
            for relation in ("=", "<=", ">="):
                if tight:
                    assert compare_values(relation, left, right).holds
                else:
                    with pytest.raises(Undecided):
                        compare_values(relation, left, right)


def test_equality_asks_for_no_more_than_30_digits() -> None:
    with ctx.workprec(400):
        assert compare_values("=", ball("1", "4e-31"), ball("1.0000000000000000000000000000005",
                                                            "4e-31")).holds


def test_tight_balls_that_are_apart_are_not_equal() -> None:
    with ctx.workprec(2000):
        one, more = ball("1", "1e-500"), arb(1) + ball("1e-400", "1e-500")
        assert not compare_values("=", one, more).holds
        assert compare_values("<", one, more).holds
        assert compare_values("!=", one, more).holds


def test_zero_is_what_is_below_300_decimals() -> None:
    with ctx.workprec(2000):
        assert compare_values("=", ball("0", "1e-301"), arb(0)).holds
        with pytest.raises(Undecided):
            compare_values("=", ball("0", "1e-299"), arb(0))


def test_a_tight_ball_beside_a_loose_one_is_undecided() -> None:
    with pytest.raises(Undecided):
        compare_values("=", arb(1), ball("1", "0.5"))


def test_rational_numbers_are_compared_exactly() -> None:
    tiny = fmpq(1, 10**9999)
    assert not compare_values("=", fmpq(1), 1 + tiny).holds
    assert compare_values("<", 1, 1 + tiny).holds
    assert compare_values("=", fmpq(2, 4), fmpq(1, 2)).holds


@pytest.mark.parametrize(("left", "right"), [
    (1, Vector([1])), (Vector([1]), 1), (Vector([1, 2]), Vector([1])), (Vector([]), Vector([])),
    (Vector([Vector([1])]), Vector([1])), (abs, abs),
])
def test_nothing_is_broadcast(left: object, right: object) -> None:
    with pytest.raises(EvaluationError):
        compare_values("=", left, right)
