"""The floors of the code: its packages, what each says of itself, and who imports whom.

Read from the code itself, so that the page that shows it cannot fall behind.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from execmath.runtime.cache import Cache
from mkdocs_execmath.html.graph import draw

DISTRIBUTIONS = ("mkdocs_execmath", "execmath", "lognormalizer")
LEFT_OUT = {"__pycache__", "node_modules"}


@dataclass(frozen=True)
class Package:
    """A folder of modules."""

    name: str  # dotted
    sentence: str
    modules: tuple[str, ...]
    lines: int
    imports: frozenset[str]  # of other packages here, wherever in a module


def packages() -> list[Package]:
    """All of this repository's, the upper floors first."""
    folders = {name: folder for distribution in DISTRIBUTIONS
               for name, folder in _folders(distribution)}
    read = {name: _package(name, folder, folders) for name, folder in folders.items()}
    depth = {name: _depth(name, read) for name in read}
    return sorted(read.values(), key=lambda package: (
        DISTRIBUTIONS.index(package.name.partition(".")[0]), -depth[package.name], package.name))


def table(distribution: str) -> str:
    """The packages of a distribution, each with what it says of itself, as Markdown."""
    rows = [f"| `{_short(package.name)}` | {package.sentence} | {len(package.modules)} "
            f"| {package.lines:,} |"
            for package in packages() if _of(package.name, distribution)]
    return "\n".join(["| Package | What it does | Modules | Lines |", "|---|---|--:|--:|", *rows])


def graph() -> str:
    """Who imports whom, without the arrows that others imply, as SVG."""
    read = {package.name: package for package in packages()}
    clusters = "".join(
        f'subgraph "cluster_{distribution}" {{ label="{distribution}"; fontname=Helvetica; '
        f"fontsize=11; {_nodes(distribution, read)}}} " for distribution in DISTRIBUTIONS[:2])
    arrows = "".join(f"{_quoted(name)} -> {_quoted(other)}; " for name in read
                     for other in sorted(_direct(name, read)))
    dot = ("digraph { graph [rankdir=TB, nodesep=0.15, ranksep=0.3, margin=0, pad=0.05, "
           "bgcolor=transparent]; node [fontname=Courier, fontsize=10, height=0.26, "
           'margin="0.09,0.02", shape=box, style=rounded]; edge [arrowsize=0.5]; '
           f"{clusters}{arrows}}}")
    return ('<div class="execmath-drawing" tabindex="0" role="group" '
            f'aria-label="Graph of who imports whom">{draw([dot], Cache())[0]}</div>')


def _folders(distribution: str) -> Iterator[tuple[str, Path]]:
    spec = find_spec(distribution)
    assert spec is not None and spec.origin is not None
    root = Path(spec.origin).parent
    for file in sorted(root.rglob("__init__.py")):
        if not LEFT_OUT & set(file.parts):
            yield ".".join((distribution, *file.parent.relative_to(root).parts)), file.parent


def _package(name: str, folder: Path, folders: Mapping[str, Path]) -> Package:
    trees = {file.stem: ast.parse(file.read_text(encoding="utf-8"))
             for file in sorted(folder.glob("*.py"))}
    sentence = (ast.get_docstring(trees["__init__"]) or "").partition("\n\n")[0]
    imports = {_owner(module, folders) for tree in trees.values() for module in _imported(tree)}
    lines = sum(len(file.read_text(encoding="utf-8").splitlines()) for file in folder.glob("*.py"))
    return Package(name, " ".join(sentence.split()), tuple(set(trees) - {"__init__"}), lines,
                   frozenset(imports - {name, ""}))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _owner(module: str, folders: Mapping[str, Path]) -> str:
    """The package here that a module belongs to; "" for one from elsewhere."""
    while module and module not in folders:
        module = module.rpartition(".")[0]
    return module


def _depth(name: str, read: Mapping[str, Package], above: frozenset[str] = frozenset()) -> int:
    below = read[name].imports - above
    return 1 + max((_depth(other, read, above | {name}) for other in below), default=0)


def _direct(name: str, read: Mapping[str, Package]) -> set[str]:
    """What is not reached through another import as well."""
    return {other for other in read[name].imports
            if not any(other in _reached(third, read) for third in read[name].imports - {other})}


def _reached(name: str, read: Mapping[str, Package]) -> set[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        new = read[waiting.pop()].imports - seen
        seen |= new
        waiting += new
    return seen


def _nodes(distribution: str, read: Mapping[str, Package]) -> str:
    return " ".join(f"{_quoted(name)} [label={_quoted(_short(name))}];" for name in read
                    if _of(name, distribution))


def _of(name: str, distribution: str) -> bool:
    return name.partition(".")[0] == distribution


def _short(name: str) -> str:
    """The name inside its distribution."""
    return name.partition(".")[2] or name


def _quoted(name: str) -> str:
    return f'"{name}"'
