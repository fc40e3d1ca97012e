"""The supremum of a function of one real number over an interval: enclosed, by branch and bound.

On each piece of the interval the function, its slope and its curvature are balls that hold all of
their values there. A piece is done with if its values stay below one that is attained, if the
function rises or falls on it, or if it is concave and its peak was found by Newton's method for
intervals, which proves that there is one. Towards infinity, and towards an end where the function
has no value, it is worked out for all numbers at once, see `asymptotics`. What is not decided so
has no value.

Source: R. E. Moore, R. B. Kearfott and M. J. Cloud, Introduction to Interval Analysis (2009),
doi:10.1137/1.9780898717716, chapters 8 and 10.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from flint import arb, ctx, fmpq

from execmath.arithmetic import asymptotics
from execmath.arithmetic.asymptotics import Germ
from execmath.arithmetic.errors import EvaluationError, Exhausted, Mismatch, TooMuch, Undecided
from execmath.arithmetic.limits import Endless, constant_of
from execmath.arithmetic.monomials import Unbounded, between
from execmath.arithmetic.values import Value

PIECES = 1000  # at most
FAR = (16, 2**10, 2**30)  # from there on a function is looked at as a whole
NEWTON = 60  # steps
NOT_TOLD = "an extreme that is not decided by the form of the function"
Function = Callable[[Value], Value]


class Calculus(Protocol):
    def slope(self, function: Function, at: Value) -> Value: ...
    def derivative(self, function: Function, at: Value, order: int) -> Value: ...


class Ends(NamedTuple):
    """Of an interval; infinite ones are floats."""

    lower: Value
    upper: Value
    open_below: bool
    open_above: bool


class Peak(NamedTuple):
    """A value that is attained at a place, or only approached, without one."""

    value: arb
    place: arb | None


def largest(calculus: Calculus, function: Function, ends: Ends,
            in_one_place: bool = False) -> list[Peak]:
    """The places that may have the largest value, and what is approached at an end: the supremum
    is the largest of their values.

    raises  Undecided, where the form of the function does not decide, EvaluationError, where it
            grows without bound
    """
    reason: EvaluationError = Undecided(NOT_TOLD)
    for far in FAR:
        search = _Search(calculus, function, ends, far, in_one_place)
        try:
            return search.peaks()
        except (Undecided, TooMuch) as error:
            reason = error
        if not search.has_outside:
            break
    raise reason


def supremum(peaks: list[Peak]) -> arb:
    """The largest value, as the ball that holds it."""
    values = [peak.value for peak in peaks]
    best = values[0]
    for value in values[1:]:
        best = between(best.lower().max(value.lower()), best.upper().max(value.upper()))
    return best


def maximum(peaks: list[Peak]) -> arb:
    """The same, which has to be attained."""
    attained = [peak for peak in peaks if peak.place is not None]
    approached = [peak.value for peak in peaks if peak.place is None]
    if not attained:
        raise EvaluationError("a maximum that is approached and not attained")
    best = supremum(attained)
    for value in approached:
        if value > best:
            raise EvaluationError("a maximum that is approached and not attained")
        if not value <= best:
            raise Undecided("whether a maximum is attained")
    return best


def place(peaks: list[Peak]) -> arb:
    """Where the maximum is attained, in one place only."""
    maximum(peaks)
    for peak in peaks:
        if peak.place is not None and all(
                other.value < peak.value or _is_same(other, peak) for other in peaks):
            return peak.place
    raise Undecided("in which place a maximum is attained, if it is in one only")


def _is_same(one: Peak, other: Peak) -> bool:
    return one.place is not None and other.place is not None \
        and (one is other or bool(one.place == other.place))


class _Outside(NamedTuple):
    """What lies beyond the pieces: an upper bound there, and what is approached from below."""

    most: arb
    approached: arb | None


@dataclass
class _Search:
    """One look at the interval, whose far ends begin at `far`."""

    calculus: Calculus
    function: Function
    ends: Ends
    far: int
    in_one_place: bool = False  # then a value that is as large elsewhere counts too
    noted: list[Peak] = field(default_factory=list)
    ends_noted: list[arb] = field(default_factory=list)
    has_outside: bool = False
    least: arb = field(default_factory=lambda: arb.neg_inf())  # of the supremum

    def peaks(self) -> list[Peak]:
        lower, below = self._end(self.ends.lower, 1, self.ends.open_below)
        upper, above = self._end(self.ends.upper, -1, self.ends.open_above)
        if not lower < upper:
            raise Undecided(NOT_TOLD)
        self._note_end(lower, self.ends.open_below and not below)
        self._note_end(upper, self.ends.open_above and not above)
        self._pieces(lower, upper)
        for one in (*below, *above):
            if one.approached is not None:
                self._note(Peak(one.approached, None))
            elif not one.most <= self.least:
                raise Undecided(NOT_TOLD)
        return self.noted

    # ------------------------------------------------------------------------------- values

    def _value(self, x: Value) -> arb:
        return _real(self.function(x))

    def _note(self, peak: Peak) -> None:
        if not peak.value.is_finite():
            raise Undecided(NOT_TOLD)
        self.noted.append(peak)
        self.least = self.least.max(peak.value.lower())

    def _note_end(self, end: arb, is_open: bool) -> None:
        """Of a piece or of the interval, once."""
        if not any(one is end for one in self.ends_noted):
            self.ends_noted.append(end)
            self._note(Peak(self._value(end), None if is_open else end))

    def _end(self, end: Value, inwards: int, is_open: bool) -> tuple[arb, list[_Outside]]:
        """Where the pieces begin, and what lies outside of them."""
        if isinstance(end, float):
            return arb(-inwards * self.far), [self._outside(lambda t: t * -inwards)]
        exact, near = arb(end), arb(end) + inwards * arb(1) / self.far
        try:
            self._value(exact)
            self._value(between(exact.lower(), near.upper()).union(exact))
        except Mismatch:
            raise
        except EvaluationError:
            if not is_open:
                self._note_end(exact, is_open)
            return near, [self._outside(lambda t: end + t.to_the(-1) * inwards)]
        return exact, []

    def _outside(self, at: Callable[[Germ], Value]) -> _Outside:
        self.has_outside = True
        t = asymptotics.identity(self.far)
        try:
            germ = t * 0 + self.function(at(t))
            if not isinstance(germ, Germ):
                raise Unbounded("no function of a number")
            return self._told(germ)
        except (Mismatch, Endless, Exhausted):
            raise
        except EvaluationError as error:
            raise Undecided(f"{NOT_TOLD} ({error.message})") from None
        except (TypeError, ValueError, AttributeError):
            raise Undecided(NOT_TOLD) from None

    def _told(self, germ: Germ) -> _Outside:
        """The bound of a germ; where it goes to a constant from below, that."""
        try:
            limit = arb(constant_of(germ))
            rest = Germ(germ.ray, {m: f for m, f in germ.terms.items() if m.exponents})
            if not rest.terms or rest.sign() < 0:
                return _Outside(limit.upper(), limit)
        except Endless:
            if germ.sign() > 0:
                raise Endless("what grows without bound has no supremum") from None
        except Unbounded:
            pass
        return _Outside(arb(germ.extent()[1]), None)

    # ------------------------------------------------------------------------------- pieces

    def _pieces(self, lower: arb, upper: arb) -> None:
        waiting, count = [(lower, upper)], 0
        while waiting:
            left, right = waiting.pop()
            if self._is_done(left, right):
                continue
            count += 1
            # A peak in the middle of an interval would be at the end of each piece.
            middle = ((17 * left + 15 * right) / 32).mid()
            if count > PIECES or not left < middle < right:
                raise TooMuch(NOT_TOLD)
            self.least = self.least.max(self._value(middle).lower())
            waiting += [(left, middle), (middle, right)]

    def _is_done(self, left: arb, right: arb) -> bool:
        """Is nothing in the piece larger than what is noted?"""
        piece = between(left.lower(), right.upper())
        try:
            most = self._value(piece).upper()
            if most < self.least or (most <= self.least and not self.in_one_place):
                return True
            slope = _real(self.calculus.slope(self.function, piece))
            if slope >= 0 or slope <= 0:
                self._note_end(right if slope >= 0 else left, is_open=False)
                return True
            bend = _real(self.calculus.derivative(self.function, piece, 2))
            return bool(bend < 0) and self._is_peak(piece, bend)
        except (Mismatch, Exhausted):
            raise
        except EvaluationError:  # on a smaller piece it may be decided
            return False

    def _is_peak(self, piece: arb, bend: arb) -> bool:
        """Newton's method on a piece where the function is concave: from the middle it leads into
        the piece, and so there is a peak; or out of it, and then there is none."""
        at, is_proved = piece, False
        for _ in range(NEWTON):
            middle = at.mid()
            step = middle - _real(self.calculus.slope(self.function, middle)) / bend
            is_proved = is_proved or bool(at.contains_interior(step))
            if not step.overlaps(at):
                return False
            nearer = step.intersection(at)
            if not nearer.rad() < at.rad() / 2:
                at = nearer
                break
            at = nearer
            bend = _real(self.calculus.derivative(self.function, at, 2))
        if is_proved:
            self._note(Peak(self._value(at), at))
        return is_proved


def _real(value: Value) -> arb:
    if isinstance(value, int | fmpq):
        return arb(value)
    if not isinstance(value, arb):
        raise EvaluationError("an extreme of what is no real number, or carries a derivative")
    if not value.is_finite():
        raise Undecided(NOT_TOLD, bits=ctx.prec)
    return value
