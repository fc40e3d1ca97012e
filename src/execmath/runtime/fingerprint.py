"""What the code of these packages does, as a digest: a result is as old as the code behind it.

A comment, a docstring or a line break changes nothing that a module does, so it changes no digest.
"""

from __future__ import annotations

import ast
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from execmath.runtime.cache import Cache, digest

PACKAGES = ("execmath", "mkdocs_execmath")
EXECUTES = "execmath.documents.scheduler"  # the module that rests on all that executes
LEFT_OUT = {"__pycache__", "node_modules"}  # the second is told by the version of what runs there

_kept_in = Cache()


def keep_in(cache: Cache) -> None:
    """To parse all modules takes half a second; what was told of a text before is kept there."""
    global _kept_in
    _kept_in = cache


class Source(NamedTuple):
    """What a text of Python does, and what it imports, wherever in it: a module too many does no
    harm, and a name that is no module is passed over."""

    meaning: str
    imports: tuple[str, ...]


@cache
def source(text: bytes) -> Source:
    key = digest("what a module does", sys.version, text)
    meaning, *imports = _kept_in.remember(key, lambda: _read(text))
    return Source(meaning, tuple(imports))


@cache
def version(name: str) -> str:
    """Changes with what a module does, or one that it rests on; `name` is dotted."""
    if _file(name) is None:
        raise LookupError(f"{name} is no module of {' or '.join(PACKAGES)}")
    return digest(*(source(file.read_bytes()).meaning for file in rests_on(name)))


@cache
def installation() -> str:
    """Changes with Python, with what is installed in it, and with what these packages do."""
    installed = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    return digest(sys.version, *sorted(folder.name for folder in installed),
                  *(_of_file(file) for package in PACKAGES for file in _files(package)))


def rests_on(name: str) -> list[Path]:
    """The source files of a module and of all that it imports from these packages, also through
    others."""
    seen: dict[str, Path | None] = {}
    waiting = [name]
    while waiting:
        module = waiting.pop()
        if module in seen or module.partition(".")[0] not in PACKAGES:
            continue
        file = seen[module] = _file(module)
        waiting.append(module.rpartition(".")[0])  # Python runs the package of a module before it
        if file is not None:
            waiting += source(file.read_bytes()).imports
    return sorted(file for file in seen.values() if file is not None)


def _file(module: str) -> Path | None:
    package, *inner = module.split(".")
    if (folder := _folder(package)) is None:
        return None
    place = folder.joinpath(*inner)
    candidates = (place / "__init__.py", place.with_suffix(".py"))
    return next((file for file in candidates if file.is_file()), None)


@cache
def _folder(package: str) -> Path | None:
    spec = find_spec(package)
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def _files(package: str) -> Iterator[Path]:
    """Also what is no module: templates, style sheets, scripts."""
    if (folder := _folder(package)) is not None:
        yield from (file for file in sorted(folder.rglob("*"))
                    if file.is_file() and not LEFT_OUT & set(file.parts))


def _of_file(file: Path) -> str:
    return source(file.read_bytes()).meaning if file.suffix == ".py" else digest(file.read_bytes())


def visible(file: Path) -> str:
    """Changes with what a file does and with its docstrings, which some programs show."""
    data = file.read_bytes()
    if file.suffix != ".py":
        return digest(data)
    key = digest("what a module shows", sys.version, data)
    return str(_kept_in.remember(key, lambda: digest(ast.dump(ast.parse(data)))))


def _read(text: bytes) -> list[str]:
    """The digest of a text, and the names of the modules that it may import."""
    tree = ast.parse(text)
    names: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            names[node.module] = None
            names.update((f"{node.module}.{alias.name}", None) for alias in node.names)
        elif isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            _drop_docstring(node)
    # The dump leaves out places, which comments move.
    return [digest(ast.dump(tree)),
            *(name for name in names if name.partition(".")[0] in PACKAGES)]


def _drop_docstring(node: ast.Module | ast.ClassDef | ast.FunctionDef
                    | ast.AsyncFunctionDef) -> None:
    if ast.get_docstring(node, clean=False) is not None:
        del node.body[0]
