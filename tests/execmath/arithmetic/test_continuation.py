"""What is positive on the real line knows its logarithm in the plane, from what it was made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flint import acb, arb

from execmath.arithmetic import quadrature
from execmath.arithmetic.continuation import Continued, exponential, plain
from execmath.arithmetic.elementary import apply, divide, power
from execmath.arithmetic.values import Value

WIDE = acb(arb(-5, 2), arb(0, 4))  # e^z goes around zero on it
PLACES = [acb(-5 + x, y) for x in (-2, 0, 1.5) for y in (-4, -1, 0, 3.5)]


def weight(z: Value) -> Value:
    """1/(x (1 - x)), as of a beta distribution, at x = e^z."""
    x = apply("exp", z)
    return divide(1, x * (1 - x))


FUNCTIONS: list[Callable[[Value], Value]] = [
    lambda z: 1 - apply("exp", z),
    lambda z: 1 - (1 - apply("exp", z)),
    lambda z: 3 * (apply("exp", z) + 2) - 1,
    lambda z: divide(1 - apply("exp", z), apply("exp", z)),
    lambda z: divide(apply("exp", z), 2 - apply("exp", z)) * z,
    lambda z: power(1 - apply("exp", z), 3) * power(apply("exp", z), -2),
    lambda z: weight(z) * apply("exp", 2 * z),
    lambda z: apply("log", 1 - (1 - apply("exp", z))),
    lambda z: apply("sqrt", 4 * apply("exp", z)),
    lambda z: power(apply("exp", z), arb("0.3")),
]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_value_at_each_place_of_a_box_is_in_the_value_on_the_box(
        function: Callable[[Value], Value]) -> None:
    whole = acb(plain(function(WIDE)))
    for place in PLACES:
        assert whole.overlaps(acb(plain(function(place))))


def test_what_one_less_a_number_is_taken_from_is_the_number_again() -> None:
    again = 1 - (1 - exponential(WIDE))
    assert again.log.overlaps(WIDE)
    assert (1 - exponential(WIDE)).log is None


def test_a_box_that_stands_above_and_below_is_not_there() -> None:
    box = acb(arb(1, 3), arb(0, 3))  # zero is in it
    ratio = divide(box * exponential(WIDE), box)
    assert isinstance(ratio, Continued)
    assert ratio.log.overlaps(WIDE)
    assert ratio.log.imag.rad() < 5


def test_the_logarithm_of_a_box_whose_sign_is_not_known_is_not_told() -> None:
    box = acb(arb(1, 3), arb(0, 3))
    assert (box * exponential(WIDE)).log is None


def test_integrals_within_each_other_have_other_boxes() -> None:
    """Else e^x / e^y would be one, wherever x and y are in the same box."""
    boxes: tuple[dict[int, acb], dict[int, acb]] = {}, {}

    def integrand(x: Value) -> Value:
        def inner(y: Value) -> Value:
            for letter, seen in zip((x, y), boxes, strict=True):
                if type(letter) is acb:
                    seen[id(letter)] = letter
            return apply("exp", -x - y)

        return quadrature.to_infinity(inner, 0, 1)

    assert quadrature.to_infinity(integrand, 0, 1).overlaps(arb(1))
    assert all(boxes)
    assert not boxes[0].keys() & boxes[1].keys()
