"""Try the altered formulas of a display: a check that cannot fail is a defect.

An altered claim is tried at points of the claim, some of each kind first, and is rejected at the
first that shows it false, or without a value there. What is undecided, or beyond a limit, rejects
nothing: an altered formula that is nowhere false, and somewhere undecided, is counted as such.

A definition is altered too, and a domain widened; that must be noticed by some claim that depends
on it, the nearest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, tee

from execmath import limits
from execmath import syntax as s
from execmath.altered import ALSO_TRUE, REJECTED, SURVIVES, UNDECIDED, Altered, Teeth
from execmath.balls import Balls
from execmath.check import abbreviations, affordable, prepare
from execmath.comparison import Comparison, Outcome
from execmath.cost import is_costly
from execmath.effort import Effort
from execmath.evaluate import Compiler
from execmath.ledger import Entry
from execmath.mutants import Mutant, mutants, new_links, normal, read_altered
from execmath.points import Point, anew, show_point
from execmath.values import EvaluationError
from execmath.world import World

FEW, MANY = 16, 100  # points: for a first look, and after which an altered formula holds
STRIDE = 13  # the points are drawn in leaps, so that not all edges of a kind come first
AT_ONCE = 2  # points of a draw
PRECISION = 1280  # bits, at which most formulas that are false are seen to be
COSTLY = (160, 1280)  # bits, for an integral or an infinite sum: at first, and at most
MISFIT = "mismatch"
NO_POINT = Outcome(False, reason="no point meets the hypotheses")


@dataclass(frozen=True)
class Trial:
    """How an altered formula fared at some points: `fate` is rejected, survives or mismatch."""

    fate: str
    by: str = ""
    point: str = ""
    outcome: Outcome = Outcome(True)


def teeth(entry: Entry, claims: Sequence[Entry], effort: Effort = Effort()) -> Teeth:
    """Try all altered formulas of `entry`. `claims` are those that hold on the site."""
    if isinstance(entry.statement, s.Claim):
        bench = Bench(entry, effort)
        return _gathered(entry, lambda mutant: bench.altered(mutant.statement))
    benches = [Bench(claim, effort) for claim in dependents(entry, claims)]
    return _gathered(entry, lambda mutant: _noticed(entry, mutant.statement, benches))


def _gathered(entry: Entry, trial: Callable[[Mutant], Trial]) -> Teeth:
    tried = [(mutant, trial(mutant)) for mutant in mutants(entry)]
    found = [(mutant, outcome) for mutant, outcome in tried if outcome.fate != MISFIT]
    said = {text: acknowledged(entry, text) for text in entry.also_true}
    meant: set[str] = set()
    altered = []
    for mutant, outcome in found:
        one = _altered(entry, mutant, outcome)
        if one.fate in (SURVIVES, UNDECIDED):
            texts = {text for text, forms in said.items()
                     if any(covers(entry, form, mutant.statement) for form in forms)}
            meant |= texts  # true as well, whether or not the machine can tell at these points
            if one.fate == SURVIVES and (texts or one.bound):
                one = replace(one, fate=ALSO_TRUE, said=bool(texts))
        altered.append(one)
    stale = tuple(text for text in entry.also_true if text not in meant)
    return Teeth(tuple(altered), len(tried) - len(found), stale)


def _altered(entry: Entry, mutant: Mutant, trial: Trial) -> Altered:
    left, right, _ = trial.outcome.shown()
    return Altered(mutant.shown, mutant.says, mutant.span[0], trial.fate, trial.by, trial.point,
                   left, right, trial.outcome.reason, mutant.hypothesis,
                   _is_bound(entry.statement, mutant), mutant.is_reversed)


def _is_bound(original: s.Statement | None, mutant: Mutant) -> bool:
    """Does it alter inequalities only, which have true neighbors?"""
    altered = mutant.statement
    if mutant.hypothesis or not (isinstance(original, s.Claim) and isinstance(altered, s.Claim)):
        return False
    everywhere = original.hypotheses != altered.hypotheses  # an abbreviation was altered
    return all(link.relation != "=" for link in original.links
               if everywhere or link not in altered.links)


def dependents(entry: Entry, claims: Sequence[Entry]) -> list[Entry]:
    """The claims that a definition or a declaration bears on, cheap ones and those of its page
    first."""
    letters = set(introduced_by(entry))
    found = [claim for claim in claims if letters & claim.reached.keys()]
    return sorted(found, key=lambda claim: (claim.is_costly, claim.page != entry.page))


def introduced_by(entry: Entry) -> tuple[s.Letter, ...]:
    if isinstance(entry.statement, s.Definition):
        return (entry.statement.letter,)
    if isinstance(entry.statement, s.Declaration):
        return tuple(membership.letter for membership in entry.statement.memberships)
    return ()


def _noticed(entry: Entry, altered: s.Statement, benches: Sequence[Bench]) -> Trial:
    """By which claim; all are asked at a few points before one is asked at many."""
    fates = {SURVIVES}
    asked = list(benches)
    for limit in (FEW, MANY):
        for bench in list(asked):
            world = altered_world(bench.entry.world, entry, altered)
            trial = bench.try_world(world, set(introduced_by(entry)), limit)
            if trial.fate == REJECTED:
                return trial
            if trial.fate != SURVIVES:
                fates.add(trial.fate)
                asked.remove(bench)
        if MISFIT in fates:
            return Trial(MISFIT)
    return Trial(UNDECIDED if UNDECIDED in fates else SURVIVES)


def altered_world(world: World, entry: Entry, altered: s.Statement) -> World:
    """The world with another definition, or with other domains, in the place of an entry's."""
    if isinstance(altered, s.Definition):
        return replace(world, definitions={**world.definitions, altered.letter: altered})
    assert isinstance(altered, s.Declaration) and isinstance(entry.statement, s.Declaration)
    domains = dict(world.domains)
    definitions = dict(world.definitions)
    for old, new in zip(entry.statement.memberships, altered.memberships, strict=True):
        domains[old.letter] = new.domain
        if old.domain != new.domain:
            definitions = _borrowed_anew(definitions, old, new.domain)
    return World(definitions, domains)


def _borrowed_anew(definitions: Mapping[s.Letter, s.Definition], old: s.Membership,
                   domain: s.Node) -> dict[s.Letter, s.Definition]:
    """Parameters whose domain was borrowed from a declaration move with it."""

    def moved(parameter: s.Membership) -> s.Membership:
        alike = (parameter.letter.name, parameter.domain) == (old.letter.name, old.domain)
        return replace(parameter, domain=domain) if alike else parameter

    return {letter: replace(definition, parameters=tuple(map(moved, definition.parameters)))
            for letter, definition in definitions.items()}


class Bench:
    """A claim that holds, with its points, on which altered formulas are tried."""

    def __init__(self, entry: Entry, effort: Effort) -> None:
        assert isinstance(entry.statement, s.Claim)
        self.entry, self.claim = entry, entry.statement
        self.effort = entry.effort(effort)
        self.letters = self._letters(self.claim, entry.world)
        self.compiler = Compiler(entry.world.definitions, Balls(), abbreviations(self.claim))
        self._drawn: Iterator[Point] | None = None

    def altered(self, claim: s.Statement) -> Trial:
        """Try an altered form of the claim itself: only what differs needs to be tried."""
        assert isinstance(claim, s.Claim)
        same = self.claim.hypotheses == claim.hypotheses
        links = [link for link in claim.links if not (same and link in self.claim.links)]
        return self._guarded(claim, self.entry.world, links, MANY)

    def try_world(self, world: World, letters: set[s.Letter], limit: int) -> Trial:
        """Try the claim where some letters of the page mean something else."""
        links = [link for link in self.claim.links
                 if letters & world.reached(link, *self.claim.hypotheses).keys()]
        return self._guarded(self.claim, world, links or list(self.claim.links), limit)

    def _guarded(self, claim: s.Claim, world: World, links: Sequence[s.Link],
                 limit: int) -> Trial:
        try:
            return self._tried(claim, world, links, limit)
        except EvaluationError as error:  # a hypothesis or a domain without a value
            fate = MISFIT if error.kind == MISFIT else REJECTED if error.kind == "no value" \
                else SURVIVES
            return Trial(fate, self.entry.label, outcome=Outcome(False, reason=error.message))
        except Exception as error:  # a fault of ours: it must not pass for a rejection
            reason = f"could not be executed: {type(error).__name__}: {error}"
            return Trial(SURVIVES, outcome=Outcome(False, reason=reason))

    def _tried(self, claim: s.Claim, world: World, links: Sequence[s.Link],
               limit: int) -> Trial:
        compiler = self._compiler(claim, world)
        compared = [_Attack(link, compiler) for link in links]
        costly = is_costly(claim, world)
        first, last = COSTLY if costly else (PRECISION, limits.PRECISION_LAST)
        waiting: list[tuple[_Attack, Point]] = []
        met = 0
        for point in islice(self._points(claim, world, compiler), limit):
            met += 1
            for link in compared:
                outcome = link.at(point, first)
                if (trial := self._rejection(point, outcome)) is not None:
                    return trial
                if costly and outcome.flaw == "limit":
                    return Trial(UNDECIDED)
                if not outcome.holds:
                    waiting.append((link, point))
            if costly and waiting:
                if (trial := self._settled(waiting, last)).fate != SURVIVES:
                    return trial
                waiting.clear()
        if not met:
            return Trial(REJECTED, self.entry.label, outcome=NO_POINT)
        return self._settled(waiting, last)

    def _settled(self, waiting: Sequence[tuple[_Attack, Point]], last: int) -> Trial:
        """Where little precision left it undecided, more of it may decide."""
        for link, point in waiting:
            outcome = link.at(point, last)
            if (trial := self._rejection(point, outcome)) is not None:
                return trial
            if not outcome.holds:
                return Trial(UNDECIDED)
        return Trial(SURVIVES)

    def _rejection(self, point: Point, outcome: Outcome) -> Trial | None:
        if outcome.flaw == MISFIT:
            return Trial(MISFIT)
        if not outcome.holds and outcome.flaw in ("", "no value"):
            return Trial(REJECTED, self.entry.label, show_point(point.env), outcome)
        return None

    def _compiler(self, claim: s.Claim, world: World) -> Compiler:
        """The claim's own, where all letters mean the same: what an altered formula leaves as it
        is was worked out before, at the same points."""
        if world is self.entry.world and abbreviations(claim) == abbreviations(self.claim):
            self.compiler.work = 0
            return self.compiler
        return Compiler(world.definitions, Balls(), abbreviations(claim))

    # ---------------------------------------------------------------------------- points

    def _points(self, claim: s.Claim, world: World, compiler: Compiler) -> Iterable[Point]:
        """Those of the claim itself, where the altered formula asks for no others."""
        if (_conditions(claim) != _conditions(self.claim)
                or not self._letters(claim, world).items() <= self.letters.items()):
            return self._draw(claim, world, compiler)
        if self._drawn is None:
            self._drawn = self._draw(self.claim, self.entry.world, self.compiler)
        self._drawn, points = tee(self._drawn)
        return points if compiler is self.compiler else anew(points)

    def _draw(self, claim: s.Claim, world: World, compiler: Compiler) -> Iterator[Point]:
        sampler = prepare(claim, world, compiler, self.entry.label, self.effort)
        return _mixed(sampler.draws(affordable(claim, world, self.effort).points, STRIDE))

    @staticmethod
    def _letters(claim: s.Claim, world: World) -> dict[s.Letter, tuple[s.Node, ...]]:
        """What is drawn, and all that the drawing depends on."""
        own = [h for h in claim.hypotheses if isinstance(h, s.Membership)]
        drawn = [*world.free_letters(claim, *own), *own]
        return {m.letter: (m.domain, *(part for letter in world.reached(m.domain)
                                       for part in world.meaning(letter))) for m in drawn}


def _mixed(draws: Iterable[list[Point]]) -> Iterator[Point]:
    """A few points of each draw, at other places each time; then all the others."""
    later = []
    for number, drawn in enumerate(draws):
        start = AT_ONCE * number % len(drawn)
        turned = drawn[start:] + drawn[:start]
        yield from turned[:AT_ONCE]
        later += turned[AT_ONCE:]
    yield from later


class _Attack:
    """A link of an altered formula.

    Balls never come apart where two sides are equal. Then to be equal to the digits that any
    claim asks for is to be not less, not larger and not different.
    """

    def __init__(self, link: s.Link, compiler: Compiler) -> None:
        left, right = compiler.side(link.left), compiler.side(link.right)
        self.comparison = Comparison(link.relation, left, right)
        self.equality = Comparison("=", left, right)
        self.strict = link.relation in ("<", ">", "!=")

    def at(self, point: Point, last: int) -> Outcome:
        if self.strict:
            soon = self.comparison.at(point, limits.PRECISION_FIRST)
            if soon.flaw != "undecided":
                return soon
            equal = self.equality.at(point, last)
            if equal.holds:
                return replace(equal, holds=False, reason="equal, to the digits")
        return self.comparison.at(point, last)


def _conditions(claim: s.Claim) -> list[s.Hypothesis]:
    return [h for h in claim.hypotheses if not isinstance(h, s.Membership)]


# ------------------------------------------------------------------- what the page says of them


def acknowledged(entry: Entry, text: str) -> set[s.Node]:
    r"""What `also true: LATEX` may mean: a whole display; or links, under the hypotheses of the
    display; or other hypotheses, for the links of the display."""
    body, mark, hypotheses = entry.display.tex.partition(r"\qquad")
    ways = [text, f"{text} {mark}{hypotheses}", f"{body} {mark} {text.removeprefix(mark)}"]
    read = (read_altered(entry, way) for way in ways)
    return {normal(statement) for statement in read if statement is not None}


def covers(entry: Entry, said: s.Node, altered: s.Statement) -> bool:
    """Does what the page says account for an altered formula? What did not change may be left
    out: links of a chain, members of a declaration."""
    form, original = normal(altered), normal(entry.statement)  # type: ignore[arg-type]
    if said == form:
        return True
    if isinstance(said, s.Claim) and isinstance(form, s.Claim) and isinstance(original, s.Claim):
        return (said.hypotheses == form.hypotheses == original.hypotheses
                and _between(said.links, new_links(form, original), form.links))
    if (isinstance(said, s.Declaration) and isinstance(form, s.Declaration)
            and isinstance(original, s.Declaration)):
        new = [member for member in form.memberships if member not in original.memberships]
        return _between(said.memberships, new, form.memberships)
    return False


def _between(said: Sequence[s.Node], new: Sequence[s.Node], form: Sequence[s.Node]) -> bool:
    """All that is new is said, and nothing else than what stands there."""
    return bool(new) and all(part in said for part in new) and all(part in form for part in said)
