"""log Gamma and its derivatives against balls."""

import numpy as np
import pytest
import truth
from flint import acb, arb, ctx

from lognormalizer.special import digamma, log_gamma, polygamma

RNG = np.random.default_rng(29)
X = np.concatenate([10 ** RNG.uniform(-300, 300, 150), RNG.uniform(0, 12, 300),
                    [1, 2, 1 + 1e-9, 2 - 1e-9, 3.7431146681950698, 1.4616321449683622]])


def worst(found, true, scale=0.0):
    return truth.worst(found, true, scale)


def test_log_gamma_is_within_8_ulp_of_max_1_and_its_value():
    with ctx.workprec(400):
        assert worst(log_gamma(X), [arb(x).lgamma() for x in X.tolist()], 1) <= 8


def test_log_gamma_of_1_and_2_vanishes():
    assert log_gamma(1) == 0
    assert abs(log_gamma(2)) <= 1e-15


def test_digamma_is_within_4_ulp_of_max_1_and_its_value():
    with ctx.workprec(400):
        assert worst(digamma(X), [arb(x).digamma() for x in X.tolist()], 1) <= 4


@pytest.mark.parametrize("order", [1, 2, 3, 4])
def test_polygamma_is_within_16_ulp(order):
    x = X[(X > 1e-50) & (X < 1e50)]
    with ctx.workprec(400):
        true = [acb(t).polygamma(acb(order)).real for t in x.tolist()]
    assert worst(polygamma(order, x), true) <= 16


def test_complex_log_gamma_is_within_16_ulp_of_max_1_and_its_size():
    z = RNG.uniform(0.1, 10, 100) + 1j * RNG.normal(0, 5, 100)
    with ctx.workprec(400):
        for found, true in zip(log_gamma(z).tolist(), (acb(c).lgamma() for c in z.tolist()),
                               strict=True):
            size = max(1, abs(found))
            assert truth.ulps(found.real, true.real, size) <= 16
            assert truth.ulps(found.imag, true.imag, size) <= 16


def test_the_limits_are_infinite_and_nan_stays():
    np.testing.assert_array_equal(log_gamma([0.0, np.inf, np.nan]), [np.inf, np.inf, np.nan])


def test_results_are_float64_whatever_the_argument():
    for kind in (np.float32, np.uint8):
        found = log_gamma(np.array([3, 7], kind))
        assert found.dtype == np.float64
        np.testing.assert_array_equal(found, log_gamma([3.0, 7.0]))


def test_what_is_not_positive_is_refused():
    with pytest.raises(ValueError, match=r"positive numbers; at index \(1,\) is -0.5"):
        log_gamma([1.0, -0.5])
    with pytest.raises(ValueError, match="at least 0, not -1"):
        polygamma(-1, 1.0)
