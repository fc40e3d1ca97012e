"""What a page is made from: the files that were opened while it was, whoever opened them.

A block imports a module beside the pages, a snippet is taken in from elsewhere, a plugin reads a
table: nobody has to say so. Python tells of each file that it opens (PEP 578), of each folder that
it lists, and of what leaves the process, of which nobody knows what it rests on.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import threading
from collections.abc import Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from types import FrameType

import execmath
from execmath.runtime.cache import digest

LEAVES = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork",
                    "socket.connect", "sqlite3.connect"})
# Of these the version is known, and part of every key; or they are no files.
INSTALLED = tuple(os.path.realpath(folder) + os.sep for folder in map(str, (
    *sysconfig.get_paths().values(), sys.prefix, f"{sys.base_prefix}/lib",
    Path(execmath.__file__).parent, Path(__file__).parents[1], "/proc", "/dev", "/sys")))


class Opened:
    """What was opened since this was begun: `paths`, and whether more than that was read.

    but_for  folders that do not count
    page     the page itself, whose text is known anyway; no later page rests on it
    """

    def __init__(self, but_for: Iterable[Path] = (), page: str = "") -> None:
        self._page = os.path.realpath(page) if page else ""
        self._left_out = tuple(f"{os.path.realpath(folder)}{os.sep}" for folder in but_for)
        self._thread = threading.get_ident()
        self.paths: set[str] = set()
        self.is_all = True

    def hear(self, event: str, details: tuple[object, ...]) -> None:
        if threading.get_ident() != self._thread:  # one that typesets or draws meanwhile
            return
        if event in LEAVES:
            self.is_all = False
        elif _is_reading(event, details):
            self.add(details[0])

    def add(self, path: object) -> None:
        if isinstance(path, str | bytes | os.PathLike):
            real = os.path.realpath(os.fsdecode(path))
            if real != self._page and not real.endswith(".pyc") \
                    and not real.startswith(INSTALLED + self._left_out):
                self.paths.add(real)

    def add_modules(self) -> None:
        """What an earlier page has imported, or opened for its modules, is not opened again."""
        for module in list(sys.modules.values()):
            if isinstance(file := getattr(module, "__file__", None), str) and _is_local(file):
                self.add(file)
        self.paths |= _earlier
        _earlier.update(self.paths)

    def state(self) -> dict[str, str]:
        """What is in each of them now."""
        return {path: content_of(path) for path in sorted(self.paths)}


@cache
def _is_local(file: str) -> bool:
    return not os.path.realpath(file).startswith(INSTALLED)


def _is_reading(event: str, details: tuple[object, ...]) -> bool:
    if event != "open":
        return event in ("os.listdir", "os.scandir") and bool(details) and not _is_importing()
    mode, flags = (*details, None, None)[1:3]
    if isinstance(mode, str):
        return "r" in mode or "a+" in mode
    # What is made anew has nothing in it that could be read.
    return isinstance(flags, int) and flags & os.O_ACCMODE != os.O_WRONLY \
        and not flags & (os.O_EXCL | os.O_TRUNC)


def _is_importing() -> bool:
    """Python lists the folders of its path to find a module, whose file is recorded by itself."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename == __file__:
        frame = frame.f_back
    return frame is not None and frame.f_code.co_filename.startswith("<frozen importlib")


def leave_out(path: Path) -> None:
    """What a build makes itself: that it is there, or not yet, is no change of its folder."""
    _made.add(os.path.realpath(path))


def content_of(path: str) -> str:
    """A digest of a file, or of the names in a folder; empty if it is not there."""
    try:
        if os.path.isdir(path):
            return digest("folder", *sorted(filter(partial(_counts, path), os.listdir(path))))
        return digest("file", Path(path).read_bytes())
    except OSError:
        return ""


def _counts(folder: str, name: str) -> bool:
    """Not hidden, where a build keeps what it is about to publish, and not made by it or Python."""
    return not name.startswith(".") and name != "__pycache__" \
        and os.path.join(folder, name) not in _made


def is_as_it_was(state: Mapping[str, str]) -> bool:
    return all(content_of(path) == before for path, before in state.items())


_made: set[str] = set()
_earlier: set[str] = set()  # by all pages that this process has converted
_listening: list[Opened] = []


@cache
def _listen() -> None:
    """A hook cannot be taken away, so there is one, which mostly does nothing."""
    def hear(event: str, details: tuple[object, ...]) -> None:
        for opened in _listening:
            opened.hear(event, details)

    sys.addaudithook(hear)


def listen(opened: Opened) -> None:
    _listen()
    _listening.append(opened)


def stop_listening(opened: Opened) -> None:
    if opened in _listening:
        _listening.remove(opened)
