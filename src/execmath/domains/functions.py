r"""The functions that letters range over: arbitrary ones, and smooth ones.

An arbitrary function takes a value at each point when it is first asked for, and keeps it. It has
no derivative. A smooth one is a formula with drawn coefficients.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from flint import arb, fmpq

from execmath.arithmetic import elementary
from execmath.arithmetic.errors import EvaluationError, Mismatch, Undecided
from execmath.arithmetic.values import Value, Vector
from execmath.domains.numbers import Domain, RealLine, misfit, to_balls
from execmath.domains.vectors import Product, Vectors, drawn, offered

Draw = Callable[[int], Value]  # the value at the point that is asked for n-th, from n = 0


@dataclass(frozen=True)
class FunctionSpace(Domain):
    """All functions from one set to another, of several arguments where the one is a product."""

    domain: Domain
    codomain: Domain
    name = "a set of functions"

    def edge(self, turn: int) -> Value:
        """A new one: it takes its values when it is asked."""
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

    def contains(self, value: Value) -> bool | None:
        return callable(value)


def _in_turn(values: Sequence[Value], step: int) -> Draw:
    return lambda n: values[step * (1 + n) % len(values)]


class Arbitrary:
    """A function of which nothing is known but its domain and codomain."""

    def __init__(self, space: FunctionSpace, draw: Draw) -> None:
        self.space = space
        self.values: dict[tuple[object, ...], Value] = {}
        self._draw = draw

    def __call__(self, *arguments: Value) -> Value:
        key = tuple(_exact_key(argument) for argument in arguments)
        if key not in self.values:
            check_arguments(self.space.domain, arguments)
            self.values[key] = self._draw(len(self.values))
        return to_balls(self.values[key])

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
            raise Undecided("an arbitrary function needs an exact argument")
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
        """Constant, linear, quadratic, oscillating."""
        kinds = [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 1, 1)]
        return [self._made([fmpq(n) for n in kind].__getitem__) for kind in kinds]

    def random(self, rng: Random) -> Value:
        return self._made(lambda kind: fmpq(rng.randrange(-16, 17), 8))

    def contains(self, value: Value) -> bool | None:
        return callable(value)

    def _made(self, coefficient: Callable[[int], fmpq]) -> Smooth:
        inner = self.domain.size if isinstance(self.domain, Vectors) else 1
        target = self.codomain
        rows = target.size if isinstance(target, Vectors) else 1
        base = target.base if isinstance(target, Vectors) else target
        if not isinstance(base, RealLine) or base.relation not in ("", ">"):
            raise EvaluationError(f"smooth functions to {target.name}; to real or positive "
                                  "numbers, and to vectors of them, they can be drawn")
        terms = [[_Term(*(coefficient(kind) for kind in range(4))) for _ in range(inner)]
                 for _ in range(rows)]
        return Smooth(self, terms, bool(base.relation))


@dataclass(frozen=True)
class _Term:
    """constant + slope x + square x^2 + wave sin x"""

    constant: fmpq
    slope: fmpq
    square: fmpq
    wave: fmpq

    def at(self, x: Value) -> Value:
        value = to_balls(self.constant) + to_balls(self.slope) * x
        if self.square:
            value = value + to_balls(self.square) * elementary.power(x, 2)
        return value + to_balls(self.wave) * elementary.apply("sin", x) if self.wave else value


class Smooth:
    """A function with all derivatives: by components of the value, sums over those of x."""

    def __init__(self, space: SmoothSpace, terms: list[list[_Term]], positive: bool) -> None:
        self.space, self.terms, self.positive = space, terms, positive

    def __call__(self, *arguments: Value) -> Value:
        check_arguments(self.space.domain, arguments)
        x = arguments[0]
        items = list(x.items) if isinstance(x, Vector) else [x]
        values = [self._row(row, items) for row in self.terms]
        return Vector(values) if isinstance(self.space.codomain, Vectors) else values[0]

    def _row(self, row: list[_Term], items: list[Value]) -> Value:
        total = sum((term.at(item) for term, item in zip(row, items, strict=True)), start=0)
        return elementary.apply("exp", total) if self.positive else total

    def outcomes(self) -> Domain:
        return self.space.domain

    def __repr__(self) -> str:
        rows = [" + ".join(f"{t.constant} + {t.slope} x{i} + {t.square} x{i}^2 + {t.wave} sin x{i}"
                           for i, t in enumerate(row, 1)) for row in self.terms]
        return f"[{'exp of ' if self.positive else ''}{'; '.join(rows)}]"
