"""The zeta distribution: counts whose probabilities follow a power law."""

from __future__ import annotations

from typing import Any

import numpy as np

from lognormalizer.declared import NEGATIVE_MEAN, Declared, Space, counts
from lognormalizer.family import Array
from lognormalizer.taylor import choose

SUMMED = 16  # terms before the rest is expanded
BERNOULLI = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160, -691 / 1307674368000,
             1 / 74724249600]  # the coefficients B_2k / (2k)!
FAR = 60.0  # from where on the rest is nothing beside the second term


def _log_zeta(s: Any) -> Any:
    """The logarithm of Riemann's zeta function, of a number or a power series.

    source: Edwards 1974, *Riemann's Zeta Function*, section 6.4, for the expansion
    """
    terms = sum(np.exp(-np.log(float(n)) * s) for n in range(SUMMED - 1, 1, -1))
    return np.log1p(choose(s, FAR, terms, terms + _rest(s)))


def _rest(s: Any) -> Any:
    """Of the series, by the formula of Euler and Maclaurin."""
    total: Any = 0.5 + SUMMED / (s - 1.0)
    factor: Any = s / float(SUMMED)
    for k, coefficient in enumerate(BERNOULLI):
        total = total + coefficient * factor
        factor = factor * (s + (2.0 * k + 1)) * (s + (2.0 * k + 2)) / float(SUMMED) ** 2
    return np.exp(-np.log(float(SUMMED)) * s) * total


def _guess(mean: Array) -> tuple[Any, ...]:
    """Near 1 the mean of log x is nearly 1 / (s - 1), far from it log 2 / 2^s."""
    size = -mean
    return (1 + 1 / (size + 1 / np.log2(2 + np.log(2.0) / size)),)


zeta = Declared(
    "zeta", lambda x: counts(x) & (x > 0), lambda x: (-np.log(x),), _log_zeta,
    Space("eta > 1", lambda s: s > 1), NEGATIVE_MEAN, lambda s: (s,), lambda s: (s,), _guess,
    is_exact=False, draw=lambda rng, shape, s: rng.zipf(s, shape))
