"""Limits, proved from the formula itself: the function is worked out for all x far out at once.

Towards a number a, x is a + 1/t or a - 1/t with t going to infinity. What the function is there is
a sum of monomials, see `asymptotics`. Where all of them but one constant vanish, that constant is
the limit, and no number of points could say more. Where the rules do not tell, there is no value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from flint import acb, arb

from execmath.arithmetic import asymptotics
from execmath.arithmetic.asymptotics import Germ
from execmath.arithmetic.errors import EvaluationError, Mismatch, Undecided
from execmath.arithmetic.leaves import parts
from execmath.arithmetic.monomials import ONE, START, Monomial, Ray, Unbounded
from execmath.arithmetic.values import Value

STARTS = (START, 2**12, 2**40, 2**200)  # a rule may hold from there on only
NOT_TOLD = "a limit that is not told by the form of the function"


class Endless(EvaluationError):
    """What is certain to outgrow every bound."""


class Way(NamedTuple):
    """Where a letter goes: `target` may be an infinite float. From one `side`, + or -, or from
    both; through all numbers, or the `whole` ones."""

    target: Value
    side: str
    whole: bool


def limit(function: Callable[[Value], Value], way: Way) -> Value:
    """The limit of a function to numbers; from both sides the same.

    raises  Undecided where the form of the function tells of no limit,
            EvaluationError where the two sides have different ones
    """
    values = [_value(function, way.target, direction, way.whole) for direction in _directions(way)]
    first, *others = values
    for other in others:
        if not (first - other == 0 or arb(first).overlaps(arb(other))):
            raise EvaluationError("a limit that is another one from the other side")
        first = arb(first).intersection(arb(other)) if first is not other else first
    return first


def bounded(function: Callable[[Value], Value], way: Way) -> Value:
    """1, where a function is bounded close to the target, on all sides.

    raises  Undecided where that is not told, EvaluationError where it grows without bound
    """
    for direction in _directions(way):
        _tried(function, way.target, direction, way.whole, _within_bounds)
    return 1


def _directions(way: Way) -> tuple[int, ...]:
    if isinstance(way.target, float):
        return (1,) if way.target > 0 else (-1,)
    return {"+": (1,), "-": (-1,)}.get(way.side, (1, -1))


def _value(function: Callable[[Value], Value], target: Value, direction: int,
           whole: bool) -> Value:
    return _tried(function, target, direction, whole, constant_of)


def _tried(function: Callable[[Value], Value], target: Value, direction: int, whole: bool,
           question: Callable[[Germ], Value]) -> Value:
    """The answer for all x from some start on, the nearest that gives one."""
    told: EvaluationError = Undecided(NOT_TOLD)
    for start in STARTS:
        x = asymptotics.identity(start, whole=whole and isinstance(target, float))
        try:
            value = function(_towards(x, target, direction))
            if any(place for place, _ in parts(value)):
                raise Mismatch("a limit of what is no number")
            return question(x * 0 + value)
        except Unbounded as error:
            told = Undecided(f"{NOT_TOLD} ({error.message})")
        except Mismatch:
            raise
        except Endless:
            raise
        except EvaluationError:
            told = Undecided(NOT_TOLD)
        except (TypeError, ValueError, AttributeError):  # an integral up to x, say
            told = Undecided(NOT_TOLD)
    raise told


def _towards(x: Germ, target: Value, direction: int) -> Value:
    if isinstance(target, float):
        return x * direction
    return target + x.to_the(-1) * direction


def constant_of(germ: Germ) -> Value:
    """What is left when all that vanishes is gone."""
    value: Value = 0
    for monomial, factor in germ.terms.items():
        ball = factor.ball
        if not isinstance(ball, arb) or not ball.is_finite():
            raise Unbounded("a factor that is no real number")
        if monomial == ONE:
            if factor.loose:
                raise Unbounded("a part that stays within bounds")
            value = value + ball
        elif not vanishes(germ.ray, monomial):
            _refuse_growth(germ)
            raise Unbounded("a part that may not vanish")
    return value


def _within_bounds(germ: Germ) -> Value:
    for monomial, factor in germ.terms.items():
        if isinstance(factor.ball, Germ | acb) or not factor.ball.is_finite():
            raise Unbounded("a factor that is no real number")
        if monomial != ONE and not germ.ray.falls(monomial):
            _refuse_growth(germ)
            raise Unbounded("a part that may grow")
    return 1


def _refuse_growth(germ: Germ) -> None:
    """Is the largest part certain to outgrow every bound?"""
    monomial, factor = germ.ray.leading({m: f.ball for m, f in germ.terms.items()})
    if monomial != ONE and isinstance(factor, arb) and not factor.contains(0) \
            and vanishes(germ.ray, monomial.to_the(-1)):
        raise Endless("it grows without bound, and has no limit")


def vanishes(ray: Ray, monomial: Monomial) -> bool:
    """Is it certain to go to zero? With an elasticity below -e it is at most x to the -e."""
    constants = list(monomial.exponents.values())
    if set(map(type, monomial.exponents)) <= {int} and all(c <= 0 for c in constants):
        return any(c < 0 for c in constants)  # one over a product of logarithms
    try:
        return bool(ray.elasticity(monomial)[1] < 0)
    except Unbounded:
        return False
