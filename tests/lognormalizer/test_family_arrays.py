"""Every family takes arrays alike: batches of any shape, any type of numbers, NaN, and nothing."""

from __future__ import annotations

import numpy as np
import pytest

from lognormalizer import Finite, families

FAMILIES = [
    families.bernoulli, families.exponential, families.normal, families.gamma, families.poisson,
    families.binomial(7), families.geometric, families.negative_binomial(2.5),
    families.logarithmic, families.chi_squared, families.inverse_gamma, families.inverse_gaussian,
    families.weibull(1.7), families.rayleigh, families.half_normal, families.maxwell,
    families.log_normal, families.normal_variance_known(2.0), families.normal_mean_known(1.0),
    families.gumbel, families.beta, families.beta_prime, families.power_function, families.levy,
    families.gompertz(0.5), families.skew_logistic, families.laplace, families.kumaraswamy(2.5),
    families.geometric_trials, families.chi, families.scaled_inverse_chi_squared,
    families.pareto(0.5), families.continuous_bernoulli, families.generalized_inverse_gaussian,
    families.von_mises, families.mallows(3), families.multinomial(3, 2), families.ising_ring(3),
    Finite([[0.0, 1.0], [1.0, 0.0], [2.0, 5.0]])]
BATCHES = [(), (6,), (2, 3), (0,), (2, 0), (1, 1)]
OUTCOMES = np.array([0.0, 0.25, 1.0, 2.0, -1.0, 0.5, 3.0, np.inf, -np.inf, np.nan])

each = pytest.mark.parametrize("family", FAMILIES, ids=repr)
in_batches = pytest.mark.parametrize("batch", BATCHES, ids=str)


def some_parameters(family, size=6):
    rng, drawn = np.random.default_rng(0), []
    while len(drawn) < size:
        eta = rng.choice([-1, 1], family.dimension) * 10 ** rng.uniform(-0.5, 0.5, family.dimension)
        if np.all(family.in_natural_space(*eta)):
            drawn.append(eta)
    return np.array(drawn)


def of_shape(parameters, batch):
    """That many of them, which nobody may write to."""
    eta = np.resize(parameters, (*batch, parameters.shape[-1]))
    eta.flags.writeable = False
    return eta


def check(value, shape, dtype=np.float64):
    assert np.shape(value) == shape and np.asarray(value).dtype == dtype
    assert shape or not isinstance(value, np.ndarray)


@pytest.fixture(autouse=True)
def _floating_point_errors_are_raised():
    with np.errstate(all="raise"):
        yield


@each
@in_batches
def test_what_follows_from_a_parameter_has_the_shape_of_the_batch(family, batch) -> None:
    parameters, d = some_parameters(family), family.dimension
    eta, one, ones = of_shape(parameters, batch), parameters[1], np.ones((*batch, d))
    check(family.log_normalizer(eta), batch)
    check(family.mean(eta), (*batch, d))
    check(family.covariance(eta), (*batch, d, d))
    check(family.fisher_information(eta), (*batch, d, d))
    for product in (family.fisher_product, family.natural_gradient):
        check(product(eta, np.ones(d)), (*batch, d))
        check(product(one, ones), (*batch, d))
    for first, second in ((eta, one), (one, eta), (eta, eta)):
        check(family.kl_divergence(first, second), batch)
    check(family.cumulants(eta, np.ones(d)), (*batch, 4))
    check(family.cumulants(one, ones, 2), (*batch, 2))
    check(family.log_conjugate_prior(eta, np.ones(d), 2.0), batch)
    check(family.log_conjugate_prior(one, np.ones(d), np.ones(batch)), batch)
    check(family.natural_from_mean(family.mean(eta)), (*batch, d))
    check(family.posterior_mode(family.mean(eta) * 3, 3.0), (*batch, d))


@each
@in_batches
def test_outcomes_broadcast_against_parameters(family, batch) -> None:
    eta, rng = of_shape(some_parameters(family), batch), np.random.default_rng(0)
    outcomes = OUTCOMES.reshape(-1, *(1 for _ in batch))
    check(family.log_density(outcomes, eta), (len(OUTCOMES), *batch))
    check(family.log_density(1.0, eta), batch)
    kind = np.asarray(family.sample(eta, rng)).dtype
    for size, shape in (((), ()), (3, (3,)), ((2, 0), (2, 0))):
        check(family.sample(eta, rng, size), (*shape, *batch), kind)
    if family not in (families.logarithmic, families.von_mises,
                      families.generalized_inverse_gaussian):
        below = family.cdf(outcomes, eta)
        check(below, (len(OUTCOMES), *batch))
        check(family.cdf(1.0, eta), batch)
        assert np.isnan(below[-1]).all() and not np.isnan(below[:-1]).any()
        assert np.all(below[-2] == 0) and np.all(np.abs(below[-3] - 1) < 1e-15)


@each
def test_samples_come_in_batches_and_stay_what_they_were(family) -> None:
    eta, d = some_parameters(family)[0], family.dimension
    x = np.asarray(family.sample(eta, np.random.default_rng(0), (3, 50)))
    before = x.copy()
    for sample, batch in ((x, (3,)), (x[0], ()), (x[:0], (0,))):
        check(family.maximum_likelihood(sample), (*batch, d))
        chi, nu = family.posterior(sample, np.ones(d), 2.0)
        check(chi, (*batch, d))
        check(nu, batch)
    np.testing.assert_array_equal(x, before)


@each
@pytest.mark.parametrize("dtype", [np.float32, np.float16, ">f8", np.longdouble])
def test_numbers_of_any_type_are_worked_with_in_float64(family, dtype) -> None:
    eta = some_parameters(family).astype(dtype)
    same = eta.astype(np.float64)
    for name in ("log_normalizer", "mean", "covariance"):
        found = getattr(family, name)(eta)
        assert found.dtype == np.float64
        np.testing.assert_array_equal(found, getattr(family, name)(same))
    x = OUTCOMES[family.support(OUTCOMES)].astype(dtype)
    np.testing.assert_array_equal(family.statistic(x), family.statistic(x.astype(np.float64)))
    check(family.statistic(x), (len(x), family.dimension))
    check(family.log_density(x, eta[0]), x.shape)


@each
def test_nan_passes_through_and_does_not_spread(family) -> None:
    eta = some_parameters(family)
    bad = eta.copy()
    bad[2] = np.nan
    values = [getattr(family, name)(bad) for name in ("log_normalizer", "mean", "covariance")]
    values += [family.kl_divergence(bad, eta), family.kl_divergence(eta, bad)]
    if family not in (families.binomial(7), families.logarithmic) and not (
            getattr(family, "log_h_formula", None) and not family.mean_log_h):
        values.append(family.entropy(bad))
    for value in values:
        assert np.isnan(value[2]).all() and not np.isnan(value[[0, 1, 3, 4, 5]]).any()
    assert np.isnan(family.natural_from_mean(np.full((2, family.dimension), np.nan))).all()


@each
@pytest.mark.parametrize("wrong", [1.0, [], "a", None, [[]]])
def test_what_is_no_parameter_is_refused(family, wrong) -> None:
    for value in (wrong, np.zeros(family.dimension + 1)):
        with pytest.raises((ValueError, TypeError)):
            family.log_normalizer(value)


def test_the_statistic_of_small_integers_does_not_overflow() -> None:
    x = np.array([100, 127], np.int8)
    np.testing.assert_array_equal(families.normal.statistic(x), [[100, 10_000], [127, 16_129]])
    np.testing.assert_array_equal(families.rayleigh.maximum_likelihood(x),
                                  families.rayleigh.maximum_likelihood(x.astype(float)))
