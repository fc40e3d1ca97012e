"""What a program writes, as a terminal would show it: both streams, in the order of writing."""

from __future__ import annotations

import atexit
import io
import logging
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import ModuleType
from typing import Any

NAMES = ("stdout", "stderr")
# How Python treats warnings when it is started without an option; later ones come first.
FILTERS: tuple[tuple[str, type[Warning], str], ...] = (
    ("ignore", ResourceWarning, ""), ("ignore", ImportWarning, ""),
    ("ignore", PendingDeprecationWarning, ""), ("ignore", DeprecationWarning, ""),
    ("default", DeprecationWarning, "__main__"),
)
# They replace or end the process of the build, and its exit code would be that of a success.
ENDING = ("_exit", "execv", "execve", "execl", "execle", "execlp", "execlpe", "execvp", "execvpe")


class _Written(io.BytesIO):
    """The bytes of both streams; a program that closes one of them still shows what it wrote."""

    def close(self) -> None:
        pass


class Terminal:
    """The streams of one program, which may run in several pieces.

    A log handler that the first piece makes holds on to the stream of that piece; so the streams
    last as long as the program does.
    """

    def __init__(self) -> None:
        self._written = _Written()
        self._open()
        self._handlers: list[logging.Handler] = []
        self._level = logging.WARNING
        self._at_exit: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = []

    def _open(self) -> None:
        self._streams = [io.TextIOWrapper(self._written, "utf-8", newline="\n", write_through=True,
                                          errors=errors)
                         for errors in ("surrogateescape", "backslashreplace")]

    @contextmanager
    def attached(self, main: ModuleType) -> Iterator[None]:
        """Inside, this process is the program whose main module is `main`."""
        with ExitStack() as attached:
            for name, stream in zip(NAMES, self._streams, strict=True):
                for alias in (name, f"__{name}__"):
                    attached.enter_context(_replaced(sys, alias, stream))
            attached.enter_context(_replaced(sys, "stdin", io.StringIO()))
            attached.enter_context(_main_module(main))
            attached.enter_context(_replaced(atexit, "register", self._register))
            attached.enter_context(_replaced(atexit, "unregister", self._unregister))
            attached.enter_context(_default_warnings())
            attached.enter_context(self._logging())
            attached.enter_context(_no_way_out())
            yield

    def taken(self) -> str:
        """What was written since it was last taken."""
        for stream in self._streams:
            if not stream.closed:
                stream.flush()
        text = self._written.getvalue().decode("utf-8", "replace")
        self._written.seek(0)
        self._written.truncate()
        if any(stream.closed for stream in self._streams):
            self._open()
        return text

    def run_at_exit(self) -> None:
        """What the program has registered for its end, the last first."""
        while self._at_exit:
            function, positional, named = self._at_exit.pop()
            function(*positional, **named)

    def _register(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        self._at_exit.append((function, args, kwargs))
        return function

    def _unregister(self, function: Callable[..., Any], /) -> None:
        self._at_exit = [entry for entry in self._at_exit if entry[0] != function]

    @contextmanager
    def _logging(self) -> Iterator[None]:
        """The root logger of the program, in place of that of the build."""
        root = logging.getLogger()
        handlers, level = root.handlers, root.level
        last_resort = logging.lastResort
        root.handlers, root.level = self._handlers, self._level
        logging.lastResort = logging._StderrHandler(logging.WARNING)  # type: ignore[attr-defined]
        logging.Logger.manager._clear_cache()  # type: ignore[attr-defined]
        try:
            yield
        finally:
            self._handlers, self._level = root.handlers, root.level
            root.handlers, root.level = handlers, level
            logging.lastResort = last_resort
            logging.Logger.manager._clear_cache()  # type: ignore[attr-defined]


@contextmanager
def _replaced(owner: Any, name: str, value: object) -> Iterator[None]:
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


@contextmanager
def _main_module(main: ModuleType) -> Iterator[None]:
    """Whoever asks for the module of a class of the program, as dataclasses do, finds it."""
    before = sys.modules["__main__"]
    sys.modules["__main__"] = main
    try:
        yield
    finally:
        sys.modules["__main__"] = before


@contextmanager
def _default_warnings() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.resetwarnings()
        for action, category, module in FILTERS:
            warnings.filterwarnings(action, category=category, module=module)  # type: ignore[arg-type]
        warnings.showwarning = _show_warning
        yield


def _show_warning(message: Warning | str, category: type[Warning], filename: str, lineno: int,
                  file: Any = None, line: str | None = None) -> None:
    """Python's own; pytest and others put theirs in its place."""
    text = warnings.formatwarning(message, category, filename, lineno, line)
    (file or sys.stderr).write(text)


@contextmanager
def _no_way_out() -> Iterator[None]:
    """A program cannot end the build but by an exception; a process that it forked can."""
    process = os.getpid()

    def ending(name: str) -> Callable[..., Any]:
        original = getattr(os, name)

        def end(*arguments: Any, **named: Any) -> Any:
            if os.getpid() != process:
                return original(*arguments, **named)
            raise SystemExit(f"os.{name}")

        return end

    low = sys.modules.get(os.name, os)
    with ExitStack() as patched:
        for name in ENDING:
            if hasattr(os, name):
                replacement = ending(name)
                patched.enter_context(_replaced(os, name, replacement))
                if hasattr(low, name):
                    patched.enter_context(_replaced(low, name, replacement))
        yield
