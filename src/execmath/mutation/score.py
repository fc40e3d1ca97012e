"""Try the altered formulas of a display: a check that cannot fail is a defect.

An altered claim is tried at points of the claim, some of each kind first. One that is nowhere
false, and somewhere undecided, is counted as such.

A definition is altered too, and a domain widened; that must be noticed by some claim that depends
on it, the nearest first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from execmath.checking.options import CheckOptions
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.language.equation import Equation
from execmath.mutation.consequences import dropped_alone, is_special_case
from execmath.mutation.mutants import (
    WITHOUT_HYPOTHESES,
    Mutant,
    mutants,
    new_links,
    normal,
    read_altered,
)
from execmath.mutation.report import (
    ALSO_TRUE,
    REJECTED,
    SURVIVES,
    UNDECIDED,
    MutantResult,
    MutationReport,
    Status,
)
from execmath.mutation.trial import FEW, MANY, MISFIT, Trial, Trials


def mutation(equation: Equation, claims: Sequence[Equation],
             options: CheckOptions = CheckOptions()) -> MutationReport:
    """Try all altered formulas of `entry`. `claims` are those that hold on the site."""
    if isinstance(equation.statement, s.Claim):
        trials = Trials(equation, options)
        return _gathered(equation, lambda mutant: trials.altered(mutant.statement), trials)
    all_trials = [Trials(claim, options) for claim in dependents(equation, claims)]
    return _gathered(equation, lambda mutant: _noticed(equation, mutant.statement, all_trials))


def _gathered(equation: Equation, trial: Callable[[Mutant], Trial],
              trials: Trials | None = None) -> MutationReport:
    tried = [(mutant, trial(mutant)) for mutant in mutants(equation)
             if not is_special_case(mutant.statement, equation.statement, equation.context)]
    found = [(mutant, outcome) for mutant, outcome in tried if outcome.status != MISFIT]
    said = {text: acknowledged(equation, text) for text in equation.also_true}
    meant: set[str] = set()
    altered = []
    for mutant, outcome in found:
        one = _altered(equation, mutant, outcome)
        if one.status in (SURVIVES, UNDECIDED):
            texts = {text for text, forms in said.items()
                     if any(covers(equation, form, mutant.statement) for form in forms)}
            meant |= texts  # true as well, whether or not the machine can tell at these points
            if one.status == SURVIVES and trials is not None and not one.bound:
                alone = dropped_alone(mutant.statement, equation.statement)
                one = replace(one, unseen=alone is not None and trials.is_not_zero(alone))
            if one.status == SURVIVES and not one.unseen and (texts or one.bound):
                one = replace(one, status=ALSO_TRUE, said=bool(texts))
        altered.append(one)
    stale = tuple(text for text in equation.also_true if text not in meant)
    return MutationReport(tuple(altered), len(tried) - len(found), stale)


def _altered(equation: Equation, mutant: Mutant, trial: Trial) -> MutantResult:
    left, right, gap = trial.outcome.shown()
    close = f"{gap} apart" if left == right and gap not in ("", "0") else ""
    return MutantResult(mutant.shown, mutant.says, mutant.span[0], Status(trial.status), trial.by,
                        trial.point, left, right, trial.outcome.reason or close,
                        mutant.hypothesis, _is_bound(equation.statement, mutant),
                        mutant.is_reversed)


def _is_bound(original: s.Statement | None, mutant: Mutant) -> bool:
    """Does it alter inequalities only, which have true neighbors?"""
    altered = mutant.statement
    if mutant.hypothesis or not (isinstance(original, s.Claim) and isinstance(altered, s.Claim)):
        return False
    everywhere = original.hypotheses != altered.hypotheses  # an abbreviation was altered
    return all(link.relation != "=" for link in original.links
               if everywhere or link not in altered.links)


def dependents(equation: Equation, claims: Sequence[Equation]) -> list[Equation]:
    """The claims that a definition or a declaration bears on, cheap ones and those of its page
    first."""
    letters = set(introduced_by(equation))
    found = [claim for claim in claims if letters & claim.dependencies.keys()]
    return sorted(found, key=lambda claim: (claim.is_costly, claim.page != equation.page))


def introduced_by(equation: Equation) -> tuple[s.Letter, ...]:
    if isinstance(equation.statement, s.Definition):
        return (equation.statement.letter,)
    if isinstance(equation.statement, s.Declaration):
        return tuple(membership.letter for membership in equation.statement.memberships)
    return ()


def _noticed(equation: Equation, altered: s.Statement, all_trials: Sequence[Trials]) -> Trial:
    """By which claim; all are asked at a few points before one is asked at many."""
    statuses: set[str] = {SURVIVES}
    asked = list(all_trials)
    for limit in (FEW, MANY):
        for trials in list(asked):
            context = altered_context(trials.equation.context, equation, altered)
            trial = trials.try_context(context, set(introduced_by(equation)), limit)
            if trial.status == REJECTED:
                return trial
            if trial.status != SURVIVES:
                statuses.add(trial.status)
                asked.remove(trials)
        if MISFIT in statuses:
            return Trial(MISFIT)
    return Trial(UNDECIDED if UNDECIDED in statuses else SURVIVES)


def altered_context(context: Context, equation: Equation, altered: s.Statement) -> Context:
    """The context with another definition, or with other domains, in the place of an equation's."""
    if isinstance(altered, s.Definition):
        return replace(context, definitions={**context.definitions, altered.letter: altered})
    assert isinstance(altered, s.Declaration) and isinstance(equation.statement, s.Declaration)
    domains = dict(context.domains)
    definitions = dict(context.definitions)
    for old, new in zip(equation.statement.memberships, altered.memberships, strict=True):
        domains[old.letter] = new.domain
        if old.domain != new.domain:
            definitions = _borrowed_anew(definitions, old, new.domain)
    return Context(definitions, domains)


def _borrowed_anew(definitions: Mapping[s.Letter, s.Definition], old: s.Membership,
                   domain: s.Node) -> dict[s.Letter, s.Definition]:
    """Parameters whose domain was borrowed from a declaration move with it."""

    def moved(parameter: s.Membership) -> s.Membership:
        alike = (parameter.letter.name, parameter.domain) == (old.letter.name, old.domain)
        return replace(parameter, domain=domain) if alike else parameter

    return {letter: replace(definition, parameters=tuple(map(moved, definition.parameters)))
            for letter, definition in definitions.items()}


# ------------------------------------------------------------------- what the page says of them


def acknowledged(equation: Equation, text: str) -> set[s.Node]:
    r"""What `also true: LATEX` may mean: a whole display; or links, under the hypotheses of the
    display; or other hypotheses, for the links of the display."""
    tex, parts = equation.display.tex, equation.parts
    hypotheses = "" if "".join(text.split()) == "".join(WITHOUT_HYPOTHESES.split()) else text
    ways = (text, parts.with_statement(tex, text), parts.with_hypotheses(tex, hypotheses))
    readings = (read_altered(equation, way) for way in ways)
    return {normal(reading.statement) for reading in readings if reading is not None}


def covers(equation: Equation, said: s.Node, altered: s.Statement) -> bool:
    """Does what the page says account for an altered formula? What did not change may be left
    out: links of a chain, members of a declaration."""
    form, original = normal(altered), normal(equation.statement)  # type: ignore[arg-type]
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
