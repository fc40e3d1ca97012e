"""The rule for the probability of an event.

Of finitely many outcomes those are counted that meet the conditions. A continuum, and what goes on
for ever, is cut where the conditions say: an integral over an indicator would never settle.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from execmath.arithmetic.errors import Borderline, EvaluationError, Mismatch
from execmath.arithmetic.ordering import compare
from execmath.arithmetic.values import Value, Vector
from execmath.domains import numbers as d
from execmath.evaluation.base import Compiler, Env, Evaluator, counted, rule, scalar
from execmath.evaluation.sums import law_of, mean_of, total
from execmath.language import ast as s

INFINITE = (float("-inf"), float("inf"))
MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}
Cut = tuple[str, Evaluator]  # the outcome stands in this relation to this value


@rule(s.Probability)
def compile_probability(compiler: Compiler, node: s.Probability) -> Evaluator:
    law, letter, name = law_of(compiler, node), node.letter.key, node.density.name
    meets = compiler.conditions(node.conditions)
    cuts = [cut for condition in node.conditions
            for cut in cuts_of(compiler, condition, node.letter)]

    def evaluator(env: Env) -> Value:
        domain, weight = law(env)
        mean_of(compiler, name, (domain, weight), lambda x: 1)  # is it a density?
        if domain.members() is not None:
            return sum((weight(x) for x in compiler.members(domain)
                        if meets({**env, letter: x})), 0)
        if None in cuts:
            raise EvaluationError("an event that does not say from where to where", node.span)
        there = [(cut[0], cut[1](env)) for cut in cuts if cut is not None]
        if isinstance(domain, d.Integers):
            return counted_event(compiler, domain, there, weight)
        return measured_event(compiler, domain, there, weight)

    return evaluator


def cuts_of(compiler: Compiler, condition: s.Condition | s.Belonging,
            letter: s.Letter) -> list[Cut | None]:
    """A membership in an interval is two relations; in another set, nothing that cuts."""
    if isinstance(condition, s.Condition):
        return [cut_of(compiler, condition, letter)]
    domain = condition.domain
    if condition.apart or condition.element != letter or not isinstance(domain, s.Interval):
        return [None]
    ends = ((">" if domain.open_below else ">=", domain.lower),
            ("<" if domain.open_above else "<=", domain.upper))
    return [cut_of(compiler, s.Condition(relation, letter, end), letter)
            for relation, end in ends if not isinstance(end, s.Infinity)]


def cut_of(compiler: Compiler, condition: s.Condition, letter: s.Letter) -> Cut | None:
    """What a condition `x <= a` says of the outcome x; None for other conditions."""
    relation, bound = condition.relation, condition.right
    if condition.left != letter:
        relation, bound = MIRRORED[relation], condition.left
        if condition.right != letter:
            return None
    if letter in s.walk(bound) or relation == "!=":
        return None
    return relation, compiler.compile(bound)


def counted_event(compiler: Compiler, domain: d.Integers, cuts: Sequence[tuple[str, Value]],
                  weight: Callable[[Value], Value]) -> Value:
    first, last = domain.first, domain.last
    for relation, value in cuts:
        if not isinstance(value, int):
            raise Mismatch("an event of integers that is cut at what is no integer")
        if relation in (">", ">=", "="):
            first = max(first, value + (relation == ">"))
        if relation in ("<", "<=", "="):
            end = value - (relation == "<")
            last = end if last is None else min(last, end)
    if last is not None and last < first:
        return 0
    return total(compiler, d.Integers(first, last), weight)


def measured_event(compiler: Compiler, domain: d.Domain, cuts: Sequence[tuple[str, Value]],
                   weight: Callable[[Value], Value]) -> Value:
    ends = domain.ends()
    if ends is None:
        raise EvaluationError(f"a probability over {domain.name}")
    lower, upper = ends
    for relation, value in cuts:
        scalar(value, "where an event is cut")
        if relation in (">", ">=", "="):
            lower = _nearer(compiler, "max", lower, value)
        if relation in ("<", "<=", "="):
            upper = _nearer(compiler, "min", upper, value)
    if _is_infinite(lower) or _is_infinite(upper) or compare("<", lower, upper):
        return compiler.arithmetic.integrate(counted(compiler, weight), lower, upper)
    if compare("<=", upper, lower):
        return 0
    raise Borderline("whether an event is empty")


def _nearer(compiler: Compiler, extreme: str, end: Value, cut: Value) -> Value:
    """The end of an event, or where it is cut, if that is nearer."""
    return cut if end in INFINITE else compiler.arithmetic.apply(extreme, Vector([end, cut]))


def _is_infinite(end: Value) -> bool:
    return isinstance(end, float)
