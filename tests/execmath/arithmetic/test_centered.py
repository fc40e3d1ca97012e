"""On a box a function is where its values are: at each place, and not far beyond."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flint import acb, arb, fmpq

from execmath.arithmetic.centered import Centered, Frame
from execmath.arithmetic.continuation import Boxed, exponential, plain
from execmath.arithmetic.elementary import apply, divide, power
from execmath.arithmetic.errors import Undecided
from execmath.arithmetic.values import Value

Function = Callable[[Value], Value]
BOXES = [acb(arb(100, 2), arb(0, 1)), acb(arb(3, "0.5"), arb(0, "0.1")), acb(arb(-7, 1))]
SHARES = [fmpq(-1), fmpq(-1, 3), fmpq(0), fmpq(3, 4), fmpq(1)]

FUNCTIONS: list[Function] = [
    lambda x: x * x - 200 * x + 3,
    lambda x: -(fmpq(1, 2) * x - x * x),
    lambda x: 1 - power(x, 3) / 7,
    lambda x: divide(x * x + 1, x),
    lambda x: divide(5, x * x) - divide(x, 3),
    lambda x: (x - 100) * (x - 100) * arb("0.5"),
    lambda x: apply("exp", 20 * x - power(x, 2) / 10),
    lambda x: apply("exp", x) * apply("exp", -x) * x,
    lambda x: x * apply("sin", x) + apply("exp", -x) * x,
    lambda x: apply("log", x * x + 1) - apply("sqrt", x * x),
    lambda x: power(x, 12) - power(x, 0) + power(x, -2),
    lambda x: power(x * x, arb("0.3")),
]


def places(box: acb) -> list[acb]:
    middle, across, up = acb(box.real.mid(), box.imag.mid()), box.real.rad(), box.imag.rad()
    return [middle + acb(s * across, t * up) for s in SHARES for t in SHARES]


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_value_at_each_place_of_a_box_is_in_the_value_on_the_box(
    function: Function, box: acb
) -> None:
    on_box = plain(function(Frame(box.real.mid(), box).variable()))
    for place in places(box):
        assert on_box.overlaps(acb(plain(function(place))))


def test_close_to_the_top_the_value_on_a_box_is_narrow() -> None:
    def parabola(x: Value) -> Value:
        return 200 * x - x * x

    box = acb(arb(100, "0.5"))
    assert plain(parabola(Frame(arb(100), box).variable())).real.rad() < 1
    assert parabola(box).real.rad() > 100


def test_what_depends_on_another_number_is_a_constant() -> None:
    x = Frame(arb(1), acb(arb(1, 1))).variable()
    y = Frame(arb(5), acb(arb(5, 1))).variable()
    for value in (x * y, y * x, x + y, y - x, divide(x, y)):
        assert isinstance(value, Centered)
    assert (x * y).box.overlaps(acb(0)) and (x * y).box.overlaps(acb(12))
    e = exponential(acb(arb(0, 1)))
    assert all(isinstance(value, acb | Boxed) for value in (x * e, e * x, x + e, e - x, x / e))


def test_where_it_may_be_zero_nothing_is_divided_by_it() -> None:
    with pytest.raises(Undecided):
        divide(1, Frame(arb(0), acb(arb(0, 1))).variable())
