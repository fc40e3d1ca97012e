"""Sums, differences and products of numbers, vectors and matrices -> terms of the prover."""

from __future__ import annotations

from collections.abc import Callable

from execmath.language import ast as s
from execmath.rocq.naturals import natural
from execmath.rocq.numbers import each_number, number
from execmath.rocq.scope import Scope, rule
from execmath.rocq.sets import component
from execmath.rocq.values import (
    APPLICATION,
    OPEN,
    Array,
    Natural,
    Real,
    Refused,
    Value,
    binary,
    negative,
)


@rule(s.Negative)
def translate_negative(scope: Scope, node: s.Negative) -> Value:
    return each_number(scope, node, scope.translate(node.operand), negative)


def added(scope: Scope, node: s.Binary, left: Value, right: Value) -> Value:
    if not isinstance(left, Array) or not isinstance(right, Array):
        return binary(node.op, number(scope, left, node), number(scope, right, node))
    if left.shape != right.shape:
        raise Refused("vectors of different shapes", node.span)
    return left.of(lambda i: added(scope, node, left.at(i), right.at(i)))


def multiplied(scope: Scope, node: s.Node, left: Value, right: Value) -> Value:
    if isinstance(left, Array) and isinstance(right, Array):
        return product(scope, node, left, right)
    if isinstance(right, Array):
        factor = number(scope, left, node)
        return each_number(scope, node, right, lambda part: binary("*", factor, part))
    other = number(scope, right, node)
    return each_number(scope, node, left, lambda part: binary("*", part, other))


def product(scope: Scope, node: s.Node, left: Array, right: Array) -> Value:
    """Rows times columns; a column times a row is the matrix of all products."""
    if left.is_column and right.is_row:
        return Array(left.size, lambda i: Array(right.size, lambda j: binary(
            "*", number(scope, left.at(i), node), number(scope, right.at(j), node))),
            columns=right.size)
    if left.is_column or right.is_row:
        raise Refused("no such product of vectors", node.span)
    if left.is_row and right.is_column:
        return scalar_product(scope, node, left, right)
    if right.is_column:
        return Array(left.size, lambda i: scalar_product(scope, node, _array(left.at(i)), right))
    columns = right.transposed()
    if left.is_row:
        return Array(columns.size, lambda j: scalar_product(
            scope, node, left, _array(columns.at(j))), column=False)
    return Array(left.size, lambda i: Array(columns.size, lambda j: scalar_product(
        scope, node, _array(left.at(i)), _array(columns.at(j)))), columns=columns.size)


def scalar_product(scope: Scope, node: s.Node, left: Array, right: Array) -> Real:
    if left.size != right.size:
        raise Refused("no such product of vectors", node.span)
    with component(scope, left.size) as i:
        body = binary("*", number(scope, left.at(i), node), number(scope, right.at(i), node))
    return Real(f"sum (range 1 {left.size.argument}) (fun {i.text} => {body.text})",
                APPLICATION)


@rule(s.Transpose)
def translate_transpose(scope: Scope, node: s.Transpose) -> Value:
    operand = scope.translate(node.operand)
    if not isinstance(operand, Array):
        raise Refused("only vectors and matrices are transposed", node.span)
    return operand.transposed()


@rule(s.Identity)
def translate_identity(scope: Scope, node: s.Identity) -> Array:
    return diagonal(natural(scope, node.size), lambda _: Real("1"))


def diagonal_of(scope: Scope, node: s.Apply, vector: Value) -> Array:
    if not isinstance(vector, Array) or not vector.is_column:
        raise Refused("the diagonal matrix of what is no vector", node.span)
    return diagonal(vector.size, lambda i: number(scope, vector.at(i), node))


def square(node: s.Node, value: Value) -> Array:
    if not isinstance(value, Array) or value.columns is None or value.columns != value.size:
        raise Refused("a square matrix was expected here", node.span)
    return value


def trace_of(scope: Scope, node: s.Apply, value: Value) -> Real:
    matrix = square(node, value)
    with component(scope, matrix.size) as i:
        body = number(scope, _array(matrix.at(i)).at(i), node)
    return Real(f"sum (range 1 {matrix.size.argument}) (fun {i.text} => {body.text})", APPLICATION)


def determinant_of(scope: Scope, node: s.Node, value: Value) -> Real:
    matrix = square(node, value)
    if matrix.size != Natural(constant=2):
        raise Refused("the determinant of a matrix that is not two by two", node.span)
    places = (Natural(constant=1), Natural(constant=2))
    a, b, c, d = (number(scope, _array(matrix.at(i)).at(j), node) for i in places for j in places)
    return binary("-", binary("*", a, d), binary("*", b, c))


def diagonal(size: Natural, equation: Callable[[Natural], Real]) -> Array:
    def at(i: Natural, j: Natural) -> Real:
        return Real(f"if ({i.text} =? {j.text})%nat then {equation(i).text} else 0", OPEN)

    return Array(size, lambda i: Array(size, lambda j: at(i, j)), columns=size)


def _array(value: Value) -> Array:
    assert isinstance(value, Array)
    return value
