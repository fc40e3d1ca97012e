"""What a page is made from: the files that were opened while it was, whoever opened them, and the
equations that its blocks asked about.

A block imports a module beside the pages, a snippet is taken in from elsewhere, a plugin reads a
table: nobody has to say so. Python tells of each file that it opens (PEP 578), of each folder that
it lists, of the code that it executes, and of what leaves the process, of which nobody knows what
it rests on.
"""

from __future__ import annotations

import os
import re
import sys
import sysconfig
import threading
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from pathlib import Path
from types import CodeType, FrameType

import execmath
from execmath.code import active_site
from execmath.documents.site import Site
from execmath.runtime.cache import digest

LEAVES = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork",
                    "socket.connect", "sqlite3.connect"})
# Modules that start a program, and the files of which all that it says depends: one asks git for
# the address of the source, which no page shows; one has signatures formatted.
ACCOUNTED = {"griffe._internal.git": (),
             "mkdocstrings_handlers.python._internal.rendering":
                 ("pyproject.toml", "ruff.toml", ".ruff.toml")}
# Of these the version is known, and part of every key; or they are no files.
INSTALLED = tuple(os.path.realpath(folder) + os.sep for folder in map(str, (
    *sysconfig.get_paths().values(), sys.prefix, f"{sys.base_prefix}/lib",
    Path(execmath.__file__).parent, Path(__file__).parents[1], "/proc", "/dev", "/sys")))

# What code that asks for the time, the environment or chance looks like. Python tells of none of
# these; a word too many only makes a page anew.
NAMES = ("environ", "environb", "getenv", "getenvb", "datetime", "urandom", "uuid", "secrets",
         "platform", "SystemRandom", "getpid", "getlogin", "gethostname", "getlocale")
OF_THE_MOMENT = re.compile(
    rf"\b(?:{'|'.join(NAMES)})\b|\bimport\s+time\b|\bfrom\s+time\b|\btime\.[a-z]"
    r"|\bdatetime64\(\s*['\"](?:now|today)|\b(?:default_rng|Random|RandomState)\(\s*\)"
    r"|\brandom\.(?!default_rng\b|seed\b)[a-z]\w*\(|\bfrom\s+random\s+import\s+(?!Random\b)")
# Of code without a file, such as a text that is given to `exec`, only the names are to be had.
NAMES_OF_THE_MOMENT = frozenset((*NAMES, "time", "default_rng", "random", "datetime64"))

State = Mapping[str, Mapping[str, str]]


class Opened:
    """What was opened since this was begun: `files`, each as it was when it was opened first, and
    whether more than that was read; and the `labels` of the equations that were asked about.

    but_for  folders that do not count
    page     the page itself, whose text is known anyway; no later page rests on it
    """

    def __init__(self, but_for: Iterable[Path] = (), page: str = "") -> None:
        self._page = os.path.realpath(page) if page else ""
        self._left_out = tuple(f"{os.path.realpath(folder)}{os.sep}" for folder in but_for)
        self._thread = threading.get_ident()
        self.files: dict[str, str] = {}
        self.labels: set[str] = set()
        self._by_modules: set[str] = set()
        self._executed: set[str] = set()
        self.is_all = True

    def hear(self, event: str, details: tuple[object, ...]) -> None:
        if threading.get_ident() != self._thread:  # one that typesets or draws meanwhile
            return
        if event in LEAVES:
            self._leave()
        elif event == "exec":
            self._see_executed(details[0])
        elif _is_reading(event, details):
            self.add(details[0])
            if _is_for_a_local_module():
                self._by_modules.add(_real(details[0]))

    def _leave(self) -> None:
        callers = {str(frame.f_globals.get("__name__")) for frame in _callers()}
        self.is_all &= not callers.isdisjoint(ACCOUNTED)
        for module in callers & ACCOUNTED.keys():
            for file in ACCOUNTED[module]:
                self.add(file)

    def add(self, path: object) -> None:
        real = _real(path)
        if real and real != self._page and not real.endswith(".pyc") \
                and not f"{real}{os.sep}".startswith(INSTALLED + self._left_out) \
                and real not in self.files:
            self.files[real] = content_of(real)

    def _see_executed(self, code: object) -> None:
        if not isinstance(code, CodeType):
            return
        if code.co_filename.startswith("<") and not code.co_filename.startswith("<frozen"):
            self.is_all &= NAMES_OF_THE_MOMENT.isdisjoint(_names(code))
        else:
            self._executed.add(os.path.realpath(code.co_filename))

    def see_code(self, sources: Iterable[str]) -> None:
        """Does some of it, or of a local file that was executed, ask for what may be different at
        any time? Then nobody knows what the page rests on. A module of which only the text was
        read, to show its signatures or what it imports, asks for nothing."""
        modules = (Path(file).read_text(encoding="utf-8", errors="replace")
                   for file in self._executed if _is_local(file) and os.path.isfile(file))
        if any(map(OF_THE_MOMENT.search, chain(sources, modules))):
            self.is_all = False

    def add_modules(self) -> None:
        """Modules stay for all later pages, with what they have read: neither is opened again."""
        for module in list(sys.modules.values()):
            if isinstance(file := getattr(module, "__file__", None), str) and _is_local(file):
                self.add(file)
                self._executed.add(os.path.realpath(file))
        _by_modules.update(self.files.keys() & self._by_modules)
        for file in _by_modules:
            self.add(file)

    def add_all(self, other: Opened | None) -> None:
        """What somebody else was seen to read."""
        if other is not None:
            self.files = other.files | self.files
            self.labels |= other.labels
            self.is_all &= other.is_all

    def state(self, site: Site) -> State:
        """What was in the files, and what the equations mean."""
        return {"files": dict(sorted(self.files.items())),
                "equations": {label: meaning_of(label, site) for label in sorted(self.labels)}}


def _real(path: object) -> str:
    """Where a file is, or nothing if it is one that is open already."""
    if not isinstance(path, str | bytes | os.PathLike):
        return ""
    return os.path.realpath(os.fsdecode(path))


def is_of_library(module: str) -> bool:
    """Whether a module that is loaded came with what is installed."""
    file = getattr(sys.modules.get(module), "__file__", None)
    return isinstance(file, str) and not _is_local(file)


@cache
def _is_local(file: str) -> bool:
    return not os.path.realpath(file).startswith(INSTALLED)


def _is_for_a_local_module() -> bool:
    """What a block reads itself goes with its page; a module that it calls may keep it."""
    files = (frame.f_code.co_filename for frame in _callers())
    return any(os.path.isabs(file) and _is_local(file) for file in files)


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _callers() -> Iterator[FrameType]:
    """The frames of this thread, the innermost first."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        yield frame
        frame = frame.f_back


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
    caller = next(frame for frame in _callers() if frame.f_code.co_filename != __file__)
    return caller.f_code.co_filename.startswith("<frozen importlib")


def leave_out(path: Path) -> None:
    """What a build makes itself: that it is there, or not yet, is no change of its folder."""
    _made.add(os.path.realpath(path))


def content_of(path: str) -> str:
    """A digest of a file, or of the names in a folder; empty if it is not there. Looking whether a
    file is as it was does not make anything from it, so nobody hears of that."""
    listening, _listening[:] = _listening[:], []
    try:
        if os.path.isdir(path):
            return digest("folder", *sorted(filter(partial(_counts, path), os.listdir(path))))
        return digest("file", Path(path).read_bytes())
    except OSError:
        return ""
    finally:
        _listening[:] = listening


def _counts(folder: str, name: str) -> bool:
    """Not hidden, where a build keeps what it is about to publish, and not made by it or Python."""
    return not name.startswith(".") and name != "__pycache__" \
        and os.path.join(folder, name) not in _made


def meaning_of(label: str, site: Site) -> str:
    """A digest of what an equation says, with all that its letters mean, or of all equations."""
    if label == active_site.EVERYTHING:
        return digest("all", *(page.fingerprint for page in site.pages.values()))
    result = site.ledger.results.get(label)
    if result is None or result.statement is None:
        return ""
    return digest(result.kind, result.fingerprint, repr(result.points))


def is_as_it_was(state: State, site: Site) -> bool:
    return all(content_of(path) == before for path, before in state["files"].items()) \
        and all(meaning_of(label, site) == before
                for label, before in state["equations"].items())


_made: set[str] = set()
_by_modules: set[str] = set()  # read by modules, on all pages that this process has converted
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
    active_site.asked.clear()
    _listening.append(opened)


def stop_listening(opened: Opened) -> None:
    if opened in _listening:
        _listening.remove(opened)
        opened.labels |= active_site.asked
