"""A change is tried apart from everything else: in a copy of the pages, in a process of its own."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from execmath.documents.site import Site, read_site

ROOT = Path(__file__).parents[2]
DOCS, CORE, TESTS = ROOT / "docs", ROOT / "src" / "lognormalizer", ROOT / "tests" / "lognormalizer"
REFUSED, SURVIVED = "refused", "survived"
LONGEST = 300  # seconds of computing


@dataclass(frozen=True)
class Change:
    """One place of one file, written anew."""

    kind: str  # latex, block or core
    file: str  # relative to the docs, or to the core
    label: str  # the equation, or the line
    before: str
    after: str
    text: str  # the whole file
    altered: tuple[str, int] = ("", 0)  # how the build tells this altered formula from others

    @property
    def name(self) -> str:
        return hashlib.sha256(f"{self.kind}\0{self.file}\0{self.text}".encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Outcome:
    status: str
    said: str = ""  # the first words of the refusal


def refused(problem: object) -> Outcome:
    return Outcome(REFUSED, str(problem).split("\n")[0][:160])


@cache
def whole_site() -> Site:
    return read_site(DOCS)


class copied:
    """A copy of the pages, in a folder of its own."""

    def __init__(self, pages: tuple[str, ...]) -> None:
        self.pages = pages

    def __enter__(self) -> Path:
        self.folder = tempfile.TemporaryDirectory()
        docs = Path(self.folder.name) / "docs"
        for page in self.pages:
            (docs / page).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(DOCS / page, docs / page)
        return docs

    def __exit__(self, *error: object) -> None:
        self.folder.cleanup()


def outcome_in_a_child(work: Callable[[], Outcome], seconds: float = LONGEST) -> Outcome:
    """What comes of the work in a process of its own; what fails or never ends is refused."""
    def told() -> list[str]:
        try:
            outcome = work()
        except BaseException as error:
            outcome = refused(f"{type(error).__name__}: {error}")
        return [outcome.status, outcome.said]
    answer = in_a_child(told, seconds)
    return Outcome(*answer) if answer else Outcome(REFUSED, "it never ended")


def in_a_child(work: Callable[[], Any], seconds: float = LONGEST) -> Any:
    """What `work` returns, as JSON, from a process of its own, since modules and sessions stay.

    None where it failed or never ended.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        limit = int(seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 10))
        try:
            answer = json.dumps(work())
            with os.fdopen(writing, "w") as stream:
                stream.write(answer)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    return json.loads(answer) if answer else None
