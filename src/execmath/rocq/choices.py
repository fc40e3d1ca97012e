"""Indicators and cases -> `if`s of the prover, whose conditions compare natural numbers.

Between real numbers the prover does not decide, so a condition on them has no formal reading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from execmath.language import ast as s
from execmath.rocq.naturals import natural
from execmath.rocq.numbers import number
from execmath.rocq.scope import Scope, rule
from execmath.rocq.support import check_parts
from execmath.rocq.values import ONE, OPEN, Real, Refused, Value


@rule(s.Indicator)
def translate_indicator(scope: Scope, node: s.Indicator) -> Real:
    return chosen(scope, node.conditions, lambda: Real("1"), lambda: Real("0"))


@rule(s.Cases)
def translate_cases(scope: Scope, node: s.Cases) -> Real:
    if not node.cases or node.cases[-1].conditions:
        raise Refused("cases of which none might apply have no formal reading", node.span)
    return first_that_applies(scope, node.cases)


@rule(s.Case)
def translate_case(scope: Scope, node: s.Case) -> Value:
    return case_value(scope, node)


def case_value(scope: Scope, case: s.Case) -> Real:
    return number(scope, scope.translate(case.value), case)


def first_that_applies(scope: Scope, cases: Sequence[s.Case]) -> Real:
    case, *others = cases
    if not case.conditions:
        return case_value(scope, case)
    return chosen(scope, case.conditions, lambda: case_value(scope, case),
                  lambda: first_that_applies(scope, others))


def chosen(scope: Scope, conditions: Sequence[s.Condition | s.Belonging], value: Callable[[], Real],
           other: Callable[[], Real]) -> Real:
    """The value where all conditions hold, and the other elsewhere; each has to exist only where
    it is the one."""
    if not conditions:
        return value()
    condition, *rest = conditions
    test, holds, fails = decided(scope, condition)
    with scope.inside(f"({holds} -> {{}})", "", inhabited=False):
        here = chosen(scope, rest, value, other)
    with scope.inside(f"({fails} -> {{}})", "", inhabited=False):
        elsewhere = other()
    if isinstance(condition, s.Condition) and condition.relation == "!=":
        here, elsewhere = elsewhere, here
    return Real(f"if {test} then {here.text} else {elsewhere.text}", OPEN)


def decided(scope: Scope, condition: s.Condition | s.Belonging) -> tuple[str, str, str]:
    """How the prover decides a condition between natural numbers, that it holds, that it does not.

    That of an inequality `!=` is how equality is decided.
    """
    check_parts(condition)
    if isinstance(condition, s.Belonging):
        raise Refused("a choice by membership has no formal reading", condition.span)
    left, right = natural(scope, condition.left), natural(scope, condition.right)
    if condition.relation in (">", ">="):
        left, right = right, left
    equal = (f"({left.text} =? {right.text})%nat", f"({left.text} = {right.text})%nat",
             f"({left.text} <> {right.text})%nat")
    if condition.relation == "=":
        return equal
    if condition.relation == "!=":
        return equal[0], equal[2], equal[1]
    least = left + ONE if condition.relation in ("<", ">") else left
    return (f"({least.text} <=? {right.text})%nat", f"({least.text} <= {right.text})%nat",
            f"({right.text} < {least.text})%nat")
