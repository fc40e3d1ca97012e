"""The rules for letters and for the calls of functions."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from functools import partial

from execmath.arithmetic.errors import EvaluationError, Mismatch
from execmath.arithmetic.values import Function, Value, describe
from execmath.evaluation.base import Compiler, Env, Evaluator, SetEvaluator, rule
from execmath.language import ast as s
from execmath.runtime.memo import memoized


@rule(s.Letter)
def compile_letter(compiler: Compiler, node: s.Letter) -> Evaluator:
    if node in compiler.abbreviations:
        value = compiler.abbreviations[node]
        return memoized(compiler.compile(value), sorted(compiler.free.of(value)))
    definition = compiler.definitions.get(node)
    if definition is None or node in compiler.given:
        return operator.itemgetter(node.key)
    if definition.parameters:
        call = compiler.defined_function(definition)
        outcomes = compiler.parameter_set(definition, 0)
        return lambda env: Function(lambda *arguments: call(env, arguments),
                                    lambda: outcomes(env))
    return compiler.body(definition)


@rule(s.Call)
def compile_call(compiler: Compiler, node: s.Call) -> Evaluator:
    if any(isinstance(argument, s.Hole) for argument in node.arguments):
        return opened(compiler, node)
    arguments = [compiler.compile(argument) for argument in node.arguments]
    definition = compiler.definitions.get(node.function)
    if definition and definition.parameters and node.function not in compiler.given \
            and node.function not in compiler.abbreviations:
        call = compiler.defined_function(definition)
        return lambda env: call(env, [argument(env) for argument in arguments])
    function = compiler.compile(node.function)
    return lambda env: call_value(function(env), [argument(env) for argument in arguments])



def opened(compiler: Compiler, node: s.Call) -> Evaluator:
    r"""f(\cdot; \theta): the function of what is left open."""
    function = compiler.compile(node.function)
    filled = [None if isinstance(a, s.Hole) else compiler.compile(a) for a in node.arguments]
    outcomes = open_domain(compiler, node)

    def evaluator(env: Env) -> Value:
        call = filled_in(function(env), [value and value(env) for value in filled])
        return Function(call, None if outcomes is None else partial(outcomes, env))

    return evaluator


def open_domain(compiler: Compiler, node: s.Call) -> SetEvaluator | None:
    """The set of the argument that is left open; None where nothing declares it."""
    definition = compiler.definitions.get(node.function)
    if definition is None or len(definition.parameters) != len(node.arguments):
        return None
    place = next(i for i, a in enumerate(node.arguments) if isinstance(a, s.Hole))
    return compiler.parameter_set(definition, place)



def filled_in(function: Value, filled: Sequence[Value | None]) -> Callable[..., Value]:
    """A function of the arguments that are None in `filled`."""
    count = sum(value is None for value in filled)

    def call(*arguments: Value) -> Value:
        if len(arguments) != count:
            raise EvaluationError(f"{count} arguments are open, {len(arguments)} are given")
        rest = iter(arguments)
        return call_value(function, [next(rest) if value is None else value for value in filled])

    return call


def call_value(function: Value, arguments: Sequence[Value]) -> Value:
    if not callable(function):
        raise Mismatch(f"{describe(function)} is called as a function")
    return function(*arguments)
