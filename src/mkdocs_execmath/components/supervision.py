"""A build that vanishes is no success.

A block of a page can end the process that runs it, with `os._exit(0)` or by starting another
program in its place, and whoever looks at the exit code alone would take it for a good build. So a
build runs in a process of its own, and the one that was asked for it ends well only if it is told
that the build went to its end.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from execmath.runtime import workers

WENT_WELL, VANISHED = b"complete", 70  # the exit code for an internal error, in sysexits.h


def supervised() -> Callable[[], None]:
    """From here on, a child of this process goes on; this one waits for it and ends as it does.

    returns  in the child: to be called when the build is complete
    """
    if not hasattr(os, "fork"):
        return lambda: None
    reading, writing = os.pipe()
    parent = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    if child := os.fork():
        os.close(writing)
        _wait_for(child, reading)
    os.close(reading)
    workers.die_with(parent)
    return lambda: _tell(writing)


def _tell(writing: int) -> None:
    with suppress(OSError):
        os.write(writing, WENT_WELL)


def _wait_for(child: int, reading: int) -> None:
    # An interrupt from the keyboard reaches both; the child says what is to be said of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, _: os.kill(child, number))
    _, status = os.waitpid(child, 0)
    os.set_blocking(reading, False)
    with suppress(BlockingIOError):
        if os.WIFEXITED(status) and os.read(reading, len(WENT_WELL)) != WENT_WELL \
                and not os.WEXITSTATUS(status):
            status = VANISHED << 8
    code = os.waitstatus_to_exitcode(status)
    if code == VANISHED:
        sys.stderr.write("ERROR   -  The build ended before it was complete, as if it had gone "
                         "well: a block of a page ended it. Nothing is published.\n")
        sys.stderr.flush()
    os._exit(code if code >= 0 else 128 - code)
