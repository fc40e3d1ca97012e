"""Execute what was read: each equation by itself, on all cores, and none twice.

What an equation depends on is known: its statement, the meanings that it reaches, its label (the
seed of its points), the effort, and this machine. Where all of that is as it was when the
equation held before, it holds, and the verdict is taken from the cache. A failure is never kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import as_completed
from dataclasses import dataclass, replace
from typing import Any

from execmath.checking.check import check, check_in_instance
from execmath.checking.codes import FAILS_IN_INSTANCE
from execmath.checking.options import CheckOptions
from execmath.checking.verdict import As, Failure, Verdict
from execmath.documents import codec, verdict_keys
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.results import UNTRIED, InInstance, Result
from execmath.documents.site import Site, caret
from execmath.language import ast as s
from execmath.language.context import joined
from execmath.language.equation import Kind
from execmath.mutation.repairs import repairs
from execmath.mutation.report import MutationReport
from execmath.mutation.score import dependents, mutation
from execmath.runtime import limits
from execmath.runtime import workers as processes
from execmath.runtime.cache import Cache
from execmath.runtime.codes import Code

Progress = Callable[[int, int], None]  # how many equations are done, of how many


def execute(site: Site, options: CheckOptions = CheckOptions(), cache: Cache = Cache(),
            progress: Progress = lambda done, of: None, workers: int | None = None,
            alter: bool = True, only: Collection[str] | None = None) -> None:
    """Give every entry of the site its verdict, then try what would have to be rejected, and tell
    the ledger of all that fails.

    effort    how hard to try
    cache     where verdicts are kept that held
    progress  is told after each equation
    workers   processes; as many as there are cores without it
    alter     try the altered formulas too, and look for repairs
    only      the labels of which everything is asked; others get a verdict where these need one
    """
    started = time.perf_counter()
    results = site.ledger.results
    labels = [label for label, result in results.items()
              if result.statement is not None and (only is None or label in only)]
    total = (2 * len(labels) if alter else len(labels)) \
        + sum(len(results[label].also_for) for label in labels)
    run = Run(site, options, cache, workers, lambda done: progress(done, total))
    first = labels if only is None else _needed(site, labels, alter)
    for _, label, verdict in run.each(Task(verdict_of, first, Verdict, verdict_keys.of_label)):
        results[label] = replace(results[label], verdict=verdict)
    further(site, labels, run, alter)
    for label in labels:
        site.ledger.problems += diagnostics_of(results[label])
    site.ledger.problems.sort()
    site.ledger.seconds = time.perf_counter() - started


def _needed(site: Site, labels: list[str], alter: bool) -> list[str]:
    """These, the instances that they are executed for, and the claims that have to notice if they
    are altered."""
    results = site.ledger.results
    claims = [result for result in results.values() if result.kind == Kind.CLAIM] if alter else []
    needed = {name for label in labels for name in (
        label, *results[label].also_for,
        *(claim.label for claim in dependents(results[label], claims)))}
    return [label for label, result in results.items()
            if label in needed and result.statement is not None]


def further(site: Site, labels: list[str], run: Run, alter: bool) -> None:
    """What is asked of those that hold: do they in the particular cases that their pages name, and
    do they reject their altered formulas? What fails may be mended by one."""
    results = site.ledger.results
    pairs = _pairs(site, labels)
    attacked = _attacked(site, labels) if alter else []
    in_instances: dict[str, dict[str, Verdict]] = {}
    for job, name, outcome in run.each(Task(_in_instance, pairs, Verdict, verdict_keys.of_pair),
                                       Task(_mutation, attacked, MutationReport,
                                            verdict_keys.of_mutation)):
        if job is _mutation:
            results[name] = replace(results[name], mutation=outcome)
        else:
            label, _, instance = name.partition(" ")
            in_instances.setdefault(label, {})[instance] = outcome
    for label, verdicts in in_instances.items():
        results[label] = replace(results[label], instances=tuple(
            InInstance(name, verdicts[name]) for name in results[label].also_for
            if name in verdicts))
    if alter:
        _repair(site, labels, run)


def _pairs(site: Site, labels: list[str]) -> list[str]:
    """`LABEL INSTANCE` for each claim that is executed in a particular case; both hold."""
    results = site.ledger.results
    return [f"{label} {name}" for label in labels for name in results[label].also_for
            if results[label].verdict.holds and results[name].verdict.holds]


def _repair(site: Site, labels: list[str], run: Run) -> None:
    """Say of what fails what would mend it."""
    results = site.ledger.results
    failing = [label for label in labels if not results[label].verdict.holds]
    for _, label, verdict in run.each(Task(_repaired, failing, Verdict)):
        results[label] = replace(results[label], verdict=verdict)


def _attacked(site: Site, labels: list[str]) -> list[str]:
    """Those whose altered formulas are tried."""
    results = site.ledger.results
    # While a claim fails, nobody knows what it would have noticed.
    open_claims = [result for result in results.values()
                   if result.kind == Kind.CLAIM and not result.verdict.holds]
    faulty = {problem.label for problem in site.ledger.problems}  # unused, and the like
    return [label for label in labels if results[label].verdict.holds
            and results[label].kind != Kind.REFUTED and label not in faulty
            and not dependents(results[label], open_claims)]


def diagnostics_of(result: Result) -> Iterator[Diagnostic]:
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


def verdict_of(site: Site, label: str, options: CheckOptions) -> Verdict:
    result = site.ledger.results[label]
    assert result.statement is not None
    verdict = check(result.statement, result.context, label, options.at_least(result.points))
    if result.kind == Kind.REFUTED:
        return verdict.refuted()
    if verdict.holds and result.kind == Kind.CLAIM and not verdict.comparisons:
        return replace(verdict, failure=Failure("nothing was compared", (0, 0),
                                                as_what=As.EMPTY))
    return verdict


def _in_instance(site: Site, pair: str, options: CheckOptions) -> Verdict:
    claim, instance = (site.ledger.results[label] for label in pair.split())
    assert isinstance(claim.statement, s.Claim) and isinstance(instance.statement, s.Instance)
    return check_in_instance(claim.statement, joined(claim.context, instance.context),
                             instance.statement, instance.label,
                             options.at_least(claim.points))


def _mutation(site: Site, label: str, options: CheckOptions) -> MutationReport:
    return mutation(site.ledger.results[label], verdict_keys.holding(site), options)


def _repaired(site: Site, label: str, options: CheckOptions) -> Verdict:
    """The failure with what would mend it."""
    results = site.ledger.results
    result, failure = results[label], results[label].verdict.failure
    assert failure is not None
    if result.kind != Kind.CLAIM:
        return result.verdict
    failing = sum(not other.verdict.holds and other.verdict is not UNTRIED
                  for other in results.values())
    seconds = min(limits.REPAIR_SECONDS, limits.ALL_REPAIRS_SECONDS / failing)
    mends = repairs(result, results, seconds, options)
    return replace(result.verdict, failure=replace(failure, repairs=mends))


# ------------------------------------------------------------------------------ processes

Job = Callable[[Site, str, CheckOptions], Any]


@dataclass(frozen=True)
class Task:
    """A job for each of some labels. What it makes is of a kind, and kept under a key if it is as
    it should be; without `key` it is not kept."""

    job: Job
    labels: list[str]
    kind: type[Any]
    key: Callable[[Site, str, CheckOptions], str] | None = None


class Run:
    """Tasks over the labels of a site: those that are remembered, and the others on all cores."""

    def __init__(self, site: Site, options: CheckOptions, cache: Cache, workers: int | None,
                 progress: Callable[[int], None]) -> None:
        self.site, self.options, self.cache, self.progress = site, options, cache, progress
        self.workers = workers or processes.cores()
        self.done = 0

    def each(self, *tasks: Task) -> Iterator[tuple[Job, str, Any]]:
        """What became of each label, by the job; all that is to be done stands in one queue."""
        missing = {}
        for task in tasks:
            for label in task.labels:
                asks = task.key if self.cache.keeps else None
                key = asks(self.site, label, self.options) if asks else ""
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

    def _fresh(self, waiting: list[tuple[Job, str]]) -> Iterator[tuple[Job, str, Any]]:
        if self.workers == 1 or len(waiting) < processes.WORTHWHILE:
            for job, label in waiting:
                yield job, label, job(self.site, label, self.options)
            return
        with processes.pool(self.workers, _adopt, self.site, self.options) as pool:
            # Those that take long first, so that no core waits for another in the end.
            ordered = sorted(waiting, key=lambda one: self._is_quick(one[1]))
            submitted = {pool.submit(_by_label, *one): one for one in ordered}
            for future in as_completed(submitted):
                yield *submitted[future], future.result()

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


def _is_good(outcome: Verdict | MutationReport) -> bool:
    """A failure is never kept."""
    return outcome.holds if isinstance(outcome, Verdict) else not list(outcome.faults())
