"""What can be wrong, each with a stable code, and the one base of all errors that say so.

L...  the language: what is written cannot be read
C...  the checks: what was read does not hold, or cannot be decided
S...  the site: what was checked cannot be shown
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec

PACKAGES = ("execmath", "mkdocs_execmath")  # the second where a site is built
MODULE = "codes"  # in which codes are registered, whatever the package
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


def every_code() -> Iterator[Code]:
    """All codes, by name; the modules that register them are imported."""
    for package in PACKAGES:
        spec = find_spec(package)
        folders = spec.submodule_search_locations if spec is not None else None
        for module in pkgutil.walk_packages(folders or (), f"{package}."):
            if module.name.rpartition(".")[2] == MODULE:
                importlib.import_module(module.name)
    return registered()


class ExecmathError(Exception):
    """What an author has to know, with the code of its kind."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
