"""Exponential families in a few lines each: what `ExponentialFamily` derives, from formulas alone.

Each is declared by what its row in the table of families says: outcomes, base measure, statistic,
log-normalizer, parameter space and usual parameters. Density, mean, covariance, divergence, fit,
prior and posterior follow. The closed forms of `lognormalizer.families` keep more digits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations, permutations, product
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from lognormalizer.double_double import Double, log
from lognormalizer.family import Array, ExponentialFamily
from lognormalizer.finite import Finite
from lognormalizer.stirling import remainder
from lognormalizer.taylor import choose
from lognormalizer.tiling import numbers

Formula = Callable[..., Any]


@dataclass(frozen=True)
class Space:
    """A set of parameters or of means: in words, and as a test of their components."""

    words: str
    holds: Formula


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
        if self.precise is None:
            return super().log_normalizer(eta)
        return self._closed(self.precise, super().log_normalizer, eta)

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


# ------------------------------------------------------------------------------------ counts


def _log_one_less_exp(s: Any) -> Any:
    """log(1 - e^s) for s < 0."""
    return choose(s, -0.7, np.log(-np.expm1(s)), np.log1p(-np.exp(s)))


def _log_of_log_series(s: Any) -> Any:
    """log(-log(1 - e^s)), which is nearly s where e^s is nothing beside 1."""
    return choose(s, -37.0, np.log(-_log_one_less_exp(s)), s + np.exp(s) / 2)


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
        draw=lambda rng, shape, q: rng.binomial(trials, q, shape))


def negative_binomial(successes: float) -> Declared:
    """The failures before a known number of successes, at least 0 but not always whole."""
    return Declared(
        f"negative_binomial({successes})", counts, lambda x: (x,),
        lambda s: -successes * _log_one_less_exp(s), NEGATIVE, POSITIVE_MEAN,
        lambda q: (np.log1p(-q),), lambda s: (-np.expm1(s),),
        lambda m: (-np.log1p(successes / m),),
        log_h_formula=lambda x: (special.gammaln(x + successes) - special.gammaln(x + 1)
                                 - special.gammaln(successes)),
        draw=lambda rng, shape, q: rng.negative_binomial(successes, q, shape))


geometric = Declared(
    "geometric", counts, lambda x: (x,), lambda s: -_log_one_less_exp(s), NEGATIVE, POSITIVE_MEAN,
    lambda q: (np.log1p(-q),), lambda s: (-np.expm1(s),), lambda m: (-np.log1p(1 / m),),
    draw=lambda rng, shape, q: rng.geometric(q, shape) - 1)

logarithmic = Declared(
    "logarithmic", lambda x: counts(x) & (x > 0), lambda x: (x,),
    _log_of_log_series, NEGATIVE, Space("E[t] > 1", lambda m: m > 1),
    lambda q: (np.log(q),), lambda s: (np.exp(s),), lambda m: (np.log1p(-1 / (2 * m - 1)),),
    is_exact=False, log_h_formula=lambda x: -np.log(x),
    draw=lambda rng, shape, q: rng.logseries(q, shape))

# ------------------------------------------------------------------------- positive numbers

chi_squared = Declared(
    "chi_squared", positive, lambda x: (np.log(x),),
    lambda s: special.loggamma(s) + s * np.log(2.0), POSITIVE, LINE,
    lambda k: (k / 2,), lambda s: (2 * s,), lambda m: (np.exp(m - np.log(2.0)) + 0.5,),
    is_exact=False, log_h_formula=lambda x: -x / 2 - np.log(x),
    mean_log_h=lambda eta, mu: -eta[0] - mu[0],
    draw=lambda rng, shape, k: rng.chisquare(k, shape))


def _shape_of(gap: Any) -> Any:
    """The shape of a gamma distribution whose log E[x] - E[log x] is the gap, roughly.
    source: Minka 2002"""
    return (3 - gap + np.sqrt((gap - 3) ** 2 + 24 * gap)) / (12 * gap)


inverse_gamma = Declared(
    "inverse_gamma", positive, lambda x: (-np.log(x), -1 / x),
    lambda a, b: special.loggamma(a) - a * np.log(b),
    Space("eta > 0", lambda a, b: (a > 0) & (b > 0)),
    Space("E[t_1] < log(-E[t_2])", lambda m, q: (q < 0) & (m < np.log(-q))),
    lambda shape, scale: (shape, scale), lambda a, b: (a, b),
    lambda m, q: (_shape_of(np.log(-q) - m), -_shape_of(np.log(-q) - m) / q), is_exact=False,
    log_h_formula=lambda x: -np.log(x), mean_log_h=lambda eta, mu: mu[0],
    draw=lambda rng, shape, a, b: 1 / rng.gamma(a, 1 / b, shape), size=2,
    precise=lambda a, b: remainder(a) + (log(Double(a)) - log(Double(b)) - 1.0) * a)

inverse_gaussian = Declared(
    "inverse_gaussian", positive, lambda x: (x, 1 / x),
    lambda a, b: -2 * np.sqrt(a * b) - 0.5 * np.log(-2 * b),
    Space("eta < 0", lambda a, b: (a < 0) & (b < 0)),
    Space("E[t_1] E[t_2] > 1", lambda m, q: (m > 0) & (m * q > 1)),
    lambda mean, shape: (-shape / (2 * mean * mean), -shape / 2),
    lambda a, b: (np.sqrt(b / a), -2 * b),
    lambda m, q: (-1 / (2 * m * (m * q - 1)), -m / (2 * (m * q - 1))),
    log_h_formula=lambda x: -0.5 * np.log(2 * np.pi) - 1.5 * np.log(x),
    draw=lambda rng, shape, mean, lam: rng.wald(mean, lam, shape), size=2)


def weibull(shape: float) -> Declared:
    """The Weibull distribution with a known shape; the usual parameter is the scale."""
    return Declared(
        f"weibull({shape})", positive, lambda x: (x**shape,),
        lambda s: -np.log(-s) - np.log(shape), NEGATIVE, POSITIVE_MEAN,
        lambda scale: (-(scale**-shape),), lambda s: ((-s) ** (-1 / shape),), lambda m: (-1 / m,),
        log_h_formula=lambda x: (shape - 1) * np.log(x),
        mean_log_h=lambda eta, mu: (shape - 1) / shape * (-np.euler_gamma - np.log(-eta[0])),
        draw=lambda rng, size, scale: scale * rng.weibull(shape, size))


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
        draw=lambda rng, shape, v: np.sqrt(v * rng.chisquare(components, shape)))


half_normal, rayleigh, maxwell = (
    _lengths("half_normal", 1), _lengths("rayleigh", 2), _lengths("maxwell", 3))

log_normal = Declared(
    "log_normal", positive, lambda x: (np.log(x), np.log(x) ** 2),
    lambda a, b: -a * a / (4 * b) - 0.5 * np.log(-2 * b), NORMAL_SPACE, NORMAL_MEANS,
    lambda m, v: (m / v, -1 / (2 * v)), lambda a, b: (-a / (2 * b), -1 / (2 * b)),
    lambda m, q: (m / (q - m * m), -0.5 / (q - m * m)),
    log_h_formula=lambda x: -0.5 * np.log(2 * np.pi) - np.log(x),
    mean_log_h=lambda eta, mu: -0.5 * np.log(2 * np.pi) - mu[0],
    draw=lambda rng, shape, m, v: rng.lognormal(m, np.sqrt(v), shape), size=2)

levy = Declared(
    "levy", positive, lambda x: (1 / x,), lambda s: -0.5 * np.log(-2 * s), NEGATIVE, POSITIVE_MEAN,
    lambda c: (-c / 2,), lambda s: (-2 * s,), lambda m: (-1 / (2 * m),),
    log_h_formula=lambda x: -0.5 * np.log(2 * np.pi) - 1.5 * np.log(x),
    mean_log_h=lambda eta, mu: (-0.5 * np.log(2 * np.pi)
                                - 1.5 * (np.log(-eta[0]) - special.digamma(0.5))),
    draw=lambda rng, shape, c: c / rng.chisquare(1, shape))


def gompertz(aging: float) -> Declared:
    """The Gompertz distribution with a known rate of aging; the usual parameter is the hazard at
    birth in units of that rate."""
    return Declared(
        f"gompertz({aging})", positive, lambda x: (-np.expm1(aging * x),), lambda s: -np.log(s),
        POSITIVE, NEGATIVE_MEAN, lambda a: (a,), lambda s: (s,), lambda m: (-1 / m,),
        log_h_formula=lambda x: np.log(aging) + aging * x,
        mean_log_h=lambda eta, mu: np.log(aging) + special.hyperu(1, 1, eta[0]),
        draw=lambda rng, shape, a: np.log1p(rng.exponential(1 / a, shape)) / aging)


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
        draw=lambda rng, shape, m: rng.normal(m, np.sqrt(variance), shape))


def normal_mean_known(mean: float) -> Declared:
    """The normal distribution with a known mean; the usual parameter is the variance."""
    return Declared(
        f"normal_mean_known({mean})", np.isfinite, lambda x: ((x - mean) ** 2,),
        lambda s: -0.5 * np.log(-2 * s), NEGATIVE, POSITIVE_MEAN, lambda v: (-1 / (2 * v),),
        lambda s: (-1 / (2 * s),), lambda m: (-1 / (2 * m),),
        log_h_formula=lambda x: np.full(np.shape(x), -0.5 * np.log(2 * np.pi)),
        mean_log_h=lambda eta, mu: -0.5 * np.log(2 * np.pi),
        draw=lambda rng, shape, v: rng.normal(mean, np.sqrt(v), shape))


gumbel = Declared(
    "gumbel", np.isfinite, lambda x: (-np.exp(-x),), lambda s: -np.log(s), POSITIVE, NEGATIVE_MEAN,
    lambda m: (np.exp(m),), lambda s: (np.log(s),), lambda m: (-1 / m,),
    log_h_formula=lambda x: -x, mean_log_h=lambda eta, mu: -np.euler_gamma - np.log(eta[0]),
    draw=lambda rng, shape, m: rng.gumbel(m, 1.0, shape))

skew_logistic = Declared(
    "skew_logistic", np.isfinite, lambda x: (-np.logaddexp(0.0, -x),), lambda s: -np.log(s),
    POSITIVE, NEGATIVE_MEAN, lambda a: (a,), lambda s: (s,), lambda m: (-1 / m,),
    log_h_formula=lambda x: -np.logaddexp(0.0, x),
    mean_log_h=lambda eta, mu: special.digamma(1.0) - special.digamma(eta[0] + 1),
    draw=lambda rng, shape, a: special.logit(rng.power(a, shape)))

laplace = Declared(
    "laplace", np.isfinite, lambda x: (np.abs(x),), lambda s: np.log(-2 / s), NEGATIVE,
    POSITIVE_MEAN, lambda b: (-1 / b,), lambda s: (-1 / s,), lambda m: (-1 / m,),
    draw=lambda rng, shape, b: rng.laplace(0.0, b, shape))

# -------------------------------------------------------------------- numbers from 0 to 1


def _log_beta(a: Array, b: Array) -> Any:
    """The logarithm of the beta function, without what log Gamma and a log a share."""
    both = Double(a) + b
    return (remainder(a) + remainder(b) - remainder(a + b)
            + (log(Double(a)) - log(both)) * a + (log(Double(b)) - log(both)) * b)


beta = Declared(
    "beta", inside, lambda x: (np.log(x), np.log1p(-x)),
    lambda a, b: special.loggamma(a) + special.loggamma(b) - special.loggamma(a + b),
    Space("eta > 0", lambda a, b: (a > 0) & (b > 0)),
    Space("exp E[t_1] + exp E[t_2] < 1", lambda m, q: np.exp(m) + np.exp(q) < 1),
    lambda a, b: (a, b), lambda a, b: (a, b),
    lambda m, q: (0.5 + 0.5 * np.exp(m) / (1 - np.exp(m) - np.exp(q)),
                  0.5 + 0.5 * np.exp(q) / (1 - np.exp(m) - np.exp(q))), is_exact=False,
    log_h_formula=lambda x: -np.log(x) - np.log1p(-x),
    mean_log_h=lambda eta, mu: -mu[0] - mu[1],
    draw=lambda rng, shape, a, b: rng.beta(a, b, shape), size=2, precise=_log_beta)

beta_prime = Declared(
    "beta_prime", positive, lambda x: (np.log(x) - np.log1p(x), -np.log1p(x)), beta.formula,
    beta.space, beta.means, beta.natural, beta.usual, beta.from_mean, is_exact=False,
    log_h_formula=lambda x: -np.log(x), mean_log_h=lambda eta, mu: mu[1] - mu[0],
    draw=lambda rng, shape, a, b: rng.gamma(a, 1.0, shape) / rng.gamma(b, 1.0, shape), size=2,
    precise=_log_beta)

power_function = Declared(
    "power_function", inside, lambda x: (np.log(x),), lambda s: -np.log(s), POSITIVE,
    NEGATIVE_MEAN, lambda a: (a,), lambda s: (s,), lambda m: (-1 / m,),
    log_h_formula=lambda x: -np.log(x), mean_log_h=lambda eta, mu: -mu[0],
    draw=lambda rng, shape, a: rng.power(a, shape))


def kumaraswamy(first: float) -> Declared:
    """The Kumaraswamy distribution with a known first shape; the usual parameter is the second."""
    return Declared(
        f"kumaraswamy({first})", inside, lambda x: (np.log1p(-(x**first)),), lambda s: -np.log(s),
        POSITIVE, NEGATIVE_MEAN, lambda b: (b,), lambda s: (s,), lambda m: (-1 / m,),
        log_h_formula=lambda x: np.log(first) + (first - 1) * np.log(x) - np.log1p(-(x**first)),
        mean_log_h=lambda eta, mu: (np.log(first) + (1 - 1 / first) * (
            special.digamma(1.0) - special.digamma(eta[0] + 1)) - mu[0]),
        draw=lambda rng, shape, b: (1 - rng.power(b, shape)) ** (1 / first))


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
