r"""The functions that letters range over: arbitrary ones, and smooth ones.

An arbitrary function draws its value at a point when it is first needed there, and keeps it. It has
no derivative. A smooth one is a formula that is drawn (see `smooth`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from random import Random

from flint import arb, fmpq

from execmath.arithmetic import elementary
from execmath.arithmetic.errors import Borderline, EvaluationError, Mismatch
from execmath.arithmetic.ordering import every
from execmath.arithmetic.values import Value, Vector
from execmath.domains import smooth
from execmath.domains.far_numbers import FarDraw
from execmath.domains.numbers import Domain, Integers, RealLine, misfit, to_balls
from execmath.domains.vectors import Product, Vectors, drawn, far, offered

Draw = Callable[[int], Value]  # the value at the n-th point where it is needed, from n = 0


@dataclass(frozen=True)
class FunctionSpace(Domain):
    """All functions from one set to another, of several arguments where the one is a product."""

    domain: Domain
    codomain: Domain
    name = "a set of functions"

    def edge(self, turn: int) -> Value:
        """A new one, which draws its values as they are needed."""
        draws = self._draws()
        return Arbitrary(self, draws[turn % len(draws)])

    def edges(self) -> list[Value]:
        return [Arbitrary(self, draw) for draw in self._draws()]

    def _draws(self) -> list[Draw]:
        """Constant ones, one that differs at a single point, ones that take few values in turn,
        and, to vectors, one whose values all lie on a line."""
        values = offered(self.codomain)
        first, second = values[0], values[1 % len(values)]
        draws: list[Draw] = [lambda n: first, lambda n: second if n == 0 else first]
        draws += [_in_turn(values, step) for step in range(1, len(values))]
        draws += [lambda n: second]
        if isinstance(self.codomain, Vectors) and self.codomain.base == RealLine():
            draws += [lambda n: Vector([n * (1 + place) for place in range(len(first))])]
        return draws

    def random(self, rng: Random) -> Value:
        own = Random(rng.getrandbits(64))
        return Arbitrary(self, lambda n: drawn(self.codomain, own))

    def far(self, draw: FarDraw) -> Value:
        """Its values are of any magnitude; on a continuum it may be a smooth one, which takes
        numbers that are not exact."""
        analytic = SmoothSpace(self.domain, self.codomain)
        finite = self.domain.enumerated() is not None or isinstance(self.domain, Integers)
        if not finite and analytic.is_known() and not draw.dyadic:
            return analytic.far(draw)
        own = replace(draw, rng=Random(draw.rng.getrandbits(64)))
        return Arbitrary(self, lambda n: far(self.codomain, own))

    def contains(self, value: Value) -> bool | None:
        """Values that are drawn are those of the codomain; one that was chosen need not be."""
        if isinstance(value, Arbitrary):
            return every(self.codomain.contains(to_balls(number)) for number in value.chosen)
        return callable(value)


def _in_turn(values: Sequence[Value], step: int) -> Draw:
    return lambda n: values[step * (1 + n) % len(values)]


class Arbitrary:
    """A function of which nothing is known but its domain and codomain."""

    def __init__(self, space: FunctionSpace, draw: Draw, chosen: tuple[Value, ...] = ()) -> None:
        self.space, self.chosen = space, chosen  # the values that were not drawn
        self.values: dict[tuple[object, ...], Value] = {}
        self._draw = draw

    def __call__(self, *arguments: Value) -> Value:
        key = tuple(_exact_key(argument) for argument in arguments)
        if key not in self.values:
            check_arguments(self.space.domain, arguments)
            self.values[key] = self._draw(len(self.values))
        return to_balls(self.values[key])

    def constant(self, number: Value) -> Arbitrary:
        """The one of the same set that has this value everywhere."""
        return Arbitrary(self.space, lambda n: number, (number,))

    def with_value(self, place: int, number: Value) -> Arbitrary:
        """The same but for its value at the point where one was needed first, second, …"""
        changed = Arbitrary(self.space, lambda n: number if n == place else self._draw(n),
                            (*self.chosen, number))
        changed.values = {key: number if n == place else value
                          for n, (key, value) in enumerate(self.values.items())}
        return changed

    def outcomes(self) -> Domain:
        return self.space.domain

    def table(self) -> list[Value]:
        """Its values, as they were drawn, at all points of a finite set."""
        points = self.space.domain.members()
        if points is None:
            raise EvaluationError("a function on an infinite set has no table of values")
        for point in points:
            self(point)
        return [self.values[(_exact_key(point),)] for point in points]

    def __repr__(self) -> str:
        listed = ", ".join(f"{key[0] if len(key) == 1 else key} -> {value}"
                           for key, value in self.values.items())
        return f"[{listed}]"


def check_arguments(domain: Domain, arguments: tuple[Value, ...]) -> None:
    several = isinstance(domain, Product) and len(arguments) > 1
    value = Vector(arguments) if several else arguments[0] if len(arguments) == 1 else None
    if value is None:
        raise Mismatch(f"a function of one argument, given {len(arguments)}")
    if domain.contains(value) is False:
        raise misfit(domain, value, "an argument outside the domain of the function")


def _exact_key(value: Value) -> object:
    if isinstance(value, Vector):
        return tuple(_exact_key(item) for item in value)
    if isinstance(value, arb):
        if not value.is_exact():
            raise Borderline("an arbitrary function needs an exact argument")
        return value.fmpq()
    if isinstance(value, int | fmpq):
        return value
    raise EvaluationError("a function of which nothing is known has no slope and no integral")


# ------------------------------------------------------------------------- smooth functions


@dataclass(frozen=True)
class SmoothSpace(Domain):
    r"""C^\infty from numbers or vectors to numbers, positive numbers, or vectors."""

    domain: Domain
    codomain: Domain
    name = "a set of smooth functions"

    def edges(self) -> list[Value]:
        """Constant, linear, a product of all components, oscillating, a bump, zero."""
        return [self._made(partial(form, self._size())) for form in smooth.SIMPLE]

    def random(self, rng: Random) -> Value:
        return self._made(lambda: smooth.drawn(self._size(), rng))

    def far(self, draw: FarDraw) -> Value:
        """One of the same, with values of any magnitude."""
        scale = draw.fraction()
        return self._made(lambda: smooth.scaled(scale, smooth.drawn(self._size(), draw.rng)))

    def contains(self, value: Value) -> bool | None:
        return callable(value)

    def is_known(self) -> bool:
        """Can its functions be drawn?"""
        base = self._base()
        return isinstance(base, RealLine) and base.relation in ("", ">")

    def _base(self) -> Domain:
        return self.codomain.base if isinstance(self.codomain, Vectors) else self.codomain

    def _size(self) -> int:
        """How many numbers its functions take."""
        if isinstance(self.domain, Product):
            return len(self.domain.factors)
        return self.domain.size if isinstance(self.domain, Vectors) else 1

    def _made(self, form: Callable[[], smooth.Form]) -> Smooth:
        base = self._base()
        if not isinstance(base, RealLine) or base.relation not in ("", ">"):
            raise EvaluationError(f"smooth functions to {self.codomain.name}; to real or positive "
                                  "numbers, and to vectors of them, they can be drawn")
        rows = self.codomain.size if isinstance(self.codomain, Vectors) else 1
        return Smooth(self, [form() for _ in range(rows)], bool(base.relation))


class Smooth:
    """A function with all derivatives: a formula for each component of its value, or its
    exponential."""

    def __init__(self, space: SmoothSpace, rows: list[smooth.Form], positive: bool,
                 added: Mapping[int, Value] | None = None) -> None:
        self.space, self.rows, self.positive = space, rows, positive
        self.added = added or {}  # to the first formula: coefficients of the first number's powers

    def with_added(self, power: int, coefficient: Value) -> Smooth:
        """The same but for the coefficient of a power of the first number."""
        return Smooth(self.space, self.rows, self.positive, {**self.added, power: coefficient})

    def polynomial(self, coefficients: Sequence[Value]) -> Smooth:
        """In the first number, as the first of the formulas; the others are zero."""
        zero = smooth.SIMPLE[-1](1)
        return Smooth(self.space, [zero] * len(self.rows), self.positive,
                      dict(enumerate(coefficients)))

    def __call__(self, *arguments: Value) -> Value:
        check_arguments(self.space.domain, arguments)
        x = arguments[0]
        items = arguments if len(arguments) > 1 else x.items if isinstance(x, Vector) else (x,)
        values = [self._row(place, items) for place in range(len(self.rows))]
        return Vector(values) if isinstance(self.space.codomain, Vectors) else values[0]

    def _row(self, place: int, items: Sequence[Value]) -> Value:
        value = self.rows[place].at(items)
        for power, coefficient in self.added.items() if place == 0 else ():
            value += elementary.power(items[0], power) * to_balls(coefficient)
        return elementary.apply("exp", value) if self.positive else value

    def outcomes(self) -> Domain:
        return self.space.domain

    def __repr__(self) -> str:
        added = "".join(f" + {coefficient} x1^{power}" for power, coefficient in self.added.items())
        first, *others = (row.text for row in self.rows)
        formulas = "; ".join([first + added, *others])
        return f"[{'exp of ' if self.positive else ''}{formulas}]"
