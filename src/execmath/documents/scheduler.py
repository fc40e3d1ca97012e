"""Execute what was read: each equation by itself, on all cores, and none twice.

What an equation depends on is known: its statement, the meanings that it reaches, its label (the
seed of its points), the effort, and this machine. Where all of that is as it was when the
equation held before, it holds, and the verdict is taken from the cache. A failure is never kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import as_completed
from dataclasses import asdict, dataclass, replace
from typing import Any

import cattrs
import flint

from execmath.checking.check import check, check_in_instance
from execmath.checking.options import Effort
from execmath.checking.verdict import Failure, Verdict
from execmath.documents.results import UNTRIED, Entry, InInstance, Problem
from execmath.documents.site import Site, caret
from execmath.language import ast as s
from execmath.language.parser.instances import joined
from execmath.mutation.mutants import letters_in_reach
from execmath.mutation.repairs import repairs
from execmath.mutation.report import Teeth
from execmath.mutation.score import dependents, teeth
from execmath.runtime import limits
from execmath.runtime import workers as processes
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import version

Progress = Callable[[int, int], None]  # how many equations are done, of how many


def execute(site: Site, effort: Effort = Effort(), cache: Cache = Cache(),
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
    entries = site.ledger.entries
    labels = [label for label, entry in entries.items() if entry.statement is not None]
    total = (2 * len(labels) if alter else len(labels)) \
        + sum(len(entries[label].also_for) for label in labels)
    run = _Run(site, effort, cache, workers, lambda done: progress(done, total))
    for _, label, verdict in run.each(_Task(_verdict, labels, Verdict, _key)):
        entries[label] = replace(entries[label], verdict=verdict)
    _further(site, labels, run, alter)
    site.ledger.problems += [problem for label in labels for problem in _problems(entries[label])]
    site.ledger.problems.sort()
    site.ledger.seconds = time.perf_counter() - started


def _further(site: Site, labels: list[str], run: _Run, alter: bool) -> None:
    """What is asked of those that hold: do they in the particular cases that their pages name, and
    do they reject their altered formulas? What fails may be mended by one."""
    entries = site.ledger.entries
    pairs = [f"{label} {name}" for label in labels for name in entries[label].also_for
             if entries[label].verdict.holds and entries[name].verdict.holds]
    attacked = _attacked(site, labels) if alter else []
    found: dict[str, dict[str, Verdict]] = {}
    for job, name, result in run.each(_Task(_in_instance, pairs, Verdict, _key_of_pair),
                                      _Task(_teeth, attacked, Teeth, _key_of_teeth)):
        if job is _teeth:
            entries[name] = replace(entries[name], teeth=result)
        else:
            label, _, instance = name.partition(" ")
            found.setdefault(label, {})[instance] = result
    for label, verdicts in found.items():
        entries[label] = replace(entries[label], instances=tuple(
            InInstance(name, verdicts[name]) for name in entries[label].also_for
            if name in verdicts))
    failing = [label for label in labels if alter and not entries[label].verdict.holds]
    for _, label, verdict in run.each(_Task(_repaired, failing, Verdict)):
        entries[label] = replace(entries[label], verdict=verdict)


def _attacked(site: Site, labels: list[str]) -> list[str]:
    """Those whose altered formulas are tried."""
    entries = site.ledger.entries
    # While a claim fails, nobody knows what it would have noticed.
    open_claims = [entry for entry in entries.values()
                   if entry.kind == "claim" and not entry.verdict.holds]
    told = {problem.label for problem in site.ledger.problems}  # unused, and the like
    return [label for label in labels if entries[label].verdict.holds
            and entries[label].kind != "refuted" and label not in told
            and not dependents(entries[label], open_claims)]


def _problems(entry: Entry) -> Iterator[Problem]:
    failure = entry.verdict.failure
    if failure is None:
        for one in entry.instances:
            if (wrong := one.verdict.failure) is not None:
                yield Problem(entry.page, entry.display.line_of(wrong.span[0]), entry.label,
                              f"for {one.instance}: {wrong.message()}")
        for offset, message in entry.teeth.faults():
            yield Problem(entry.page, entry.display.line_of(offset), entry.label, message)
        return
    message = failure.message()
    if failure.span != (0, 0):
        message += f"\n{caret(entry.display, failure.span)}"
    yield Problem(entry.page, entry.display.line_of(failure.span[0]), entry.label, message)


# ------------------------------------------------------------------------- one equation


def _verdict(site: Site, label: str, effort: Effort) -> Verdict:
    entry = site.ledger.entries[label]
    assert entry.statement is not None
    verdict = check(entry.statement, entry.world, label, entry.effort(effort))
    if entry.kind == "refuted":
        return verdict.refuted()
    if verdict.holds and entry.kind == "claim" and not verdict.comparisons:
        return replace(verdict, failure=Failure("nothing was compared", (0, 0)))
    return verdict


def _in_instance(site: Site, pair: str, effort: Effort) -> Verdict:
    claim, instance = (site.ledger.entries[label] for label in pair.split())
    assert isinstance(claim.statement, s.Claim) and isinstance(instance.statement, s.Instance)
    return check_in_instance(claim.statement, joined(claim.world, instance.world),
                             instance.statement, pair, claim.effort(effort))


def _teeth(site: Site, label: str, effort: Effort) -> Teeth:
    return teeth(site.ledger.entries[label], _claims(site), effort)


def _claims(site: Site) -> list[Entry]:
    """Those that hold, and would notice if the meaning of a letter were another."""
    return [entry for entry in site.ledger.entries.values()
            if entry.kind == "claim" and entry.verdict.holds]


def _repaired(site: Site, label: str, effort: Effort) -> Verdict:
    """The failure with what would mend it."""
    entries = site.ledger.entries
    entry, failure = entries[label], entries[label].verdict.failure
    assert failure is not None
    if entry.kind != "claim":
        return entry.verdict
    failing = sum(not other.verdict.holds and other.verdict is not UNTRIED
                  for other in entries.values())
    seconds = min(limits.REPAIR_SECONDS, limits.ALL_REPAIRS_SECONDS / failing)
    found = repairs(entry, entries, seconds, effort)
    return replace(entry.verdict, failure=replace(failure, repairs=found))


class Examiner:
    """The equations of a site one at a time, as they are asked for; nothing is done twice."""

    def __init__(self, site: Site, effort: Effort = Effort(), cache: Cache = Cache(),
                 alter: bool = True) -> None:
        self.site, self.effort, self.alter = site, effort, alter
        self.run = _Run(site, effort, cache, 1, lambda done: None)
        self._tried: set[str] = set()

    def problems(self, label: str) -> list[Problem]:
        """All that is wrong with an equation, in reading and in executing."""
        entries = self.site.ledger.entries
        found = [problem for problem in self.site.ledger.problems if problem.label == label]
        if entries[label].statement is None:
            return found
        self._try([label, *entries[label].also_for])
        if self.alter:
            # Whether a definition is noticed is a question to the claims that hold.
            self._try([claim.label for claim in dependents(entries[label], self._all_claims())])
        _further(self.site, [label], self.run, self.alter)
        return sorted({*found, *_problems(entries[label])})

    def _all_claims(self) -> list[Entry]:
        return [entry for entry in self.site.ledger.entries.values() if entry.kind == "claim"]

    def _try(self, labels: list[str]) -> None:
        missing = [label for label in labels if label not in self._tried]
        entries = self.site.ledger.entries
        for _, label, verdict in self.run.each(_Task(_verdict, missing, Verdict, _key)):
            entries[label] = replace(entries[label], verdict=verdict)
            self._tried.add(label)


# ------------------------------------------------------------------------------ processes

Job = Callable[[Site, str, Effort], Any]


@dataclass(frozen=True)
class _Task:
    """A job for each of some labels. What it makes is of a kind, and kept under a key if it is as
    it should be; without `key` it is not kept."""

    job: Job
    labels: list[str]
    kind: type[Any]
    key: Callable[[Site, str, Effort], str] | None = None


class _Run:
    """Tasks over the labels of a site: those that are remembered, and the others on all cores."""

    def __init__(self, site: Site, effort: Effort, cache: Cache, workers: int | None,
                 progress: Callable[[int], None]) -> None:
        self.site, self.effort, self.cache, self.progress = site, effort, cache, progress
        self.workers = workers or processes.cores()
        self.done = 0

    def each(self, *tasks: _Task) -> Iterator[tuple[Job, str, Any]]:
        """What became of each label, by the job; all that is to be done stands in one queue."""
        missing = {}
        for task in tasks:
            for label in task.labels:
                key = task.key(self.site, label, self.effort) if task.key else ""
                known = _structured(self.cache.load(key), task.kind) if key else None
                if known is None:
                    missing[task.job, label] = key
                    continue
                self._count()
                yield task.job, label, known
        for job, label, found in self._fresh(list(missing)):
            key = missing[job, label]
            if key and (found.holds if isinstance(found, Verdict) else not list(found.faults())):
                self.cache.store(key, asdict(found))
            self._count()
            yield job, label, found

    def _count(self) -> None:
        self.done += 1
        self.progress(self.done)

    def _fresh(self, asked: list[tuple[Job, str]]) -> Iterator[tuple[Job, str, Any]]:
        if self.workers == 1 or len(asked) < processes.WORTHWHILE:
            for job, label in asked:
                yield job, label, job(self.site, label, self.effort)
            return
        with processes.pool(self.workers, _adopt, self.site, self.effort) as pool:
            # Those that take long first, so that no core waits for another in the end.
            ordered = sorted(asked, key=lambda one: self._is_quick(one[1]))
            waiting = {pool.submit(_by_label, *one): one for one in ordered}
            for future in as_completed(waiting):
                yield *waiting[future], future.result()

    def _is_quick(self, label: str) -> bool:
        """`label` may be that of an equation and that of an instance."""
        return not any(self.site.ledger.entries[name].is_costly for name in label.split())


_adopted: tuple[Site, Effort]


def _adopt(site: Site, effort: Effort) -> None:
    """In a new process: the site that labels are looked up in."""
    global _adopted
    _adopted = site, effort


def _by_label(job: Job, label: str) -> Any:
    site, effort = _adopted
    return job(site, label, effort)


# ---------------------------------------------------------------------------------- memory


def _structured(data: Any, kind: type[Any]) -> Any:
    try:
        return cattrs.structure(data, kind) if data is not None else None
    except (cattrs.BaseValidationError, ValueError, TypeError):
        return None


def _key(site: Site, label: str, effort: Effort) -> str:
    return key(site.ledger.entries[label], effort)


def _key_of_pair(site: Site, pair: str, effort: Effort) -> str:
    return digest(*(key(site.ledger.entries[label], effort) for label in pair.split()))


def _key_of_teeth(site: Site, label: str, effort: Effort) -> str:
    """All that the altered formulas are made from, and all that they are tried on."""
    entry = site.ledger.entries[label]
    claims = [entry] if entry.kind == "claim" else dependents(entry, _claims(site))
    return digest(entry.display.tex, repr(letters_in_reach(entry)), repr(entry.also_true),
                  key(entry, effort), *(key(claim, effort) for claim in claims))


def key(entry: Entry, effort: Effort) -> str:
    """The digest of all that the verdict depends on."""
    return digest(_machine(), entry.label, entry.kind, entry.said, repr(entry.effort(effort)))


def _machine() -> str:
    """Changes with what executes, and with the arithmetic below it, not with what renders."""
    return digest(flint.__version__, version(__name__))
