"""Trees -> sums, products, extremes, integrals, means and covariances."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from execmath.arithmetic.batch import Batch
from execmath.arithmetic.ordering import compare
from execmath.arithmetic.values import EvaluationError, Mismatch, Value, Vector, describe, transpose
from execmath.domains import numbers as d
from execmath.evaluation.base import Env, Evaluator, Walker, scalar
from execmath.language import ast as s

Term = Callable[[Value], Value]


class Sums(Walker):
    def _fold(self, node: s.Fold) -> Evaluator:
        domain, body = self.compile_set(node.domain), self.compile(node.body)
        letter, name, apply = node.letter.key, node.name, self.arithmetic.apply
        meets = self.conditions(node.conditions) if node.conditions else None

        def evaluator(env: Env) -> Value:
            inner, span = dict(env), domain(env)
            if name == "sum" and meets is None and span.members() is None:
                return self.total(span, lambda item: body({**env, letter: item}))
            items = []
            for item in self.members(span):
                inner[letter] = item
                if meets is None or meets(inner):
                    items.append(body(inner))
            if name in ("max", "min"):
                if not items:
                    raise EvaluationError(f"the {name} of nothing")
                for item in items:
                    scalar(item, f"an item of the {name}")
                return apply(name, Vector(items))
            return _folded(name, items)

        return evaluator

    def total(self, domain: d.Domain, term: Term) -> Value:
        """The sum of the terms over a set, or the integral over one that is a continuum."""
        if domain.members() is not None:
            items = [term(item) for item in self.members(domain)]
            if not items:
                raise EvaluationError("a mean over no outcome")
            return _folded("sum", items)
        if isinstance(domain, d.Integers):
            return self.arithmetic.series(self.counted(term), domain.first)
        ends = domain.ends()
        if ends is None:
            raise EvaluationError(f"a sum or an integral over {domain.name}")
        return self.arithmetic.integrate(self.counted(term), *ends)

    def counted(self, term: Term) -> Term:
        def evaluator(item: Value) -> Value:
            self.spend(len(item) if type(item) is Batch else 1)
            return term(item)

        return evaluator

    # --------------------------------------------------------------------------- integrals

    def _integral(self, node: s.Integral) -> Evaluator:
        lower, upper, body = map(self.compile, (node.lower, node.upper, node.body))
        letter, integrate = node.letter.key, self.arithmetic.integrate

        def evaluator(env: Env) -> Value:
            integrand = self.counted(lambda x: body({**env, letter: x}))
            return integrate(integrand, lower(env), upper(env))

        return evaluator

    def _setintegral(self, node: s.SetIntegral) -> Evaluator:
        domain, body = self.compile_set(node.domain), self.compile(node.body)
        letter = node.letter.key

        def evaluator(env: Env) -> Value:
            ends = domain(env).ends()
            if ends is None:
                raise EvaluationError(f"an integral over {domain(env).name}")
            integrand = self.counted(lambda x: body({**env, letter: x}))
            return self.arithmetic.integrate(integrand, *ends)

        return evaluator

    def _infinity(self, node: s.Infinity) -> Evaluator:
        value = float("-inf") if node.negative else float("inf")
        return lambda env: value

    # ------------------------------------------------------------------------ expectations

    def law(self, node: s.Expectation | s.Covariance) -> Callable[[Env], tuple[d.Domain, Any]]:
        """The set of the outcomes, and the density on it."""
        density, rest = self.compile(node.density), [self.compile(item) for item in node.rest]
        definition, declared = self.definitions.get(node.density), None
        if definition is not None and definition.parameters:
            declared = self.compile_set(definition.parameters[0].domain)

        def evaluator(env: Env) -> tuple[d.Domain, Any]:
            weight, others = density(env), [item(env) for item in rest]
            if type(weight) is Vector:
                return d.Integers(1, len(weight)), lambda i: weight.items[i - 1]
            if declared is not None:
                return declared(env), lambda x: weight(x, *others)
            outcomes = getattr(weight, "outcomes", None)
            if outcomes is None:
                raise Mismatch(f"{describe(weight)} is no density over a known set")
            return outcomes(), lambda x: weight(x, *others)

        return evaluator

    def mean(self, name: str, law: tuple[d.Domain, Any], value: Term) -> Value:
        domain, weight = law

        def term(x: Value) -> Value:
            here = weight(x)
            if compare("<", here, 0):
                raise EvaluationError(f"an expectation under {name}, which is negative")
            return Vector([here, here * value(x)])

        mass, mean = self.total(domain, term)
        # In floats no sum is exactly one.
        if not isinstance(mass, float | complex) and compare("=", mass, 1) is False:
            raise EvaluationError(f"an expectation under {name}, which does not sum to one")
        return mean

    def _expectation(self, node: s.Expectation) -> Evaluator:
        law, body, letter = self.law(node), self.compile(node.body), node.letter.key
        name = node.density.name
        return lambda env: self.mean(name, law(env), lambda x: body({**env, letter: x}))

    def _covariance(self, node: s.Covariance) -> Evaluator:
        law, left, letter = self.law(node), self.compile(node.left), node.letter.key
        right = left if node.right is None else self.compile(node.right)
        alone, name = node.right is None, node.density.name

        def evaluator(env: Env) -> Value:
            under = law(env)

            def first(x: Value) -> Value:
                return left({**env, letter: x})

            def second(x: Value) -> Value:
                return right({**env, letter: x})

            mean = self.mean(name, under, first)
            if alone and isinstance(mean, Vector) != (node.name == "Cov"):
                raise Mismatch(f"{node.name} of {describe(mean)}; Var is of a number, Cov "
                                      "of a vector or of two things")
            other = mean if alone else self.mean(name, under, second)
            return self.mean(name, under, lambda x: _product(first(x) - mean, second(x) - other))

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


