"""The rules for sets: a tree -> the set itself, at a point."""

from __future__ import annotations

from functools import lru_cache, partial

from execmath.arithmetic.errors import EvaluationError, Mismatch, TooMuch
from execmath.arithmetic.values import Value, describe
from execmath.domains import functions, vectors
from execmath.domains import numbers as d
from execmath.evaluation.base import Compiler, SetEvaluator, set_rule
from execmath.language import ast as s
from execmath.runtime.limits import MAX_TERMS

# The same few sets are asked for at every step of a sum and at every call.
integers = lru_cache(maxsize=1024)(d.Integers)
one_hot_vectors = lru_cache(maxsize=1024)(vectors.OneHotVectors)


@set_rule(s.Reals)
def compile_reals(compiler: Compiler, node: s.Reals) -> SetEvaluator:
    line = d.RealLine(node.relation) if node.relation else vectors.REALS
    return lambda env: line


@set_rule(s.Interval)
def compile_interval(compiler: Compiler, node: s.Interval) -> SetEvaluator:
    lower, upper = compiler.compile(node.lower), compiler.compile(node.upper)
    return lambda env: d.interval(lower(env), upper(env), node.open_below, node.open_above)


@set_rule(s.IntegerRange)
def compile_integer_range(compiler: Compiler, node: s.IntegerRange) -> SetEvaluator:
    first = compiler.compile(node.first)
    if node.last is None:
        return lambda env: integers(whole_number(first(env)), None)
    last = compiler.compile(node.last)
    return lambda env: integers(whole_number(first(env)), whole_number(last(env)))


@set_rule(s.FiniteSet)
def compile_finite_set(compiler: Compiler, node: s.FiniteSet) -> SetEvaluator:
    items = [compiler.compile(item) for item in node.items]
    return lambda env: d.Listed(tuple(item(env) for item in items))


@set_rule(s.SetPower)
def compile_set_power(compiler: Compiler, node: s.SetPower) -> SetEvaluator:
    base, exponent = compiler.compile_set(node.base), compiler.compile(node.exponent)
    if isinstance(node.base, s.Reals):
        of_size = lru_cache(maxsize=1024)(partial(vectors.Vectors, base({})))
        return lambda env: of_size(size_of(exponent(env)))
    # A set that holds a ball cannot be kept: balls have no identity.
    return lambda env: vectors.Vectors(base(env), size_of(exponent(env)))


@set_rule(s.SetProduct)
def compile_set_product(compiler: Compiler, node: s.SetProduct) -> SetEvaluator:
    factors = [compiler.compile_set(factor) for factor in node.factors]
    return lambda env: vectors.Product(tuple(factor(env) for factor in factors))


@set_rule(s.MatrixSpace)
def compile_matrix_space(compiler: Compiler, node: s.MatrixSpace) -> SetEvaluator:
    base = compiler.compile_set(node.base)
    rows, columns = compiler.compile(node.rows), compiler.compile(node.columns)
    return lambda env: vectors.Matrices(base(env), size_of(rows(env)), size_of(columns(env)))


@set_rule(s.Simplex)
def compile_simplex(compiler: Compiler, node: s.Simplex) -> SetEvaluator:
    dimension = compiler.compile(node.dimension)
    return lambda env: vectors.OpenSimplex(size_of(dimension(env)) + 1)


@set_rule(s.OneHot)
def compile_one_hot(compiler: Compiler, node: s.OneHot) -> SetEvaluator:
    size = compiler.compile(node.size)
    return lambda env: one_hot_vectors(size_of(size(env)))


@set_rule(s.SymmetricGroup)
def compile_symmetric_group(compiler: Compiler, node: s.SymmetricGroup) -> SetEvaluator:
    size = compiler.compile(node.size)
    return lambda env: vectors.Permutations(size_of(size(env)))


@set_rule(s.Functions)
def compile_all_functions(compiler: Compiler, node: s.Functions) -> SetEvaluator:
    source, target = compiler.compile_set(node.domain), compiler.compile_set(node.codomain)
    return lambda env: functions.FunctionSpace(source(env), target(env))


@set_rule(s.SmoothFunctions)
def compile_smooth_functions(compiler: Compiler, node: s.SmoothFunctions) -> SetEvaluator:
    source, target = compiler.compile_set(node.domain), compiler.compile_set(node.codomain)
    return lambda env: functions.SmoothSpace(source(env), target(env))


def whole_number(value: Value) -> int:
    if not isinstance(value, int):
        number = value if type(value) in d.NUMBERS else describe(value)
        raise Mismatch(f"a bound that is not an integer: {number}")
    return value


def size_of(value: Value) -> int:
    size = whole_number(value)
    if size < 0:
        raise EvaluationError(f"a dimension of {size}, which is negative")
    if size > MAX_TERMS:
        raise TooMuch(f"a dimension of {size}; from 0 to {MAX_TERMS}")
    return size
