"""Derivatives of scalar functions of a vector, without a formula for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lognormalizer.tiling import numbers

Array = NDArray[Any]
Function = Callable[[Array], Any]

# So small that its square is nothing beside 1; a slope of 1e-290 still has all its digits.
COMPLEX_STEP = 2.0**-40

# Central differences of order ten, and a step that balances truncation and rounding for functions
# that change on a scale of 1, as log-normalizers do.
DIFFERENCE_STEP = 2.0**-5
DIFFERENCE_WEIGHTS = {1: 5 / 6, 2: -5 / 21, 3: 5 / 84, 4: -5 / 504, 5: 1 / 1260}


@np.errstate(all="ignore")
def gradient(f: Function, eta: ArrayLike) -> Array:
    """The gradient of f at eta by the complex step: Im f(eta + ih e_i) / h.

    f       takes complex arrays of shape (..., k) and returns shape (...), analytic
    eta     the point, shape (..., k)
    returns array of the shape of eta
    error   that of f itself: nothing is subtracted. At most 4 ulp with f = logsumexp,
            of max(1e-290, |slope|)
    raises  TypeError where f does not pass complex numbers through; ValueError where f does not
            return one number a vector
    equations: gradient-is-softmax, gradient-vector
    source: Squire & Trapp 1998, doi:10.1137/S003614459631241X
    """
    point = _point(eta)
    slopes = [_slope(f, point, i) for i in range(point.shape[-1])]
    return np.stack(slopes, axis=-1)


@np.errstate(all="ignore")
def hessian(f: Function, eta: ArrayLike) -> Array:
    """The matrix of second derivatives of f at eta.

    Complex steps give the gradient, and central differences of order ten its derivatives. Of the
    two ways to a mixed derivative the one from the smaller slopes is taken, which has more digits.

    f       as for `gradient`; it should change on a scale of 1 or more in each component
    eta     the point, shape (..., k)
    returns array of shape (..., k, k), symmetric
    error   at most 256 ulp of the smaller of the two slopes with f = logsumexp, and so never more
            than 3e-14
    raises  as `gradient`
    equations: gradient-is-softmax
    source: Squire & Trapp 1998, doi:10.1137/S003614459631241X; Fornberg 1988,
            doi:10.1090/S0025-5718-1988-0935077-0
    """
    point = _point(eta)
    size = point.shape[-1]
    columns, slopes = zip(*(_difference(f, point, direction) for direction in np.eye(size)),
                          strict=True)
    matrix, slope = np.stack(columns, axis=-1), np.max(slopes, axis=0)
    turned = np.swapaxes(matrix, -1, -2)
    own, other = slope[..., :, None], slope[..., None, :]
    return np.where(own < other, matrix, np.where(own > other, turned, (matrix + turned) / 2))


def _difference(f: Function, point: Array, direction: Array) -> tuple[Array, Array]:
    """The derivative of the gradient along a direction, and the largest slopes that it is from."""
    step = DIFFERENCE_STEP * direction
    total, size = np.zeros_like(point), np.zeros_like(point)
    for n, weight in DIFFERENCE_WEIGHTS.items():
        ahead, behind = gradient(f, point + n * step), gradient(f, point - n * step)
        total += weight * (ahead - behind)
        size = np.maximum(size, np.maximum(np.abs(ahead), np.abs(behind)))
    return total / DIFFERENCE_STEP, size


def _point(eta: ArrayLike) -> Array:
    point = np.asarray(numbers(eta), np.float64)
    if point.ndim == 0 or point.shape[-1] == 0:
        raise ValueError(f"expected a vector on the last axis, got shape {point.shape}")
    return point


def _slope(f: Function, point: Array, i: int) -> Array:
    stepped = point.astype(np.complex128)
    stepped[..., i] += 1j * COMPLEX_STEP
    value = np.asarray(f(stepped))
    if not np.iscomplexobj(value):
        raise TypeError("the function dropped the imaginary part of its argument, so its slope is "
                        "lost; avoid abs, float() and comparisons of complex numbers in it")
    if value.shape != point.shape[:-1]:
        raise ValueError(f"expected one number a vector, shape {point.shape[:-1]}; "
                         f"the function returned shape {value.shape}")
    slope: Array = value.imag / COMPLEX_STEP
    return slope
