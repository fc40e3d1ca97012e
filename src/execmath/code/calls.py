"""How a function of numpy is called when it is held against the page, and what it may return.

It gets copies that it cannot write to, and has to return a number or an array of numbers. A first
few calls are made again with the same numbers laid out otherwise: with gaps in memory, with zeros
below zero, in single precision, and as rows of a batch. A function need not take these; if it does,
it has to mean them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.values import Matrix, Value, Vector

TRIED_AGAIN = 24  # calls, in other layouts
LOOSE = 256  # ulp, of either precision, between two calls of one function with the same numbers
SINGLE_MOST = 1e30  # above it single precision may overflow inside

Array = np.ndarray[Any, Any]


class Given:
    """The author's function as one from values to a value.

    handed  what it takes by name, beside its arguments
    slack   in ulp, how far off it may be: two calls with the same numbers differ by no more
    """

    def __init__(self, function: Callable[..., Any], slack: float, scale: float) -> None:
        self.function, self.slack, self.scale = function, max(LOOSE, 2 * slack), max(1.0, scale)
        self.name = getattr(function, "__name__", str(function))
        self._left = TRIED_AGAIN
        self._before: tuple[list[Any], Array] | None = None

    def on_values(self, handed: Mapping[str, Any]) -> Callable[..., Value]:
        def call(*arguments: Value) -> Value:
            arrays = [to_numpy(argument) for argument in arguments]
            result = self._call(arrays, handed)
            if any(map(np.iscomplexobj, arrays)):
                self._check_real(arrays, handed, result)
            else:
                if np.iscomplexobj(result):
                    raise EvaluationError(f"{self.name} returned complex numbers for real ones")
                self._try_again(arrays, handed, result)
            return _from_numpy(result)

        return call

    def _call(self, arrays: list[Any], handed: Mapping[str, Any]) -> Array:
        copies = [_frozen(array) for array in arrays]
        named = {name: _frozen(array) for name, array in handed.items()}
        result = self.function(*copies, **named)
        for copy, array in zip([*copies, *named.values()], [*arrays, *handed.values()],
                               strict=True):
            if not np.array_equal(copy, array):
                raise EvaluationError(f"{self.name} writes to its argument")
        return self._numbers(result)

    def _numbers(self, result: Any) -> Array:
        """The result as an array; a number has no axes."""
        exact = type(result) in (int, float, complex, np.ndarray)
        if not exact and not isinstance(result, np.number):
            raise EvaluationError(f"{self.name} returned {_kind(result)}, which is neither a "
                                  "number nor an array of numbers")
        array = np.asarray(result)
        if array.dtype.kind not in "iufc" or array.ndim > 2:
            raise EvaluationError(f"{self.name} returned {_kind(result)}, of shape {array.shape}; "
                                  "it has to be a number, or a vector or matrix of numbers")
        return array

    def _check_real(self, arrays: list[Any], handed: Mapping[str, Any], result: Array) -> None:
        """A derivative is a complex step; what it says of the function has to hold for reals."""
        real = self._call([np.real(array) for array in arrays], handed)
        if np.iscomplexobj(real) or not self._is_near(np.real(result), real, np.float64):
            raise EvaluationError(f"{self.name} of real numbers is {_few(real)}, and the real part "
                                  f"of what it makes of complex ones is {_few(np.real(result))}")

    # ------------------------------------------------------------------- other layouts

    def _try_again(self, arrays: list[Any], handed: Mapping[str, Any], result: Array) -> None:
        if self._left <= 0:
            return
        self._left -= 1
        self._expect("with gaps in memory", [_gapped(array) for array in arrays], handed, result,
                     np.float64)
        if any(np.any(np.asarray(array) == 0) for array in arrays):
            self._expect("with -0.0 for 0", [_below_zero(array) for array in arrays], handed,
                         result, np.float64)
        single = [_single(array) for array in arrays]
        if all(map(np.array_equal, single, arrays)) and _is_moderate(result):
            self._expect("in single precision", single, handed, result, np.float32)
        if not handed:
            self._try_batch(arrays, result)

    def _try_batch(self, arrays: list[Any], result: Array) -> None:
        before, self._before = self._before, (arrays, result)
        if before is None or [np.shape(a) for a in before[0]] != [np.shape(a) for a in arrays]:
            return
        batch = [np.stack([one, other]) for one, other in zip(before[0], arrays, strict=True)]
        if before[1].shape == result.shape:
            self._expect("as rows of a batch", batch, {}, np.stack([before[1], result]),
                         np.float64)

    def _expect(self, how: str, arrays: list[Any], handed: Mapping[str, Any], expected: Array,
                precision: type[np.floating[Any]]) -> None:
        """The function need not take such arguments; then it raises, or returns another shape."""
        try:
            result = self.function(*map(_frozen, arrays), **handed)
        except Exception:
            return
        if type(result) is not np.ndarray and not isinstance(result, np.number | float):
            return
        array = np.asarray(result)
        if array.shape == expected.shape and not self._is_near(array, expected, precision):
            raise EvaluationError(f"{self.name} called {how} returns {_few(array)}, and otherwise "
                                  f"{_few(expected)} for the same numbers")

    def _is_near(self, one: Array, other: Array, precision: type[np.floating[Any]]) -> bool:
        if one.shape != other.shape:
            return False
        unit = self.slack * float(np.finfo(precision).eps)
        with np.errstate(all="ignore"):
            one, other = np.asarray(one, np.float64), np.asarray(other, np.float64)
            near = np.abs(one - other) <= unit * np.maximum(self.scale, np.abs(other))
            alike = (one == other) | (np.isnan(one) & np.isnan(other))
        return bool(np.all(near | alike))


def to_numpy(value: Value) -> Any:
    if not isinstance(value, Vector):
        return value
    return np.array([to_numpy(item) for item in value])


def _from_numpy(array: Array) -> Value:
    if array.ndim == 0:
        return array.item()
    rows = [_from_numpy(item) for item in array]
    return Vector(rows) if array.ndim == 1 else Matrix(rows)


def _frozen(array: Any) -> Any:
    """A copy that cannot be written to, laid out as it is."""
    if not isinstance(array, np.ndarray) or array.ndim == 0:
        return array
    if not array.flags.c_contiguous:
        array.flags.writeable = False
        return array
    copy = array.copy()
    copy.flags.writeable = False
    return copy


def _gapped(array: Any) -> Any:
    """The same numbers, every second of an array."""
    return np.repeat(array, 2, axis=-1)[..., ::2] if np.ndim(array) else array


def _below_zero(array: Any) -> Any:
    """The same numbers, each zero with the other sign."""
    return np.where(array == 0, -0.0, array) if np.ndim(array) else array


def _single(array: Any) -> Any:
    if np.asarray(array).dtype.kind != "f":
        return array
    with np.errstate(all="ignore"):
        return np.float32(array)


def _is_moderate(array: Array) -> bool:
    return bool(np.all(np.abs(array) < SINGLE_MOST))


def _kind(result: Any) -> str:
    dtype = getattr(result, "dtype", None)
    return f"{type(result).__name__} of {dtype}" if dtype is not None else type(result).__name__


def _few(array: Array) -> str:
    return np.array2string(array, threshold=8, precision=8)
