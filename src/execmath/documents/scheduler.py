"""Execute what was read: each equation by itself, on all cores, and none twice.

What an equation depends on is known: its statement, the meanings that it reaches, its label (the
seed of its points), the effort, and this machine. Where all of that is as it was when the
equation held before, it holds, and the verdict is taken from the cache. A failure is never kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass, replace
from typing import Any

import flint

from execmath.checking.check import check, check_in_instance
from execmath.checking.codes import FAILS_IN_INSTANCE
from execmath.checking.options import CheckOptions
from execmath.checking.verdict import As, Failure, Verdict
from execmath.documents import codec
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.results import UNTRIED, InInstance, Result
from execmath.documents.site import Site, caret
from execmath.language import ast as s
from execmath.language.context import joined
from execmath.language.equation import Equation
from execmath.mutation.mutants import letters_in_reach
from execmath.mutation.repairs import repairs
from execmath.mutation.report import MutationReport
from execmath.mutation.score import dependents, mutation
from execmath.runtime import limits
from execmath.runtime import workers as processes
from execmath.runtime.cache import Cache, digest
from execmath.runtime.codes import Code
from execmath.runtime.fingerprint import version

Progress = Callable[[int, int], None]  # how many equations are done, of how many


def execute(site: Site, options: CheckOptions = CheckOptions(), cache: Cache = Cache(),
            progress: Progress = lambda done, of: None, workers: int | None = None,
            alter: bool = True) -> None:
    """Give every entry of the site its verdict, then try what would have to be rejected, and tell
    the ledger of all that fails.

    effort    how hard to try
    cache     where verdicts are kept that held
    progress  is told after each equation
    workers   processes; as many as there are cores without it
    alter     try the altered formulas too, and look for repairs
    """
    started = time.perf_counter()
    results = site.ledger.results
    labels = [label for label, result in results.items() if result.statement is not None]
    total = (2 * len(labels) if alter else len(labels)) \
        + sum(len(results[label].also_for) for label in labels)
    run = _Run(site, options, cache, workers, lambda done: progress(done, total))
    for _, label, verdict in run.each(_Task(_verdict, labels, Verdict, _key)):
        results[label] = replace(results[label], verdict=verdict)
    _further(site, labels, run, alter)
    site.ledger.problems += [problem for label in labels for problem in _problems(results[label])]
    site.ledger.problems.sort()
    site.ledger.seconds = time.perf_counter() - started


def _further(site: Site, labels: list[str], run: _Run, alter: bool) -> None:
    """What is asked of those that hold: do they in the particular cases that their pages name, and
    do they reject their altered formulas? What fails may be mended by one."""
    results = site.ledger.results
    pairs = [f"{label} {name}" for label in labels for name in results[label].also_for
             if results[label].verdict.holds and results[name].verdict.holds]
    attacked = _attacked(site, labels) if alter else []
    found: dict[str, dict[str, Verdict]] = {}
    for job, name, outcome in run.each(_Task(_in_instance, pairs, Verdict, _key_of_pair),
                                      _Task(_mutation, attacked, MutationReport, _key_of_mutation)):
        if job is _mutation:
            results[name] = replace(results[name], mutation=outcome)
        else:
            label, _, instance = name.partition(" ")
            found.setdefault(label, {})[instance] = outcome
    for label, verdicts in found.items():
        results[label] = replace(results[label], instances=tuple(
            InInstance(name, verdicts[name]) for name in results[label].also_for
            if name in verdicts))
    failing = [label for label in labels if alter and not results[label].verdict.holds]
    for _, label, verdict in run.each(_Task(_repaired, failing, Verdict)):
        results[label] = replace(results[label], verdict=verdict)


def _attacked(site: Site, labels: list[str]) -> list[str]:
    """Those whose altered formulas are tried."""
    results = site.ledger.results
    # While a claim fails, nobody knows what it would have noticed.
    open_claims = [result for result in results.values()
                   if result.kind == "claim" and not result.verdict.holds]
    told = {problem.label for problem in site.ledger.problems}  # unused, and the like
    return [label for label in labels if results[label].verdict.holds
            and results[label].kind != "refuted" and label not in told
            and not dependents(results[label], open_claims)]


def _problems(result: Result) -> Iterator[Diagnostic]:
    failure = result.verdict.failure
    if failure is None:
        for one in result.instances:
            if (wrong := one.verdict.failure) is not None:
                yield _diagnostic(result, wrong.span[0], f"for {one.instance}: {wrong.message()}",
                                  FAILS_IN_INSTANCE)
        for fault in result.mutation.faults():
            yield _diagnostic(result, fault.offset, fault.message, fault.code)
        return
    message = failure.message()
    if failure.span != (0, 0):
        message += f"\n{caret(result.display, failure.span)}"
    yield _diagnostic(result, failure.span[0], message, failure.code)


def _diagnostic(result: Result, offset: int, message: str, code: Code) -> Diagnostic:
    """`offset` is that of the place in the display."""
    return Diagnostic(result.page, result.display.line_of(offset), result.label, message, code)


# ------------------------------------------------------------------------- one equation


def _verdict(site: Site, label: str, options: CheckOptions) -> Verdict:
    result = site.ledger.results[label]
    assert result.statement is not None
    verdict = check(result.statement, result.context, label, options.at_least(result.points))
    if result.kind == "refuted":
        return verdict.refuted()
    if verdict.holds and result.kind == "claim" and not verdict.comparisons:
        return replace(verdict, failure=Failure("nothing was compared", (0, 0),
                                                as_what=As.EMPTY))
    return verdict


def _in_instance(site: Site, pair: str, options: CheckOptions) -> Verdict:
    claim, instance = (site.ledger.results[label] for label in pair.split())
    assert isinstance(claim.statement, s.Claim) and isinstance(instance.statement, s.Instance)
    return check_in_instance(claim.statement, joined(claim.context, instance.context),
                             instance.statement, pair, options.at_least(claim.points))


def _mutation(site: Site, label: str, options: CheckOptions) -> MutationReport:
    return mutation(site.ledger.results[label], _claims(site), options)


def _claims(site: Site) -> list[Result]:
    """Those that hold, and would notice if the meaning of a letter were another."""
    return [result for result in site.ledger.results.values()
            if result.kind == "claim" and result.verdict.holds]


def _repaired(site: Site, label: str, options: CheckOptions) -> Verdict:
    """The failure with what would mend it."""
    results = site.ledger.results
    result, failure = results[label], results[label].verdict.failure
    assert failure is not None
    if result.kind != "claim":
        return result.verdict
    failing = sum(not other.verdict.holds and other.verdict is not UNTRIED
                  for other in results.values())
    seconds = min(limits.REPAIR_SECONDS, limits.ALL_REPAIRS_SECONDS / failing)
    found = repairs(result, results, seconds, options)
    return replace(result.verdict, failure=replace(failure, repairs=found))


class Examiner:
    """The equations of a site one at a time, as they are asked for; nothing is done twice."""

    def __init__(self, site: Site, options: CheckOptions = CheckOptions(), cache: Cache = Cache(),
                 alter: bool = True) -> None:
        self.site, self.options, self.alter = site, options, alter
        self.run = _Run(site, options, cache, 1, lambda done: None)
        self._tried: set[str] = set()

    def problems(self, label: str) -> list[Diagnostic]:
        """All that is wrong with an equation, in reading and in executing."""
        results = self.site.ledger.results
        found = [problem for problem in self.site.ledger.problems if problem.label == label]
        if results[label].statement is None:
            return found
        self._try([label, *results[label].also_for])
        if self.alter:
            # Whether a definition is noticed is a question to the claims that hold.
            self._try([claim.label for claim in dependents(results[label], self._all_claims())])
        _further(self.site, [label], self.run, self.alter)
        return sorted({*found, *_problems(results[label])})

    def _all_claims(self) -> list[Result]:
        return [result for result in self.site.ledger.results.values() if result.kind == "claim"]

    def _try(self, labels: list[str]) -> None:
        missing = [label for label in labels if label not in self._tried]
        results = self.site.ledger.results
        for _, label, verdict in self.run.each(_Task(_verdict, missing, Verdict, _key)):
            results[label] = replace(results[label], verdict=verdict)
            self._tried.add(label)


# ------------------------------------------------------------------------------ processes

Job = Callable[[Site, str, CheckOptions], Any]


@dataclass(frozen=True)
class _Task:
    """A job for each of some labels. What it makes is of a kind, and kept under a key if it is as
    it should be; without `key` it is not kept."""

    job: Job
    labels: list[str]
    kind: type[Any]
    key: Callable[[Site, str, CheckOptions], str] | None = None


class _Run:
    """Tasks over the labels of a site: those that are remembered, and the others on all cores."""

    def __init__(self, site: Site, options: CheckOptions, cache: Cache, workers: int | None,
                 progress: Callable[[int], None]) -> None:
        self.site, self.options, self.cache, self.progress = site, options, cache, progress
        self.workers = workers or processes.cores()
        self.done = 0

    def each(self, *tasks: _Task) -> Iterator[tuple[Job, str, Any]]:
        """What became of each label, by the job; all that is to be done stands in one queue."""
        missing = {}
        for task in tasks:
            for label in task.labels:
                key = task.key(self.site, label, self.options) if task.key else ""
                outcome = codec.decoded(self.cache.load(key), task.kind) if key else None
                if outcome is None:
                    missing[task.job, label] = key
                    continue
                self._count()
                yield task.job, label, outcome
        for job, label, outcome in self._fresh(list(missing)):
            key = missing[job, label]
            if key and _is_good(outcome):
                self.cache.store(key, codec.encoded(outcome))
            self._count()
            yield job, label, outcome

    def _count(self) -> None:
        self.done += 1
        self.progress(self.done)

    def _fresh(self, asked: list[tuple[Job, str]]) -> Iterator[tuple[Job, str, Any]]:
        if self.workers == 1 or len(asked) < processes.WORTHWHILE:
            for job, label in asked:
                yield job, label, job(self.site, label, self.options)
            return
        with processes.pool(self.workers, _adopt, self.site, self.options) as pool:
            # Those that take long first, so that no core waits for another in the end.
            ordered = sorted(asked, key=lambda one: self._is_quick(one[1]))
            waiting = {pool.submit(_by_label, *one): one for one in ordered}
            for future in as_completed(waiting):
                yield *waiting[future], future.result()

    def _is_quick(self, label: str) -> bool:
        """`label` may be that of an equation and that of an instance."""
        return not any(self.site.ledger.results[name].is_costly for name in label.split())


_adopted: tuple[Site, CheckOptions]


def _adopt(site: Site, options: CheckOptions) -> None:
    """In a new process: the site that labels are looked up in."""
    global _adopted
    _adopted = site, options


def _by_label(job: Job, label: str) -> Any:
    site, options = _adopted
    return job(site, label, options)


# ---------------------------------------------------------------------------------- memory


def _is_good(outcome: Verdict | MutationReport) -> bool:
    """A failure is never kept."""
    return outcome.holds if isinstance(outcome, Verdict) else not list(outcome.faults())


def _key(site: Site, label: str, options: CheckOptions) -> str:
    return key(site.ledger.results[label], options)


def _key_of_pair(site: Site, pair: str, options: CheckOptions) -> str:
    return digest(*(key(site.ledger.results[label], options) for label in pair.split()))


def _key_of_mutation(site: Site, label: str, options: CheckOptions) -> str:
    """All that the altered formulas are made from, and all that they are tried on."""
    result = site.ledger.results[label]
    claims: Sequence[Equation] = ([result] if result.kind == "claim"
                                  else dependents(result, _claims(site)))
    return digest(result.display.tex, repr(letters_in_reach(result)), repr(result.also_true),
                  key(result, options), *(key(claim, options) for claim in claims))


def key(equation: Equation, options: CheckOptions) -> str:
    """The digest of all that the verdict depends on."""
    return digest(_machine(), equation.label, equation.kind, equation.fingerprint,
                  repr(options.at_least(equation.points)))


def _machine() -> str:
    """Changes with what executes, and with the arithmetic below it, not with what renders."""
    return digest(flint.__version__, version(__name__))
