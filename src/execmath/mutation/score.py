"""Try the altered formulas of a display: a check that cannot fail is a defect.

An altered claim is tried at points of the claim, some of each kind first. If it is false at none
of them and undecided at one, it counts as undecided.

Definitions are altered too, and domains widened; some claim that depends on them must notice it.
The claims of the same page are tried first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from execmath.checking.options import CheckOptions
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.language.equation import Equation
from execmath.language.parser.instances import with_rows
from execmath.language.tokens import LatexError
from execmath.mutation.consequences import dropped_alone, is_special_case
from execmath.mutation.instance_trials import InstanceTrials
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
    """Try all altered formulas of `equation`. `claims` are those that hold on the site."""
    if isinstance(equation.statement, s.Claim):
        trials = Trials(equation, options)
        return _report(equation, lambda mutant: trials.altered(mutant.statement), trials)
    if isinstance(equation.statement, s.Instance):
        rows = InstanceTrials(equation, dependents(equation, claims), options)
        return _report(equation, lambda mutant: rows.altered(mutant.statement))
    all_trials = [Trials(claim, options) for claim in dependents(equation, claims)]
    return _report(equation, lambda mutant: _tried_by_dependents(equation, mutant.statement,
                                                                 all_trials))


def _report(equation: Equation, trial: Callable[[Mutant], Trial],
            trials: Trials | None = None) -> MutationReport:
    """The results of all altered formulas. `trials` are those of the equation, if it is a claim."""
    outcomes = [(mutant, trial(mutant)) for mutant in telling_mutants(equation)]
    fitting = [(mutant, outcome) for mutant, outcome in outcomes if outcome.status != MISFIT]
    readings = {text: acknowledged(equation, text) for text in equation.also_true}
    used_texts: set[str] = set()
    altered = []
    for mutant, outcome in fitting:
        result = _altered(equation, mutant, outcome)
        if result.status in (SURVIVES, UNDECIDED):
            texts = texts_covering(mutant, equation, readings)
            used_texts |= texts  # even if the points do not tell whether the formula is true
            if result.status == SURVIVES:
                result = _judged(result, mutant, equation, trials, on_page=bool(texts))
        altered.append(result)
    stale = tuple(text for text in equation.also_true if text not in used_texts)
    return MutationReport(tuple(altered), len(outcomes) - len(fitting), stale)


def telling_mutants(equation: Equation) -> list[Mutant]:
    """Those that are more than a special case of the equation."""
    return [mutant for mutant in mutants(equation)
            if not is_special_case(mutant.statement, equation.statement, equation.context)]


def texts_covering(mutant: Mutant, equation: Equation,
                    readings: Mapping[str, set[s.Node]]) -> set[str]:
    """What the page calls also true and means this altered formula."""
    return {text for text, forms in readings.items()
            if any(covers(equation, form, mutant.statement) for form in forms)}


def _judged(survivor: MutantResult, mutant: Mutant, equation: Equation, trials: Trials | None, *,
            on_page: bool) -> MutantResult:
    """Also true, if the page says so or it alters only a bound. But if it drops a term that is
    not zero by itself, the check has missed that term, whatever the page says."""
    if trials is not None and not survivor.bound:
        term = dropped_alone(mutant.statement, equation.statement)
        if term is not None and trials.is_not_zero(term):
            return replace(survivor, unseen=True)
    if on_page or survivor.bound:
        return replace(survivor, status=ALSO_TRUE, acknowledged=on_page)
    return survivor


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
    first; on an instance, those about it. What is said of an instance on another page does not
    count: otherwise a new family would put every definition of the theory to the test again."""
    letters = set(introduced_by(equation))
    dependent = [claim for claim in claims if claim.inside == equation.label
                 or (letters & claim.dependencies.keys()
                     and (not claim.inside or claim.page == equation.page))]
    return sorted(dependent, key=lambda claim: (claim.is_costly, claim.page != equation.page))


def introduced_by(equation: Equation) -> tuple[s.Letter, ...]:
    if isinstance(equation.statement, s.Definition):
        return (equation.statement.letter,)
    if isinstance(equation.statement, s.Declaration):
        return tuple(membership.letter for membership in equation.statement.memberships)
    return ()


def _tried_by_dependents(equation: Equation, altered: s.Statement,
                         all_trials: Sequence[Trials]) -> Trial:
    """The trial of the first claim that rejects it; each is tried at a few points before any is
    tried at many."""
    statuses: set[str] = {SURVIVES}
    surviving = list(all_trials)
    for limit in (FEW, MANY):
        for trials in list(surviving):
            context = altered_context(trials.equation.context, equation, altered)
            trial = trials.try_context(context, set(introduced_by(equation)), limit)
            if trial.status == REJECTED:
                return trial
            if trial.status != SURVIVES:
                statuses.add(trial.status)
                surviving.remove(trials)
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
    return replace(context, definitions=definitions, domains=domains)


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
    r"""The readings of `also true: LATEX`: as a whole display, as links under the hypotheses of
    the display, and as other hypotheses of its links."""
    tex, parts = equation.display.tex, equation.parts
    hypotheses = "" if "".join(text.split()) == "".join(WITHOUT_HYPOTHESES.split()) else text
    ways = (text, parts.with_statement(tex, text), parts.with_hypotheses(tex, hypotheses))
    if isinstance(equation.statement, s.Instance):
        return _acknowledged_rows(equation, text)
    readings = (read_altered(equation, way) for way in ways)
    return {normal(reading.statement) for reading in readings if reading is not None}


def _acknowledged_rows(equation: Equation, text: str) -> set[s.Node]:
    """The instance with some rows of this text in the place of its own."""
    try:
        return {normal(with_rows(equation.display.tex, text, equation.scope, equation.label))}
    except LatexError:
        return set()


def covers(equation: Equation, accepted: s.Node, altered: s.Statement) -> bool:
    """Does a statement that the page calls also true account for an altered formula?

    It may leave out what did not change: links of a chain, members of a declaration.
    """
    form, original = normal(altered), normal(equation.statement)  # type: ignore[arg-type]
    if accepted == form:
        return True
    if isinstance(accepted, s.Claim):
        return _claim_covers(accepted, form, original)
    return isinstance(accepted, s.Declaration) and _declaration_covers(accepted, form, original)


def _claim_covers(accepted: s.Claim, altered: s.Node, original: s.Node) -> bool:
    return (isinstance(altered, s.Claim) and isinstance(original, s.Claim)
            and accepted.hypotheses == altered.hypotheses == original.hypotheses
            and _between(accepted.links, new_links(altered, original), altered.links))


def _declaration_covers(accepted: s.Declaration, altered: s.Node, original: s.Node) -> bool:
    if not (isinstance(altered, s.Declaration) and isinstance(original, s.Declaration)):
        return False
    new = [member for member in altered.memberships if member not in original.memberships]
    return _between(accepted.memberships, new, altered.memberships)


def _between(accepted: Sequence[s.Node], new: Sequence[s.Node], form: Sequence[s.Node]) -> bool:
    """Are all new parts accepted, and is nothing accepted that is no part of the formula?"""
    return (bool(new) and all(part in accepted for part in new)
            and all(part in form for part in accepted))
