"""The log-normalizer of the categorical distribution, its gradient, and the gradient's logarithm.

All three are read off one stabilized kernel, `_shifted_weights`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]


def logsumexp(eta: ArrayLike, axis: int = -1) -> Any:
    """The log-normalizer of the categorical distribution, log(sum(exp(eta))).

    eta     natural parameters (nats), shape (..., k); float16, float32 and complex are kept,
            integers and lists become float64
    axis    the axis of the components
    returns array of shape (...), a scalar for a single vector
    error   at most 2 ulp of max(1, |A|); close to A = 0 that is more of A itself
    raises  ValueError for an empty axis, or where there is no axis; -inf counts as log 0,
            inf and NaN pass through
    equations: log-sum-exp, softmax-shift, gradient-is-softmax
    source: Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038
    """
    shift, _, _, others = _shifted_weights(_components(eta, axis))
    with np.errstate(all="ignore"):
        result = np.where(np.isfinite(shift), shift + np.log1p(others), shift)
    return _narrowed(result[..., 0], eta)


def softmax(eta: ArrayLike, axis: int = -1) -> Array:
    """The gradient of the log-normalizer: the probabilities exp(eta) / sum(exp(eta)).

    eta     natural parameters (nats), shape (..., k); dtypes as for `logsumexp`
    axis    the axis of the components
    returns array of the shape of eta; positive, sums to one
    error   at most 4 ulp
    raises  ValueError for an empty axis, or where there is no axis. -inf has probability 0 and
            a single inf has 1. Where there is no limit, with two inf or with nothing but -inf,
            the result is NaN.
    equations: softmax, softmax-shift, gradient-vector, categorical-inverse
    source: Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038
    """
    _, _, weights, others = _shifted_weights(_components(eta, axis))
    with np.errstate(all="ignore"):
        result = weights / (1 + others)
    return np.moveaxis(_narrowed(result, eta), -1, axis)


def log_softmax(eta: ArrayLike, axis: int = -1) -> Array:
    """The logarithm of the softmax, eta - logsumexp(eta).

    eta     natural parameters (nats), shape (..., k); dtypes as for `logsumexp`
    axis    the axis of the components
    returns array of the shape of eta; at most 0
    error   at most 4 ulp, also where one component dominates
    raises  as for `softmax`; -inf for probability 0
    equations: softmax, log-sum-exp
    source: Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038
    """
    _, (shifted, lost), _, others = _shifted_weights(_components(eta, axis))
    with np.errstate(all="ignore"):
        result = shifted - (np.log1p(others) - lost)
    return np.moveaxis(_narrowed(result, eta), -1, axis)


def _components(eta: ArrayLike, axis: int) -> Array:
    """The components on the last axis, in a type that the computation can use."""
    array = np.asarray(eta)
    if array.ndim == 0:
        raise ValueError("expected at least one axis of components, got a single number; "
                         "write [eta] for one component")
    array = np.moveaxis(array, axis, -1)
    if array.shape[-1] == 0:
        raise ValueError(f"the axis of components is empty (shape {np.shape(eta)}); "
                         "a log-normalizer needs at least one component")
    if array.dtype == np.float16:
        return array.astype(np.float32)
    if not np.issubdtype(array.dtype, np.inexact):
        return array.astype(np.float64)
    return array


def _narrowed(result: Any, eta: ArrayLike) -> Any:
    """Back to float16 where that came in; a 0-d array becomes a scalar."""
    if getattr(eta, "dtype", None) == np.float16:
        result = result.astype(np.float16)
    return result[()]


def _shifted_weights(eta: Array) -> tuple[Array, tuple[Array, Array], Array, Array]:
    """The one stabilized computation: everything is measured from the largest component.

    Returns the shift m (the largest real part); eta - m as a rounded difference and what
    rounding lost; the weights exp(eta - m), corrected for that loss; and their sum less one.
    The largest weight is 1, so the sum is 1 + others, and others keeps the digits that a sum
    near 1 would lose.
    """
    with np.errstate(all="ignore"):
        place = np.argmax(_real(eta), axis=-1, keepdims=True)
        shift = np.take_along_axis(_real(eta), place, axis=-1)
        shifted, lost = _difference(eta, shift)
        weights = np.exp(shifted)
        weights = weights + weights * lost
        rest = weights.copy()
        np.put_along_axis(rest, place, np.take_along_axis(weights, place, axis=-1) - 1, axis=-1)
        others = rest.sum(axis=-1, keepdims=True)
    return shift, (shifted, lost), weights, others


def _real(eta: Array) -> Array:
    return eta.real if np.iscomplexobj(eta) else eta


def _difference(eta: Array, shift: Array) -> tuple[Array, Array]:
    """eta - shift, and its rounding error, which is a float again (Knuth's two-sum)."""
    rounded = eta - shift
    back = rounded - eta
    lost = (eta - (rounded - back)) - (shift + back)
    lost = np.where(np.isfinite(rounded), lost, 0)
    # inf - inf: the one component that is infinitely far above the others is at 0 from itself.
    alone = np.isinf(shift) & ((_real(eta) == shift).sum(axis=-1, keepdims=True) == 1)
    rounded = np.where(alone & (_real(eta) == shift), 0, rounded)
    return rounded, lost
