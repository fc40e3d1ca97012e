"""Integrals over sets of vectors: coordinate by coordinate, where the integrand is separable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from flint import ctx

from execmath.arithmetic import separable, squares
from execmath.arithmetic.errors import EvaluationError, Flaw, TooMuch
from execmath.arithmetic.leaves import parts, rebuilt
from execmath.arithmetic.separable import Coordinate, Functions, Key, Product
from execmath.arithmetic.values import Value, Vector
from execmath.domains.charts import Chart
from execmath.evaluation.base import Compiler, counted

MOST = 4_096  # integrals that are kept

_kept: dict[object, Value] = {}


def integral_over_chart(compiler: Compiler, chart: Chart, term: Callable[[Value], Value]) -> Value:
    """Of each number that the integrand is made of.

    raises  TooMuch where one is no sum of products of functions of a coordinate each, and where
            one of several terms has no integral, as the sum of them may have one
    """
    value = term(chart.point)
    numbers = {path: separable.separable(number) * chart.rate for path, number in parts(value)}
    is_alone = all(len(number.terms) == 1 for number in numbers.values())
    functions = Functions(compiler.arithmetic.apply, compiler.arithmetic.power)
    try:
        numbers = {path: squares.completed(number, chart.coordinates, functions)
                   for path, number in numbers.items()}
        needed = separable.needed(numbers.values(), chart.coordinates)
        integrals = {x: _of_products(compiler, x, products) for x, products in needed.items()}
    except EvaluationError as error:
        if error.kind is Flaw.NO_VALUE and not is_alone:
            raise TooMuch(f"a sum of which a part has none: {error.message}") from None
        raise
    return rebuilt(value, lambda path: separable.integrated(numbers[path], integrals))


def _of_products(compiler: Compiler, x: Coordinate, products: Mapping[Key, Product]
                 ) -> dict[Key, Value]:
    """The integrals of functions of a coordinate. They have no letters in them, so that the next
    integral, or the next theorem, may ask for the same again."""
    place = type(compiler.arithmetic).__name__, ctx.prec, separable.written(x.lower), \
        separable.written(x.upper)
    missing = {key: product for key, product in products.items() if (place, key) not in _kept}
    if missing:
        if len(_kept) + len(missing) > MOST:
            _kept.clear()
            missing = dict(products)
        _kept.update(zip([(place, key) for key in missing],
                         _enclosed(compiler, x, list(missing.values())), strict=True))
    return {key: _kept[place, key] for key in products}


def _enclosed(compiler: Compiler, x: Coordinate, products: list[Product]) -> Vector:
    """All at once: they have powers and logarithms in common."""
    functions = Functions(compiler.arithmetic.apply, compiler.arithmetic.power)
    together = counted(compiler, partial(_at, products, functions))
    value = compiler.arithmetic.integrate(together, x.lower, x.upper)
    assert isinstance(value, Vector)
    return value


def _at(products: list[Product], functions: Functions, x: Value) -> Vector:
    values: dict[Key, Value] = {}
    return Vector([product.at(x, functions, values) for product in products])
