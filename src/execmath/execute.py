"""Execute what was read: each equation by itself, on all cores, and none twice.

What an equation depends on is known: its statement, the meanings that it reaches, its label (the
seed of its points), the effort, and this machine. Where all of that is as it was when the
equation held before, it holds, and the verdict is taken from the cache. A failure is never kept.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, replace
from functools import cache as once
from pathlib import Path

import cattrs
import flint

from execmath.cache import Cache, digest
from execmath.check import Effort, check
from execmath.ledger import Entry, Problem
from execmath.site import Site, caret
from execmath.verdict import Failure, Verdict

Progress = Callable[[int, int], None]  # how many equations are done, of how many
WORTHWHILE = 8  # equations, below which starting processes takes longer than it saves


def execute(site: Site, effort: Effort = Effort(), cache: Cache = Cache(),
            progress: Progress = lambda done, of: None, workers: int | None = None) -> None:
    """Give every entry of the site its verdict, and tell the ledger of those that fail.

    effort    how hard to try
    cache     where verdicts are kept that held
    progress  is told after each equation
    workers   processes; as many as there are cores without it
    """
    started = time.perf_counter()
    entries = site.ledger.entries
    labels = [label for label, entry in entries.items() if entry.statement is not None]
    known = {label: verdict for label in labels
             if (verdict := _remembered(entries[label], effort, cache))}
    missing = [label for label in labels if label not in known]
    done = len(known)
    for label, verdict in known.items():
        entries[label] = replace(entries[label], verdict=verdict)
    progress(done, len(labels))
    for label, verdict in _verdicts(site, missing, effort, workers):
        entries[label] = replace(entries[label], verdict=verdict)
        if verdict.holds:
            cache.store(key(entries[label], effort), asdict(verdict))
        done += 1
        progress(done, len(labels))
    site.ledger.problems += [_problem(entries[label]) for label in labels
                             if not entries[label].verdict.holds]
    site.ledger.problems.sort()
    site.ledger.seconds = time.perf_counter() - started


# ------------------------------------------------------------------------------ processes


def _verdicts(site: Site, labels: list[str], effort: Effort,
              workers: int | None) -> Iterator[tuple[str, Verdict]]:
    workers = workers or os.cpu_count() or 1
    if workers == 1 or len(labels) < WORTHWHILE:
        for label in labels:
            yield label, _execute_one(site.ledger.entries[label], effort)
        return
    context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    with ProcessPoolExecutor(workers, context, _adopt, (site, effort)) as pool:
        waiting = {pool.submit(_by_label, label): label for label in labels}
        for future in as_completed(waiting):
            yield waiting[future], future.result()


_adopted: tuple[Site, Effort]


def _adopt(site: Site, effort: Effort) -> None:
    """In a new process: the site that labels are looked up in."""
    global _adopted
    _adopted = site, effort


def _by_label(label: str) -> Verdict:
    site, effort = _adopted
    return _execute_one(site.ledger.entries[label], effort)


def _execute_one(entry: Entry, effort: Effort) -> Verdict:
    assert entry.statement is not None
    verdict = check(entry.statement, entry.world, entry.label, effort)
    if verdict.holds and entry.kind == "claim" and not verdict.comparisons:
        return replace(verdict, failure=Failure("nothing was compared", (0, 0)))
    return verdict


def _problem(entry: Entry) -> Problem:
    failure = entry.verdict.failure
    assert failure is not None
    message = failure.message()
    if failure.span != (0, 0):
        message += f"\n{caret(entry.display, failure.span)}"
    return Problem(entry.page, entry.display.line_of(failure.span[0]), entry.label, message)


# ---------------------------------------------------------------------------------- memory


def _remembered(entry: Entry, effort: Effort, cache: Cache) -> Verdict | None:
    data = cache.load(key(entry, effort))
    try:
        return cattrs.structure(data, Verdict) if data is not None else None
    except (cattrs.BaseValidationError, ValueError, TypeError):
        return None


def key(entry: Entry, effort: Effort) -> str:
    """The digest of all that the verdict depends on. The repr of a tree leaves out its places."""
    assert entry.statement is not None
    world = entry.world
    reached = {letter: world.meaning(letter) for letter in world.reached(entry.statement)}
    return digest(_machine(), entry.label, repr(entry.statement), repr(reached), repr(effort))


@once
def _machine() -> bytes:
    """Changes with this package and with the arithmetic below it."""
    sources: Iterable[Path] = sorted(Path(__file__).parent.glob("*.py"))
    return digest(flint.__version__, *(source.read_bytes() for source in sources)).encode()
