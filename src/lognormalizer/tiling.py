"""Arrays in blocks that fit the cache, with the components on the first axes.

A reduction is fast when the innermost loop is long. So where the components are few, a block is
copied with its batch contiguous, and reduced along the first axis.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.lib.array_utils import normalize_axis_tuple
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]
Axis = int | tuple[int, ...] | None
Piece = tuple[slice, ...]

BLOCK = 1 << 16  # elements of a block, whose working arrays stay in the cache
STRIPE = 1024  # vectors that are walked together where neighbors in memory are of different vectors
FEW = 128  # with fewer components than this, a block is copied to have its batch contiguous


def numbers(eta: ArrayLike) -> Array:
    """The array as it is. Raises TypeError for what is not numbers, or would lose its mask."""
    if type(eta) is not np.ndarray and isinstance(eta, np.ma.MaskedArray):
        raise TypeError("the mask of a masked array would be lost; hand over its data, and "
                        "where=~eta.mask to logsumexp, softmax and log_softmax")
    array = np.asarray(eta)
    if array.dtype.kind not in "fciub":
        raise TypeError(f"expected numbers, got an array of type {array.dtype}")
    return array


class Types(NamedTuple):
    """The types of numbers in a computation."""

    result: np.dtype[Any]
    working: np.dtype[Any]  # of the weights
    wide: np.dtype[Any]  # of their sums, float64 at least
    exact: np.dtype[Any]  # of real sums


@lru_cache
def types(dtype: np.dtype[Any]) -> Types:
    """The types for an argument of the given type, in the byte order of the machine."""
    result = dtype.newbyteorder("=") if dtype.kind in "fc" else np.dtype(np.float64)
    working = np.dtype(np.float32) if result == np.float16 else result
    wide = np.result_type(working, np.float64)
    return Types(result, working, wide, np.finfo(wide).dtype)


def component_axes(array: Array, axis: Axis) -> tuple[int, ...]:
    """The axes of the components, counted from the front. There must be components on them."""
    if array.ndim == 0:
        raise ValueError("expected at least one axis of components, got a single number; "
                         "write [eta] for one component")
    if axis == -1:  # the usual case, without what the others cost
        axes: tuple[int, ...] = (array.ndim - 1,)
    else:
        axes = tuple(range(array.ndim)) if axis is None else normalize_axis_tuple(axis, array.ndim)
    if not axes or 0 in [array.shape[a] for a in axes]:
        raise ValueError(f"the axis of components is empty (shape {array.shape}); "
                         "a log-normalizer needs at least one component")
    return axes


def prepare_out(out: Array | None, shape: tuple[int, ...], dtype: np.dtype[Any],
                like: Array | None = None) -> Array:
    """The array for the result: `out` if it fits, or a new one, in memory order like `like`."""
    if out is None:
        return np.empty(shape, dtype) if like is None else np.empty_like(like, dtype, subok=False)
    if out.shape != shape or out.dtype != dtype:
        raise ValueError(f"out has shape {out.shape} and type {out.dtype}, "
                         f"and the result has shape {shape} and type {dtype}")
    return out


def apart(array: Array, out: Array | None) -> Array:
    """The array, copied if writing to `out` would change what is still to be read.

    `out` may be the array itself: what is read there is read before it is written.
    """
    if out is None or not np.may_share_memory(array, out):
        return array
    same = array.__array_interface__["data"] == out.__array_interface__["data"]
    return array if same and array.strides == out.strides else array.copy()


def sample_shape(size: Any) -> tuple[int, ...]:
    """The shape that `size` says, a number or a shape."""
    return tuple(np.atleast_1d(np.asarray(size, np.intp)).tolist())


def finish(result: Array, eta: ArrayLike) -> Any:
    """A scalar where there are no axes; of the subclass of ndarray that eta has."""
    if type(eta) is not np.ndarray and isinstance(eta, np.ndarray):
        return eta.__array_wrap__(result)
    return result if result.ndim else result[()]


@dataclass(frozen=True)
class Plan:
    """How an array is walked: transposed so that the components come first, in blocks."""

    order: tuple[int, ...]  # of the axes
    shape: tuple[int, ...]  # in that order
    axes: tuple[int, ...]  # of the components, in that order: the first ones
    rows: int  # vectors in a block
    chunk: int  # components in a block
    packed: bool  # blocks are copied
    batch_last: bool  # the batch is contiguous in a block, and not the components

    @cached_property
    def is_whole(self) -> bool:
        """Whether a block holds its vectors whole."""
        return math.prod(self.shape[: len(self.axes)]) <= self.chunk

    @cached_property
    def is_single(self) -> bool:
        """Whether one block holds all."""
        return self.is_whole and 0 < math.prod(self.shape[len(self.axes):]) <= self.rows

    def batches(self) -> Iterator[Piece]:
        components = (slice(None),) * len(self.axes)
        for piece in pieces(self.shape[len(self.axes):], self.rows):
            yield components + piece

    @cached_property
    def chunks(self) -> tuple[Piece, ...]:
        """Pieces of the components of a block."""
        return tuple(pieces(self.shape[: len(self.axes)], self.chunk))

    def buffer(self, shape: tuple[int, ...], dtype: np.dtype[Any]) -> Array:
        """An array for a block, in its memory order."""
        count = len(self.axes)
        if self.batch_last:
            return np.empty(shape, dtype)
        last = np.empty(shape[count:] + shape[:count], dtype)
        return last.transpose(*range(len(shape) - count, len(shape)), *range(len(shape) - count))


@lru_cache
def plan(shape: tuple[int, ...], strides: tuple[int, ...], axes: tuple[int, ...]) -> Plan:
    """The plan for an array of that shape and memory order."""
    order = tuple(sorted(memory_order(strides), key=lambda a: a not in axes))
    ordered = tuple(shape[a] for a in order)
    k, n = math.prod(ordered[: len(axes)]), math.prod(ordered[len(axes):])
    across = n > 1 and abs(strides[order[-1]]) < abs(strides[order[len(axes) - 1]])
    packed = n > 1 and not across and k < FEW
    rows = max(BLOCK // k, min(n, STRIPE if across else 1), 1)
    chunk = BLOCK // max(1, min(rows, n))
    return Plan(order, ordered, tuple(range(len(axes))), rows, chunk,
                packed, across or packed)


def memory_order(strides: tuple[int, ...]) -> list[int]:
    """The axes, from the one whose neighbors are farthest apart in memory to the closest."""
    return sorted(range(len(strides)), key=lambda a: -abs(strides[a]))


def pieces(shape: tuple[int, ...], limit: int) -> Iterator[Piece]:
    """Slices that cut an array of that shape into pieces of at most `limit` elements, in order."""
    if 0 in shape:
        return
    if math.prod(shape) <= limit:
        yield (slice(None),) * len(shape)
        return
    inner = math.prod(shape[1:])
    step = max(1, limit // inner)
    for start in range(0, shape[0], step):
        for rest in pieces(shape[1:], max(inner, limit) if step > 1 else limit):
            yield (slice(start, start + step), *rest)
