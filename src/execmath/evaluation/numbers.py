"""The rules for numbers: their arithmetic, and the functions everybody knows by name."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import partial

from execmath.arithmetic import linear_algebra
from execmath.arithmetic.errors import EvaluationError, Mismatch
from execmath.arithmetic.values import Matrix, Value, Vector, describe, transpose
from execmath.evaluation.base import Compiler, Env, Evaluator, rule, scalar
from execmath.language import ast as s
from execmath.language.norms import square_of_norm

Combination = Callable[[Value, Value], Value]

PLAIN: dict[str, Combination] = {"+": operator.add, "-": operator.sub, "*": operator.mul}
OF_VECTORS = frozenset({"max", "min", "norm", "norm1", "maxnorm"})
OF_MATRICES: dict[str, Callable[[Value, Combination], Value]] = {
    "diag": lambda value, divide: linear_algebra.diagonal(value),
    "trace": lambda value, divide: linear_algebra.trace(value),
    "det": linear_algebra.determinant,
}


@rule(s.Number)
def compile_number(compiler: Compiler, node: s.Number) -> Evaluator:
    value = compiler.arithmetic.number(node.digits)
    return lambda env: value


@rule(s.Negative)
def compile_negative(compiler: Compiler, node: s.Negative) -> Evaluator:
    operand = compiler.compile(node.operand)
    return lambda env: -operand(env)


@rule(s.Binary)
def compile_binary(compiler: Compiler, node: s.Binary) -> Evaluator:
    left, right = compiler.compile(node.left), compiler.compile(node.right)
    combine = PLAIN.get(node.op) or partial(quotient, compiler.arithmetic.divide)

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


def quotient(divide: Combination, above: Value, below: Value) -> Value:
    if isinstance(below, Vector):
        raise Mismatch(f"{describe(above)} divided by {describe(below)}")
    if isinstance(above, Vector):
        return above.map(lambda item: divide(item, below))
    return divide(above, below)


@rule(s.Power)
def compile_power(compiler: Compiler, node: s.Power) -> Evaluator:
    if (square := square_of_norm(node)) is not None:
        return compiler.compile(square)
    base, exponent = compiler.compile(node.base), compiler.compile(node.exponent)
    power, divide = compiler.arithmetic.power, compiler.arithmetic.divide

    def evaluator(env: Env) -> Value:
        below, above = base(env), exponent(env)
        try:
            if type(below) is Matrix:
                compiler.products += len(below) ** 4
                return linear_algebra.power(below, above, divide)
            return power(scalar(below, "the base of a power"), scalar(above, "an exponent"))
        except EvaluationError as error:
            error.point_at(node.span)
            raise

    return evaluator


@rule(s.Logarithm)
def compile_logarithm(compiler: Compiler, node: s.Logarithm) -> Evaluator:
    base, argument = compiler.compile(node.base), compiler.compile(node.argument)
    apply, divide = compiler.arithmetic.apply, compiler.arithmetic.divide

    def evaluator(env: Env) -> Value:
        sides = [scalar(side(env), "in a logarithm") for side in (argument, base)]
        return divide(apply("log", sides[0]), apply("log", sides[1]))

    return evaluator


@rule(s.Cardinality)
def compile_cardinality(compiler: Compiler, node: s.Cardinality) -> Evaluator:
    domain = compiler.compile_set(node.domain)
    return lambda env: len(compiler.members(domain(env)))


@rule(s.Binomial)
def compile_binomial(compiler: Compiler, node: s.Binomial) -> Evaluator:
    upper, lower = compiler.compile(node.upper), compiler.compile(node.lower)
    binomial, what = compiler.arithmetic.binomial, "a binomial coefficient of"

    def evaluator(env: Env) -> Value:
        above, below = scalar(upper(env), what), lower(env)
        if type(below) is Vector:
            return multinomial(binomial, above, below)
        return binomial(above, scalar(below, what))

    return evaluator


def multinomial(binomial: Combination, total: Value, parts: Vector) -> Value:
    """In how many ways so many things are dealt out; the parts must add up to all of them.

    raises  EvaluationError where they do not, or are no integers
    """
    counts = list(parts)
    if not all(isinstance(count, int) for count in (total, *counts)) or sum(counts) != total:
        raise EvaluationError("a multinomial coefficient whose lower numbers do not add up to the "
                              "upper one")
    product: Value = 1
    for count in counts:
        product, total = product * binomial(total, count), total - count
    return product


@rule(s.Transpose)
def compile_transpose(compiler: Compiler, node: s.Transpose) -> Evaluator:
    operand = compiler.compile(node.operand)
    return lambda env: transpose(operand(env))


@rule(s.Apply)
def compile_apply(compiler: Compiler, node: s.Apply) -> Evaluator:
    argument, name, apply = compiler.compile(node.argument), node.name, compiler.arithmetic.apply
    if name in OF_MATRICES:
        return of_matrices(compiler, argument, name)
    check = check_vector if name in OF_VECTORS else check_number
    divide = compiler.arithmetic.divide

    def evaluator(env: Env) -> Value:
        value = argument(env)
        try:
            if name == "abs" and type(value) is Matrix:  # |A| is its determinant
                compiler.products += len(value) ** 4
                return linear_algebra.determinant(value, divide)
            check(name, value)
            return apply(name, value)
        except EvaluationError as error:
            error.point_at(node.span)
            raise

    return evaluator


def of_matrices(compiler: Compiler, argument: Evaluator, name: str) -> Evaluator:
    function, divide = OF_MATRICES[name], compiler.arithmetic.divide

    def evaluator(env: Env) -> Value:
        value = argument(env)
        if name == "det" and type(value) is Matrix:
            compiler.products += len(value) ** 4
        return function(value, divide)

    return evaluator


def check_number(name: str, value: Value) -> None:
    if isinstance(value, Vector) or callable(value):
        raise Mismatch(f"{name} of {describe(value)}")



def check_vector(name: str, value: Value) -> None:
    if type(value) is not Vector:
        raise Mismatch(f"{name} of {describe(value)}")
    for item in value:
        scalar(item, f"an item of the {name}")
