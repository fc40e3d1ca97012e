"""A claim fails: which change of one place would make it hold?

The altered formulas of the claim, and of the definitions that it uses, are searched for one that
holds at all points, the smallest edits first. The search ends after a few seconds.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping

from execmath.arithmetic.balls import Balls
from execmath.arithmetic.errors import Flaw
from execmath.checking.check import abbreviations, check, comparisons, prepare
from execmath.checking.options import CheckOptions
from execmath.evaluation.compiler import Compiler
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.language.equation import Equation
from execmath.language.vocabulary import RELATIONS
from execmath.mutation.mutants import ORDINALS, Mutant, mutants
from execmath.mutation.report import with_words
from execmath.mutation.score import altered_context, introduced_by

MOST = 3  # repairs that are offered
FIRST = 24  # points that a repair has to stand before it is tried in earnest
BITS = 320
# They would make almost any false claim true, and tell nothing.
EMPTY = ("relation \\ne", "weaker \\ne", "hypothesis")


def repairs(equation: Equation, equations: Mapping[str, Equation], seconds: float,
            options: CheckOptions = CheckOptions()) -> tuple[str, ...]:
    """What would make the claim hold, in words, with the line; certified at all of its points."""
    end = time.monotonic() + seconds
    offered: list[str] = []
    for source, mutant in _candidates(equation, equations):
        if time.monotonic() > end or len(offered) == MOST:
            break
        claim, context = _altered(equation, source, mutant)
        if _stands(claim, context, equation, options) and check(claim, context, equation.label,
                                                                options).holds:
            words = _words(equation, source, mutant)
            offered += [words] if words not in offered else []
    return tuple(offered)


def _candidates(equation: Equation,
                equations: Mapping[str, Equation]) -> list[tuple[Equation, Mutant]]:
    """The smallest edits first, and those of the claim before those of its definitions."""
    sources = [equation, *_definitions(equation, equations)]
    ranked = [(mutant.size, place, source, mutant) for place, source in enumerate(sources)
             for mutant in mutants(source, weaker=True)
             if not mutant.rule.startswith(EMPTY) and not mutant.hypothesis]
    ranked.sort(key=lambda item: item[:2])
    return [(source, mutant) for _, _, source, mutant in ranked]


def _definitions(equation: Equation, equations: Mapping[str, Equation]) -> Iterator[Equation]:
    for other in equations.values():
        if isinstance(other.statement, s.Definition) \
                and set(introduced_by(other)) & equation.dependencies.keys():
            yield other


def _altered(equation: Equation, source: Equation, mutant: Mutant) -> tuple[s.Claim, Context]:
    if source is equation:
        assert isinstance(mutant.statement, s.Claim)
        return mutant.statement, equation.context
    assert isinstance(equation.statement, s.Claim)
    return equation.statement, altered_context(equation.context, source, mutant.statement)


def _stands(claim: s.Claim, context: Context, equation: Equation, options: CheckOptions) -> bool:
    """Does it hold at the first points? Most repairs do not. What so few bits leave undecided is
    not ruled out."""
    try:
        compiler = Compiler(context.definitions, Balls(), abbreviations(claim))
        compared = comparisons(claim.links, compiler)
        points = prepare(claim, context, compiler, equation.label, options).points(FIRST)
        outcomes = (comparison.at(point, BITS) for point in points for comparison in compared)
        return all(outcome.holds or outcome.flaw == Flaw.UNDECIDED for outcome in outcomes)
    except Exception:  # no value, or a fault of ours: no repair, and no reason to end the build
        return False


def _words(equation: Equation, source: Equation, mutant: Mutant) -> str:
    line = source.display.line_of(mutant.span[0])
    place = f"line {line}" if source.page == equation.page else f"{source.page}:{line}"
    where = f" of {source.label}" if source is not equation else ""
    return f"it would hold {with_words(mutant.says)}{where} ({_occurrence(source, mutant)}{place})"


def _occurrence(source: Equation, mutant: Mutant) -> str:
    """Which of several places with the same text is meant, where a reader could ask."""
    tex, (start, end) = source.display.tex, mutant.span
    places = [match.start() for match in re.finditer(re.escape(tex[start:end]), tex)]
    if tex[start:end].strip() in RELATIONS or start not in places or len(places) == 1:
        return ""  # a relation is told by its line
    number = places.index(start)
    return f"the {ORDINALS[number]} of {len(places)}, " if number < len(ORDINALS) else ""

