"""The categorical family in numpy."""

import numpy as np
import pytest
import truth
from flint import arb, ctx

from lognormalizer import Finite, categorical, logsumexp, softmax, testing

RNG = np.random.default_rng(11)


def test_the_natural_parameter_leads_back_to_the_probabilities():
    theta = testing.simplex(RNG, 5, 200)
    back = categorical.probabilities(categorical.natural_parameter(theta))
    np.testing.assert_allclose(back, theta, rtol=1e-14, atol=0)


def test_the_natural_parameter_is_within_3_ulp_also_where_probabilities_nearly_tie():
    near = 0.25 * (1 + RNG.normal(0, 1e-6, (50, 4)))
    for theta in [*testing.simplex(RNG, 4, 200), *near, np.array([1e-320, 1e-5, 0.5])]:
        with ctx.workprec(400):
            expected = [(arb(t) / arb(theta[-1])).log() for t in theta[:-1].tolist()]
        found = categorical.natural_parameter(theta)
        assert truth.worst(found[:-1], expected) <= 3
        assert found[-1] == 0


def test_an_impossible_outcome_has_natural_parameter_minus_infinity():
    np.testing.assert_array_equal(categorical.natural_parameter([0, 0.5, 0.5]), [-np.inf, 0, 0])


def test_the_reference_must_be_possible():
    with pytest.raises(ValueError, match="the last probability is the reference"):
        categorical.natural_parameter([0.5, 0.5, 0])


def test_a_negative_probability_is_named():
    with pytest.raises(ValueError, match=r"probability at index \(1, 0\) is negative: -0.1"):
        categorical.natural_parameter([[0.5, 0.5], [-0.1, 1.1]])
    with pytest.raises(ValueError, match=r"probability at index \(0,\) is negative: -0.1"):
        categorical.pmf([0, 1], [-0.1, 1.1])


@pytest.mark.parametrize("theta", [0.5, []])
def test_probabilities_without_an_axis_or_on_an_empty_one_are_refused(theta):
    with pytest.raises(ValueError, match="expected probabilities on the last axis, got shape"):
        categorical.natural_parameter(theta)


def test_counts_serve_as_probabilities_and_float32_is_kept():
    counts = np.array([3, 6, 4], np.uint8)
    expected = categorical.natural_parameter(counts.astype(np.float64))
    np.testing.assert_array_equal(categorical.natural_parameter(counts), expected)
    single = categorical.natural_parameter(counts.astype(np.float32))
    assert single.dtype == np.float32
    np.testing.assert_allclose(single, expected, rtol=1e-6)


def test_mean_and_log_normalizer_are_softmax_and_logsumexp():
    eta = testing.natural(RNG, 4, 10)
    np.testing.assert_array_equal(categorical.mean(eta), softmax(eta))
    np.testing.assert_array_equal(categorical.log_normalizer(eta), logsumexp(eta))


def test_the_covariance_is_within_8_ulp_an_entry_also_close_to_a_vertex():
    for eta in [*testing.natural(RNG, 5, 40), np.array([40.0, 0.0, 1.0])]:
        p = truth.softmax(eta)
        found = categorical.covariance(eta)
        with ctx.workprec(truth.BITS):
            expected = [p[i] * (1 - p[i]) if i == j else -p[i] * p[j]
                        for i in range(len(p)) for j in range(len(p))]
        assert truth.worst(found, expected) <= 8


def test_the_covariance_is_symmetric_and_sends_ones_to_zero():
    found = categorical.covariance(testing.natural(RNG, 6, 20))
    assert found.shape == (20, 6, 6)
    np.testing.assert_array_equal(found, np.swapaxes(found, -1, -2))
    assert abs(found.sum(axis=-1)).max() <= 1e-16


def test_the_log_density_of_each_outcome_is_the_logarithm_of_its_probability():
    eta = np.array([30.0, 0.0, -500.0])
    found = categorical.log_density(testing.one_hot(3), eta)
    assert truth.worst(found, truth.log_softmax(eta)) <= 4


def test_an_impossible_outcome_has_log_density_minus_infinity_and_spoils_no_other():
    found = categorical.log_density(testing.one_hot(2), [0.0, -np.inf])
    np.testing.assert_array_equal(found, [0, -np.inf])


def test_the_pmf_picks_out_one_probability():
    theta = np.array([0.2, 0.0, 0.8])
    np.testing.assert_array_equal(categorical.pmf(testing.one_hot(3), theta), theta)


@pytest.mark.parametrize("x", [[1, 1, 0], [0, 0, 0], [0.5, 0.5, 0], [2, -1, 0]])
def test_what_is_not_one_hot_is_refused(x):
    for function in (categorical.log_density, categorical.pmf):
        with pytest.raises(ValueError, match="not one-hot"):
            function(x, [0.2, 0.3, 0.5])


def test_an_outcome_of_another_size_is_refused():
    with pytest.raises(ValueError, match="there are 3 components"):
        categorical.log_density([1, 0], [0.1, 0.2, 0.3])


INF = np.inf
PAIRS = [
    (first, second)
    for k in (1, 2, 3, 7, 20)
    for scale in (1e-9, 1e-3, 1.0, 10.0, 200.0)
    for first in testing.natural(RNG, k, 3)
    for second in (first + RNG.normal(0, scale, k), first + 100 + RNG.normal(0, scale, k))
]
ETAS = [eta for pair in PAIRS for eta in pair]


def test_the_entropy_is_within_2_ulp_also_where_one_outcome_is_nearly_certain():
    small = [np.array([gap, 0.0, 1.0]) for gap in (600.0, 717.3, 730.1, 745.2)]
    for eta in [*ETAS, *small, np.zeros(1000)]:
        assert truth.ulps(categorical.entropy(eta), truth.entropy(eta)) <= 2


def test_entropy_of_a_sure_outcome_is_0_and_of_equal_ones_log_k():
    np.testing.assert_array_equal(categorical.entropy([[0, -INF], [INF, 3], [1e4, 0]]), [0, 0, 0])
    assert categorical.entropy([7.0] * 4) == np.log(4)


def test_the_kl_divergence_is_within_2_ulp_also_where_the_two_nearly_agree():
    for eta, zeta in PAIRS:
        found = categorical.kl_divergence(eta, zeta)
        assert found >= 0
        assert truth.ulps(found, truth.kl_divergence(eta, zeta), 1e-300) <= 2


@pytest.mark.parametrize(
    ("eta", "zeta", "expected"),
    [
        ([0, -800], [0, 800], 800),
        ([0, 0], [0, -INF], INF),
        ([0, -INF], [0, 0], np.log(2)),
        ([0, -INF], [3, -INF], 0),
        ([INF, 0], [0, 0], np.log(2)),
        ([INF, 0], [0, -800], 0),
        ([1, 2, 3], [101, 102, 103], 0),
        ([0, np.nan], [0, 0], np.nan),
    ],
)
def test_the_kl_divergence_at_the_edges(eta, zeta, expected):
    np.testing.assert_array_equal(categorical.kl_divergence(eta, zeta), expected)


def test_the_covariance_product_is_within_2_ulp_of_its_largest_term():
    for eta, other in PAIRS:
        v = RNG.normal(2, 1, len(other))
        found, p = categorical.covariance_product(eta, v), truth.softmax(eta)
        true = truth.covariance_product(eta, v)
        spread = max(abs(float((t / a).mid())) for t, a in zip(true, p, strict=True))
        for f, t, a in zip(found, true, p, strict=True):
            assert truth.ulps(f, t, float(a.mid()) * spread) <= 2


def test_the_covariance_product_is_the_product_and_sends_a_constant_to_zero():
    eta, v = testing.natural(RNG, 5, 8), RNG.normal(size=5)
    np.testing.assert_allclose(categorical.covariance_product(eta, v),
                               categorical.covariance(eta) @ v, atol=1e-15)
    np.testing.assert_array_equal(categorical.covariance_product(eta, np.full(5, 1 / 3)), 0)


@pytest.mark.parametrize("function", [categorical.kl_divergence, categorical.covariance_product])
def test_functions_of_two_vectors_broadcast_and_keep_float32(function):
    a, b = testing.natural(RNG, 3, 4).astype(np.float32), np.array([1, 2, 4], np.float32)
    found = function(a[:, None], b)
    assert found.dtype == np.float32
    np.testing.assert_array_equal(found[:, 0], [function(row, b) for row in a])
    with pytest.raises(ValueError, match="different numbers of components"):
        function([1.0, 2.0], [1.0, 2.0, 3.0])


EXTREMES = [
    (categorical.entropy, [[0.0, -1e308]], 0),
    (categorical.entropy, [[5.0]], 0),
    (categorical.entropy, [[INF, INF]], np.nan),
    (categorical.entropy, [[-INF, -INF]], np.nan),
    (categorical.entropy, [[INF, np.nan]], np.nan),
    (categorical.kl_divergence, [[0.0, 0.0], [INF, np.nan]], np.nan),
    (categorical.kl_divergence, [[0.0, 0.0], [0.0, -1e300]], 5e299),
    (categorical.kl_divergence, [[0.0, -INF, -2000.0], [0.0, 3.0, 710.0]], 710),
    (categorical.kl_divergence, [[1e308, 1e308], [-1e308, -1e308]], 0),
    (categorical.kl_divergence, [[1e308, 0.0], [-1.5e308, -7.5e307]], 7.5e307),
    (categorical.covariance_product, [[0.0, 0.0], [1.5e308, -1.5e308]], [7.5e307, -7.5e307]),
    (categorical.covariance_product, [[0.0, 0.0], [0.0, 5e-324]], [0, 0]),
    (categorical.covariance_product, [[INF, np.nan], [3.0, 4.0]], [np.nan, np.nan]),
    (categorical.covariance_product, [[INF, 0.0], [3.0, 4.0]], [0, 0]),
]


@pytest.mark.parametrize(("function", "arguments", "expected"), EXTREMES)
def test_information_at_the_extremes_without_a_warning(function, arguments, expected):
    np.testing.assert_array_equal(function(*arguments), expected)


@pytest.mark.parametrize("function", [categorical.entropy, categorical.kl_divergence])
def test_information_in_blocks_is_that_of_each_vector(function):
    arguments = [testing.natural(RNG, 3, 12_000)] * (1 + (function == categorical.kl_divergence))
    found = function(*(argument.reshape(40, 300, 3) for argument in arguments))
    last = function(*(argument[-1] for argument in arguments))
    assert found.shape == (40, 300)
    np.testing.assert_array_equal(found[-1, -1], last)


@pytest.mark.parametrize("function", [categorical.entropy, categorical.kl_divergence,
                                      categorical.covariance_product])
def test_information_is_of_at_least_one_number(function):
    count = 1 + (function != categorical.entropy)
    with pytest.raises(ValueError, match="axis of components is empty"):
        function(*[np.zeros((2, 0))] * count)


@pytest.mark.parametrize("eta", [
    [-1e300, 1e300, 745.0], [-745.0, 700.0, 1e300, 1e16], [1.7e308, -1.7e308], [1e300, 1e300]])
def test_huge_parameters_have_limits(eta):
    ties = np.count_nonzero(np.array(eta) == max(eta))
    zero = np.zeros(len(eta))
    np.testing.assert_allclose(categorical.entropy(eta), np.log(ties))
    np.testing.assert_allclose(categorical.kl_divergence(eta, zero), np.log(len(eta) / ties))
    p = np.where(np.array(eta) == max(eta), 1 / ties, 0)
    v = np.arange(len(eta))
    np.testing.assert_allclose(categorical.covariance_product(eta, v), p * (v - p @ v), atol=1e-16)


def test_cumulants_are_those_of_the_finite_family_with_one_hot_statistics():
    eta, direction = testing.natural(RNG, 4, 10), RNG.normal(size=4)
    expected = Finite(np.eye(4)).cumulants(eta, direction, 5)
    np.testing.assert_allclose(categorical.cumulants(eta, direction, 5), expected, rtol=1e-11)


def test_the_natural_gradient_is_the_pseudoinverse_times_a_vector():
    eta, v = testing.natural(RNG, 5, 10), RNG.normal(size=5)
    expected = np.linalg.pinv(categorical.fisher_information(eta), rcond=1e-10) @ v
    np.testing.assert_allclose(categorical.natural_gradient(eta, v), expected, rtol=1e-6)
    back = categorical.fisher_product(eta, categorical.natural_gradient(eta, v))
    np.testing.assert_allclose(back, np.broadcast_to(v - v.mean(), (10, 5)), rtol=1e-10)


def test_samples_are_one_hot_and_have_the_probabilities():
    eta = np.array([[0.0, 1.0, -np.inf], [2.0, 0.0, 1.0]])
    x = categorical.sample(eta, np.random.default_rng(2), 20_000)
    assert x.shape == (20_000, 2, 3) and categorical.support(x).all()
    assert abs(x.mean(axis=0) - softmax(eta)).max() < 5 * 0.5 / np.sqrt(20_000)


def test_the_most_likely_parameter_has_the_frequencies_of_the_sample():
    x = np.eye(3)[[0, 1, 1, 2]]
    found = categorical.maximum_likelihood(x)
    np.testing.assert_allclose(softmax(found), [0.25, 0.5, 0.25])
    np.testing.assert_allclose(categorical.natural_from_mean([0.25, 0.5, 0.25]), found)
    with pytest.raises(ValueError, match="reference and must be positive"):
        categorical.maximum_likelihood(x[:2])
    with pytest.raises(ValueError, match="expected a sample of one-hot outcomes"):
        categorical.maximum_likelihood(x[:0])


def test_the_mean_leads_to_the_natural_parameter_in_closed_form():
    theta = testing.simplex(RNG, 4, 200)
    np.testing.assert_array_equal(categorical.natural_from_mean(theta),
                                  categorical.natural_parameter(theta))
    with pytest.raises(ValueError, match="all probabilities are positive and sum to 1"):
        categorical.natural_from_mean([0.5, 0.5, 0.5])


def test_components_are_on_the_last_axis_of_a_batch_of_any_shape():
    eta = testing.natural(RNG, 4, 30).reshape(2, 3, 5, 4)
    theta, x = softmax(eta), categorical.sample(eta, RNG)
    np.testing.assert_array_equal(categorical.statistic(x), x)
    np.testing.assert_array_equal(categorical.log_base_measure(x), np.zeros((2, 3, 5)))
    np.testing.assert_array_equal(categorical.usual_parameters(eta), theta)
    first_guess = categorical.initial_natural_parameter(*np.moveaxis(theta, -1, 0))
    np.testing.assert_allclose(np.stack(first_guess, axis=-1), eta - eta[..., -1:], atol=1e-14)
    formula = categorical.log_normalizer_formula(*np.moveaxis(eta, -1, 0))
    np.testing.assert_allclose(formula, logsumexp(eta), rtol=1e-14)


def test_a_sample_of_one_vector_has_its_components_on_the_last_axis():
    assert categorical.sample([0.0, 1.0, 2.0], RNG, 4).shape == (4, 3)
    with pytest.raises(ValueError, match="expected at least one axis of components"):
        categorical.sample(3.0, RNG)


def test_the_product_of_two_has_the_product_of_the_probabilities():
    eta, other = testing.natural(RNG, 3, 5), testing.natural(RNG, 3)
    product = softmax(eta) * softmax(other)
    np.testing.assert_allclose(softmax(categorical.product(eta, other)),
                               product / product.sum(axis=-1, keepdims=True), rtol=1e-13)


def test_the_posterior_adds_one_hot_outcomes():
    chi, nu = categorical.posterior(np.eye(3)[[0, 1, 1]], [1.0, 1.0, 1.0], 3)
    np.testing.assert_array_equal(chi, [2, 3, 1])
    assert nu == 6


def test_complex_probabilities_are_refused():
    with pytest.raises(ValueError, match="expected probabilities, got an array of type complex"):
        categorical.natural_parameter([1j, 2])


@pytest.mark.parametrize(("gap", "dtype"), [(740, np.float64), (100, np.float32)])
def test_the_covariance_keeps_the_digits_of_a_sum_of_subnormal_numbers(gap, dtype):
    eta = np.array([0.0] + [-gap] * 200, dtype)
    with ctx.workprec(truth.BITS):
        p = truth.softmax(eta)
        true = p[0] * (1 - p[0])
    assert truth.ulps(categorical.covariance(eta)[0, 0], true, dtype=dtype) <= 8
