"""What the balls tell about the order of two numbers: yes, no, or nothing yet."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable

from flint import acb, arb

from execmath.values import Value, principal

EXACTLY: dict[str, Callable[[Value, Value], bool]] = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le,
    ">=": operator.ge,
}
SIGNS = {">": (1,), ">=": (0, 1), "<": (-1,), "<=": (-1, 0), "=": (0,), "!=": (-1, 1)}


def compare(relation: str, left: Value, right: Value) -> bool | None:
    """True or False where the balls tell, otherwise None."""
    difference = principal(left) - principal(right)
    if isinstance(difference, arb):
        return _compare_ball(relation, difference)
    if isinstance(difference, acb | complex):
        return None  # off the real line, where an integral is continued
    return EXACTLY[relation](difference, 0)


def _compare_ball(relation: str, difference: arb) -> bool | None:
    if difference > 0:
        return 1 in SIGNS[relation]
    if difference < 0:
        return -1 in SIGNS[relation]
    if difference.is_zero():
        return 0 in SIGNS[relation]
    if (relation == ">=" and difference >= 0) or (relation == "<=" and difference <= 0):
        return True
    return None


def every(answers: Iterable[bool | None]) -> bool | None:
    """False if one is, None if one does not tell, True otherwise."""
    seen = set(answers)
    return False if False in seen else None if None in seen else True
