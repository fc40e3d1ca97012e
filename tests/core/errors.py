"""The error of each function at a point, in ulp of what its docstring says."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import truth

from lognormalizer import categorical, log_softmax, logit, logsumexp, sigmoid, softmax, softplus

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


ERRORS: dict[str, Error] = {
    "logsumexp": lambda x: ulps(logsumexp(x), truth.logsumexp(x), x, 1),
    "softmax": lambda x: ulps(softmax(x), truth.softmax(x), x),
    "log_softmax": lambda x: ulps(log_softmax(x), truth.log_softmax(x), x),
    "softplus": lambda x: ulps(softplus(x), truth.softplus(x[0]), x),
    "sigmoid": lambda x: ulps(sigmoid(x), truth.sigmoid(x[0]), x),
    "logit": lambda x: ulps(logit(x), truth.logit(x[0]), x),
    "entropy": lambda x: ulps(categorical.entropy(x), truth.entropy(x), x),
    "kl_divergence": lambda x: ulps(categorical.kl_divergence(*x), truth.kl_divergence(*x), x,
                                    1e-300 if x.dtype == np.float64 else 1e-37),
    "covariance_product": covariance_error,
}
