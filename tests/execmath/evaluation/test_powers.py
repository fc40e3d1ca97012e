"""Integer powers of balls, where Arb alone would find no number."""

import pytest
from flint import arb

from execmath.arithmetic.elementary import power


@pytest.mark.parametrize("exponent", [1, 2, 3, 7])
def test_a_power_of_a_ball_around_zero_is_a_ball_around_zero(exponent):
    radius = arb(2) ** -100
    found = power(arb(0, radius), exponent)
    for inside in (-radius, arb(0), radius / 2, radius):
        assert found.contains(inside**exponent if inside else inside)
    assert found.rad() <= radius**exponent * 1.0001


def test_the_zeroth_power_is_one():
    assert power(arb(0, 1), 0) == 1
