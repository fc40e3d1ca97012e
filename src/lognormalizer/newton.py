"""The mean map turned round: from a mean to the natural parameter that has it, by Newton."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

# A mean of 1e-300 is some 700 units of log-odds away, and a damped step goes at least half of one.
STEPS = 3000
CLOSE = 0.1
HALVINGS = 1100  # by then any step is 0


class MeanMap(Protocol):
    """What Newton's method needs to know of a family."""

    def mean(self, eta: Array) -> Array: ...

    def covariance(self, eta: Array) -> Array: ...


def invert(family: MeanMap, mu: Array, start: Array, size: Callable[[Array, Array], Array],
           inside: Callable[[Array], Any]) -> Array:
    """The natural parameters with the means mu; NaN where Newton's method finds none.

    Damped steps until they are small, then full ones until rounding stops the gain. At the boundary
    of the mean parameter space the steps never become small.

    family  its mean and covariance
    mu      means, shape (n, d)
    start   where to begin, shape (n, d)
    size    how long steps are, of (steps, eta): well below 1 the covariance hardly changes along it
    inside  which eta are in the natural parameter space
    source: Sun & Tran-Dinh 2019, doi:10.1007/s10107-018-1282-4
    """
    eta, solutions = start.astype(np.float64), np.full(start.shape, np.nan)
    last, rows = np.full(len(eta), np.inf), np.arange(len(eta))
    for _ in range(STEPS):
        if not rows.size:
            break
        step = solve(family.covariance(eta), mu[rows] - family.mean(eta))
        length = size(step, eta)
        alive = np.isfinite(length)
        eta, step, length = eta[alive], step[alive], length[alive]
        last, rows = last[alive], rows[alive]
        eta = eta + _part(eta, step, length, inside)[:, None] * step
        done = (length < CLOSE) & ~(length < last / 2)
        solutions[rows[done]] = eta[done]
        eta, last, rows = eta[~done], length[~done], rows[~done]
    return solutions


def _part(eta: Array, step: Array, length: Array, inside: Callable[[Array], Any]) -> Array:
    """How much of each step is gone, so that it ends in the natural parameter space."""
    part = np.where(length < CLOSE, 1.0, np.log1p(length) / np.where(length > 0, length, 1.0))
    for _ in range(HALVINGS):
        outside = ~(inside(eta + part[:, None] * step) & np.ones(len(eta), bool))
        if not outside.any():
            break
        part = np.where(outside, part / 2, part)
    return part


def solve(covariance: Array, residual: Array) -> Array:
    """covariance^-1 residual, with the components measured in standard deviations; NaN if none."""
    with np.errstate(all="ignore"):
        deviation = np.sqrt(np.diagonal(covariance, axis1=-2, axis2=-1))
        correlation = covariance / deviation[..., :, None] / deviation[..., None, :]
        solution: Array = _solved(correlation, residual / deviation) / deviation
        return solution


def _solved(matrices: Array, vectors: Array) -> Array:
    try:
        solution: Array = np.linalg.solve(matrices, vectors[..., None])[..., 0]
    except np.linalg.LinAlgError:  # of one of them; the others are solved
        if matrices.ndim == 2:
            return np.full(vectors.shape, np.nan)
        return np.stack(list(map(_solved, matrices, vectors)))
    return solution
