"""What an expression evaluates to besides a number, and why it may not evaluate at all.

A number is an int, an fmpq (exact) or whatever the reading computes with. Nothing is broadcast: a
vector meets a vector of its own length, and a number multiplies or divides it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from execmath.syntax import Span

Value = Any  # a number of the reading, a Vector, a Covector, or a function from values to a value


class EvaluationError(Exception):
    """No value, and no precision would bring one. `span` is the piece of the display at fault."""

    def __init__(self, message: str, span: Span | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


class Undecided(EvaluationError):
    """No value at this precision; a higher one may bring it."""


class Vector:
    """A column; its items are numbers, or vectors (then it is a matrix, by rows)."""

    __slots__ = ("items",)
    shape_name = "a vector"

    def __init__(self, items: Sequence[Value]) -> None:
        self.items = tuple(items)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Value]:
        return iter(self.items)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.items == other.items

    def __hash__(self) -> int:
        return hash(self.items)

    def __repr__(self) -> str:
        return f"({', '.join(map(str, self.items))})"

    def _pairs(self, other: object, operation: str) -> Iterator[tuple[Value, Value]]:
        if type(other) is not type(self):
            raise EvaluationError(f"{describe(self)} {operation} {describe(other)}: shapes differ")
        if len(other) != len(self):
            raise EvaluationError(f"{describe(self)} {operation} {describe(other)}: shapes differ")
        return zip(self.items, other.items, strict=True)

    def __add__(self, other: Value) -> Value:
        return type(self)([a + b for a, b in self._pairs(other, "plus")])

    def __sub__(self, other: Value) -> Value:
        return type(self)([a - b for a, b in self._pairs(other, "minus")])

    def __neg__(self) -> Value:
        return type(self)([-a for a in self.items])

    def __mul__(self, other: Value) -> Value:
        if isinstance(other, Vector):
            raise EvaluationError(f"{describe(self)} times {describe(other)}: no such product")
        return type(self)([a * other for a in self.items])

    def __radd__(self, other: Value) -> Value:
        raise EvaluationError(f"{describe(other)} plus {describe(self)}: shapes differ")

    def __rsub__(self, other: Value) -> Value:
        raise EvaluationError(f"{describe(other)} minus {describe(self)}: shapes differ")

    def __rmul__(self, other: Value) -> Value:
        return type(self)([other * a for a in self.items])

    def __rtruediv__(self, other: Value) -> Value:
        raise EvaluationError(f"{describe(other)} divided by {describe(self)}: no such quotient")


class Covector(Vector):
    """A row: a transposed vector, made to be multiplied with a column."""

    __slots__ = ()
    shape_name = "a transposed vector"

    def __mul__(self, other: Value) -> Value:
        if type(other) is Vector:
            if len(other) != len(self):
                raise EvaluationError(f"{describe(self)} times {describe(other)}: shapes differ")
            total: Value = 0
            for a, b in zip(self.items, other.items, strict=True):
                total = total + a * b
            return total
        return super().__mul__(other)


def describe(value: object) -> str:
    if isinstance(value, Vector):
        return f"{value.shape_name} of {len(value)}"
    return "a function" if callable(value) else "a number"


def principal(value: Value) -> Value:
    """The number itself, where a derivative carries a slope beside it."""
    while hasattr(value, "slope"):
        value = value.value
    return value


def transpose(value: Value) -> Value:
    if type(value) is Vector:
        return Covector(value.items)
    if type(value) is Covector:
        return Vector(value.items)
    raise EvaluationError(f"{describe(value)} cannot be transposed")
