"""Zeros of a function of one number, from its values at some places: bracketed, then known to any
precision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from flint import arb, ctx, fmpq

STEPS = 60  # of a bisection
SHRUNK = arb(2) ** -20  # a value at a zero goes to zero with the bracket; at a pole it does not
WRITTEN_OUT = 100_000  # binary places
GOLDEN = fmpq(382, 1000)
BESIDE_MIDDLE = fmpq(46, 100)
FAR_APART = 8  # binary places
SECANTS = 4  # that may fail in a row, and after how many halvings another is tried
SECANTS_AGAIN = 16
BEND_MORE = 16  # times, after a secant that missed by more
MOST_HALVINGS = 400  # without a secant that leads nearer: then it is a jump, and no root
SIGN_BITS = 128  # more than there are between a place and its neighbors

Function = Callable[[fmpq], arb | None]


class Root:
    """A zero between two numbers; `certain` where the function has opposite signs there."""

    def __init__(self, function: Function, low: fmpq, high: fmpq, certain: bool = True) -> None:
        self.function, self.low, self.high, self.certain = function, low, high, certain
        self._signs: dict[fmpq, int | None] = {}  # at both ends
        self._halvings = 0  # since the last secant
        self._bend = fmpq(1, 4)  # a secant misses by so many times the square of the width

    @property
    def text(self) -> str:
        return arb((self.low + self.high) / 2).str(10, radius=False) + "…"

    def ball(self) -> arb:
        """At the present precision. Bisected at first, then by secants, with the signs beside. At a
        jump, or at a pole, no secant ever leads nearer, and the ball stays wide."""
        wanted = fmpq(1, 2 ** (ctx.prec + 4)) * (
            self._size() or max(abs(self.high), fmpq(1, 2**ctx.prec)))
        with ctx.workprec(2 * ctx.prec + 64):
            while self.high - self.low > wanted and self._halvings <= MOST_HALVINGS:
                is_smooth = self._halvings < SECANTS or self._halvings % SECANTS_AGAIN == 0
                if not (is_smooth and self._by_secant()) and not self._halved():
                    break
            return arb(self.low).union(arb(self.high))

    def _size(self) -> fmpq:
        """About how large the zero is; 0 where it may be zero."""
        return min(abs(self.low), abs(self.high)) if self.low * self.high > 0 else fmpq(0)

    def _by_secant(self) -> bool:
        below, above = self.function(self.low), self.function(self.high)
        width = self.high - self.low
        if below is None or above is None or not (above - below).is_finite() \
                or (above - below).contains(0):
            return False
        part = fraction_of(-below / (above - below))
        if part is None or not 0 < part < 1:
            return False
        middle = _short(self.low + part * width)
        size = min(self._size() or fmpq(1), fmpq(1))
        step = width * min(width / size * self._bend, fmpq(1, 32))
        low, high = max(self.low, middle - step), min(self.high, middle + step)
        if _are_opposite(self._sign(low), self._sign(high)):
            self._narrow(low, high)
            self._halvings = 0
            return True
        self._bend *= BEND_MORE
        return False

    def _halved(self) -> bool:
        middle = (self.low + self.high) / 2
        there = self._sign(middle)
        if there == 0:
            self._narrow(middle, middle)
        elif _are_opposite(self._sign(self.low), there):
            self._narrow(self.low, middle)
        elif _are_opposite(there, self._sign(self.high)):
            self._narrow(middle, self.high)
        else:
            return False
        self._halvings += 1
        return True

    def _narrow(self, low: fmpq, high: fmpq) -> None:
        self._signs = {place: self._signs[place] for place in (low, high)}
        self.low, self.high = low, high

    def _sign(self, place: fmpq) -> int | None:
        """-1, 0 or 1; None where the balls do not tell. With as many bits as there are between the
        place and its neighbors at first, which are enough almost everywhere."""
        if self._signs.get(place) is None:
            bits = exponent_of(place) - exponent_of(self.high - self.low) + SIGN_BITS
            with ctx.workprec(min(max(bits, SIGN_BITS), ctx.prec)):
                sign = _sign_of(self.function(place))
            self._signs[place] = _sign_of(self.function(place)) if sign is None else sign
        return self._signs[place]


def exponent_of(number: fmpq) -> int:
    """The exponent of two that is near a number."""
    return int(number.p).bit_length() - int(number.q).bit_length()


def _sign_of(value: arb | None) -> int | None:
    if value is None or (value.contains(0) and not value.is_zero()):
        return None
    return int(value > 0) - int(value < 0)


def _are_opposite(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one * other < 0


def fraction_of(ball: arb) -> fmpq | None:
    """The middle of a ball; None where it is so large or small that writing it out would end the
    process, as that of e^{e^{50}} would."""
    if not ball.is_finite():
        return None
    _, exponent = ball.mid().man_exp()
    return ball.mid().fmpq() if abs(int(exponent)) <= WRITTEN_OUT else None


def _short(number: fmpq) -> fmpq:
    """Rounded to the present precision."""
    return arb(number).mid().fmpq()


def _signs_differ(one: arb | None, other: arb | None) -> bool:
    return _are_opposite(_sign_of(one), _sign_of(other))


def crossed(function: Function, column: Sequence[tuple[fmpq, arb]]) -> Iterator[Root]:
    """The zeros between the places of a column of values: where the sign changes."""
    for (low, below), (high, above) in pairwise(column):
        if _signs_differ(below, above):
            yield from _bracketed(function, low, high)


def touched(function: Function, column: Sequence[tuple[fmpq, arb]]) -> Iterator[Root]:
    """Those where a value comes near zero between two that are farther from it."""
    for (low, a), (middle, b), (high, c) in zip(column, column[1:], column[2:], strict=False):
        if not _signs_differ(a, b) and not _signs_differ(b, c) \
                and abs(b) < abs(a) and abs(b) < abs(c):
            yield from _near_zero(function, low, middle, high)


def _bracketed(function: Function, low: fmpq, high: fmpq) -> Iterator[Root]:
    below = function(low)
    assert below is not None
    for _ in range(STEPS):
        middle = _middle(low, high)
        there = function(middle)
        if there is None:  # the function may have no value in the middle, and one beside it
            middle = low + (high - low) * BESIDE_MIDDLE
            there = function(middle)
        if there is None or not there.is_finite():
            return
        if there.contains(0):
            yield Root(function, low, high)
            return
        if _signs_differ(below, there):
            high = middle
        else:
            low = middle
    last = function(high)
    if last is not None and abs(last) < SHRUNK * abs(below):
        yield Root(function, low, high)


def _middle(low: fmpq, high: fmpq) -> fmpq:
    """Between two numbers; where the one is larger by orders of magnitude, of a size in between."""
    if low * high > 0 and abs(exponent_of(high) - exponent_of(low)) > FAR_APART:
        size = fmpq(2) ** ((exponent_of(low) + exponent_of(high)) // 2)
        return size if low > 0 else -size
    return (low + high) / 2


def _near_zero(function: Function, low: fmpq, middle: fmpq, high: fmpq) -> Iterator[Root]:
    """By golden sections toward the smallest distance from zero, which may be zero itself."""
    start = function(middle)
    if start is None:
        return
    best = start
    for _ in range(STEPS):
        wide = high - middle > middle - low
        probe = _short(middle + GOLDEN * ((high - middle) if wide else (low - middle)))
        there = function(probe)
        if there is None:
            return
        if there.contains(0):
            near = max(abs(probe), fmpq(1)) / 2**24
            yield Root(function, probe - near, probe + near, certain=False)
            return
        if _signs_differ(best, there):
            yield from _bracketed(function, min(probe, middle), max(probe, middle))
            yield from _bracketed(function, *((probe, high) if wide else (low, probe)))
            return
        nearer = abs(there) < abs(best)
        best = there if nearer else best
        low, middle, high = _narrowed(low, middle, high, probe, wide, nearer)
    if abs(best) < SHRUNK * abs(start):
        yield Root(function, low, high, certain=False)


def _narrowed(low: fmpq, middle: fmpq, high: fmpq, probe: fmpq, above: bool,
              nearer: bool) -> tuple[fmpq, fmpq, fmpq]:
    """The places around the probe if it is nearer to zero, and else around the middle still; the
    probe lies above or below the middle."""
    if nearer:
        return (middle, probe, high) if above else (low, probe, middle)
    return (low, middle, probe) if above else (probe, middle, high)


def simplest_between(low: fmpq, high: fmpq) -> fmpq:
    """The fraction of the smallest denominator from `low` to `high`."""
    if low > high:
        low, high = high, low
    if low <= 0 <= high:
        return fmpq(0)
    if high < 0:
        return -simplest_between(-high, -low)
    whole = int(low.p) // int(low.q)
    if low.q == 1:
        return low
    if whole + 1 <= high:
        return fmpq(whole + 1)
    return whole + 1 / simplest_between(1 / (high - whole), 1 / (low - whole))
