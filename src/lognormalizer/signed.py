"""Sums of exponentials with factors of either sign, to twice the precision, since they cancel."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lognormalizer import tiling
from lognormalizer.double_double import LN2_HIGH, LN2_LOW, LN2_TAIL, Double, exp
from lognormalizer.stabilized import HUGE, Terms

Array = NDArray[Any]


def write_log_sum(eta: Array, axes: tuple[int, ...], terms: Terms, result: Array,
                  sign: Array) -> None:
    """The logarithm of |sum(factor * exp(eta))| and the sign of that sum, into their places.

    eta           real, any shape
    axes          those of the components
    terms         factors and which of them count, of a shape that broadcasts against that of eta
    result, sign  arrays with axes of length 1 for the components
    """
    batch = tuple(a for a in range(eta.ndim) if a not in axes)
    order = batch + axes
    shape = tuple(eta.shape[a] for a in batch)

    def rows(array: Array) -> Array:
        return np.broadcast_to(array, eta.shape).transpose(order)

    source, placed = rows(eta), terms.each(rows)
    size = max(1, eta.size // max(1, result.size))
    into = [array.transpose(order).reshape(shape) for array in (result, sign)]
    for piece in tiling.pieces(shape, max(1, tiling.BLOCK // size)):
        part = placed.each(itemgetter(piece))
        logarithm, direction = _log_sum(source[piece], part, len(axes))
        into[0][piece], into[1][piece] = logarithm, direction


def _log_sum(eta: Array, terms: Terms, depth: int) -> tuple[Array, Array]:
    """The same of arrays with the components on the last axes, so many of them."""
    def flat(array: Any) -> Array:
        return np.reshape(array, (*array.shape[:array.ndim - depth], -1))

    counts, mantissa, power = flat(terms.counts), flat(terms.mantissa), flat(terms.power)
    eta = np.where(counts, flat(eta), -np.inf).astype(np.result_type(eta, np.float64))
    top = np.max(eta + (np.log(np.abs(mantissa)) + power * LN2_HIGH), axis=-1, keepdims=True)
    finite = np.where(np.isfinite(top), top, 0)
    below = Double(eta) - finite + Double(LN2_LOW, LN2_TAIL) * power + power * LN2_HIGH
    # To huge exponents the logarithms of the factors were not added.
    surplus = np.max(below.head, axis=-1, keepdims=True)
    surplus = np.where((np.abs(finite) > HUGE) & np.isfinite(surplus), surplus, 0)
    below = below - surplus
    weights = exp(below, full=True).where(eta > -np.inf)
    infinite = top == np.inf
    total = (Double(np.where(infinite, eta == np.inf, weights.head),
                    np.where(infinite, 0, weights.tail)) * np.where(
                        infinite, np.sign(mantissa), mantissa)).sum()
    # Of infinite terms of either sign there is no sum.
    many = np.count_nonzero(eta == np.inf, axis=-1, keepdims=True)
    undefined = np.isnan(top) | infinite & (np.abs(total.head) < many)
    size = Double(np.log(np.abs(total.rounded())))
    logarithm = np.where(infinite, top, (size + surplus + finite).rounded())
    return (np.where(undefined, np.nan, logarithm)[..., 0],
            np.where(undefined, np.nan, np.sign(total.head))[..., 0])
