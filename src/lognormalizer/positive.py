"""More exponential families over positive numbers, in a few lines each, see `declared`."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import special

from lognormalizer.declared import (
    LINE,
    NEGATIVE,
    NORMAL_MEANS,
    NORMAL_SPACE,
    POSITIVE_MEAN,
    Declared,
    positive,
)
from lognormalizer.family import Array

LOG_ROOT_2_PI = 0.5 * float(np.log(2 * np.pi))


def erlang(shape: int) -> Declared:
    """The gamma distribution with a known whole shape; the usual parameter is the rate."""
    return Declared(
        f"erlang({shape})", positive, lambda x: (x,), lambda s: -shape * np.log(-s), NEGATIVE,
        POSITIVE_MEAN, lambda rate: (-rate,), lambda s: (-s,), lambda m: (-shape / m,),
        log_h_formula=lambda x: (shape - 1) * np.log(x) - special.gammaln(shape),
        mean_log_h=lambda eta, mu: ((shape - 1) * (special.digamma(shape) - np.log(-eta[0]))
                                    - special.gammaln(shape)),
        draw=lambda rng, size, rate: rng.gamma(shape, 1 / rate, size))


log_normal_unit_variance = Declared(
    "log_normal_unit_variance", positive, lambda x: (np.log(x),), lambda s: s * s / 2, LINE, LINE,
    lambda m: (m,), lambda s: (s,), lambda m: (m,),
    log_h_formula=lambda x: -np.log(x) ** 2 / 2 - LOG_ROOT_2_PI - np.log(x),
    mean_log_h=lambda eta, mu: -(mu[0] ** 2 + 1) / 2 - LOG_ROOT_2_PI - mu[0],
    draw=lambda rng, shape, m: rng.lognormal(m, 1.0, shape))


def _inverse_softplus(x: Array) -> Any:
    """The y of which x is the softplus log(1 + e^y)."""
    return x + np.log(-np.expm1(-x))


def _log_slope(x: Array) -> Any:
    """The logarithm of dy/dx = 1 / (1 - e^-x)."""
    return -np.log(-np.expm1(-x))


softplus_normal = Declared(
    "softplus_normal", positive, lambda x: (_inverse_softplus(x), _inverse_softplus(x) ** 2),
    lambda a, b: -a * a / (4 * b) - 0.5 * np.log(-2 * b), NORMAL_SPACE, NORMAL_MEANS,
    lambda m, v: (m / v, -1 / (2 * v)), lambda a, b: (-a / (2 * b), -1 / (2 * b)),
    lambda m, q: (m / (q - m * m), -0.5 / (q - m * m)),
    log_h_formula=lambda x: _log_slope(x) - LOG_ROOT_2_PI,
    draw=lambda rng, shape, m, v: np.logaddexp(0, rng.normal(m, np.sqrt(v), shape)), size=2)

softplus_normal_unit_variance = Declared(
    "softplus_normal_unit_variance", positive, lambda x: (_inverse_softplus(x),),
    lambda s: s * s / 2, LINE, LINE, lambda m: (m,), lambda s: (s,), lambda m: (m,),
    log_h_formula=lambda x: _log_slope(x) - _inverse_softplus(x) ** 2 / 2 - LOG_ROOT_2_PI,
    draw=lambda rng, shape, m: np.logaddexp(0, rng.normal(m, 1.0, shape)))
