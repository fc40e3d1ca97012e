"""A zero between two places is known to any precision, whatever the size of what is zero there; and
what only jumps there costs little."""

from __future__ import annotations

import pytest
from flint import arb, ctx, fmpq

from execmath.checking.roots import Function, Root, fraction_of

BITS = 1_280


class Counted:
    """A function, and how often it was asked."""

    def __init__(self, function: Function) -> None:
        self.function, self.count = function, 0

    def __call__(self, place: fmpq) -> arb | None:
        self.count += 1
        return self.function(place)


def is_enclosed(zero: fmpq, function: Function) -> bool:
    """Does the root between 0 and 1 tell this zero, as closely as it is asked to?"""
    with ctx.workprec(BITS):
        ball = Root(function, fmpq(0), fmpq(1)).ball()
        return bool(ball.overlaps(arb(zero)) and ball.rel_accuracy_bits() > BITS - 8)


def test_a_smooth_zero_is_approached_by_secants() -> None:
    function = Counted(lambda x: arb(x).exp() - arb(fmpq(1, 3)).exp())
    assert is_enclosed(fmpq(1, 3), function)
    assert function.count < 100


@pytest.mark.parametrize("function", [
    lambda x: arb(-1 if x < fmpq(1, 3) else 2),
    lambda x: 1 / (arb(x) - fmpq(1, 7)),
], ids=["jump", "pole"])
def test_what_is_no_zero_is_given_up_as_no_secant_leads_nearer(function: Function) -> None:
    counted = Counted(function)
    with ctx.workprec(BITS):
        ball = Root(counted, fmpq(0), fmpq(1)).ball()
    assert ball.rel_accuracy_bits() < BITS // 2
    assert counted.count < 600


def test_a_value_that_few_digits_do_not_tell_from_zero_is_asked_for_with_more() -> None:
    far = fmpq(10) ** 100  # so that 330 bits are lost to the difference
    assert is_enclosed(fmpq(1, 3), lambda x: (far + arb(x)) - far - arb(1) / 3)


@pytest.mark.parametrize("scale", [fmpq(1), arb(10) ** 10**18, arb(10) ** -(10**18)],
                         ids=["plain", "huge", "tiny"])
def test_a_root_is_known_however_large_the_function_is_beside_it(scale: arb) -> None:
    root = Root(lambda x: (arb(x) ** 2 - 2) * scale, fmpq(1), fmpq(2))
    with ctx.workprec(200):
        ball = root.ball()
        assert ball.overlaps(arb(2).sqrt())
        assert ball.rel_accuracy_bits() > 150


@pytest.mark.parametrize("exponent", [10**22, -(10**22)])
def test_what_cannot_be_written_out_is_no_fraction(exponent: int) -> None:
    with ctx.workprec(200):
        assert fraction_of(arb(3) ** exponent) is None


@pytest.mark.parametrize("text", ["inf", "nan"])
def test_what_is_not_finite_is_none(text: str) -> None:
    assert fraction_of(arb(text)) is None


def test_what_is_short_is_one() -> None:
    assert fraction_of(arb(3) / 4) == fmpq(3, 4)
