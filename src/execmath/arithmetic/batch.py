"""A number for each of many nodes, as one value: a tree is walked once for all of them.

Walking takes several times as long as the arithmetic on the way. What is not the same at all nodes,
the case that applies say, is no value of a batch; whoever asked then asks node by node.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any, cast

from execmath.arithmetic.autodiff import Tangent
from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.values import Value, Vector


class Differs(EvaluationError):
    """The nodes do not all have the same answer."""


class Batch:
    """Numbers; what is done to them is done to each, and with another batch node by node."""

    __slots__ = ("items",)

    def __init__(self, items: Iterable[Value]) -> None:
        self.items = tuple(items)

    def __len__(self) -> int:
        return len(self.items)

    def __neg__(self) -> Batch:
        return Batch(map(operator.neg, self.items))

    def __add__(self, other: Any) -> Any:
        return _each(operator.add, self, other)

    def __radd__(self, other: Any) -> Any:
        return _each(operator.add, other, self)

    def __sub__(self, other: Any) -> Any:
        return _each(operator.sub, self, other)

    def __rsub__(self, other: Any) -> Any:
        return _each(operator.sub, other, self)

    def __mul__(self, other: Any) -> Any:
        return _each(operator.mul, self, other)

    def __rmul__(self, other: Any) -> Any:
        return _each(operator.mul, other, self)


def each(function: Callable[..., Value], *arguments: Value) -> Batch:
    """The function of numbers, at each node."""
    return Batch(map(function, *(a.items if type(a) is Batch else repeat(a) for a in arguments)))


def the_same(answers: Batch) -> bool | None:
    """The answer at all nodes, which there is only if they have the same."""
    first, *others = set(answers.items)
    if others:
        raise Differs("what differs from node to node")
    return cast("bool | None", first)


def _each(function: Callable[[Value, Value], Value], left: Any, right: Any) -> Any:
    """A vector, and what carries derivatives, goes through its parts itself."""
    if isinstance(left, Vector | Tangent) or isinstance(right, Vector | Tangent):
        return NotImplemented
    return each(function, left, right)
