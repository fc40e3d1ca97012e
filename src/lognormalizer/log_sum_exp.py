"""The log-normalizer of the categorical distribution, its gradient, and the gradient's logarithm.

All three are read off one stabilized computation, `stabilized.Block`, or come from `compiled`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lognormalizer import compiled, signed, tiling
from lognormalizer.stabilized import Block, Store, Terms
from lognormalizer.tiling import Axis

Array = NDArray[Any]


def logsumexp(eta: ArrayLike, axis: Axis = -1, keepdims: bool = False, *,
              weights: ArrayLike | None = None, where: ArrayLike | None = None,
              return_sign: bool = False, out: Array | None = None) -> Any:
    """The log-normalizer of the categorical distribution, log(sum(exp(eta))).

    eta       natural parameters (nats), shape (..., k); float16, float32, longer floats and complex
              are kept, integers and lists become float64
    axis      the axis of the components, several of them, or None for all
    keepdims  keep the axes of the components, with length 1
    weights   real factors of the terms, log(sum(weights * exp(eta))), of any size; broadcast
              against eta. Where negative ones prevail, the logarithm of the sum is NaN
    where     which components count; broadcast against eta; the others may be anything, also NaN
    return_sign  return the logarithm of the size of the sum, and its sign: 1, 0 or -1, and for
              complex eta a number of size 1
    out       array for the result; with return_sign, for the logarithm
    returns   array of shape (...), a scalar for a single vector
    error     at most 2 ulp of max(1, |A|); close to A = 0 that is more of A itself. With negative
              weights 2 ulp of max(1, |A|) while the sum is above 2^-45 of its largest term; beyond
              that, of 45 bits as many are left as remain of the sum
    raises    ValueError for an empty axis, where there is no axis, or an `out` that does not fit;
              TypeError for a masked array or complex weights. -inf counts as log 0, also where
              nothing counts; inf and NaN pass through
    equations: log-sum-exp, softmax-shift, gradient-is-softmax
    source: Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038
    """
    if weights is None and where is None and not return_sign:
        done = compiled.log_sum_exp(eta, axis, keepdims, out, _log_sums)
        if done is not None:
            return done
    return _logsumexp(eta, axis, keepdims, weights, where, return_sign, out)


def _log_sums(rows: Array) -> Array:
    return np.asarray(_logsumexp(rows, -1, False, None, None, False, None))


def _logsumexp(eta: ArrayLike, axis: Axis, keepdims: bool, weights: ArrayLike | None,
               where: ArrayLike | None, return_sign: bool, out: Array | None) -> Any:
    array = tiling.numbers(eta)
    terms = _terms(weights, where)
    if terms is not None:
        array = np.broadcast_to(array, np.broadcast_shapes(array.shape, terms.counts.shape))
    axes = tiling.component_axes(array, axis)
    kept = tuple(1 if a in axes else n for a, n in enumerate(array.shape))
    shape = kept if keepdims else tuple(n for a, n in enumerate(array.shape) if a not in axes)
    result = tiling.prepare_out(out, shape, tiling.types(array.dtype).result)
    sign = np.empty(shape, result.dtype)
    # Views of the results: only axes of length 1 come in.
    _write_logarithm(tiling.apart(array, out), axes, terms, result.reshape(kept),
                     sign.reshape(kept), return_sign)
    finished = tiling.finish(result, eta) if out is None else out
    return (finished, tiling.finish(sign, eta)) if return_sign else finished


def _write_logarithm(array: Array, axes: tuple[int, ...], terms: Terms | None, result: Array,
                     sign: Array, return_sign: bool) -> None:
    with np.errstate(all="ignore"):
        if array.dtype.kind != "c" and terms is not None and terms.is_signed:
            signed.write_log_sum(array, axes, terms, result, sign)
            if not return_sign:
                np.copyto(result, np.nan, where=sign < 0)
            return
        for block, place in _blocks(array, axes, result, terms, deep=False):
            place[...] = block.log_total()
        if not return_sign:
            return
        if array.dtype.kind == "c":
            np.copyto(sign, np.exp(1j * result.imag))
            result.imag = 0
        else:
            np.copyto(sign, np.where(np.isnan(result), np.nan, 1))
        np.copyto(sign, 0, where=np.isneginf(result.real))


def softmax(eta: ArrayLike, axis: Axis = -1, *, where: ArrayLike | None = None,
            out: Array | None = None) -> Array:
    """The gradient of the log-normalizer: the probabilities exp(eta) / sum(exp(eta)).

    eta     natural parameters (nats), shape (..., k); dtypes as for `logsumexp`
    axis    the axis of the components, several of them, or None for all
    where   which components count, as for `logsumexp`; the others have probability 0
    out     array for the result; may be eta itself
    returns array of the shape of eta; positive, sums to one
    error   at most 4 ulp
    raises  ValueError for an empty axis, where there is no axis, or an `out` that does not fit;
            TypeError for a masked array. -inf has probability 0 and a single inf has 1. Where there
            is no limit, with two inf or with nothing but -inf, the result is NaN.
    equations: softmax, softmax-shift, gradient-vector, categorical-inverse
    source: Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038
    """
    return _componentwise("softmax", Block.probabilities, eta, axis, where, out)


def log_softmax(eta: ArrayLike, axis: Axis = -1, *, where: ArrayLike | None = None,
                out: Array | None = None) -> Array:
    """The logarithm of the softmax, eta - logsumexp(eta).

    eta     natural parameters (nats), shape (..., k); dtypes as for `logsumexp`
    axis    the axis of the components, several of them, or None for all
    where   which components count, as for `logsumexp`; the others have -inf
    out     array for the result; may be eta itself
    returns array of the shape of eta; at most 0
    error   at most 4 ulp, also where one component dominates
    raises  as for `softmax`; -inf for probability 0
    equations: softmax, log-sum-exp
    source: Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038
    """
    return _componentwise("log_softmax", Block.log_probabilities, eta, axis, where, out)


def _terms(weights: ArrayLike | None, where: ArrayLike | None) -> Terms | None:
    """The factors of the terms and which of them count; nothing where neither is given."""
    if weights is None and where is None:
        return None
    counts = np.asarray(True if where is None else where)
    if counts.dtype != np.bool_:
        raise TypeError(f"where must be booleans, not of type {counts.dtype}")
    if weights is None:
        return Terms(counts)
    factors = tiling.numbers(weights)
    if factors.dtype.kind == "c":
        raise TypeError(f"weights must be real, not of type {factors.dtype}")
    mantissa, power = np.frexp(factors.astype(tiling.types(factors.dtype).wide))
    counts = counts & (factors != 0)
    return Terms(*np.broadcast_arrays(counts, np.where(mantissa == 0, 1, mantissa), power))


def _componentwise(name: str, write: Callable[[Block, Array], None], eta: ArrayLike, axis: Axis,
                   where: ArrayLike | None, out: Array | None) -> Array:
    if where is None:
        done = compiled.componentwise(name, eta, axis, out,
                                      lambda rows: _by_numpy(write, rows, -1, None, None))
        if done is not None:
            return done
    return _by_numpy(write, eta, axis, where, out)


def _by_numpy(write: Callable[[Block, Array], None], eta: ArrayLike, axis: Axis,
              where: ArrayLike | None, out: Array | None) -> Array:
    array = tiling.numbers(eta)
    terms = _terms(None, where)
    if terms is not None:
        array = np.broadcast_to(array, np.broadcast_shapes(array.shape, terms.counts.shape))
    axes = tiling.component_axes(array, axis)
    result = tiling.prepare_out(out, array.shape, tiling.types(array.dtype).result, array)
    with np.errstate(all="ignore"):
        for block, place in _blocks(tiling.apart(array, out), axes, result, terms):
            write(block, place)
    finished: Array = tiling.finish(result, eta) if out is None else out
    return finished


def _blocks(array: Array, axes: tuple[int, ...], result: Array, terms: Terms | None = None,
            deep: bool = True) -> Iterable[tuple[Block, Array]]:
    """The blocks of an array, each with its part of the result."""
    plan, types = tiling.plan(array.shape, array.strides, axes), tiling.types(array.dtype)
    source, target = array.transpose(plan.order), result.transpose(plan.order)
    if terms is None:
        store = Store(plan, types)
        if plan.is_single:
            return [(Block(source, store, None, deep), target)]
        return ((Block(source[place], store, None, deep), target[place])
                for place in plan.batches())
    if terms.mantissa is not None:  # of any size: the products are worked out in float64
        types = types._replace(working=types.wide)
    store = Store(plan, types)
    placed = terms.each(lambda part: np.broadcast_to(part, array.shape).transpose(plan.order))
    return ((Block(source[place], store, placed.each(itemgetter(place)), deep), target[place])
            for place in plan.batches())
