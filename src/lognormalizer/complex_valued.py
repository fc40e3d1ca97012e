"""The same functions of complex numbers, so that a complex step through them gives derivatives.

The imaginary parts keep their digits however small they are; the real parts are right to some ulp
of the largest term.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lognormalizer.log_sum_exp import log_softmax, softmax

Array = NDArray[Any]


def log1p(z: Array) -> Array:
    """log(1 + z), where numpy's has no digits in the real part of a small result."""
    result = np.empty(z.shape, z.dtype)
    near = 0.5 * np.log1p(z.real * (2 + z.real) + z.imag * z.imag)
    result.real = np.where(np.abs(z) < 0.5, near, np.log(np.abs(1 + z)))
    result.imag = np.arctan2(z.imag, 1 + z.real)
    return result


def softplus(eta: Array) -> Array:
    above = eta.real > 0
    return np.where(above, eta, 0) + log1p(np.exp(np.where(above, -eta, eta)))


def sigmoid(eta: Array) -> Array:
    above = eta.real > 0
    small = np.exp(np.where(above, -eta, eta))
    result: Array = np.where(above, 1, small) / (1 + small)
    return result


def log_sigmoid(eta: Array) -> Array:
    return -softplus(-eta)


def logit(p: Array) -> Array:
    result: Array = np.log(p) - log1p(-p)
    return result


def entropy(eta: Array) -> Any:
    """-sum(p log p) of categorical distributions, shape (..., k) to (...)."""
    return -_mean(softmax(eta), log_softmax(eta))


def kl_divergence(eta: Array, other: Array) -> Any:
    """sum(p log(p / q)), shapes (..., k) to (...)."""
    return _mean(softmax(eta), log_softmax(eta) - log_softmax(other))


def covariance_product(eta: Array, v: Array) -> Array:
    """p (v - p^T v), shapes (..., k) to (..., k)."""
    p = softmax(eta)
    result: Array = p * (v - _mean(p, v)[..., None])
    return result


def _mean(p: Array, values: Array) -> Any:
    """What is impossible adds nothing, also where its value is infinite."""
    return np.where(p == 0, 0, p * values).sum(axis=-1)
