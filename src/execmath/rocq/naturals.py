"""Sizes, indices and bounds: sums of whole numbers and natural variables."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.rocq.scope import Scope
from execmath.rocq.values import Natural, Refused


def natural(scope: Scope, node: s.Node) -> Natural:
    number = linear(scope, node)
    if not scope.certain(Natural(), number):
        raise Refused(f"{number.text} might be below zero", node.span)
    return number


def linear(scope: Scope, node: s.Node) -> Natural:
    if isinstance(node, s.Number) and node.digits.isdigit():
        return Natural(constant=int(node.digits))
    if isinstance(node, s.Letter):
        value = scope.translate(node)
        if isinstance(value, Natural):
            return value
    if isinstance(node, s.Negative):
        return linear(scope, node.operand).times(-1)
    if isinstance(node, s.Binary) and node.op in "+-*":
        left, right = linear(scope, node.left), linear(scope, node.right)
        if node.op == "+":
            return left + right
        if node.op == "-":
            return left - right
        if not left.terms or not right.terms:
            number, other = (left, right) if not left.terms else (right, left)
            return other.times(number.constant)
    raise Refused("an index, a bound or a size has to be a sum of whole numbers", node.span)


def is_natural(scope: Scope, node: s.Node) -> bool:
    try:
        natural(scope, node)
    except Refused:
        return False
    return True
