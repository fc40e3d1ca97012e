"""The processes that a block of code starts: none of them may outlive it, as it could alter any
file when all checks are over.

Linux tells the children of a process, and hands those to it whose own parent has ended. Elsewhere
nothing is told.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing import resource_tracker
from pathlib import Path

from execmath.runtime.workers import tell_system

PR_SET_CHILD_SUBREAPER = 36  # in Linux's sys/prctl.h
TASKS = Path("/proc/self/task")
ENDED = frozenset("ZX")  # states of a process that is only waiting to be asked for
STEP = 0.02  # seconds


def adopt() -> None:
    """From here on, what a child of this process leaves behind when it ends is a child of it."""
    tell_system(PR_SET_CHILD_SUBREAPER, 1)


def children() -> set[int]:
    """The processes below this one that run, but for the one that Python starts for itself."""
    numbers: set[int] = set()
    with suppress(OSError):
        for task in TASKS.iterdir():
            with suppress(OSError):  # a thread that has ended meanwhile
                numbers |= set(map(int, (task / "children").read_text().split()))
    own = getattr(resource_tracker._resource_tracker, "_pid", None)
    return {number for number in numbers - {own} if _runs(number)}


def tasks() -> int:
    """How many threads this process has, those of libraries among them; 0 where nothing tells."""
    return len(os.listdir(TASKS)) if TASKS.exists() else 0


def _runs(number: int) -> bool:
    try:
        stat = Path(f"/proc/{number}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in ENDED


def ended(before: Iterable[int], patience: float) -> bool:
    """Whether all children but those of `before` end by themselves; those that do not are ended."""
    known = {*before}
    if wait_while(lambda: bool(children() - known), patience):
        return True
    for number in children() - known:
        with suppress(OSError):
            os.kill(number, signal.SIGKILL)
    return False


def wait_while(holds: Callable[[], bool], seconds: float) -> bool:
    """Whether it no longer holds within so many seconds."""
    deadline = time.monotonic() + seconds
    while holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(STEP)
    return True
