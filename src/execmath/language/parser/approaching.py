"""Can a letter come as close to a place as one likes, within the set that it was declared in?"""

from __future__ import annotations

from math import inf

from execmath.language import ast as s

SIDES = {"": (-inf, inf), ">": (0.0, inf), ">=": (0.0, inf), "<": (-inf, 0.0), "<=": (-inf, 0.0)}


def is_out_of_reach(domain: s.Node | None, target: s.Node, side: str) -> bool:
    """False where the forms of the set and of the place do not tell."""
    if isinstance(domain, s.FiniteSet):
        return True
    place = _number(target)
    if isinstance(domain, s.IntegerRange):
        return domain.last is not None or place == -inf
    if place is None or not isinstance(domain, s.Reals | s.Interval):
        return False
    ends = _ends(domain)
    if abs(place) == inf:
        return place not in ends and None not in ends
    lower, upper = ends
    return _is_less(place, lower, or_equal=side == "-") or _is_less(upper, place,
                                                                    or_equal=side == "+")


def _is_less(one: float | None, other: float | None, *, or_equal: bool) -> bool:
    """Also False where one of them is not told."""
    if one is None or other is None:
        return False
    return one < other or (or_equal and one == other)


def _ends(domain: s.Reals | s.Interval) -> tuple[float | None, float | None]:
    if isinstance(domain, s.Reals):
        return SIDES[domain.relation]
    return _number(domain.lower), _number(domain.upper)


def _number(node: s.Node) -> float | None:
    if isinstance(node, s.Infinity):
        return -inf if node.negative else inf
    if isinstance(node, s.Negative):
        inner = _number(node.operand)
        return None if inner is None else -inner
    return float(node.digits) if isinstance(node, s.Number) else None
