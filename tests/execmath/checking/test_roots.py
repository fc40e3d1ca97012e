"""Zeros that are solved for, whatever the size of what is zero there."""

from __future__ import annotations

import pytest
from flint import arb, ctx, fmpq

from execmath.checking.roots import Root, fraction_of


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
