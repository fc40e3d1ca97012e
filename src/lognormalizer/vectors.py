"""Exponential families over vectors, in a few lines each, see `declared`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from lognormalizer.declared import Declared, Space
from lognormalizer.double_double import Double, log
from lognormalizer.family import Array
from lognormalizer.stirling import remainder
from lognormalizer.taylor import choose
from lognormalizer.tiling import numbers


@dataclass(frozen=True, eq=False, repr=False)
class DeclaredVectors(Declared):
    """An exponential family over vectors that is told by its formulas.

    Outcomes have shape (..., k), and a sample (..., n, k). The formulas of outcomes are handed
    their k components, each of shape (...); `draw` returns outcomes. All else is as for `Declared`.
    """

    components: int = 1

    def support(self, x: ArrayLike) -> Any:
        return self.outcomes(*self._components(x))

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return self.statistic_formula(*self._components(x))  # type: ignore[no-any-return]

    def log_base_measure(self, x: ArrayLike) -> Any:
        """The logarithm of the base measure, log h(x), shape (..., k) to (...)."""
        parts = self._components(x)
        if self.log_h_formula is None:
            return np.zeros(parts[0].shape)[()]
        return self.log_h_formula(*parts)

    def log_density(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """As for `ExponentialFamily.log_density`, of outcomes of shape (..., k)."""
        eta = self._natural(eta)
        inside = ((self.statistic(x) * eta).sum(axis=-1) + self.log_base_measure(x)
                  - self.log_normalizer(eta))
        is_nan = np.isnan(numbers(x)).any(axis=-1)
        return np.where(self.support(x), inside, np.where(is_nan, np.nan, -np.inf))[()]

    def _components(self, x: ArrayLike) -> tuple[Array, ...]:
        x = numbers(x).astype(np.float64)
        if x.ndim == 0 or x.shape[-1] != self.components:
            raise ValueError(f"{self.name}: expected outcomes of shape (..., {self.components}), "
                             f"got shape {x.shape}")
        return tuple(np.moveaxis(x, -1, 0))


def _sums_to_one(*x: Array) -> Any:
    """To the precision that a division by the sum leaves."""
    off = np.abs(np.sum(x, axis=0) - 1)
    return np.logical_and.reduce([part > 0 for part in x]) & (off <= 4 * len(x) * 2.0**-52)


def _log_beta(*a: Array) -> Any:
    """The logarithm of the beta function of several numbers, without what log Gamma and a log a
    share."""
    whole = sum((Double(part) for part in a[1:]), Double(a[0]))
    shares = [remainder(part) + (log(Double(part)) - log(whole)) * part for part in a]
    return sum(shares[1:], shares[0]) - remainder(whole.rounded())


def dirichlet(categories: int) -> DeclaredVectors:
    """The Dirichlet distribution of the probabilities of some categories; the usual parameters are
    one for each of them."""
    def log_normalizer(*a: Any) -> Any:
        return sum(map(special.loggamma, a)) - special.loggamma(sum(a))

    def guess(*m: Any) -> tuple[Any, ...]:
        scale = 0.5 / (1 - sum(map(np.exp, m)))
        return tuple(0.5 + scale * np.exp(part) for part in m)

    return DeclaredVectors(
        f"dirichlet({categories})", _sums_to_one, lambda *x: tuple(map(np.log, x)), log_normalizer,
        Space("eta > 0", lambda *a: np.logical_and.reduce([part > 0 for part in a])),
        Space("the sum of exp E[t_i] < 1", lambda *m: sum(map(np.exp, m)) < 1),
        lambda *a: a, lambda *a: a, guess, is_exact=False,
        log_h_formula=lambda *x: -sum(map(np.log, x)), mean_log_h=lambda eta, mu: -sum(mu),
        draw=lambda rng, shape, *a: _shares(rng.gamma(np.stack(np.broadcast_arrays(*a), axis=-1),
                                                      1.0, (*shape, categories))),
        size=categories, precise=_log_beta, components=categories)


def _shares(weights: Array) -> Any:
    return weights / weights.sum(axis=-1, keepdims=True)


# --------------------------------------------------------------------------- normal vectors


def _finite(*x: Array) -> Any:
    return np.logical_and.reduce([np.isfinite(part) for part in x])


def _squares(parts: Any) -> Any:
    return sum(part * part for part in parts)


def normal_vector_variance_known(components: int, variance: float) -> DeclaredVectors:
    """Independent normal numbers of one known variance; the usual parameters are their means."""
    log_h = -0.5 * components * np.log(2 * np.pi * variance)
    everywhere = Space("all finite vectors", _finite)
    return DeclaredVectors(
        f"normal_vector_variance_known({components}, {variance})", _finite, lambda *x: x,
        lambda *s: sum(variance * part * (part / 2) for part in s), everywhere, everywhere,
        lambda *m: tuple(part / variance for part in m),
        lambda *s: tuple(variance * part for part in s),
        lambda *m: tuple(part / variance for part in m),
        log_h_formula=lambda *x: log_h - _squares(x) / (2 * variance),
        mean_log_h=lambda eta, mu: log_h - _squares(mu) / (2 * variance) - components / 2,
        draw=lambda rng, shape, *m: rng.normal(np.stack(m, axis=-1), np.sqrt(variance),
                                               (*shape, components)),
        size=components, components=components)


def normal_vector_isotropic(components: int) -> DeclaredVectors:
    """Independent normal numbers of one unknown variance; the usual parameters are their means, and
    the variance."""
    log_h = -0.5 * components * np.log(2 * np.pi)

    def from_mean(*mu: Any) -> tuple[Any, ...]:
        variance = (mu[-1] - _squares(mu[:-1])) / components
        return *(m / variance for m in mu[:-1]), -1 / (2 * variance)

    return DeclaredVectors(
        f"normal_vector_isotropic({components})", _finite, lambda *x: (*x, _squares(x)),
        lambda *s: (-0.25 * sum(m / s[-1] * m for m in s[:-1])
                    - 0.5 * components * np.log(-2 * s[-1])),
        Space("the last of eta < 0", lambda *s: s[-1] < 0),
        Space("E[|x|^2] > |E[x]|^2", lambda *m: m[-1] > _squares(m[:-1])),
        lambda *usual: (*(m / usual[-1] for m in usual[:-1]), -1 / (2 * usual[-1])),
        lambda *s: (*(-m / (2 * s[-1]) for m in s[:-1]), -1 / (2 * s[-1])), from_mean,
        log_h_formula=lambda *x: np.full(np.shape(x[0]), log_h), mean_log_h=lambda eta, mu: log_h,
        draw=lambda rng, shape, *usual: rng.normal(
            np.stack(usual[:-1], axis=-1), np.sqrt(usual[-1])[..., None], (*shape, components)),
        size=components + 1, components=components)


def normal_vector_diagonal(components: int) -> DeclaredVectors:
    """Independent normal numbers; the usual parameters are the mean and the variance of the first,
    those of the second, and so on."""
    log_h = -0.5 * components * np.log(2 * np.pi)

    def each(formula: Any) -> Any:
        """A formula of two numbers for each component, of what they are made of in turn."""
        return lambda *values: tuple(part for pair in zip(values[::2], values[1::2], strict=True)
                                     for part in formula(*pair))

    return DeclaredVectors(
        f"normal_vector_diagonal({components})", _finite,
        lambda *x: tuple(part for one in x for part in (one, one * one)),
        lambda *s: sum(-0.25 * (a / b) * a - 0.5 * np.log(-2 * b)
                       for a, b in zip(s[::2], s[1::2], strict=True)),
        Space("every second of eta < 0",
              lambda *s: np.logical_and.reduce([b < 0 for b in s[1::2]])),
        Space("E[x_i^2] > E[x_i]^2", lambda *m: np.logical_and.reduce(
            [q > a * a for a, q in zip(m[::2], m[1::2], strict=True)])),
        each(lambda m, v: (m / v, -1 / (2 * v))), each(lambda a, b: (-a / (2 * b), -1 / (2 * b))),
        each(lambda m, q: (m / (q - m * m), -0.5 / (q - m * m))),
        log_h_formula=lambda *x: np.full(np.shape(x[0]), log_h), mean_log_h=lambda eta, mu: log_h,
        draw=lambda rng, shape, *usual: rng.normal(
            np.stack(usual[::2], axis=-1), np.sqrt(np.stack(usual[1::2], axis=-1)),
            (*shape, components)),
        size=2 * components, components=components)


# -------------------------------------------------------------------------------- directions


def _log_sinhc(square: Any) -> Any:
    """log(sinh r / r) as a function of r^2, of which it is one without a gap at zero."""
    series: Any = 1.0
    for n in range(9, 0, -1):
        series = series * square / (2.0 * n * (2.0 * n + 1)) + 1.0
    return choose(square, 1.0, _far_sinhc(np.sqrt(square)), np.log(series))


def _far_sinhc(r: Any) -> Any:
    return r + np.log(-np.expm1(-2 * r)) - np.log(2 * r)


def _log_sinhc_of_real(*s: Array) -> Any:
    """The same of a vector, whose square may overflow."""
    r = np.hypot(np.hypot(s[0], s[1]), s[2])
    return np.log(4 * np.pi) + np.where(r < 1, _log_sinhc(np.minimum(r, 1) ** 2),
                                        _far_sinhc(np.maximum(r, 1)))


def _on_the_sphere(*x: Array) -> Any:
    return np.abs(np.sqrt(_squares(x)) - 1) <= 8 * 2.0**-52


def _concentrated(*mu: Array) -> tuple[Any, ...]:
    """source: Banerjee, Dhillon, Ghosh & Sra 2005, section 4.4, for the first guess"""
    square = _squares(mu)
    return tuple(m * (3 - square) / (1 - square) for m in mu)


def _directions(rng: np.random.Generator, shape: tuple[int, ...], *usual: Array) -> Array:
    """By the height above the equator, and a place on the circle of latitude."""
    concentration, pole = usual[0], np.stack(np.broadcast_arrays(*usual[1:]), axis=-1)
    fraction = rng.random(shape)
    height = 1 + np.log(fraction + (1 - fraction) * np.exp(-2 * concentration)) / concentration
    # A vector of normal numbers, less its part along the pole, has a direction across it.
    across = rng.normal(size=(*shape, 3))
    across -= (across * pole).sum(axis=-1, keepdims=True) * pole
    across /= np.sqrt((across**2).sum(axis=-1, keepdims=True))
    drawn = height[..., None] * pole + np.sqrt(1 - height**2)[..., None] * across
    return np.asarray(drawn / np.sqrt((drawn**2).sum(axis=-1, keepdims=True)))


von_mises_fisher = DeclaredVectors(
    "von_mises_fisher", _on_the_sphere, lambda *x: x,
    lambda *s: np.log(4 * np.pi) + _log_sinhc(_squares(s)),
    Space("all of space", _finite), Space("|E[x]| < 1", lambda *m: _squares(m) < 1),
    lambda kappa, *m: tuple(kappa * part for part in m),
    lambda *s: (np.sqrt(_squares(s)), *(part / np.sqrt(_squares(s)) for part in s)), _concentrated,
    is_exact=False, draw=_directions, size=3, precise=_log_sinhc_of_real, components=3)
