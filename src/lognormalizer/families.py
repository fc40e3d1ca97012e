"""Five named exponential families: what `ExponentialFamily` derives, in closed form.

The closed forms are written so that nothing cancels: squares are completed, moments are centered,
and what log Gamma and a log a share is left out. SciPy has the special functions; without it this
module cannot be imported, and the rest of the package can.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from lognormalizer.bernoulli import log_sigmoid, logit, sigmoid, softplus
from lognormalizer.categorical import categorical
from lognormalizer.declared import (
    Declared,
    binomial,
    chi_squared,
    geometric,
    gompertz,
    gumbel,
    half_normal,
    inverse_gamma,
    inverse_gaussian,
    ising_ring,
    kumaraswamy,
    laplace,
    levy,
    log_normal,
    logarithmic,
    mallows,
    maxwell,
    multinomial,
    negative_binomial,
    normal_mean_known,
    normal_variance_known,
    power_function,
    rayleigh,
    skew_logistic,
    weibull,
)
from lognormalizer.double_double import LOG_2, Double, choose, exp, log
from lognormalizer.family import Array, ExponentialFamily, samples
from lognormalizer.further import (
    chi,
    continuous_bernoulli,
    generalized_inverse_gaussian,
    geometric_trials,
    normal_vector,
    pareto,
    scaled_inverse_chi_squared,
)
from lognormalizer.positive import (
    erlang,
    log_normal_unit_variance,
    softplus_normal,
    softplus_normal_unit_variance,
)
from lognormalizer.stirling import (
    curvature,
    deviance,
    log_gap,
    log_less_digamma,
    remainder,
    shape_of_gap,
    trigamma_less_inverse,
)
from lognormalizer.tiling import numbers
from lognormalizer.two_shapes import beta, beta_prime
from lognormalizer.vectors import (
    DeclaredVectors,
    dirichlet,
    normal_vector_diagonal,
    normal_vector_isotropic,
    normal_vector_variance_known,
    von_mises_fisher,
)
from lognormalizer.von_mises import VonMises, von_mises
from lognormalizer.zipf import zeta

__all__ = ["Bernoulli", "Declared", "DeclaredVectors", "Exponential", "Gamma", "Normal", "Poisson",
           "VonMises", "bernoulli", "beta", "beta_prime", "binomial", "chi", "chi_squared",
           "continuous_bernoulli", "dirichlet", "erlang", "exponential", "gamma",
           "generalized_inverse_gaussian", "geometric", "geometric_trials", "gompertz", "gumbel",
           "half_normal", "inverse_gamma", "inverse_gaussian", "ising_ring", "kumaraswamy",
           "laplace", "levy", "log_normal", "log_normal_unit_variance", "logarithmic", "mallows",
           "maxwell", "multinomial", "negative_binomial", "normal", "normal_mean_known",
           "normal_variance_known", "normal_vector", "normal_vector_diagonal",
           "normal_vector_isotropic", "normal_vector_variance_known", "pareto", "poisson",
           "power_function", "rayleigh", "scaled_inverse_chi_squared", "skew_logistic",
           "softplus_normal", "softplus_normal_unit_variance", "von_mises", "von_mises_fisher",
           "weibull", "zeta"]

# The entropy of a Poisson distribution is a sum below this rate, and an expansion in 1/rate above.
POISSON_LARGE = 100.0
POISSON_EXPANSION = [1 / 12, 1 / 24, 19 / 360, 9 / 80, 863 / 2520, 1375 / 1008, 33953 / 5040,
                     57281 / 1440]

LOG_PI = Double(1.1447298858494002, 1.0265951162707826e-17)

# Where two shapes are within a factor of 2, their divergence is an integral by Gauss and Legendre.
NODES, NODE_WEIGHTS = np.polynomial.legendre.leggauss(14)
NODES, NODE_WEIGHTS = (1 + NODES) / 2, NODE_WEIGHTS / 2

LARGEST_COUNT = 1e300  # beyond which SciPy has no incomplete gamma function

LARGE, LOWERED = 700.0, 1000  # rates above exp(700) are worked with as parts of 2^1000


class Exponential(ExponentialFamily):
    """The exponential distribution: a waiting time x > 0 with a rate.

    t(x) = x, h(x) = 1, A(eta) = -log(-eta), eta = -rate.
    source: Casella & Berger 2002, section 3.3
    """

    dimension, natural_space, mean_space = 1, "eta < 0", "E[x] > 0"
    initial_is_exact = True

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

    def maximum_likelihood(self, x: ArrayLike) -> Array:
        """One over the mean of a sample, negative; all as for the base class. Error: 4 ulp."""
        x = samples(x)
        eta = np.where(x.min(axis=-1) > 0, -1 / _mean_of(x), np.nan)
        return self._checked(eta[..., None], x)

    def log_density(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """log(rate) - rate x; all as for `ExponentialFamily.log_density`, within 2 ulp."""
        return self._inside(lambda x, eta: log(Double(-eta)) + Double(eta) * x, x, eta)

    def entropy(self, eta: ArrayLike) -> Any:
        """1 - log(rate); all as for `ExponentialFamily.entropy`, within 2 ulp."""
        return self._closed(lambda eta: 1.0 - log(Double(-eta)), super().entropy, eta)

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """b / a - 1 - log(b / a) of rates a and b; all as for `ExponentialFamily.kl_divergence`.

        error   at most 4 ulp
        """
        def divergence(eta: Array, other: Array) -> Double:
            ratio = Double(other) / eta
            return deviance(Double(np.ones_like(eta)), ratio, _log_ratio(other, eta))

        return self._closed(divergence, super().kl_divergence, eta, other)

    def cdf(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The probability of at most x; shapes as for `log_density`. Error: 2 ulp."""
        eta = self._natural(eta)[..., 0]
        return -np.expm1(eta * np.maximum(x, 0))

    def sample(self, eta: ArrayLike, rng: np.random.Generator, size: Any = ()) -> Any:
        """Outcomes; all as for `ExponentialFamily.sample`."""
        return self._drawn(lambda shape, rate: rng.exponential(1 / rate, shape), eta, size)

    def natural_parameter(self, rate: ArrayLike) -> Array:
        """The natural parameter of a rate (1/time), shape (...) to (..., 1).

        raises  ValueError for a rate that is not positive
        """
        return self._natural(_stack(-_positive_number("rate", rate)))

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
    initial_is_exact = True
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
        return self._variance(*mu) > 0

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        variance = self._variance(*mu)
        return mu[0] / variance, -0.5 / variance

    def log_normalizer(self, eta: ArrayLike) -> Any:
        """(mean^2 / variance + log(variance)) / 2; all as for `ExponentialFamily.log_normalizer`.

        error   at most 2 ulp for real eta
        """
        def log_normalizer(first: Array, second: Array) -> Double:
            return _location(first, second) * first * 0.5 - (log(Double(-second)) + LOG_2) * 0.5

        return self._closed(log_normalizer, super().log_normalizer, eta)

    def log_density(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """-(x - mean)^2 / (2 variance) - log(2 pi variance) / 2: the square is completed.

        All as for `ExponentialFamily.log_density`; within 2 ulp for real eta.
        """
        def log_density(x: Array, first: Array, second: Array) -> Double:
            away = Double(x) - _location(first, second)
            return away * second * away + (log(Double(-second)) - LOG_PI) * 0.5

        return self._inside(log_density, x, eta)

    def mean(self, eta: ArrayLike) -> Array:
        """The means of x and of x^2; all as for `ExponentialFamily.mean`, within 4 ulp."""
        location, variance = self.usual_parameters(eta)
        return _stack(location, location * location + variance)

    def covariance(self, eta: ArrayLike) -> Array:
        """The covariance of x and x^2; all as for `ExponentialFamily.covariance`."""
        location, variance = self.usual_parameters(eta)
        mixed = np.where(location == 0, 0, 2 * location * variance)  # also of an infinite variance
        return _matrix(variance, mixed, 2 * location * mixed + 2 * variance * variance)

    def entropy(self, eta: ArrayLike) -> Any:
        """(1 + log(2 pi variance)) / 2; all as for `ExponentialFamily.entropy`, within 2 ulp."""
        def entropy(first: Array, second: Array) -> Double:
            return (1.0 + LOG_PI - log(Double(-second))) * 0.5

        return self._closed(entropy, super().entropy, eta)

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """The divergence of the variances, and the distance of the means in units of the second.

        All as for `ExponentialFamily.kl_divergence`.
        error   at most 4 ulp
        """
        def divergence(first: Array, second: Array, first_of_other: Array,
                       second_of_other: Array) -> Double:
            ratio = Double(second_of_other) / second
            apart = _locations_apart(first, second, first_of_other, second_of_other)
            widths = deviance(Double(np.ones_like(second)), ratio,
                              _log_ratio(second_of_other, second))
            return widths * 0.5 - apart * second_of_other * apart

        return self._closed(divergence, super().kl_divergence, eta, other)

    def maximum_likelihood(self, x: ArrayLike) -> Array:
        """The natural parameter of the mean and the variance of a sample, from centered moments.

        All as for `ExponentialFamily.maximum_likelihood`.
        error   at most 8 ulp of the largest |x| in the mean; of the variance, 8 ulp
        """
        x = samples(x).astype(np.float64, copy=False)
        middle = x.mean(axis=-1)
        away = x - middle[..., None]
        rest = away.mean(axis=-1)
        away *= away
        variance = away.mean(axis=-1) - rest * rest
        eta = _stack((middle + rest) / variance, -0.5 / variance)
        return self._checked(eta, x)

    def cdf(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The probability of at most x; shapes as for `log_density`."""
        location, variance = self.usual_parameters(eta)
        return special.ndtr((x - location) / np.sqrt(variance))

    def sample(self, eta: ArrayLike, rng: np.random.Generator, size: Any = ()) -> Any:
        """Outcomes; all as for `ExponentialFamily.sample`."""
        return self._drawn(lambda shape, location, variance: rng.normal(
            location, np.sqrt(variance), shape), eta, size)

    def natural_parameter(self, mean: ArrayLike, variance: ArrayLike) -> Array:
        """The natural parameter of a mean and a variance, shapes (...) to (..., 2).

        raises  ValueError for a variance that is not positive
        """
        mean, variance = _numbers(mean), _positive_number("variance", variance)
        return self._natural(_stack(mean / variance, -0.5 / variance))

    def usual_parameters(self, eta: ArrayLike) -> tuple[Any, Any]:
        """Mean and variance, shape (..., 2) to twice (...)."""
        first, second = _parts(self._natural(eta))
        return -0.5 * first / second, -0.5 / second

    def _variance(self, mean: Any, square: Any) -> Any:
        return (square - Double(np.asarray(mean)) * mean).rounded()


class Gamma(ExponentialFamily):
    """The gamma distribution over x > 0, shape and rate both unknown.

    t(x) = (log x, x), h(x) = 1 / x, A(eta) = log Gamma(eta_1) - eta_1 log(-eta_2),
    eta = (shape, -rate). Textbooks also write h(x) = 1 with eta_1 = shape - 1; there a shape far
    below 1 has lost its digits.
    source: Casella & Berger 2002, section 3.3 and exercise 3.32
    """

    dimension, natural_space, mean_space = 2, "eta_1 > 0, eta_2 < 0", "E[log x] < log E[x]"
    initial_is_exact = True

    def support(self, x: ArrayLike) -> Any:
        return _positive(x)

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return np.log(x), x

    def log_base_measure(self, x: ArrayLike) -> Any:
        return -np.log(_numbers(x))

    def mean_log_base_measure(self, eta: Array) -> Any:
        return -self.mean(eta)[..., 0]

    def log_normalizer_formula(self, *eta: Any) -> Any:
        return special.loggamma(eta[0]) - eta[0] * np.log(-eta[1])

    def in_natural_space(self, *eta: Any) -> Any:
        return (eta[0] > 0) & (eta[1] < 0)

    def in_mean_space(self, *mu: Any) -> Any:
        return (mu[1] > 0) & (self._gap(*mu) > 0)

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        shape = shape_of_gap(self._gap(*mu))
        return shape, -shape / mu[1]

    def maximum_likelihood(self, x: ArrayLike) -> Array:
        """The natural parameter under which a sample is most likely.

        All as for `ExponentialFamily.maximum_likelihood`. What the shape hangs on,
        log E[x] - E[log x], is the mean of u - log(1 + u), where u is x / E[x] - 1: no term is
        negative, so that outcomes may be close to each other.
        error   at most 64 ulp of the shape
        """
        x = samples(x).astype(np.float64, copy=False)
        mean = _mean_of(x)
        shape = shape_of_gap(log_gap(x, mean))
        eta = _stack(shape, -shape / mean)
        return self._checked(eta, x)

    def log_normalizer(self, eta: ArrayLike) -> Any:
        """log Gamma(shape) - shape log(rate); all as for `ExponentialFamily.log_normalizer`.

        error   at most 2 ulp of max(|A|, 0.02) for real eta
        """
        def log_normalizer(shape: Array, second: Array) -> Double:
            return remainder(shape) + (_log_ratio(shape, -second) - 1.0) * shape

        return self._closed(log_normalizer, super().log_normalizer, eta)

    def log_density(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """As for `ExponentialFamily.log_density`, from the deviance of rate x from the shape.

        error   for real eta at most 4 ulp of the largest of max(1, |log f|), |log x| and the
                deviance
        source: Loader 2000, *Fast and accurate computation of binomial probabilities*
        """
        def log_density(x: Array, shape: Array, second: Array) -> Double:
            log_x = log(Double(x))
            seen = Double(-second) * x
            ratio = log(Double(-second)) + log_x - log(Double(shape))
            return -deviance(Double(shape), seen, ratio) - (remainder(shape) + log_x)

        return self._inside(log_density, x, eta)

    def mean(self, eta: ArrayLike) -> Array:
        """The means of log x and of x; all as for `ExponentialFamily.mean`, within 2 ulp."""
        def means(shape: Array, second: Array) -> Any:
            log_mean = _log_ratio(shape, -second) - log_less_digamma(shape)
            return _stack(log_mean.rounded(), shape / -second)

        return self._closed(means, super().mean, eta)  # type: ignore[no-any-return]

    def covariance(self, eta: ArrayLike) -> Array:
        """The covariance of log x and x; all as for `ExponentialFamily.covariance`."""
        def covariance(shape: Array, second: Array) -> Any:
            scale = -1 / second
            return _matrix(trigamma_less_inverse(shape) + 1 / shape, scale, shape * scale * scale)

        return self._closed(covariance, super().covariance, eta)  # type: ignore[no-any-return]

    def product(self, eta: ArrayLike, other: ArrayLike) -> Array:
        """As for `ExponentialFamily.product`; of the two factors 1 / x one goes into the shape."""
        return self._natural(self._natural(eta) + self._natural(other) - np.array([1.0, 0.0]))

    def entropy(self, eta: ArrayLike) -> Any:
        """As for `ExponentialFamily.entropy`, from what log Gamma has beside a log a - a.

        error   at most 4 ulp of max(1, |H|)
        """
        def entropy(shape: Array, second: Array) -> Double:
            return (_log_ratio(shape, -second) + remainder(shape)
                    + log_less_digamma(shape) * (Double(shape) - 1.0))

        return self._closed(entropy, super().entropy, eta)

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """As for `ExponentialFamily.kl_divergence`: of the shapes at equal means, and of the means.

        error   at most 8 ulp
        """
        def divergence(shape: Array, second: Array, shape_of_other: Array,
                       second_of_other: Array) -> Double:
            # The products are exact, so that their difference keeps its digits.
            (scaled, power), (scaled_of_other, power_of_other) = (
                np.frexp(second), np.frexp(second_of_other))
            other_rate = np.ldexp(scaled_of_other, power_of_other - power)
            step = (Double(shape) * other_rate - Double(shape_of_other) * scaled) / scaled
            seen = Double(other_rate) / scaled * shape
            ratio = (_log_ratio(shape, shape_of_other) + _log_ratio(second_of_other, second))
            means = deviance(Double(shape_of_other), seen, ratio, step)
            return means + _shape_divergence(shape, shape_of_other)

        return self._closed(divergence, super().kl_divergence, eta, other)

    def cdf(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The probability of at most x; shapes as for `log_density`."""
        shape, rate = self.usual_parameters(eta)
        return special.gammainc(shape, rate * np.maximum(x, 0))

    def sample(self, eta: ArrayLike, rng: np.random.Generator, size: Any = ()) -> Any:
        """Outcomes; all as for `ExponentialFamily.sample`."""
        return self._drawn(lambda shape, concentration, rate: rng.gamma(
            concentration, 1 / rate, shape), eta, size)

    def natural_parameter(self, shape: ArrayLike, rate: ArrayLike) -> Array:
        """The natural parameter of a shape and a rate (1/x), shapes (...) to (..., 2).

        raises  ValueError for a shape or a rate that is not positive
        """
        return self._natural(_stack(_positive_number("shape", shape),
                                    -_positive_number("rate", rate)))

    def usual_parameters(self, eta: ArrayLike) -> tuple[Any, Any]:
        """Shape and rate, shape (..., 2) to twice (...)."""
        first, second = _parts(self._natural(eta))
        return first, -second

    def _gap(self, mean_log: Any, mean: Any) -> Any:
        """log E[x] - E[log x], to twice the precision of a logarithm."""
        return (log(Double(np.asarray(mean))) - mean_log).rounded()


class Poisson(ExponentialFamily):
    """The Poisson distribution over the counts 0, 1, 2, …

    t(x) = x, h(x) = 1 / x!, A(eta) = exp(eta), eta = log(rate).
    source: Wainwright & Jordan 2008, table 3.1, doi:10.1561/2200000001
    """

    dimension, natural_space, mean_space = 1, "the real line", "E[x] > 0"
    initial_is_exact = True

    def support(self, x: ArrayLike) -> Any:
        x = numbers(x)
        return np.isfinite(x) & (x >= 0) & (x == np.floor(x))

    def log_base_measure(self, x: ArrayLike) -> Any:
        return -special.gammaln(_numbers(x) + 1)

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return (x,)

    def log_normalizer_formula(self, *eta: Any) -> Any:
        return np.exp(eta[0])

    def in_natural_space(self, *eta: Any) -> Any:
        return np.full(np.shape(eta[0]), True)

    def in_mean_space(self, *mu: Any) -> Any:
        return mu[0] > 0

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        return (np.log(mu[0]),)

    def maximum_likelihood(self, x: ArrayLike) -> Array:
        """The logarithm of the mean of a sample; all as for the base class. Error: 4 ulp."""
        return self.natural_from_mean(_mean_of_counts(self, x, np.finfo(np.float64).max))

    def mean(self, eta: ArrayLike) -> Array:
        """The rate; all as for `ExponentialFamily.mean`, within 1 ulp."""
        return np.exp(self._natural(eta))

    def covariance(self, eta: ArrayLike) -> Array:
        """The rate, as a matrix; all as for `ExponentialFamily.covariance`, within 1 ulp."""
        return self.mean(eta)[..., None]

    def log_density(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """As for `ExponentialFamily.log_density`, from the deviance of the rate from the count.

        error   for real eta at most 4 ulp
        source: Loader 2000, *Fast and accurate computation of binomial probabilities*
        """
        def log_density(x: Array, eta: Array) -> Double:
            log_x, rate = log(Double(x)), exp(Double(eta), full=True)
            some = -deviance(Double(x), rate, eta - log_x) - (remainder(x) + log_x)
            return choose(x == 0, -rate, some)

        return self._inside(log_density, x, eta)

    def entropy(self, eta: ArrayLike) -> Any:
        """The entropy, the sum of -p log p; there is no closed form, as there is none of E[log X!].

        eta     natural parameters (nats), shape (..., 1)
        returns array of shape (...), nats; not negative
        error   at most 16 ulp
        raises  ValueError for a parameter that is not finite
        source: Evans, Boersma, Blachman & Jagers 1988, doi:10.1137/1030059, for the expansion
        """
        eta = self._natural(eta)
        rate = np.exp(eta[..., 0])
        # Beyond four times the largest rate summed, less than exp(-250) of the probability is
        # left.
        counts = np.arange(4 * POISSON_LARGE)
        log_p = self.log_density(counts, np.minimum(eta, np.log(POISSON_LARGE))[..., None, :])
        p = np.exp(log_p)
        summed = -np.where(p > 0, p * log_p, 0).sum(axis=-1)
        rest = sum(c / rate**n for n, c in enumerate(POISSON_EXPANSION, start=1))
        expanded = 0.5 * (np.log(2 * np.pi * np.e) + eta[..., 0]) - rest
        return np.where(rate < POISSON_LARGE, summed, expanded)[()]

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """b - a - a log(b / a) of rates a and b; all as for `ExponentialFamily.kl_divergence`.

        error   at most 4 ulp
        """
        def divergence(eta: Array, other: Array) -> Double:
            step = Double(other) - eta
            close, up = np.abs(step.head) < 1, step.head > 0
            # In units of the larger rate, which may overflow where the divergence does not.
            larger = np.where(close, eta, np.maximum(eta, other))
            lowered = np.where(larger > LARGE, -LOWERED, 0)
            near = _exp_less_line(step)
            far = choose(up, 1.0 - (step + 1.0) * exp(-step, full=True),
                         exp(step, full=True) - 1.0 - step)
            scaled = exp(Double(larger), lowered, full=True) * choose(close, near, far)
            return Double(np.where(step.head == 0, 0, np.ldexp(scaled.rounded(), -lowered)))

        return self._closed(divergence, super().kl_divergence, eta, other)

    def cdf(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The probability of at most x; shapes as for `log_density`."""
        x = numbers(x)
        count = np.floor(np.clip(x, 0, LARGEST_COUNT))
        below = special.pdtr(count, self.usual_parameters(eta))
        return np.where(x < 0, 0.0, below)[()]

    def sample(self, eta: ArrayLike, rng: np.random.Generator, size: Any = ()) -> Any:
        """Outcomes; all as for `ExponentialFamily.sample`. ValueError for rates above 9e18."""
        return self._drawn(lambda shape, rate: rng.poisson(rate, shape), eta, size)

    def natural_parameter(self, rate: ArrayLike) -> Array:
        """The natural parameter of a rate, the mean count; shape (...) to (..., 1).

        raises  ValueError for a rate that is not positive
        """
        return self._natural(_stack(np.log(_positive_number("rate", rate))))

    def usual_parameters(self, eta: ArrayLike) -> Any:
        """The rate, shape (..., 1) to (...)."""
        return np.exp(self._natural(eta)[..., 0])


class Bernoulli(ExponentialFamily):
    """The Bernoulli distribution over 0 and 1.

    t(x) = x, h(x) = 1, A(eta) = log(1 + exp(eta)), the softplus; eta = log(p / (1 - p)).
    source: Wainwright & Jordan 2008, table 3.1, doi:10.1561/2200000001
    """

    dimension, natural_space, mean_space = 1, "the real line", "0 < E[x] < 1"
    initial_is_exact = True

    def support(self, x: ArrayLike) -> Any:
        return np.isin(x, (0, 1))

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return (x,)

    def log_normalizer_formula(self, *eta: Any) -> Any:
        return np.logaddexp(eta[0], 0.0)

    def in_natural_space(self, *eta: Any) -> Any:
        return np.full(np.shape(eta[0]), True)

    def in_mean_space(self, *mu: Any) -> Any:
        return (mu[0] > 0) & (mu[0] < 1)

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        return (logit(mu[0]),)

    def log_normalizer(self, eta: ArrayLike) -> Any:
        """The softplus; all as for `ExponentialFamily.log_normalizer`, within 2 ulp."""
        return softplus(self._natural(eta)[..., 0])

    def maximum_likelihood(self, x: ArrayLike) -> Array:
        """The logit of the mean of a sample; all as for the base class. Error: 4 ulp."""
        return self.natural_from_mean(_mean_of_counts(self, x, 1.0))

    def mean(self, eta: ArrayLike) -> Array:
        """The probability of 1, the sigmoid; all as for `ExponentialFamily.mean`, within 2 ulp."""
        return sigmoid(self._natural(eta))  # type: ignore[no-any-return]

    def covariance(self, eta: ArrayLike) -> Array:
        """p (1 - p), as a matrix; all as for `ExponentialFamily.covariance`."""
        eta = self._natural(eta)
        return (sigmoid(eta) * sigmoid(-eta))[..., None]  # type: ignore[no-any-return]

    def log_density(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The log-probability; all as for `ExponentialFamily.log_density`, within 2 ulp."""
        def log_density(x: Array, eta: Array) -> Double:
            return Double(np.asarray(log_sigmoid(np.where(x == 1, eta, -eta))))

        return self._inside(log_density, x, eta)

    def entropy(self, eta: ArrayLike) -> Any:
        """-p log p - (1 - p) log(1 - p); all as for `ExponentialFamily.entropy`, within 2 ulp."""
        return categorical.entropy(_two(self._natural(eta)))

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """As for `ExponentialFamily.kl_divergence`, within 2 ulp of max(D, 1e-290)."""
        return categorical.kl_divergence(_two(self._natural(eta)), _two(self._natural(other)))

    def cdf(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The probability of at most x; shapes as for `log_density`."""
        x = numbers(x)
        below = sigmoid(-self._natural(eta)[..., 0])
        return np.where(x < 0, 0.0, np.where(x < 1, below, np.where(np.isnan(x), np.nan, 1.0)))[()]

    def sample(self, eta: ArrayLike, rng: np.random.Generator, size: Any = ()) -> Any:
        """Outcomes; all as for `ExponentialFamily.sample`."""
        return self._drawn(lambda shape, p: (rng.random(shape) < p).astype(np.int64), eta, size)

    def natural_parameter(self, p: ArrayLike) -> Array:
        """The natural parameter of a probability of 1, the logit; shape (...) to (..., 1).

        raises  ValueError for a probability that is not between 0 and 1
        """
        return self._natural(_stack(np.asarray(logit(p), np.float64)))

    def usual_parameters(self, eta: ArrayLike) -> Any:
        """The probability of 1, shape (..., 1) to (...)."""
        return sigmoid(self._natural(eta)[..., 0])


def _location(first: Array, second: Array) -> Double:
    """The mean of a normal distribution, to twice the precision."""
    return Double(-0.5 * first) / second


def _locations_apart(first: Array, second: Array, first_of_other: Array,
                     second_of_other: Array) -> Double:
    """The difference of two means, from products that are exact: it keeps its digits however close
    they are. Powers of two are set apart, so that no product overflows."""
    (a, power), (b, power_of_other) = np.frexp(second), np.frexp(second_of_other)
    crossed = (Double(np.ldexp(first_of_other, -power_of_other)) * a
               - Double(np.ldexp(first, -power)) * b)
    return crossed * 0.5 / a / b


def _log_ratio(a: Array, b: Array) -> Double:
    """log(a / b) of two numbers of one sign."""
    return log(Double(np.abs(a))) - log(Double(np.abs(b)))


def _shape_divergence(a: Array, b: Array) -> Double:
    """The divergence of two gamma distributions of equal means, given their shapes.

    With F(a) = log Gamma(a) - (a log a - a), which is convex, it is F(b) - F(a) - (b - a) F'(a).
    Where a and b are close, that is an integral of F'' = trigamma - 1 / a, which is positive.
    """
    step = b - a
    points = a[..., None] + NODES * step[..., None]
    points = np.where(points > 0, points, 1.0)
    # In units of the points, whose squares would underflow or overflow.
    heights = curvature(points) * (step[..., None] / points) ** 2
    near = ((1 - NODES) * NODE_WEIGHTS * heights).sum(axis=-1)
    far = remainder(b) - remainder(a) + (Double(b) - a) * log_less_digamma(a)
    return choose((b < 2 * a) & (a < 2 * b), Double(near), far)


def _exp_less_line(y: Double) -> Any:
    """exp(y) - 1 - y for |y| < 1: the terms of a series, each a part of the one before."""
    total: Any = 0.0
    for n in range(24, 2, -1):
        total = (1 + total) * y.head / n
    return y * y * 0.5 * (Double(1.0) + total)


def _positive(x: ArrayLike) -> Any:
    x = numbers(x)
    return np.isfinite(x) & (x > 0)


def _positive_number(name: str, x: ArrayLike) -> Array:
    array = _numbers(x)
    bad = ~(array.real > 0) & ~np.isnan(array)
    if np.any(bad):
        where = tuple(int(i) for i in np.argwhere(bad)[0])
        at = f" at index {where}" if where else ""
        raise ValueError(f"the {name} must be positive{at}, not {array[where]}")
    return array


def _numbers(x: ArrayLike) -> Array:
    array = numbers(x)
    return array if np.iscomplexobj(array) else array.astype(np.float64)


def _parts(vector: Array) -> tuple[Any, ...]:
    return tuple(vector[..., i] for i in range(vector.shape[-1]))


def _two(eta: Array) -> Array:
    """The natural parameter of two outcomes."""
    return np.concatenate([eta, np.zeros_like(eta)], axis=-1)


def _stack(*parts: Array) -> Array:
    result = np.empty((*np.broadcast(*parts).shape, len(parts)), np.result_type(*parts))
    for i, part in enumerate(parts):
        result[..., i] = part
    return result


def _mean_of(x: Array) -> Array:
    """The means of samples on the last axis; a sum may overflow where its mean does not."""
    mean = np.asarray(x.mean(axis=-1, dtype=np.float64))
    if np.isfinite(mean).all():
        return mean
    return np.asarray((x / x.shape[-1]).sum(axis=-1, dtype=np.float64))


def _mean_of_counts(family: ExponentialFamily, x: ArrayLike, largest: float) -> Array:
    """The means of samples of counts, with a last axis of length 1. What is outside the support is
    looked for only where the extremes, or parts of numbers, say that there is some."""
    x = samples(x)
    is_inside = x.size == 0 or (x.min() >= 0 and x.max() <= largest and (
        x.dtype.kind in "iub" or bool((np.floor(x) == x).all())))
    if not is_inside:
        family._sample(x)
    return _mean_of(x)[..., None]


def _matrix(first: Array, mixed: Array, second: Array) -> Array:
    return np.stack([_stack(first, mixed), _stack(mixed, second)], axis=-2)

bernoulli, exponential, normal, gamma, poisson = (
    Bernoulli(), Exponential(), Normal(), Gamma(), Poisson())
