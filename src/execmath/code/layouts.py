"""The same numbers laid out otherwise: what numpy functions are called with besides float64 arrays.

A form makes of each argument another with the same numbers, or says that it has none. Whoever
calls a function with these does not think of it as another function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

SINGLE_MOST = 1e30  # above it single precision may overflow inside
HALF_MOST = 16.0  # likewise for half precision, of which the largest number is 65,504
WHOLE_MOST = 1_000  # squares, cubes and products of a few of them are whole numbers of 64 bits
ROWS = (1, 3, 9, 33, 129, 1000)
BATCH_MOST = 2**15  # numbers of a batch

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Form:
    """One way to hand the same numbers over.

    name       as a message says it: *called with gaps in memory*
    change     of an argument; None where it cannot be said so
    precision  to which the answers agree
    most       the largest number that comes in or goes out
    """

    name: str
    change: Callable[[Any], Any]
    precision: type[np.floating[Any]] = np.float64
    most: float = np.inf

    def of(self, arrays: Sequence[Any], result: Array) -> list[Any] | None:
        """The arguments in this form; None where it changes none of them, or loses digits."""
        if self.most < np.inf and largest([*arrays, result]) > self.most:
            return None
        changed = [self.change(array) for array in arrays]
        is_other = any(one is not other for one, other in zip(changed, arrays, strict=True))
        return changed if is_other and not any(array is None for array in changed) else None


def largest(arrays: Sequence[Any]) -> float:
    """The largest absolute value in them."""
    return max((float(np.max(np.abs(array), initial=0.0)) for array in arrays), default=0.0)


# -------------------------------------------------------------------- one array otherwise


def _gapped(array: Any) -> Any:
    """Every second of an array."""
    return np.repeat(array, 2, axis=-1)[..., ::2] if np.ndim(array) else array


def _backwards(array: Any) -> Any:
    """From the last to the first in memory."""
    return array[..., ::-1].copy()[..., ::-1] if np.ndim(array) else array


def _swapped(array: Any) -> Any:
    return array.astype(array.dtype.newbyteorder()) if np.ndim(array) else array


def _unaligned(array: Any) -> Any:
    """At an address that is no multiple of eight."""
    if not np.ndim(array):
        return array
    memory = np.empty(array.nbytes + 1, np.uint8)
    moved: Array = np.ndarray(array.shape, array.dtype, memory.data, 1)
    moved[...] = array
    return moved


def _column_major(array: Any) -> Any:
    return np.asfortranarray(array) if np.ndim(array) > 1 else array


def _below_zero(array: Any) -> Any:
    """Each zero with the other sign."""
    if not np.ndim(array) or np.all(array):
        return array
    return np.where(array == 0, -0.0, array)


def _of_type(dtype: type[np.floating[Any]]) -> Callable[[Any], Any]:
    def change(array: Any) -> Any:
        if np.asarray(array).dtype.kind != "f":
            return array
        with np.errstate(all="ignore"):
            other = np.asarray(array).astype(dtype)[()]
        return other if np.array_equal(other, array) else None

    return change


def _whole(array: Any) -> Any:
    if np.asarray(array).dtype.kind != "f":
        return array
    if not np.all(np.abs(array) <= WHOLE_MOST) or np.any(array != np.rint(array)):
        return None
    return np.asarray(array).astype(np.int64) if np.ndim(array) else int(array)


def _list(array: Any) -> Any:
    return array.tolist() if np.ndim(array) else array


def _tuple(array: Any) -> Any:
    return tuple(_tuple(row) for row in array) if np.ndim(array) else _list(array)


def _numpy_number(value: Any) -> Any:
    """What numpy makes of a number of Python."""
    return value if np.ndim(value) else np.asarray(value)[()]


def _no_axes(value: Any) -> Any:
    return value if np.ndim(value) else np.asarray(value)


def _floating(value: Any) -> Any:
    """A whole number as what it mostly is by the time that it gets to a function."""
    return float(value) if type(value) is int else value


FORMS = (
    Form("with gaps in memory", _gapped),
    Form("with numbers from the last to the first in memory", _backwards),
    Form("with the bytes of each number in the other order", _swapped),
    Form("with numbers that are not aligned in memory", _unaligned),
    Form("with columns one after the other in memory", _column_major),
    Form("with -0.0 for 0", _below_zero),
    Form("in single precision", _of_type(np.float32), np.float32, SINGLE_MOST),
    Form("in half precision", _of_type(np.float16), np.float16, HALF_MOST),
    Form("in extended precision", _of_type(np.longdouble)),
    Form("with whole numbers", _whole),
    Form("with lists", _list),
    Form("with tuples", _tuple),
    Form("with numbers of numpy", _numpy_number),
    Form("with arrays that have no axes", _no_axes),
    Form("with 2.0 for 2", _floating),
)

# ---------------------------------------------------------------------------- rows of a batch

def batches(magnitude: int) -> Iterator[tuple[str, Callable[[Array], Array]]]:
    """What is made of two rows; `magnitude` is the number of bits of the size of one."""
    yield "as a batch without rows", lambda rows: rows[:0]
    yield "as a batch with two axes", lambda rows: rows[:, None]
    yield "as a batch with three axes", lambda rows: rows[None, :, None]
    for number in ROWS:
        if number << magnitude <= BATCH_MOST:
            yield f"as a batch of {number} rows", partial(_repeated, number)


def _repeated(number: int, rows: Array) -> Array:
    """The two rows in turn."""
    return np.resize(rows, (number, *rows.shape[1:]))
