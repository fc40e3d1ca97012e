"""What log Gamma, digamma and trigamma have beside log a, and the deviance, against balls."""

import numpy as np
import pytest
import truth
from flint import acb, arb, arb_series, ctx

from lognormalizer.double_double import Double, log
from lognormalizer.stirling import (
    LARGE,
    _log_less_digamma_in_floats,
    complex_polygamma,
    deviance,
    log_less_digamma,
    remainder,
)
from lognormalizer.stirling import trigamma_less_inverse as trigamma_rest

RNG = np.random.default_rng(29)
SHAPES = np.concatenate([10 ** RNG.uniform(-140, 18, 200), RNG.uniform(0, 2 * LARGE, 200),
                         [1, 2, LARGE, np.nextafter(LARGE, 0), 1e150]])


def log_gamma(a):
    """log Gamma(a), its slope and half its curvature."""
    return arb_series([a, 1], 3).lgamma()


def truths(function):
    with ctx.workprec(1500):
        return [function(arb(a)) for a in SHAPES.tolist()]


def test_the_remainder_is_right_to_1e_18_beside_1():
    found = remainder(SHAPES)
    true = truths(lambda a: a.lgamma() - a * a.log() + a)
    for head, tail, ball in zip(found.head.tolist(), found.tail.tolist(), true, strict=True):
        with ctx.workprec(300):
            assert abs(arb(head) + tail - ball) <= 3e-18 * max(1, abs(float(ball)))


def test_log_less_digamma_is_within_1_ulp():
    true = truths(lambda a: a.log() - log_gamma(a)[1])
    assert truth.worst(log_less_digamma(SHAPES).rounded(), true) <= 1


@np.errstate(all="ignore")  # as in all methods of families
def test_in_floats_it_is_within_2_ulp():
    true = truths(lambda a: a.log() - log_gamma(a)[1])
    assert truth.worst(_log_less_digamma_in_floats(SHAPES), true) <= 2
    assert [_log_less_digamma_in_floats(np.float64(a)) for a in SHAPES[::9]] == list(
        _log_less_digamma_in_floats(SHAPES[::9]))


def test_trigamma_less_the_inverse_is_within_3_ulp():
    true = truths(lambda a: 2 * log_gamma(a)[2] - 1 / a)
    assert truth.worst(trigamma_rest(SHAPES), true) <= 3


def test_the_deviance_is_within_2_ulp_however_close_the_two_are():
    x = 10 ** RNG.uniform(-60, 60, 600)
    y = x * np.exp(np.repeat([1e-9, 1e-3, 0.1, 1, 30, 100], 100) * RNG.normal(size=600))
    found = deviance(Double(x), Double(y), log(Double(y)) - log(Double(x))).rounded()
    with ctx.workprec(1500):
        pairs = zip(map(arb, x.tolist()), map(arb, y.tolist()), strict=True)
        true = [b - a - a * (b / a).log() for a, b in pairs]
    assert truth.worst(found, true) <= 2
    assert deviance(Double(x), Double(x), Double(0 * x)).rounded().max() == 0


@pytest.mark.parametrize("order", range(1, 9))
def test_the_polygamma_functions_of_complex_numbers_are_within_16_ulp_of_their_size(order):
    z = 10 ** RNG.uniform(-6, 6, 100) + 1j * RNG.normal(0, 5, 100)
    for found, point in zip(complex_polygamma(order, z).tolist(), z.tolist(), strict=True):
        with ctx.workprec(400):
            true = acb(point).polygamma(acb(order))
        assert truth.ulps(found.real, true.real, abs(found)) <= 16
        assert truth.ulps(found.imag, true.imag, abs(found)) <= 16
