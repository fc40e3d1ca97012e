"""Further points of a claim, where the plain ones do not look: far ones, larger sizes, and some of
the plain ones again with many more digits.

Far out the arithmetic may not reach: e^{e^x} has no ball for x = 10^300. Such a point is taken back
step by step, to where a verdict is certain, so that none is passed over. Of an equation with an
integral or an infinite sum, so are plain points at which all values are certain to exist, but are
not known well enough. As then little is known of what is far out, each place that the display
points at has to be decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import inf, log
from typing import Protocol

from execmath.arithmetic.errors import Flaw
from execmath.arithmetic.values import Value, Vector
from execmath.checking.comparison import EXACT, Outcome, digits_wanted
from execmath.checking.critical import Candidate, Critical
from execmath.checking.depth import SPARE, digits_for, logarithm
from execmath.checking.effort import BRIEF, Effort
from execmath.checking.far_points import FarPoints
from execmath.checking.points import Point
from execmath.checking.sampler import Identity, Sampler, identity
from execmath.evaluation.compiler import Compiler
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.runtime import limits

NEAR = 0.3  # decimal places, below which a point is taken back no more
BACK = 3  # times nearer
ANEW = 8  # one point in so many is drawn as far out as possible
PLAIN_FARTHEST = 12.0  # decimal places, from which a plain point is taken back
SIZES = 11, 24, 50, 100, 1000
LARGEST = 10_000  # of an inequality, which may hold for all sizes but large ones
NAMED_SIZES = 12  # of those that a display names
WORK = 4000  # about so many terms may a larger size take
WORK_FOR_NAMED = 30_000  # and one that the display names
ENOUGH_SIZES = 3  # to see how it grows
STEEPEST = 3.0  # power of the size with which the work is taken to grow until it is seen
DROWNING = 20  # digits before the point, beside which an integral is compared to more
AT_PLACES = 120  # digits at the points that a display points at, where much may drown little
UNTRIED = ("a place that the display points at, which takes too long to be tried, and other points "
           "are out of reach")
AGAIN_AT = 3  # points
ENOUGH_BITS = 8  # for a digit; the precision is doubled until there are enough


class Compared(Protocol):
    """What is tried at a point: a link, or one of an altered formula."""

    def at(self, point: Point, last: int) -> Outcome: ...
    def where_sides_meet(self, point: Point) -> Outcome: ...


@dataclass(frozen=True)
class Attempt:
    """A point, and what became of each link there."""

    point: Point
    outcomes: list[Outcome]

    @property
    def is_beyond(self) -> bool:
        return any(outcome.is_beyond for outcome in self.outcomes)

    @property
    def is_out_of_reach(self) -> bool:
        """Undecided though all values exist, in each link that is undecided."""
        failed = [outcome for outcome in self.outcomes if not outcome.holds]
        return bool(failed) and all(outcome.is_out_of_reach for outcome in failed)

    @property
    def is_borderline(self) -> bool:
        """Undecided in no link but where two sides of a threshold meet."""
        beyond = [outcome for outcome in self.outcomes if outcome.is_beyond]
        return bool(beyond) and all(outcome.borderline for outcome in beyond)

    @property
    def is_at_fault(self) -> bool:
        """Undecided, and not just because two sides of a threshold meet here."""
        return any(outcome.flaw == Flaw.UNDECIDED and not outcome.borderline
                   for outcome in self.outcomes)


class Probe:
    """The further points of a claim, or of an altered one."""

    def __init__(self, claim: s.Claim, context: Context, compiler: Compiler, sampler: Sampler,
                 plain: int, altered: bool = False) -> None:
        self.compiler = compiler
        self.effort = Effort.for_claim(claim, context, sampler.near, altered)
        self.critical = Critical(claim, context, sampler)
        self.points = FarPoints(sampler, context, claim.links)
        self.count = self.effort.far_points(plain)
        self.passed_over, self.gave_up = 0, False
        self.is_cut_off = False  # were plain points taken back?

    def taken_back(self, compared: Sequence[Compared], attempts: Sequence[Attempt]
                   ) -> Iterator[Attempt]:
        """Nearer points in the place of plain ones that are out of reach, or where there is none
        the same again."""
        self.is_cut_off = bool(attempts)
        for number, attempt in enumerate(attempts, self.count):
            nearer, _ = self._within_reach(compared, number, PLAIN_FARTHEST)
            yield attempt if nearer is None or nearer.is_beyond else nearer

    def further(self, compared: Sequence[Compared], plain: Sequence[Point]) -> Iterator[Attempt]:
        """At points where the plain ones do not look."""
        self.compiler.work = 0
        yield from self._far(compared)
        if self.points.is_whole:
            return
        yield from self._growing(compared)
        if self.effort.is_pointed:
            yield from self._at_critical(compared, plain)

    @cached_property
    def deepest(self) -> int:
        """So many digits tell the small constants of the display from nothing."""
        return min(self.effort.deepest, digits_for(self.critical.trees, self.critical.constants))

    def _at_critical(self, compared: Sequence[Compared],
                     plain: Sequence[Point]) -> Iterator[Attempt]:
        """At the places that the display points at. A place is passed over, and counted, if it is
        undecided only because something changes just there, or because it is too far out."""
        switches = self.critical.may_switch()
        budget = _Budget(self._evaluations, self.effort.evaluations(self.is_cut_off, switches))
        for candidate in self._candidates(plain):
            if self.gave_up:
                return
            if budget.is_spent(candidate):
                yield from self._left_out(compared, candidate)
                if budget.is_exhausted():
                    return
            else:
                before = self._evaluations()
                attempt = self._closely(compared, candidate.point, self._brief())
                budget.spend(candidate, self._evaluations() - before)
                yield from self._judged(compared, candidate, attempt)

    def _candidates(self, plain: Sequence[Point]) -> Iterator[Candidate]:
        """Each point once."""
        candidates = self.critical.candidates(plain)
        if self.effort.is_impatient:
            candidates = islice(candidates, self.count)
        seen = {_values(point) for point in plain}
        for candidate in candidates:
            values = _values(candidate.point)
            if values not in seen:
                seen.add(values)
                yield candidate

    def _left_out(self, compared: Sequence[Compared], candidate: Candidate) -> Iterator[Attempt]:
        """Where it has to be decided, that is a failure."""
        if self._has_to_be_decided(candidate):
            yield Attempt(candidate.point, [Outcome(False, reason=UNTRIED, flaw=Flaw.LIMIT)
                                            for _ in compared])

    def _has_to_be_decided(self, candidate: Candidate) -> bool:
        return self.is_cut_off and not candidate.is_beside_an_end

    def _judged(self, compared: Sequence[Compared], candidate: Candidate,
                attempt: Attempt) -> Iterator[Attempt]:
        if attempt.is_at_fault and self._alone(compared, candidate):
            yield self._attempt(compared, candidate.point, limits.PRECISION_LAST)
        elif attempt.is_borderline:
            yield from self._where_sides_meet(compared, candidate.point)
        elif not attempt.is_beyond:
            yield attempt
        elif self._has_to_be_decided(candidate):
            yield self._attempt(compared, candidate.point, limits.PRECISION_LAST)
        else:
            self.passed_over += 1

    def _where_sides_meet(self, compared: Sequence[Compared], point: Point) -> Iterator[Attempt]:
        attempt = Attempt(point, [link.where_sides_meet(point) for link in compared])
        if attempt.is_beyond:
            self.passed_over += 1
        else:
            yield attempt

    def _alone(self, compared: Sequence[Compared], candidate: Candidate) -> bool:
        """Is a neighbor decided? Then it is the place itself that is at fault."""
        point = candidate.neighbor() if candidate.neighbor is not None else None
        return point is not None and not self._attempt(compared, point, self._brief()).is_beyond

    def _brief(self) -> int:
        """With how many bits to try where another point may take this one's place."""
        return BRIEF if self.effort.is_costly else limits.PRECISION_LAST

    def _attempt(self, compared: Sequence[Compared], point: Point, last: int) -> Attempt:
        outcomes: list[Outcome] = []
        for link in compared:
            outcomes.append(link.at(point, last))
            if outcomes[-1].is_beyond:
                self.gave_up = self.effort.is_impatient
                break
        return Attempt(point, outcomes)

    def _closely(self, compared: Sequence[Compared], point: Point, last: int) -> Attempt:
        """With more digits, if they can be had."""
        many = () if self.effort.integrates else sorted({AT_PLACES, max(AT_PLACES, self.deepest)})
        for digits in many[::-1]:
            with digits_wanted(digits):
                attempt = self._attempt(compared, point, max(last, ENOUGH_BITS * digits))
            if not attempt.is_beyond:
                return self._beside_large(compared, attempt, digits)
        attempt = self._attempt(compared, point, last)
        return self._beside_large(compared, attempt, SPARE + DROWNING) if self.effort.integrates \
            else attempt

    def _beside_large(self, compared: Sequence[Compared], attempt: Attempt,
                      digits: int) -> Attempt:
        """With so many more digits that a number of usual size does not drown in the sides."""
        needed = SPARE + max(map(_decimals, attempt.outcomes), default=0)
        if not digits < needed <= self.effort.deepest:
            return attempt
        with digits_wanted(needed):
            closer = self._attempt(compared, attempt.point, ENOUGH_BITS * needed)
        return attempt if closer.is_beyond and not self.is_cut_off else closer

    def _far(self, compared: Sequence[Compared]) -> Iterator[Attempt]:
        """Points of every magnitude, each as far as the arithmetic reaches."""
        usual = farthest = self.effort.farthest
        for number in range(self.count):
            if self.gave_up:
                return
            anew = number % ANEW == 0
            attempt, reach = self._within_reach(compared, number, farthest if anew else usual)
            if self.points.is_whole:
                return
            usual = min(farthest, max(NEAR, reach if anew else BACK * reach))
            if attempt is not None:
                yield attempt

    def _within_reach(self, compared: Sequence[Compared], number: int,
                      reach: float) -> tuple[Attempt | None, float]:
        """The n-th point, taken back until it is decided; and how far out it is."""
        while True:
            attempt = self._attempt_at(compared, number, reach)
            decided = attempt is not None and not attempt.is_beyond
            if decided or self.points.is_whole or self.effort.is_impatient or not reach:
                return attempt, reach
            reach = reach / BACK if reach > NEAR else 0

    def _attempt_at(self, compared: Sequence[Compared], number: int,
                    reach: float) -> Attempt | None:
        point = self.points.at(number, reach)
        last = self._brief() if reach or self.effort.is_impatient else limits.PRECISION_LAST
        return None if point is None else self._attempt(compared, point, last)

    def _evaluations(self) -> int:
        """Of integrands, so far."""
        return getattr(self.compiler.arithmetic, "evaluations", 0)

    def _spent(self) -> int:
        return self.compiler.work + self.compiler.products

    def _growing(self, compared: Sequence[Compared]) -> Iterator[Attempt]:
        """Sizes beyond the plain ones, as long as the next is likely to cost little; then those
        that the display names, and their neighbors."""
        if not self.points.sizes:
            return
        growth, largest = _Growth(), None
        for size in SIZES:
            if growth.expected(size) > WORK / self.effort.share:
                break
            before = self._spent()
            attempt = self._of_size(compared, size, None, self._attempt)
            if attempt is None:
                break
            yield attempt
            largest = attempt.point
            growth.add(size, self._spent() - before + sum(map(_numbers, attempt.point.env.values()))
                       + sum(outcome.components for outcome in attempt.outcomes))
        yield from self._of_largest_size(compared, growth)
        if largest is not None:
            yield from self._alike(compared, largest)
        yield from self._of_named_sizes(compared, growth)

    def _of_largest_size(self, compared: Sequence[Compared], growth: _Growth) -> Iterator[Attempt]:
        """From a small size nobody can tell what so large a one takes."""
        if self.effort.is_bound and growth.largest == SIZES[-1] \
                and growth.expected(LARGEST) <= WORK_FOR_NAMED:
            attempt = self._of_size(compared, LARGEST, None, self._attempt)
            if attempt is not None:
                yield attempt

    def _of_named_sizes(self, compared: Sequence[Compared], growth: _Growth) -> Iterator[Attempt]:
        named = {near for constant in self.critical.whole_constants()
                 for near in (constant - 1, constant, constant + 1)
                 if growth.expected(near) <= WORK_FOR_NAMED / self.effort.share}
        for size in sorted(named - set(SIZES), reverse=True)[:NAMED_SIZES]:
            for turn in range(len(self.points.sizes)):
                attempt = self._of_size(compared, size, turn, self._closely)
                if attempt is not None:
                    yield attempt
                    yield from self._alike(compared, attempt.point)

    def _alike(self, compared: Sequence[Compared], point: Point) -> Iterator[Attempt]:
        for candidate in self.critical.alike(point):
            attempt = self._attempt(compared, candidate.point, self._brief())
            if not attempt.is_beyond:
                yield attempt

    def _of_size(self, compared: Sequence[Compared], size: int, growing: int | None,
                 attempted: Callable[[Sequence[Compared], Point, int], Attempt]) -> Attempt | None:
        """With one letter of this size; None where that is out of reach."""
        point = self.points.at(size, NEAR, size, growing)
        attempt = None if point is None else attempted(compared, point, self._brief())
        return None if attempt is None or attempt.is_beyond else attempt

    def again(self, points: Sequence[Point], compared: Sequence[Compared],
              attained: Sequence[Point] = ()) -> Iterator[Attempt]:
        """At some of these with many more digits: sides that agree to 30 digits may differ.

        attained  points at which an inequality holds because its sides are equal to the digits
        """
        chosen = [] if self.gave_up else _generic(points)
        few = 1 if self.effort.is_costly else AGAIN_AT
        with digits_wanted(self.effort.digits):
            for point in (*chosen[:few], *_nearest_and_spread(attained, few)):
                yield self._attempt(compared, point, limits.PRECISION_LAST)
        yield from self._deeply(compared, chosen[:1])

    def _deeply(self, compared: Sequence[Compared], points: Sequence[Point]) -> Iterator[Attempt]:
        """With as many digits as tell the small constants of the display from nothing."""
        digits = self.deepest
        if digits <= self.effort.digits:
            return
        for point in points:
            for fewer in (digits, digits // 2):  # an integral is worked out to so many bits only
                with digits_wanted(fewer):
                    attempt = self._attempt(compared, point, ENOUGH_BITS * fewer)
                if not attempt.is_beyond:
                    yield attempt
                    break


class _Budget:
    """Of evaluations of integrands: so many at the places, as many beside them, and four times as
    many with the search for all of these."""

    def __init__(self, evaluations: Callable[[], int], most: int) -> None:
        self._evaluations, self._most = evaluations, most
        self._last = evaluations() + 4 * most
        self._spent = Counter[bool]()

    def is_exhausted(self) -> bool:
        return self._evaluations() > self._last

    def is_spent(self, candidate: Candidate) -> bool:
        return self.is_exhausted() or self._spent[candidate.neighbor is None] > self._most

    def spend(self, candidate: Candidate, evaluations: int) -> None:
        self._spent[candidate.neighbor is None] += evaluations


class _Growth:
    """How much work the sizes took that were tried, and what a larger one is likely to take."""

    def __init__(self) -> None:
        self._seen: list[tuple[int, int]] = []

    def add(self, size: int, work: int) -> None:
        self._seen.append((size, max(work, 1)))

    @property
    def largest(self) -> int:
        return self._seen[-1][0] if self._seen else 0

    def expected(self, size: int) -> float:
        """Nothing of a size that is not larger; without end where no size could be tried."""
        if not self._seen:
            return 0 if size == SIZES[0] else inf
        last, work = self._seen[-1]
        return work * (size / last) ** self._power() if size > last else 0

    def _power(self) -> float:
        if len(self._seen) < ENOUGH_SIZES:
            return STEEPEST
        (low, less), (high, more) = self._seen[-2:]
        return max(1.0, log(more / less) / log(high / low))


def _decimals(outcome: Outcome) -> int:
    """How many digits stand before the point in sides that are equal as far as digits tell."""
    if not outcome.holds or outcome.sides is None or outcome.digits >= EXACT \
            or (outcome.gap is not None and not outcome.gap.contains(0)):
        return 0
    return int(max((logarithm(ball) for ball in _balls(list(outcome.sides))), default=0))


def _values(point: Point) -> Identity:
    """Alike for points that are equal."""
    return tuple(map(identity, point.env.values()))


def _numbers(value: Value) -> int:
    return sum(map(_numbers, value)) if isinstance(value, Vector) else 1


def _generic(points: Sequence[Point]) -> list[Point]:
    """One near zero, and others from all over the draws."""
    drawn = list(points)[len(points) // 3 :]
    if not drawn:
        return list(points)
    nearest = min(drawn, key=lambda point: _size(point))
    chosen = [nearest, drawn[len(drawn) // 2], drawn[-1]]
    return list({id(point): point for point in chosen}.values())[:AGAIN_AT]


def _nearest_and_spread(points: Sequence[Point], few: int) -> list[Point]:
    """The few nearest to zero, and twice as many of all kinds, the far ones first."""
    step = max(1, len(points) // (2 * few))
    return list({id(point): point for point in (
        *sorted(points, key=_size)[:few], *points[::-step][: 2 * few])}.values())


def _size(point: Point) -> float:
    return max((abs(float(ball.mid())) for ball in _balls(list(point.balls().values()))), default=0)


def _balls(values: Sequence[Value]) -> Iterator[Value]:
    for value in values:
        if isinstance(value, Vector):
            yield from _balls(value.items)
        elif hasattr(value, "mid"):
            yield value
