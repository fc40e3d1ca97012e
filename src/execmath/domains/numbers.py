"""The sets letters range over: what they contain, and which points they offer. Here of numbers.

Every real point is an exact rational number, or known to any precision, so that each precision
starts from the same point. The edges come first (zero, ties, tiny, huge, one dominating, near the
boundary), then seeded random ones, then far ones, of every magnitude and kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

from flint import acb, arb, fmpq

from execmath.arithmetic.asymptotics import Germ
from execmath.arithmetic.continuation import Boxed
from execmath.arithmetic.errors import EvaluationError, Mismatch, TooMuch, Undecided
from execmath.arithmetic.ordering import compare, every
from execmath.arithmetic.values import Value, Vector
from execmath.domains.far_numbers import FarDraw, Irrational, negative, plus
from execmath.runtime.limits import MAX_TERMS

SPREAD = 7  # how many members of {2, 3, ...} are tried: 2 to 8
TINY = fmpq(1, 2**40)
AT_AN_END = 0.2  # of the far draws from an interval


class Domain:
    """A set. `contains` answers None where the value's ball does not tell."""

    name = "a set"

    def members(self) -> Sequence[Value] | None:
        """All of them, where they are finitely many."""
        return None

    def enumerated(self) -> Sequence[Value] | None:
        """The members, where they are few enough to try each of them."""
        return self.members()

    def ends(self) -> tuple[Value, Value] | None:
        """Those of an interval; infinite ones are floats."""
        return None

    def edges(self) -> list[Value]:
        raise NotImplementedError

    def edge(self, turn: int) -> Value:
        """One of the edges, in turn."""
        try:
            edges = _edges_of(self)
        except ValueError:  # balls have no identity, so a set that ends at one is not remembered
            edges = self.edges()
        return edges[turn % len(edges)]

    def random(self, rng: Random) -> Value:
        raise NotImplementedError

    def far(self, draw: FarDraw) -> Value:
        """A member of any magnitude."""
        return self.random(draw.rng)

    def contains(self, value: Value) -> bool | None:
        raise NotImplementedError


@lru_cache(maxsize=256)
def _edges_of(domain: Domain) -> list[Value]:
    return domain.edges()


@dataclass(frozen=True)
class Integers(Domain):
    """first, ..., last; without `last` for ever."""

    first: int
    last: int | None

    def members(self) -> range | None:
        if self.last is None:
            return None
        if self.last - self.first >= MAX_TERMS:
            raise TooMuch(f"{self.last - self.first + 1} terms; at most {MAX_TERMS}")
        return range(self.first, self.last + 1)

    def edges(self) -> list[Value]:
        return list(range(self.first, self._end()))

    def random(self, rng: Random) -> Value:
        return rng.randrange(self.first, self._end())

    def far(self, draw: FarDraw) -> Value:
        if self.last is None:
            return self.first + draw.whole()
        return draw.rng.randrange(self.first, self.last + 1)

    def _end(self) -> int:
        end = self.first + SPREAD
        return end if self.last is None else min(end, self.last + 1)

    def contains(self, value: Value) -> bool | None:
        if type(value) is Germ and value.whole:  # all from some number on
            return self.last is None and compare(">=", value, self.first)
        if not isinstance(value, int):
            return False
        return self.first <= value and (self.last is None or value <= self.last)


def _is_dyadic(number: Value) -> bool:
    """Is it a ball without a radius? Of others no ball tells that they are equal."""
    return isinstance(number, fmpq) and int(number.q).bit_count() == 1


def is_number(value: Value) -> bool:
    return type(value) in NUMBERS or not (isinstance(value, Vector) or callable(value))


NUMBERS = frozenset({int, arb, fmpq, float})
MAGNITUDES = (fmpq(1), fmpq(1, 2), TINY, fmpq(800), fmpq(3), fmpq(1024), fmpq(1, 2**300))


SCALES = (1, 1, 1, 4, 4, 4, 32, 512)
PLACES = 2**16  # sixteen binary ones: sums of such numbers, and of the edges, are exact in float64


def some_magnitude(rng: Random) -> int:
    """So many times 1 / PLACES."""
    bits = rng.getrandbits(19)
    return (bits % PLACES or 1) * SCALES[bits // PLACES]


@dataclass(frozen=True)
class RealLine(Domain):
    relation: str = ""
    name = "the real line"

    def ends(self) -> tuple[Value, Value]:
        lower = 0 if ">" in self.relation else float("-inf")
        return lower, 0 if "<" in self.relation else float("inf")

    def edges(self) -> list[Value]:
        if not self.relation:
            return [fmpq(0), *(sign * m for m in MAGNITUDES[:-1] for sign in (1, -1))]
        zero = [fmpq(0)] if "=" in self.relation else []
        return zero + [self._sign() * m for m in MAGNITUDES]

    def _sign(self) -> int:
        return -1 if "<" in self.relation else 1

    def random(self, rng: Random) -> Value:
        sign = self._sign() if self.relation else (1, -1)[rng.getrandbits(1)]
        return fmpq(sign * some_magnitude(rng), PLACES)

    def far(self, draw: FarDraw) -> Value:
        if not self.relation:
            return draw.real()
        return draw.positive() if self._sign() > 0 else negative(draw.positive())

    def contains(self, value: Value) -> bool | None:
        if not is_number(value):
            return False
        if not self.relation or isinstance(value, acb | complex | Boxed):
            return True  # a complex number is where an integral or a slope is continued to
        return compare(self.relation, value, 0)


@dataclass(frozen=True)
class Interval(Domain):
    """From `lower` to `upper`; either may be None, for infinity. An end may be a ball, as of pi:
    points are drawn between rational numbers that are inside."""

    lower: Any
    upper: Any
    open_below: bool
    open_above: bool
    name = "an interval"

    def ends(self) -> tuple[Value, Value]:
        return (float("-inf") if self.lower is None else self.lower,
                float("inf") if self.upper is None else self.upper)

    def drawn_from(self) -> Interval:
        """The same between rational ends: of a ball, one that is certain to be inside."""
        if not isinstance(self.lower, arb) and not isinstance(self.upper, arb):
            return self
        lower, upper = _rational(self.lower, up=True), _rational(self.upper, up=False)
        if lower is not None and upper is not None and not lower < upper:
            raise EvaluationError("an interval that is too short to draw from")
        return Interval(lower, upper, self.open_below, self.open_above)

    def at(self, part: fmpq) -> Any:
        """The place that is `part` of the way through, or that far from the one end."""
        if self.lower is None:
            assert self.upper is not None
            return self.upper - part
        return self.lower + part * (1 if self.upper is None else self.upper - self.lower)

    def edges(self) -> list[Value]:
        if (inner := self.drawn_from()) is not self:
            return inner.edges()
        if self.lower is not None and self.lower == self.upper:
            return [self.lower]
        ends = self._included()
        if self.lower is None or self.upper is None:
            return ends + [self.at(m) for m in MAGNITUDES]
        plain = [self.at(fmpq(1, 2)), *ends, *map(self.at, (fmpq(1, 4), fmpq(3, 4), fmpq(1, 3)))]
        far = [self.at(part) for part in (TINY, fmpq(1, 2**300), 1 - TINY, 1 - fmpq(1, 2**60))]
        # The n-th letter of a claim begins with edge 3n (see `Sampler`). In this order a few points
        # meet the plain edges, and many points meet all.
        return [*plain[:2], *far[:1], *plain[2:4], *far[1:2], *plain[4:], *far[2:]]

    def _included(self) -> list[Value]:
        both = ((self.lower, self.open_below), (self.upper, self.open_above))
        return [end for end, is_open in both if end is not None and not is_open]

    def random(self, rng: Random) -> Value:
        if (inner := self.drawn_from()) is not self:
            return inner.random(rng)
        if self.lower is None or self.upper is None:
            return self.at(fmpq(some_magnitude(rng), PLACES))
        return self.at(fmpq(rng.randrange(1, PLACES), PLACES))

    def far(self, draw: FarDraw) -> Value:
        if (inner := self.drawn_from()) is not self:
            return inner.far(draw)
        ends = [end for end in self._included() if _is_dyadic(end)]
        if not draw.dyadic and ends and draw.rng.random() < AT_AN_END:
            return draw.rng.choice(ends)  # while another letter is far out
        return self._far_inside(draw)

    def _far_inside(self, draw: FarDraw) -> Value:
        if self.lower is None:
            assert self.upper is not None
            return plus(self.upper, negative(draw.positive()))
        if self.upper is None:
            return plus(self.lower, draw.positive())
        return self.at(draw.part()) if self.lower < self.upper else self.lower

    def contains(self, value: Value) -> bool | None:
        if not is_number(value):
            return False
        if isinstance(value, acb | complex | Boxed):
            return True
        above = ">" if self.open_below else ">="
        below = "<" if self.open_above else "<="
        return every([self.lower is None or compare(above, value, self.lower),
                      self.upper is None or compare(below, value, self.upper)])


def _rational(end: Any, up: bool) -> fmpq | None:
    """A number on a grid of 2^-20 that is not below the ball, or not above it."""
    if not isinstance(end, arb):
        return None if end is None else fmpq(end)
    scaled = end * 2**20
    whole = scaled.ceil() if up else scaled.floor()
    if (number := whole.unique_fmpz()) is None:
        raise Undecided("an end of an interval that is not known well enough")
    return fmpq(number, 2**20)


def interval(lower: Value, upper: Value, open_below: bool, open_above: bool) -> Domain:
    """Raises EvaluationError for an interval without members."""
    low, high = _finite_end(lower), _finite_end(upper)
    if low is None and high is None:
        return RealLine()
    if low is not None and high is not None and _is_empty(low, high, open_below or open_above):
        raise EvaluationError(f"an interval from {low} to {high} has no members")
    return Interval(low, high, open_below, open_above)


def _finite_end(end: Value) -> Any:
    """None for an infinite one, which is a float; a letter of the page is a ball where a formula is
    evaluated. Raises EvaluationError for what is no real number."""
    if end is None or isinstance(end, float):
        return None
    if isinstance(end, arb):
        return end
    if not isinstance(end, int | fmpq):
        raise EvaluationError("the ends of an interval that letters range over are rational")
    return fmpq(end)


def _is_empty(low: Any, high: Any, lacks_an_end: bool) -> bool:
    return bool(low > high or (low == high and lacks_an_end))


@dataclass(frozen=True)
class Listed(Domain):
    """Some numbers."""

    items: tuple[Value, ...]
    name = "a finite set"

    def members(self) -> list[Value]:
        if any(isinstance(item, arb) and not item.is_exact() for item in self.items):
            raise EvaluationError("the members of a finite set are exact, such as fractions")
        return list(dict.fromkeys(self.items))

    def edges(self) -> list[Value]:
        return self.members()

    def random(self, rng: Random) -> Value:
        return rng.choice(self.members())

    def contains(self, value: Value) -> bool | None:
        if not is_number(value):
            return False
        answers = {compare("=", value, item) for item in self.items}
        return True if True in answers else None if None in answers else False


def to_balls(value: Value) -> Value:
    """Real numbers as balls of the present precision; integers stay what they are."""
    if type(value) is fmpq:
        return arb(value)
    if type(value) is Irrational:
        return value.ball()
    return value.map(to_balls) if isinstance(value, Vector) else value


def misfit(domain: Domain, value: Value, message: str) -> EvaluationError:
    """The error for a value that is no member: a mismatch where it is of another kind."""
    members = domain.members() or domain.edges()
    alike = all(_kind(member) is _kind(value) for member in members[:1])
    if isinstance(domain, Integers):
        alike = isinstance(value, int)
    return EvaluationError(message) if alike else Mismatch(message)


def _kind(value: Value) -> object:
    """Number, vector, matrix or function."""
    return type(value) if isinstance(value, Vector) else callable(value)
