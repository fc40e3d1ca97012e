"""How a function of numpy is called when it is held against the page, and what it may return.

It gets copies that it cannot write to, and has to return a number or an array of numbers, in memory
of its own. Some calls are made again with the same numbers in another form: laid out otherwise in
memory, of another type, as rows of a batch. A function need not take these; if it does, it has to
mean them. At the end some are made once more, since what was said before has to be said again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.values import Matrix, Value, Vector
from execmath.code import layouts
from execmath.code.layouts import Array

LOOKED_AT = 24  # calls, of each order of magnitude of the size, that may be made in other forms
TRIED_AGAIN = 3  # of these, in each form
LOOSE = 256  # ulp, of either precision, between two calls of one function with the same numbers
OWN_TYPES = (np.dtype(np.float64), np.dtype(np.complex128))  # beside whole numbers

Values = Sequence[Any]  # arrays and numbers, or lists


class Given:
    """The author's function as one from values to a value.

    handed  what it takes by name, beside its arguments
    slack   in ulp, how far off it may be: two calls with the same numbers differ by no more
    """

    def __init__(self, function: Callable[..., Any], slack: float, scale: float) -> None:
        self.function, self.slack, self.scale = function, max(LOOSE, 2 * slack), max(1.0, scale)
        self.name = getattr(function, "__name__", str(function))
        self._names: tuple[str, ...] = ()  # of the last of what it is called with
        self._calls = 0
        self._calls_of: Counter[int] = Counter()  # by the order of magnitude of the size
        self._tried: Counter[tuple[str, int]] = Counter()
        self._before: tuple[Values, Array] | None = None
        self._last: Any = None  # what it returned, still in its memory
        self._to_repeat: list[tuple[Values, Array]] = []

    def on_values(self, handed: Mapping[str, Any]) -> Callable[..., Value]:
        self._names = tuple(handed)

        def call(*arguments: Value) -> Value:
            values = [*map(to_numpy, arguments), *handed.values()]
            result = self._call(values)
            self._remember(values, result)
            if any(map(np.iscomplexobj, values)):
                values = [np.real(value) for value in values]
                self._try_again(values, self._real(values, result))
            elif np.iscomplexobj(result):
                raise EvaluationError(f"{self.name} returned complex numbers for real ones")
            else:
                self._try_again(values, result)
            return _from_numpy(result)

        return call

    def repeat(self) -> None:
        """Some calls once more: the same numbers have the same value, whatever came between."""
        for values, before in self._to_repeat:
            result = self._call(values)
            if not np.array_equal(result, before, equal_nan=True):
                raise EvaluationError(f"{self.name} returns {_few(result)}, and when it was called "
                                      f"with the same numbers before, {_few(before)}")

    def _remember(self, values: Values, result: Array) -> None:
        """The first, the second, the fourth, the eighth call and so on."""
        self._calls += 1
        if self._calls & (self._calls - 1) == 0:
            self._to_repeat.append((values, result.copy()))

    def _call(self, values: Values) -> Array:
        result = self._called(values, values, frozen)
        array = self._numbers(result)
        if self._last is not None and np.may_share_memory(self._last, array):
            raise EvaluationError(f"{self.name} returns memory that it returned before, so that "
                                  "the one result becomes the other; it has to return a copy")
        self._last = array
        return array

    def _called(self, values: Values, numbers: Values, prepared: Callable[[Any], Any]) -> Any:
        """What the function returns for copies of the values, which are the same numbers after."""
        copies = [prepared(value) for value in values]
        first = len(copies) - len(self._names)
        named = dict(zip(self._names, copies[first:], strict=True))
        with np.errstate(all="ignore"):  # what overflows is told by its value
            result = self.function(*copies[:first], **named)
        for copy, number in zip(copies, numbers, strict=True):
            if not np.array_equal(copy, number):
                raise EvaluationError(f"{self.name} writes to its argument")
            if (isinstance(result, np.ndarray) and isinstance(copy, np.ndarray)
                    and np.may_share_memory(copy, result)):
                raise EvaluationError(f"{self.name} returns memory of its argument, so that what "
                                      "changes the one changes the other; it has to return a copy")
        return result

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
        if array.dtype.kind in "fc" and array.dtype not in OWN_TYPES:
            raise EvaluationError(f"{self.name} returned {_kind(result)} for numbers of float64")
        return array

    def _real(self, values: Values, result: Array) -> Array:
        """A derivative is a complex step; what it says of the function has to hold for reals."""
        real = self._call(values)
        if np.iscomplexobj(real) or not self._is_near(np.real(result), real, np.float64):
            raise EvaluationError(f"{self.name} of real numbers is {_few(real)}, and the real part "
                                  f"of what it makes of complex ones is {_few(np.real(result))}")
        return real

    # ------------------------------------------------------------------------ other forms

    def _try_again(self, values: Values, result: Array) -> None:
        magnitude = max(map(np.size, values)).bit_length()
        self._calls_of[magnitude] += 1
        if self._calls_of[magnitude] > LOOKED_AT:
            return
        if self._is_left("numbers to write to", magnitude):
            self._expect("with numbers that it may write to", values, values, result,
                         prepared=writable)
        self._try_forms(values, result, "", magnitude)
        if not self._names and self._is_left("rows", magnitude):
            self._try_batch(values, result, magnitude)

    def _try_forms(self, values: Values, result: Array, of: str, magnitude: int) -> None:
        for form in layouts.FORMS:
            if self._tried[of + form.name, magnitude] < TRIED_AGAIN:
                changed = form.of(values, result)
                if changed is not None:
                    self._tried[of + form.name, magnitude] += 1
                    self._expect(of + form.name, changed, values, result, form.precision)

    def _is_left(self, form: str, magnitude: int) -> bool:
        """Whether to try it once more; that is counted for each order of magnitude of the size."""
        self._tried[form, magnitude] += 1
        return self._tried[form, magnitude] <= TRIED_AGAIN

    def _try_batch(self, values: Values, result: Array, magnitude: int) -> None:
        before, self._before = self._before, (values, result.copy())
        if before is None or shapes(*before) != shapes(values, result):
            return
        batch = [np.stack([one, other]) for one, other in zip(before[0], values, strict=True)]
        expected = np.stack([before[1], result])
        if self._expect("as rows of a batch", batch, batch, expected, prepared=writable):
            self._try_forms(batch, expected, "as rows of a batch ", magnitude)
            for how, change in layouts.batches(magnitude):
                if self._is_left(how, magnitude):
                    changed = [change(rows) for rows in batch]
                    self._expect(how, changed, changed, change(expected))

    def _expect(self, how: str, values: Values, numbers: Values, expected: Array,
                precision: type[np.floating[Any]] = np.float64,
                prepared: Callable[[Any], Any] | None = None) -> bool:
        """Whether the function takes such values: otherwise it raises, or returns what is no array,
        or another shape.

        numbers  the same as they are mostly given
        """
        try:
            result = self._called(values, numbers, prepared or frozen)
        except EvaluationError as error:
            raise EvaluationError(f"called {how}, {error.message}") from None
        except Exception:
            return False
        if type(result) is not np.ndarray and not isinstance(result, np.number | int | float):
            return False
        array = np.asarray(result)
        if array.shape != expected.shape:
            return False
        if not self._is_near(array, expected, precision):
            raise EvaluationError(f"{self.name} called {how} returns {_few(array)}, and otherwise "
                                  f"{_few(expected)} for the same numbers")
        return True

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


def frozen(value: Any) -> Any:
    """A copy that cannot be written to, laid out as it is."""
    if isinstance(value, list):
        return [frozen(item) for item in value]
    if not isinstance(value, np.ndarray) or value.ndim == 0:
        return value
    copy = value.copy() if value.flags.c_contiguous and value.flags.aligned else value
    copy.flags.writeable = False
    return copy


def shapes(values: Values, result: Array) -> list[tuple[int, ...]]:
    """Those of the arguments, and of what the function makes of them."""
    return [*map(np.shape, values), result.shape]


def writable(value: Any) -> Any:
    """A copy that can be written to."""
    return value.copy() if isinstance(value, np.ndarray) else value


def _kind(result: Any) -> str:
    dtype = getattr(result, "dtype", None)
    return f"{type(result).__name__} of {dtype}" if dtype is not None else type(result).__name__


def _few(array: Array) -> str:
    return np.array2string(array, threshold=8, precision=8)
