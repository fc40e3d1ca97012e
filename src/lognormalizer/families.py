"""Four named exponential families, each in about ten lines; the rest is `ExponentialFamily`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from lognormalizer.family import Array, ExponentialFamily
from lognormalizer.special import stirling

__all__ = ["Exponential", "Gamma", "Normal", "Poisson",
           "exponential", "gamma", "normal", "poisson"]

EPSILON = np.finfo(float).eps

# The entropy of a Poisson distribution is a sum below this rate, and an expansion in 1/rate above.
POISSON_LARGE = 100.0
POISSON_EXPANSION = [1 / 12, 1 / 24, 19 / 360, 9 / 80, 863 / 2520, 1375 / 1008, 33953 / 5040,
                     57281 / 1440]


class Exponential(ExponentialFamily):
    """The exponential distribution: a waiting time x > 0 with a rate.

    t(x) = x, h(x) = 1, A(eta) = -log(-eta), eta = -rate.
    source: Casella & Berger 2002, section 3.3
    """

    dimension, natural_space, mean_space = 1, "eta < 0", "E[x] > 0"

    def support(self, x: ArrayLike) -> Any:
        return _positive(x)

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return (x,)

    def log_normalizer_formula(self, *eta: Any) -> Any:
        return -np.log(-eta[0])

    def in_natural_space(self, *eta: Any) -> Any:
        return eta[0] < 0

    def in_mean_space(self, *mu: Any) -> Any:
        return mu[0] > 0

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        return (-1 / mu[0],)

    def natural_parameter(self, rate: ArrayLike) -> Array:
        """The natural parameter of a rate (1/time), shape (...) to (..., 1)."""
        return self._natural(_stack(-_numbers(rate)))

    def usual_parameters(self, eta: ArrayLike) -> Any:
        """The rate, shape (..., 1) to (...)."""
        return -self._natural(eta)[..., 0]


class Normal(ExponentialFamily):
    """The normal distribution, mean and variance both unknown.

    t(x) = (x, x^2), h(x) = 1 / sqrt(2 pi), A(eta) = -eta_1^2 / (4 eta_2) - log(-2 eta_2) / 2,
    eta = (mean / variance, -1 / (2 variance)).
    source: Wainwright & Jordan 2008, table 3.1, doi:10.1561/2200000001
    """

    dimension, natural_space, mean_space = 2, "eta_2 < 0", "E[x^2] > E[x]^2"
    log_h = -0.5 * float(np.log(2 * np.pi))

    def support(self, x: ArrayLike) -> Any:
        return np.isfinite(x)

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return x, x * x

    def log_normalizer_formula(self, *eta: Any) -> Any:
        return -(eta[0] * eta[0]) / (4 * eta[1]) - 0.5 * np.log(-2 * eta[1])

    def in_natural_space(self, *eta: Any) -> Any:
        return eta[1] < 0

    def in_mean_space(self, *mu: Any) -> Any:
        return mu[1] - mu[0] * mu[0] > 8 * EPSILON * mu[1]

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        variance = mu[1] - mu[0] * mu[0]
        return mu[0] / variance, -1 / (2 * variance)

    def natural_parameter(self, mean: ArrayLike, variance: ArrayLike) -> Array:
        """The natural parameter of a mean and a variance, shapes (...) to (..., 2)."""
        mean, variance = _numbers(mean), _numbers(variance)
        return self._natural(_stack(mean / variance, -0.5 / variance))

    def usual_parameters(self, eta: ArrayLike) -> tuple[Any, Any]:
        """Mean and variance, shape (..., 2) to twice (...)."""
        first, second = np.moveaxis(self._natural(eta), -1, 0)
        return -first / (2 * second), -1 / (2 * second)


class Gamma(ExponentialFamily):
    """The gamma distribution over x > 0, shape and rate both unknown.

    t(x) = (log x, x), h(x) = 1 / x, A(eta) = log Gamma(eta_1) - eta_1 log(-eta_2),
    eta = (shape, -rate). Textbooks also write h(x) = 1 with eta_1 = shape - 1; there a shape far
    below 1 has lost its digits.
    source: Casella & Berger 2002, section 3.3 and exercise 3.32
    """

    dimension, natural_space, mean_space = 2, "eta_1 > 0, eta_2 < 0", "E[log x] < log E[x]"

    def support(self, x: ArrayLike) -> Any:
        return _positive(x)

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return np.log(x), x

    def log_base_measure(self, x: ArrayLike) -> Any:
        with np.errstate(all="ignore"):
            return -np.log(_numbers(x))

    def mean_log_base_measure(self, eta: Array) -> Any:
        return -self.mean(eta)[..., 0]

    def log_normalizer_formula(self, *eta: Any) -> Any:
        return stirling(eta[0]) - eta[0] * np.log(-eta[1])

    def in_natural_space(self, *eta: Any) -> Any:
        return (eta[0] > 0) & (eta[1] < 0)

    def in_mean_space(self, *mu: Any) -> Any:
        return mu[1] > 0 and np.log(mu[1]) - mu[0] > 8 * EPSILON * max(1, abs(mu[0]))

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        # Within 2 % of the shape: Minka 2002, "Estimating a gamma distribution".
        gap = np.log(mu[1]) - mu[0]
        shape = (3 - gap + np.sqrt((gap - 3) ** 2 + 24 * gap)) / (12 * gap)
        return shape, -shape / mu[1]

    def natural_parameter(self, shape: ArrayLike, rate: ArrayLike) -> Array:
        """The natural parameter of a shape and a rate (1/x), shapes (...) to (..., 2)."""
        return self._natural(_stack(_numbers(shape), -_numbers(rate)))

    def usual_parameters(self, eta: ArrayLike) -> tuple[Any, Any]:
        """Shape and rate, shape (..., 2) to twice (...)."""
        first, second = np.moveaxis(self._natural(eta), -1, 0)
        return first, -second


class Poisson(ExponentialFamily):
    """The Poisson distribution over the counts 0, 1, 2, …

    t(x) = x, h(x) = 1 / x!, A(eta) = exp(eta), eta = log(rate).
    source: Wainwright & Jordan 2008, table 3.1, doi:10.1561/2200000001
    """

    dimension, natural_space, mean_space = 1, "the real line", "E[x] > 0"

    def support(self, x: ArrayLike) -> Any:
        x = np.asarray(x)
        return np.isfinite(x) & (x >= 0) & (x == np.floor(x))

    def log_base_measure(self, x: ArrayLike) -> Any:
        with np.errstate(all="ignore"):
            return -stirling(_numbers(x) + 1)

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return (x,)

    def log_normalizer_formula(self, *eta: Any) -> Any:
        return np.exp(eta[0])

    def in_natural_space(self, *eta: Any) -> Any:
        return True

    def in_mean_space(self, *mu: Any) -> Any:
        return mu[0] > 0

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        return (np.log(mu[0]),)

    def entropy(self, eta: ArrayLike) -> Any:
        """The entropy, the sum of -p log p; there is no closed form, as there is none of E[log X!].

        eta     natural parameters (nats), shape (..., 1)
        returns array of shape (...), nats; not negative
        error   at most 2e-14 of the entropy
        raises  ValueError for a parameter that is not finite
        source: Evans, Boersma, Blachman & Jagers 1988, doi:10.1137/1030059, for the expansion
        """
        rate = np.exp(self._natural(eta)[..., 0])
        # Beyond four times the largest rate summed, less than exp(-250) of the probability is left.
        counts = np.arange(4 * POISSON_LARGE)
        log_p = self.log_density(counts, np.minimum(eta, np.log(POISSON_LARGE))[..., None, :])
        summed = -(np.exp(log_p) * log_p).sum(axis=-1)
        with np.errstate(all="ignore"):
            rest = sum(c / rate**n for n, c in enumerate(POISSON_EXPANSION, start=1))
            expanded = 0.5 * (np.log(2 * np.pi * np.e) + np.asarray(eta)[..., 0]) - rest
        return np.where(rate < POISSON_LARGE, summed, expanded)[()]

    def natural_parameter(self, rate: ArrayLike) -> Array:
        """The natural parameter of a rate, the mean count; shape (...) to (..., 1)."""
        return self._natural(_stack(np.log(_numbers(rate))))

    def usual_parameters(self, eta: ArrayLike) -> Any:
        """The rate, shape (..., 1) to (...)."""
        return np.exp(self._natural(eta)[..., 0])


def _positive(x: ArrayLike) -> Any:
    x = np.asarray(x)
    return np.isfinite(x) & (x > 0)


def _numbers(x: ArrayLike) -> Array:
    array = np.asarray(x)
    return array if np.iscomplexobj(array) else array.astype(np.float64)


def _stack(*parts: Array) -> Array:
    return np.stack(np.broadcast_arrays(*parts), axis=-1)


exponential, normal, gamma, poisson = Exponential(), Normal(), Gamma(), Poisson()
