"""What the balls tell about the order of two numbers: yes, no, or nothing yet."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from functools import partial

from flint import acb, arb, fmpq

from execmath.arithmetic import asymptotics, separable
from execmath.arithmetic.batch import Batch, each, the_same
from execmath.arithmetic.continuation import plain
from execmath.arithmetic.errors import Mismatch
from execmath.arithmetic.values import Value, describe, principal, shape

Comparison = Callable[[str, Value, Value], bool | None]

EXACTLY: dict[str, Callable[[Value, Value], bool]] = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le,
    ">=": operator.ge,
}
PLAIN = frozenset({int, fmpq, arb})
OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def compare(relation: str, left: Value, right: Value) -> bool | None:
    """True or False where the balls tell, otherwise None."""
    if type(left) not in PLAIN or type(right) not in PLAIN:
        left, right = real(principal(left)), real(principal(right))
        if (comparison := _beyond_balls(left, right)) is not None:
            return comparison(relation, left, right)
    # Of balls a relation is said to hold only where it does for all that is in them.
    if EXACTLY[relation](left, right):
        return True
    return False if EXACTLY[OPPOSITE[relation]](left, right) else None


def _beyond_balls(left: Value, right: Value) -> Comparison | None:
    """How to compare two of which one is no ball; None where both are.

    raises  Mismatch where one is no number
    """
    if type(left) in PLAIN and type(right) in PLAIN:
        return None
    if isinstance(left, complex) or isinstance(right, complex):
        return _untold  # off the real line, where a slope is continued
    if _is_no_number(left) or _is_no_number(right):
        raise Mismatch(f"{describe(left)} compared with {describe(right)}")
    kinds = type(left), type(right)
    if separable.Separable in kinds:
        return separable.compare
    if asymptotics.Germ in kinds:
        return asymptotics.compare
    return _compare_each if Batch in kinds else None


def _is_no_number(value: Value) -> bool:
    return bool(shape(value)) or callable(value)


def _untold(relation: str, left: Value, right: Value) -> bool | None:
    return None


def _compare_each(relation: str, left: Value, right: Value) -> bool | None:
    return the_same(each(partial(compare, relation), left, right))


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
