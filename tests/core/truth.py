"""The true values, in balls of 500 digits, and distances to them in units in the last place."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from flint import arb, ctx

BITS = 1700


def weights(eta: Iterable[float]) -> list[arb]:
    return [arb(float(component)).exp() for component in eta]


def logsumexp(eta: Iterable[float]) -> arb:
    with ctx.workprec(BITS):
        return sum(weights(eta), arb(0)).log()


def softmax(eta: Iterable[float]) -> list[arb]:
    with ctx.workprec(BITS):
        found = weights(eta)
        total = sum(found, arb(0))
        return [weight / total for weight in found]


def log_softmax(eta: Iterable[float]) -> list[arb]:
    eta = list(eta)
    with ctx.workprec(BITS):
        shift = logsumexp(eta)
        return [arb(float(component)) - shift for component in eta]


def ulps(found: float, truth: arb, scale: float = 0.0, dtype: type = np.float64) -> float:
    """How far off, in ulp of max(scale, |truth|); NaN is infinitely far."""
    with ctx.workprec(BITS):
        if not np.isfinite(found):
            return np.inf
        unit = np.spacing(dtype(max(abs(float(truth.mid())), scale)))
        return float(abs(arb(float(found)) - truth) / arb(float(unit)))


def worst(found: np.ndarray, truth: Iterable[arb], scale: float = 0.0) -> float:
    """The largest distance; the two must have as many components, and at least one."""
    pairs = list(zip(np.ravel(found), truth, strict=True))
    return max(ulps(a, b, scale) for a, b in pairs)
