"""The reading in float64: numpy's numbers, and how far they are from balls, in ulp.

A number of the page becomes a float64, a vector an array; below a derivative the numbers are
complex, and the slope is a complex step.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
from flint import arb, ctx, fmpq

from execmath import limits
from execmath.evaluate import Env, Reading
from execmath.points import in_balls
from execmath.values import EvaluationError, Undecided, Value, Vector

STEP = 2.0**-40  # of the complex step; its square is nothing beside 1
SMALLEST_SLOPE = 1e-290  # below it the complex step loses digits


def tight_value(ball: Reading, env: Env) -> Value:
    precision = limits.PRECISION_FIRST
    while precision <= limits.PRECISION_LAST:
        with ctx.workprec(precision):
            try:
                value = ball(in_balls(env))
                if all(_is_tight(item) for item in _flat(value)):
                    return value
            except Undecided:
                pass
        precision *= 2
    raise EvaluationError("the true value is undecided")


def _is_tight(ball: Value) -> bool:
    ball = arb(ball)
    tiny = ball.rad() <= arb(10) ** -limits.ZERO
    return bool(ball.is_finite() and (tiny or ball.rel_accuracy_bits() > 80))


def _flat(value: Value) -> list[Value]:
    return [x for item in value for x in _flat(item)] if isinstance(value, Vector) else [value]


def paired(found: Value, truth: Value) -> list[tuple[Value, Value]]:
    if isinstance(found, Vector) != isinstance(truth, Vector):
        raise EvaluationError("a vector against a number: shapes differ")
    a, b = _flat(found), _flat(truth)
    if len(a) != len(b):
        raise EvaluationError(f"{len(a)} components against {len(b)}: shapes differ")
    return list(zip(a, b, strict=True))


def ulps(found: Value, truth: Value, scale: float) -> float:
    """The distance in units in the last place of the truth; infinite for NaN."""
    near, found = float(arb(truth).mid()), float(found)
    if math.isnan(found):
        return math.inf
    if math.isinf(found) or math.isinf(near):
        return 0.0 if found == near else math.inf
    unit = float(np.spacing(max(abs(near), scale)))
    return float(abs(arb(found) - truth) / arb(unit))


# --------------------------------------------------------------------- points as float64


def exact_in_floats(env: Env) -> bool:
    return all(_is_exact(value) for value in env.values())


def _is_exact(value: Value) -> bool:
    if isinstance(value, Vector):
        return all(_is_exact(item) for item in value)
    if isinstance(value, fmpq):
        return fmpq(*_to_float(value).as_integer_ratio()) == value
    return isinstance(value, int)


def _to_float(value: fmpq) -> float:
    return int(value.p) / int(value.q)


def as_floats(value: Value) -> Value:
    if isinstance(value, Vector):
        return Vector([as_floats(item) for item in value])
    return _to_float(value) if isinstance(value, fmpq) else value


def roughen(value: Value, rng: Random) -> Value:
    """A float64 nearby with all its bits in use."""
    if isinstance(value, Vector):
        return Vector([roughen(item, rng) for item in value])
    if not isinstance(value, fmpq):
        return value
    return fmpq(*(_to_float(value) * (1 + rng.random() / 8)).as_integer_ratio())


def on_values(function: Callable[..., Any]) -> Callable[..., Value]:
    """A numpy function as one from values to a value."""

    def call(*arguments: Value) -> Value:
        result = np.asarray(function(*[_to_numpy(argument) for argument in arguments]))
        if result.ndim > 2 or result.dtype == object:
            raise EvaluationError(f"the function returned an array of shape {result.shape}")
        return _from_numpy(result)

    return call


def _to_numpy(value: Value) -> Any:
    if not isinstance(value, Vector):
        return value
    return np.array([_to_numpy(item) for item in value])


def _from_numpy(array: np.ndarray[Any, Any]) -> Value:
    if array.ndim == 0:
        return array.item()
    return Vector([_from_numpy(item) for item in array])


def show_floats(value: Value) -> str:
    if isinstance(value, Vector):
        return f"({', '.join(show_floats(item) for item in value)})"
    return f"{value:.17g}" if isinstance(value, float) else str(value)


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
        if name in ("max", "min"):
            return (max if name == "max" else min)(argument.items)
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
    def slope(function: Callable[[Value], Value], at: Value) -> Value:
        if isinstance(at, complex):
            raise EvaluationError("a second derivative is not in the float64 reading")
        return _imaginary(function(complex(at, STEP)))

    @staticmethod
    def integrate(function: Callable[[Value], Value], lower: Value, upper: Value) -> Value:
        raise EvaluationError("an integral is not in the float64 reading")


def _imaginary(value: Value) -> Value:
    if isinstance(value, Vector):
        return Vector([_imaginary(item) for item in value])
    return value.imag / STEP if isinstance(value, complex) else 0.0
