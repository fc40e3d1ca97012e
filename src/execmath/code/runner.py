"""The one executor of code blocks: for the site, for the command line and for pytest.

Each page is one program. Its blocks run in order, in the namespaces that they name, and show what
Python would show of them in a terminal.
"""

from __future__ import annotations

import _thread
import contextvars
import linecache
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING

from execmath.code import active_site, blocks, codes, processes
from execmath.code.terminal import Terminal
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.markdown import Block
from execmath.documents.site import Site
from execmath.runtime.codes import Code

if TYPE_CHECKING:
    from execmath.code import integrity

PATIENCE = 5.0  # seconds in which the threads and processes that a block starts have to end
TO_BEGIN = 0.3  # seconds in which a thread begins, on a busy machine


@dataclass(frozen=True)
class Failure:
    """Why a block is refused, and the line of the page at which it happened."""

    message: str
    line: int
    code: Code


@dataclass(frozen=True)
class Shown:
    """What a block wrote, to both streams, and why it is refused, if it is."""

    text: str
    failure: Failure | None = None


class Program:
    """The code of one page while it runs: its namespaces, its streams, its working directory.

    alone  nothing but these blocks happens in this process from the first to the last: what one
           has left as it was need not be looked at again before the next
    """

    def __init__(self, site: Site, page: str, alone: bool = False) -> None:
        get_ready()
        processes.adopt()  # a process that is forked does not inherit that
        self.site, self.page, self._alone = site, page, alone
        self._terminal = Terminal()
        self._sessions: dict[str, ModuleType] = {}
        self._context = contextvars.copy_context()  # how numpy prints, among others
        self._folder = os.getcwd()
        self._lines: list[str] = []
        self._executed = [block for block in site.pages[page].blocks if blocks.is_executed(block)]
        self._guard: integrity.Guard | None = None

    def run(self, block: Block) -> Shown:
        """Run a block, in whatever order they come, and show what it wrote."""
        if sys.flags.optimize:
            return Shown("", Failure("Python was started without assertions; start it without -O "
                                     "and without PYTHONOPTIMIZE", block.line, codes.NO_ASSERTIONS))
        active_site.use(self.site)
        main = self._sessions.setdefault(_session(block), ModuleType("__main__"))
        guard = self._guarded()
        before, below = processes.children(), (_low_threads(), processes.tasks())
        with _started_threads() as threads:
            failure = self._attached(main, lambda: self._execute(block, main))
        failure = failure or _left_running(threads, below, block)
        if not processes.ended(before, PATIENCE) and failure is None:
            failure = Failure("this block leaves a process running, which could alter anything "
                              "after the check; wait for it", block.line, codes.PROCESS)
        if (altered := guard.restore()) and failure is None:
            failure = Failure(f"this block alters {', '.join(altered[:3])}, on which the check of "
                              "all pages rests", block.line, codes.ALTERS)
        return Shown(self._terminal.taken(), failure)

    def _guarded(self) -> integrity.Guard:
        if self._guard is None or not self._alone:
            self._guard = _guard(self.site)
        else:
            self._guard.see_modules()
        return self._guard

    def _attached(self, main: ModuleType, work: Callable[[], None]) -> Failure | None:
        build, environment, path = os.getcwd(), dict(os.environ), list(sys.path)
        os.chdir(self._folder)
        try:
            with self._terminal.attached(main):
                return self._context.run(self._outcome, work)
        finally:
            self._folder = os.getcwd()
            os.chdir(build)
            sys.path[:] = path
            if os.environ != environment:
                os.environ.clear()
                os.environ.update(environment)

    def _outcome(self, work: Callable[[], None]) -> Failure | None:
        try:
            work()
        except KeyboardInterrupt:
            raise
        except SystemExit as error:
            message = f"the block asked to end the build: SystemExit({error.code!r})"
            return Failure(f"this block failed: {message}", _line_of(error, self.page),
                           codes.ENDS)
        except BaseException as error:
            from execmath.code.assertions import Refused

            differs = isinstance(error, Refused)
            return Failure(f"this block failed: {_words(error)}", _line_of(error, self.page),
                           codes.DIFFERS if differs else codes.FAILS)
        return None

    def _execute(self, block: Block, main: ModuleType) -> None:
        # Blank lines in front make the lines of a traceback those of the page.
        source = "\n" * block.line + block.source
        self._show_lines(block)
        # Assertions and docstrings are there whatever Python was started with.
        exec(compile(source, self.page, "exec", dont_inherit=True, optimize=0), main.__dict__)
        if self._is_last(block):
            self._terminal.run_at_exit()

    def _is_last(self, block: Block) -> bool:
        return not self._executed or block.line == self._executed[-1].line

    def _show_lines(self, block: Block) -> None:
        """For tracebacks, warnings and `inspect`: the lines of the page, as far as they ran."""
        lines = [f"{line}\n" for line in block.source.split("\n")]
        self._lines += ["\n"] * (block.line + len(lines) - len(self._lines))
        self._lines[block.line : block.line + len(lines)] = lines
        linecache.cache[self.page] = (len(self._lines), None, self._lines, self.page)


@dataclass
class PageCode:
    """The blocks of one page, each run when it is asked for and those before it have run."""

    site: Site
    page: str
    done: dict[int, Diagnostic | None] = field(default_factory=dict)  # by line
    printed: dict[int, str] = field(default_factory=dict)  # by line

    def __post_init__(self) -> None:
        self._program = Program(self.site, self.page)

    def problem(self, block: Block) -> Diagnostic | None:
        """Run a block, after those before it on its page; what is wrong, or None."""
        for earlier in self.site.pages[self.page].blocks:
            if earlier.line <= block.line and earlier.line not in self.done:
                self.done[earlier.line] = self._run(earlier)
        return self.done[block.line]

    def _run(self, block: Block) -> Diagnostic | None:
        if (wrong := blocks.problem(self.page, block)) is not None:
            return wrong
        if not blocks.is_executed(block):
            return None
        shown = self._program.run(block)
        self.printed[block.line] = shown.text
        if shown.failure is None:
            return None
        failure = shown.failure
        return Diagnostic(self.page, failure.line or block.line, "", failure.message, failure.code)


@cache
def get_ready() -> None:
    """Before the first block runs, and not when this is imported: a build in which no block runs
    starts without the arithmetic. What many processes need that are forked is loaded once."""
    from execmath.code import assertions, integrity, reaching  # noqa: F401

    integrity.load_engine()
    reaching.forbid()


def _guard(site: Site) -> integrity.Guard:
    """From a copy of its module that no name leads to: a block that alters the guard alters another
    one than that which looks at what it altered."""
    spec = find_spec("execmath.code.integrity")
    assert spec is not None and spec.loader is not None
    copy = module_from_spec(spec)
    spec.loader.exec_module(copy)
    guard: integrity.Guard = copy.Guard(site)
    return guard


def _session(block: Block) -> str:
    attributes: dict[str, str] = dict(blocks.ATTRIBUTE.findall(block.info))
    return attributes.get("session", "")


@contextmanager
def _started_threads() -> Iterator[list[threading.Thread]]:
    """The threads that this one starts inside, and those that they start; a build has others."""
    started: list[threading.Thread] = []
    first, start = threading.current_thread(), threading.Thread.start

    def noted(thread: threading.Thread) -> None:
        if threading.current_thread() in (first, *started):
            started.append(thread)
        start(thread)

    threading.Thread.start = noted  # type: ignore[method-assign, assignment]
    try:
        yield started
    finally:
        threading.Thread.start = start  # type: ignore[method-assign]


def _low_threads() -> int:
    """How many threads run that nothing keeps account of, as `_thread` starts them."""
    accounted = [thread for thread in threading.enumerate()
                 if thread is not threading.main_thread()
                 and not isinstance(thread, threading._DummyThread)]
    return _thread._count() - len(accounted)


def _left_running(threads: list[threading.Thread], before: tuple[int, int],
                  block: Block) -> Failure | None:
    """Python waits at its end for threads; one that goes on could alter what comes later.

    before  how many without a name there were, and how many of all kinds
    """
    for thread in threads:
        thread.join(PATIENCE)
        if thread.is_alive():
            message = f"this block leaves the thread {thread.name} running; join it"
            return Failure(message, block.line, codes.THREAD)
    low, tasks = before
    if processes.tasks() > tasks:  # it may be one of a library, which Python does not count
        processes.wait_while(lambda: _low_threads() <= low, TO_BEGIN)
    if not processes.wait_while(lambda: _low_threads() > low, PATIENCE):
        return Failure("this block leaves a thread running that has no name", block.line,
                       codes.THREAD)
    return None


def _words(error: BaseException) -> str:
    lines = traceback.format_exception_only(error)
    # Where the code is wrong is told by the page and the line.
    return (lines[-1] if isinstance(error, SyntaxError) else "".join(lines)).strip()


def _line_of(error: BaseException, page: str) -> int:
    if isinstance(error, SyntaxError) and error.filename == page:
        return error.lineno or 0
    frames = [frame for frame in traceback.extract_tb(error.__traceback__)
              if frame.filename == page]
    return frames[-1].lineno or 0 if frames else 0
