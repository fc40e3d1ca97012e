"""Values as numbers, and values as arguments of the prover's functions."""

from __future__ import annotations

from collections.abc import Callable

from execmath.language import ast as s
from execmath.rocq.scope import Scope
from execmath.rocq.sets import component
from execmath.rocq.values import (
    APPLICATION,
    Array,
    Function,
    Natural,
    Real,
    Refused,
    Value,
    atom,
)


def number(scope: Scope, value: Value, node: s.Node) -> Real:
    """A value as a real number; whole numbers are real ones too."""
    if isinstance(value, Natural):
        if not scope.certain(Natural(), value):
            raise Refused(f"{value.text} might be below zero", node.span)
        return Real(f"INR {value.argument}", APPLICATION) if value.terms else Real(value.text)
    if isinstance(value, Real):
        return settled(scope, value)
    raise Refused("a number was expected here", node.span)


def each_number(scope: Scope, node: s.Node, value: Value, change: Callable[[Real], Real]) -> Value:
    """The same done to each number of a vector or a matrix."""
    if isinstance(value, Array):
        return value.of(lambda i: each_number(scope, node, value.at(i), change))
    return change(number(scope, value, node))


def real(scope: Scope, node: s.Node) -> Real:
    return number(scope, scope.translate(node), node)


def settled(scope: Scope, value: Real) -> Real:
    """A derivative in the midst of a term: its value, and the demand that there is one."""
    if value.slope is None:
        return value
    scope.demand(f"ex_derive {value.slope.function} {value.slope.point}")
    return Real(f"Derive {value.slope.function} {value.slope.point}", APPLICATION)


def argument(scope: Scope, value: Value) -> str:
    """A value as text that stands as an argument."""
    if isinstance(value, Natural):
        return value.index
    if isinstance(value, Real):
        return settled(scope, value).argument
    if isinstance(value, Function):
        if value.demand:
            scope.demand(value.demand)
        return value.text
    if value.text:
        return atom(value.text)
    with component(scope, value.size) as index:
        inner = value.at(index)
        text = settled(scope, inner).text if isinstance(inner, Real) else argument(scope, inner)
    return f"(fun {index.text} => {text})"
