"""Sums, differences and products of numbers, vectors and matrices -> terms of the prover."""

from __future__ import annotations

from collections.abc import Callable

from execmath.language import ast as s
from execmath.rocq.scope import Scope
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


class Linear(Scope):
    def number(self, value: Value, node: s.Node) -> Real:
        """A value as a real number; whole numbers are real ones too."""
        if isinstance(value, Natural):
            if not self.certain(Natural(), value):
                raise Refused(f"{value.text} might be below zero", node.span)
            return Real(f"INR {value.argument}", APPLICATION) if value.terms else Real(value.text)
        if isinstance(value, Real):
            return self.settled(value)
        raise Refused("a number was expected here", node.span)

    def each_number(self, node: s.Node, value: Value, change: Callable[[Real], Real]) -> Value:
        """The same done to each number of a vector or a matrix."""
        if isinstance(value, Array):
            return value.of(lambda i: self.each_number(node, value.at(i), change))
        return change(self.number(value, node))

    def _negative(self, node: s.Negative) -> Value:
        return self.each_number(node, self.translate(node.operand), negative)

    def added(self, node: s.Binary, left: Value, right: Value) -> Value:
        if not isinstance(left, Array) or not isinstance(right, Array):
            return binary(node.op, self.number(left, node), self.number(right, node))
        if left.shape != right.shape:
            raise Refused("vectors of different shapes", node.span)
        return left.of(lambda i: self.added(node, left.at(i), right.at(i)))

    def multiplied(self, node: s.Node, left: Value, right: Value) -> Value:
        if isinstance(left, Array) and isinstance(right, Array):
            return self.product(node, left, right)
        if isinstance(right, Array):
            factor = self.number(left, node)
            return self.each_number(node, right, lambda part: binary("*", factor, part))
        other = self.number(right, node)
        return self.each_number(node, left, lambda part: binary("*", part, other))

    def product(self, node: s.Node, left: Array, right: Array) -> Value:
        """Rows times columns; a column times a row is the matrix of all products."""
        if left.is_column and right.is_row:
            return Array(left.size, lambda i: Array(right.size, lambda j: binary(
                "*", self.number(left.at(i), node), self.number(right.at(j), node))),
                columns=right.size)
        if left.is_column or right.is_row:
            raise Refused("no such product of vectors", node.span)
        if left.is_row and right.is_column:
            return self.scalar_product(node, left, right)
        if right.is_column:
            return Array(left.size, lambda i: self.scalar_product(node, _array(left.at(i)), right))
        columns = right.transposed()
        if left.is_row:
            return Array(columns.size, lambda j: self.scalar_product(
                node, left, _array(columns.at(j))), column=False)
        return Array(left.size, lambda i: Array(columns.size, lambda j: self.scalar_product(
            node, _array(left.at(i)), _array(columns.at(j)))), columns=columns.size)

    def scalar_product(self, node: s.Node, left: Array, right: Array) -> Real:
        if left.size != right.size:
            raise Refused("no such product of vectors", node.span)
        with self.component(left.size) as i:
            body = binary("*", self.number(left.at(i), node), self.number(right.at(i), node))
        return Real(f"sum (range 1 {left.size.argument}) (fun {i.text} => {body.text})",
                    APPLICATION)

    def _transpose(self, node: s.Transpose) -> Value:
        operand = self.translate(node.operand)
        if not isinstance(operand, Array):
            raise Refused("only vectors and matrices are transposed", node.span)
        return operand.transposed()

    def _identity(self, node: s.Identity) -> Array:
        return diagonal(self.natural(node.size), lambda _: Real("1"))

    def diagonal_of(self, node: s.Apply, vector: Value) -> Array:
        if not isinstance(vector, Array) or not vector.is_column:
            raise Refused("the diagonal matrix of what is no vector", node.span)
        return diagonal(vector.size, lambda i: self.number(vector.at(i), node))


def diagonal(size: Natural, equation: Callable[[Natural], Real]) -> Array:
    def at(i: Natural, j: Natural) -> Real:
        return Real(f"if ({i.text} =? {j.text})%nat then {equation(i).text} else 0", OPEN)

    return Array(size, lambda i: Array(size, lambda j: at(i, j)), columns=size)


def _array(value: Value) -> Array:
    assert isinstance(value, Array)
    return value
