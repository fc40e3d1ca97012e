"""The reading in float64: numpy's numbers, and how far they are from balls, in ulp.

A number of the page becomes a float64, a vector an array; below a derivative the numbers are
complex, and the slope is a complex step.
"""

from __future__ import annotations

import cmath
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any

import numpy as np
from flint import arb, ctx, fmpq

from execmath.arithmetic.errors import EvaluationError, Undecided
from execmath.arithmetic.extremes import Ends
from execmath.arithmetic.limits import Way
from execmath.arithmetic.values import Value, Vector
from execmath.checking.comparison import NEXT_TO_NOTHING
from execmath.checking.points import Point
from execmath.code.calls import to_numpy
from execmath.domains.functions import Arbitrary
from execmath.evaluation.base import Env, Evaluator
from execmath.runtime import limits

STEP = 2.0**-40  # of the complex step; its square is nothing beside 1
SMALLEST_SLOPE = 1e-290  # below it the complex step loses digits


def tight_value(ball: Evaluator, point: Point) -> Value:
    precision = limits.PRECISION_FIRST
    while precision <= limits.PRECISION_LAST:
        with ctx.workprec(precision):
            try:
                value = ball(point.balls())
                if all(_is_tight(item) for item in _flat(value)):
                    return value
            except Undecided:
                pass
        precision *= 2
    raise EvaluationError("the true value is undecided")


def _is_tight(ball: Value) -> bool:
    ball = arb(ball)
    tiny = ball.rad() <= NEXT_TO_NOTHING
    return bool(ball.is_finite() and (tiny or ball.rel_accuracy_bits() > 80))


def _flat(value: Value) -> list[Value]:
    return [x for item in value for x in _flat(item)] if isinstance(value, Vector) else [value]


def paired(value: Value, truth: Value) -> list[tuple[Value, Value]]:
    """The numbers of both, one by one; their shapes have to be equal."""
    if shape_of(value) != shape_of(truth):
        raise EvaluationError(f"an array of shape {shape_of(value)} against one of shape "
                              f"{shape_of(truth)}: shapes differ")
    return list(zip(_flat(value), _flat(truth), strict=True))


def shape_of(value: Value) -> tuple[int, ...]:
    """As numpy says it: () of a number, (n,) of a vector, (m, n) of a matrix."""
    if not isinstance(value, Vector):
        return ()
    return (len(value), *(shape_of(value.items[0]) if len(value) else ()))


def ulps(value: Value, truth: Value, scale: float) -> float:
    """The distance in units in the last place of the truth; infinite for NaN."""
    near, number = float(arb(truth).mid()), float(value)
    if math.isnan(number):
        return math.inf
    if math.isinf(number) or math.isinf(near):
        return 0.0 if number == near else math.inf
    unit = math.ulp(min(max(abs(near), scale), sys.float_info.max))
    return float(abs(arb(number) - truth) / arb(unit))


# --------------------------------------------------------------------- points as float64


def exact_in_floats(env: Env) -> bool:
    return all(_is_exact(value) for value in env.values())


def _is_exact(value: Value) -> bool:
    if isinstance(value, Arbitrary):
        return all(_is_exact(item) for item in value.table())
    if isinstance(value, Vector):
        return all(_is_exact(item) for item in value)
    if isinstance(value, fmpq):
        return fmpq(*to_float(value).as_integer_ratio()) == value
    return isinstance(value, int)


def to_float(value: Value) -> float:
    return int(value.p) / int(value.q) if isinstance(value, fmpq) else float(value)


def as_floats(value: Value) -> Value:
    if isinstance(value, Vector):
        return type(value)([as_floats(item) for item in value])
    return to_float(value) if isinstance(value, fmpq) else value


def as_array(value: Value) -> Any:
    """What numpy is handed: a number, an array, or the array of a function's values on a finite
    set."""
    if isinstance(value, Arbitrary):
        return np.array([as_array(item) for item in value.table()])
    return to_numpy(as_floats(value))


def roughen(value: Value, rng: Random) -> Value:
    """A float64 nearby with all its bits in use."""
    if isinstance(value, Vector):
        return type(value)([roughen(item, rng) for item in value])
    if not isinstance(value, fmpq):
        return value
    return fmpq(*(to_float(value) * (1 + rng.random() / 8)).as_integer_ratio())


def show_floats(value: Value) -> str:
    if isinstance(value, Vector):
        return f"({', '.join(show_floats(item) for item in value)})"
    return f"{value:.17g}" if isinstance(value, float) else str(value)


def _of_vector(name: str, items: Sequence[Value]) -> Value:
    if name in ("max", "min"):
        return max(items) if name == "max" else min(items)
    if name == "norm1":
        return math.fsum(map(abs, items))
    if name == "maxnorm":
        return max(map(abs, items))
    return math.hypot(*items)


class Floats:
    """The arithmetic of float64, and of complex numbers below a derivative."""

    @staticmethod
    def number(digits: str) -> Value:
        return int(digits) if digits.isdigit() else float(digits)

    @staticmethod
    def divide(left: Value, right: Value) -> Value:
        if right == 0:
            raise EvaluationError("a division by zero in float64")
        return left / right

    @staticmethod
    def power(base: Value, exponent: Value) -> Value:
        try:
            return base**exponent
        except (OverflowError, ZeroDivisionError) as error:
            raise EvaluationError(f"{base} to the power {exponent}: {error}") from None

    @staticmethod
    def apply(name: str, argument: Value) -> Value:
        if isinstance(argument, Vector):
            return _of_vector(name, argument.items)
        if name == "pi":
            return math.pi
        module = cmath if isinstance(argument, complex) else math
        function = abs if name == "abs" else getattr(module, name, None)
        if function is None:
            raise EvaluationError(f"{name} is not in the float64 reading")
        try:
            return function(argument)
        except OverflowError:
            return math.inf
        except ValueError:
            raise EvaluationError(f"{name} of {argument}") from None

    @staticmethod
    def binomial(upper: Value, lower: Value) -> Value:
        raise EvaluationError("a binomial coefficient is not in the float64 reading")

    @classmethod
    def slopes(cls, function: Callable[[Vector], Value], at: Vector,
               places: Iterable[int]) -> list[Value]:
        def along(place: int) -> Callable[[Value], Value]:
            before, after = at.items[:place], at.items[place + 1 :]
            return lambda x: function(Vector((*before, x, *after)))

        return [cls.slope(along(place), at.items[place]) for place in places]

    @classmethod
    def derivative(cls, function: Callable[[Value], Value], at: Value, order: int) -> Value:
        if order != 1:
            raise EvaluationError(f"a derivative of order {order} is not in the float64 reading")
        return cls.slope(function, at)

    @staticmethod
    def slope(function: Callable[[Value], Value], at: Value) -> Value:
        if isinstance(at, complex):
            raise EvaluationError("a second derivative is not in the float64 reading")
        return _imaginary(function(complex(at, STEP)))

    @staticmethod
    def series(term: Callable[[int], Value], first: int) -> Value:
        raise EvaluationError("an infinite sum is not in the float64 reading")

    @staticmethod
    def integrate(function: Callable[[Value], Value], lower: Value, upper: Value) -> Value:
        raise EvaluationError("an integral is not in the float64 reading")

    @staticmethod
    def extreme(name: str, function: Callable[[Value], Value], ends: Ends) -> Value:
        raise EvaluationError("an extreme over a continuum is not in the float64 reading")

    @staticmethod
    def limit(function: Callable[[Value], Value], way: Way) -> Value:
        raise EvaluationError("a limit is not in the float64 reading")

    bounded = limit


def _imaginary(value: Value) -> Value:
    if isinstance(value, Vector):
        return value.map(_imaginary)
    return value.imag / STEP if isinstance(value, complex) else 0.0
