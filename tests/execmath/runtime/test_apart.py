"""Work in a process of its own answers, or is told to have ended, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from execmath.runtime.apart import apart

altered: list[str] = []


def test_each_job_answers_by_its_name() -> None:
    jobs = {name: lambda name=name: {"letters": len(name)} for name in ("a", "bb", "ccc")}
    assert dict(apart(jobs, 2)) == {"a": {"letters": 1}, "bb": {"letters": 2},
                                    "ccc": {"letters": 3}}


def test_what_a_job_does_to_its_process_is_over_with_it() -> None:
    def alter() -> list[str]:
        altered.append("by a job")
        return altered

    assert [answer for _, answer in apart({"first": alter, "second": alter}, 1)] == [
        ["by a job"], ["by a job"]]
    assert altered == []


def test_a_job_that_ends_its_process_has_no_answer_and_stops_no_other() -> None:
    assert dict(apart({"ends": lambda: os._exit(0), "goes on": lambda: 1}, 1)) == {
        "ends": None, "goes on": 1}


def test_an_answer_larger_than_a_pipe_arrives() -> None:
    ((_, answer),) = apart({"large": lambda: "x" * 1_000_000}, 1)
    assert len(answer) == 1_000_000


def test_only_the_job_answers_and_not_what_it_forked() -> None:
    def fork() -> str:
        if os.fork():
            time.sleep(0.3)
            return "the job"
        return "its child"

    assert dict(apart({"forks": fork}, 1)) == {"forks": "the job"}


def test_a_job_ends_with_the_process_that_asked_for_it(tmp_path: Path) -> None:
    """Also one under which `os._exit` does not end a process, as in a block of a page."""
    script = f"""
import os, time
from pathlib import Path
from execmath.runtime.apart import apart

def work():
    os._exit = print
    Path({str(tmp_path)!r}, "number").write_text(str(os.getpid()))
    time.sleep(60)

list(apart({{"work": work}}, 1))
"""
    asking = subprocess.Popen([sys.executable, "-c", script])
    number, patience = tmp_path / "number", time.monotonic() + 30
    while not (number.exists() and number.read_text()) and time.monotonic() < patience:
        time.sleep(0.05)
    job = int(number.read_text())
    asking.kill()
    asking.wait()
    while runs(job) and time.monotonic() < patience:
        time.sleep(0.1)
    assert not runs(job)


def runs(process: int) -> bool:
    """One that has ended may be listed until the one that adopted it asks for it."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_thread_that_goes_on_holds_nobody_up() -> None:
    def leave() -> int:
        threading.Thread(target=time.sleep, args=(60,)).start()
        return 1

    begun = time.monotonic()
    assert dict(apart({"leaves": leave}, 1)) == {"leaves": 1}
    assert time.monotonic() - begun < 30
