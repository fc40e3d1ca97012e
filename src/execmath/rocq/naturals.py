"""Sizes, indices and bounds: sums of whole numbers and natural variables."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.rocq.scope import Scope
from execmath.rocq.values import Natural, Refused

NOT_LINEAR = "an index, a bound or a size has to be a sum of whole numbers"


def natural(scope: Scope, node: s.Node) -> Natural:
    number = linear(scope, node)
    if not scope.certain(Natural(), number):
        raise Refused(f"{number.text} might be below zero", node.span)
    return number


def linear(scope: Scope, node: s.Node) -> Natural:
    """A node as a sum of whole numbers and natural variables, which may be negative."""
    match node:
        case s.Number(digits) if digits.isdigit():
            return Natural(constant=int(digits))
        case s.Letter() | s.Call():
            value = scope.translate(node)
            if isinstance(value, Natural):
                return value
        case s.Negative(operand):
            return linear(scope, operand).times(-1)
        case s.Binary("+", left, right):
            return linear(scope, left) + linear(scope, right)
        case s.Binary("-", left, right):
            return linear(scope, left) - linear(scope, right)
        case s.Binary("*", left, right):
            return multiple(linear(scope, left), linear(scope, right), node)
    raise Refused(NOT_LINEAR, node.span)


def multiple(left: Natural, right: Natural, node: s.Node) -> Natural:
    """A product of which one factor is a number."""
    if left.terms and right.terms:
        raise Refused(NOT_LINEAR, node.span)
    number, other = (right, left) if left.terms else (left, right)
    return other.times(number.constant)


def is_natural(scope: Scope, node: s.Node) -> bool:
    try:
        natural(scope, node)
    except Refused:
        return False
    return True
