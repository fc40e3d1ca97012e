"""The log-normalizer of the categorical distribution, its gradient, and the gradient's logarithm.

All three are read off one stabilized computation, `stabilized.Block`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lognormalizer import tiling
from lognormalizer.stabilized import Block, Store
from lognormalizer.tiling import Axis

Array = NDArray[Any]


def logsumexp(eta: ArrayLike, axis: Axis = -1, keepdims: bool = False, *,
              weights: ArrayLike | None = None, where: ArrayLike | None = None,
              out: Array | None = None) -> Any:
    """The log-normalizer of the categorical distribution, log(sum(exp(eta))).

    eta       natural parameters (nats), shape (..., k); float16, float32, longer floats and complex
              are kept, integers and lists become float64
    axis      the axis of the components, several of them, or None for all
    keepdims  keep the axes of the components, with length 1
    weights   factors of the terms, log(sum(weights * exp(eta))): not negative, finite sum;
              broadcast against eta
    where     which components count; broadcast against eta; the others may be anything, also NaN
    out       array for the result
    returns   array of shape (...), a scalar for a single vector
    error     at most 2 ulp of max(1, |A|); close to A = 0 that is more of A itself
    raises    ValueError for an empty axis, where there is no axis, for a negative weight, or an
              `out` that does not fit; TypeError for a masked array. -inf counts as log 0, also
              where nothing counts; inf and NaN pass through
    equations: log-sum-exp, softmax-shift, gradient-is-softmax
    source: Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038
    """
    array = tiling.numbers(eta)
    extra = _extra(array, weights, where)
    if extra:
        array = np.broadcast_to(array, np.broadcast_shapes(array.shape, *map(np.shape, extra)))
    axes = tiling.component_axes(array, axis)
    kept = tuple(1 if a in axes else n for a, n in enumerate(array.shape))
    shape = kept if keepdims else tuple(n for a, n in enumerate(array.shape) if a not in axes)
    result = tiling.prepare_out(out, shape, tiling.types(array.dtype).result)
    into = result.reshape(kept)  # a view: only axes of length 1 come in
    with np.errstate(all="ignore"):
        for block, place in _blocks(tiling.apart(array, out), axes, into, extra, deep=False):
            place[...] = block.log_total()
    return tiling.finish(result, eta) if out is None else out


def softmax(eta: ArrayLike, axis: Axis = -1, *, out: Array | None = None) -> Array:
    """The gradient of the log-normalizer: the probabilities exp(eta) / sum(exp(eta)).

    eta     natural parameters (nats), shape (..., k); dtypes as for `logsumexp`
    axis    the axis of the components, several of them, or None for all
    out     array for the result; may be eta itself
    returns array of the shape of eta; positive, sums to one
    error   at most 4 ulp
    raises  ValueError for an empty axis, where there is no axis, or an `out` that does not fit;
            TypeError for a masked array. -inf has probability 0 and a single inf has 1. Where there
            is no limit, with two inf or with nothing but -inf, the result is NaN.
    equations: softmax, softmax-shift, gradient-vector, categorical-inverse
    source: Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038
    """
    return _componentwise(Block.probabilities, eta, axis, out)


def log_softmax(eta: ArrayLike, axis: Axis = -1, *, out: Array | None = None) -> Array:
    """The logarithm of the softmax, eta - logsumexp(eta).

    eta     natural parameters (nats), shape (..., k); dtypes as for `logsumexp`
    axis    the axis of the components, several of them, or None for all
    out     array for the result; may be eta itself
    returns array of the shape of eta; at most 0
    error   at most 4 ulp, also where one component dominates
    raises  as for `softmax`; -inf for probability 0
    equations: softmax, log-sum-exp
    source: Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038
    """
    return _componentwise(Block.log_probabilities, eta, axis, out)


def _extra(array: Array, weights: ArrayLike | None, where: ArrayLike | None) -> tuple[Array, ...]:
    """The weights and the mask of what counts; nothing where neither is given."""
    if weights is None and where is None:
        return ()
    mask = np.asarray(True if where is None else where)
    if mask.dtype != np.bool_:
        raise TypeError(f"where must be booleans, not of type {mask.dtype}")
    factors = np.asarray(1 if weights is None else weights)
    if np.any(factors < 0):
        place = tuple(int(i) for i in np.argwhere(factors < 0)[0])
        raise ValueError(f"the weight at index {place} is negative: {factors[place]}")
    return factors.astype(tiling.types(array.dtype).working), mask & (factors != 0)


def _componentwise(write: Callable[[Block, Array], None], eta: ArrayLike, axis: Axis,
                   out: Array | None) -> Array:
    array = tiling.numbers(eta)
    axes = tiling.component_axes(array, axis)
    result = tiling.prepare_out(out, array.shape, tiling.types(array.dtype).result, array)
    with np.errstate(all="ignore"):
        for block, place in _blocks(tiling.apart(array, out), axes, result):
            write(block, place)
    finished: Array = tiling.finish(result, eta) if out is None else out
    return finished


def _blocks(array: Array, axes: tuple[int, ...], result: Array, extra: tuple[Array, ...] = (),
            deep: bool = True) -> Iterable[tuple[Block, Array]]:
    """The blocks of an array, each with its part of the result."""
    plan = tiling.plan(array.shape, array.strides, axes)
    store = Store(plan, tiling.types(array.dtype))
    source, target = array.transpose(plan.order), result.transpose(plan.order)
    if plan.is_single and not extra:
        return [(Block(source, store, (), deep), target)]
    extra = tuple(np.broadcast_to(e, array.shape).transpose(plan.order) for e in extra)
    return ((Block(source[place], store, tuple(e[place] for e in extra), deep), target[place])
            for place in plan.batches())
