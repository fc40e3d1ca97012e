"""The true values, in balls of 500 digits, and distances to them in units in the last place."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from flint import arb, ctx

BITS = 1700


def weights(eta: Iterable[float]) -> list[arb]:
    return [exact(component).exp() for component in eta]


def exact(number: float) -> arb:
    """An exact ball; of -inf, one whose exponential is 0."""
    return arb(float(number)) if number != -np.inf else arb(-(2.0**300))


def logsumexp(eta: Iterable[float]) -> arb:
    with ctx.workprec(BITS):
        return sum(weights(eta), arb(0)).log()


def signed_sum(eta: Iterable[float], factors: Iterable[float]) -> arb:
    with ctx.workprec(BITS):
        terms = zip(weights(eta), factors, strict=True)
        return sum((weight * exact(factor) for weight, factor in terms), arb(0))


def log_sum(eta: Iterable[float], factors: Iterable[float]) -> arb:
    with ctx.workprec(BITS):
        return signed_sum(eta, factors).log()


def logsumexp_of_many(eta: np.ndarray) -> arb:
    """The same in 200 bits, where equal components are counted; for a million of them."""
    with ctx.workprec(200):
        values, counts = np.unique(eta, return_counts=True)
        terms = (exact(v).exp() * int(n) for v, n in zip(values, counts, strict=True))
        return sum(terms, arb(0)).log()


def softmax(eta: Iterable[float]) -> list[arb]:
    with ctx.workprec(BITS):
        found = weights(eta)
        total = sum(found, arb(0))
        return [weight / total for weight in found]


def log_softmax(eta: Iterable[float]) -> list[arb]:
    eta = list(eta)
    with ctx.workprec(BITS):
        shift = logsumexp(eta)
        return [exact(component) - shift for component in eta]


def softplus(eta: float) -> arb:
    with ctx.workprec(BITS):
        return exact(eta).exp().log1p()


def sigmoid(eta: float) -> arb:
    with ctx.workprec(BITS):
        return 1 / (1 + (-exact(eta)).exp())


def log_sigmoid(eta: float) -> arb:
    with ctx.workprec(BITS):
        return -(-exact(eta)).exp().log1p()


def logit(p: float) -> arb:
    with ctx.workprec(BITS):
        return (exact(p) / (1 - exact(p))).log()


def entropy(eta: Iterable[float]) -> arb:
    eta = list(eta)
    with ctx.workprec(BITS):
        terms = zip(softmax(eta), log_softmax(eta), strict=True)
        return -sum((p * log_p for p, log_p in terms), arb(0))


def kl_divergence(eta: Iterable[float], zeta: Iterable[float]) -> arb:
    eta, zeta = list(eta), list(zeta)
    with ctx.workprec(BITS):
        terms = zip(softmax(eta), log_softmax(eta), log_softmax(zeta), strict=True)
        return sum((p * (log_p - log_q) for p, log_p, log_q in terms), arb(0))


def covariance_product(eta: Iterable[float], v: Iterable[float]) -> list[arb]:
    v = list(v)
    with ctx.workprec(BITS):
        p = softmax(eta)
        mean = sum((a * exact(b) for a, b in zip(p, v, strict=True)), arb(0))
        return [a * (exact(b) - mean) for a, b in zip(p, v, strict=True)]


def ulps(found: float, truth: arb, scale: float = 0.0, dtype: type = np.float64) -> float:
    """How far off, in ulp of max(scale, |truth|); NaN is infinitely far."""
    with ctx.workprec(BITS):
        if not np.isfinite(found):
            return np.inf
        unit = np.spacing(dtype(max(abs(float(truth.mid())), scale)))
        return float(abs(arb(float(found)) - truth) / arb(float(unit)))


def distance(a: arb, b: arb, scale: float = 0.0, dtype: type = np.float64) -> float:
    """Of two true values, in ulp of max(scale, |b|)."""
    with ctx.workprec(BITS):
        unit = np.spacing(dtype(max(abs(float(b.mid())), scale)))
        return float(abs(a - b) / arb(float(unit))) if unit > 0 else np.inf


def worst(found: np.ndarray, truth: Iterable[arb], scale: float = 0.0,
          dtype: type = np.float64) -> float:
    """The largest distance; the two must have as many components, and at least one."""
    pairs = list(zip(np.ravel(found), truth, strict=True))
    return max(ulps(a, b, scale, dtype) for a, b in pairs)
