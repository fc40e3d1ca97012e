"""The rules for derivatives, gradients, Hessians, and values at a point."""

from __future__ import annotations

from collections.abc import Callable

from execmath.arithmetic.errors import EvaluationError, Mismatch, TooMuch
from execmath.arithmetic.values import Matrix, Value, Vector, describe
from execmath.evaluation.base import Compiler, Env, Evaluator, rule
from execmath.language import ast as s
from execmath.runtime.limits import MAX_ORDER

Map = Callable[[Value], Value]


@rule(s.Partial)
def compile_partial(compiler: Compiler, node: s.Partial) -> Evaluator:
    body, letter, order = compiler.compile(node.body), node.letter.key, compiler.compile(node.order)
    check_free(compiler, node.letter, node.span)
    index = compiler.compile(node.index) if node.index is not None else None

    def evaluator(env: Env) -> Value:
        value, times = env[letter], _order(order(env))
        if index is None:
            if isinstance(value, Vector) or callable(value):
                raise Mismatch(f"a derivative by {describe(value)}: name a component")
            return compiler.arithmetic.derivative(lambda x: body({**env, letter: x}), value, times)
        place = _place(value, index(env))
        return component(compiler, lambda v: body({**env, letter: v}), value, place, times)

    return evaluator


def check_free(compiler: Compiler, letter: s.Letter, span: s.Span) -> None:
    if letter in compiler.abbreviations or letter in compiler.definitions:
        raise EvaluationError(f"a derivative by {letter.name}, which is not free", span)



def component(compiler: Compiler, function: Map, at: Vector, place: int, order: int) -> Value:
    if order == 1:
        return compiler.arithmetic.slopes(function, at, [place])[0]
    before, after = at.items[:place], at.items[place + 1 :]
    return compiler.arithmetic.derivative(lambda x: function(Vector((*before, x, *after))),
                                          at.items[place], order)


@rule(s.Derivative)
def compile_derivative(compiler: Compiler, node: s.Derivative) -> Evaluator:
    function, argument = compiler.compile(node.function), compiler.compile(node.argument)
    order = compiler.compile(node.order)

    def evaluator(env: Env) -> Value:
        at = argument(env)
        if isinstance(at, Vector) or callable(at):
            raise Mismatch(f"the derivative of a function of a number at {describe(at)}")
        return compiler.arithmetic.derivative(function(env), at, _order(order(env)))

    return evaluator


# --------------------------------------------------------------------------- gradients


@rule(s.Gradient)
def compile_gradient(compiler: Compiler, node: s.Gradient) -> Evaluator:
    return at_argument(compiler, node, gradient)


@rule(s.Hessian)
def compile_hessian(compiler: Compiler, node: s.Hessian) -> Evaluator:
    return at_argument(compiler, node, hessian)


@rule(s.Jacobian)
def compile_jacobian(compiler: Compiler, node: s.Jacobian) -> Evaluator:
    return at_argument(compiler, node, jacobian)



def at_argument(compiler: Compiler, node: s.Gradient | s.Hessian | s.Jacobian,
                operator: Callable[[Compiler, Map, Value], Value]) -> Evaluator:
    function, argument = compiler.compile(node.function), compiler.compile(node.argument)
    return lambda env: operator(compiler, function(env), argument(env))


@rule(s.GradientBy)
def compile_gradient_by(compiler: Compiler, node: s.GradientBy) -> Evaluator:
    body, letter = compiler.compile(node.body), node.letter.key
    check_free(compiler, node.letter, node.span)
    operator = hessian if node.order == 2 else gradient
    return lambda env: operator(compiler, lambda v: body({**env, letter: v}), env[letter])



def gradient(compiler: Compiler, function: Map, at: Value) -> Vector:
    slopes = all_slopes(compiler, function, at)
    if any(isinstance(slope, Vector) for slope in slopes):
        raise Mismatch("the gradient of a function whose value is no number; its matrix "
                       r"of derivatives is \mathrm{D} f")
    return Vector(slopes)



def hessian(compiler: Compiler, function: Map, at: Value) -> Matrix:
    rows = all_slopes(compiler, lambda v: gradient(compiler, function, v), at)
    return Matrix(rows)



def jacobian(compiler: Compiler, function: Map, at: Value) -> Matrix:
    columns = all_slopes(compiler, function, at)
    if not all(type(column) is Vector for column in columns):
        raise Mismatch(r"\mathrm{D} of a function whose value is no vector")
    return Matrix(columns).transposed()



def all_slopes(compiler: Compiler, function: Map, at: Value) -> list[Value]:
    if type(at) is not Vector or not len(at):
        raise Mismatch(f"derivatives at {describe(at)}; they are taken at a vector")
    slopes = compiler.arithmetic.slopes(function, at, range(len(at)))
    compiler.products += sum(len(slope) if isinstance(slope, Vector) else 1 for slope in slopes)
    return slopes


@rule(s.At)
def compile_at(compiler: Compiler, node: s.At) -> Evaluator:
    body, value, letter = compiler.compile(node.body), compiler.compile(node.value), node.letter.key
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
