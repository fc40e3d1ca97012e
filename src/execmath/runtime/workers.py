"""Work on all cores, in processes that end with the one that started them."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from threading import Thread
from typing import Any

PR_SET_PDEATHSIG = 1  # in Linux's sys/prctl.h
WORTHWHILE = 8  # jobs, below which starting processes takes longer than it saves


def cores() -> int:
    return os.cpu_count() or 1


def pool(workers: int, begin: Callable[..., None] = lambda: None,
         *given: Any) -> ProcessPoolExecutor:
    """Each process calls `begin(*given)` first."""
    context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    return ProcessPoolExecutor(workers, context, _begin, (begin, given))


def _begin(begin: Callable[..., None], given: tuple[Any, ...]) -> None:
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    hardly_collect()
    begin(*given)


def hardly_collect() -> None:
    """For a process that ends soon. Numbers, trees and texts do not hold each other in circles: to
    look for some is a twentieth of all the work, if it is done as often as Python does."""
    gc.freeze()
    gc.set_threshold(400_000, 20, 100)


def switch_often() -> None:
    """For a process with a thread that listens beside one that works: each time that the first has
    something to do it waits so long for its turn, and meanwhile the program that it listens to."""
    sys.setswitchinterval(0.0005)  # seconds


def _end_with(parent: int) -> None:
    """When a build is killed, what it started ends too."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def tell_system(option: int, value: int) -> None:
    """How Linux is to treat this process (prctl); elsewhere nothing happens."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(option, value)


def die_with(parent: int) -> None:
    """Where the system can: as soon as the process ends that this one was forked from, whatever
    this one does meanwhile."""
    tell_system(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
