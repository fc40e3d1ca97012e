"""Changes of the displays: each altered formula, written into its page as text.

A refusal has to name the equation, or one that depends on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from trial import REFUSED, SURVIVED, Change, Outcome, copied, refused, whole_site

from execmath.checking.options import CheckOptions
from execmath.documents.examiner import Examiner
from execmath.documents.site import Site, read_site
from execmath.mutation.mutants import mutants
from execmath.mutation.report import ALSO_TRUE
from execmath.mutation.score import dependents

EFFORT = CheckOptions()
BRIEFLY = CheckOptions(brief=True)


def changes(site: Site, pages: Sequence[str]) -> Iterator[Change]:
    for result in site.ledger.results.values():
        if result.page not in pages or result.statement is None or result.kind == "refuted":
            continue
        text = (site.root / result.page).read_text(encoding="utf-8")
        for mutant in mutants(result):
            altered = f"{mutant.tex.rstrip()}\n\\label{{{result.label}}}\n"
            assert text.count(result.display.raw) == 1, result.place
            yield Change("latex", result.page, result.label, result.display.tex.strip(),
                         mutant.tex.strip(), text.replace(result.display.raw, altered),
                         (mutant.says, mutant.span[0]))


def is_also_true(change: Change) -> bool:
    """Whether the page acknowledges it."""
    return _fates(change.label).get(change.altered) == ALSO_TRUE


@cache
def _fates(label: str) -> dict[tuple[str, int], str]:
    """What the build makes of the altered formulas of an equation, worked out once."""
    site = whole_site()
    examiner = Examiner(site, EFFORT)
    examiner.problems(label)
    return {(one.says, one.offset): one.status for one
            in site.ledger.results[label].mutation.altered}


def attempt(change: Change) -> Outcome:
    """On the page alone first, with what it builds on; then on the whole site."""
    tried: set[str] = set()
    for pages in (_closure(change.file), tuple(whole_site().pages)):
        outcome = _attempt_on(change, pages, tried)
        if outcome.status == REFUSED:
            return outcome
    return outcome


def _attempt_on(change: Change, pages: tuple[str, ...], tried: set[str]) -> Outcome:
    with copied(pages) as docs:
        (docs / change.file).write_text(change.text, encoding="utf-8")
        site = read_site(docs)
    results = site.ledger.results
    concerned = [change.label]
    if change.label in results:
        claims = [result for result in results.values() if result.kind == "claim"]
        concerned += [claim.label for claim in dependents(results[change.label], claims)]
    for problem in site.ledger.problems:
        if problem.label in concerned and problem.message not in _complaints(pages):
            return refused(problem)
    examiner = Examiner(site, BRIEFLY, alter=False)
    for label in concerned:
        if label in results and label not in tried and results[label].kind != "refuted":
            tried.add(label)
            for problem in examiner.problems(label):
                return refused(problem)
    return Outcome(SURVIVED)


@cache
def _complaints(pages: tuple[str, ...]) -> set[str]:
    """What is said of some pages as they are: letters that only other pages use."""
    with copied(pages) as docs:
        return {problem.message for problem in read_site(docs).ledger.problems}


@cache
def _closure(page: str) -> tuple[str, ...]:
    found, waiting = {page}, [page]
    while waiting:
        for other in whole_site().pages[waiting.pop()].builds_on:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return tuple(sorted(found))
