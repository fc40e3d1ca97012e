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
from numpy.typing import ArrayLike, NDArray

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

    def shape_of_sums(self, shape: tuple[int, ...], *, keepdims: bool) -> tuple[int, ...]:
        """The shape without the components, or with a 1 in their place."""
        kept = (1,) if keepdims else ()
        if self.place is None:
            return kept * len(shape)
        return shape[: self.place] + kept + shape[self.place + 1 :]


def log_sum_exp(eta: ArrayLike, axis: Any, keepdims: bool, out: Array | None,
                by_numpy: Function) -> Any:
    """`logsumexp` without weights, with `by_numpy` for single rows; None where it is left to it."""
    if type(eta) is not np.ndarray or (layout := _layout(eta, axis)) is None:
        return None
    kept = layout.shape_of_sums(eta.shape, keepdims=keepdims)
    result = np.empty(kept, eta.dtype, layout.order) if out is None else out
    if not _fits(eta, layout, result, kept):
        return None
    if _run("log_sum_exp", eta, layout, result):
        sums = result.reshape(1 if layout.place is None
                              else layout.shape_of_sums(eta.shape, keepdims=False))
        _redo(by_numpy, np.isnan(sums), layout.rows(eta), sums)
        result = sums.reshape(kept) if out is None else out
    return result if out is not None or kept else result[()]


def componentwise(name: str, eta: ArrayLike, axis: Any, out: Array | None,
                  by_numpy: Function) -> Array | None:
    """`softmax` or `log_softmax`, with `by_numpy` for single rows; None where it is left to it."""
    if type(eta) is not np.ndarray or (layout := _layout(eta, axis)) is None:
        return None
    result = np.empty(eta.shape, eta.dtype, layout.order) if out is None else out
    if not _fits(eta, layout, result, eta.shape):
        return None
    if _run(name, eta, layout, result):
        rows = layout.rows(result)
        _redo(by_numpy, np.isnan(rows[..., 0]), layout.rows(eta), rows)
    return result


def _layout(eta: Array, axis: Any) -> Layout | None:
    if not _is_for_the_kernel(eta):
        return None
    shape, flags = eta.shape, eta.flags
    if axis is None and shape and flags.forc:
        return Layout((1, eta.size, 1), "C" if flags.c_contiguous else "F", None)
    if not isinstance(axis, int) or not -len(shape) <= axis < len(shape):
        return None
    place = axis % len(shape)
    before, after = prod(shape[:place]), prod(shape[place + 1:])
    if flags.c_contiguous:
        return Layout((before, shape[place], after), "C", place)
    return Layout((after, shape[place], before), "F", place) if flags.f_contiguous else None


def _is_for_the_kernel(eta: Array) -> bool:
    """Numbers that it knows, where it is at work."""
    dtype = eta.dtype
    return bool(FUNCTIONS and dtype.char in "df" and dtype.isnative and eta.flags.aligned
                and eta.size)


def _fits(eta: Array, layout: Layout, result: Array, shape: tuple[int, ...]) -> bool:
    return (result.shape == shape and result.dtype == eta.dtype and result.flags[layout.order]
            and result.flags.behaved and not np.may_share_memory(eta, result))


def _run(name: str, eta: Array, layout: Layout, result: Array) -> int:
    """How many vectors are left, as there is an infinity or NaN among them."""
    function = FUNCTIONS[f"{name}_{eta.dtype.char}"]
    return function(eta.ctypes.data, result.ctypes.data, *layout.lengths)


def _redo(by_numpy: Function, left: Array, rows: Array, results: Array) -> None:
    results[left] = by_numpy(rows[left])


FUNCTIONS = _found()
