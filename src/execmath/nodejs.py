"""Programs that only exist for Node, run while the site is built: MathJax and Graphviz.

A program reads a JSON list of questions on stdin and writes a JSON list of answers. An answer
depends on its question and the program alone, so each is kept, and Node is only started for
questions not asked before.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import cached_property
from pathlib import Path
from typing import Any

from execmath import processes
from execmath.cache import Cache, digest

FOLDER = Path(__file__).with_name("node")
FEW, MANY = 500, 10_000
"""How many questions one run of Node is asked at least, if there are so many, and at most: it
needs hundreds of them to warm up."""
OPTIONS = ("--max-semi-space-size=64", "--single-threaded")
"""MB for what is short-lived: MathJax makes so much of it that 16, the default, are always full.
And where no core is free, threads that help each other wait for each other, and take half as much
time again."""
SECONDS = 300
"""How long it may take for them before it is given up; seconds, unless the machine is busy."""


class NodeError(RuntimeError):
    """Nothing at all comes from Node, and what to do."""


class Program:
    """One program of a folder that holds its packages, with the answers kept in `cache`."""

    def __init__(self, name: str, cache: Cache, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._script = folder / name
        self._cache = cache

    def answers(self, questions: Sequence[Any], read: Callable[[Any], Any]) -> list[Any]:
        """The answer to each question, as `read` gives it; for the new ones Node runs on all
        cores, and what it answered is kept also if it breaks down later.

        read    raises ValueError for what is no answer
        raises  NodeError if Node or its packages are missing or break down
        """
        keys = self._keys(questions)
        asked = dict(zip(keys, questions, strict=True))
        found = {key: answer for key in asked if (answer := self._kept(key, read)) is not None}
        for answered in self._new({key: asked[key] for key in asked if key not in found}):
            found |= {key: self._read(answer, read) for key, answer in answered.items()}
            self._cache.store_all(answered)
        return [found[key] for key in keys]

    def prepare(self, questions: Sequence[Any]) -> None:
        """Have the answers there for who asks later. Meant for a thread beside others that work:
        it takes one core. Raises NodeError as `answers` does."""
        asked = dict(zip(self._keys(questions), questions, strict=True))
        there = self._cache.known(asked)
        for answered in self._new({key: asked[key] for key in asked if key not in there}, cores=1):
            self._cache.store_all(answered)

    def _new(self, asked: Mapping[str, Any],
             cores: int = processes.cores()) -> Iterator[dict[str, Any]]:
        """The answers to questions by their keys, from one run of Node after the other."""
        if not asked:
            return
        with ThreadPoolExecutor(cores) as pool:
            runs = {pool.submit(self._ask, [asked[key] for key in batch]): batch
                    for batch in _dealt(list(asked), cores)}
            wait(runs)
        for run in sorted(runs, key=lambda run: run.exception() is not None):  # those last
            yield dict(zip(runs[run], run.result(), strict=True))

    def _read(self, answer: Any, read: Callable[[Any], Any]) -> Any:
        try:
            return read(answer)
        except ValueError as error:
            raise NodeError(f"the answer of {self._script.name} cannot be read: {error}") from error

    @cached_property
    def version(self) -> str:
        """Changes with the program or its packages, so that older answers are not found."""
        files = (self._script, self._folder / "package-lock.json")
        return digest(*(file.read_bytes() for file in files))

    def _keys(self, questions: Sequence[Any]) -> list[str]:
        if questions and not (self._folder / "node_modules").is_dir():
            raise NodeError(f"Node's packages are not installed in {self._folder}: "
                            "run `make setup`")
        return [digest(self.version, json.dumps(question)) for question in questions]

    def _kept(self, key: str, read: Callable[[Any], Any]) -> Any | None:
        try:
            return read(self._cache.load(key))
        except ValueError:  # not there, or not what it should be: ask anew
            return None

    def _ask(self, questions: list[Any]) -> list[Any]:
        if not questions:
            return []
        try:
            done = subprocess.run(
                [executable(), *OPTIONS, str(self._script)],
                input=json.dumps(questions),
                capture_output=True,
                encoding="utf-8",
                timeout=SECONDS,
                check=True,
            )
            answers = json.loads(done.stdout)
        except subprocess.CalledProcessError as error:
            raise NodeError(
                f"Node broke down; `make clean setup` may help:\n{error.stderr}"
            ) from error
        except subprocess.TimeoutExpired as error:
            raise NodeError(f"Node did not answer within {SECONDS} seconds") from error
        except ValueError as error:
            raise NodeError(f"the answer of {self._script.name} cannot be read: {error}") from error
        if not isinstance(answers, list) or len(answers) != len(questions):
            raise NodeError(f"{self._script.name} did not answer {len(questions)} questions with "
                            "as many answers")
        return answers


def _dealt(questions: Sequence[str], cores: int) -> list[Sequence[str]]:
    """In turn, so that what is costly, and stands together, is not all in one batch."""
    count = max(min(cores, len(questions) // FEW), -(-len(questions) // MANY), 1)
    return [questions[start::count] for start in range(count)]


def executable() -> str:
    """Node of this Python environment, put there if the machine has none; else the machine's."""
    own = shutil.which("node", path=str(Path(sys.executable).parent))
    if (node := own or shutil.which("node")) is None:
        raise NodeError("Node >= 18 is needed and was not found: run `make setup`")
    return node


def text(answer: Any) -> str:
    """An answer that is a text; raises ValueError."""
    if not isinstance(answer, str) or not answer:
        raise ValueError("not a text")
    return answer
