"""Powers of numbers, and of square matrices -> terms of the prover."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.rocq.linear_algebra import determinant_of, square
from execmath.rocq.naturals import is_natural, natural
from execmath.rocq.numbers import argument, number, real
from execmath.rocq.scope import Scope, rule
from execmath.rocq.values import (
    APPLICATION,
    MINUS,
    ONE,
    OPEN,
    POWER,
    SUM,
    Array,
    Natural,
    Real,
    Refused,
    Value,
    binary,
    negative,
)

TWO = Natural(constant=2)


@rule(s.Power)
def translate_power(scope: Scope, node: s.Power) -> Value:
    base = scope.translate(node.base)
    if isinstance(base, Array):
        return power_of_matrix(scope, node, square(node, base))
    return power_of_number(scope, node, number(scope, base, node.base))


def power_of_number(scope: Scope, node: s.Power, base: Real) -> Real:
    exponent = node.exponent
    if is_natural(scope, exponent):
        count = natural(scope, exponent).argument
        return Real(f"{base.within(APPLICATION)} ^ {count}", POWER)
    if isinstance(exponent, s.Negative) and is_natural(scope, exponent.operand):
        scope.demand(f"{base.within(SUM)} <> 0")
        power = power_of_number(scope, s.Power(node.base, exponent.operand), base)
        return Real(f"/ {power.text}", MINUS)
    scope.demand(f"0 < {base.within(SUM)}")
    return Real(f"Rpower {base.argument} {real(scope, exponent).argument}", APPLICATION)


def power_of_matrix(scope: Scope, node: s.Power, base: Array) -> Array:
    """A product of as many factors as the exponent says; the exponent -1 is the inverse."""
    exponent = node.exponent
    if is_natural(scope, exponent):
        factors = natural(scope, exponent).argument
        text = f"matrix_power {base.size.argument} {argument(scope, base)} {factors}"
        return Array(base.size, lambda i: Array(base.size, lambda j: Real(
            f"{text} {i.index} {j.index}", APPLICATION)), columns=base.size)
    if exponent == s.Negative(s.Number("1")):
        return inverse(scope, node, base)
    raise Refused("a power of a matrix that is neither natural nor -1", node.span)


def inverse(scope: Scope, node: s.Power, base: Array) -> Array:
    """The adjugate over the determinant, which must not be zero."""
    if base.size != TWO:
        raise Refused("the inverse of a matrix that is not two by two", node.span)
    determinant = determinant_of(scope, node, base)
    scope.demand(f"{determinant.within(SUM)} <> 0")
    (a, b), (c, d) = (_entries(scope, node, base, row) for row in (ONE, TWO))
    rows = ((d, negative(b)), (negative(c), a))

    def entry(i: Natural, j: Natural) -> Real:
        first, second = (_either(scope, j, binary("/", row[0], determinant),
                                 binary("/", row[1], determinant)) for row in rows)
        return _either(scope, i, first, second)

    return Array(TWO, lambda i: Array(TWO, lambda j: entry(i, j)), columns=TWO)


def _entries(scope: Scope, node: s.Node, matrix: Array, row: Natural) -> tuple[Real, Real]:
    entries = matrix.at(row)
    assert isinstance(entries, Array)
    return number(scope, entries.at(ONE), node), number(scope, entries.at(TWO), node)


def _either(scope: Scope, index: Natural, first: Real, second: Real) -> Real:
    """The first of two where the index is 1."""
    if scope.certain(index, ONE):
        return first
    if scope.certain(TWO, index):
        return second
    return Real(f"if ({index.text} <=? 1)%nat then {first.text} else {second.text}", OPEN)
