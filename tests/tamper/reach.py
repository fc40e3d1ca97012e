"""Which tests of the core, and which pages, enter which functions of the core.

Only they can notice a change in a function; the quickest come first. A change outside of functions
concerns all of them.
"""

from __future__ import annotations

import ast
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from trial import CORE, ROOT, TESTS

PYTEST = ["-x", "-q", "--no-header", "-p", "no:cacheprovider"]
IMPORT = "import"


@dataclass(frozen=True)
class Reach:
    """By the name of a test or page, how long it takes, and where the functions it enters begin."""

    seconds: dict[str, float]
    entered: dict[str, list[tuple[str, int]]]

    def of(self, file: str, source: str, line: int) -> list[str]:
        """The names of those that a change of this line concerns, the quickest first."""
        names = sorted(self.seconds, key=lambda name: self.seconds[name])
        span = function_at(source, line)
        if span is None or _enters(self.entered[IMPORT], file, span):
            return names
        return [name for name in names if _enters(self.entered[name], file, span)]


def _enters(entered: list[tuple[str, int]], file: str, span: range) -> bool:
    return any(where == file and line in span for where, line in entered)


def function_at(source: str, line: int) -> range | None:
    """The lines of the innermost function around a line."""
    spans = [range(min([node.lineno, *(one.lineno for one in node.decorator_list)]),
                   node.end_lineno + 1)
             for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return min((span for span in spans if line in span), key=len, default=None)


class Recorder:
    """A plugin of pytest that writes down what each test enters; `watch` does it for anything."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.entered: dict[str, list[tuple[str, int]]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        with self.watch(IMPORT):
            result = yield
        del self.seconds[IMPORT]
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        with self.watch(item.nodeid):
            return (yield)

    @contextmanager
    def watch(self, name: str) -> Iterator[None]:
        core, entered = f"{CORE}{os.sep}", set()

        def enter(frame: FrameType, event: str, _: Any) -> None:
            if frame.f_code.co_filename.startswith(core):
                entered.add((os.path.basename(frame.f_code.co_filename),
                             frame.f_code.co_firstlineno))

        _forget()
        started = time.process_time()
        sys.settrace(enter)
        try:
            yield
        finally:
            sys.settrace(None)
            self.seconds[name] = time.process_time() - started
            self.entered[name] = sorted(entered)


def _forget() -> None:
    """What a function remembers from an earlier test would not be entered again."""
    for name, module in list(sys.modules.items()):
        if name.startswith(CORE.name):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


class Chosen:
    """A plugin of pytest that runs these tests, in this order, and says which one failed."""

    def __init__(self, names: Sequence[str]) -> None:
        self.places = {name: place for place, name in enumerate(names)}
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self.places),
                          key=lambda item: self.places[item.nodeid])
        if gone := self.places.keys() - {item.nodeid for item in items}:
            self.failed = f"{min(gone)} is gone"

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report)

    def _note(self, report: Any) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid


def run_tests(plugin: Any, names: Sequence[str] = ()) -> pytest.ExitCode:
    """The files of the tests named, or all of the core's, without a word."""
    # Plugins of the whole project, such as the browser, are not needed, and take a while to load.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    files = sorted({str(ROOT / name.partition("::")[0]) for name in names}) or [str(TESTS)]
    return pytest.ExitCode(pytest.main([*files, *PYTEST], plugins=[plugin]))


def own_modules() -> list[str]:
    """Of the core, and of its tests, as far as they are imported."""
    return [name for name, module in sys.modules.items()
            if name.partition(".")[0] == CORE.name
            or Path(getattr(module, "__file__", None) or os.devnull).is_relative_to(TESTS)]
