"""Integrals, enclosed: Gauss and Legendre's rule on pieces, with a proved bound of its error.

Where an integrand is analytic and at most M on the ellipse around a piece with foci at its ends and
semi-axes that add up to r half lengths, n nodes miss its integral by at most
64 M / (15 (1 - r^-2) r^2n) half lengths. M is a bound that balls give: they are boxes in the plane
there, and what has a finite value on a whole box has no pole and no cut in it. The piece with the
largest bound comes first, and is cut in two while it would take too many nodes; so a narrow peak is
met wherever it is. Towards infinity, and towards an end where the integrand is not analytic, a germ
tells what is left, see `asymptotics`.

Source: P. Rabinowitz, Rough and Ready Error Estimates in Gaussian Integration of Analytic
Functions, Communications of the ACM 12 (1969), doi:10.1145/362946.362981; F. Johansson, Numerical
Integration in Arbitrary-Precision Ball Arithmetic (2018), doi:10.1007/978-3-319-96418-8_30.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import heappop, heappush
from math import ceil, inf, log, log2
from typing import Any, NamedTuple

from flint import acb, arb, ctx

from execmath.arithmetic import asymptotics
from execmath.arithmetic.autodiff import Tangent
from execmath.arithmetic.batch import Batch
from execmath.arithmetic.centered import Frame
from execmath.arithmetic.continuation import exponential, plain
from execmath.arithmetic.errors import EvaluationError, TooMuch, Undecided, Unsettled
from execmath.arithmetic.leaves import Path, closed, joined, opened, parts, rebuilt
from execmath.arithmetic.monomials import Ray, Unbounded, Unclear, between
from execmath.arithmetic.values import Value
from execmath.runtime.limits import FAR, INTEGRAL_BITS, MAX_BLIND, MAX_NODES

Integrand = Callable[[Value], Value]
Bounds = dict[Path, arb]
Step = tuple[int, int]  # a sign, and an exponent of two

SPARE_BITS = 24  # asking for a little less than the precision saves most of the work
STEPS = (64, 4), (256, 32), (512, 64)  # numbers of nodes, up to the first, that are made
TILES = 8  # an even number
WIDE, USUAL, NARROW = 12.0, 4.0, 2.0  # sums of the semi-axes of the ellipses that are tried
STEEP, FLAT = 60, 25  # bits that the bound on an ellipse may be off, for which another is tried
NEAREST = 6  # times that the piece at an end is halved before it is looked at as an end
GUARD = 4  # bits that each piece is better than asked for
NEGLECTED = 10  # of the spare bits, that may be lost to a difference
AT_ENDS = 3  # times the precision, close to the end of an interval
UNSETTLED = ("an integral that did not settle; where the integrand has a corner or a jump, cut it "
             "in two there")
HARD = 1_000  # evaluations, after which a box is worth more of them
TRIALS, OFTEN = 40, 4  # after so many, one box in so many has to be worth it
NO_SIZE = -(1 << 62)
FARTHER = 1 << 11, 1 << 14  # powers of two, up to which an integrand may be bounded
STRIDE = 16  # binary places that a bound holds for, there
HUGE = 1 << 60  # bits, beyond which it does not matter how many
NO_END = 1 << 10_000  # the size of what has no bound


def highest(number: Value) -> arb:
    """A bound of its absolute value, or of all that are in a batch."""
    if type(number) is Batch:
        bounds = [abs(item).upper() for item in number.items]
        return max(bounds) if all(map(arb.is_finite, bounds)) else arb.pos_inf()
    bound: arb = abs(number).upper()
    return bound


def radius(number: Value) -> arb:
    """How far what is in the ball may be from its middle, or in the widest of a batch."""
    if type(number) is Batch:
        return max(map(radius, number.items))
    ball = plain(number)
    return max(ball.real.rad(), ball.imag.rad()) if type(ball) is acb else ball.rad()


def size(number: Value) -> int:
    """The binary exponent of a bound of its absolute value."""
    upper = highest(number)
    if upper.is_zero():
        return NO_SIZE
    if not upper.is_finite():
        return NO_END
    mantissa, exponent = upper.man_exp()
    return int(mantissa).bit_length() + int(exponent)


# ---------------------------------------------------------------------------------- pieces


class Piece(NamedTuple):
    """The t from k 2^j to (k + 1) 2^j."""

    k: int
    j: int

    def halves(self) -> tuple[Piece, Piece]:
        return Piece(2 * self.k, self.j - 1), Piece(2 * self.k + 1, self.j - 1)

    @property
    def half(self) -> arb:
        return arb(2) ** (self.j - 1)

    @property
    def center(self) -> arb:
        return (2 * self.k + 1) * self.half

    def segment(self) -> arb:
        return self.center + arb(0, self.half)

    def ellipse(self, axes: float) -> acb:
        """A box around it."""
        semi_axes = (arb(0, (axes + sign / axes) / 2 * self.half) for sign in (1, -1))
        return self.center + acb(*semi_axes)

    def tiles(self, axes: float) -> list[acb]:
        """Boxes that cover it together, and less beside it."""
        long, short = ((axes + sign / axes) / 2 * self.half for sign in (1, -1))
        half, boxes = arb(1) / TILES, []
        for n in range(TILES):
            middle = (2 * n + 1) * half - 1
            nearest = abs(middle) - half
            height = short * (1 - nearest * nearest).sqrt()
            boxes.append(self.center + acb(long * (middle + arb(0, half)), arb(0, height.upper())))
        return boxes


@lru_cache(maxsize=1 << 9)
def _legendre(count: int, bits: int) -> list[tuple[arb, arb]]:
    """Nodes with their weights, of which there are an even number."""
    right = [arb.legendre_p_root(count, k, weight=True) for k in range(count // 2)]
    return [*right, *((-node, weight) for node, weight in reversed(right))]


# Integrals have pieces in common: the same numbers, at which what was worked out is remembered. An
# integral within an integral lives on that.
@lru_cache(maxsize=1 << 11)
def _nodes(piece: Piece, count: int, step: Step, fading: bool, bits: int) -> tuple[Batch, Batch]:
    """x at the nodes of a piece, and weights, for x = step t or x = step e^-t."""
    sign, exponent = step
    nodes = [(piece.center + piece.half * node, weight * piece.half)
             for node, weight in _legendre(count, bits)]
    if fading:
        nodes = [(inner := (-t).exp(), weight * inner) for t, weight in nodes]
    length = arb(2) ** exponent
    return Batch(sign * length * t for t, _ in nodes), Batch(length * w for _, w in nodes)


@lru_cache(maxsize=1 << 11)
def _box(piece: Piece, axes: float, step: Step, fading: bool, bits: int, nesting: int
         ) -> tuple[Value, Value]:
    """x on the ellipse around a piece, or with no axes on the piece itself, and the rate of x. The
    same box is the same x, see `continuation`, so integrals within each other have other boxes."""
    sign, exponent = step
    t, length = piece.ellipse(axes) if axes else piece.segment(), arb(2) ** exponent
    inner = _faded(t) if fading else t
    return sign * (length * inner), length * inner if fading else length


@lru_cache(maxsize=1 << 10)
def _tiles(piece: Piece, axes: float, step: Step, fading: bool, bits: int, nesting: int
           ) -> list[tuple[Value, Value]]:
    plain = Way(arb(0), step[0] * arb(2) ** step[1], arb(2) ** step[1], fading)
    return [plain.at(tile) for tile in piece.tiles(axes)]


def _faded(t: Value) -> Value:
    """e^-t; in the plane its logarithm goes with it."""
    return exponential(-t) if type(t) is acb else (-t).exp()


@dataclass(frozen=True, eq=False)
class Way:
    """From a place along a step: x = start + step t for t from 0 on; or `fading`, back to the
    start, x = start + step e^-t. Of a step that is a power of two, or minus one, from zero, `plain`
    is the sign and the exponent. `measure` is the length that a unit of t counts for."""

    start: Value
    step: Value
    measure: Value
    fading: bool = False
    plain: Step | None = None

    def at(self, t: Value) -> tuple[Value, Value]:
        """x, and the rate at which the integral grows with t."""
        inner = _faded(t) if self.fading else t
        moved = self.step * inner
        return moved if _is_nothing(self.start) else self.start + moved, \
            self.measure * inner if self.fading else self.measure

    def box(self, piece: Piece, axes: float = 0.0) -> tuple[Value, Value]:
        """The same on a whole piece, or on the ellipse around it."""
        if self.plain is not None:
            return _box(piece, axes, self.plain, self.fading, ctx.prec, _nesting)
        return self.at(piece.ellipse(axes) if axes else piece.segment())

    def tiles(self, piece: Piece, axes: float) -> list[tuple[Value, Value]]:
        """Boxes that cover the ellipse together."""
        if self.plain is not None:
            return _tiles(piece, axes, self.plain, self.fading, ctx.prec, _nesting)
        return [self.at(tile) for tile in piece.tiles(axes)]

    def nodes(self, piece: Piece, count: int) -> tuple[Batch, Batch]:
        if self.plain is not None:
            return _nodes(piece, count, self.plain, self.fading, ctx.prec)
        x, weights = _nodes(piece, count, (1, 0), self.fading, ctx.prec)
        return self.start + self.step * x, self.measure * weights

    def bits(self, piece: Piece, precision: int) -> int:
        """The precision that a piece needs, in halves of what is asked for. Close to an end the
        distance from it is a difference that loses digits."""
        lost = ceil((piece.k + 1) * 2.0 ** piece.j / log(2)) if self.fading else NEAREST
        lost += max(0, size(self.start) - size(self.step))
        return precision + ceil(2 * max(0, lost - NEGLECTED) / precision) * precision // 2

    def end(self, piece: Piece) -> Way:
        """The way back to the start, from where this piece ends."""
        length, plain = arb(2) ** piece.j, self.plain
        return Way(self.start, self.step * length, self.measure * length, fading=True,
                   plain=plain and (plain[0], plain[1] + piece.j))


def _is_nothing(start: Value) -> bool:
    return type(start) is arb and bool(start.is_zero())


def way(start: Value, direction: int) -> Way:
    """Along the real line, to infinity."""
    plain = (direction, 0) if _is_nothing(start) else None
    return Way(start, arb(direction), arb(1), plain=plain)


# ------------------------------------------------------------------------------- integrals


@dataclass(order=True)
class _Waiting:
    """A piece of a way, and how large its integral may be; the largest comes first."""

    rank: float
    number: int
    way: Any
    piece: Any
    bounds: Any  # on the piece itself; None where the balls do not tell
    depth: int


@dataclass(frozen=True)
class _Rule:
    """Gauss' rule on a piece: the ellipse, bounds on it, and the bits that they are too large."""

    axes: float
    bounds: Bounds
    height: int
    is_on_box: bool = True  # or only on tiles of it

    @property
    def count(self) -> int:
        """Of the nodes, so that the error does not count."""
        count = ceil(max(min(self.height, HUGE) + 2, 1) / (2 * log2(self.axes)))
        step = next((step for most, step in STEPS if count <= most), 256)
        return ceil(count / step) * step

    @property
    def share(self) -> arb:
        """What of its bound the integrand may be off, on a half length."""
        axes = arb(self.axes)
        return 64 * axes ** (-2 * self.count) / (15 * (1 - axes**-2))


class LeftOpen:
    """How many integrals and infinite sums were enclosed, and no better, when a limit was reached:
    more bits would change nothing."""

    def __init__(self) -> None:
        self.count = 0


left_open = LeftOpen()


class Enclosure:
    """An integral over pieces and tails: what was added up, and what that may be off."""

    def __init__(self, function: Integrand) -> None:
        if ctx.prec > INTEGRAL_BITS:
            raise Undecided(f"an integral to more than {INTEGRAL_BITS} bits")
        self.function = function
        self.like: Value = None
        self.total: dict[Path, Value] = {}
        self.mass: Bounds = {}
        self.error: Bounds = {}
        self.rays: dict[Path, Ray] = {}
        self.scale: dict[Path, int] = {}  # sizes, of what was looked at first
        self.precision = ctx.prec
        self.bits = ctx.prec - SPARE_BITS
        self.evaluations = self._blind = self._number = self._tried = self._improved = 0
        self.tails: list[Tail] = []
        self.within = False  # an integral that is asked for at many nodes at once
        self.is_left_open = False  # of some pieces no more is known than a bound
        self.is_unclear = False  # whether it goes on to an end, with so few bits
        self._heap: list[_Waiting] = []

    # -------------------------------------------------------------------- the integrand

    def numbers(self, x: Value, rate: Value) -> list[tuple[Path, Value]]:
        value = self.function(x)
        numbers = [part for place in parts(value) for part in opened(*place, self.rays)]
        self._remember(value, numbers)
        return [(path, rate * number) for path, number in numbers]

    def is_within(self, x: Value, rate: Value) -> bool:
        """Is it asked for at many nodes at once? This also meets what is wrong at an end: off the
        real line no domain is asked for."""
        return any(type(number) is Batch for _, number in self.numbers(x, rate))

    def _remember(self, value: Value, numbers: list[tuple[Path, Value]]) -> None:
        if self.like is None or not all(path in self.total for path, _ in numbers):
            self.like = value if self.like is None else joined(self.like, value)
            for path, _ in numbers:
                self.total.setdefault(path, arb(0))

    def sizes(self, places: Sequence[tuple[Value, Value]]) -> list[Bounds | None]:
        """Bounds of the integrand at, or all over, each of these; None where the balls do not
        tell."""
        if len(places) > 1 and not self.within:
            try:
                return self._together(places)
            except TooMuch:
                raise
            except Exception:  # what it was will be met again, alone
                pass
        return [self._bounds(*place) for place in places]

    def _together(self, places: Sequence[tuple[Value, Value]]) -> list[Bounds | None]:
        columns = self.numbers(Batch(x for x, _ in places), Batch(rate for _, rate in places))
        self._count(len(places))
        all_bounds: list[Bounds | None] = []
        for place in range(len(places)):
            bounds = {path: abs(terms.items[place]).upper() for path, terms in columns}
            all_bounds.append(bounds if all(b.is_finite() for b in bounds.values()) else None)
        return all_bounds

    def _sizes_on(self, way: Way, pieces: Sequence[Piece], axes: float = 0.0
                  ) -> list[Bounds | None]:
        """The same all over each of some pieces, or on the ellipses around them."""
        boxes = [way.box(piece, axes) for piece in pieces]
        all_bounds = self.sizes(boxes)
        if self.evaluations < HARD or TRIALS < self._tried > OFTEN * self._improved:
            return all_bounds
        return [self._improve(bounds, way, piece, box)
                for piece, box, bounds in zip(pieces, boxes, all_bounds, strict=True)]

    def _improve(self, bounds: Bounds | None, way: Way, piece: Piece, box: tuple[Value, Value]
                 ) -> Bounds | None:
        """Lower bounds on a box, if slopes give some that matter."""
        height = NO_END if bounds is None else self._height(bounds, piece)
        if height <= 0:
            return bounds
        lower = _lower(bounds, self._from_the_middle(way.at(piece.center)[0], *box))
        self._tried += 1
        self._improved += lower is not None and self._height(lower, piece) < height - GUARD
        return lower

    def _from_the_middle(self, middle: Value, x: Value, rate: Value) -> Bounds | None:
        """Bounds on a box that tell how steep the integrand is there."""
        try:
            return self._bounds(Frame(middle, x).variable(), rate)
        except TooMuch:
            raise
        except Exception:  # what has no slopes of this kind
            return None

    def _bounds(self, x: Value, rate: Value) -> Bounds | None:
        self._count(1)
        try:
            bounds = {path: highest(number) for path, number in self.numbers(x, rate)}
        except Undecided:
            return None
        return bounds if all(b.is_finite() for b in bounds.values()) else None

    def _count(self, evaluations: int) -> None:
        self.evaluations += evaluations
        if self.evaluations > MAX_NODES:
            raise Unsettled(UNSETTLED)

    # ----------------------------------------------------------------------- the pieces

    def look(self, way: Way, pieces: Sequence[Piece]) -> None:
        """Sets the scale by what the integrand is in the middles of some pieces."""
        all_bounds = self.sizes([way.at(piece.center) for piece in pieces])
        for piece, bounds in zip(pieces, all_bounds, strict=True):
            for path, bound in (bounds or {}).items():
                self.scale[path] = max(self.scale.get(path, NO_SIZE), size(bound) + piece.j)

    def put(self, way: Way, pieces: Sequence[Piece], depth: int = 0) -> None:
        for piece, bounds in zip(pieces, self._sizes_on(way, pieces), strict=True):
            self._number += 1
            rank = -inf if bounds is None and depth < 2 * NEAREST else \
                -self._height(bounds or {}, piece)
            heappush(self._heap, _Waiting(rank, self._number, way, piece, bounds, depth))

    def _height(self, bounds: Bounds, piece: Piece) -> int:
        """How far what the bounds leave open is above what can be left open."""
        return max((size(bound) + piece.j - self.negligible(path)
                    for path, bound in bounds.items()), default=0)

    def negligible(self, path: Path) -> int:
        """The size of what each piece may be off. What the nodes themselves are not known to, no
        more of them will tell."""
        magnitude = max(size(self.mass.get(path, arb(0))), self.scale.get(path, NO_SIZE) - GUARD)
        return max(magnitude - self.bits - GUARD, size(radius(self.total.get(path, arb(0)))))

    def begin(self, way: Way, j: int) -> None:
        """With all that is up to 2^j, which has two ends if it has an end."""
        near = Piece(0, -NEAREST)
        if way.fading or self._bounded(way, near, NARROW) or not self._at_end(way, near):
            self.put(way, [Piece(0, j)])
        else:
            self.put(way, [Piece(1, n) for n in range(-NEAREST, j)])

    def work(self) -> None:
        """Until no piece is left, or the limit is reached."""
        while self._heap:
            waiting = heappop(self._heap)
            try:
                self._work_on(waiting)
            except Unsettled:
                self._leave_open([waiting, *self._heap])
                self._heap.clear()

    def _work_on(self, waiting: _Waiting) -> None:
        way, piece, bounds = waiting.way, waiting.piece, waiting.bounds
        if bounds is not None and self._height(bounds, piece) <= 0:
            self.bound(bounds, piece.j)
            return
        with ctx.workprec(min(way.bits(piece, self.precision), ctx.prec)):
            rule, is_analytic = self._rule(way, piece)
            if rule is not None:
                self._add(way, piece, rule)
        if rule is None:
            self._divide(way, piece, waiting.depth, is_analytic)

    def _leave_open(self, pieces: Sequence[_Waiting]) -> None:
        """Bounds are all that is known of these. An error where one has none: there may be no
        integral. What was added of a part of a piece only makes the enclosure wider."""
        if self.within or any(waiting.bounds is None for waiting in pieces):
            raise Undecided(UNSETTLED, bits=ctx.prec) if self.is_unclear else TooMuch(UNSETTLED)
        for waiting in pieces:
            self.bound(waiting.bounds, waiting.piece.j)
        self.is_left_open = True

    def bound(self, bounds: Bounds, j: int) -> None:
        """All that is known, on a length of 2^j."""
        for path, bound in bounds.items():
            self.off(path, bound * arb(2) ** j)

    def off(self, path: Path, error: arb) -> None:
        self.error[path] = (self.error.get(path, arb(0)) + error).upper()

    def _divide(self, way: Way, piece: Piece, depth: int, is_analytic: bool) -> None:
        if not is_analytic:
            self._blind += 1
            if self._blind > MAX_BLIND or depth > 4 * ctx.prec:
                raise Unsettled(UNSETTLED)
            if piece == Piece(0, -NEAREST) and not way.fading and self._at_end(way, piece):
                return
        self.put(way, piece.halves(), depth + 1)

    def _at_end(self, way: Way, piece: Piece) -> bool:
        """The piece at the start of a way, where the integrand is not analytic, by the way back."""
        tail = Tail(way.end(piece), self)
        if not tail.grows():
            self.is_unclear = tail.is_unclear
            return False
        self.tails.append(tail)
        return True

    # ------------------------------------------------------------------- Gauss, Legendre

    def _rule(self, way: Way, piece: Piece) -> tuple[_Rule | None, bool]:
        """How to integrate this piece, if it does not take too many nodes; and if the integrand is
        known to be analytic there."""
        possible = [rule for rule in self._candidates(way, piece) if rule is not None]
        if not possible:
            return None, False
        best, most = min(possible, key=lambda rule: rule.count), self.bits // 2 + 8
        if best.count > most:  # that may be for what is not known yet: how large the integral is
            best = self._against_itself(way, piece, best)
        return best if best.count <= most else None, True

    def _candidates(self, way: Way, piece: Piece) -> Iterator[_Rule | None]:
        """On the usual ellipse, and on another that may take fewer nodes."""
        usual = self._bounded(way, piece, USUAL) or self._by_tiles(way, piece)
        yield usual
        above = usual.height - self.bits if usual else inf
        if above > STEEP:
            yield self._bounded(way, piece, NARROW)
        elif usual and usual.is_on_box and above < FLAT:
            yield self._bounded(way, piece, WIDE)

    def _bounded(self, way: Way, piece: Piece, axes: float) -> _Rule | None:
        try:
            bounds, = self._sizes_on(way, [piece], axes)
        except Undecided:
            return None
        return _Rule(axes, bounds, self._height(bounds, piece)) \
            if bounds is not None else None

    def _by_tiles(self, way: Way, piece: Piece) -> _Rule | None:
        if self.within:  # they would have to be asked for one by one
            return None
        try:
            boxes = self._together(way.tiles(piece, USUAL))
        except TooMuch:
            raise
        except Exception:  # no bound on one of them
            return None
        bounds: Bounds = {}
        for box in boxes:
            if box is None:
                return None
            for path, bound in box.items():
                bounds[path] = max(bound, bounds.get(path, bound))
        return _Rule(USUAL, bounds, self._height(bounds, piece), is_on_box=False)

    def _against_itself(self, way: Way, piece: Piece, rule: _Rule) -> _Rule:
        """The same, with an error that does not count beside what the integrand is there."""
        left_open: dict[Path, int] = {}
        for part in (-1, 0, 1):
            for path, number in self.numbers(*way.at(piece.center + piece.half * part / 2)):
                left_open[path] = max(left_open.get(path, NO_SIZE), size(radius(number)),
                                      size(number) - self.bits - GUARD)
        height = max((size(bound) - left_open.get(path, NO_SIZE)
                      for path, bound in rule.bounds.items() if size(bound) > NO_SIZE), default=0)
        return replace(rule, height=min(rule.height, height))

    def _add(self, way: Way, piece: Piece, rule: _Rule) -> None:
        places, weights = way.nodes(piece, rule.count)
        self._count(rule.count)
        for path, terms in self._terms(places, weights):
            self.total[path] = sum(terms, self.total[path])
            self.mass[path] = sum(map(highest, terms), self.mass.get(path, arb(0))).upper()
            if not self.mass[path].is_finite():
                raise Undecided("an integrand that is not finite")
        for path, bound in rule.bounds.items():
            self.off(path, bound * rule.share * piece.half)

    def _terms(self, places: Batch, weights: Batch) -> Iterable[tuple[Path, Sequence[Value]]]:
        """What all nodes add to each number."""
        if not self.within:
            try:
                return [(path, terms.items) for path, terms in self.numbers(places, weights)]
            except TooMuch:
                raise
            except Exception:  # whatever it was will be met again, at its node
                pass
        columns: dict[Path, list[Value]] = {}
        for x, weight in zip(places.items, weights.items, strict=True):
            for path, term in self.numbers(x, weight):
                columns.setdefault(path, []).append(term)
        return columns.items()

    # -------------------------------------------------------------------------- the end

    def settle(self) -> Value:
        """The value, when the pieces are done and no tail leaves too much open; or what encloses
        it at the limit."""
        self.work()
        while not self.is_left_open and sum(tail.shorter() for tail in self.tails):  # all of them
            self.work()
        for tail in self.tails:
            tail.add()
        left_open.count += self.is_left_open
        if self.like is None:
            raise Undecided("an integrand without a value")
        self._refuse_another_shape()
        return rebuilt(self.like,
                       lambda path: closed(path, self._number_at, self.total.keys(), self.rays))

    def _refuse_another_shape(self) -> None:
        shape = {path for path, _ in parts(self.like)}
        if not all(any(path[:n] in shape for n in range(len(path) + 1)) for path in self.total):
            raise EvaluationError("an integrand whose shape changes")

    def _number_at(self, path: Path) -> Value:
        total, error = self.total[path], arb(0, self.error.get(path, arb(0)))
        if type(total) is Batch:
            return Batch(_widened(item, error) for item in total.items)
        return _widened(total, error)


def _lower(bounds: Bounds | None, others: Bounds | None) -> Bounds | None:
    """Of two bounds of the same the lower one."""
    if bounds is None or others is None:
        return others if bounds is None else bounds
    return {path: min(bound, others.get(path, bound)) for path, bound in bounds.items()}


def _widened(number: Value, error: arb) -> Value:
    return number + (acb(error, error) if type(number) is acb else error)


class Tail:
    """What lies beyond some t of a way, told by a germ."""

    def __init__(self, way: Way, whole: Enclosure) -> None:
        self.way, self.whole = way, whole
        self.j = 0
        self.values: dict[Path, Value] = {}
        self.is_unclear = False  # whether the integrand fades, with so few bits

    def grows(self) -> bool:
        """Begin, with the nearest end for which there is a bound; is there one?"""
        j = 4
        while j <= FAR:
            if self.known_from(j):
                self._begin(j)
                return True
            j = min(j + j // 2, FAR) if j < FAR else FAR + 1
        return not self.is_unclear and not self.way.fading and self._grows_far_out()

    def _begin(self, j: int) -> None:
        self.j = j
        self.whole.look(self.way, [Piece(1, n) for n in range(-2, 4)])
        self.whole.begin(self.way, j)

    def _grows_far_out(self) -> bool:
        """The same where no piece will be worked out: up to there, bounds are all that is known."""
        for j in FARTHER:
            if self.known_from(j):
                self._begin(STRIDE)
                self.whole.is_left_open = True
                return all(self._is_bounded(low) for low in range(STRIDE, j, STRIDE))
        return False

    def _is_bounded(self, low: int) -> bool:
        """By one bound on a stride from 2^low on?"""
        high = low + STRIDE
        bounds, = self.whole.sizes([self.way.at(between(arb(2) ** low, arb(2) ** high))])
        self.whole.bound(bounds or {}, high)
        return bounds is not None

    def known_from(self, j: int) -> bool:
        t = asymptotics.identity(arb(2) ** j)
        x, rate = self.way.at(t)
        try:
            numbers = [(path, rate * number) for path, number in parts(self.whole.function(x))]
        except TooMuch:
            raise
        except Exception:  # what it is cannot be said of a function
            return False
        self.whole.within = any(type(number) is Batch for _, number in numbers)
        try:
            self.values = {place: part for path, number in numbers for place, part in
                           opened(path, asymptotics.integral(number, t), self.whole.rays)}
        except Unbounded as error:
            self.is_unclear = isinstance(error, Unclear)
            return False
        for path, value in self.values.items():
            if radius(value) < highest(value) / 2:  # it is a part of the whole
                self.whole.scale[path] = max(self.whole.scale.get(path, NO_SIZE), size(value))
        return True

    def too_wide(self) -> bool:
        return any(size(radius(value)) > max(self.whole.negligible(path) + GUARD, NO_SIZE)
                   for path, value in self.values.items())

    def shorter(self) -> bool:
        """Begin further out, if it leaves too much open; and then there are more pieces."""
        before = self.j
        while self.too_wide():
            step = 1 if self.j < 12 else self.j // 3
            if self.j + step > FAR or not self.known_from(self.j + step):
                self.leave_open()
                break
            self.j += step
        self.whole.put(self.way, [Piece(1, j) for j in range(before, self.j)])
        return self.j > before

    def leave_open(self) -> None:
        """Raises Unbounded where it may be infinite."""
        if not all(highest(value).is_finite() for value in self.values.values()):
            raise Unbounded("a tail that is not told to be small")
        self.whole.is_left_open = True

    def add(self) -> None:
        for path, value in self.values.items():
            self.whole.total[path] = self.whole.total.get(path, arb(0)) + value


def integral(function: Integrand, lower: Value, upper: Value) -> Value:
    """Of each number that the function's value is made of, over a finite interval."""
    whole = Enclosure(function)
    with _one_deeper(), ctx.workprec(AT_ENDS * ctx.prec):
        return _over(whole, lower, upper)


def _over(whole: Enclosure, lower: Value, upper: Value) -> Value:
    lower, upper = _end(lower), _end(upper)
    half = (upper - lower) / 2
    for way in (Way(lower, half, half), Way(upper, -half, half)):
        whole.within = whole.within or whole.is_within(*way.at(arb(2) ** -100))
        whole.put(way, [Piece(0, 0)])
        whole.look(way, [Piece(1, j) for j in (-3, -1)])
    return whole.settle()


def to_infinity(function: Integrand, start: Value, *directions: int) -> Value:
    """From `start` to plus or minus infinity, or both; raises Unbounded where there is no bound of
    what lies far out."""
    with _one_deeper():
        start, whole = _end(start), Enclosure(function)
        for direction in directions:
            tail = Tail(way(start, direction), whole)
            if not tail.grows():
                raise (Unclear if tail.is_unclear else Unbounded)(
                    "an integrand without a bound far out")
            whole.tails.append(tail)
        return whole.settle()


@contextmanager
def _one_deeper() -> Iterator[None]:
    global _nesting
    _nesting += 1
    try:
        yield
    finally:
        _nesting -= 1


_nesting = 0  # how many integrals are being worked out, one within the other


def _end(value: Value) -> Value:
    if isinstance(value, Tangent):
        raise EvaluationError("a derivative by what the bound of an integral depends on")
    value = plain(value)
    return value if type(value) is acb else arb(value)
