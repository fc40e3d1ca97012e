"""The error of each function at a point, in ulp of what its docstring says."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import truth
import truth_named

from lognormalizer import (
    categorical,
    gradient,
    log_sigmoid,
    log_softmax,
    logit,
    logsumexp,
    sigmoid,
    softmax,
    softplus,
)
from lognormalizer.families import exponential, gamma, normal, poisson

Point = np.ndarray
Error = Callable[[Point], float]


def ulps(found: Point, true: object, point: Point, scale: float = 0) -> float:
    values = true if isinstance(true, list) else [true]
    return truth.worst(found, values, scale, point.dtype.type)


def covariance_error(point: Point) -> float:
    """In ulp of p_i max_j |v_j - p^T v|, where p_i is a normal number."""
    eta, v = point
    found, true = categorical.covariance_product(eta, v), truth.covariance_product(eta, v)
    p = truth.softmax(eta)
    spread = max(abs(float((t / a).mid())) for t, a in zip(true, p, strict=True))
    if spread == 0:
        return 0.0 if np.all(found == 0) else np.inf
    return max(truth.ulps(f, t, float(a.mid()) * spread, point.dtype.type)
               for f, t, a in zip(found, true, p, strict=True)
               if float(a.mid()) >= np.finfo(point.dtype).tiny)


def covariance_entry_error(point: Point) -> float:
    p, found = truth.softmax(point), categorical.covariance(point)
    with truth.ctx.workprec(truth.BITS):
        true = [a * (1 - a) if i == j else -a * b for i, a in enumerate(p) for j, b in enumerate(p)]
    return ulps(found, true, point)


def weighted_error(point: Point) -> float:
    eta, weights = point
    return ulps(logsumexp(eta, weights=weights), truth.log_sum(eta, weights), point, 1)


ERRORS: dict[str, Error] = {
    "logsumexp": lambda x: ulps(logsumexp(x), truth.logsumexp(x), x, 1),
    "logsumexp, weights": weighted_error,
    "gradient, logsumexp": lambda x: ulps(gradient(logsumexp, x), truth.softmax(x), x, 1e-290),
    "softmax": lambda x: ulps(softmax(x), truth.softmax(x), x),
    "log_softmax": lambda x: ulps(log_softmax(x), truth.log_softmax(x), x),
    "softplus": lambda x: ulps(softplus(x), truth.softplus(x[0]), x),
    "sigmoid": lambda x: ulps(sigmoid(x), truth.sigmoid(x[0]), x),
    "log_sigmoid": lambda x: ulps(log_sigmoid(x), truth.log_sigmoid(x[0]), x),
    "logit": lambda x: ulps(logit(x), truth.logit(x[0]), x),
    "entropy": lambda x: ulps(categorical.entropy(x), truth.entropy(x), x),
    "kl_divergence": lambda x: ulps(categorical.kl_divergence(*x), truth.kl_divergence(*x), x,
                                    1e-300 if x.dtype == np.float64 else 1e-37),
    "covariance": covariance_entry_error,
    "covariance_product": covariance_error,
}


def family_error(family: object, name: str) -> Error:
    """Of a point that holds what the method is given, one after the other."""
    def error(point: Point) -> float:
        size = family.dimension
        eta, rest = point[-size:], point[:-size]
        if name == "log_density":
            given = (rest[0], eta)
        else:
            given = (eta, rest) if name == "kl_divergence" else (eta,)
        try:
            found = np.ravel(getattr(family, name)(*given))
        except ValueError:  # a step left the space
            return -1.0
        if name == "log_density":
            true = truth_named.true(family, eta, name, rest[0])
            allowed = truth_named.scale(family, name, rest[0], eta)
        else:
            true, allowed = truth_named.true(family, *given[:1], name, *given[1:]), (
                truth_named.scale(family, name))
        if not np.isfinite(found).all() or max(abs(float(ball.mid())) for ball in true) > 1e300:
            return -1.0
        return truth.worst(found, true, max(allowed, 1e-290))

    return error


METHODS = ["log_normalizer", "log_density", "mean", "covariance", "entropy", "kl_divergence"]
FAMILY_ERRORS: dict[str, Error] = {
    f"{family.name.lower()}.{name}": family_error(family, name)
    for family in (exponential, normal, gamma, poisson) for name in METHODS
    if hasattr(truth_named.TRUE[family], name)}
