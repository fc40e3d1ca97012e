"""Trees -> derivatives, gradients, Hessians, and values at a point."""

from __future__ import annotations

from collections.abc import Callable

from execmath.arithmetic.values import (
    EvaluationError,
    Matrix,
    Mismatch,
    TooMuch,
    Value,
    Vector,
    describe,
)
from execmath.evaluation.base import Env, Evaluator, Walker
from execmath.language import ast as s
from execmath.runtime.limits import MAX_ORDER

Map = Callable[[Value], Value]


class Derivatives(Walker):
    def _partial(self, node: s.Partial) -> Evaluator:
        body, letter, order = self.compile(node.body), node.letter.key, self.compile(node.order)
        self.check_free(node.letter, node.span)
        index = self.compile(node.index) if node.index is not None else None

        def evaluator(env: Env) -> Value:
            value, times = env[letter], _order(order(env))
            if index is None:
                if isinstance(value, Vector) or callable(value):
                    raise Mismatch(f"a derivative by {describe(value)}: name a component")
                return self.arithmetic.derivative(lambda x: body({**env, letter: x}), value, times)
            place = _place(value, index(env))
            return self.component(lambda v: body({**env, letter: v}), value, place, times)

        return evaluator

    def check_free(self, letter: s.Letter, span: s.Span) -> None:
        if letter in self.abbreviations or letter in self.definitions:
            raise EvaluationError(f"a derivative by {letter.name}, which is not free", span)

    def component(self, function: Map, at: Vector, place: int, order: int) -> Value:
        if order == 1:
            return self.arithmetic.slopes(function, at, [place])[0]
        before, after = at.items[:place], at.items[place + 1 :]
        return self.arithmetic.derivative(lambda x: function(Vector((*before, x, *after))),
                                          at.items[place], order)

    def _derivative(self, node: s.Derivative) -> Evaluator:
        function, argument = self.compile(node.function), self.compile(node.argument)
        order = self.compile(node.order)

        def evaluator(env: Env) -> Value:
            at = argument(env)
            if isinstance(at, Vector) or callable(at):
                raise Mismatch(f"the derivative of a function of a number at {describe(at)}")
            return self.arithmetic.derivative(function(env), at, _order(order(env)))

        return evaluator

    # --------------------------------------------------------------------------- gradients

    def _gradient(self, node: s.Gradient) -> Evaluator:
        return self.at_argument(node, self.gradient)

    def _hessian(self, node: s.Hessian) -> Evaluator:
        return self.at_argument(node, self.hessian)

    def _jacobian(self, node: s.Jacobian) -> Evaluator:
        return self.at_argument(node, self.jacobian)

    def at_argument(self, node: s.Gradient | s.Hessian | s.Jacobian,
                    operator: Callable[[Map, Value], Value]) -> Evaluator:
        function, argument = self.compile(node.function), self.compile(node.argument)
        return lambda env: operator(function(env), argument(env))

    def _gradientby(self, node: s.GradientBy) -> Evaluator:
        body, letter = self.compile(node.body), node.letter.key
        self.check_free(node.letter, node.span)
        operator = self.hessian if node.order == 2 else self.gradient
        return lambda env: operator(lambda v: body({**env, letter: v}), env[letter])

    def gradient(self, function: Map, at: Value) -> Vector:
        slopes = self.all_slopes(function, at)
        if any(isinstance(slope, Vector) for slope in slopes):
            raise Mismatch("the gradient of a function whose value is no number; its matrix "
                                  r"of derivatives is \mathrm{D} f")
        return Vector(slopes)

    def hessian(self, function: Map, at: Value) -> Matrix:
        rows = self.all_slopes(lambda v: self.gradient(function, v), at)
        return Matrix(rows)

    def jacobian(self, function: Map, at: Value) -> Matrix:
        columns = self.all_slopes(function, at)
        if not all(type(column) is Vector for column in columns):
            raise Mismatch(r"\mathrm{D} of a function whose value is no vector")
        return Matrix(columns).transposed()

    def all_slopes(self, function: Map, at: Value) -> list[Value]:
        if type(at) is not Vector or not len(at):
            raise Mismatch(f"derivatives at {describe(at)}; they are taken at a vector")
        return self.arithmetic.slopes(function, at, range(len(at)))

    def _at(self, node: s.At) -> Evaluator:
        body, value, letter = self.compile(node.body), self.compile(node.value), node.letter.key
        return lambda env: body({**env, letter: value(env)})


def _order(value: Value) -> int:
    if not isinstance(value, int) or not 0 <= value <= MAX_ORDER:
        raise TooMuch(f"a derivative of order {value}; from 0 to {MAX_ORDER}")
    return value


def _place(at: Value, index: Value) -> int:
    if type(at) is not Vector:
        raise Mismatch(f"a partial derivative by a component of {describe(at)}")
    if not isinstance(index, int) or not 1 <= index <= len(at):
        raise EvaluationError(f"a derivative by component {index} of {describe(at)}")
    return index - 1
