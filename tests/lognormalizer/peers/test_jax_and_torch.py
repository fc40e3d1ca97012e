"""Values that the tests of JAX's nn module and of PyTorch's reductions ask for.

From jax/tests/nn_test.py: what counts, and what does not. From pytorch/test/test_reductions.py: the
infinite ones among the exponents, in each place and along each axis.
"""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lognormalizer import gradient, log_softmax, logsumexp, sigmoid, softmax, softplus

INF = np.inf
ETA = np.array([5.5, 1.3, -4.2, 0.9])
BOTH = pytest.mark.parametrize("function", [softmax, log_softmax])


@BOTH
def test_where_nothing_counts_nothing_has_any_probability(function):
    expected = 0 if function is softmax else -INF
    assert_array_equal(function(ETA, where=np.zeros(4, bool)), np.full(4, expected))


@BOTH
def test_what_counts_is_as_it_were_alone(function):
    counts = np.array([True, False, True, True])
    found = function(ETA, where=counts)
    assert_array_equal(found[counts], function(ETA[counts]))
    probabilities = found if function is softmax else np.exp(found)
    assert_allclose(probabilities.sum(), 1, rtol=1e-15)


def test_no_slope_comes_from_what_does_not_count():
    eta = np.array([36.0, 10000.0])
    slopes = gradient(lambda x: log_softmax(x, where=[True, False])[..., 0], eta)
    assert_array_equal(slopes, [0, 0])


def test_softplus_and_its_slopes_at_the_edges():
    assert softplus(0.0) == np.log(2)
    assert softplus(89.0) == 89
    assert_array_equal(sigmoid([INF, -INF]), [1, 0])


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_zeros_keep_their_type(dtype):
    for function in (softplus, sigmoid):
        assert function(np.zeros((), dtype)).dtype == dtype


@pytest.mark.parametrize("axis", [0, 1, (0, 1)])
@pytest.mark.parametrize("place", [(0, 0), (slice(None), 0), (0, slice(None))])
@pytest.mark.parametrize("value", [INF, -INF])
def test_infinite_exponents_in_each_place(axis, place, value):
    eta = np.random.default_rng(0).normal(size=(5, 4))
    eta[place] = value
    with np.errstate(all="ignore"):
        expected = np.log(np.exp(eta).sum(axis=axis))
    assert_allclose(logsumexp(eta, axis), expected, rtol=1e-14)


class TestWhatWasChosenOtherwise:
    @BOTH
    def test_an_empty_vector_is_refused_and_not_returned(self, function):
        with pytest.raises(ValueError, match="empty"):
            function(np.zeros(0))
