"""Lines through a point: one of its numbers moves, and all others stay as they are.

A number may be a letter, a component of a vector, an entry of a matrix, a probability, the value
of a function of which nothing else is known, or how much of a power is added to a smooth one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from flint import arb, fmpq

from execmath.arithmetic.values import Matrix, Value, Vector
from execmath.domains.far_numbers import Irrational
from execmath.domains.functions import Arbitrary, FunctionSpace, Smooth, SmoothSpace
from execmath.domains.numbers import Domain, Integers, Interval, RealLine
from execmath.domains.vectors import Matrices, OpenSimplex, Product, Vectors
from execmath.evaluation.base import Env

PROBABILITIES = Interval(fmpq(0), fmpq(1), open_below=True, open_above=True)
PARTS = tuple(fmpq(part, 8) for part in range(1, 8))  # of an interval
STEPS = tuple(fmpq(p, q) for p, q in (
    (1, 10**6), (1, 1000), (1, 3), (1, 1), (2, 1), (5, 1), (10, 1), (100, 1)))  # from its one end

Item = TypeVar("Item")
Place = tuple[int, ...]
POWERS = 4  # that may be added to a smooth function, whose value and slopes are solved for
EVERYWHERE: Place = ()  # of the values of a function
Move = Callable[[Value, Place, Value], Value]


@dataclass(frozen=True)
class Line:
    """Through the point `env`; `place` says which number of the letter's value moves, through
    which set."""

    env: Env
    letter: str
    domain: Domain
    place: Place
    move: Move

    def at(self, number: Value) -> Env:
        return self.moved(self.env, number)

    def moved(self, env: Env, number: Value) -> Env:
        """The same from another point of the line, such as that in balls."""
        return {**env, self.letter: self.move(env[self.letter], self.place, number)}

    def number_at(self, env: Env) -> Value:
        """The one that moves, at a point of the line."""
        return _number(env[self.letter], self.place)

    @property
    def place_of_letter(self) -> tuple[str, Place]:
        """Which number of the point moves."""
        return self.letter, self.place

    @property
    def shared(self) -> bool:
        """Do all others move a little too, as probabilities do?"""
        return self.move is _shared

    def grid(self) -> list[fmpq]:
        """Some numbers from all over a short set, where those of every line may lie outside."""
        if not isinstance(self.domain, Interval):
            return []
        inner = self.domain.drawn_from()
        if inner.lower is not None and inner.upper is not None:
            return [inner.at(part) for part in PARTS]
        return [inner.at(step) for step in STEPS]


def lines_of(env: Env, letter: str, domain: Domain, values: int = 1) -> Iterator[Line]:
    """Those by each number of a letter's value, the first and the last one first.

    values  how many of an arbitrary function, of those that were needed, move by themselves
    """
    value = env[letter]
    if _is_moved_through(domain):
        yield Line(env, letter, domain, (), _component)
    elif isinstance(domain, OpenSimplex) and len(value) > 1:
        yield from _of_probabilities(env, letter, value)
    elif isinstance(domain, FunctionSpace) and isinstance(value, Arbitrary):
        yield from _of_values(env, letter, domain.codomain, values)
    elif isinstance(domain, SmoothSpace) and isinstance(value, Smooth):
        yield from _of_powers(env, letter)
    else:
        yield from (Line(env, letter, factor, place, _component)
                    for place, factor in _components(domain, value) if _is_moved_through(factor))


def _of_powers(env: Env, letter: str) -> Iterator[Line]:
    """More or less of a power is added to a smooth function."""
    for power in range(POWERS):
        yield Line(env, letter, RealLine(), (power,), _power_of_function)


def _of_values(env: Env, letter: str, codomain: Domain, values: int) -> Iterator[Line]:
    """All values of a function move together, or one of the first by itself."""
    if _is_moved_through(codomain):
        for place in (EVERYWHERE, *((number,) for number in range(values))):
            yield Line(env, letter, codomain, place, _value_of_function)


def _is_moved_through(domain: Domain) -> bool:
    return isinstance(domain, RealLine | Interval) \
        or (isinstance(domain, Integers) and domain.last is None)


def _components(domain: Domain, value: Value) -> Iterator[tuple[Place, Domain]]:
    """The places of a vector's or a matrix's numbers, and the set of each."""
    if isinstance(domain, Vectors):
        yield from (((place,), domain.base) for place in _ends_first(range(len(value))))
    elif isinstance(domain, Product):
        yield from (((place,), domain.factors[place]) for place in _ends_first(range(len(value))))
    elif isinstance(domain, Matrices) and isinstance(value, Matrix):
        places = [(row, column) for column in range(value.columns) for row in range(len(value))]
        corner_first = sorted(places, key=lambda place: place[0] - place[1])
        yield from ((place, domain.base) for place in _ends_first(corner_first))


def _ends_first(items: Sequence[Item]) -> list[Item]:
    return [*items[:1], *items[1:][-1:], *items[1:-1]]


def _of_probabilities(env: Env, letter: str, value: Vector) -> Iterator[Line]:
    """What one takes the others give, each its share; or the last one gives it alone."""
    last = len(value) - 1
    for place in (0, last):
        yield Line(env, letter, PROBABILITIES, (place,), _shared)
    for place in range(last if last > 1 else 0):
        free = value.items[place] + value.items[last]
        if isinstance(free, fmpq):
            through = Interval(fmpq(0), free, open_below=True, open_above=True)
            yield Line(env, letter, through, (place,), _from_the_last)


# ------------------------------------------------------------------------------- moving


def _number(value: Value, place: Place) -> Value:
    if isinstance(value, Arbitrary):
        return next(islice(value.values.values(), sum(place), None), fmpq(0))
    if isinstance(value, Smooth):
        return value.added.get(place[0], fmpq(0))
    return _number(value.items[place[0]], place[1:]) if place else value


def _component(value: Value, place: Place, number: Value) -> Value:
    if not place:
        return number
    items = list(value.items)
    items[place[0]] = _component(items[place[0]], place[1:], number)
    return type(value)(items)


def _shared(value: Vector, place: Place, number: Value) -> Vector:
    """Probabilities of which one is the number, and the others are as to each other before."""
    moved, = place
    left = 1 - value.items[moved]
    evenly = fmpq(1, len(value) - 1)  # where the number was all there is
    return Vector([number if index == moved else _part(number, item / left if left else evenly)
                   for index, item in enumerate(value.items)])


def _part(number: Value, share: fmpq) -> Value:
    """A share of what the number leaves of 1."""
    if isinstance(number, Irrational):
        return Irrational(f"{share}·(1 - {number.text})",
                          lambda: (1 - number.ball()) * arb(share), number.borderline)
    return (1 - number) * share


def _from_the_last(value: Vector, place: Place, number: Value) -> Vector:
    """Probabilities of which one is the number, and the last is what is left."""
    moved, = place
    items = list(value.items)
    free = items[moved] + items[-1]
    items[moved] = number
    items[-1] = Irrational(f"{free} - {number.text}", lambda: arb(free) - number.ball(),
                           number.borderline) if isinstance(number, Irrational) else free - number
    return Vector(items)


def _value_of_function(value: Arbitrary, place: Place, number: Value) -> Arbitrary:
    """The same but for one of the values; without a place all change."""
    return value.with_value(place[0], number) if place else value.constant(number)


def _power_of_function(value: Smooth, place: Place, number: Value) -> Smooth:
    """The same but for what is added to it: so many times a power of its first number."""
    return value.with_added(place[0], number)
