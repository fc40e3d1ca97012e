"""Integrals and sums that go on to infinity, and have no proof: computed, the error estimated.

An integral is a trapezoidal sum in t, after a substitution under which the integrand falls off
doubly exponentially; the step is halved until what the next changes would add no longer counts, if
they go on shrinking as the last ones did. It is computed again by Gauss' rule on pieces from next
to the start to far out, see `pieces`, and what the two do not agree on is undecided. A sum is cut
off when what its terms promise to add no longer counts; then twice as many terms have to keep the
promise, and some that are further out.

Source: H. Takahasi and M. Mori, Double Exponential Formulas for Numerical Integration,
Publ. RIMS 9 (1974), doi:10.2977/prims/1195192451.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, exp

from flint import arb, ctx

from execmath.arithmetic import pieces
from execmath.arithmetic.autodiff import Tangent
from execmath.arithmetic.batch import Batch
from execmath.arithmetic.errors import EvaluationError, Exhausted, TooMuch, Undecided
from execmath.arithmetic.leaves import Path, parts, rebuilt
from execmath.arithmetic.quadrature import SPARE_BITS, Integrand
from execmath.arithmetic.values import Value
from execmath.runtime.limits import FAR, MAX_NODES, MAX_TERMS

Numbers = dict[Path, arb]

NOTHING = arb(0)
MAX_CLIMB = 2_000  # steps towards the place where an integrand is largest
MAX_HALVINGS = 12
MAX_OUTWARD = 4_000  # nodes in one direction, which are at the end e^1000 widths away
AT_ONCE = 8  # nodes, as far as it is not known how far out they count
QUIET = 4  # nodes in a row that do not count, behind which none does
UNSETTLED = "an integral that is not enclosed, and does not settle"
SCANNED = 10  # terms that are looked at further out
FEWEST_TERMS, FEWEST_ZEROS = 8, 64  # before a sum may end, and before one may be zero


def negligible() -> arb:
    return arb(2) ** -(ctx.prec - SPARE_BITS)


# From t, multiples of a power of 2 -> x and dx/dt there.
Substitution = Callable[[tuple[float, ...]], tuple[Batch, Batch]]


# ---------------------------------------------------------------------------- integrals


def must_fade(function: Integrand, start: arb, direction: int) -> None:
    """Far out an integrand must be smaller than 1/x, or there is no integral to look for."""
    far = arb(2) ** FAR
    # If need be with enough bits for the exponential of such a number; and not fewer than there
    # are, since what is worked out on the way is remembered.
    for bits in (ctx.prec, max(2 * FAR, ctx.prec)):
        with ctx.workprec(bits):
            try:
                sizes = [abs(arb(n)) for _, n in parts(function(start + direction * far))]
            except Undecided:
                continue  # too far out for the integrand; the nodes will tell
            if all(size < 1 / far for size in sizes):
                return
            if any(size > 1 / far for size in sizes):
                raise EvaluationError("an integral that does not converge")


def whole_line(function: Integrand) -> Value:
    for direction in (1, -1):
        must_fade(function, arb(0), direction)
    center, width = _summit(lambda x: _size(function(x)))
    _must_be_in_sight(center)
    value, mass = _trapezoidal(function, lambda ts: _on_the_line(ts, center, width, ctx.prec))
    pieces.must_agree(function, arb(0), (1, -1), value, mass)
    return value


# Integrals with hills alike have nodes in common: the same numbers, at which what was worked out
# is remembered. An integral within an integral lives on that.
@lru_cache(maxsize=1 << 9)
def _on_the_line(ts: tuple[float, ...], center: float, width: float,
                 bits: int) -> tuple[Batch, Batch]:
    """The nodes at t, and how they move with t, in this precision."""
    return (Batch(center + width * arb(t).sinh() for t in ts),
            Batch(width * arb(t).cosh() for t in ts))


@lru_cache(maxsize=1 << 9)
def _on_the_half_line(ts: tuple[float, ...], summit: float, bits: int) -> tuple[Batch, Batch]:
    """The same, as seen from the end of a half line."""
    inner = Batch(arb(-t).exp() for t in ts)
    far = Batch((summit + t - near).exp() for t, near in zip(ts, inner.items, strict=True))
    return far, far * (1 + inner)


def half_line(function: Integrand, start: Value, direction: int) -> Value:
    """From `start` to plus or minus infinity, as a positive length."""
    if isinstance(start, Tangent):
        raise EvaluationError("a derivative by what the bound of an integral depends on")
    start = arb(start)
    from_zero = direction == 1 and start.is_zero()  # then the nodes are those of other integrals
    must_fade(function, start, direction)
    summit, _ = _summit(lambda v: _size(function(start + direction * v.exp())) + v)
    _must_be_in_sight(exp(min(summit, FAR)))

    def places(ts: tuple[float, ...]) -> tuple[Batch, Batch]:
        far, rates = _on_the_half_line(ts, summit, ctx.prec)
        return (far if from_zero else start + direction * far), rates

    value, mass = _trapezoidal(function, places)
    pieces.must_agree(function, start, (direction,), value, mass)
    return value


def _must_be_in_sight(place: float) -> None:
    """A hill beyond the pieces would be missed by both ways to compute."""
    if not abs(place) < 2.0**pieces.FURTHEST:
        raise TooMuch(UNSETTLED)


def _surely_above(bound: arb, value: Value) -> bool:
    """Is the largest number in it above a bound, by all that its ball says?"""
    return any(arb(number).abs_lower() > bound for _, number in parts(value))


def _size(value: Value) -> arb:
    """The logarithm of the largest number in it."""
    sizes = [abs(arb(number)).upper() for _, number in parts(value)]
    largest = max(sizes, default=arb(0))
    return largest.log().mid() if largest > 0 else arb.neg_inf()


def _summit(height: Callable[[arb], arb]) -> tuple[float, float]:
    """Where a function with one hill is highest, roughly, and how wide the hill is there."""
    place, step, level = 0.0, 1.0, height(arb(0))
    for _ in range(MAX_CLIMB):
        beside = [(height(arb(place + way)), place + way) for way in (step, -step)]
        best, where = max(beside, key=lambda pair: float(pair[0]))
        if abs(where) > 2.0**FAR:
            raise EvaluationError("an integral that does not converge")
        if best > level:
            place, level, step = where, best, 2 * step
        elif level - best > 1:
            step = step / 2
        else:
            break
    return place, step


class _Sum:
    """A trapezoidal sum by parts, and the sum of the sizes of its terms."""

    def __init__(self, function: Integrand, substitution: Substitution) -> None:
        self.function, self.substitution = function, substitution
        self.like: Value = None
        self.total: Numbers = {}
        self.mass: Numbers = {}
        self.nodes = 0
        self.nothing = arb(2) ** -ctx.prec
        self._together = True

    def add(self, ts: Sequence[float]) -> Iterator[bool]:
        """Add the nodes at t, one at each step; does it count?"""
        for terms in self._terms(ts):
            self.nodes += 1
            if self.nodes > MAX_NODES:
                raise TooMuch(UNSETTLED)
            counts = False
            for path, term in terms:
                if not term.is_finite():
                    raise Undecided("an integrand that is not finite")
                size = abs(term.mid())  # what it is not known to, no more nodes will tell
                self.total[path] = self.total.get(path, NOTHING) + term
                self.mass[path] = self.mass.get(path, NOTHING) + size
                counts = counts or size > self.mass[path] * self.nothing
            yield counts

    def fill(self, ts: Sequence[float]) -> None:
        """The same, where it is not asked whether they count."""
        columns = self._columns(ts) if self.nodes + len(ts) <= MAX_NODES else None
        if columns is None:
            deque(self.add(ts), maxlen=0)
            return
        self.nodes += len(ts)
        for path, terms in columns:
            self.total[path] = sum(terms, self.total.get(path, NOTHING))
            self.mass[path] = sum(map(abs, terms), self.mass.get(path, NOTHING)).upper()
            if not self.total[path].is_finite():
                raise Undecided("an integrand that is not finite")

    def _terms(self, ts: Sequence[float]) -> Iterable[Sequence[tuple[Path, arb]]]:
        """What each node adds to which numbers."""
        columns = self._columns(ts)
        if columns is not None:
            paths = [path for path, _ in columns]
            return (list(zip(paths, row, strict=True))
                    for row in zip(*(terms for _, terms in columns), strict=True))
        places, rates = self.substitution(tuple(ts))
        return ([(path, rate * number) for path, number in self._parts(place)]
                for place, rate in zip(places.items, rates.items, strict=True))

    def _columns(self, ts: Sequence[float]) -> list[tuple[Path, tuple[arb, ...]]] | None:
        """What the nodes add to each number, if that can be told for all of them at once."""
        if not self._together:
            return None
        places, rates = self.substitution(tuple(ts))
        try:
            return [(path, (rates * number).items) for path, number in self._parts(places)]
        except Exception:  # whatever it was will be met again, at its node
            self._together = False
            return None

    def _parts(self, place: Value) -> list[tuple[Path, Value]]:
        value = self.function(place)
        numbers = parts(value)
        if not all(path in self.total for path, _ in numbers):
            self.like = value
        return numbers

    def sums(self, step: float) -> Numbers:
        return {path: total * step for path, total in self.total.items()}

    def outward(self, start: float, step: float) -> float:
        """Add nodes until they do not count any more; returns the first that does not."""
        quiet = 0
        for first in range(0, MAX_OUTWARD, AT_ONCE):
            ts = [start + step * (first + i) for i in range(AT_ONCE)]
            for t, counts in zip(ts, self.add(ts), strict=False):
                quiet = 0 if counts else quiet + 1
                if quiet == QUIET:
                    return t - (QUIET - 1) * step
        raise TooMuch(UNSETTLED)


def _trapezoidal(function: Integrand, substitution: Substitution) -> tuple[Value, Numbers]:
    """The integral, and that of the absolute values."""
    trapezoids, step = _Sum(function, substitution), 0.25
    last = trapezoids.outward(0.0, step)
    first = trapezoids.outward(-step, -step)
    sums = [trapezoids.sums(step)]
    for _ in range(MAX_HALVINGS):
        trapezoids.fill(_between(first, last, step))
        step = step / 2
        sums = [*sums[-2:], trapezoids.sums(step)]
        error = {path: _left_out([sum_.get(path, arb(0)) for sum_ in sums]) for path in sums[-1]}
        # What the terms themselves are not known to, no more nodes will tell.
        if all(left <= (trapezoids.mass[p] * step * negligible()).max(sums[-1][p].rad())
               for p, left in error.items()):
            masses = {path: mass * step for path, mass in trapezoids.mass.items()}
            return _with_radius(trapezoids.like, sums[-1], error), masses
    raise TooMuch(UNSETTLED)


def _left_out(sums: list[arb]) -> arb:
    """How far the last of these sums is from the integral, if its changes go on shrinking as they
    did last. For a smooth integrand they shrink ever faster."""
    # Of the middles: what the balls hold besides is in their sum already.
    *earlier, change = [abs(b.mid() - a.mid()).upper() for a, b in pairwise(sums)]
    if not (earlier and change < earlier[0]):
        return change
    return (change * change / (earlier[0] - change)).upper()


def _with_radius(like: Value, numbers: Numbers, radius: Numbers) -> Value:
    return rebuilt(like, lambda path: numbers[path] + arb(0, radius[path]))


def _between(first: float, last: float, step: float) -> list[float]:
    """The middles of the steps from first to last."""
    return [first + step * (i + 0.5) for i in range(ceil((last - first) / step - 0.5))]


# ----------------------------------------------------------------------- infinite sums


def _terms_must_fade(term: Callable[[int], Value], far: int) -> None:
    """Far out a term must be smaller than 1/n, or there is no sum to look for."""
    try:
        fades = not _surely_above(1 / arb(far), term(far))
    except (Undecided, TooMuch) as error:
        if isinstance(error, Exhausted):
            raise
        return  # the terms nearer by will tell
    if not fades:
        raise EvaluationError("an infinite sum that does not converge")


def series(term: Callable[[int], Value], first: int) -> Value:
    """The sum of term(first), term(first + 1), ... to infinity."""
    _terms_must_fade(term, first + MAX_TERMS)
    total = term(first)
    history = [_sizes(total)]
    masses = dict(history[0])
    for n in range(first + 1, first + MAX_TERMS):
        item = term(n)
        total = total + item
        history = [*history[-3:], _sizes(item)]
        for path, size in history[-1].items():
            masses[path] = masses.get(path, arb(0)) + size
        rest = _rest(history, masses, total, n - first)
        if rest is not None:
            _must_keep(term, n, 2 * n - first, rest)
            return _with_radius(total, dict(parts(total)), rest)
    raise TooMuch(f"an infinite sum of which {MAX_TERMS} terms do not show the value")


def _must_keep(term: Callable[[int], Value], last: int, end: int, rest: Numbers) -> None:
    """As many terms again, and some further out, have to add no more than is left open."""
    added: Numbers = {}
    for n in range(last + 1, end + 1):
        for path, size in _sizes(term(n)).items():
            added[path] = added.get(path, NOTHING) + size
    far = [_sizes(term(end << k)) for k in range(1, SCANNED + 1) if end << k <= MAX_TERMS]
    for sizes in (added, *far):
        if any(size > rest.get(path, NOTHING) for path, size in sizes.items()):
            raise Undecided("an infinite sum whose terms rise again")


def _sizes(value: Value) -> Numbers:
    return {path: abs(arb(number)) for path, number in parts(value)}


def _rest(last: list[Numbers], masses: Numbers, total: Value, count: int) -> Numbers | None:
    """What is left of each number's sum if its terms go on falling as they do; None where that
    still counts. Terms are taken in pairs, since every other one may be zero."""
    if count < FEWEST_TERMS:
        return None
    rests = {}
    for path, mass in masses.items():
        sizes = [size.get(path, arb(0)) for size in last]
        before, now = sizes[0].max(sizes[1]).upper(), sizes[2].max(sizes[3]).upper()
        if now.is_zero():
            if mass.is_zero() and count < FEWEST_ZEROS:
                return None
            rests[path] = arb(0)
            continue
        if not now < before:
            return None
        rests[path] = (2 * now * before / (before - now)).upper()
        # What the terms themselves are not known to, no more terms will tell.
        unknown = arb(dict(parts(total)).get(path, 0)).rad()
        if not rests[path] <= (mass.lower() * negligible()).max(unknown):
            return None
    return rests
