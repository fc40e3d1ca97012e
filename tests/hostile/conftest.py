"""Pages that nobody should write, each executed in a process with little time and memory.

`try_page(text)` gives the problems of a page. It fails if the page is not done with within two
seconds and 500 MB, or if what comes of it is a crash or a fault of the machine's own.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from execmath.documents.results import Ledger
from execmath.documents.scheduler import execute
from execmath.documents.site import read_site

SECONDS, MEMORY = 2, 500 * 2**20
OURS = ("could not be executed", "Traceback", "RecursionError", "MemoryError")

TryPage = Callable[..., list[str]]


@pytest.fixture(scope="session")
def try_page() -> TryPage:
    return _try


def _try(text: str, *, alter: bool = False) -> list[str]:
    """The problems of a page, as they are printed."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.md").write_text(text, encoding="utf-8")
        status, answer = _in_a_child(Path(folder), alter)
    assert not os.WIFSIGNALED(status), (
        f"ended by {signal.Signals(os.WTERMSIG(status)).name}, which is "
        f"{'too slow' if os.WTERMSIG(status) == signal.SIGXCPU else 'a crash'}:\n{text}")
    assert os.WEXITSTATUS(status) == 0, f"it left with an exception:\n{answer}\n{text}"
    problems: list[str] = json.loads(answer)
    for problem in problems:
        assert problem.startswith("page.md:"), problem
        assert not any(word in problem for word in OURS), f"{problem}\n{text}"
    return problems


def _in_a_child(docs: Path, alter: bool) -> tuple[int, str]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        code = 1
        try:
            _limit()
            answer = json.dumps(list(map(str, _ledger(docs, alter).problems)))
            code = 0
        except BaseException as error:
            answer = f"{type(error).__name__}: {error}"
        with os.fdopen(writing, "w") as stream:
            stream.write(answer)
            stream.flush()
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as stream:
        answer = stream.read()
    return os.waitpid(child, 0)[1], answer


def _limit() -> None:
    """Processor time, since a machine may be busy with others; memory beyond what there is."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + SECONDS + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if sys.platform == "linux" else 0
    room = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (room, room))


def _ledger(docs: Path, alter: bool) -> Ledger:
    site = read_site(docs)
    execute(site, workers=1, alter=alter)
    return site.ledger
