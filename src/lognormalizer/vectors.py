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
