"""The logarithm of the gamma function and its derivatives, which numpy does not have."""

from __future__ import annotations

from math import factorial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from lognormalizer.taylor import Series

__all__ = ["digamma", "log_gamma", "polygamma"]

# Stirling's series is used this far to the right of the argument, and this many terms of it.
SHIFT = 8
LOG_9_LESS_1 = 1.1972245773362193828
STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156,
            -3617 / 122400, 43867 / 244188]


def log_gamma(x: ArrayLike) -> Any:
    """The logarithm of the gamma function.

    x       positive, or complex with a positive real part, any shape
    returns array of that shape, float64 or complex128
    error   at most 8 ulp of max(1, |log Gamma|); 16 ulp for complex x
    raises  ValueError where the real part is negative; 0 and inf give inf, NaN passes through
    source: Abramowitz & Stegun 1964, 6.1.40
    """
    x = _argument(x)
    with np.errstate(all="ignore"):
        return np.where(np.isinf(x) | (x == 0), np.inf, stirling(x))[()]


def digamma(x: ArrayLike) -> Any:
    """The derivative of log_gamma.

    x       positive, any shape
    returns array of that shape
    error   at most 4 ulp of max(1, |digamma|)
    raises  as `log_gamma`
    source: Abramowitz & Stegun 1964, 6.3
    """
    return polygamma(0, x)


def polygamma(order: int, x: ArrayLike) -> Any:
    """The derivative of digamma of a given order; 1 is the trigamma function.

    order   0 gives digamma itself
    x       positive, any shape
    returns array of that shape
    error   at most 16 ulp for orders 1 to 4
    raises  as `log_gamma`; ValueError for a negative order
    source: Abramowitz & Stegun 1964, 6.4
    """
    if order < 0:
        raise ValueError(f"the order of a polygamma function is at least 0, not {order}")
    point = Series([_argument(x), 1.0, *[0.0] * order])
    with np.errstate(all="ignore"):
        return factorial(order + 1) * stirling(point).coefficients[order + 1]


def stirling(z: Any) -> Any:
    """log Gamma(z), as a formula of nothing but arithmetic and logarithms.

    So it runs on numbers, on complex numbers and on power series, in the log-normalizer of a
    family; see `lognormalizer.taylor`. The real part of z must be positive, which is not checked.
    Stirling's series is right far from the origin, and x Gamma(x) = Gamma(x + 1) leads there. It is
    written as a difference to log Gamma(1) = 0, term by term, so that what cancels is small.
    """
    w, first, way = z + SHIFT, 1 + SHIFT, z - 1
    factors = sum(np.log1p((SHIFT - k) / (1 + k) * way / w) for k in range(1, SHIFT))
    return (way * LOG_9_LESS_1 + (z + 0.5) * np.log1p(way / first) - np.log(z) - factors
            + (_rest(1 / w) - _rest(1 / first)))


def _rest(u: Any) -> Any:
    square, total = u * u, 0.0
    for coefficient in reversed(STIRLING):
        total = total * square + coefficient
    return total * u


def _argument(x: ArrayLike) -> Any:
    array = np.asarray(x)
    if not np.issubdtype(array.dtype, np.complexfloating):
        array = array.astype(np.float64)
    if np.any(array.real < 0):
        where = tuple(int(i) for i in np.argwhere(array.real < 0)[0])
        raise ValueError(f"log_gamma is for positive numbers; at index {where} is {array[where]}")
    return array
