"""Families that are told by their formulas are the distributions that SciPy knows."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from lognormalizer import families

COUNTS, MANY = np.arange(12), np.array([1e-3, 0.2, 0.7, 1.5, 4.0, 11.0])
PARTS, REALS = np.array([1e-3, 0.2, 0.5, 0.9]), np.array([-2.0, -0.3, 0.0, 0.7, 3.0])


class Softplus:
    """The softplus of a normal number, which SciPy does not have, by the change of variable."""

    def __init__(self, mean: float, deviation: float) -> None:
        self.normal = stats.norm(mean, deviation)

    def logpdf(self, x):
        return self.normal.logpdf(np.log(np.expm1(x))) - np.log1p(-np.exp(-x))


CASES = [  # a family, its usual parameters, SciPy's distribution, outcomes
    (families.binomial(7), (0.3,), lambda q: stats.binom(7, q), np.arange(8)),
    (families.geometric, (0.3,), lambda q: stats.geom(q, loc=-1), COUNTS),
    (families.negative_binomial(2.5), (0.3,), lambda q: stats.nbinom(2.5, q), COUNTS),
    (families.logarithmic, (0.7,), stats.logser, COUNTS[1:]),
    (families.zeta, (9.0,), stats.zipf, COUNTS[1:]),
    (families.chi_squared, (3.0,), stats.chi2, MANY),
    (families.inverse_gamma, (2.5, 0.7), lambda a, b: stats.invgamma(a, scale=b), MANY),
    (families.inverse_gaussian, (1.3, 2.0),
     lambda m, lam: stats.invgauss(m / lam, scale=lam), MANY),
    (families.weibull(1.7), (2.0,), lambda c: stats.weibull_min(1.7, scale=c), MANY),
    (families.rayleigh, (2.0,), lambda v: stats.rayleigh(scale=np.sqrt(v)), MANY),
    (families.half_normal, (2.0,), lambda v: stats.halfnorm(scale=np.sqrt(v)), MANY),
    (families.maxwell, (2.0,), lambda v: stats.maxwell(scale=np.sqrt(v)), MANY),
    (families.log_normal, (0.3, 2.0),
     lambda m, v: stats.lognorm(np.sqrt(v), scale=np.exp(m)), MANY),
    (families.erlang(3), (2.0,), lambda b: stats.gamma(3, scale=1 / b), MANY),
    (families.log_normal_unit_variance, (0.3,),
     lambda m: stats.lognorm(1, scale=np.exp(m)), MANY),
    (families.softplus_normal, (0.3, 2.0), lambda m, v: Softplus(m, np.sqrt(v)), MANY),
    (families.softplus_normal_unit_variance, (0.3,), lambda m: Softplus(m, 1.0), MANY),
    (families.normal_variance_known(2.0), (0.3,), lambda m: stats.norm(m, np.sqrt(2)), REALS),
    (families.normal_mean_known(1.0), (0.3,), lambda v: stats.norm(1, np.sqrt(v)), REALS),
    (families.gumbel, (0.3,), stats.gumbel_r, REALS),
    (families.beta, (2.0, 0.7), stats.beta, PARTS),
    (families.beta_prime, (2.0, 1.7), stats.betaprime, MANY),
    (families.power_function, (2.3,), stats.powerlaw, PARTS),
    (families.levy, (2.0,), lambda c: stats.levy(scale=c), MANY[1:]),
    (families.gompertz(0.5), (0.7,), lambda a: stats.gompertz(a, scale=2), MANY),
    (families.skew_logistic, (2.3,), stats.genlogistic, REALS),
    (families.laplace, (2.0,), lambda b: stats.laplace(scale=b), REALS),
    (families.kumaraswamy(1.0), (2.3,), lambda b: stats.beta(1, b), PARTS),
    (families.geometric_trials, (0.3,), stats.geom, COUNTS[1:]),
    (families.chi, (3.0,), stats.chi, MANY),
    (families.scaled_inverse_chi_squared, (5.0, 0.7),
     lambda k, v: stats.invgamma(k / 2, scale=k * v / 2), MANY),
    (families.pareto(0.001), (2.3,), lambda a: stats.pareto(a, scale=0.001), MANY),
    (families.continuous_bernoulli, (0.2,),
     lambda q: stats.truncexpon(np.log(1 / q - 1), scale=1 / np.log(1 / q - 1)), PARTS),
    (families.generalized_inverse_gaussian, (-0.7, 1.3, 2.0),
     lambda nu, a, b: stats.geninvgauss(nu, np.sqrt(a * b), scale=np.sqrt(b / a)), MANY),
]
by_name = pytest.mark.parametrize(("family", "usual", "known", "outcomes"), CASES,
                                  ids=[case[0].name for case in CASES])


@by_name
def test_the_density_is_the_known_one(family, usual, known, outcomes) -> None:
    eta, distribution = family.natural_parameter(*usual), known(*usual)
    log_density = getattr(distribution, "logpmf", None) or distribution.logpdf
    expected = log_density(outcomes)
    np.testing.assert_allclose(family.log_density(outcomes, eta), expected, rtol=1e-12, atol=1e-12)
    assert family.log_density(-1e9, eta) == -np.inf or family.support(-1e9)


@by_name
def test_the_mean_is_that_of_a_sample_and_leads_back(family, usual, known, outcomes) -> None:
    eta = family.natural_parameter(*usual)
    drawn = family.statistic(family.sample(eta, np.random.default_rng(7), 40_000))
    error = np.sqrt(np.diag(family.covariance(eta)) / len(drawn))
    assert np.all(np.abs(drawn.mean(axis=0) - family.mean(eta)) < 5 * error)
    np.testing.assert_allclose(family.natural_from_mean(family.mean(eta)), eta, rtol=1e-9)
    np.testing.assert_allclose(np.ravel(family.usual_parameters(eta)), usual, rtol=1e-14)


@by_name
def test_the_divergence_is_the_mean_of_the_log_ratio(family, usual, known, outcomes) -> None:
    eta = family.natural_parameter(*usual)
    other = eta * 1.25
    drawn = family.sample(eta, np.random.default_rng(8), 40_000)
    ratio = family.log_density(drawn, eta) - family.log_density(drawn, other)
    assert abs(ratio.mean() - family.kl_divergence(eta, other)) < 5 * ratio.std() / 200


@by_name
def test_the_entropy_is_scipys_where_the_base_measure_has_a_mean(family, usual, known,
                                                                 outcomes) -> None:
    eta = family.natural_parameter(*usual)
    if family.log_h_formula is not None and family.mean_log_h is None:
        with pytest.raises(TypeError, match="the mean of the logarithm of its base measure"):
            family.entropy(eta)
    else:
        expected = known(*usual).entropy()
        np.testing.assert_allclose(family.entropy(eta), expected, rtol=1e-6)


def test_a_parameter_outside_its_space_is_named() -> None:
    with pytest.raises(ValueError, match="geometric: not in the natural parameter space, eta < 0"):
        families.geometric.mean([0.5])


def test_the_power_of_a_kumaraswamy_number_has_the_first_shape_one() -> None:
    x, eta, shape = np.array([0.1, 0.5, 0.95]), np.array([2.3]), 2.5
    of_power = stats.beta(1, 2.3).logpdf(x**shape) + np.log(shape * x ** (shape - 1))
    family = families.kumaraswamy(shape)
    np.testing.assert_allclose(family.log_density(x, eta), of_power, rtol=1e-13)
    drawn = family.log_density(family.sample(eta, np.random.default_rng(9), 40_000), eta)
    assert abs(-drawn.mean() - family.entropy(eta)) < 5 * drawn.std() / 200
