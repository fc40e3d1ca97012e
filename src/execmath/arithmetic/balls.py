"""The reading in ball arithmetic: every number is a ball that is certain to hold the true one.

Balls are Arb's, through python-flint. Derivatives are no differences: a number carries them
beside it, by the rules of calculus, as balls too.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from math import factorial

from flint import fmpq

from execmath.arithmetic import elementary, enclosed, extremes, limits, quadrature
from execmath.arithmetic.autodiff import Dual, Jet, Tangent
from execmath.arithmetic.batch import Batch
from execmath.arithmetic.errors import EvaluationError, TooMuch
from execmath.arithmetic.extremes import Ends
from execmath.arithmetic.limits import Way
from execmath.arithmetic.monomials import Unbounded
from execmath.arithmetic.quadrature import UNSETTLED, left_open
from execmath.arithmetic.values import Value, Vector
from execmath.runtime.memo import STATES


class Balls:
    """The arithmetic."""

    def __init__(self) -> None:
        self.evaluations = 0  # of integrands
        self._level = 0
        self._within_limits = 0  # in which no integral and no series is taken
        self._around = 0  # integrals and infinite sums, within which another is taken
        self._made: dict[Hashable, tuple[Value, Vector]] = {}

    divide = staticmethod(elementary.divide)
    power = staticmethod(elementary.power)
    apply = staticmethod(elementary.apply)
    binomial = staticmethod(elementary.binomial)

    @staticmethod
    def number(digits: str) -> Value:
        if digits.isdigit():
            return int(digits)
        whole, _, decimals = digits.partition(".")
        return fmpq(int(whole + decimals), 10 ** len(decimals))

    # --------------------------------------------------------------------- derivatives

    def slopes(self, function: Callable[[Vector], Value], at: Vector,
               places: Iterable[int]) -> list[Value]:
        """The partial derivatives by the components at `places`, which count from 0."""
        places = tuple(places)
        self._level += 1
        level = self._level
        try:
            result = function(self._once((id(at), places, level), at,
                                         lambda: self._moving(at, places, level)))
        finally:
            self._level -= 1
        return [_slope_of(result, level, place) for place in places]

    def _moving(self, at: Vector, places: tuple[int, ...], level: int) -> Vector:
        """`at`, with slopes of its own at some places."""
        items = list(at.items)
        for place in places:
            items[place] = Dual(items[place], {place: 1}, level)
        return Vector(items)

    def _once(self, key: Hashable, of: Value, make: Callable[[], Vector]) -> Vector:
        """The same object when it is asked for again, for a score at the next outcome say: then
        what was worked out from it is remembered."""
        if key not in self._made:
            if len(self._made) >= STATES:
                self._made.clear()
            self._made[key] = of, make()  # `of` is kept: an id is unique only among what is alive
        return self._made[key][1]

    def slope(self, function: Callable[[Value], Value], at: Value) -> Value:
        alone = self._once(id(at), at, lambda: Vector([at]))
        return self.slopes(lambda vector: function(vector.items[0]), alone, [0])[0]

    def derivative(self, function: Callable[[Value], Value], at: Value, order: int) -> Value:
        if order == 1:
            return self.slope(function, at)
        self._level += 1
        level = self._level
        try:
            result = function(Jet([at, 1] + [0] * (order - 1), level) if order else at)
        finally:
            self._level -= 1
        return _coefficient_of(result, level, order)

    # ------------------------------------------------------------ integrals, infinite sums

    def integrate(self, function: Callable[[Value], Value], lower: Value, upper: Value) -> Value:
        """`lower` and `upper` may be infinite floats."""
        self._refuse_within_limits()
        if isinstance(lower, Tangent) or isinstance(upper, Tangent):
            return self._between_moving_ends(function, lower, upper)
        function = self._counted(function)
        finite = not (isinstance(lower, float) or isinstance(upper, float))
        with self._one_around():
            return (quadrature if finite else enclosed).integral(function, lower, upper)

    def _between_moving_ends(self, function: Callable[[Value], Value], lower: Value,
                             upper: Value) -> Value:
        """Where a derivative is taken by what an end depends on: with ends that stay, as a part of
        the way, or a step from the finite end. So it is the integrand that moves."""
        for end in (lower, upper):
            if isinstance(end, Tangent):
                function(end)  # where a condition changes just there, there is no derivative
        if isinstance(upper, float):
            return self.integrate(lambda step: function(lower + step), 0, upper)
        if isinstance(lower, float):
            return self.integrate(lambda step: function(upper - step), 0, -lower)
        way = upper - lower
        return way * self.integrate(lambda part: function(lower + way * part), 0, 1)

    def _counted(self, function: Callable[[Value], Value]) -> Callable[[Value], Value]:
        def counted(x: Value) -> Value:
            self.evaluations += len(x.items) if type(x) is Batch else 1
            return function(x)

        return counted

    def series(self, term: Callable[[int], Value], first: int) -> Value:
        self._refuse_within_limits()
        with self._one_around():
            return enclosed.series(term, first)

    @contextmanager
    def _one_around(self) -> Iterator[None]:
        """Within another, one of which a limit leaves much open is refused: each term, and each
        node, would be worked out up to the limit."""
        before = left_open.count
        self._around += 1
        try:
            yield
        finally:
            self._around -= 1
        if self._around and left_open.count > before:
            raise TooMuch(UNSETTLED)

    def extreme(self, name: str, function: Callable[[Value], Value], ends: Ends) -> Value:
        """The supremum, the infimum, the maximum, ... of a function over an interval."""
        sign = -1 if name in ("inf", "min", "argmin") else 1
        with self._without_integrals():
            peaks = extremes.largest(self, lambda x: function(x) * sign, ends,
                                     name.startswith("arg"))
        if name.startswith("arg"):
            return extremes.place(peaks)
        return sign * (extremes.supremum if name in ("sup", "inf") else extremes.maximum)(peaks)

    def limit(self, function: Callable[[Value], Value], way: Way) -> Value:
        with self._without_integrals():
            return limits.limit(function, way)

    def bounded(self, function: Callable[[Value], Value], way: Way) -> Value:
        """1, where a function stays bounded on the way."""
        with self._without_integrals():
            return limits.bounded(function, way)

    @contextmanager
    def _without_integrals(self) -> Iterator[None]:
        """They might take for ever where their integrands are known for whole rays, or pieces."""
        self._within_limits += 1
        try:
            yield
        finally:
            self._within_limits -= 1

    def _refuse_within_limits(self) -> None:
        if self._within_limits:
            raise Unbounded("there is an integral or an infinite sum in it")


def _slope_of(value: Value, level: int, place: int) -> Value:
    if isinstance(value, Vector):
        return value.map(lambda item: _slope_of(item, level, place))
    if isinstance(value, Dual) and value.level == level:
        return value.slopes.get(place, 0)
    return _nothing_of(value)


def _coefficient_of(value: Value, level: int, order: int) -> Value:
    if isinstance(value, Vector):
        return value.map(lambda item: _coefficient_of(item, level, order))
    if order == 0:
        return value
    if isinstance(value, Jet) and value.level == level:
        return value.terms[order] * factorial(order)
    return _nothing_of(value)


def _nothing_of(value: Value) -> int:
    """The derivative of what does not depend on the letter."""
    if callable(value):
        raise EvaluationError("a derivative of a function that lacks its argument")
    return 0


