"""Work that is over with the process that did it, whatever it did to that process."""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any

from execmath.runtime.workers import die_with


def apart(jobs: Mapping[str, Callable[[], Any]], workers: int) -> Iterator[tuple[str, Any]]:
    """What each job makes, of the kinds that JSON has; each in a process that begins as a copy of
    this one, so that whatever else it does is over with it. Of one that ended before it had made
    anything, None."""
    if not hasattr(os, "fork"):
        yield from ((name, job()) for name, job in jobs.items())
        return
    waiting, running = list(jobs.items())[::-1], dict[int, tuple[str, Connection, Any]]()
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                name, job = waiting.pop()
                reading, process = _forked(job)
                running[reading.fileno()] = name, reading, process
            for number in wait(list(running)):
                assert isinstance(number, int)
                name, reading, process = running.pop(number)
                answer = _answer_from(reading)
                process.join()
                yield name, answer
    finally:
        for *_, process in running.values():
            process.kill()


def _forked(job: Callable[[], Any]) -> tuple[Connection, Any]:
    context = multiprocessing.get_context("fork")
    reading, writing = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(job, writing, os.getpid()))
    process.start()
    writing.close()
    return reading, process


def _answer(job: Callable[[], Any], writing: Connection, parent: int) -> None:
    end, process = os._exit, os.getpid()
    die_with(parent)
    answer = json.dumps(job()).encode()
    if os.getpid() == process:  # and is none that the job forked
        with suppress(BrokenPipeError):
            writing.send_bytes(answer)
    end(0)  # whatever threads the job has left


def _answer_from(reading: Connection) -> Any:
    with reading, suppress(EOFError, OSError, ValueError):
        return json.loads(reading.recv_bytes())
    return None
