"""Matrices in any arithmetic: determinant, inverse, powers, trace, diagonal.

Divisions are by whole numbers only, and by the determinant for the inverse, so that a ball which
may be zero is no pivot.
"""

from __future__ import annotations

from collections.abc import Callable

from execmath.arithmetic.errors import EvaluationError, Mismatch
from execmath.arithmetic.values import Matrix, Value, Vector, describe
from execmath.runtime.limits import MAX_EXPONENT

Divide = Callable[[Value, Value], Value]


def identity(size: int) -> Matrix:
    return Matrix([Vector([int(i == j) for j in range(size)]) for i in range(size)])


def diagonal(value: Value) -> Value:
    """The diagonal matrix of a vector."""
    if type(value) is not Vector:
        raise Mismatch(f"diag of {describe(value)}; it is of a vector")
    size = len(value)
    return Matrix([Vector([value.items[i] if i == j else 0 for j in range(size)])
                   for i in range(size)])


def trace(value: Value) -> Value:
    if not isinstance(value, Vector) and not callable(value):
        return value  # a number is a matrix of one by one: x^T A x = tr(A x x^T)
    matrix = square(value, "the trace")
    total: Value = 0
    for place, row in enumerate(matrix):
        total = total + row.items[place]
    return total


def determinant(value: Value, divide: Divide) -> Value:
    return _leverrier(square(value, "the determinant"), divide)[0]


def power(matrix: Matrix, exponent: Value, divide: Divide) -> Matrix:
    square(matrix, "a power")
    if not isinstance(exponent, int) or not -1 <= exponent <= MAX_EXPONENT:
        raise EvaluationError(f"a matrix to the power {exponent}; from -1 on, whole numbers")
    if exponent == -1:
        return inverse(matrix, divide)
    result = identity(len(matrix))
    while exponent:
        if exponent % 2:
            result = result * matrix
        matrix, exponent = matrix * matrix, exponent // 2
    return result


def inverse(matrix: Matrix, divide: Divide) -> Matrix:
    whole, adjugate = _leverrier(matrix, divide)
    return adjugate.map(lambda entry: divide(entry, whole))


def square(value: Value, what: str) -> Matrix:
    if type(value) is not Matrix or len(value) != value.columns or not len(value):
        raise Mismatch(f"{what} of {describe(value)}; it is of a square matrix")
    return value


def _leverrier(matrix: Matrix, divide: Divide) -> tuple[Value, Matrix]:
    """Determinant and adjugate, by the recursion of Faddeev and Le Verrier."""
    size = len(matrix)
    adjugate, coefficient = identity(size), divide(-trace(matrix), 1)
    for step in range(2, size + 1):
        adjugate = matrix * adjugate + identity(size) * coefficient
        coefficient = divide(-trace(matrix * adjugate), step)
    sign = -1 if size % 2 else 1
    return coefficient * sign, adjugate * -sign
