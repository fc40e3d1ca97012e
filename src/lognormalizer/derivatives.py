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

# Central differences of order eight, and a step that balances truncation and rounding for
# functions that change on a scale of 1, as log-normalizers do.
DIFFERENCE_STEP = 2.0**-6
DIFFERENCE_WEIGHTS = {1: 4 / 5, 2: -1 / 5, 3: 4 / 105, 4: -1 / 280}


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

    Complex steps give the gradient, and central differences of order eight its derivatives.

    f       as for `gradient`; it should change on a scale of 1 or more in each component
    eta     the point, shape (..., k)
    returns array of shape (..., k, k), symmetric
    error   at most 1e-12 with f = logsumexp, absolute; the entries are at most 1/4
    raises  as `gradient`
    equations: gradient-is-softmax
    source: Squire & Trapp 1998, doi:10.1137/S003614459631241X; Fornberg 1988,
            doi:10.1090/S0025-5718-1988-0935077-0
    """
    point = _point(eta)
    size = point.shape[-1]
    matrix = np.stack([_difference(f, point, direction) for direction in np.eye(size)], axis=-1)
    symmetric: Array = (matrix + np.swapaxes(matrix, -1, -2)) / 2
    return symmetric


def _difference(f: Function, point: Array, direction: Array) -> Array:
    """The derivative of the gradient along a direction."""
    step = DIFFERENCE_STEP * direction
    total = np.zeros_like(point)
    for n, weight in DIFFERENCE_WEIGHTS.items():
        total += weight * (gradient(f, point + n * step) - gradient(f, point - n * step))
    return total / DIFFERENCE_STEP


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
