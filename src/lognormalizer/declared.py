"""Exponential families in a few lines each: what `ExponentialFamily` derives, from formulas alone.

Each is declared by what its row in the table of families says: outcomes, base measure, statistic,
log-normalizer, parameter space and usual parameters. Density, mean, covariance, divergence, fit,
prior and posterior follow. The closed forms of `lognormalizer.families` keep more digits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import combinations, permutations, product
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from lognormalizer.double_double import LOG_2, Double, exp, log
from lognormalizer.double_double import choose as choose_double
from lognormalizer.family import Array, ExponentialFamily
from lognormalizer.finite import Finite
from lognormalizer.stirling import deviance, shape_of_gap
from lognormalizer.taylor import choose
from lognormalizer.tiling import numbers
from lognormalizer.two_outcomes import log_binomial, log_negative_binomial

Formula = Callable[..., Any]


@dataclass(frozen=True)
class Space:
    """A set of parameters or of means: in words, and as a test of their components."""

    words: str
    holds: Formula


@dataclass(frozen=True)
class Inside:
    """A family as a part of a larger one, whose parameter is a linear function of its own.

    There A is the same, times a factor. So means, covariances and divergences are those of the
    larger family, in the directions of the part.
    """

    larger: str  # its name in `families`, which imports this module
    matrix: Array  # of shape (d of the larger, d)
    offset: Array
    factor: float = 1.0

    @property
    def family(self) -> Any:
        return getattr(import_module("lognormalizer.families"), self.larger)

    def parameter(self, eta: Array) -> Array:
        return eta @ self.matrix.T + self.offset

    def along(self, vectors: Array) -> Array:
        """Vectors of the larger family in the directions of the part, times the factor. What is
        infinite in another direction is none of it."""
        terms = np.where(self.matrix == 0, 0, vectors[..., None] * self.matrix)
        return self.factor * terms.sum(axis=-2)  # type: ignore[no-any-return]


@dataclass(frozen=True, eq=False, repr=False)
class Declared(ExponentialFamily):
    """An exponential family that is told by its formulas.

    title                 its name
    outcomes(x)           whether x can happen
    statistic(x)          the components of t(x), a tuple
    formula(*eta)         A(eta), as `log_normalizer_formula` of the base class
    space, means          of the natural parameters, and of the means of the statistic
    natural(*usual)       the components of eta, a tuple
    usual(*eta)           the parameters of textbooks, a tuple
    from_mean(*mu)        the components of eta for a mean, or a first guess of them, a tuple
    is_exact              whether there is no more to it
    log_h(x)              the logarithm of the base measure
    mean_log_h(eta, mu)   its mean, of the parameters and the means; without it no entropy
    draw(rng, shape, *usual)  outcomes at random
    precise(*eta)         A(eta) of real numbers, where the formula loses digits
    divergence(*eta, *other)  of the second from the first, of real numbers, where it keeps digits
    inside                a family that this one is part of, and that keeps digits
    distribution(x, *usual)  the probability of at most x
    slope                 c where log h(x) = c^T t(x) and a constant, as where h is constant
    log_density_formula(x, *eta)  of real numbers, where the sum of its terms loses digits
    """

    title: str
    outcomes: Formula
    statistic_formula: Formula
    formula: Formula
    space: Space
    means: Space
    natural: Formula
    usual: Formula
    from_mean: Formula
    is_exact: bool = True
    log_h_formula: Formula | None = None
    mean_log_h: Formula | None = None
    draw: Formula | None = None
    size: int = 1
    precise: Formula | None = None
    divergence: Formula | None = None
    inside: Inside | None = None
    distribution: Formula | None = None
    slope: tuple[float, ...] | None = None
    log_density_formula: Formula | None = None

    @property
    def name(self) -> str:
        return self.title

    @property
    def dimension(self) -> int:  # type: ignore[override]
        return self.size

    @property
    def natural_space(self) -> str:  # type: ignore[override]
        return self.space.words

    @property
    def mean_space(self) -> str:  # type: ignore[override]
        return self.means.words

    @property
    def initial_is_exact(self) -> bool:  # type: ignore[override]
        return self.is_exact

    def support(self, x: ArrayLike) -> Any:
        return self.outcomes(numbers(x))

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return self.statistic_formula(x)  # type: ignore[no-any-return]

    def log_base_measure(self, x: ArrayLike) -> Any:
        x = numbers(x).astype(np.float64)
        return np.zeros(x.shape)[()] if self.log_h_formula is None else self.log_h_formula(x)

    def mean_log_base_measure(self, eta: Array) -> Any:
        if self.log_h_formula is None:
            return 0.0
        if self.mean_log_h is None:
            raise TypeError(f"{self.name}: the mean of the logarithm of its base measure, which an "
                            "entropy needs, has no formula here")
        return self.mean_log_h(np.moveaxis(eta, -1, 0), np.moveaxis(self.mean(eta), -1, 0))

    def log_normalizer(self, eta: ArrayLike) -> Any:
        """The log-normalizer; all as for `ExponentialFamily.log_normalizer`."""
        if self.precise is not None:
            return self._closed(self.precise, super().log_normalizer, eta)
        larger = self._in_larger(eta)
        if larger is None:
            return super().log_normalizer(eta)
        part, parameter = larger
        return part.factor * part.family.log_normalizer(parameter)

    def log_density(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The logarithm of the density; all as for `ExponentialFamily.log_density`."""
        if self.log_density_formula is None:
            return super().log_density(x, eta)
        return self._inside(self.log_density_formula, x, eta)

    def mean(self, eta: ArrayLike) -> Array:
        """The mean of the statistic; all as for `ExponentialFamily.mean`."""
        if (larger := self._in_larger(eta)) is None:
            return super().mean(eta)
        part, parameter = larger
        return part.along(part.family.mean(parameter))

    def covariance(self, eta: ArrayLike) -> Array:
        """The covariance of the statistic; all as for `ExponentialFamily.covariance`."""
        if (larger := self._in_larger(eta)) is None:
            return super().covariance(eta)
        part, parameter = larger
        columns = np.swapaxes(part.along(part.family.covariance(parameter)), -1, -2)
        return part.along(columns) / part.factor

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """The KL divergence; all as for `ExponentialFamily.kl_divergence`."""
        if self.divergence is not None:
            return self._closed(self.divergence, super().kl_divergence, eta, other)
        larger, larger_of_other = self._in_larger(eta), self._in_larger(other)
        if larger is None or larger_of_other is None:
            return super().kl_divergence(eta, other)
        part, parameter = larger
        return part.factor * part.family.kl_divergence(parameter, larger_of_other[1])

    def _in_larger(self, eta: ArrayLike) -> tuple[Inside, Array] | None:
        """The larger family that real parameters are part of, and those of it; where there is."""
        eta = self._natural(eta)
        if self.inside is None or np.iscomplexobj(eta):
            return None
        return self.inside, self.inside.parameter(eta)

    def product(self, eta: ArrayLike, other: ArrayLike) -> Array:
        """As for `ExponentialFamily.product`; of the two factors h one goes into the parameter."""
        if self.slope is None and self.log_h_formula is not None:
            return super().product(eta, other)
        shift = np.asarray(self.slope or (0.0,) * self.size)
        return self._natural(self._natural(eta) + self._natural(other) + shift)

    def cdf(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The probability of at most x; all as for `ExponentialFamily.cdf`."""
        if self.distribution is None:
            return super().cdf(x, eta)
        return np.asarray(self.distribution(numbers(x), *self.usual_parameters(eta)))[()]

    def log_normalizer_formula(self, *eta: Any) -> Any:
        return self.formula(*eta)

    def in_natural_space(self, *eta: Any) -> Any:
        return self.space.holds(*eta)

    def in_mean_space(self, *mu: Any) -> Any:
        return self.means.holds(*mu)

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        return self.from_mean(*mu)  # type: ignore[no-any-return]

    def natural_parameter(self, *usual: ArrayLike) -> Array:
        """The natural parameter of the usual ones, shapes (...) to (..., d).

        raises  ValueError for a parameter outside its space
        """
        parts = self.natural(*(numbers(value).astype(np.float64) for value in usual))
        return self._natural(np.stack(np.broadcast_arrays(*parts), axis=-1))

    def usual_parameters(self, eta: ArrayLike) -> tuple[Any, ...]:
        """The parameters of textbooks, shape (..., d) to (...) each."""
        return self.usual(*np.moveaxis(self._natural(eta), -1, 0))  # type: ignore[no-any-return]

    def sample(self, eta: ArrayLike, rng: np.random.Generator, size: Any = ()) -> Any:
        """Outcomes; all as for `ExponentialFamily.sample`."""
        if self.draw is None:
            return super().sample(eta, rng, size)
        draw = self.draw
        return self._drawn(lambda shape, *usual: draw(rng, shape, *usual), eta, size)


# ---------------------------------------------------------------------------------- the sets

LINE = Space("the real line", lambda s: np.isfinite(s))
NEGATIVE = Space("eta < 0", lambda s: s < 0)
POSITIVE = Space("eta > 0", lambda s: s > 0)
POSITIVE_MEAN = Space("E[t] > 0", lambda m: m > 0)
NEGATIVE_MEAN = Space("E[t] < 0", lambda m: m < 0)
NORMAL_SPACE = Space("eta_2 < 0", lambda a, b: b < 0)
NORMAL_MEANS = Space("E[t_2] > E[t_1]^2", lambda m, q: q > m * m)


def counts(x: Array) -> Any:
    return np.isfinite(x) & (x >= 0) & (x == np.floor(x))


def positive(x: Array) -> Any:
    return np.isfinite(x) & (x > 0)


def inside(x: Array) -> Any:
    return (x > 0) & (x < 1)


# ------------------------------------------------------------ what several of them have in common


def _by_ratio(factor: float) -> Formula:
    """The divergence of families with A(eta) = -factor log |eta|, by the ratio of parameters."""
    def divergence(eta: Array, other: Array) -> Double:
        ratio = Double(other) / eta
        log_ratio = log(Double(np.abs(other))) - log(Double(np.abs(eta)))
        return deviance(Double(np.ones_like(eta)), ratio, log_ratio) * factor

    return divergence


def _of_counts(below: Formula) -> Formula:
    """A distribution function of numbers, by one of counts."""
    return lambda x, *usual: np.where(
        x < 0, 0.0, below(np.floor(np.clip(x, 0, LARGEST_COUNT)), *usual))


def _of_positive(below: Formula) -> Formula:
    """The same, by one of positive numbers."""
    return lambda x, *usual: np.where(x <= 0, 0.0, below(np.maximum(x, SMALLEST), *usual))


def _of_parts(below: Formula) -> Formula:
    """The same, by one of numbers from 0 to 1."""
    return lambda x, *usual: below(np.clip(x, 0, 1), *usual)


LARGEST_COUNT, SMALLEST = 1e300, 5e-324

# ------------------------------------------------------------------------------------ counts


def _log_one_less_exp(s: Any) -> Any:
    """log(1 - e^s) for s < 0."""
    return choose(s, -0.7, np.log(-np.expm1(s)), np.log1p(-np.exp(s)))


def _log_of_log_series(s: Any) -> Any:
    """log(-log(1 - e^s)), which is s and what the series of -log(1 - u) / u has beside 1."""
    u, rest = np.exp(s), 0.0
    for n in range(40, 1, -1):
        rest = (rest + 1 / n) * u
    return choose(s, -1.0, np.log(-_log_one_less_exp(s)), s + np.log1p(rest))


def _precise_log_of_log_series(s: Array) -> Double:
    near = -log(1.0 - exp(Double(np.maximum(s, -1.0)), full=True))
    return choose_double(s > -1, log(near), Double(_log_of_log_series(np.minimum(s, -1.0))))


def binomial(trials: int) -> Declared:
    """The successes in a known number of trials; the usual parameter is their probability."""
    return Declared(
        f"binomial({trials})", lambda x: counts(x) & (x <= trials), lambda x: (x,),
        lambda s: trials * np.logaddexp(0.0, s), LINE,
        Space(f"0 < E[t] < {trials}", lambda m: (m > 0) & (m < trials)),
        lambda q: (special.logit(q),), lambda s: (special.expit(s),),
        lambda m: (np.log(m) - np.log(trials - m),),
        log_h_formula=lambda x: (special.gammaln(trials + 1) - special.gammaln(x + 1)
                                 - special.gammaln(trials - x + 1)),
        draw=lambda rng, shape, q: rng.binomial(trials, q, shape),
        inside=Inside("bernoulli", np.eye(1), np.zeros(1), factor=trials),
        distribution=_of_counts(lambda x, q: special.bdtr(np.minimum(x, trials), trials, q)),
        log_density_formula=partial(log_binomial, trials))


def negative_binomial(successes: float) -> Declared:
    """The failures before a known number of successes, at least 0 but not always whole."""
    return Declared(
        f"negative_binomial({successes})", counts, lambda x: (x,),
        lambda s: -successes * _log_one_less_exp(s), NEGATIVE, POSITIVE_MEAN,
        lambda q: (np.log1p(-q),), lambda s: (-np.expm1(s),),
        lambda m: (-np.log1p(successes / m),),
        log_h_formula=lambda x: (special.gammaln(x + successes) - special.gammaln(x + 1)
                                 - special.gammaln(successes)),
        draw=lambda rng, shape, q: rng.negative_binomial(successes, q, shape),
        distribution=_of_counts(lambda x, q: special.betainc(successes, x + 1, q)),
        log_density_formula=partial(log_negative_binomial, successes))


geometric = Declared(
    "geometric", counts, lambda x: (x,), lambda s: -_log_one_less_exp(s), NEGATIVE, POSITIVE_MEAN,
    lambda q: (np.log1p(-q),), lambda s: (-np.expm1(s),), lambda m: (-np.log1p(1 / m),),
    draw=lambda rng, shape, q: rng.geometric(q, shape) - 1,
    distribution=_of_counts(lambda x, q: -np.expm1((x + 1) * np.log1p(-q))))

logarithmic = Declared(
    "logarithmic", lambda x: counts(x) & (x > 0), lambda x: (x,),
    _log_of_log_series, NEGATIVE, Space("E[t] > 1", lambda m: m > 1),
    lambda q: (np.log(q),), lambda s: (np.exp(s),), lambda m: (np.log1p(-1 / (2 * m - 1)),),
    is_exact=False, log_h_formula=lambda x: -np.log(x),
    draw=lambda rng, shape, q: rng.logseries(q, shape), precise=_precise_log_of_log_series)

# ------------------------------------------------------------------------- positive numbers

chi_squared = Declared(
    "chi_squared", positive, lambda x: (np.log(x),),
    lambda s: special.loggamma(s) + s * np.log(2.0), POSITIVE, LINE,
    lambda k: (k / 2,), lambda s: (2 * s,), lambda m: (np.exp(m - np.log(2.0)) + 0.5,),
    is_exact=False, log_h_formula=lambda x: -x / 2 - np.log(x),
    mean_log_h=lambda eta, mu: -eta[0] - mu[0],
    draw=lambda rng, shape, k: rng.chisquare(k, shape),
    inside=Inside("gamma", np.array([[1.0], [0.0]]), np.array([0.0, -0.5])),
    distribution=_of_positive(lambda x, k: special.chdtr(k, x)))


def _inverse_gamma_from_mean(m: Array, q: Array) -> tuple[Array, Array]:
    shape = shape_of_gap((log(Double(-q)) - m).rounded())
    return shape, -shape / q


inverse_gamma = Declared(
    "inverse_gamma", positive, lambda x: (-np.log(x), -1 / x),
    lambda a, b: special.loggamma(a) - a * np.log(b),
    Space("eta > 0", lambda a, b: (a > 0) & (b > 0)),
    Space("E[t_1] < log(-E[t_2])", lambda m, q: (q < 0) & (m < np.log(-q))),
    lambda shape, scale: (shape, scale), lambda a, b: (a, b),
    _inverse_gamma_from_mean,
    log_h_formula=lambda x: -np.log(x), mean_log_h=lambda eta, mu: mu[0],
    draw=lambda rng, shape, a, b: 1 / rng.gamma(a, 1 / b, shape), size=2,
    inside=Inside("gamma", np.diag([1.0, -1.0]), np.zeros(2)), slope=(1.0, 0.0),
    distribution=_of_positive(lambda x, a, b: special.gammaincc(a, b / x)))


def _inverse_gaussian_divergence(a: Array, b: Array, a_of_other: Array,
                                 b_of_other: Array) -> Double:
    """By the ratio of the shapes, and by the difference of the squares of the means, b / a, from
    products that are exact."""
    ratio = deviance(Double(np.ones_like(b)), Double(b_of_other) / b,
                     log(Double(-b_of_other)) - log(Double(-b)))
    mean, mean_of_other = np.sqrt(b / a), np.sqrt(b_of_other / a_of_other)
    apart = (Double(b) * a_of_other - Double(b_of_other) * a) / a / a_of_other
    apart = apart / (mean + mean_of_other) / mean_of_other
    return ratio * 0.5 + apart * apart * -b_of_other / mean


def _inverse_gaussian_cdf(x: Array, mean: Array, shape: Array) -> Any:
    near, far = np.sqrt(shape / x), np.sqrt(shape) / mean * np.sqrt(x)
    return special.ndtr(far - near) + np.exp(2 * shape / mean + special.log_ndtr(-far - near))



inverse_gaussian = Declared(
    "inverse_gaussian", positive, lambda x: (x, 1 / x),
    lambda a, b: -2 * np.sqrt(a * b) - 0.5 * np.log(-2 * b),
    Space("eta < 0", lambda a, b: (a < 0) & (b < 0)),
    Space("E[t_1] E[t_2] > 1", lambda m, q: (m > 0) & (m * q > 1)),
    lambda mean, shape: (-shape / (2 * mean * mean), -shape / 2),
    lambda a, b: (np.sqrt(b / a), -2 * b),
    lambda m, q: (-1 / (2 * m * (m * q - 1)), -m / (2 * (m * q - 1))),
    log_h_formula=lambda x: -0.5 * np.log(2 * np.pi) - 1.5 * np.log(x),
    draw=lambda rng, shape, mean, lam: rng.wald(mean, lam, shape), size=2,
    divergence=_inverse_gaussian_divergence, distribution=_of_positive(_inverse_gaussian_cdf))


def weibull(shape: float) -> Declared:
    """The Weibull distribution with a known shape; the usual parameter is the scale."""
    return Declared(
        f"weibull({shape})", positive, lambda x: (x**shape,),
        lambda s: -np.log(-s) - np.log(shape), NEGATIVE, POSITIVE_MEAN,
        lambda scale: (-(scale**-shape),), lambda s: ((-s) ** (-1 / shape),), lambda m: (-1 / m,),
        log_h_formula=lambda x: (shape - 1) * np.log(x),
        mean_log_h=lambda eta, mu: (shape - 1) / shape * (-np.euler_gamma - np.log(-eta[0])),
        draw=lambda rng, size, scale: scale * rng.weibull(shape, size),
        precise=lambda s: -log(Double(-s) * shape),
        divergence=_by_ratio(1),
        distribution=_of_positive(lambda x, scale: -np.expm1(-((x / scale) ** shape))))


def _lengths(title: str, components: int) -> Declared:
    """The length of a vector of independent normals of one variance, the usual parameter."""
    half = components / 2
    constant = (1 - half) * np.log(2.0) - special.gammaln(half)
    return Declared(
        title, positive, lambda x: (x * x,), lambda s: -half * np.log(-2 * s), NEGATIVE,
        POSITIVE_MEAN, lambda v: (-1 / (2 * v),), lambda s: (-1 / (2 * s),),
        lambda m: (-half / m,),
        log_h_formula=lambda x: constant + (components - 1) * np.log(x),
        mean_log_h=lambda eta, mu: (constant + (components - 1) / 2
                                    * (special.digamma(half) - np.log(-eta[0]))),
        draw=lambda rng, shape, v: np.sqrt(v * rng.chisquare(components, shape)),
        divergence=_by_ratio(half), slope=(0.0,) if components == 1 else None,
        distribution=_of_positive(lambda x, v: special.gammainc(half, x * x / (2 * v))))


half_normal, rayleigh, maxwell = (
    _lengths("half_normal", 1), _lengths("rayleigh", 2), _lengths("maxwell", 3))

def _normal_from_mean(m: Array, q: Array) -> tuple[Array, Array]:
    variance = (q - Double(m) * m).rounded()
    return m / variance, -0.5 / variance


log_normal = Declared(
    "log_normal", positive, lambda x: (np.log(x), np.log(x) ** 2),
    lambda a, b: -a * a / (4 * b) - 0.5 * np.log(-2 * b), NORMAL_SPACE, NORMAL_MEANS,
    lambda m, v: (m / v, -1 / (2 * v)), lambda a, b: (-a / (2 * b), -1 / (2 * b)),
    _normal_from_mean,
    log_h_formula=lambda x: -0.5 * np.log(2 * np.pi) - np.log(x),
    mean_log_h=lambda eta, mu: -0.5 * np.log(2 * np.pi) - mu[0],
    draw=lambda rng, shape, m, v: rng.lognormal(m, np.sqrt(v), shape), size=2,
    inside=Inside("normal", np.eye(2), np.zeros(2)), slope=(-1.0, 0.0),
    distribution=_of_positive(lambda x, m, v: special.ndtr((np.log(x) - m) / np.sqrt(v))))

levy = Declared(
    "levy", positive, lambda x: (1 / x,), lambda s: -0.5 * np.log(-2 * s), NEGATIVE, POSITIVE_MEAN,
    lambda c: (-c / 2,), lambda s: (-2 * s,), lambda m: (-1 / (2 * m),),
    log_h_formula=lambda x: -0.5 * np.log(2 * np.pi) - 1.5 * np.log(x),
    mean_log_h=lambda eta, mu: (-0.5 * np.log(2 * np.pi)
                                - 1.5 * (np.log(-eta[0]) - special.digamma(0.5))),
    draw=lambda rng, shape, c: c / rng.chisquare(1, shape), divergence=_by_ratio(0.5),
    distribution=_of_positive(lambda x, c: special.erfc(np.sqrt(c / (2 * x)))))


def gompertz(aging: float) -> Declared:
    """The Gompertz distribution with a known rate of aging; the usual parameter is the hazard at
    birth in units of that rate."""
    return Declared(
        f"gompertz({aging})", positive, lambda x: (-np.expm1(aging * x),), lambda s: -np.log(s),
        POSITIVE, NEGATIVE_MEAN, lambda a: (a,), lambda s: (s,), lambda m: (-1 / m,),
        log_h_formula=lambda x: np.log(aging) + aging * x,
        mean_log_h=lambda eta, mu: np.log(aging) + special.hyperu(1, 1, eta[0]),
        draw=lambda rng, shape, a: np.log1p(rng.exponential(1 / a, shape)) / aging,
        divergence=_by_ratio(1),
        distribution=_of_positive(lambda x, a: -np.expm1(-a * np.expm1(aging * x))))


# ----------------------------------------------------------------------------- real numbers


def normal_variance_known(variance: float) -> Declared:
    """The normal distribution with a known variance; the usual parameter is the mean."""
    return Declared(
        f"normal_variance_known({variance})", np.isfinite, lambda x: (x,),
        lambda s: variance * s * s / 2, LINE, LINE, lambda m: (m / variance,),
        lambda s: (variance * s,), lambda m: (m / variance,),
        log_h_formula=lambda x: -x * x / (2 * variance) - 0.5 * np.log(2 * np.pi * variance),
        mean_log_h=lambda eta, mu: (-(mu[0] ** 2 + variance) / (2 * variance)
                                    - 0.5 * np.log(2 * np.pi * variance)),
        draw=lambda rng, shape, m: rng.normal(m, np.sqrt(variance), shape),
        divergence=lambda s, other: (Double(other) - s) * (Double(other) - s) * (variance / 2),
        distribution=lambda x, m: special.ndtr((x - m) / np.sqrt(variance)))


def normal_mean_known(mean: float) -> Declared:
    """The normal distribution with a known mean; the usual parameter is the variance."""
    return Declared(
        f"normal_mean_known({mean})", np.isfinite, lambda x: ((x - mean) ** 2,),
        lambda s: -0.5 * np.log(-2 * s), NEGATIVE, POSITIVE_MEAN, lambda v: (-1 / (2 * v),),
        lambda s: (-1 / (2 * s),), lambda m: (-1 / (2 * m),),
        log_h_formula=lambda x: np.full(np.shape(x), -0.5 * np.log(2 * np.pi)),
        mean_log_h=lambda eta, mu: -0.5 * np.log(2 * np.pi),
        draw=lambda rng, shape, v: rng.normal(mean, np.sqrt(v), shape), divergence=_by_ratio(0.5),
        slope=(0.0,),
        distribution=lambda x, v: special.ndtr((x - mean) / np.sqrt(v)))


gumbel = Declared(
    "gumbel", np.isfinite, lambda x: (-np.exp(-x),), lambda s: -np.log(s), POSITIVE, NEGATIVE_MEAN,
    lambda m: (np.exp(m),), lambda s: (np.log(s),), lambda m: (-1 / m,),
    log_h_formula=lambda x: -x, mean_log_h=lambda eta, mu: -np.euler_gamma - np.log(eta[0]),
    draw=lambda rng, shape, m: rng.gumbel(m, 1.0, shape), divergence=_by_ratio(1),
    distribution=lambda x, m: np.exp(-np.exp(m - x)))

skew_logistic = Declared(
    "skew_logistic", np.isfinite, lambda x: (-np.logaddexp(0.0, -x),), lambda s: -np.log(s),
    POSITIVE, NEGATIVE_MEAN, lambda a: (a,), lambda s: (s,), lambda m: (-1 / m,),
    log_h_formula=lambda x: -np.logaddexp(0.0, x),
    mean_log_h=lambda eta, mu: special.digamma(1.0) - special.digamma(eta[0] + 1),
    draw=lambda rng, shape, a: special.logit(rng.power(a, shape)), divergence=_by_ratio(1),
    distribution=lambda x, a: np.exp(a * -np.logaddexp(0.0, -x)))

laplace = Declared(
    "laplace", np.isfinite, lambda x: (np.abs(x),), lambda s: np.log(2.0) - np.log(-s), NEGATIVE,
    POSITIVE_MEAN, lambda b: (-1 / b,), lambda s: (-1 / s,), lambda m: (-1 / m,),
    draw=lambda rng, shape, b: rng.laplace(0.0, b, shape),
    precise=lambda s: LOG_2 - log(Double(-s)), divergence=_by_ratio(1),
    distribution=lambda x, b: np.where(x < 0, np.exp(np.minimum(x, 0) / b) / 2,
                                       1 - np.exp(-np.maximum(x, 0) / b) / 2))

# -------------------------------------------------------------------- numbers from 0 to 1


power_function = Declared(
    "power_function", inside, lambda x: (np.log(x),), lambda s: -np.log(s), POSITIVE,
    NEGATIVE_MEAN, lambda a: (a,), lambda s: (s,), lambda m: (-1 / m,),
    log_h_formula=lambda x: -np.log(x), mean_log_h=lambda eta, mu: -mu[0],
    draw=lambda rng, shape, a: rng.power(a, shape), divergence=_by_ratio(1), slope=(-1.0,),
    distribution=_of_parts(lambda x, a: x**a))


def kumaraswamy(first: float) -> Declared:
    """The Kumaraswamy distribution with a known first shape; the usual parameter is the second."""
    return Declared(
        f"kumaraswamy({first})", inside, lambda x: (np.log1p(-(x**first)),), lambda s: -np.log(s),
        POSITIVE, NEGATIVE_MEAN, lambda b: (b,), lambda s: (s,), lambda m: (-1 / m,),
        log_h_formula=lambda x: np.log(first) + (first - 1) * np.log(x) - np.log1p(-(x**first)),
        mean_log_h=lambda eta, mu: (np.log(first) + (1 - 1 / first) * (
            special.digamma(1.0) - special.digamma(eta[0] + 1)) - mu[0]),
        draw=lambda rng, shape, b: (1 - rng.power(b, shape)) ** (1 / first),
        divergence=_by_ratio(1),
        distribution=_of_parts(lambda x, b: -np.expm1(b * np.log1p(-(x**first)))))


# ------------------------------------------------------------ counts, rankings and spins


def multinomial(categories: int, draws: int) -> Finite:
    """The multinomial distribution; the outcomes are the counts of all categories in independent
    draws, in the order of `itertools.product`."""
    counts = np.array([one for one in product(range(draws + 1), repeat=categories)
                       if sum(one) == draws])
    return Finite(counts, special.gammaln(draws + 1) - special.gammaln(counts + 1).sum(axis=1))


def mallows(size: int) -> Finite:
    """The Mallows distribution of the rankings of a few items, which are the outcomes in the order
    of `itertools.permutations`; the statistic counts the pairs that stand the wrong way round."""
    return Finite([[sum(a > b for a, b in combinations(ranking, 2))]
                   for ranking in permutations(range(size))])


def ising_ring(spins: int) -> Finite:
    """The Ising model on a ring, with a field and a coupling; the outcomes are all spins, in the
    order of `itertools.product([-1, 1], repeat=spins)`."""
    return Finite([[sum(ring), sum(a * b for a, b in zip(ring, ring[1:] + ring[:1], strict=True))]
                   for ring in product((-1, 1), repeat=spins)])
