"""What the balls tell about the order of two numbers: yes, no, or nothing yet."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from functools import partial

from flint import acb, arb, fmpq

from execmath.arithmetic import asymptotics
from execmath.arithmetic.batch import Batch, each, the_same
from execmath.arithmetic.continuation import plain
from execmath.arithmetic.errors import Mismatch
from execmath.arithmetic.values import Value, describe, principal, shape

EXACTLY: dict[str, Callable[[Value, Value], bool]] = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le,
    ">=": operator.ge,
}
PLAIN = frozenset({int, fmpq, arb})
OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def compare(relation: str, left: Value, right: Value) -> bool | None:
    """True or False where the balls tell, otherwise None."""
    if type(left) not in PLAIN or type(right) not in PLAIN:
        left, right = principal(left), principal(right)
        if isinstance(left, complex) or isinstance(right, complex):
            return None  # off the real line, where a slope is continued
        left, right = real(left), real(right)
        if shape(left) or shape(right) or callable(left) or callable(right):
            raise Mismatch(f"{describe(left)} compared with {describe(right)}")
        if asymptotics.Germ in (type(left), type(right)):
            return asymptotics.compare(relation, left, right)
        if type(left) is Batch or type(right) is Batch:
            return the_same(each(partial(compare, relation), left, right))
    # Of balls a relation is said to hold only where it does for all that is in them.
    if EXACTLY[relation](left, right):
        return True
    return False if EXACTLY[OPPOSITE[relation]](left, right) else None


def real(value: Value) -> Value:
    """The real part of a box in the plane. Where an integral is continued, a box is around a piece
    of the real line; what holds for the real part of all of it holds on that piece, and says which
    of two formulas is continued."""
    value = plain(value)
    return value.real if isinstance(value, acb) else value


def every(answers: Iterable[bool | None]) -> bool | None:
    """False if one is, None if one does not tell, True otherwise."""
    seen = set(answers)
    return False if False in seen else None if None in seen else True
