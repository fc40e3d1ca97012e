"""What the balls tell about the order of two numbers: yes, no, or nothing yet."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from functools import partial

from flint import acb, arb, fmpq

from execmath.arithmetic.batch import Batch, each, the_same
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
        if isinstance(left, acb | complex) or isinstance(right, acb | complex):
            return None  # off the real line, where an integral is continued
        if shape(left) or shape(right) or callable(left) or callable(right):
            raise Mismatch(f"{describe(left)} compared with {describe(right)}")
        if type(left) is Batch or type(right) is Batch:
            return the_same(each(partial(compare, relation), left, right))
    # Of balls a relation is said to hold only where it does for all that is in them.
    if EXACTLY[relation](left, right):
        return True
    return False if EXACTLY[OPPOSITE[relation]](left, right) else None


def every(answers: Iterable[bool | None]) -> bool | None:
    """False if one is, None if one does not tell, True otherwise."""
    seen = set(answers)
    return False if False in seen else None if None in seen else True
