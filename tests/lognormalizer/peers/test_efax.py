"""What efax's tests ask of the families that are here too, at parameters that are drawn as there.

It has no tables: its tests draw parameters at random and hold densities, entropies, divergences and
estimates against SciPy's, against each other, and against derivatives. From its tests:
create_info, match_scipy, test_kl, test_conjugate_prior, test_fisher_information and
test_entropy_gradient. Its negative binomial counts what comes before `failures`, its Rayleigh and
Weibull have E[x^2] and E[x^k] for their means; here all usual parameters are those of `families`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from lognormalizer import families, gradient
from lognormalizer.families import (
    bernoulli,
    beta,
    chi_squared,
    exponential,
    gamma,
    geometric,
    normal,
    poisson,
    rayleigh,
    von_mises,
)

SHAPE = (4, 3)  # of the batch
Usual = tuple[np.ndarray, ...]


def exponentials(rng: np.random.Generator) -> np.ndarray:
    return rng.exponential(size=SHAPE)


def of_two_shapes(rng: np.random.Generator) -> Usual:
    a, b = rng.exponential(size=(2, *SHAPE), scale=4.0) + 1.7
    return a, b


def polar(rng: np.random.Generator) -> Usual:
    x, y = rng.normal(size=(2, *SHAPE), scale=4.0)
    return np.hypot(x, y), np.arctan2(y, x)


CASES: dict[str, tuple] = {  # a family, how its usual parameters are drawn, SciPy's distribution
    "bernoulli": (bernoulli, lambda rng: (rng.uniform(size=SHAPE),), stats.bernoulli),
    "geometric": (geometric, lambda rng: (1 / (1 + exponentials(rng)),),
                  lambda p: stats.geom(p, loc=-1)),
    "poisson": (poisson, lambda rng: (exponentials(rng),), stats.poisson),
    "negative binomial": (families.negative_binomial(3),
                          lambda rng: (1 / (1 + exponentials(rng) / 3),),
                          lambda p: stats.nbinom(3, p)),
    "normal": (normal, lambda rng: (rng.normal(scale=4.0, size=SHAPE), exponentials(rng)),
               lambda m, v: stats.norm(m, np.sqrt(v))),
    "exponential": (exponential, lambda rng: (1 / exponentials(rng),),
                    lambda rate: stats.expon(0, 1 / rate)),
    "rayleigh": (rayleigh, lambda rng: (exponentials(rng) / 2,),
                 lambda v: stats.rayleigh(scale=np.sqrt(v))),
    "beta": (beta, of_two_shapes, stats.beta),
    "gamma": (gamma, lambda rng: (exponentials(rng), exponentials(rng)),
              lambda a, rate: stats.gamma(a, scale=1 / rate)),
    "von Mises": (von_mises, polar, lambda kappa, m: stats.vonmises(kappa, loc=m)),
    "chi-squared": (chi_squared, lambda rng: (2 + 2 * exponentials(rng),), stats.chi2),
}
each = pytest.mark.parametrize(("family", "draw", "known"), CASES.values(), ids=CASES)


def parameters(family, draw: Callable, seed: int = 5) -> tuple[Usual, np.ndarray]:
    usual = draw(np.random.default_rng(seed))
    return usual, family.natural_parameter(*usual)


@each
def test_densities_are_scipys(family, draw, known) -> None:
    usual, eta = parameters(family, draw)
    distribution = known(*usual)
    x = family.sample(eta, np.random.default_rng(6), 70)
    log_density = getattr(distribution, "logpmf", None) or distribution.logpdf
    assert_allclose(family.log_density(x, eta), log_density(x), rtol=1e-10, atol=1e-12)


@each
def test_entropies_are_scipys(family, draw, known) -> None:
    usual, eta = parameters(family, draw)
    if family.name.startswith("negative_binomial"):
        with pytest.raises(TypeError, match="the mean of the logarithm of its base measure"):
            family.entropy(eta)
        return
    assert_allclose(family.entropy(eta), known(*usual).entropy(), rtol=1e-6, atol=1e-10)


@each
def test_divergences_are_cross_entropies_less_entropies_and_zero_from_itself(
        family, draw, known) -> None:
    _, eta = parameters(family, draw)
    _, other = parameters(family, draw, seed=8)
    divergence = family.kl_divergence(eta, other)
    assert np.all(divergence > 0)
    np.testing.assert_array_equal(family.kl_divergence(eta, eta), 0)
    slope = ((eta - other) * family.mean(eta)).sum(axis=-1)
    assert_allclose(divergence, family.log_normalizer(other) - family.log_normalizer(eta) + slope,
                    rtol=1e-8, atol=1e-11)


@each
def test_means_and_information_are_derivatives_of_the_log_normalizer(family, draw, known) -> None:
    _, eta = parameters(family, draw)
    assert_allclose(gradient(family.log_normalizer, eta), family.mean(eta), rtol=1e-11, atol=1e-13)
    step = 1e-5 * np.abs(eta).max(axis=-1, keepdims=True)
    for i, unit in enumerate(np.eye(family.dimension)):
        slope = (family.mean(eta + step * unit) - family.mean(eta - step * unit)) / (2 * step)
        assert_allclose(family.fisher_information(eta)[..., i], slope, rtol=1e-4, atol=1e-6)


@each
def test_estimates_from_many_outcomes_are_near(family, draw, known) -> None:
    _, eta = parameters(family, draw)
    x = np.moveaxis(np.asarray(family.sample(eta, np.random.default_rng(7), 20_000)), 0, -1)
    for row in np.ndindex(SHAPE):
        try:
            estimate = family.maximum_likelihood(x[row])
        except ValueError:  # all outcomes the same, as of a probability that is nearly 1
            assert np.unique(x[row]).size == 1
            continue
        away = estimate - eta[row]
        length = np.sqrt(away @ family.covariance(eta[row]) @ away * x.shape[-1])
        assert length < 6  # standard deviations


@each
def test_a_conjugate_prior_is_largest_at_its_mode(family, draw, known) -> None:
    _, eta = parameters(family, draw)
    count = np.full(SHAPE, 100.0)
    chi = family.mean(eta) * count[..., None]
    mode = family.posterior_mode(chi, count)
    assert_allclose(mode, eta, rtol=1e-6, atol=1e-9)
    slope = gradient(lambda z: family.log_conjugate_prior(z, chi, count), eta)
    assert_allclose(slope, 0, atol=1e-9 * np.abs(chi).max())
