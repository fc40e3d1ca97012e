"""The tree of an expression -> a function from points to values, in any arithmetic.

The tree is walked once; what remains are small functions that call each other. An arithmetic
supplies numbers, quotients, powers, the functions everybody knows, derivatives and integrals;
`balls` and `floats` are two of them. A point (`Env`) gives the letters their values.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from execmath.arithmetic import linear_algebra
from execmath.arithmetic.values import (
    EvaluationError,
    Function,
    Matrix,
    Mismatch,
    Undecided,
    Value,
    Vector,
    describe,
    show_value,
    transpose,
)
from execmath.domains import numbers as d
from execmath.evaluation.base import Env, Evaluator, scalar
from execmath.evaluation.derivatives import Derivatives
from execmath.evaluation.sets import Sets, size_of, whole_number
from execmath.evaluation.sums import Sums
from execmath.language import ast as s
from execmath.runtime.memo import memoized

__all__ = ["Compiler", "Env", "Evaluator"]

PLAIN: dict[str, Callable[[Value, Value], Value]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul,
}
OF_VECTORS = frozenset({"max", "min", "norm", "norm1", "maxnorm"})


class Compiler(Derivatives, Sums, Sets):
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._compiled: dict[s.Letter, Evaluator] = {}
        self._applied: dict[s.Letter, Callable[[Env, Sequence[Value]], Value]] = {}
        divide = self.arithmetic.divide
        self._of_matrices: dict[str, Callable[[Value], Value]] = {
            "diag": linear_algebra.diagonal, "trace": linear_algebra.trace,
            "det": lambda value: linear_algebra.determinant(value, divide),
        }

    # ---------------------------------------------------------------------- arithmetic

    def _number(self, node: s.Number) -> Evaluator:
        value = self.arithmetic.number(node.digits)
        return lambda env: value

    def _negative(self, node: s.Negative) -> Evaluator:
        operand = self.compile(node.operand)
        return lambda env: -operand(env)

    def _binary(self, node: s.Binary) -> Evaluator:
        left, right = self.compile(node.left), self.compile(node.right)
        combine = PLAIN.get(node.op, self.quotient)

        def evaluator(env: Env) -> Value:
            a, b = left(env), right(env)
            try:
                return combine(a, b)
            except EvaluationError as error:
                error.point_at(node.span)
                raise
            except TypeError:
                raise Mismatch(f"{describe(a)} {node.op} {describe(b)}", node.span) from None

        return evaluator

    def quotient(self, above: Value, below: Value) -> Value:
        divide = self.arithmetic.divide
        if isinstance(below, Vector):
            raise Mismatch(f"{describe(above)} divided by {describe(below)}")
        if isinstance(above, Vector):
            return above.map(lambda item: divide(item, below))
        return divide(above, below)

    def _power(self, node: s.Power) -> Evaluator:
        base, exponent = self.compile(node.base), self.compile(node.exponent)
        power, divide = self.arithmetic.power, self.arithmetic.divide

        def evaluator(env: Env) -> Value:
            below, above = base(env), exponent(env)
            try:
                if type(below) is Matrix:
                    return linear_algebra.power(below, above, divide)
                return power(scalar(below, "the base of a power"), scalar(above, "an exponent"))
            except EvaluationError as error:
                error.point_at(node.span)
                raise

        return evaluator

    def _binomial(self, node: s.Binomial) -> Evaluator:
        upper, lower = self.compile(node.upper), self.compile(node.lower)
        what = "a binomial coefficient of"
        return lambda env: self.arithmetic.binomial(scalar(upper(env), what),
                                                    scalar(lower(env), what))

    def _transpose(self, node: s.Transpose) -> Evaluator:
        operand = self.compile(node.operand)
        return lambda env: transpose(operand(env))

    def _apply(self, node: s.Apply) -> Evaluator:
        argument, name, apply = self.compile(node.argument), node.name, self.arithmetic.apply
        if name in self._of_matrices:
            function = self._of_matrices[name]
            return lambda env: function(argument(env))
        wants_vector = name in OF_VECTORS

        def checked(value: Value) -> Value:
            if isinstance(value, Vector) != wants_vector or callable(value) \
                    or (wants_vector and type(value) is not Vector):
                raise Mismatch(f"{name} of {describe(value)}")
            if wants_vector:
                for item in value:
                    scalar(item, f"an item of the {name}")
            return value

        def evaluator(env: Env) -> Value:
            value = argument(env)
            try:
                return apply(name, checked(value))
            except EvaluationError as error:
                error.point_at(node.span)
                raise

        return evaluator

    # ------------------------------------------------------------------------- letters

    def _letter(self, node: s.Letter) -> Evaluator:
        if node in self.abbreviations:
            value = self.abbreviations[node]
            return memoized(self.compile(value), sorted(self.free.of(value)))
        definition = self.definitions.get(node)
        if definition is None or node in self.given:
            return operator.itemgetter(node.key)
        if definition.parameters:
            call, outcomes = self.applied(definition), self.parameter_set(definition, 0)
            return lambda env: Function(lambda *arguments: call(env, arguments),
                                        lambda: outcomes(env))
        return self._once(node, definition)

    def parameter_set(self, definition: s.Definition, place: int) -> Callable[[Env], d.Domain]:
        return self.compile_set(definition.parameters[place].domain)

    def _once(self, node: s.Letter, definition: s.Definition) -> Evaluator:
        if node not in self._compiled:
            self._compiled[node] = self.compile(definition.body)
        return self._compiled[node]

    def applied(self, definition: s.Definition) -> Callable[[Env, Sequence[Value]], Value]:
        """The function that a definition makes, given the values of the page's letters."""
        letter = definition.letter
        if letter not in self._applied:
            parts = [(p.letter.key, self.compile_set(p.domain)) for p in definition.parameters]
            body = self._once(letter, definition)

            def call(env: Env, arguments: Sequence[Value]) -> Value:
                self.spend(1)
                if len(arguments) != len(parts):
                    raise Mismatch(f"{letter.name} takes {len(parts)} arguments, "
                                   f"given {len(arguments)}")
                frame = dict(env)
                for (key, domain), value in zip(parts, arguments, strict=True):
                    members = domain(frame)
                    if not members.contains(value):
                        raise _outside(members, value, letter)
                    frame[key] = value
                return body(frame)

            self._applied[letter] = call
        return self._applied[letter]

    def _call(self, node: s.Call) -> Evaluator:
        if any(isinstance(argument, s.Hole) for argument in node.arguments):
            return self.opened(node)
        arguments = [self.compile(argument) for argument in node.arguments]
        definition = self.definitions.get(node.function)
        if definition and definition.parameters and node.function not in self.given \
                and node.function not in self.abbreviations:
            call = self.applied(definition)
            return lambda env: call(env, [argument(env) for argument in arguments])
        function = self.compile(node.function)
        return lambda env: _called(function(env), [argument(env) for argument in arguments])

    def opened(self, node: s.Call) -> Evaluator:
        r"""f(\cdot; \theta): the function of what is left open."""
        function = self.compile(node.function)
        filled = [None if isinstance(a, s.Hole) else self.compile(a) for a in node.arguments]
        definition = self.definitions.get(node.function)
        outcomes: Callable[[Env], d.Domain] | None = None
        if definition is not None and len(definition.parameters) == len(filled):
            outcomes = self.parameter_set(definition, filled.index(None))

        def evaluator(env: Env) -> Value:
            whole, known = function(env), [part and part(env) for part in filled]

            def call(*arguments: Value) -> Value:
                if len(arguments) != filled.count(None):
                    raise EvaluationError(f"{filled.count(None)} arguments are open, "
                                          f"{len(arguments)} are given")
                rest = iter(arguments)
                return _called(whole, [next(rest) if part is None else value
                                       for part, value in zip(filled, known, strict=True)])

            return Function(call, None if outcomes is None else partial(outcomes, env))

        return evaluator

    # ------------------------------------------------------------- vectors and matrices

    def _index(self, node: s.Index) -> Evaluator:
        base, index = self.compile(node.base), self.compile(node.index)

        def evaluator(env: Env) -> Value:
            vector, place = base(env), index(env)
            if not isinstance(vector, Vector):
                raise Mismatch(f"{describe(vector)} has no components", node.span)
            if not isinstance(place, int) or not 1 <= place <= len(vector):
                raise EvaluationError(f"component {place} of {describe(vector)}", node.span)
            return vector.items[place - 1]

        return evaluator

    def _vector(self, node: s.Vector) -> Evaluator:
        parts = [(isinstance(item, s.Run), self.compile(item)) for item in node.items]

        def evaluator(env: Env) -> Value:
            items: list[Value] = []
            for is_run, part in parts:
                items.extend(part(env)) if is_run else items.append(part(env))
            if any(isinstance(item, Vector) or callable(item) for item in items):
                raise Mismatch("a vector of what is no number")
            return Vector(items)

        return evaluator

    def _run(self, node: s.Run) -> Evaluator:
        if node.last is None:
            raise EvaluationError("an ellipsis without an end", node.span)
        first, last = self.compile(node.first), self.compile(node.last)
        body, letter = self.compile(node.body), node.letter.key

        def evaluator(env: Env) -> Value:
            inner, found = dict(env), []
            for item in self.members(d.Integers(whole_number(first(env)), whole_number(last(env)))):
                inner[letter] = item
                found.append(body(inner))
            return found

        return evaluator

    def _matrix(self, node: s.Matrix) -> Evaluator:
        rows = [self.compile(row) for row in node.rows]

        def evaluator(env: Env) -> Value:
            found = [row(env) for row in rows]
            if len({len(row) for row in found}) > 1:
                raise EvaluationError("a matrix with rows of different lengths")
            return Matrix(found)

        return evaluator

    def _identity(self, node: s.Identity) -> Evaluator:
        size = self.compile(node.size)
        return lambda env: linear_algebra.identity(size_of(size(env)))

    # -------------------------------------------------------------------------- choices

    def _indicator(self, node: s.Indicator) -> Evaluator:
        holds = self.conditions(node.conditions)
        return lambda env: int(holds(env))

    def _cases(self, node: s.Cases) -> Evaluator:
        cases = [(self.conditions(c.conditions), self.compile(c.value)) for c in node.cases]

        def evaluator(env: Env) -> Value:
            for applies, value in cases:
                if applies(env):
                    return value(env)
            raise EvaluationError("none of the cases applies")

        return evaluator


def _outside(domain: d.Domain, value: Value, letter: s.Letter) -> EvaluationError:
    if domain.contains(value) is None:
        return Undecided(f"whether {show_value(value)} is in the domain of {letter.name}")
    return d.misfit(domain, value, f"{describe(value)}, {show_value(value)}, is outside the domain "
                                   f"of {letter.name}")


def _called(function: Value, arguments: Sequence[Value]) -> Value:
    if not callable(function):
        raise Mismatch(f"{describe(function)} is called as a function")
    return function(*arguments)
