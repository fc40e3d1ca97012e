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


class MeanMap(Protocol):
    """What Newton's method needs to know of a family."""

    def mean(self, eta: Array) -> Array: ...

    def covariance(self, eta: Array) -> Array: ...


def invert(family: MeanMap, mu: Array, start: Array, size: Callable[[Array, Array], float],
           inside: Callable[[Array], Any]) -> Array | None:
    """The natural parameter with mean mu, or None where Newton's method finds none.

    Damped steps until they are small, then full ones until rounding stops the gain. At the boundary
    of the mean parameter space the steps never become small.

    family  its mean and covariance
    mu      one mean, shape (d,)
    start   where to begin, shape (d,)
    size    how long a step is, of (step, eta): well below 1 the covariance hardly changes along it
    inside  whether eta is in the natural parameter space
    source: Sun & Tran-Dinh 2019, doi:10.1007/s10107-018-1282-4
    """
    eta, last = start, np.inf
    for _ in range(STEPS):
        step = solve(family.covariance(eta), mu - family.mean(eta))
        length = size(step, eta)
        if not np.isfinite(length):
            return None
        part = 1.0 if length < CLOSE else np.log1p(length) / length
        while not inside(eta + part * step):
            part /= 2
        eta = eta + part * step
        if length < CLOSE and not length < last / 2:
            return eta
        last = length
    return None


def solve(covariance: Array, residual: Array) -> Array:
    """covariance^-1 residual, with the components measured in standard deviations; NaN if none."""
    with np.errstate(all="ignore"):
        deviation = np.sqrt(np.diagonal(covariance))
        correlation = covariance / deviation[:, None] / deviation
        try:
            solution: Array = np.linalg.solve(correlation, residual / deviation) / deviation
        except np.linalg.LinAlgError:
            return np.full(residual.shape, np.nan)
        return solution
