"""The rules for sums, products, extremes, integrals, means and covariances."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from execmath.arithmetic.errors import Borderline, EvaluationError, Mismatch, TooMuch
from execmath.arithmetic.extremes import Ends
from execmath.arithmetic.ordering import compare, every
from execmath.arithmetic.separable import Separable
from execmath.arithmetic.values import Value, Vector, describe, principal, transpose
from execmath.domains import numbers as d
from execmath.domains.charts import chart_of
from execmath.evaluation.base import Compiler, Env, Evaluator, counted, rule, scalar
from execmath.evaluation.boxes import integral_over_chart
from execmath.language import ast as s

Term = Callable[[Value], Value]
Law = tuple[d.Domain, Any]  # the set of the outcomes, and the density on it


# Of finitely many numbers.
EXTREMES = {"max": "max", "min": "min", "sup": "max", "inf": "min"}


@rule(s.Fold)
def compile_fold(compiler: Compiler, node: s.Fold) -> Evaluator:
    domain, body = compiler.compile_set(node.domain), compiler.compile(node.body)
    letter, name = node.letter.key, node.name
    meets = compiler.conditions(node.conditions) if node.conditions else None

    def evaluator(env: Env) -> Value:
        inner, span = dict(env), domain(env)
        if meets is None and name != "product" and span.members() is None:
            return endless(compiler, name, span, lambda item: body({**env, letter: item}))
        items, places = [], []
        for item in compiler.members(span):
            inner[letter] = item
            if meets is None or meets(inner):
                items.append(body(inner))
                places.append(item)
        return of_items(compiler, name, places, items)

    return evaluator


def endless(compiler: Compiler, name: str, domain: d.Domain, term: Term) -> Value:
    """A sum or an extreme over infinitely many."""
    if name == "sum":
        return total(compiler, domain, term)
    if domain.ends() is None:
        raise EvaluationError(f"an extreme over {domain.name}; over an interval it is told")
    return compiler.arithmetic.extreme(name, counted(compiler, term), ends_of(domain))


def of_items(compiler: Compiler, name: str, places: Sequence[Value],
             items: list[Value]) -> Value:
    """What a fold makes of the values at some places."""
    if name in ("argmax", "argmin"):
        return place_of_extreme(name, places, items)
    if name not in EXTREMES:
        return _folded(name, items)
    if not items:
        raise EvaluationError(f"the {name} of nothing")
    for item in items:
        scalar(item, f"an item of the {name}")
    return compiler.arithmetic.apply(EXTREMES[name], Vector(items))


def ends_of(domain: d.Domain) -> Ends:
    """Of an interval or a half line; of what is infinite it does not matter whether it is open."""
    ends = domain.ends()
    assert ends is not None
    if isinstance(domain, d.Interval):
        return Ends(*ends, domain.open_below, domain.open_above)
    is_open = isinstance(domain, d.RealLine) and domain.relation in (">", "<")
    return Ends(*ends, is_open, is_open)


def place_of_extreme(name: str, places: Sequence[Value], items: Sequence[Value]) -> Value:
    """Where the value is largest, or smallest; in one place only, or there is no answer.

    raises  EvaluationError for a tie, Undecided where the balls do not tell
    """
    relation = ">" if name == "argmax" else "<"
    for place, item in zip(places, items, strict=True):
        others = [other for where, other in zip(places, items, strict=True) if where is not place]
        answer = every(compare(relation, scalar(item, "a value"), other) for other in others)
        if answer is None and not any(compare("=", item, other) for other in others):
            raise Borderline(f"where the {name[3:]}imum is attained")
        if answer:
            return place
    raise EvaluationError(f"the {name[3:]}imum of nothing, or one that is attained in two places")


def total(compiler: Compiler, domain: d.Domain, term: Term) -> Value:
    """The sum of the terms over a set, or the integral over one that is a continuum."""
    if domain.members() is not None:
        items = [term(item) for item in compiler.members(domain)]
        if not items:
            raise EvaluationError("a mean over no outcome")
        return _folded("sum", items)
    if isinstance(domain, d.Integers):
        return compiler.arithmetic.series(counted(compiler, term), domain.first)
    return _integral_over(compiler, domain, term)


def _integral_over(compiler: Compiler, domain: d.Domain, term: Term) -> Value:
    ends, chart = domain.ends(), chart_of(domain)
    if ends is not None:
        return compiler.arithmetic.integrate(counted(compiler, term), *ends)
    if chart is None:
        raise EvaluationError(f"a sum or an integral over {domain.name}")
    return integral_over_chart(compiler, chart, term)


# --------------------------------------------------------------------------- integrals


@rule(s.Integral)
def compile_integral(compiler: Compiler, node: s.Integral) -> Evaluator:
    lower, upper, body = map(compiler.compile, (node.lower, node.upper, node.body))
    letter, integrate = node.letter.key, compiler.arithmetic.integrate

    def evaluator(env: Env) -> Value:
        integrand = counted(compiler, lambda x: body({**env, letter: x}))
        return integrate(integrand, lower(env), upper(env))

    return evaluator


@rule(s.SetIntegral)
def compile_set_integral(compiler: Compiler, node: s.SetIntegral) -> Evaluator:
    domain, body = compiler.compile_set(node.domain), compiler.compile(node.body)
    letter = node.letter.key

    def evaluator(env: Env) -> Value:
        return _integral_over(compiler, domain(env), lambda x: body({**env, letter: x}))

    return evaluator


@rule(s.Infinity)
def compile_infinity(compiler: Compiler, node: s.Infinity) -> Evaluator:
    value = float("-inf") if node.negative else float("inf")
    return lambda env: value


# ------------------------------------------------------------------------ expectations


def law_of(compiler: Compiler,
           node: s.Expectation | s.Covariance | s.Probability) -> Callable[[Env], Law]:
    """The set of the outcomes, and the density on it."""
    density, rest = compiler.compile(node.density), [compiler.compile(item) for item in node.rest]
    definition, declared = compiler.definitions.get(node.density), None
    keys: list[str] = []  # of the other parameters, on which the outcomes may depend
    if definition is not None and definition.parameters:
        declared = compiler.compile_set(definition.parameters[0].domain)
        keys = [parameter.letter.key for parameter in definition.parameters[1:]]

    def evaluator(env: Env) -> Law:
        weight, others = density(env), [item(env) for item in rest]
        if type(weight) is Vector:
            return d.Integers(1, len(weight)), lambda i: weight.items[i - 1]
        if declared is not None:
            given = dict(zip(keys, others, strict=False))
            return declared({**env, **given}), lambda x: weight(x, *others)
        outcomes = getattr(weight, "outcomes", None)
        if outcomes is None:
            raise Mismatch(f"{describe(weight)} is no density over a known set")
        return outcomes(), lambda x: weight(x, *others)

    return evaluator


def mean_of(compiler: Compiler, name: str, law: Law, value: Term) -> Value:
    domain, weight = law

    def term(x: Value) -> Value:
        here = weight(x)
        negative = compare("<", here, 0)
        if negative is None and type(principal(here)) is Separable:  # no node will tell
            raise TooMuch(f"an expectation under {name}, which is not told to be positive")
        if negative:
            raise EvaluationError(f"an expectation under {name}, which is negative")
        return Vector([here, here * value(x)])

    mass, mean = total(compiler, domain, term)
    # In floats no sum is exactly one.
    if not isinstance(mass, float | complex) and compare("=", mass, 1) is False:
        raise EvaluationError(f"an expectation under {name}, which does not sum to one")
    return mean


@rule(s.Expectation)
def compile_expectation(compiler: Compiler, node: s.Expectation) -> Evaluator:
    law, body, letter = law_of(compiler, node), compiler.compile(node.body), node.letter.key
    name = node.density.name
    return lambda env: mean_of(compiler, name, law(env), lambda x: body({**env, letter: x}))


@rule(s.Covariance)
def compile_covariance(compiler: Compiler, node: s.Covariance) -> Evaluator:
    law, left, letter = law_of(compiler, node), compiler.compile(node.left), node.letter.key
    right = left if node.right is None else compiler.compile(node.right)
    alone, name = node.right is None, node.density.name

    def evaluator(env: Env) -> Value:
        under = law(env)

        def first(x: Value) -> Value:
            return left({**env, letter: x})

        def second(x: Value) -> Value:
            return right({**env, letter: x})

        mean = mean_of(compiler, name, under, first)
        if alone and isinstance(mean, Vector) != (node.name == "Cov"):
            raise Mismatch(f"{node.name} of {describe(mean)}; Var is of a number, Cov "
                           "of a vector or of two things")
        other = mean if alone else mean_of(compiler, name, under, second)
        return mean_of(compiler, name, under,
                       lambda x: _product(first(x) - mean, second(x) - other))

    return evaluator


def _product(left: Value, right: Value) -> Value:
    """Of two numbers the product, of two vectors the matrix of the products."""
    if isinstance(left, Vector) != isinstance(right, Vector):
        raise Mismatch(f"a covariance of {describe(left)} with {describe(right)}")
    return left * transpose(right) if isinstance(left, Vector) else left * right


def _folded(name: str, items: list[Value]) -> Value:
    if not items:
        return 0 if name == "sum" else 1
    total = items[0]
    for item in items[1:]:
        total = total + item if name == "sum" else total * item
    return total
