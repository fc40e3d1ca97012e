"""What can be wrong, each with a stable code, and the one base of all errors that say so.

L...  the language: what is written cannot be read
C...  the checks: what was read does not hold, or cannot be decided
S...  the site: what was checked cannot be shown
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

GOOD_NAME = re.compile(r"[LCS]\d{3}")


@dataclass(frozen=True)
class Code:
    """One kind of diagnostic; its name is permanent.

    name    a letter and three digits
    title   what is wrong, in a few words
    remedy  what an author does about it, in whole sentences
    """

    name: str
    title: str
    remedy: str

    def __str__(self) -> str:
        return self.name


_registered: dict[str, Code] = {}


def code(name: str, title: str, remedy: str) -> Code:
    """Enter a code into the list of all.

    raises  ValueError for a name that is taken or malformed
    """
    if not GOOD_NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of a diagnostic: L, C or S, and three digits")
    entry = Code(name, title, remedy)
    if _registered.get(name, entry) != entry:
        raise ValueError(f"{name} is taken: {_registered[name].title}")
    _registered[name] = entry
    return entry


def registered() -> Iterator[Code]:
    """All codes of the modules that are loaded, by name."""
    return iter(sorted(_registered.values(), key=lambda code: code.name))


class ExecmathError(Exception):
    """What an author has to know, with the code of its kind."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
