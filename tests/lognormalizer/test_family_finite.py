"""The general finite family: any statistic, any base measure, degenerate ones among them."""

import numpy as np
import pytest
import truth
import truth_family
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lognormalizer import ExponentialFamily, Finite, categorical, gradient, newton, testing

RNG = np.random.default_rng(31)
numbers = st.integers(-24, 24).map(lambda n: n / 8)


def drawn(n, d, scale=1.0):
    return Finite(RNG.normal(0, scale, (n, d)), RNG.normal(0, 1, n)), RNG.normal(0, 2, d)


CASES = [drawn(n, d) for n in (1, 2, 3, 6) for d in (1, 2, 3) for _ in range(4)]
# All mass but 1e-17 on one outcome; statistics far from zero, equal, or depending on each other.
CASES += [(Finite([[0.0], [1.0]]), np.array([39.0])),
          (Finite([[1000.0, 1.0], [1001.0, 1.0], [1003.0, 1.0]]), np.array([0.5, 2.0])),
          (Finite(np.eye(4)), np.array([30.0, -5.0, 0.0, 1.0])),
          (Finite([[1.0, 2.0], [2.0, 4.0], [0.0, 0.0]], [-700.0, 0.0, 3.0]), np.array([0.3, 0.1]))]


def noise(family, eta):
    """Rounding of eta^T t + log h, in ulp of 1: no sum over exponentials can be more right."""
    return 1 + np.abs(family.table * eta).sum(axis=-1).max() + np.abs(family.log_weights).max()


@st.composite
def finite_families(draw):
    n, d = draw(st.integers(1, 5)), draw(st.integers(1, 3))
    vector = arrays(float, d, elements=numbers)
    return (Finite(draw(arrays(float, (n, d), elements=numbers)),
                   draw(arrays(float, n, elements=numbers))), draw(vector), draw(vector))


def test_log_normalizer_and_log_probabilities_are_right_beyond_the_rounding_of_exponents():
    for family, eta in CASES:
        A, point = truth_family.finite(family), truth_family.balls(eta)
        with truth_family.precise():
            true = A(point)
            logs = [truth_family._dot(row, point) + h - true
                    for row, h in zip(family.table.tolist(), family.log_weights.tolist(),
                                      strict=True)]
        assert truth.ulps(family.log_normalizer(eta), true, noise(family, eta)) <= 3
        assert truth.worst(family.log_probabilities(eta), logs, noise(family, eta)) <= 4


def test_mean_and_covariance_are_gradient_and_hessian_of_the_log_normalizer():
    for family, eta in CASES:
        A, point = truth_family.finite(family), truth_family.balls(eta)
        size, allowed = np.abs(family.table).max(), 4 * noise(family, eta)
        assert truth.worst(family.mean(eta), truth_family.mean(A, point), size) <= allowed
        true = truth_family.covariance(A, point)
        deviation = [float(row[i]) ** 0.5 for i, row in enumerate(true)]
        for i, row in enumerate(true):
            for j, ball in enumerate(row):
                found = family.covariance(eta)[i, j]
                scale = max(deviation[i] * deviation[j], 1e-25)
                assert truth.ulps(found, ball, scale) <= 8 * allowed


def test_the_variance_of_a_nearly_certain_outcome_keeps_its_digits():
    family = Finite([[0.0], [1.0]])
    true = truth_family.covariance(truth_family.finite(family), truth_family.balls([-600.0]))
    assert truth.ulps(family.covariance([-600.0])[0, 0], true[0][0]) <= 16


def test_cumulants_are_derivatives_of_the_log_normalizer():
    for family, eta in CASES[:40]:
        direction = np.array([1.0, -0.5, 2.0])[:family.dimension]
        true = truth_family.derivatives(truth_family.finite(family), truth_family.balls(eta),
                                        direction.tolist(), 5)[1:]
        found = family.cumulants(eta, direction, 5)
        spread = np.ptp(family.table @ direction)
        for n, (a, b) in enumerate(zip(found, true, strict=True), start=1):
            largest = (np.abs(family.table) @ np.abs(direction)).max()
            scale = max(spread**n, largest if n == 1 else 0, 1e-300)
            assert truth.ulps(a, b, scale) <= 8 * noise(family, eta)


@pytest.mark.parametrize("distance", [1e-12, 1e-6, 1e-2, 1.0, 30.0, 3000.0])
def test_kl_divergence_keeps_its_digits_however_close_the_two_are(distance):
    for family, eta in CASES:
        other = eta + distance * RNG.normal(size=eta.shape)
        true = truth_family.kl_divergence(truth_family.finite(family), truth_family.balls(eta),
                                          truth_family.balls(other))
        found, step = family.kl_divergence(eta, other), np.abs(other - eta)
        largest = float(abs(true)), step @ np.ptp(family.table, axis=0) if distance > 1 else 0
        variances = np.diagonal(family.covariance(eta))
        scale = max(*largest, (step * step * variances).max(), 1e-290)
        assert truth.ulps(found, true, scale) <= 32 * noise(family, eta)


def test_entropy_is_that_of_the_probabilities():
    for family, eta in CASES:
        with truth_family.precise():
            A, point = truth_family.finite(family), truth_family.balls(eta)
            logs = [truth_family._dot(row, point) + h - A(point)
                    for row, h in zip(family.table.tolist(), family.log_weights.tolist(),
                                      strict=True)]
            true = -sum(log_p * log_p.exp() for log_p in logs)
        assert truth.ulps(family.entropy(eta), true, 1e-290) <= 8 * noise(family, eta)


@settings(max_examples=100, deadline=None)
@given(finite_families())
def test_laws_of_any_finite_family(drawn):
    family, eta, other = drawn
    A, p = family.log_normalizer, family.probabilities(eta)
    mean = family.mean(eta)
    np.testing.assert_allclose(p.sum(), 1, rtol=1e-14)
    np.testing.assert_allclose(gradient(A, eta), mean, rtol=1e-12, atol=1e-13)
    # What the base class derives from the log-normalizer alone is the same.
    x = np.arange(len(p))
    derived = ExponentialFamily.log_density(family, x, eta)
    np.testing.assert_allclose(derived, family.log_density(x, eta), rtol=1e-12, atol=1e-12)
    bregman = A(other) - A(eta) - (other - eta) @ mean
    kl = family.kl_divergence(eta, other)
    assert kl >= 0
    np.testing.assert_allclose(kl, bregman, rtol=1e-9, atol=1e-12)
    q = family.log_probabilities(other)
    np.testing.assert_allclose(kl, p @ (np.log(p) - q), rtol=1e-9, atol=1e-12)
    from_log_normalizer = A(eta) - eta @ mean - p @ family.log_base_measure(x)
    np.testing.assert_allclose(family.entropy(eta), from_log_normalizer, rtol=1e-9, atol=1e-12)
    centered = family.table - mean
    np.testing.assert_allclose(family.covariance(eta), (centered.T * p) @ centered, atol=1e-12)


@settings(max_examples=100, deadline=None)
@given(finite_families())
def test_the_mean_leads_back_to_the_same_distribution(drawn):
    family, eta, _ = drawn
    back = family.natural_from_mean(family.mean(eta))
    # The parameter itself only where the statistics are affinely independent.
    np.testing.assert_allclose(family.mean(back), family.mean(eta), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(family.probabilities(back), family.probabilities(eta),
                               rtol=1e-5, atol=1e-9)


def test_the_categorical_family_is_finite_with_one_hot_statistics():
    family, eta = Finite(np.eye(4)), testing.natural(RNG, 4, 20)
    np.testing.assert_allclose(family.log_normalizer(eta), categorical.log_normalizer(eta), 1e-14)
    np.testing.assert_allclose(family.mean(eta), categorical.mean(eta), rtol=1e-14)
    np.testing.assert_allclose(family.covariance(eta), categorical.covariance(eta), rtol=1e-11)
    np.testing.assert_allclose(family.log_density(np.arange(4), eta[:, None]),
                               categorical.log_density(np.eye(4), eta[:, None]), rtol=1e-14)


def test_of_all_parameters_of_a_categorical_the_shortest_is_found():
    theta = np.array([0.5, 0.3, 0.2])
    found = Finite(np.eye(3)).natural_from_mean(theta)
    np.testing.assert_allclose(found, np.log(theta) - np.log(theta).mean(), rtol=1e-12)


@pytest.mark.parametrize("size", [1e-9, 1.0, 1e9])
def test_the_size_of_statistics_does_not_matter(size):
    family = Finite(size * np.array([[1.0, 2.0], [2.0, 4.0], [0.0, 0.0], [3.0, 6.0]]))
    eta = np.array([0.1, 0.2]) / size
    np.testing.assert_allclose(family.natural_from_mean(family.mean(eta)), eta, rtol=1e-9)
    with pytest.raises(ValueError, match="is not in the interior of the mean parameter space"):
        family.natural_from_mean(size * np.array([1.0, 2.001]))


@pytest.mark.parametrize("p", [1e-300, 1e-20, 1e-3, 0.5, 1 - 1e-9])
def test_newton_reaches_the_edge_of_what_a_float_can_say(p):
    found = Finite([[0.0], [1.0]]).natural_from_mean([p])
    np.testing.assert_allclose(found, [np.log(p) - np.log1p(-p)], rtol=1e-12, atol=1e-15)


def test_a_mean_that_newton_does_not_reach_is_refused(monkeypatch):
    monkeypatch.setattr(newton, "STEPS", 2)
    with pytest.raises(ValueError, match="is not in the interior of the mean parameter space"):
        Finite([[0.0], [1.0]]).natural_from_mean([1e-300])


TRIANGLE = [[0.0, 0.0], [1.0, 0.3], [0.2, 1.0]]


@pytest.mark.parametrize(("statistic", "mean"), [
    ([[0.0], [1.0]], [1.0]),
    ([[0.0], [1.0]], [1.5]),
    (TRIANGLE, [0.5, 0.15]),       # on an edge
    (TRIANGLE, [0.6, 0.65]),       # on another, up to rounding
    (TRIANGLE, [1.0, 0.3]),        # a corner
    (TRIANGLE, [0.9, 0.9]),        # outside, within the bounding box
    (np.eye(3), [0.5, 0.3, 0.3]),  # sums to more than one
    (np.eye(3), [0.5, 0.5, 0.0]),
    ([[2.0], [2.0]], [3.0]),
    ([[0.0], [1.0]], [np.inf]),
])
def test_a_mean_without_a_parameter_is_refused(statistic, mean):
    with pytest.raises(ValueError, match=r"Finite: the mean \[.*\] is not in the interior of the "
                                         r"mean parameter space, the convex hull of the stat"):
        Finite(statistic).natural_from_mean(mean)


def test_a_constant_statistic_has_nothing_to_estimate():
    np.testing.assert_array_equal(Finite([[2.0], [2.0]]).natural_from_mean([2.0]), [0.0])


def test_the_most_likely_categorical_parameters_are_the_frequencies():
    found = Finite(np.eye(3)).maximum_likelihood([0, 0, 1, 2, 2, 2])
    np.testing.assert_allclose(Finite(np.eye(3)).probabilities(found), [2 / 6, 1 / 6, 3 / 6])


def test_the_statistic_of_outcomes_of_any_shape():
    family = Finite([[0.0, 1.0], [2.0, 3.0]])
    np.testing.assert_array_equal(family.statistic(1), [2, 3])
    np.testing.assert_array_equal(family.statistic([[0, 1]]), [[[0, 1], [2, 3]]])


def test_a_parameter_that_is_not_finite_is_refused():
    with pytest.raises(ValueError, match="Finite: not in the natural parameter space, all finite"):
        Finite([[0.0], [1.0]]).mean([np.inf])


def test_what_is_no_outcome_has_no_probability():
    np.testing.assert_array_equal(Finite([[3.0]]).log_density([0, 1], [0.5]), [0, -np.inf])
    family = Finite([[0.0], [1.0]])
    np.testing.assert_array_equal(family.support([0, 1, 2, -1, 0.5]), [1, 1, 0, 0, 0])
    np.testing.assert_array_equal(np.exp(family.log_density([2, -1, 0.5], [0.0])), 0)


@pytest.mark.parametrize(("statistic", "log_base_measure", "message"), [
    ([1.0, 2.0], None, r"shape \(n, d\), a row for each outcome, got shape \(2,\)"),
    ([[1.0], [2.0]], [0.0], r"2 outcomes need a log base measure of shape \(2,\)"),
    ([[1.0], [2.0]], [0.0, -np.inf], "leave out an outcome that cannot happen"),
    (np.zeros((0, 2)), None, r"got shape \(0, 2\)"),
])
def test_a_family_that_does_not_fit_together_is_refused(statistic, log_base_measure, message):
    with pytest.raises(ValueError, match=message):
        Finite(statistic, log_base_measure)


def test_the_kl_divergence_counts_an_outcome_whose_probability_underflows():
    # At eta the second outcome has the probability exp(-1000), at the other nearly all.
    coin = Finite([[0.0], [1.0]])
    assert coin.kl_divergence([1000.0], [-1000.0]) == pytest.approx(1000, rel=1e-12)
    assert coin.kl_divergence([-1000.0], [1000.0]) == pytest.approx(1000, rel=1e-12)


def test_samples_have_the_probabilities_and_their_sums():
    family, eta = Finite([[0.0, 1.0], [1.0, 0.0], [2.0, 5.0]]), np.array([[0.3, -0.2], [0.0, 0.5]])
    x = family.sample(eta, np.random.default_rng(4), np.int64(20_000))
    assert x.shape == (20_000, 2)
    for outcome in (-1, 0, 0.5, 1, 2, 9):
        below = family.cdf(outcome, eta)
        assert abs((x <= outcome).mean(axis=0) - below).max() < 5 * 0.5 / np.sqrt(20_000)
    assert family.cdf(1, np.zeros((5, 4, 2))).shape == (5, 4)
    np.testing.assert_allclose(family.cdf([0, 1, 2], eta[0]),
                               np.cumsum(family.probabilities(eta[0])), rtol=1e-15)

