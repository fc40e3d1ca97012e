"""Which modules of this package another rests on, so that what it found is as old as they are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


def rests_on(name: str) -> list[Path]:
    """The source files of a module and of all that it imports from this package, also through
    others."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name not in found and (FOLDER / f"{name}.py").exists():
            found.add(name)
            waiting += _imported((FOLDER / f"{name}.py").read_bytes())
    return [FOLDER / f"{name}.py" for name in sorted(found)]


@cache
def _imported(source: bytes) -> tuple[str, ...]:
    """The names of modules, and other names, which are not modules."""
    return tuple(_imports(ast.parse(source)))


def _imports(tree: ast.Module) -> Iterator[str]:
    package = FOLDER.name
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=module, names=names) if module == package:
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module)) if module.startswith(f"{package}."):
                yield module.removeprefix(f"{package}.")
            case ast.Import(names=names):
                yield from (alias.name.removeprefix(f"{package}.") for alias in names
                            if alias.name.startswith(f"{package}."))
