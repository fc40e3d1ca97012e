"""Trees of sets -> the sets themselves, at a point."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from execmath.arithmetic.values import EvaluationError, Mismatch, TooMuch, Value
from execmath.domains import functions, vectors
from execmath.domains import numbers as d
from execmath.evaluation.base import Env, Walker
from execmath.language import ast as s
from execmath.runtime.limits import MAX_TERMS

SetReading = Callable[[Env], d.Domain]

# The same few sets are asked for at every step of a sum and at every call.
integers = lru_cache(maxsize=1024)(d.Integers)
one_hot_vectors = lru_cache(maxsize=1024)(vectors.OneHotVectors)


class Sets(Walker):
    def compile_set(self, node: s.Node) -> SetReading:
        if isinstance(node, s.Letter):
            return self.compile_set(self.definitions[node].body)
        reader = getattr(self, f"_set_{type(node).__name__.lower()}", None)
        if reader is None:
            raise EvaluationError(f"{type(node).__name__} is not a set", node.span)
        found: SetReading = reader(node)
        return found

    def _set_reals(self, node: s.Reals) -> SetReading:
        line = d.RealLine(node.relation) if node.relation else vectors.REALS
        return lambda env: line

    def _set_interval(self, node: s.Interval) -> SetReading:
        lower, upper = self.compile(node.lower), self.compile(node.upper)
        return lambda env: d.interval(lower(env), upper(env), node.open_below, node.open_above)

    def _set_integerrange(self, node: s.IntegerRange) -> SetReading:
        first = self.compile(node.first)
        if node.last is None:
            return lambda env: integers(whole_number(first(env)), None)
        last = self.compile(node.last)
        return lambda env: integers(whole_number(first(env)), whole_number(last(env)))

    def _set_finiteset(self, node: s.FiniteSet) -> SetReading:
        items = [self.compile(item) for item in node.items]
        return lambda env: d.Listed(tuple(item(env) for item in items))

    def _set_setpower(self, node: s.SetPower) -> SetReading:
        base, exponent = self.compile_set(node.base), self.compile(node.exponent)
        if isinstance(node.base, s.Reals):
            of_size = lru_cache(maxsize=1024)(partial(vectors.Vectors, base({})))
            return lambda env: of_size(size_of(exponent(env)))
        # A set that holds a ball cannot be kept: balls have no identity.
        return lambda env: vectors.Vectors(base(env), size_of(exponent(env)))

    def _set_setproduct(self, node: s.SetProduct) -> SetReading:
        factors = [self.compile_set(factor) for factor in node.factors]
        return lambda env: vectors.Product(tuple(factor(env) for factor in factors))

    def _set_matrixspace(self, node: s.MatrixSpace) -> SetReading:
        base = self.compile_set(node.base)
        rows, columns = self.compile(node.rows), self.compile(node.columns)
        return lambda env: vectors.Matrices(base(env), size_of(rows(env)), size_of(columns(env)))

    def _set_simplex(self, node: s.Simplex) -> SetReading:
        dimension = self.compile(node.dimension)
        return lambda env: vectors.OpenSimplex(size_of(dimension(env)) + 1)

    def _set_onehot(self, node: s.OneHot) -> SetReading:
        size = self.compile(node.size)
        return lambda env: one_hot_vectors(size_of(size(env)))

    def _set_symmetricgroup(self, node: s.SymmetricGroup) -> SetReading:
        size = self.compile(node.size)
        return lambda env: vectors.Permutations(size_of(size(env)))

    def _set_functions(self, node: s.Functions) -> SetReading:
        source, target = self.compile_set(node.domain), self.compile_set(node.codomain)
        return lambda env: functions.FunctionSpace(source(env), target(env))

    def _set_smoothfunctions(self, node: s.SmoothFunctions) -> SetReading:
        source, target = self.compile_set(node.domain), self.compile_set(node.codomain)
        return lambda env: functions.SmoothSpace(source(env), target(env))


def whole_number(value: Value) -> int:
    if not isinstance(value, int):
        raise Mismatch(f"a bound that is not an integer: {value}")
    return value


def size_of(value: Value) -> int:
    size = whole_number(value)
    if not 0 <= size <= MAX_TERMS:
        raise TooMuch(f"a dimension of {size}; from 0 to {MAX_TERMS}")
    return size
