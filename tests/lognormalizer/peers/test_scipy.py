"""The inputs and values of SciPy's own tests of logsumexp, softmax, log_softmax, logit and expit.

From scipy/special/tests/test_logsumexp.py, test_log_softmax.py and test_logit.py. Where this
package chose otherwise, a test says so by its name. `b` is called `weights`, `expit` is `sigmoid`,
and where SciPy takes all axes by default, the last one is taken.
"""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from scipy import special

from lognormalizer import log_softmax, logit, logsumexp, sigmoid, softmax

INF, NAN = np.inf, np.nan
RNG = np.random.default_rng(324984329582349862)


@pytest.mark.parametrize(("eta", "expected"), [
    (np.arange(200.0), np.log(np.sum(np.exp(np.arange(200.0))))),
    ([1000.0, 1000.0], 1000 + math.log(2)),
    ([1000, 1000], 1000 + math.log(2)),
    (np.full(1000, 10000), 10000 + math.log(1000)),
    ([INF], INF), ([-INF], -INF), ([NAN], NAN), ([-INF, -INF], -INF),
    ([[1e10, 1e-10], [-1e10, -INF]], [1e10, -1e10]),
    ([0.0, -40.0], np.logaddexp(0.0, -40.0)),
])
def test_logsumexp(eta, expected):
    assert_allclose(logsumexp(eta), expected, rtol=1e-15)


def test_logsumexp_of_a_million_small_numbers():
    log_x = np.log(np.full((2, 1_000_000), 1e-40))
    assert_allclose(np.exp(logsumexp(log_x, axis=None)), 2e-34, rtol=1e-12)
    assert_allclose(np.exp(logsumexp(log_x, axis=0)), 2e-40, rtol=1e-13)
    assert_allclose(np.exp(logsumexp(log_x, axis=1)), 1e-34, rtol=1e-12)


def test_logsumexp_over_several_axes_and_with_kept_ones():
    eta = np.array([[1e10, 1e-10], [-1e10, -INF]])
    assert logsumexp(eta, axis=(-1, -2)) == 1e10
    assert_array_equal(logsumexp(eta, keepdims=True), [[1e10], [-1e10]])


@pytest.mark.parametrize(("eta", "weights", "expected"), [
    (np.arange(200.0), np.arange(200.0, 0, -1),
     np.log(np.sum(np.arange(200.0, 0, -1) * np.exp(np.arange(200.0))))),
    ([1000, 1000], [1.2, 1.2], 1000 + math.log(2.4)),
    ([1, 10000], [1, 0], 1.0),
])
def test_logsumexp_with_weights(eta, weights, expected):
    assert_allclose(logsumexp(eta, weights=weights), expected, rtol=1e-14)


def test_logsumexp_with_signs():
    assert_allclose(logsumexp([1, 1, 1], weights=[1, -1, -1], return_sign=True), (1, -1))
    assert_array_equal(logsumexp([1, 1], weights=[1, -1], return_sign=True), (-INF, 0))


@pytest.mark.parametrize(("axis", "shape"), [(2, (1, 2, 4)), ((1, 3), (1, 3))])
def test_shapes_of_logarithm_and_sign(axis, shape):
    eta = np.ones((1, 2, 3, 4))
    found = logsumexp(eta, axis, weights=np.ones_like(eta), return_sign=True)
    assert [part.shape for part in found] == [shape, shape]


def test_weights_broadcast_against_the_exponents():
    assert logsumexp(np.zeros((4, 1, 2, 1)), weights=np.ones((3, 1, 5))).shape == (4, 3, 2)


def test_the_sign_of_a_complex_sum():
    eta = np.array([1 + 1j, 2 - 1j, -2 + 3j])
    total = np.exp(eta).sum()
    logarithm, sign = logsumexp(eta, return_sign=True)
    assert_allclose(sign, total / abs(total), rtol=1e-15)
    assert_allclose(sign * np.exp(logarithm), total, rtol=1e-15)


@pytest.mark.parametrize("dtype", [np.complex64, np.complex128])
def test_imaginary_parts_are_between_minus_pi_and_pi(dtype):
    eta = (RNG.uniform(1, 40, (10, 100)) + 1j * RNG.uniform(1, 40, (10, 100))).astype(dtype)
    found, exact = logsumexp(eta, axis=1), np.log(np.exp(eta.astype(complex)).sum(axis=1))
    assert found.dtype == dtype
    assert abs(found.imag).max() <= np.pi
    assert_allclose(found, exact, rtol=1e-5 if dtype == np.complex64 else 1e-12)


def test_small_imaginary_parts_keep_their_digits():
    found = logsumexp([0, 2.2204460492503132e-17j])
    assert_allclose(found.real, math.log(2), rtol=1e-15)
    assert_allclose(found.imag, 1.1102230246251566e-17, rtol=1e-15)


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.int32, np.int64, np.complex64])
def test_types(dtype):
    found = logsumexp(np.array([1000, 1000], dtype))
    assert found.dtype == (np.float64 if np.issubdtype(dtype, np.integer) else dtype)
    assert_allclose(found, 1000 + math.log(2), rtol=1e-6)


TWO_ROWS = np.array([[-25, 0, 25, 50], [1, 325, 749, 750]])
OF_TWO_ROWS = np.array([
    [2.678636961770877e-33, 1.9287498479371314e-22, 1.3887943864771144e-11, 0.999999999986112],
    [0.0, 1.9444526359919372e-185, 0.2689414213699951, 0.7310585786300048]])
FOUR = np.array([0.03205860328008499, 0.08714431874203256, 0.23688281808991013, 0.6439142598879722])
LOG_FOUR = np.array([-3.4401896985611953, -2.4401896985611953, -1.4401896985611953,
                     -0.44018969856119533])


@pytest.mark.parametrize(("eta", "options", "expected"), [
    ([1000, 0, 0, 0], {}, [1, 0, 0, 0]),
    ([1, 1], {}, [0.5, 0.5]),
    ([0, 1], {}, np.array([1, np.e]) / (1 + np.e)),
    (np.arange(4), {}, FOUR),
    (np.arange(4) + 100, {}, FOUR),
    (np.arange(4).reshape(2, 2), {"axis": None}, FOUR.reshape(2, 2)),
    ([[1000, 0], [1000, 0]], {"axis": 0}, [[0.5, 0.5], [0.5, 0.5]]),
    ([[1000, 0], [1000, 0]], {"axis": 1}, [[1, 0], [1, 0]]),
    (TWO_ROWS, {"axis": 1}, OF_TWO_ROWS),
    (TWO_ROWS.T, {"axis": 0}, OF_TWO_ROWS.T),
    (TWO_ROWS.reshape(2, 2, 2), {"axis": (1, 2)}, OF_TWO_ROWS.reshape(2, 2, 2)),
])
def test_softmax(eta, options, expected):
    assert_allclose(softmax(eta, **options), expected, rtol=2e-15)


@pytest.mark.parametrize(("eta", "options", "expected"), [
    ([1000, 1], {}, [0, -999]),
    (np.arange(4), {}, LOG_FOUR),
    (np.arange(4) + 100, {}, LOG_FOUR),
    (np.arange(4).reshape(2, 2), {"axis": None}, LOG_FOUR.reshape(2, 2)),
    ([[1000, 1], [1000, 1]], {"axis": 0}, np.full((2, 2), np.log(0.5))),
    ([[1000, 1], [1000, 1]], {"axis": 1}, [[0, -999], [0, -999]]),
    (np.arange(8).reshape(2, 4).T, {"axis": 0}, np.stack([LOG_FOUR, LOG_FOUR]).T),
    (np.arange(8).reshape(2, 2, 2), {"axis": (1, 2)},
     np.stack([LOG_FOUR, LOG_FOUR]).reshape(2, 2, 2)),
])
def test_log_softmax(eta, options, expected):
    assert_allclose(log_softmax(eta, **options), expected, rtol=1e-15)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_logit_and_expit(dtype):
    p = np.linspace(0, 1, 10).astype(dtype)
    expected = [-INF, -2.07944154, -1.25276297, -0.69314718, -0.22314355, 0.22314355, 0.69314718,
                1.25276297, 2.07944154, INF]
    assert_allclose(logit(p), expected, rtol=0, atol=2e-7)
    expected = [0.01798621, 0.04265125, 0.0977726, 0.20860853, 0.39068246, 0.60931754, 0.79139147,
                0.9022274, 0.95734875, 0.98201379]
    found = sigmoid(np.linspace(-4, 4, 10).astype(dtype))
    assert_allclose(found, expected, rtol=0, atol=5e-8)
    assert found.dtype == logit(p).dtype == dtype


class TestWhatWasChosenOtherwise:
    def test_an_empty_sum_is_refused_and_not_minus_infinity(self):
        assert special.logsumexp([]) == -INF
        with pytest.raises(ValueError, match="empty"):
            logsumexp([])

    def test_a_number_is_no_vector(self):
        assert special.log_softmax(1.0) == 0
        for function in (logsumexp, log_softmax):
            with pytest.raises(ValueError, match=r"write \[eta\]"):
                function(1.0)

    def test_the_type_is_that_of_the_exponents_whatever_the_weights_are(self):
        eta, weights = np.array([2, 1], np.float32), np.array([1.0, -1.0])
        assert special.logsumexp(eta, b=weights).dtype == np.float64
        assert logsumexp(eta, weights=weights).dtype == np.float32

    def test_the_logit_of_what_is_no_probability_is_refused_and_not_nan(self):
        assert np.isnan(special.logit(2.0))
        with pytest.raises(ValueError, match="not from 0 to 1"):
            logit(2.0)
