"""Try the altered formulas of a display: a check that cannot fail is a defect.

An altered claim is tried at points of the claim, some of each kind first. One that is nowhere
false, and somewhere undecided, is counted as such.

A definition is altered too, and a domain widened; that must be noticed by some claim that depends
on it, the nearest first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from execmath.checking.options import Effort
from execmath.documents.results import Entry
from execmath.language import ast as s
from execmath.language.context import World
from execmath.mutation.mutants import Mutant, mutants, new_links, normal, read_altered
from execmath.mutation.report import ALSO_TRUE, REJECTED, SURVIVES, UNDECIDED, Altered, Teeth
from execmath.mutation.trial import FEW, MANY, MISFIT, Bench, Trial


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
    left, right, gap = trial.outcome.shown()
    close = f"{gap} apart" if left == right and gap not in ("", "0") else ""
    return Altered(mutant.shown, mutant.says, mutant.span[0], trial.fate, trial.by, trial.point,
                   left, right, trial.outcome.reason or close, mutant.hypothesis,
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
