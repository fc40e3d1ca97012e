"""That a block does not reach for what watches it: the frames that it is called from, the objects
of the process that no name leads to, the memory itself.

Python tells of each of these ways by an audit event. While code of a page is being run, code that
is no library may use none of them; a library may, as `collections.namedtuple` does, unless it hands
on to the page what it got. What sets out to deceive may still find a way, see the page on checks.
"""

from __future__ import annotations

import ctypes  # noqa: F401 - what it asks for when it is loaded is not the block's doing
import sys
import sysconfig
import threading
from pathlib import Path
from types import FrameType
from typing import Any

import execmath

EVENTS = frozenset({"gc.get_objects", "gc.get_referents", "gc.get_referrers", "sys._getframe",
                    "sys._current_exceptions", "sys._current_frames", "sys.addaudithook"})
FRAMES = frozenset({"ag_frame", "cr_frame", "gi_frame", "tb_frame"})  # attributes
HANDING_ON = frozenset({"bdb", "ctypes", "inspect"})  # libraries whose callers get a frame
ALSO_WITHIN = frozenset({"logging", "traceback"})  # those that ask for themselves as well
LIBRARIES = tuple({*(sysconfig.get_paths()[name] for name in (
    "stdlib", "platstdlib", "purelib", "platlib")), str(Path(execmath.__path__[0]).parent),
    "<frozen "})


class Reaches(RuntimeError):
    """Raised in the block that does so."""


def forbid() -> None:
    """From now on, for as long as the process lasts. Its own state is in no module."""
    asking: set[int] = set()  # threads in which this function itself looks at frames

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if not (event in EVENTS or event.startswith("ctypes.")
                or (event == "object.__getattr__" and arguments[1] in FRAMES)):
            return
        thread = threading.get_ident()
        if thread in asking:
            return
        asking.add(thread)
        try:
            reaches = _is_of_page(sys._getframe(1))
        finally:
            asking.discard(thread)
        if reaches:
            what = arguments[1] if event == "object.__getattr__" else event
            raise Reaches(f"{what}: a block must not look at what it is called from, nor at the "
                          "memory of the process")

    sys.addaudithook(refuse)


def _is_of_page(frame: FrameType) -> bool:
    """Does code that a page brought along ask, itself or through a library that hands it on?"""
    asking: FrameType | None = frame
    if _library(frame) in ALSO_WITHIN:
        asking = frame.f_back
    while asking is not None and _library(asking) in HANDING_ON:
        asking = asking.f_back
    if asking is None or _library(asking):
        return False
    return threading.current_thread() is not threading.main_thread() or _is_in_block(asking)


def _is_in_block(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_globals.get("__name__") == "execmath.code.runner":
            return True
        frame = frame.f_back
    return False


def _library(frame: FrameType) -> str:
    """Its name; "" for code that is of none."""
    name: str = frame.f_globals.get("__name__", "").partition(".")[0]
    return name if frame.f_code.co_filename.startswith(LIBRARIES) else ""
