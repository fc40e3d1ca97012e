"""Which modules of this package another rests on, so that what it found is as old as they are."""

from __future__ import annotations

import re
import sys
import sysconfig
from functools import cache
from pathlib import Path

from execmath.cache import digest

FOLDER = Path(__file__).parent
# Also in what is no statement: a module too many does no harm.
IMPORT = re.compile(rf"^\s*(?:from {FOLDER.name}(?:\.(\w+))?|import {FOLDER.name}\.(\w+))"
                    r"(?: import (\([^)]*\)|.*))?", re.MULTILINE)


@cache
def version(name: str) -> str:
    """Changes with a module of this package, or with one that it rests on."""
    return digest(*(source.read_bytes() for source in rests_on(name)))


@cache
def installation() -> str:
    """Changes with Python, with what is installed in it, and with this package."""
    installed = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    own = (file.read_bytes() for file in sorted(FOLDER.glob("*.py")))
    return digest(sys.version, *sorted(folder.name for folder in installed), *own)


def rests_on(name: str) -> list[Path]:
    """The source files of a module and of all that it imports from this package, also through
    others."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name not in found and (FOLDER / f"{name}.py").exists():
            found.add(name)
            waiting += _imported((FOLDER / f"{name}.py").read_text("utf-8"))
    return [FOLDER / f"{name}.py" for name in sorted(found)]


@cache
def _imported(source: str) -> list[str]:
    """The names of modules, and other names, which are not modules."""
    return [name for module, other, names in IMPORT.findall(source)
            for name in (module, other, *re.findall(r"\w+", names)) if name]
