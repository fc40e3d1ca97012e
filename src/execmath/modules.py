"""Which modules of this package another rests on, so that what it found is as old as they are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# Also in what is no statement: a module too many does no harm.
IMPORT = re.compile(rf"^\s*(?:from {FOLDER.name}(?:\.(\w+))?|import {FOLDER.name}\.(\w+))"
                    r"(?: import (\([^)]*\)|.*))?", re.MULTILINE)


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
