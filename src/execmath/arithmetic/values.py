"""What an expression evaluates to besides a number.

A number is an int, an fmpq (exact) or whatever the reading computes with. Nothing is broadcast: a
vector meets a vector of its own length, and a number multiplies or divides it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from flint import arb, fmpq

from execmath.arithmetic.errors import EvaluationError, Mismatch

LONG = 256  # bits of a whole number, of which no reader counts the digits

Value = Any  # a number of the reading, a Vector, Covector or Matrix, or a function of values


class Vector:
    """A column of numbers."""

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

    def check_shape(self, other: object, operation: str) -> None:
        if type(other) is not type(self):
            raise Mismatch(f"{describe(self)} {operation} {describe(other)}: shapes differ")
        if shape(other) != shape(self):
            raise EvaluationError(f"{describe(self)} {operation} {describe(other)}: shapes differ")

    def map(self, function: Callable[[Value], Value]) -> Vector:
        """The function of each number in it."""
        return type(self)([function(item) for item in self.items])

    def __add__(self, other: Value) -> Value:
        self.check_shape(other, "plus")
        return type(self)([a + b for a, b in zip(self.items, other.items, strict=True)])

    def __sub__(self, other: Value) -> Value:
        self.check_shape(other, "minus")
        return type(self)([a - b for a, b in zip(self.items, other.items, strict=True)])

    def __neg__(self) -> Value:
        return type(self)([-a for a in self.items])

    def __mul__(self, other: Value) -> Value:
        if isinstance(other, Vector):
            return self.times(other)
        return type(self)([a * other for a in self.items])

    def times(self, other: Vector) -> Value:
        if type(other) is Covector:
            return Matrix([Vector([a * b for b in other.items]) for a in self.items])
        raise no_product(self, other)

    def __radd__(self, other: Value) -> Value:
        raise Mismatch(f"{describe(other)} plus {describe(self)}: shapes differ")

    def __rsub__(self, other: Value) -> Value:
        raise Mismatch(f"{describe(other)} minus {describe(self)}: shapes differ")

    def __rmul__(self, other: Value) -> Value:
        return type(self)([other * a for a in self.items])

    def __rtruediv__(self, other: Value) -> Value:
        raise Mismatch(f"{describe(other)} divided by {describe(self)}: no such quotient")


class Covector(Vector):
    """A row: a transposed vector, made to be multiplied with a column."""

    __slots__ = ()
    shape_name = "a transposed vector"

    def times(self, other: Vector) -> Value:
        if type(other) is Vector:
            return dot(self, other)
        if type(other) is Matrix:
            columns = other.transposed().items
            return Covector([dot(self, column) for column in columns])
        raise no_product(self, other)


class Matrix(Vector):
    """A vector of its rows, which are vectors of one length."""

    __slots__ = ()

    def map(self, function: Callable[[Value], Value]) -> Matrix:
        return Matrix([row.map(function) for row in self.items])

    @property
    def columns(self) -> int:
        return len(self.items[0]) if self.items else 0

    def transposed(self) -> Matrix:
        return Matrix([Vector(column) for column in zip(*self.items, strict=True)])

    def times(self, other: Vector) -> Value:
        if type(other) is Vector:
            return Vector([dot(row, other) for row in self.items])
        if type(other) is Matrix:
            if self.columns != len(other):
                raise EvaluationError(f"{describe(self)} times {describe(other)}: shapes differ")
            columns = other.transposed().items
            return Matrix([Vector([dot(row, column) for column in columns]) for row in self.items])
        raise no_product(self, other)


def dot(left: Vector, right: Vector) -> Value:
    """The sum of the products of their items."""
    if len(left) != len(right):
        raise EvaluationError(f"{describe(left)} times {describe(right)}: shapes differ")
    total: Value = 0
    for a, b in zip(left.items, right.items, strict=True):
        total = total + a * b
    return total


def no_product(left: Vector, right: Vector) -> EvaluationError:
    return Mismatch(f"{describe(left)} times {describe(right)}: no such product")


class Function:
    """A function as a value: from values to a value, with the set of its (first) argument."""

    __slots__ = ("call", "outcomes")

    def __init__(self, call: Callable[..., Value], outcomes: Any) -> None:
        self.call, self.outcomes = call, outcomes

    def __call__(self, *arguments: Value) -> Value:
        return self.call(*arguments)


def shape(value: object) -> tuple[int, ...]:
    if isinstance(value, Matrix):
        return len(value), value.columns
    return (len(value),) if isinstance(value, Vector) else ()


def describe(value: object) -> str:
    if isinstance(value, Matrix):
        return f"a matrix of {len(value)} by {value.columns}"
    if isinstance(value, Vector):
        return f"{value.shape_name} of {len(value)}"
    return "a function" if callable(value) else "a number"


def principal(value: Value) -> Value:
    """The number itself, where a derivative carries more beside it."""
    while hasattr(value, "level"):
        value = value.value
    return value


def transpose(value: Value) -> Value:
    if type(value) is Vector:
        return Covector(value.items)
    if type(value) is Covector:
        return Vector(value.items)
    if type(value) is Matrix:
        return value.transposed()
    raise Mismatch(f"{describe(value)} cannot be transposed")


def show_value(value: Value) -> str:
    if isinstance(value, Vector):
        return f"({', '.join(show_value(item) for item in value)})"
    # Python writes out no whole number of more than 4,300 digits.
    if isinstance(value, fmpq | arb) or (isinstance(value, int) and value.bit_length() > LONG):
        return trimmed(arb(value).str(20, radius=False))
    return str(value)


def trimmed(digits: str) -> str:
    mantissa, mark, exponent = digits.partition("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return mantissa + mark + exponent
