"""The Bernoulli distribution as an exponential family: the log-normalizer, its gradient, and back.

Elementwise functions of the natural parameter, the log-odds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lognormalizer import complex_valued, tiling

Array = NDArray[Any]
Function = Callable[[Array], Any]


def softplus(eta: ArrayLike, *, out: Array | None = None) -> Any:
    """The log-normalizer of the Bernoulli distribution, log(1 + exp(eta)).

    eta     natural parameter (log-odds, nats), any shape; float16, float32, longer floats and
            complex are kept, integers and lists become float64
    out     array for the result; may be eta itself
    returns array of that shape, positive
    error   at most 2 ulp for real numbers
    raises  ValueError for an `out` that does not fit; inf, -inf and NaN give their limits
    equations: softplus, softplus-reflection
    source: Wainwright & Jordan 2008, table 3.1, doi:10.1561/2200000001
    """
    return _elementwise((_softplus, complex_valued.softplus), eta, out)


def sigmoid(eta: ArrayLike, *, out: Array | None = None) -> Any:
    """The mean of the Bernoulli distribution, the gradient of softplus: 1 / (1 + exp(-eta)).

    eta     natural parameter (log-odds, nats), any shape; dtypes as for `softplus`
    out     array for the result; may be eta itself
    returns array of that shape, between 0 and 1
    error   at most 2 ulp
    raises  as `softplus`
    equations: logistic-sigmoid, sigmoid-is-gradient
    source: Wainwright & Jordan 2008, table 3.1, doi:10.1561/2200000001
    """
    return _elementwise((_sigmoid, complex_valued.sigmoid), eta, out)


def log_sigmoid(eta: ArrayLike, *, out: Array | None = None) -> Any:
    """The logarithm of the sigmoid: -log(1 + exp(-eta)).

    eta     natural parameter (log-odds, nats), any shape; dtypes as for `softplus`
    out     array for the result; may be eta itself
    returns array of that shape, negative
    error   at most 2 ulp
    raises  as `softplus`
    equations: log-sigmoid, log-sigmoid-is-softplus
    source: Wainwright & Jordan 2008, table 3.1, doi:10.1561/2200000001
    """
    return _elementwise((_log_sigmoid, complex_valued.log_sigmoid), eta, out)


def logit(p: ArrayLike, *, out: Array | None = None) -> Any:
    """The natural parameter of the Bernoulli distribution, log(p / (1 - p)).

    p       probability, from 0 to 1, any shape; dtypes as for `softplus`
    out     array for the result; may be p itself
    returns array of that shape (log-odds, nats); -inf at 0 and inf at 1
    error   at most 2 ulp
    raises  ValueError for a number below 0 or above 1; otherwise as `softplus`
    equations: logit, logit-inverts-sigmoid
    source: Wainwright & Jordan 2008, table 3.1, doi:10.1561/2200000001
    """
    array = tiling.numbers(p)
    outside = (array.real < 0) | (array.real > 1)
    if np.any(outside):
        where = tuple(int(i) for i in np.argwhere(outside)[0])
        raise ValueError(f"the probability at index {where} is not from 0 to 1: {array[where]}")
    return _elementwise((_logit, complex_valued.logit), p, out)


def _softplus(eta: Array) -> Any:
    tail = np.log1p(np.exp(-np.abs(eta)))
    tail += np.maximum(eta, 0)
    return tail


def _log_sigmoid(eta: Array) -> Any:
    return -_softplus(-eta)


def _sigmoid(eta: Array) -> Any:
    small = np.exp(-np.abs(eta))  # at most 1: it never overflows, and the sum is 1 or more
    total = 1 + small
    lost = small - (total - 1)
    result = np.where(eta < 0, small, 1) / total
    result -= result * (lost / total)
    return result


def _logit(p: Array) -> Any:
    below, above = p < 0.25, p > 0.75
    # In between the quotient is close to 1; its distance from 1 has all its digits.
    odds = np.where(p < 0.5, p, 1 - p)
    between = np.log1p(np.abs(2 * p - 1) / odds)
    outer = np.log(p / (1 - p))
    return np.where(below | above, outer, np.copysign(between, p - 0.5))


def _elementwise(functions: tuple[Function, Function], eta: ArrayLike, out: Array | None) -> Any:
    """A function of real, or of complex numbers, of blocks of an array."""
    array = tiling.numbers(eta)
    function = functions[array.dtype.kind == "c"]
    result = tiling.prepare_out(out, array.shape, tiling.types(array.dtype).result, array)
    array = tiling.apart(array, out)
    order = tiling.memory_order(array.strides)
    source, target = array.transpose(order), result.transpose(order)
    with np.errstate(all="ignore"):
        for piece in tiling.pieces(source.shape, tiling.BLOCK):
            place: Any = (..., *piece)  # so that an array of no axes stays an array
            # float64 at least: numpy's float32 exponential and logarithm are off by 3 ulp.
            part = np.asarray(source[place], np.result_type(source, np.float64))
            np.copyto(target[place], function(part), casting="same_kind")
    return tiling.finish(result, eta) if out is None else out
