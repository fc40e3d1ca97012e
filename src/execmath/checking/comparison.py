"""One link of a claim at one point: both sides, and whether the balls tell that it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from math import ceil

from flint import arb, ctx, fmpq

from execmath.arithmetic.errors import (
    Borderline,
    EvaluationError,
    Flaw,
    Loose,
    Mismatch,
    Undecided,
)
from execmath.arithmetic.ordering import EXACTLY
from execmath.arithmetic.quadrature import left_open
from execmath.arithmetic.values import Value, Vector, describe, show_value, trimmed
from execmath.checking.points import Point
from execmath.domains.numbers import Domain
from execmath.evaluation.base import Env, Evaluator, meeting
from execmath.language.ast import Span
from execmath.runtime import limits

BITS = 3.3219280948873626  # in a decimal digit
EXACT = 10_000  # digits of a value without error
OUTSIDE = "is outside the set that the page names"
NEXT_TO_NOTHING = arb(10) ** -limits.ZERO
BEYOND = frozenset({Flaw.UNDECIDED, Flaw.LIMIT})  # flaws of what is out of reach, and not wrong


@dataclass(eq=False, slots=True)  # one for each comparison; to freeze it takes thrice as long
class Outcome:
    """One link at one point."""

    holds: bool
    digits: int = EXACT
    components: int = 1
    reason: str = ""
    sides: tuple[Value, Value] | None = None
    gap: arb | None = None
    span: Span | None = None
    flaw: Flaw | None = None  # why there are no two sides
    borderline: bool = False  # undecided because something changes just there
    has_values: bool = False  # that bounds enclose, though they are not told apart

    @property
    def is_beyond(self) -> bool:
        """Undecided or out of reach here; a nearer point might decide it."""
        return not self.holds and self.flaw in BEYOND

    @property
    def is_out_of_reach(self) -> bool:
        """Undecided, though both sides are certain to have values."""
        return self.is_beyond and self.has_values

    @property
    def is_attained(self) -> bool:
        """Are the sides equal as far as the digits tell, which are not all there are?"""
        return self.holds and self.digits < EXACT and self.gap is not None \
            and bool(self.gap.contains(0))

    def shown(self) -> tuple[str, str, str]:
        """Left, right and gap, for a reader."""
        if self.sides is None:
            return "", "", ""
        gap = "" if self.gap is None else trimmed(self.gap.str(5, radius=False))
        return show_value(self.sides[0]), show_value(self.sides[1]), gap


class Comparison:
    """One link of a claim, compared at point after point.

    The precision doubles until the balls tell. It begins with what the last point needed, since the
    next is likely to need as much; and one step below, if that was enough at once.
    """

    def __init__(self, relation: str, left: Evaluator, right: Evaluator) -> None:
        self.relation, self.left, self.right = relation, left, right
        self._first = limits.PRECISION_FIRST

    def at(self, point: Point, last: int = limits.PRECISION_LAST) -> Outcome:
        """Both sides at a point, with at most `last` bits."""
        first = min(self._first, last)
        outcome, needed = _settle(self._sides, point, first, last)
        if not outcome.is_beyond:  # what no precision decided says nothing of the next point
            self._first = needed if needed > first else max(needed // 2, limits.PRECISION_FIRST)
        return outcome

    def where_sides_meet(self, point: Point) -> Outcome:
        """The same at a place that was solved for: conditions whose sides have the same digits
        there are taken for equalities."""
        with meeting():
            return _settle(self._sides, Point(point.env), limits.MEETING, limits.PRECISION_LAST)[0]

    def _sides(self, balls: Env) -> Outcome:
        return compare_values(self.relation, self.left(balls), self.right(balls))


class Belonging:
    """That a value is in a set, decided at point after point."""

    def __init__(self, value: Evaluator, domain: Callable[[Env], Domain]) -> None:
        self.value, self.domain = value, domain

    def at(self, point: Point, last: int = limits.PRECISION_LAST) -> Outcome:
        """Is the value at this point in the set?"""
        return _settle(self._member, point, limits.PRECISION_FIRST, last)[0]

    def where_sides_meet(self, point: Point) -> Outcome:
        """The same at a place that was solved for."""
        with meeting():
            return self.at(Point(point.env))

    def _member(self, balls: Env) -> Outcome:
        there = self.value(balls)
        inside = self.domain(balls).contains(there)
        if inside is None:
            raise Undecided(f"whether {show_value(there)} is in the set")
        reason = f"{show_value(there)} {OUTSIDE}"
        return Outcome(inside, reason="" if inside else reason)


def _settle(question: Callable[[Env], Outcome], point: Point, precision: int,
            last: int) -> tuple[Outcome, int]:
    """The answer at a point, and the precision that it took. The precision doubles until the balls
    decide, and several times at once where the error says how many bits they lack."""
    has_values = False
    while True:
        limits_met = left_open.count
        try:
            with ctx.workprec(precision):
                return question(point.balls()), precision
        except Undecided as undecided:
            has_values = has_values or isinstance(undecided, Loose)
            if 2 * precision > last or limits_met < left_open.count:
                reason = f"undecided at {precision} bits: {undecided.message}"
                return Outcome(False, reason=reason, span=undecided.span,
                               flaw=undecided.kind, has_values=has_values,
                               borderline=isinstance(undecided, Borderline)), precision
            lacking = precision + undecided.bits
            precision *= 2
            while precision < lacking and 2 * precision <= last:
                precision *= 2
        except EvaluationError as error:
            return Outcome(False, reason=error.message, span=error.span,
                           flaw=error.kind), precision


def compare_values(relation: str, left: Value, right: Value) -> Outcome:
    if isinstance(left, Vector) or isinstance(right, Vector):
        return _compare_vectors(relation, left, right)
    if callable(left) or callable(right):
        raise Mismatch(f"{describe(left)} {relation} {describe(right)}: not comparable")
    return _compare_numbers(relation, left, right)


def _compare_vectors(relation: str, left: Value, right: Value) -> Outcome:
    _refuse_incomparable(relation, left, right)
    outcomes = [compare_values("=", a, b) for a, b in zip(left, right, strict=True)]
    different = next((outcome for outcome in outcomes if not outcome.holds), None)
    components = sum(outcome.components for outcome in outcomes)
    digits = min(outcome.digits for outcome in outcomes)
    if relation == "!=":
        return Outcome(different is not None, digits, components, sides=(left, right))
    return Outcome(different is None, digits, components, sides=(left, right),
                   gap=different.gap if different else None)


def _refuse_incomparable(relation: str, left: Value, right: Value) -> None:
    """Raises EvaluationError for what are not two vectors of one length, and for an order."""
    if type(left) is not type(right):
        raise Mismatch(f"{describe(left)} against {describe(right)}: shapes differ")
    if len(left) != len(right):
        raise EvaluationError(f"{describe(left)} against {describe(right)}: shapes differ")
    if relation not in ("=", "!="):
        raise Mismatch(f"vectors are not ordered by {relation}")
    if len(left) == 0:
        raise EvaluationError("two empty vectors, nothing to compare")


def _compare_numbers(relation: str, left: Value, right: Value) -> Outcome:
    a, b = arb(left), arb(right)
    if not (a.is_finite() and b.is_finite()):
        raise Undecided("a value that is not finite")
    if isinstance(left, int | fmpq) and isinstance(right, int | fmpq):
        return Outcome(EXACTLY[relation](left, right), sides=(left, right), gap=abs(a - b))
    digits_left, digits_right, verdict = _digits(a), _digits(b), _ordered(relation, a, b)
    if verdict is None:
        if relation in ("<", ">", "!="):
            raise Loose("the balls overlap")  # more digits may bring them apart
        lacking = max(_lacking(a, digits_left), _lacking(b, digits_right))
        if lacking > 0:
            raise Loose("the balls overlap and are not tight", bits=lacking)
        verdict = True  # overlapping balls are equal, to the digits, when both are tight
    return Outcome(verdict, min(digits_left, digits_right), sides=(left, right), gap=abs(a - b))


def _ordered(relation: str, a: arb, b: arb) -> bool | None:
    """Whether the relation holds, as far as the balls lie apart; None where they overlap."""
    if relation in ("=", "!="):
        return None if a.overlaps(b) else relation == "!="
    if relation in (">", ">="):
        a, b, relation = b, a, {">": "<", ">=": "<="}[relation]
    if a < b or (relation == "<=" and a <= b):
        return True
    return False if b < a or (relation == "<" and b <= a) else None


_wanted: ContextVar[int] = ContextVar("digits", default=limits.DIGITS)


@contextmanager
def digits_wanted(digits: int) -> Iterator[None]:
    """How many correct digits both sides of an equality must have."""
    before = _wanted.set(digits)
    try:
        yield
    finally:
        _wanted.reset(before)


def _lacking(ball: arb, digits: int) -> int:
    """How many bits a ball lacks to be tight; 0 or less where it is."""
    if not ball.contains(0):
        return ceil((_wanted.get() - digits) * BITS)
    places = _places_of_zero()
    if ball.rad() <= (NEXT_TO_NOTHING if places == limits.ZERO else arb(10) ** -places):
        return 0
    mantissa, exponent = ball.rad().man_exp()
    size = int(mantissa.bit_length() + exponent)
    # What may be anything is not known to be small; with more bits it is seen what it is.
    return max(size + ceil(places * BITS), 1) if size <= 0 else 1


def _places_of_zero() -> int:
    """How many decimals small a value must be, to count as zero where it may be."""
    return max(limits.ZERO, _wanted.get())


def _digits(ball: arb) -> int:
    if ball.is_exact():
        return EXACT
    if ball.contains(0):
        return _places_of_zero()
    return int(ball.rel_accuracy_bits() / BITS)
