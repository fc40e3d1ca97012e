"""The closed forms of the named families are right to a few ulp of the result, at any scale."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import truth
from flint import arb, ctx
from scipy import special
from truth_named import TRUE, log_gamma, neighbors, scale, some_outcomes, some_parameters, true

from lognormalizer import ExponentialFamily
from lognormalizer.families import exponential, gamma, normal, poisson

RNG = np.random.default_rng(43)
FAMILIES = list(TRUE)
each_family = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)


@pytest.mark.parametrize(("family", "name", "ulp"), [
    *((family, "log_normalizer", 2) for family in FAMILIES),
    *((family, "mean", 4) for family in FAMILIES),
    *((family, "covariance", 4) for family in FAMILIES),
    *((family, "entropy", 2) for family in (exponential, normal, gamma)),
], ids=lambda value: getattr(value, "name", None))
def test_functions_of_one_parameter(family, name, ulp):
    for eta in some_parameters(RNG, family):
        found = np.ravel(getattr(family, name)(eta))
        assert truth.worst(found, true(family, eta, name), scale(family, name)) <= ulp, eta


@each_family
def test_log_densities_are_within_4_ulp(family):
    eta = some_parameters(RNG, family)
    for x, point in zip(some_outcomes(RNG, family, eta), eta, strict=True):
        ball, = true(family, point, "log_density", x)
        allowed = scale(family, "log_density", x, point)
        assert truth.ulps(family.log_density(x, point), ball, allowed) <= 4, (x, point)


@pytest.mark.parametrize("count", [1e9, 1e12, 1e15])
def test_the_log_density_of_a_large_count_is_within_4_ulp_also_near_its_mean(count):
    for eta in np.log(count * (1 + 1e-4 * RNG.normal(size=(20, 1)))):
        ball, = true(poisson, eta, "log_density", count)
        assert truth.ulps(poisson.log_density(count, eta), ball) <= 4


@each_family
def test_divergences_are_within_8_ulp_however_close_or_far(family):
    eta = some_parameters(RNG, family)
    for point, other in zip(eta, neighbors(RNG, family, eta), strict=True):
        found = family.kl_divergence(point, other)
        ball, = true(family, point, "kl_divergence", other)
        assert truth.ulps(found, ball, 1e-290) <= 8, (point, other)
        assert (found == 0) == np.array_equal(point, other)


@pytest.mark.parametrize(("call", "right"), [
    (lambda: normal.entropy(normal.natural_parameter(1e8, 1)), 1.4189385332046727),
    (lambda: normal.log_density(1.7e9, normal.natural_parameter(1.7e9, 1)), -0.9189385332046727),
    (lambda: gamma.entropy([2e16, -1]), 20.186192867437013),
    (lambda: gamma.entropy([1e20, -1]), 24.444789463145128),
    (lambda: poisson.log_density(5e15, [np.log(5e15)]), -18.99304568687707),
    (lambda: exponential.kl_divergence([-1.0], [-1e20]), 1e20),
    (lambda: exponential.kl_divergence([-1e300], [-1e-300]), 1380.5510557964274),
    (lambda: normal.kl_divergence([0, -0.5], [0, -0.5e20]), 5e19),
    (lambda: poisson.kl_divergence([-746.0], [0.0]), 1),
    (lambda: poisson.kl_divergence([-1000.0], [5.0]), 148.4131591025766),
    (lambda: poisson.kl_divergence([800.0], [801.0]), np.inf),
    (lambda: poisson.kl_divergence([800.0], [800.0]), 0),
    (lambda: poisson.kl_divergence([720.0], [720 + 2.0**-30]), float(Decimal(720).exp() / 2**61)),
    (lambda: gamma.kl_divergence([1e-300, -0.5], [1e-300, -1e-16]), 0),
    (lambda: gamma.kl_divergence([1e300, -1e-10], [1e300, -1e-10]), 0),
    (lambda: 1e290 * gamma.kl_divergence([1e-300, -1.0], [1e-300, -1e10]), 1 - 2.4e-9),
    (lambda: poisson.kl_divergence([1e16], [1e16]), 0),
    (lambda: poisson.entropy([-1e300]), 0),
    (lambda: poisson.log_density(1e300, [1e308]), -np.inf),
    (lambda: exponential.covariance([-1e-100])[0, 0], 1e200),
    (lambda: gamma.covariance([1e150, -1])[0, 0], 1e-150),
    (lambda: poisson.covariance([-598.0])[0, 0], float(Decimal(-598).exp())),
    (lambda: gamma.natural_from_mean([-1e-10, 1])[0], 5e9 + 1 / 6),
    (lambda: poisson.natural_from_mean([1e28])[0], np.log(1e28)),
    (lambda: normal.natural_from_mean([1e8, 1e16 + 2])[1], -0.25),
])
def test_points_at_which_digits_were_lost(call, right):
    with np.errstate(all="raise"):
        found = call()
    np.testing.assert_allclose(found, right, rtol=2e-9, atol=1e-280)


def test_the_shape_of_a_gamma_distribution_is_within_4_ulp_of_the_one_with_that_mean():
    for gap in 10 ** RNG.uniform(-14, 3, 60):
        log_mean = RNG.normal() * 10
        mu = np.array([log_mean - gap, np.exp(log_mean)])
        shape = arb(float(gamma.natural_from_mean(mu)[0]))
        with ctx.workprec(400):
            _, slope, curvature = log_gamma(shape)
            gap_there, gap = shape.log() - slope, arb(mu[1]).log() - arb(mu[0])
            error = (gap_there - gap) / ((1 / shape - curvature) * shape)
        assert abs(float(error)) <= 4 * 2.0**-52


@pytest.mark.parametrize("middle", [0.0, 1.0, 1e8, -3e12])
def test_the_most_likely_normal_has_the_centered_moments_of_the_sample(middle):
    sample = middle + np.array([-2.0, -1, 0, 1, 2])
    with np.errstate(all="raise"):
        found = normal.usual_parameters(normal.maximum_likelihood(sample))
    np.testing.assert_allclose(found, (middle, 2), rtol=1e-15)


def test_the_most_likely_gamma_of_outcomes_that_are_close_to_each_other():
    sample = 1e6 * (1 + 1e-9 * np.array([1.0, 2, 3, 4]))
    exact = [truth.exact(x) for x in sample.tolist()]
    with ctx.workprec(400):
        mean = sum(exact, arb(0)) / 4
        gap = mean.log() - sum((x.log() for x in exact), arb(0)) / 4
        shape = 1 / (2 * gap) + arb(1) / 6  # but for a part of 1e-18
    found = gamma.maximum_likelihood(sample)
    assert truth.ulps(found[0], shape) <= 16


@pytest.mark.parametrize("shape", [1e-2, 0.3, 1.0, 5.0, 40.0, 1e3, 1e12])
def test_the_most_likely_gamma_is_within_64_ulp_of_the_one_with_those_moments(shape):
    for size in (2, 30, 1000):
        sample = np.maximum(RNG.gamma(shape, 3.0, size), 1e-290)
        found = gamma.maximum_likelihood(sample)
        with ctx.workprec(400):
            exact = [arb(x) for x in sample.tolist()]
            mean = sum(exact, arb(0)) / size
            gap = mean.log() - sum((x.log() for x in exact), arb(0)) / size
            ball = arb(float(found[0]))
            _, slope, curvature = log_gamma(ball)
            error = (ball.log() - slope - gap) / ((1 / ball - curvature) * ball)
        assert abs(float(error)) <= 64 * 2.0**-52
        np.testing.assert_allclose(found[1], -found[0] / float(mean), rtol=1e-15)


@pytest.mark.parametrize("sample", [[1.5e308, 1.7e308], [1e-300, 1e300], [1e-308, 1.0, 3.0]])
def test_the_most_likely_gamma_of_outcomes_of_any_size(sample):
    with np.errstate(all="raise"):
        found = gamma.maximum_likelihood(sample)
    scaled = gamma.maximum_likelihood(np.divide(sample, 1e8))
    np.testing.assert_allclose(scaled, [found[0], found[1] * 1e8], rtol=1e-6)
    mean = np.divide(sample, len(sample)).sum()
    log_mean = np.log(sample).mean()
    gap = special.psi(found[0]) - np.log(found[0])
    np.testing.assert_allclose(gap, log_mean - np.log(mean), rtol=1e-9)


def test_the_most_likely_normal_is_within_8_ulp_of_exact_arithmetic():
    for _ in range(60):
        spread = 10 ** RNG.uniform(-100, 100)
        sample = RNG.normal(RNG.choice([0, 1, 1e4, 1e8]) * spread, spread, RNG.integers(2, 30))
        exact = list(map(Fraction, sample.tolist()))
        mean = sum(exact) / len(exact)
        variance = sum((x - mean) ** 2 for x in exact) / len(exact)
        second = float(-1 / (2 * variance))
        found = normal.maximum_likelihood(sample)
        np.testing.assert_allclose(found[1], second, rtol=8 * 2.0**-52)
        np.testing.assert_allclose(found[0], float(mean / variance),
                                   rtol=16 * 2.0**-52, atol=8 * 2.0**-52 * spread * -second)


def test_estimates_that_no_float_can_hold_are_refused():
    for sample in ([1e160, 3e160], [1e-170, 3e-170]):
        with pytest.raises(ValueError, match="closer to its boundary than float64 can tell"):
            normal.maximum_likelihood(sample)
    np.testing.assert_allclose(exponential.maximum_likelihood([1.5e308, 1.7e308]), [-1 / 1.6e308])


@pytest.mark.parametrize(("call", "message"), [
    (lambda: poisson.natural_parameter(-1), "the rate must be positive, not -1.0"),
    (lambda: exponential.natural_parameter([1, 0]), r"must be positive at index \(1,\), not 0"),
    (lambda: normal.natural_parameter(0, 0), "the variance must be positive, not 0.0"),
    (lambda: gamma.natural_parameter(-2, 1), "the shape must be positive, not -2.0"),
])
def test_usual_parameters_that_are_none_are_refused(call, message):
    with np.errstate(all="raise"), pytest.raises(ValueError, match=message):
        call()


def test_the_entropy_of_a_base_measure_of_ones_own_wants_its_mean():
    class Standard(ExponentialFamily):
        """A normal distribution of variance 1, with h(x) = exp(-x^2 / 2) / sqrt(2 pi)."""

        dimension, natural_space, mean_space = 1, "the real line", "the real line"

        def support(self, x):
            return np.isfinite(x)

        def log_base_measure(self, x):
            return -0.5 * np.square(x) - 0.5 * np.log(2 * np.pi)

        def sufficient_statistic(self, x):
            return (x,)

        def log_normalizer_formula(self, eta):
            return eta**2 / 2

        def in_natural_space(self, eta):
            return np.isfinite(eta)

        def in_mean_space(self, mean):
            return np.isfinite(mean)

        def initial_natural_parameter(self, mean):
            return (mean,)

    class Complete(Standard):
        def mean_log_base_measure(self, eta):
            return -0.5 * (1 + eta[..., 0] ** 2) - 0.5 * np.log(2 * np.pi)

    with pytest.raises(TypeError, match=r"Standard: .* override mean_log_base_measure\(eta\)"):
        Standard().entropy([3.0])
    np.testing.assert_allclose(Complete().entropy([3.0]), 0.5 * np.log(2 * np.pi * np.e))
    np.testing.assert_allclose(Standard().covariance([3.0]), [[1]])
    np.testing.assert_allclose(Standard().natural_from_mean([[2.0], [-3.0]]), [[2], [-3]])
