"""logsumexp, softmax and log_softmax: right to the last bits, and total."""

import numpy as np
import pytest
import truth

from lognormalizer import log_softmax, logsumexp, softmax

INF, NAN = np.inf, np.nan


def ordinary(rng, k):
    return rng.normal(0, 3, k)


def spread(rng, k):
    return rng.normal(0, 100, k)


def nearly_tied(rng, k):
    return rng.normal(0, 1e-8, k)


def far_from_zero(rng, k):
    return 1e6 + rng.normal(0, 1, k)


def one_dominates(rng, k):
    return np.concatenate([[40.0], rng.normal(0, 5, k - 1)])


def extremes(rng, k):
    return rng.choice([-800.0, 800.0, 0.0, 2.0**-1000, 1.0], k)


KINDS = [ordinary, spread, nearly_tied, far_from_zero, one_dominates, extremes]

# Where the usual three lines are far off, or overflow.
HARD = [
    [-0.06231689453125, -137.765625, -28.150390625],
    [800.0, 810.0, 0.0],
    [1e6 + 1 / 3, 1e6 - 2 / 3, 1e6],
    [-1.3e-8, 2.7e-8, 0.0, 5e-9],
]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def points(request):
    rng = np.random.default_rng(7)
    sizes = [1, 2, 3, 5, 8, 12] * 8 + [2000]
    return [request.param(rng, k) for k in sizes]


def test_softmax_is_within_4_ulp(points):
    assert max(truth.worst(softmax(eta), truth.softmax(eta)) for eta in points) <= 4


def test_log_softmax_is_within_4_ulp_also_where_one_component_dominates(points):
    assert max(truth.worst(log_softmax(eta), truth.log_softmax(eta)) for eta in points) <= 4


def test_logsumexp_is_within_2_ulp_of_max_1_and_its_value(points):
    assert max(truth.ulps(logsumexp(eta), truth.logsumexp(eta), 1) for eta in points) <= 2


@pytest.mark.parametrize("eta", HARD)
def test_hard_points_stay_within_the_bounds(eta):
    assert truth.ulps(logsumexp(eta), truth.logsumexp(eta), 1) <= 2
    assert truth.worst(softmax(eta), truth.softmax(eta)) <= 4
    assert truth.worst(log_softmax(eta), truth.log_softmax(eta)) <= 4


@pytest.mark.parametrize(
    ("eta", "a", "p", "log_p"),
    [
        ([0, -INF], 0, [1, 0], [0, -INF]),
        ([INF, 0], INF, [1, 0], [0, -INF]),
        ([5], 5, [1], [0]),
        ([-INF], -INF, [1], [0]),
        ([INF], INF, [1], [0]),
        ([INF, INF], INF, [NAN, NAN], [NAN, NAN]),
        ([-INF, -INF], -INF, [NAN, NAN], [NAN, NAN]),
        ([NAN, 0], NAN, [NAN, NAN], [NAN, NAN]),
    ],
)
def test_infinity_gives_the_limit_and_nan_where_there_is_none(eta, a, p, log_p):
    np.testing.assert_array_equal(logsumexp(eta), a)
    np.testing.assert_array_equal(softmax(eta), p)
    np.testing.assert_array_equal(log_softmax(eta), log_p)


@pytest.mark.parametrize("function", [logsumexp, softmax, log_softmax])
class TestAllThree:
    def test_keep_float32(self, function):
        found = function(np.array([1, 2, 3], np.float32))
        assert found.dtype == np.float32
        np.testing.assert_allclose(found, function([1.0, 2.0, 3.0]), rtol=2e-7)

    def test_keep_float16_and_do_not_overflow_in_it(self, function):
        found = function(np.array([60000, 59000], np.float16))
        assert found.dtype == np.float16
        assert np.isfinite(found).all()

    def test_take_integers_lists_and_booleans_as_float64(self, function):
        for eta in ([1, 0], np.array([1, 0]), [True, False]):
            found = function(eta)
            assert found.dtype == np.float64
            np.testing.assert_array_equal(found, function([1.0, 0.0]))

    def test_treat_leading_axes_as_a_batch(self, function):
        eta = np.random.default_rng(0).normal(size=(2, 3, 4))
        single = [[function(row) for row in block] for block in eta]
        np.testing.assert_array_equal(function(eta), single)

    def test_take_another_axis_by_name(self, function):
        eta = np.random.default_rng(0).normal(size=(4, 3))
        expected = function(eta.T)
        np.testing.assert_array_equal(function(eta, axis=0), expected.T)

    def test_refuse_an_empty_axis_and_say_so(self, function):
        with pytest.raises(ValueError, match=r"axis of components is empty \(shape \(3, 0\)\)"):
            function(np.zeros((3, 0)))

    def test_refuse_a_single_number_and_say_what_to_write(self, function):
        with pytest.raises(ValueError, match=r"write \[eta\]"):
            function(1.0)

    def test_allow_an_empty_batch(self, function):
        assert function(np.zeros((0, 3))).shape[0] == 0

    def test_leave_the_input_as_it_was(self, function):
        eta = np.array([1.0, 2.0, INF])
        eta.setflags(write=False)
        function(eta)
        np.testing.assert_array_equal(eta, [1, 2, INF])


def test_a_vector_gives_a_scalar():
    assert isinstance(logsumexp([1.0, 2.0]), np.float64)


def test_probabilities_sum_to_one_within_rounding():
    eta = np.random.default_rng(3).normal(0, 30, (500, 9))
    assert abs(softmax(eta).sum(axis=-1) - 1).max() <= 9 * 2.0**-52
