"""A claim fails: which change of one place would make it hold?

The altered formulas of the claim, and of the definitions that it uses, are searched for one that
holds at all points, the smallest edits first. The search ends after a few seconds.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping

from execmath.arithmetic.balls import Balls
from execmath.checking.check import abbreviations, check, comparisons, prepare
from execmath.checking.options import Effort
from execmath.documents.results import Entry
from execmath.evaluation.compiler import Compiler
from execmath.language import ast as s
from execmath.language.context import World
from execmath.mutation.mutants import Mutant, mutants
from execmath.mutation.report import with_words
from execmath.mutation.score import altered_world, introduced_by

MOST = 3  # repairs that are offered
FIRST = 24  # points that a repair has to stand before it is tried in earnest
BITS = 320
# They would make almost any false claim true, and tell nothing.
EMPTY = ("relation \\ne", "weaker \\ne", "hypothesis")


def repairs(entry: Entry, entries: Mapping[str, Entry], seconds: float,
            effort: Effort = Effort()) -> tuple[str, ...]:
    """What would make the claim hold, in words, with the line; certified at all of its points."""
    end = time.monotonic() + seconds
    found: list[str] = []
    for source, mutant in _candidates(entry, entries):
        if time.monotonic() > end or len(found) == MOST:
            break
        claim, world = _altered(entry, source, mutant)
        if _stands(claim, world, entry, effort) and check(claim, world, entry.label, effort).holds:
            found.append(_words(entry, source, mutant))
    return tuple(found)


def _candidates(entry: Entry, entries: Mapping[str, Entry]) -> list[tuple[Entry, Mutant]]:
    """The smallest edits first, and those of the claim before those of its definitions."""
    sources = [entry, *_definitions(entry, entries)]
    found = [(place, mutant.size, source, mutant) for place, source in enumerate(sources)
             for mutant in mutants(source, weaker=True)
             if not mutant.rule.startswith(EMPTY) and not mutant.hypothesis]
    found.sort(key=lambda item: (item[1], item[0]))
    return [(source, mutant) for _, _, source, mutant in found]


def _definitions(entry: Entry, entries: Mapping[str, Entry]) -> Iterator[Entry]:
    for other in entries.values():
        if isinstance(other.statement, s.Definition) \
                and set(introduced_by(other)) & entry.reached.keys():
            yield other


def _altered(entry: Entry, source: Entry, mutant: Mutant) -> tuple[s.Claim, World]:
    if source is entry:
        assert isinstance(mutant.statement, s.Claim)
        return mutant.statement, entry.world
    assert isinstance(entry.statement, s.Claim)
    return entry.statement, altered_world(entry.world, source, mutant.statement)


def _stands(claim: s.Claim, world: World, entry: Entry, effort: Effort) -> bool:
    """At the first points, which most do not; what so few bits leave undecided is not ruled out."""
    try:
        compiler = Compiler(world.definitions, Balls(), abbreviations(claim))
        compared = comparisons(claim.links, compiler)
        points = prepare(claim, world, compiler, entry.label, effort).points(FIRST)
        outcomes = (comparison.at(point, BITS) for point in points for comparison in compared)
        return all(outcome.holds or outcome.flaw == "undecided" for outcome in outcomes)
    except Exception:  # without a value, or a fault of ours: it mends nothing, and ends no build
        return False


def _words(entry: Entry, source: Entry, mutant: Mutant) -> str:
    line = source.display.line_of(mutant.span[0])
    place = f"line {line}" if source.page == entry.page else f"{source.page}:{line}"
    where = f" of {source.label}" if source is not entry else ""
    return f"it would hold {with_words(mutant.says)}{where} ({place})"

