"""An integral that one statement has worked out is there for the next, if it is the same one."""

from __future__ import annotations

from flint import arb, ctx, fmpq

from execmath.arithmetic.balls import Balls
from execmath.evaluation.compiler import Compiler
from execmath.evaluation.lasting import Lasting
from execmath.language import ast as s

X, Y, RATE = s.Letter("x"), s.Letter("y"), s.Letter("r")
DENSITY = s.Letter("f", "density")
UNIT = s.Interval(s.Number("0"), s.Number("1"), open_below=True, open_above=True)
REALS = s.Membership(X, s.Reals())


def total(body: s.Node) -> s.Node:
    return s.Fold("sum", Y, UNIT, body)


def density(body: s.Node) -> dict[s.Letter, s.Definition]:
    return {DENSITY: s.Definition(DENSITY, (REALS,), body, None)}


EXPONENTIAL = density(s.Apply("exp", s.Binary("*", RATE, X)))
LINEAR = density(s.Binary("*", RATE, X))
INTEGRAL = total(s.Call(DENSITY, (Y,)))


class Statement:
    """One that asks for an integral, by what the letters mean in it."""

    def __init__(self, definitions: dict[s.Letter, s.Definition], lasting: Lasting | None) -> None:
        self.balls = Balls()
        self.compiler = Compiler(definitions, self.balls, lasting=lasting)

    def value(self, rate: object, node: s.Node = INTEGRAL) -> object:
        return self.compiler.compile(node)({RATE.key: rate})


def test_the_same_integral_at_the_same_numbers_is_worked_out_once() -> None:
    lasting = Lasting()
    first, second = (Statement(EXPONENTIAL, lasting) for _ in range(2))
    value = first.value(arb(2))
    assert first.balls.evaluations > 0
    assert second.value(arb(2)) is value
    assert second.balls.evaluations == 0


def test_without_a_memory_it_is_worked_out_anew() -> None:
    statement = Statement(EXPONENTIAL, None)
    statement.value(arb(2))
    before = statement.balls.evaluations
    statement.value(arb(2))
    assert statement.balls.evaluations == 2 * before > 0


def test_where_anything_differs_it_is_another_integral() -> None:
    lasting = Lasting()
    Statement(EXPONENTIAL, lasting).value(arb(2))

    def is_worked_out(definitions: dict[s.Letter, s.Definition], rate: object) -> bool:
        statement = Statement(definitions, lasting)
        statement.value(rate)
        return statement.balls.evaluations > 0

    assert is_worked_out(EXPONENTIAL, arb(3))  # a number
    assert is_worked_out(EXPONENTIAL, arb(2, 1e-30))  # how well it is known
    assert is_worked_out(LINEAR, arb(2))  # what a letter behind it means
    with ctx.workprec(200):
        assert is_worked_out(EXPONENTIAL, arb(2))  # the precision
    assert not is_worked_out(EXPONENTIAL, arb(2))


def test_a_derivative_goes_through_it() -> None:
    slope = s.Partial(RATE, None, INTEGRAL)
    expected = Statement(LINEAR, None).value(arb(1), slope)
    lasting = Lasting()
    Statement(LINEAR, lasting).value(arb(1))
    assert arb(Statement(LINEAR, lasting).value(arb(1), slope)).overlaps(arb(expected))
    assert arb(expected).overlaps(arb(fmpq(1, 2)))
