"""A claim that holds, and its points, at which altered formulas are tried.

An altered formula is rejected at the first point where it is false or has no value. A point where
it is undecided, or beyond a limit, rejects nothing. One that is out of reach of an integral or an
infinite sum does not count at all, as it does not for the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, tee

from execmath.arithmetic.balls import Balls
from execmath.arithmetic.errors import EvaluationError, Flaw
from execmath.checking.check import abbreviations, affordable, prepare, sides
from execmath.checking.comparison import Comparison, Outcome
from execmath.checking.options import CheckOptions
from execmath.checking.points import Point, anew, show_point
from execmath.checking.probing import Probe
from execmath.evaluation.compiler import Compiler
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.language.cost import is_costly
from execmath.language.equation import Equation
from execmath.mutation.report import REJECTED, SURVIVES, UNDECIDED, Status
from execmath.runtime import limits

FEW, MANY = 16, 100  # points: for a first look, and after which an altered formula holds
STRIDE = 13  # the points are drawn in leaps, so that not all edges of a kind come first
AT_ONCE = 2  # points of a draw
PRECISION = 1280  # bits, at which most formulas that are false are seen to be
COSTLY = (160, 1280)  # bits, for an integral or an infinite sum: at first, and at most
MISFIT = Flaw.MISMATCH
NO_POINT = Outcome(False, reason="no point meets the hypotheses")


@dataclass(frozen=True)
class Trial:
    """How an altered formula fared at some points; or that its kinds do not go together."""

    status: Status | Flaw
    by: str = ""
    point: str = ""
    outcome: Outcome = Outcome(True)


class Trials:
    """A claim that holds, with its points, on which altered formulas are tried."""

    def __init__(self, equation: Equation, options: CheckOptions) -> None:
        assert isinstance(equation.statement, s.Claim)
        self.equation, self.claim = equation, equation.statement
        self.options = options.at_least(equation.points)
        self.letters = self._letters(self.claim, equation.context)
        self.compiler = Compiler(equation.context.definitions, Balls(), abbreviations(self.claim))
        self._drawn: Iterator[Point] | None = None

    def altered(self, claim: s.Statement) -> Trial:
        """Try an altered form of the claim itself: only what differs needs to be tried."""
        assert isinstance(claim, s.Claim)
        if any(link.given for link in claim.links):
            return self._equivalence(claim)
        same = self.claim.hypotheses == claim.hypotheses
        links = [link for link in claim.links if not (same and link in self.claim.links)]
        return self._guarded(claim, self.equation.context, links, MANY)

    def _equivalence(self, claim: s.Claim) -> Trial:
        """It is rejected if one of its directions is, and survives if both do."""
        trials = [self._guarded(side, self.equation.context, list(side.links), MANY)
                  for side in sides(claim)]
        worst = (MISFIT, REJECTED, UNDECIDED)
        return next((trial for status in worst for trial in trials if trial.status == status),
                    trials[0])

    def is_not_zero(self, node: s.Node) -> bool:
        """Has an expression a value, at some of the points, that is not zero?"""
        comparison = Comparison("=", self.compiler.side(node), lambda env: 0)
        points = self._points(self.claim, self.equation.context, self.compiler)
        outcomes = (comparison.at(point, COSTLY[1]) for point in islice(points, FEW))
        return any(not outcome.holds and not outcome.flaw for outcome in outcomes)

    def try_context(self, context: Context, letters: set[s.Letter], limit: int) -> Trial:
        """Try the claim where some letters of the page mean something else."""
        links = [link for link in self.claim.links
                 if letters & context.dependencies(link, *self.claim.hypotheses).keys()]
        return self._guarded(self.claim, context, links or list(self.claim.links), limit)

    def try_claim(self, claim: s.Claim, context: Context, limit: int) -> Trial:
        """Try another claim that takes the place of this one, where letters mean something else."""
        return self._guarded(claim, context, list(claim.links), limit)

    def _guarded(self, claim: s.Claim, context: Context, links: Sequence[s.Link],
                 limit: int) -> Trial:
        try:
            return self._run(claim, context, links, limit)
        except EvaluationError as error:  # a hypothesis or a domain without a value
            status = MISFIT if error.kind == MISFIT else REJECTED if error.kind == Flaw.NO_VALUE \
                else SURVIVES
            return Trial(status, self.equation.label, outcome=Outcome(False, reason=error.message))
        except Exception as error:  # a fault of ours: it must not pass for a rejection
            reason = f"could not be executed: {type(error).__name__}: {error}"
            return Trial(SURVIVES, outcome=Outcome(False, reason=reason))

    def _run(self, claim: s.Claim, context: Context, links: Sequence[s.Link],
             limit: int) -> Trial:
        compiler = self._compiler(claim, context)
        attacks = [_Attack(link, compiler) for link in links]
        costly = is_costly(claim, context)
        points = islice(self._points(claim, context, compiler), limit)
        met: list[Point] = []
        trial = self._at_plain_points(attacks, points, met, costly)
        if trial is not None:
            return trial
        if not met:
            return Trial(REJECTED, self.equation.label, outcome=NO_POINT)
        if limit == MANY:
            return self._searched(claim, context, compiler, attacks, met)
        return Trial(SURVIVES)

    def _at_plain_points(self, attacks: Sequence[_Attack], points: Iterable[Point],
                         met: list[Point], costly: bool) -> Trial | None:
        """How the trial ends at these points, or None if all links hold; `met` takes the points.

        What the first precision leaves undecided is tried again with more bits: after each point
        if that is costly, and otherwise after all points, as one of them may reject it sooner.
        """
        first, last = COSTLY if costly else (PRECISION, limits.PRECISION_LAST)
        waiting: list[tuple[_Attack, Point]] = []
        for point in points:
            met.append(point)
            trial = self._at_point(attacks, point, first, costly, waiting)
            if trial is None and costly:
                trial = self._settled(waiting, last, costly)
                waiting.clear()
            if trial is not None:
                return trial
        return self._settled(waiting, last, costly)

    def _at_point(self, attacks: Sequence[_Attack], point: Point, bits: int, costly: bool,
                  waiting: list[tuple[_Attack, Point]]) -> Trial | None:
        """How the trial ends at one point, or None if it goes on; `waiting` takes what the point
        leaves undecided."""
        for attack in attacks:
            outcome = attack.at(point, bits)
            if (trial := self._rejection(point, outcome)) is not None:
                return trial
            if costly and outcome.flaw == Flaw.LIMIT:
                return Trial(UNDECIDED)
            if not outcome.holds:
                waiting.append((attack, point))
        return None

    def _searched(self, claim: s.Claim, context: Context, compiler: Compiler,
                  attacks: Sequence[_Attack], met: list[Point]) -> Trial:
        """What holds at the plain points is believed only if it also holds far out, at the places
        that the formula itself points at, and with many more digits."""
        options = affordable(claim, context, self.options)
        sampler = prepare(claim, context, compiler, self.equation.label, options)
        probe = Probe(claim, context, compiler, sampler, self.options.points, altered=True)
        # Far out, what counts as equal to the digits need not be: a sum of e^{-x} is above zero.
        plainly = [attack.comparison for attack in attacks]
        for attempt in chain(probe.further(plainly, met), probe.again(met, plainly)):
            for outcome in attempt.outcomes:
                if (trial := self._rejection(attempt.point, outcome)) is not None:
                    return trial
        return Trial(SURVIVES)

    def _settled(self, waiting: Sequence[tuple[_Attack, Point]], last: int,
                 costly: bool) -> Trial | None:
        """What little precision left undecided, with `last` bits; None if all of it holds."""
        for attack, point in waiting:
            outcome = attack.at(point, last)
            if (trial := self._rejection(point, outcome)) is not None:
                return trial
            if not outcome.holds and not (costly and outcome.is_out_of_reach):
                return Trial(UNDECIDED)
        return None

    def _rejection(self, point: Point, outcome: Outcome) -> Trial | None:
        if outcome.flaw == MISFIT:
            return Trial(MISFIT)
        if not outcome.holds and outcome.flaw in (None, Flaw.NO_VALUE):
            return Trial(REJECTED, self.equation.label, show_point(point.env), outcome)
        return None

    def _compiler(self, claim: s.Claim, context: Context) -> Compiler:
        """The claim's own where all letters mean the same: then what an altered formula leaves as
        it is was worked out before, at the same points."""
        if context is self.equation.context and abbreviations(claim) == abbreviations(self.claim):
            self.compiler.work = 0
            return self.compiler
        return Compiler(context.definitions, Balls(), abbreviations(claim))

    # ---------------------------------------------------------------------------- points

    def _points(self, claim: s.Claim, context: Context, compiler: Compiler) -> Iterable[Point]:
        """Those of the claim itself, unless the altered formula needs others."""
        if (_conditions(claim) != _conditions(self.claim)
                or not self._letters(claim, context).items() <= self.letters.items()):
            return self._draw(claim, context, compiler)
        if self._drawn is None:
            self._drawn = self._draw(self.claim, self.equation.context, self.compiler)
        self._drawn, points = tee(self._drawn)
        return points if compiler is self.compiler else anew(points)

    def _draw(self, claim: s.Claim, context: Context, compiler: Compiler) -> Iterator[Point]:
        options = affordable(claim, context, self.options)
        sampler = prepare(claim, context, compiler, self.equation.label, options)
        return _mixed(sampler.draws(options.points, STRIDE))

    @staticmethod
    def _letters(claim: s.Claim, context: Context) -> dict[s.Letter, tuple[s.Node, ...]]:
        """What is drawn, and all that the drawing depends on."""
        own = [h for h in claim.hypotheses if isinstance(h, s.Membership)]
        drawn = [*context.free_letters(claim), *own]
        return {m.letter: (m.domain, *(part for letter in context.dependencies(m.domain)
                                       for part in context.meaning(letter))) for m in drawn}


def _mixed(draws: Iterable[list[Point]]) -> Iterator[Point]:
    """A few points of each draw, at other places each time; then all the others."""
    later = []
    for number, points in enumerate(draws):
        start = AT_ONCE * number % len(points)
        rotated = points[start:] + points[:start]
        yield from rotated[:AT_ONCE]
        later += rotated[AT_ONCE:]
    yield from later


class _Attack:
    """A link of an altered formula.

    Where two sides are equal their balls always overlap. So sides that are equal to the digits
    that any claim must have count as not less, not larger and not different.
    """

    def __init__(self, link: s.Link, compiler: Compiler) -> None:
        left, right = compiler.side(link.left), compiler.side(link.right)
        self.comparison = Comparison(link.relation, left, right)
        self.equality = Comparison("=", left, right)
        self.strict = link.relation in ("<", ">", "!=")

    def at(self, point: Point, last: int) -> Outcome:
        if self.strict:
            early = self.comparison.at(point, limits.PRECISION_FIRST)
            if early.flaw != Flaw.UNDECIDED:
                return early
            equal = self.equality.at(point, last)
            if equal.holds:
                return replace(equal, holds=False, reason="equal, to the digits")
        return self.comparison.at(point, last)


def _conditions(claim: s.Claim) -> list[s.Hypothesis]:
    return [h for h in claim.hypotheses if not isinstance(h, s.Membership)]
