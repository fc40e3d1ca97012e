"""logsumexp, softmax and log_softmax: right to the last bits, and total."""

import itertools
from math import comb

import numpy as np
import pytest
import truth

from lognormalizer import log_sigmoid, log_softmax, logsumexp, sigmoid, softmax, softplus

INF, NAN = np.inf, np.nan
RNG = np.random.default_rng(19)


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


NEAR_ZERO = [[0.0, -40.0, -50.0], [0.0, -1e-3 - 9, -745.0], [0.0, -700.0, -710.0]]
FAR_FROM_IT = [[3.0, 4.0, 5.0]] * 20


@pytest.mark.parametrize("eta", [NEAR_ZERO, NEAR_ZERO + FAR_FROM_IT], ids=["all", "few"])
def test_a_logarithm_near_zero_keeps_its_digits_where_a_component_is_zero(eta):
    near = logsumexp(eta)[:len(NEAR_ZERO)]
    assert truth.worst(near, map(truth.logsumexp, NEAR_ZERO)) <= 2
    np.testing.assert_array_equal([logsumexp(row) for row in NEAR_ZERO], near)
    np.testing.assert_array_equal(logsumexp(np.array(eta).T, axis=0)[:len(NEAR_ZERO)], near)


def test_a_logarithm_near_zero_of_many_components_keeps_its_digits():
    eta = np.full(100_000, -60.0)
    eta[70_000] = 0
    assert truth.ulps(logsumexp(eta), truth.logsumexp_of_many(eta)) <= 2


def test_few_logarithms_near_zero_are_right_also_beside_what_is_far_below():
    eta = [-0.1, -2.4, -800.0]
    assert truth.ulps(logsumexp([eta, *FAR_FROM_IT])[0], truth.logsumexp(eta), 1) <= 2


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


    def test_take_several_axes_as_one(self, function):
        eta = RNG.normal(size=(2, 3, 4, 5))
        flat = eta.transpose(1, 3, 0, 2).reshape(3, 5, 8)
        found, expected = function(eta, axis=(0, -2)), function(flat)
        if found.shape == eta.shape:
            found = found.transpose(1, 3, 0, 2).reshape(3, 5, 8)
        np.testing.assert_array_equal(found, expected)
        np.testing.assert_array_equal(np.ravel(function(eta, axis=None)),
                                      np.ravel(function(eta.ravel())))

    def test_take_any_memory_order_and_many_blocks(self, function):
        eta = RNG.normal(0, 3, (300, 401))
        expected = np.array([function(row) for row in eta])
        for other in (np.asfortranarray(eta), eta[::-1][::-1], np.repeat(eta, 2, axis=1)[:, ::2]):
            # Sums are taken in another order, and may differ in the last bit.
            np.testing.assert_allclose(function(other), expected, rtol=1e-15)
        np.testing.assert_allclose(function(eta.T, axis=0), expected.T, rtol=1e-15)

    def test_refuse_what_is_not_numbers(self, function):
        with pytest.raises(TypeError, match="expected numbers, got an array of type <U1"):
            function(["a", "b"])

    def test_refuse_a_masked_array_whose_mask_would_be_lost(self, function):
        with pytest.raises(TypeError, match="mask"):
            function(np.ma.array([1.0, 2.0], mask=[True, False]))

    def test_say_nothing_and_are_right_whatever_numpy_is_told_about_errors(self, function):
        with np.errstate(all="raise"):
            assert np.isfinite(function([800.0, -800.0, 0.0])).any()

    def test_do_not_depend_on_the_neighbors_in_the_batch(self, function):
        hard = np.array([[800.0, 810, 0], [-800, -810, -805], [0, 1, 2], [INF, 0, 0], [NAN, 0, 0]])
        np.testing.assert_array_equal(function(hard), [function(row) for row in hard])

    @pytest.mark.parametrize("neighbor", [[2.0, 0.0], [NAN, 0.0]])
    def test_count_ties_beside_a_neighbor_without_any(self, function, neighbor):
        tied = [1.0, 1.0]
        np.testing.assert_array_equal(function([tied, neighbor])[0], function(tied))


def test_many_components_of_float16_have_weights_that_do_not_fit_float16():
    found = softmax(np.full(100_000, 12, np.float16))
    np.testing.assert_array_equal(found, np.float16(1e-5))


def test_a_vector_gives_a_scalar():
    assert isinstance(logsumexp([1.0, 2.0]), np.float64)


def test_probabilities_sum_to_one_within_rounding():
    eta = np.random.default_rng(3).normal(0, 30, (500, 9))
    assert abs(softmax(eta).sum(axis=-1) - 1).max() <= 9 * 2.0**-52


def test_logsumexp_keeps_dimensions_when_asked():
    eta = RNG.normal(size=(2, 3, 4))
    assert logsumexp(eta, axis=(0, 2), keepdims=True).shape == (1, 3, 1)
    np.testing.assert_array_equal(logsumexp(eta, axis=1, keepdims=True)[:, 0],
                                  logsumexp(eta, axis=1))


def test_logsumexp_with_weights_is_the_logarithm_of_the_weighted_sum():
    eta, weights = RNG.normal(0, 50, (20, 6)), RNG.random(6) * 10.0 ** RNG.integers(-5, 5, 6)
    weights[2] = 0
    found = logsumexp(eta, weights=weights)
    for row, value in zip(eta, found, strict=True):
        with truth.ctx.workprec(truth.BITS):
            terms = [truth.arb(float(w)) * truth.exact(x).exp()
                     for w, x in zip(weights, row, strict=True)]
            expected = sum(terms, truth.arb(0)).log()
        assert truth.ulps(value, expected, 1) <= 2


def test_a_weight_of_0_and_a_place_that_does_not_count_hide_anything():
    eta = np.array([[1.0, INF, NAN], [2.0, 3.0, 4.0]])
    for found in (logsumexp(eta, weights=[2.0, 0, 0]),
                  logsumexp(eta, where=[True, False, False], weights=2)):
        np.testing.assert_allclose(found, [1 + np.log(2), 2 + np.log(2)], rtol=1e-15)
    np.testing.assert_array_equal(logsumexp(eta, where=False), [-INF, -INF])


@pytest.mark.parametrize(("eta", "weights"), [
    (0.6 * np.arange(1001), [float(comb(1000, n)) for n in range(1001)]),
    ([500.0], [1e200]),
    ([-600.0], [1e-200]),
    ([0.0, 0.0], [1e308, 1e308]),
    ([700.0, -700.0], [5e-324, 1e308]),
    ([1e5, 1e5], [3.0, 1e-310]),
    ([-18.135637341605147, -0.3485206302229516], [0.13794503863844884, 6.5022356196416595]),
])
def test_weights_and_exponentials_may_be_of_any_size(eta, weights):
    true = truth.log_sum(eta, weights)
    assert truth.ulps(logsumexp(eta, weights=weights), true, 1) <= 2
    single = np.array(eta, np.float32)
    with np.errstate(all="raise"):
        found = logsumexp(single, weights=weights)
    assert truth.ulps(found, truth.log_sum(single, weights), 1, np.float32) <= 1


@pytest.mark.parametrize("eta", [
    [1e300, 1e300, -1.0], [1e300, 1e16, -700.0], [-1.7e308, 1e16, 1e300], [-1.0, 1e16, 1e16],
    [2.0**62, 2.0**62 + 1024, 0.0], [1.7e308, -1.7e308, 0.0]])
def test_huge_exponents_take_factors_of_any_size(eta):
    for weights in itertools.permutations([1e-320, 1e300, 1.7e308]):
        with np.errstate(all="raise"):
            found = logsumexp(eta, weights=weights)
            signed = logsumexp(eta, weights=np.negative(weights), return_sign=True)
        np.testing.assert_allclose(found, max(eta), rtol=1e-12)
        np.testing.assert_allclose(signed, (found, -1), rtol=1e-15)


def test_random_weights_of_any_size_are_within_2_ulp():
    for _ in range(300):
        k = RNG.integers(1, 8)
        eta = RNG.normal(RNG.choice([0, -700, 700]), RNG.choice([1, 100, 700]), k)
        weights = np.exp(RNG.uniform(-740, 709, k))
        assert truth.ulps(logsumexp(eta, weights=weights), truth.log_sum(eta, weights), 1) <= 2


def test_float32_with_weights_is_rounded_once():
    for _ in range(200):
        k = RNG.integers(1, 6)
        eta, weights = RNG.normal(size=k).astype(np.float32), RNG.random(k)
        found, true = logsumexp(eta, weights=weights), truth.log_sum(eta, weights)
        assert truth.ulps(found, true, 1, np.float32) <= 0.501


def test_weights_of_either_sign_give_the_logarithm_of_the_size_and_the_sign():
    for _ in range(300):
        k = RNG.integers(2, 8)
        eta, weights = RNG.normal(0, RNG.choice([1, 100, 700]), k), RNG.normal(0, 1, k)
        if RNG.random() < 0.5:  # they nearly cancel
            eta[1] = eta[0] * (1 + 10.0 ** RNG.uniform(-12, -1))
            weights[1] = -weights[0]
            eta[2:] = eta[0] - 800
        found, sign = logsumexp(eta, weights=weights, return_sign=True)
        true = truth.signed_sum(eta, weights)
        assert sign == (1 if true > 0 else -1)
        with truth.ctx.workprec(truth.BITS):
            assert truth.ulps(found, abs(true).log(), 1) <= 2


@pytest.mark.parametrize(("eta", "weights", "logarithm", "sign"), [
    ([3.0, 3.0], [1, -1], -INF, 0),
    ([3.0, 2.0], [-1, 1], np.log(np.exp(3) - np.exp(2)), -1),
    ([INF, 0], [-1, 1], INF, -1),
    ([INF, INF], [1, -1], NAN, NAN),
    ([NAN, 0], [1, -1], NAN, NAN),
    ([-INF, -INF], [1, -1], -INF, 0),
    ([0.0, 0.0], None, np.log(2), 1),
    ([-INF], None, -INF, 0),
    ([1.0, INF, 2.0], [-1, 0, 1], np.log(np.exp(2) - np.exp(1)), 1),
    ([700.0, 700.0], [1e300, -2e300], 700 + 300 * np.log(10), -1),
    ([-700.0, -700.0], [2e-300, -1e-300], -700 - 300 * np.log(10), 1),
])
def test_signs_at_the_edges(eta, weights, logarithm, sign):
    found = logsumexp(eta, weights=weights, return_sign=True)
    np.testing.assert_allclose(found, (logarithm, sign), rtol=1e-15)
    negative = sign == -1
    expected = NAN if negative else logarithm
    np.testing.assert_allclose(logsumexp(eta, weights=weights), expected, rtol=1e-15)


def test_of_signed_terms_those_that_do_not_count_may_be_anything():
    found = logsumexp([1.0, 2.0, NAN], weights=[-1, 1, -5], where=[True, True, False],
                      return_sign=True)
    np.testing.assert_array_equal(found, logsumexp([1.0, 2.0], weights=[-1, 1], return_sign=True))


def test_signed_sums_go_along_any_axes_and_keep_their_types():
    eta, weights = RNG.normal(size=(2, 3, 4)), RNG.normal(size=(3, 1))
    for axis in (0, 1, (0, 2), None):
        found, sign = logsumexp(eta, axis, weights=weights, return_sign=True)
        direct = (weights * np.exp(eta)).sum(axis=axis)
        np.testing.assert_allclose(sign * np.exp(found), direct, rtol=1e-12)
        kept = logsumexp(eta, axis, keepdims=True, weights=weights, return_sign=True)[1]
        assert kept.shape == direct.reshape(kept.shape).shape and kept.ndim == 3
    single = logsumexp(eta.astype(np.float32), weights=weights, return_sign=True)
    assert [part.dtype for part in single] == [np.float32, np.float32]


def test_a_complex_sum_has_a_sign_on_the_unit_circle():
    logarithm, sign = logsumexp([1j * np.pi / 2, 1j * np.pi / 2], return_sign=True)
    np.testing.assert_allclose([logarithm, sign], [np.log(2), 1j], rtol=1e-15)


def test_complex_weights_are_refused():
    with pytest.raises(TypeError, match="weights must be real, not of type complex128"):
        logsumexp([1.0, 2.0], weights=[1, 1j])


def test_what_does_not_count_leaves_the_others_as_they_are_without_it():
    eta = np.array([1e-20, -1000.0, NAN, INF])
    counts = [True, True, False, False]
    assert logsumexp(eta, where=counts) == logsumexp(eta[:2]) == 1e-20
    for function, left_out in ((softmax, 0), (log_softmax, -INF)):
        found = function(eta, where=counts)
        np.testing.assert_array_equal(found[:2], function(eta[:2]))
        np.testing.assert_array_equal(found[2:], left_out)
        np.testing.assert_array_equal(function(eta, where=False), left_out)


@pytest.mark.parametrize("function", [softmax, log_softmax])
def test_what_counts_is_broadcast_and_may_be_chosen_in_place(function):
    eta = RNG.normal(size=(300, 400))
    counts = RNG.random((300, 400)) < 0.5
    expected = np.array([function(row, where=mask) for row, mask in zip(eta, counts, strict=True)])
    np.testing.assert_allclose(function(eta, where=counts), expected, rtol=1e-15)
    assert function(eta, where=counts, out=eta) is eta
    np.testing.assert_allclose(eta, expected, rtol=1e-15)
    assert function([1.0, 2.0], where=[[True, False], [True, True]]).shape == (2, 2)


@pytest.mark.parametrize(("gap", "dtype"), [(740, np.float64), (100, np.float32)])
def test_many_others_that_are_subnormal_have_the_digits_of_their_sum(gap, dtype):
    for count, neighbors in ((999, 1), (999, 50), (70_000, 1)):
        eta = np.array([0.0] + [-gap] * count, dtype)
        ordinary = np.linspace(0, 1, count + 1, dtype=dtype)
        found = log_softmax(np.stack([eta] * neighbors + [ordinary]))
        with truth.ctx.workprec(truth.BITS):
            true = -(count * truth.exact(-gap).exp()).log1p()
        assert truth.ulps(found[0, 0], true, dtype=dtype) <= 4


def test_weights_and_places_may_be_a_batch_where_eta_is_none():
    eta, weights = np.array([1.0, 2.0]), np.array([[1.0, 0.0], [0.0, 3.0]])
    np.testing.assert_allclose(logsumexp(eta, weights=weights), [1, 2 + np.log(3)], rtol=1e-15)
    np.testing.assert_array_equal(logsumexp(eta, where=weights > 0), [1, 2])


def test_places_that_are_not_booleans_are_refused():
    with pytest.raises(TypeError, match="where must be booleans, not of type int64"):
        logsumexp([1.0, 2.0], where=np.array([1, 0], np.int64))


@pytest.mark.parametrize("function", [softmax, log_softmax])
def test_results_go_where_they_are_told(function):
    eta = RNG.normal(size=(200, 300))
    expected, out = function(eta), np.empty((300, 200)).T
    assert function(eta, out=out) is out
    np.testing.assert_array_equal(out, expected)
    assert function(eta, out=eta) is eta
    np.testing.assert_array_equal(eta, expected)
    with pytest.raises(ValueError, match="out has shape"):
        function(eta, out=np.empty(3))


def test_logsumexp_goes_where_it_is_told_also_over_its_input():
    eta = RNG.normal(size=(4, 4))
    expected = logsumexp(eta)
    assert logsumexp(eta, out=eta[:, 0]).base is eta
    np.testing.assert_array_equal(eta[:, 0], expected)


def test_a_subclass_comes_back_as_what_it_was():
    class Tagged(np.ndarray):
        pass

    eta = RNG.normal(size=(2, 3)).view(Tagged)
    for function in (softmax, log_softmax, logsumexp):
        assert type(function(eta)) is Tagged


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "c8", "c16", "g"])
@pytest.mark.parametrize("shape", [(2, 7), (9000,), (3, 5000)])
def test_the_byte_order_of_numbers_does_not_matter(dtype, shape):
    eta = RNG.normal(0, 3, shape).astype(dtype)
    other_way = eta.astype(eta.dtype.newbyteorder())
    for function in (softmax, log_softmax, logsumexp, softplus, sigmoid, log_sigmoid):
        found = function(other_way)
        assert found.dtype.isnative
        np.testing.assert_array_equal(found, function(eta))


def test_a_normal_distribution_of_logits_far_below_zero_keeps_its_digits():
    for eta in (RNG.normal(-700, 8, (30, 9)), RNG.normal(-30, 300, (30, 9)),
                -590 - RNG.exponential(100, (30, 9))):
        for row in eta:
            assert truth.worst(softmax(row), truth.softmax(row)) <= 4
            assert truth.worst(log_softmax(row), truth.log_softmax(row)) <= 4


@pytest.mark.parametrize("k", [3, 5000, 200_000])
def test_float32_is_within_the_bounds_of_float32_in_blocks_of_any_size(k):
    eta = RNG.normal(0, 4, k).astype(np.float32)
    n = max(1, 30_000 // k)
    single, double = np.tile(eta, (n, 1)), eta.astype(np.float64)
    for found, expected, ulp, scale in (
        (logsumexp(single), logsumexp(double), 2, 1),
        (softmax(single), softmax(double), 4, 0),
        (log_softmax(single), log_softmax(double), 4, 0),
    ):
        unit = np.spacing(np.maximum(abs(expected), scale).astype(np.float32))
        assert found.dtype == np.float32
        assert (abs(found.astype(np.float64) - expected) / unit).max() <= ulp


def test_a_million_components_stay_within_the_bounds():
    eta = np.full(10**6, -np.log(10**6))
    eta[::7] += RNG.normal(0, 1e-3, len(eta[::7]))
    total = truth.logsumexp_of_many(eta)
    assert truth.ulps(logsumexp(eta), total, 1) <= 2
    with truth.ctx.workprec(200):
        expected = [(truth.exact(x) - total).exp() for x in eta[:50]]
    assert truth.worst(softmax(eta)[:50], expected) <= 4
