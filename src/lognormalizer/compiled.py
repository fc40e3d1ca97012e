"""logsumexp, softmax and log_softmax by `kernel.c`, where that was compiled.

`python -m lognormalizer --compile` puts the compiled kernel beside this file, where it is found at
import. Its promises are those of numpy's way; the last bits differ. It takes contiguous arrays of
float64 and float32. All else is left to numpy, and so are vectors with an infinity or NaN in their
sum.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from math import prod
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Address = int
Compiled = Callable[[Address, Address, int, int, int], int]  # and the three lengths of an array
Function = Callable[[Array], Array]  # of rows

LIBRARY = Path(__file__).with_name("kernel.so")
NAMES = ("log_sum_exp", "softmax", "log_softmax")


def load(library: Path) -> dict[str, Compiled]:
    """The functions of a compiled kernel by their names, which end with a type; none without it."""
    if not library.exists():
        return {}
    try:
        compiled = ctypes.CDLL(str(library))
    except OSError:  # of another machine, say
        return {}
    prototype = ctypes.CFUNCTYPE(ctypes.c_ssize_t, *[ctypes.c_void_p] * 2, *[ctypes.c_ssize_t] * 3)
    return {f"{name}_{dtype}": prototype((f"{name}_{dtype}", compiled))
            for name in NAMES for dtype in "df"}


def _found() -> dict[str, Compiled]:
    """Those of the kernel beside this file. Without one the environment is not asked."""
    if not LIBRARY.exists():
        return {}
    from lognormalizer.choice import wants_kernel

    return load(LIBRARY) if wants_kernel() else {}


class Layout(NamedTuple):
    """How the kernel sees an array: of shape (outer, k, inner), contiguous in that order, or where
    the order is Fortran's, with all axes turned round."""

    lengths: tuple[int, int, int]
    order: Literal["C", "F"]
    place: int | None  # of the axis of the components; None for all

    def rows(self, array: Array) -> Array:
        """A view of it with the components on the last axis."""
        if self.place is None:
            return array.reshape(1, -1, order=self.order)
        return np.moveaxis(array, self.place, -1)


def log_sum_exp(eta: Any, axis: Any, keepdims: bool, out: Array | None,
                by_numpy: Function) -> Any:
    """`logsumexp` without weights, with `by_numpy` for single rows; None where it is left to it."""
    if (layout := _layout(eta, axis)) is None:
        return None
    shape, place = eta.shape, layout.place
    kept: tuple[int, ...] = (1,) if keepdims else ()
    kept = kept * eta.ndim if place is None else shape[:place] + kept + shape[place + 1:]
    result = np.empty(kept, eta.dtype, layout.order) if out is None else out
    if not _fits(eta, layout, result, kept):
        return None
    if _run("log_sum_exp", eta, layout, result):
        sums = _redone(by_numpy, eta, layout, result)
        result = sums.reshape(kept) if out is None else out
    return result if out is not None or kept else result[()]


def componentwise(name: str, eta: Any, axis: Any, out: Array | None,
                  by_numpy: Function) -> Array | None:
    """`softmax` or `log_softmax`, with `by_numpy` for single rows; None where it is left to it."""
    if (layout := _layout(eta, axis)) is None:
        return None
    result = np.empty(eta.shape, eta.dtype, layout.order) if out is None else out
    if not _fits(eta, layout, result, eta.shape):
        return None
    if _run(name, eta, layout, result):
        rows = layout.rows(result)
        _redo(by_numpy, np.isnan(rows[..., 0]), layout.rows(eta), rows)
    return result


def _layout(eta: Any, axis: Any) -> Layout | None:
    """As the kernel sees it; None where it is not at work, or not for such an array."""
    if not FUNCTIONS or type(eta) is not np.ndarray:
        return None
    dtype, flags = eta.dtype, eta.flags
    if not (dtype.char in "df" and dtype.isnative and flags.aligned and eta.size):
        return None
    if axis is None and eta.ndim:
        return _of_all(eta.size, flags)
    return _along(eta.shape, axis, flags)


def _of_all(size: int, flags: Any) -> Layout | None:
    if flags.c_contiguous:
        return Layout((1, size, 1), "C", None)
    return Layout((1, size, 1), "F", None) if flags.f_contiguous else None


def _along(shape: tuple[int, ...], axis: Any, flags: Any) -> Layout | None:
    if not isinstance(axis, int) or not -len(shape) <= axis < len(shape):
        return None
    place = axis % len(shape)
    before, after = prod(shape[:place]), prod(shape[place + 1:])
    if flags.c_contiguous:
        return Layout((before, shape[place], after), "C", place)
    return Layout((after, shape[place], before), "F", place) if flags.f_contiguous else None


def _fits(eta: Array, layout: Layout, result: Array, shape: tuple[int, ...]) -> bool:
    return (result.shape == shape and result.dtype == eta.dtype and result.flags[layout.order]
            and result.flags.behaved and not np.may_share_memory(eta, result))


def _run(name: str, eta: Array, layout: Layout, result: Array) -> int:
    """How many vectors are left, as there is an infinity or NaN among them."""
    function = FUNCTIONS[f"{name}_{eta.dtype.char}"]
    return function(eta.ctypes.data, result.ctypes.data, *layout.lengths)


def _redone(by_numpy: Function, eta: Array, layout: Layout, result: Array) -> Array:
    """The sums, one for each vector, with those that the kernel left."""
    shape, place = eta.shape, layout.place
    sums = result.reshape(1 if place is None else shape[:place] + shape[place + 1:])
    _redo(by_numpy, np.isnan(sums), layout.rows(eta), sums)
    return sums


def _redo(by_numpy: Function, left: Array, rows: Array, results: Array) -> None:
    results[left] = by_numpy(rows[left])


FUNCTIONS = _found()
