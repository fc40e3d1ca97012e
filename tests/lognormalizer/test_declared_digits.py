"""What follows from a family's formulas keeps its digits, whatever the size of its parameters."""

from __future__ import annotations

import numpy as np
import pytest
import truth
import truth_family
from flint import acb, arb, ctx
from scipy import stats
from truth_declared import COUNTS, LOG_NORMALIZERS, some_parameters

from lognormalizer import families

SMALLEST, LARGEST = 1e-290, 1e300
each = pytest.mark.parametrize("family", LOG_NORMALIZERS, ids=lambda family: family.name)


def ulps(found, true):
    """The largest error, as far as the true values are floats that have all their digits, and the
    balls are tight around them."""
    pairs = zip(np.ravel(found), true, strict=True)
    return max((truth.ulps(float(a), b) for a, b in pairs
                if SMALLEST < abs(float(b.mid())) < LARGEST and b.rel_accuracy_bits() > 60),
               default=0.0)


def points(family, size=30):
    return some_parameters(np.random.default_rng(len(family.name)), family, size)


@each
def test_the_log_normalizer_is_within_8_ulp(family) -> None:
    for eta in points(family):
        with truth_family.precise(2):
            true = LOG_NORMALIZERS[family](truth_family.balls(eta))
        assert ulps([family.log_normalizer(eta)], [true]) <= 8


@pytest.mark.parametrize("eta", [
    [2.4755003240314176e-278, 8.135e52], [1e-290, 1e-290], [1e290, 1e-290], [1e-140, 5.0],
    [1e290, 3e290], [1e200, 1e-10], [0.5, 1e250]])
def test_a_beta_distribution_of_extreme_shapes_has_its_digits(eta) -> None:
    for shapes in (eta, eta[::-1]):
        A, ball = LOG_NORMALIZERS[families.beta], truth_family.balls(shapes)
        with truth_family.precise(2):
            true = A(ball)
        assert ulps([families.beta.log_normalizer(shapes)], [true]) <= 8
        assert ulps(families.beta.mean(shapes), truth_family.mean(A, ball)) <= 8
        covariance = [entry for row in truth_family.covariance(A, ball) for entry in row]
        assert ulps(families.beta.covariance(shapes), covariance) <= 8


@each
def test_means_are_within_8_ulp_and_covariances_within_16(family) -> None:
    for eta in points(family):
        A, ball = LOG_NORMALIZERS[family], truth_family.balls(eta)
        assert ulps(family.mean(eta), truth_family.mean(A, ball)) <= 8
        covariance = [entry for row in truth_family.covariance(A, ball) for entry in row]
        # Where a count cannot be told from the least one, no variance of it is left.
        assert ulps(family.covariance(eta), covariance) <= 16 or (
            family is families.logarithmic and eta[0] < -700)


@each
@pytest.mark.parametrize("closeness", [1e-12, 1e-6, 1e-2, 0.7])
def test_divergences_are_within_32_ulp_however_close_the_two_are(family, closeness) -> None:
    for eta in points(family):
        other = eta * (1 + closeness * np.random.default_rng(3).uniform(-1, 1, eta.shape))
        if eta[0] < -30 and family in COUNTS:
            continue  # nearly all counts are the least one: the divergence is as small as e^eta
        true = truth_family.kl_divergence(LOG_NORMALIZERS[family], *map(
            truth_family.balls, (eta, other)))
        assert ulps([family.kl_divergence(eta, other)], [true]) <= 32


@pytest.mark.parametrize("size", [1.0, 1e5, 1e21, 1e60])
@pytest.mark.parametrize("closeness", [1e-12, 1e-8, 0.3])
def test_betas_whose_shapes_grow_alike_differ_by_what_is_left(size, closeness) -> None:
    eta = np.array([3.0 * size, 7.0])
    other = eta * (1 + closeness)
    true = truth_family.kl_divergence(LOG_NORMALIZERS[families.beta], *map(
        truth_family.balls, (eta, other)))
    assert ulps([families.beta.kl_divergence(eta, other)], [true]) <= 32


def test_far_apart_the_divergence_of_counts_is_no_rounding_error() -> None:
    geometric, negative_binomial, _ = COUNTS
    for family in (geometric, negative_binomial):
        eta, other = [-1424.7], [-239.1]
        true = truth_family.kl_divergence(LOG_NORMALIZERS[family], *map(
            truth_family.balls, (eta, other)))
        assert ulps([family.kl_divergence(eta, other)], [true]) <= 32


@pytest.mark.parametrize("kappa", [0.0, 1e-9, 1e-3, 0.5, 1.9, 2.1, 12.0, 29.9, 30.1, 200.0, 1e6])
def test_the_von_mises_distribution_keeps_its_digits(kappa) -> None:
    family = families.von_mises
    eta = family.natural_parameter(kappa, 0.7)
    other = eta * 1.0001 + 1e-4
    with ctx.workprec(900):
        first, second, *others = map(arb, [*eta.tolist(), *other.tolist()])

        def log_bessel(x, y):
            return (x * x + y * y).sqrt().bessel_i(arb(0)).log()

        size = (first * first + second * second).sqrt()
        ratio = arb(1) / 2 if kappa == 0 else size.bessel_i(arb(1)) / size.bessel_i(arb(0)) / size
        along = arb(0) if kappa == 0 else (1 - 2 * ratio) / (size * size) - ratio * ratio
        covariance = [ratio + along * first * first, along * first * second,
                      along * first * second, ratio + along * second * second]
        mean = [ratio * first, ratio * second]
        divergence = log_bessel(*others) - log_bessel(first, second) - sum(
            m * (b - a) for m, a, b in zip(mean, (first, second), others, strict=True))
        log_normalizer = log_bessel(first, second)
    assert ulps([family.log_normalizer(eta)], [log_normalizer]) <= 8
    assert ulps(family.mean(eta), mean) <= 8
    assert ulps(family.covariance(eta), covariance) <= 16
    assert ulps([family.kl_divergence(eta, other)], [divergence]) <= 64


DISTRIBUTIONS = [  # a family, its usual parameters, SciPy's distribution
    (families.binomial(7), (0.3,), stats.binom(7, 0.3)),
    (families.geometric, (0.3,), stats.geom(0.3, loc=-1)),
    (families.negative_binomial(2.5), (0.3,), stats.nbinom(2.5, 0.3)),
    (families.chi_squared, (3.0,), stats.chi2(3.0)),
    (families.inverse_gamma, (2.5, 0.7), stats.invgamma(2.5, scale=0.7)),
    (families.inverse_gaussian, (1.3, 2.0), stats.invgauss(1.3 / 2.0, scale=2.0)),
    (families.weibull(1.7), (2.0,), stats.weibull_min(1.7, scale=2.0)),
    (families.rayleigh, (2.0,), stats.rayleigh(scale=np.sqrt(2))),
    (families.half_normal, (2.0,), stats.halfnorm(scale=np.sqrt(2))),
    (families.maxwell, (2.0,), stats.maxwell(scale=np.sqrt(2))),
    (families.log_normal, (0.3, 2.0), stats.lognorm(np.sqrt(2), scale=np.exp(0.3))),
    (families.normal_variance_known(2.0), (0.3,), stats.norm(0.3, np.sqrt(2))),
    (families.normal_mean_known(1.0), (0.3,), stats.norm(1.0, np.sqrt(0.3))),
    (families.gumbel, (0.3,), stats.gumbel_r(0.3)),
    (families.beta, (2.0, 0.7), stats.beta(2.0, 0.7)),
    (families.beta_prime, (2.0, 1.7), stats.betaprime(2.0, 1.7)),
    (families.power_function, (2.3,), stats.powerlaw(2.3)),
    (families.levy, (2.0,), stats.levy(scale=2.0)),
    (families.gompertz(0.5), (0.7,), stats.gompertz(0.7, scale=2)),
    (families.skew_logistic, (2.3,), stats.genlogistic(2.3)),
    (families.laplace, (2.0,), stats.laplace(scale=2.0)),
    (families.kumaraswamy(1.0), (2.3,), stats.beta(1, 2.3)),
    (families.geometric_trials, (0.3,), stats.geom(0.3)),
    (families.chi, (3.0,), stats.chi(3.0)),
    (families.scaled_inverse_chi_squared, (5.0, 0.7), stats.invgamma(2.5, scale=1.75)),
    (families.pareto(0.5), (2.3,), stats.pareto(2.3, scale=0.5)),
    (families.continuous_bernoulli, (0.2,),
     stats.truncexpon(np.log(4), scale=1 / np.log(4))),
]


@pytest.mark.parametrize(("family", "usual", "known"), DISTRIBUTIONS,
                         ids=[case[0].name for case in DISTRIBUTIONS])
def test_the_distribution_function_is_scipys_and_defined_everywhere(family, usual, known) -> None:
    eta = family.natural_parameter(*usual)
    x = np.array([-np.inf, -1e9, -1.0, -0.3, 0.0, 1e-6, 0.2, 0.5, 0.99, 1.0, 1.5, 3.0, 6.0, 7.0,
                  40.0, 1e9, np.inf])
    with np.errstate(all="raise"):
        found = family.cdf(x, eta)
    with np.errstate(all="ignore"):
        expected = known.cdf(x)
    np.testing.assert_allclose(found, expected, rtol=1e-11, atol=1e-300)
    assert np.isnan(family.cdf(np.nan, eta))


def test_a_family_without_a_distribution_function_says_so() -> None:
    with pytest.raises(NotImplementedError, match="logarithmic supplies no cumulative"):
        families.logarithmic.cdf(1.0, [-0.5])


def test_the_log_density_of_a_binomial_is_within_8_ulp_however_many_trials_there_are() -> None:
    rng = np.random.default_rng(41)
    for _ in range(300):
        n = int(10 ** rng.uniform(0, rng.choice([1, 3, 9, 15])))
        eta = rng.normal() * 10 ** rng.uniform(-3, 2.5)
        mean = n / (1 + np.exp(-eta))
        x = float(rng.choice([0, n, rng.integers(0, n + 1),
                              np.clip(np.round(mean + rng.normal() * np.sqrt(n) / 4), 0, n)]))
        with ctx.workprec(900):
            true = (arb(n + 1).lgamma() - arb(x + 1).lgamma() - arb(n - x + 1).lgamma()
                    + arb(eta) * arb(x) - n * (1 + arb(eta).exp()).log())
        assert ulps([families.binomial(n).log_density(x, [eta])], [true]) <= 8


def test_so_is_that_of_a_negative_binomial_however_many_successes_there_are() -> None:
    rng = np.random.default_rng(42)
    for _ in range(300):
        wanted, eta = 10 ** rng.uniform(-6, rng.choice([1, 6, 12])), -(10 ** rng.uniform(-12, 2))
        mean = min(1e15, wanted * np.exp(eta) / -np.expm1(eta))
        x = float(np.floor(rng.choice([0, 1, mean, mean * rng.exponential(),
                                       10 ** rng.uniform(0, 12)])))
        with ctx.workprec(900):
            true = ((arb(x) + arb(wanted)).lgamma() - arb(x + 1).lgamma() - arb(wanted).lgamma()
                    + arb(eta) * arb(x) + arb(wanted) * (1 - arb(eta).exp()).log())
        assert ulps([families.negative_binomial(wanted).log_density(x, [eta])], [true]) <= 8


@pytest.mark.parametrize("eta", [
    (0.52, -0.82, -0.92), (-7.0, -3.0, -1e-9), (1e4, -2.0, -0.5), (0.3, -1e92, -4e-21),
    (-1.2e-31, -1.7e-255, -6.9e-187), (-0.1, -2.7e-30, -1.3e-4),
])
def test_the_bessel_function_keeps_its_digits(eta) -> None:
    with ctx.workprec(2000):
        order, b, c = map(arb, eta)
        bessel = acb(2 * (b * c).sqrt()).bessel_k(order).real
        truth = (2 * bessel).log() + order / 2 * (c / b).log()
    found = float(families.generalized_inverse_gaussian.log_normalizer(eta))
    assert abs(arb(found) - truth) <= 4 * np.spacing(max(1.0, abs(float(truth))))
