"""Sums and products of floats as two floats: what rounding lost is not lost."""

from dataclasses import FrozenInstanceError
from fractions import Fraction

import numpy as np
import pytest
from flint import arb, ctx

from lognormalizer.double_double import FARTHEST, Double, exp, log, two_product, two_sum

RNG = np.random.default_rng(31)
NUMBERS = RNG.normal(size=(2, 500)) * 2.0 ** RNG.integers(-60, 60, (2, 500))


@pytest.mark.parametrize(("operation", "exact"), [
    (two_sum, lambda a, b: a + b), (two_product, lambda a, b: a * b)])
def test_a_result_and_what_rounding_lost_are_exact(operation, exact):
    for a, b in NUMBERS.T.tolist():
        head, lost = operation(a, b)
        assert Fraction(float(head)) + Fraction(float(lost)) == exact(Fraction(a), Fraction(b))
        assert head == float(exact(Fraction(a), Fraction(b)))


@pytest.mark.parametrize("size", [1, 2, 3, 6, 7, 100])
def test_a_sum_over_the_last_axis_keeps_twice_the_digits(size):
    terms = NUMBERS[:, :size]
    total = Double(terms, np.zeros_like(terms)).sum()
    for row, head, tail in zip(terms, total.head[:, 0], total.tail[:, 0], strict=True):
        error = Fraction(float(head)) + Fraction(float(tail)) - sum(map(Fraction, row.tolist()))
        assert abs(error) <= size * 2.0**-104 * np.abs(row).sum()


def test_the_exponential_is_right_to_some_hundredths_of_an_ulp():
    x = Double(RNG.uniform(-700, 700, 1000), RNG.uniform(-1e-17, 1e-17, 1000))
    found = exp(x)
    for x_head, x_tail, head, tail in zip(x.head, x.tail, found.head, found.tail, strict=True):
        with ctx.workprec(300):
            true = (arb(float(x_head)) + float(x_tail)).exp()
            error = arb(float(head)) + float(tail) - true
        assert float(abs(error)) <= 0.05 * np.spacing(head)


def relative(found, true):
    """The largest error of Doubles, as a share of the true values."""
    pairs = zip(found.head.tolist(), found.tail.tolist(), true, strict=True)
    with ctx.workprec(300):
        return max(float(abs((arb(head) + tail - ball) / ball)) for head, tail, ball in pairs)


def test_in_full_the_exponential_is_right_to_98_bits():
    x = Double(RNG.uniform(-600, 600, 500), RNG.uniform(-1e-17, 1e-17, 500))
    with ctx.workprec(300):
        true = [(arb(a) + b).exp() for a, b in zip(x.head.tolist(), x.tail.tolist(), strict=True)]
    assert relative(exp(x, full=True), true) <= 2.0**-98


def test_the_logarithm_is_right_to_98_bits_also_close_to_1():
    head = np.concatenate([10 ** RNG.uniform(-300, 300, 500), 1 + RNG.normal(0, 1e-3, 200),
                           1 + RNG.normal(0, 1e-12, 100), RNG.uniform(0.3, 3, 500)])
    x = Double(head, head * RNG.uniform(-1, 1, head.size) * 2.0**-54)
    with ctx.workprec(300):
        true = [(arb(a) + b).log() for a, b in zip(x.head.tolist(), x.tail.tolist(), strict=True)]
    assert relative(log(x), true) <= 2.0**-98


def test_the_logarithm_at_the_edges():
    with np.errstate(all="ignore"):
        found = log(Double(np.array([0.0, 1.0, np.inf, -1.0, np.nan]))).rounded()
    np.testing.assert_array_equal(found, [-np.inf, 0, np.inf, np.nan, np.nan])


def test_beside_what_is_not_finite_the_tail_is_0():
    with np.errstate(all="ignore"):
        found = log(Double(np.array([0.0, np.inf, np.nan])))
    np.testing.assert_array_equal(found.tail, 0)


def test_a_float_or_an_array_may_stand_on_either_side():
    third = Double(1.0) / 3.0
    for number in (7.0, np.array([7.0])):
        pairs = [(number + third, third + number), (number - third, -(third - number)),
                 (number * third, third * number), (number / third, 1.0 / (third / number))]
        for left, right in pairs:
            np.testing.assert_array_equal(left.rounded(), right.rounded())


def test_the_exponential_of_what_is_far_away_is_0_or_inf():
    far = np.array([-np.inf, -1e300, -FARTHEST, FARTHEST, 1e300, np.inf])
    with np.errstate(all="ignore"):
        found = exp(Double(far)).rounded()
    np.testing.assert_array_equal(found, [0, 0, 0, np.inf, np.inf, np.inf])


def test_a_number_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Double(1.0).head = 2.0
