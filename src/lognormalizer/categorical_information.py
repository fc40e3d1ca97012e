"""Entropy, divergence and covariance of categorical distributions, to twice the precision.

Weights are w_i = exp(eta_i - max eta), their sum is S, and probabilities are w_i / S. No formula
here cancels, so that nothing is lost but by the last rounding and by that of a logarithm.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lognormalizer.double_double import Double, exp, log1p

Array = NDArray[Any]

NEAR = 0.5  # for smaller |u|, exp(u) - 1 - u is summed as a series: the difference would cancel
TERMS = 16  # of that series
RAISED = 400  # a power of 2 for the weights, so that the tails of the smallest do not underflow
HUGE = 2.0**1000  # floats of that size differ by 0, or by more than a weight can tell
LARGE = 16.0  # a divergence that is larger is the difference of the log-normalizers


def entropy(eta: Array) -> Any:
    """log S + sum(w_i (max eta - eta_i)) / S, where no term is negative.

    eta     shape (..., k), float64 at least
    returns array of shape (...)
    """
    eta = _finite(eta)
    below = Double(eta) - eta.max(axis=-1, keepdims=True)
    w = exp(below, RAISED)
    others = w.where(np.arange(eta.shape[-1]) != eta.argmax(axis=-1, keepdims=True)).sum()
    spread = (w * -below).where(w.head != 0).sum()
    mean = spread / (others + 2.0**RAISED)
    return (log1p(others * 2.0**-RAISED) + mean).rounded()[..., 0]


def kl_divergence(eta: Array, zeta: Array) -> Any:
    """log(1 + sum(p_i (exp(u_i) - 1 - u_i))), with u_i = zeta_i - eta_i less its mean under p.

    As that mean is 0 now, it is log(sum(p_i exp(u_i))) = A(zeta) - A(eta) - p^T (zeta - eta).
    Where u_i is not small, p_i exp(u_i) is read off the weights of zeta, as exp might overflow.

    eta, zeta  shape (..., k), float64 at least
    returns    array of shape (...)
    """
    eta, zeta = _finite(eta), _finite(zeta)
    top, zeta_top = eta.max(axis=-1, keepdims=True), zeta.max(axis=-1, keepdims=True)
    below, zeta_below = Double(eta) - top, Double(zeta) - zeta_top
    w, z = exp(below), exp(zeta_below)
    total = w.sum()
    moved = Double(zeta) - eta
    first = _at_the_largest(eta, moved.head)
    moved = moved - first  # what they differ by as a whole would hide the rest
    mean = (w * moved).where(w.head != 0).sum() / total
    u = moved - mean
    lift = Double(zeta_top) - top - first - mean  # so that w exp(u) = z exp(lift)
    far = z * exp(lift) - (w * (u + 1.0)).where(w.head != 0)
    near = np.abs(u.head) < NEAR
    found = log1p((far.where(~near) + (w * _above_tangent(u)).where(near)).sum() / total)
    direct = lift + np.log(z.sum().head / total.head)
    excluded = (zeta_below.head == -np.inf) & (below.head > -np.inf)
    result = np.where(direct.head > LARGE, direct.rounded(), found.rounded())
    return np.where(excluded.any(axis=-1), np.inf, result[..., 0])


def covariance_product(eta: Array, v: Array) -> Any:
    """w_i (v_i - sum(w_j v_j) / S) / S.

    eta, v  shape (..., k), float64 at least
    returns array of that shape
    """
    eta = _finite(eta)
    w = exp(Double(eta) - eta.max(axis=-1, keepdims=True))
    total = w.sum()
    size = np.frexp(np.abs(v).max(axis=-1, keepdims=True))[1]
    v = np.ldexp(v, -size)  # so that no difference overflows
    above = Double(v) - _at_the_largest(eta, v)
    mean = (w * above).where(w.head != 0).sum() / total
    product = w * 2.0**RAISED * (above - mean) / total
    return np.ldexp(product.rounded(), size - RAISED)


def _finite(eta: Array) -> Array:
    """Where a component is inf, it has all the probability; there is no limit where two are.

    Where the components are so large that a difference might overflow, as seen from the largest.
    """
    top = eta.max(axis=-1, keepdims=True)
    infinite = eta == np.inf
    alone = np.count_nonzero(infinite, axis=-1, keepdims=True) == 1
    sure = np.where(infinite & alone, 0.0, -np.inf)
    return np.where(top == np.inf, sure, np.where(np.abs(top) > HUGE, eta - top, eta))


def _at_the_largest(eta: Array, values: Array) -> Array:
    """Of the values that of the most probable outcome, which is not far from their mean."""
    return np.take_along_axis(values, eta.argmax(axis=-1, keepdims=True), axis=-1)


def _above_tangent(u: Double) -> Double:
    """exp(u) - 1 - u = u^2 / 2 (1 + u / 3 (1 + u / 4 (1 + ...))), for small u."""
    series: Any = 0.0
    for n in range(TERMS, 2, -1):
        series = (1 + series) * u.head / n
    factor: Double = Double(1.0) + series
    return u * u * 0.5 * factor
