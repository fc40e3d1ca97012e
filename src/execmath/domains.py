"""The sets letters range over: what they contain, and which points they offer.

Every real point is an exact rational number, so that any precision starts from the same point.
The edges come first (zero, ties, tiny, huge, one dominating, near the boundary), then seeded
random ones.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from flint import acb, arb, fmpq

from execmath.limits import MAX_TERMS
from execmath.values import EvaluationError, Undecided, Value, Vector, principal

SPREAD = 7  # how many members of {2, 3, ...} are tried: 2 to 8
TINY = fmpq(1, 2**40)


class Domain:
    """A set. `contains` answers None where the value's ball does not tell."""

    name = "a set"

    def members(self) -> list[Value] | None:
        """All of them, where they are finitely many."""
        return None

    def edges(self) -> list[Value]:
        raise NotImplementedError

    def random(self, rng: Random) -> Value:
        raise NotImplementedError

    def contains(self, value: Value) -> bool | None:
        raise NotImplementedError


@dataclass(frozen=True)
class Integers(Domain):
    """first, ..., last; without `last` for ever."""

    first: int
    last: int | None

    def members(self) -> list[Value] | None:
        if self.last is None:
            return None
        if self.last - self.first >= MAX_TERMS:
            raise EvaluationError(f"{self.last - self.first + 1} terms; at most {MAX_TERMS}")
        return list(range(self.first, self.last + 1))

    def edges(self) -> list[Value]:
        return list(range(self.first, self._end()))

    def random(self, rng: Random) -> Value:
        return rng.randrange(self.first, self._end())

    def _end(self) -> int:
        end = self.first + SPREAD
        return end if self.last is None else min(end, self.last + 1)

    def contains(self, value: Value) -> bool | None:
        if not isinstance(value, int):
            return False
        return self.first <= value and (self.last is None or value <= self.last)


@dataclass(frozen=True)
class RealLine(Domain):
    relation: str = ""

    def edges(self) -> list[Value]:
        magnitudes = [fmpq(1), fmpq(1, 2), TINY, fmpq(800), fmpq(3), fmpq(1024), fmpq(1, 2**300)]
        if not self.relation:
            return [fmpq(0), *(sign * m for m in magnitudes[:-1] for sign in (1, -1))]
        zero = [fmpq(0)] if "=" in self.relation else []
        return zero + [self._sign() * m for m in magnitudes]

    def _sign(self) -> int:
        return -1 if "<" in self.relation else 1

    def random(self, rng: Random) -> Value:
        # Sixteen binary places: sums of such numbers, and of the edges, are exact in float64.
        magnitude = fmpq(rng.randrange(1, 2**16), 2**16) * rng.choice([1, 1, 4, 4, 32, 512])
        return magnitude * (self._sign() if self.relation else rng.choice([1, -1]))

    def contains(self, value: Value) -> bool | None:
        if isinstance(value, Vector) or callable(value):
            return False
        if not self.relation or isinstance(value, acb | complex):
            return True  # a complex number is where an integral or a slope is continued to
        return compare(self.relation, value, 0)


@dataclass(frozen=True)
class Vectors(Domain):
    base: Domain
    size: int

    def edges(self) -> list[Value]:
        k = self.size
        zero, one, small, big = _pick(self.base)
        first = [one] + [zero] * (k - 1)
        found = [
            [zero] * k,
            [one] * k,
            first,
            first[::-1],
            [big] + [zero] * (k - 1),
            [small] * k,
            [-big if self.contains(Vector([-big] * k)) else big] * k,
            [(big, zero, one)[i % 3] for i in range(k)],
            [one + i * small for i in range(k)],
            [(zero, big)[i % 2] for i in range(k)],
        ]
        return [Vector(items) for items in found]

    def random(self, rng: Random) -> Value:
        return Vector([self.base.random(rng) for _ in range(self.size)])

    def contains(self, value: Value) -> bool | None:
        if type(value) is not Vector or len(value) != self.size:
            return False
        return every(self.base.contains(item) for item in value)


@dataclass(frozen=True)
class OpenSimplex(Domain):
    """Vectors of `size` positive numbers that sum to one."""

    size: int

    def members(self) -> list[Value] | None:
        return [Vector([fmpq(1)])] if self.size == 1 else None

    def edges(self) -> list[Value]:
        k = self.size
        geometric = [fmpq(1, 2 ** (i + 1)) for i in range(k - 1)]
        found = [[fmpq(1, k)] * k, [*geometric, 1 - sum(geometric, fmpq(0))]]
        for near_zero in (TINY, fmpq(1, 2**200)):
            corner = [near_zero] * (k - 1)
            large = 1 - sum(corner, fmpq(0))
            found += [[large, *corner], [*corner, large]]
        return [Vector(items) for items in found]

    def random(self, rng: Random) -> Value:
        cuts = sorted(rng.sample(range(1, 2**20), self.size - 1))
        bounds = [0, *cuts, 2**20]
        return Vector([fmpq(b - a, 2**20) for a, b in pairwise(bounds)])

    def contains(self, value: Value) -> bool | None:
        if type(value) is not Vector or len(value) != self.size:
            return False
        positive = every(compare(">", item, 0) for item in value)
        return every([positive, _is_one(sum(value.items))])


@dataclass(frozen=True)
class OneHotVectors(Domain):
    size: int

    def members(self) -> list[Value] | None:
        if self.size > MAX_TERMS:
            raise EvaluationError(f"{self.size} one-hot vectors; at most {MAX_TERMS}")
        return [Vector([int(i == j) for j in range(self.size)]) for i in range(self.size)]

    def contains(self, value: Value) -> bool | None:
        return value in (self.members() or [])


@dataclass(frozen=True)
class FunctionSpace(Domain):
    """All functions; the ones offered take an arbitrary value at each point, and keep it."""

    domain: Domain
    codomain: Domain

    def edges(self) -> list[Value]:
        return [Arbitrary(self, None, edge) for edge in range(len(self.codomain.edges()))]

    def random(self, rng: Random) -> Value:
        return Arbitrary(self, Random(rng.getrandbits(64)))

    def contains(self, value: Value) -> bool | None:
        return callable(value)


class Arbitrary:
    """A function of which nothing is known but its domain and codomain.

    The value at a point is drawn when it is first asked for. Without `rng` the values are the
    codomain's edges in turn, in steps of `edge`: all the same for 0.
    """

    def __init__(self, space: FunctionSpace, rng: Random | None, edge: int = 0) -> None:
        self.space = space
        self.values: dict[object, Value] = {}
        self._rng = rng
        self._edge = edge

    def __call__(self, *arguments: Value) -> Value:
        if len(arguments) != 1 or self.space.domain.contains(arguments[0]) is False:
            raise EvaluationError("an argument outside the domain of the function")
        key = _exact_key(arguments[0])
        if key not in self.values:
            self.values[key] = self._draw()
        return to_balls(self.values[key])

    def _draw(self) -> Value:
        if self._rng is not None:
            return self.space.codomain.random(self._rng)
        edges = self.space.codomain.edges()
        return edges[(self._edge * (1 + len(self.values))) % len(edges)]

    def __repr__(self) -> str:
        listed = ", ".join(f"{key} -> {value}" for key, value in self.values.items())
        return f"[{listed}]"


def _exact_key(value: Value) -> object:
    if isinstance(value, Vector):
        return tuple(_exact_key(item) for item in value)
    if isinstance(value, arb):
        if not value.is_exact():
            raise Undecided("an arbitrary function needs an exact argument")
        return value.fmpq()
    if not isinstance(value, int | fmpq):
        raise EvaluationError("a function of which nothing is known has no slope and no integral")
    return value


def _is_one(total: Value) -> bool | None:
    """A ball never certifies an equality; one that holds 1 and is tight counts as 1."""
    exact = compare("=", total, 1)
    total = principal(total)
    if exact is None and isinstance(total, arb) and total.rel_accuracy_bits() > 100:
        return True
    return exact


def _pick(base: Domain) -> tuple[Value, Value, Value, Value]:
    """A simplest, a plain, a tiny and a huge member of a set of numbers."""
    if isinstance(base, RealLine) and not base.relation:
        return fmpq(0), fmpq(1), TINY, fmpq(800)
    simple, *rest = base.edges()
    return simple, rest[0], rest[1], rest[2] if len(rest) > 2 else simple


def to_balls(value: Value) -> Value:
    """Rational numbers as balls of the present precision; integers stay what they are."""
    if isinstance(value, Vector):
        return type(value)([to_balls(item) for item in value])
    return arb(value) if isinstance(value, fmpq) else value


EXACTLY: dict[str, Callable[[Value, Value], bool]] = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le,
    ">=": operator.ge,
}


def compare(relation: str, left: Value, right: Value) -> bool | None:
    """True or False where the balls tell, otherwise None."""
    difference = principal(left) - principal(right)
    if isinstance(difference, acb | complex):
        return None  # off the real line, where an integral is continued
    if isinstance(difference, int | fmpq):
        return EXACTLY[relation](difference, 0)
    difference = arb(difference)
    sign = {True: 1}.get(difference > 0) or {True: -1}.get(difference < 0)
    if sign is None and difference.is_zero():
        sign = 0
    if relation in ("=", "!="):
        if sign is None:
            return None if difference.contains(0) else relation == "!="
        return (sign == 0) == (relation == "=")
    if sign is None:
        if relation == ">=" and difference >= 0:
            return True
        return True if relation == "<=" and difference <= 0 else None
    return bool({"<": sign < 0, ">": sign > 0, "<=": sign <= 0, ">=": sign >= 0}[relation])


def every(answers: object) -> bool | None:
    """False if one is, None if one does not tell, True otherwise."""
    seen = set(answers)  # type: ignore[call-overload]
    return False if False in seen else None if None in seen else True
