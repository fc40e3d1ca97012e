"""Small pages whose altered formulas are tried. A line `label | TeX` is a display."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from problems import uncoded

from execmath.documents.scheduler import execute
from execmath.documents.site import Site, read_site
from execmath.language.equation import Equation
from execmath.mutation.mutants import Mutant, mutants


def page(*lines: str) -> str:
    return "\n\n".join(map(_markdown, lines)) + "\n"


def _markdown(line: str) -> str:
    above, _, display = line.rpartition("\n")
    label, mark, tex = display.partition(" | ")
    return f"{above}\n$$\n{tex}\n\\label{{{label}}}\n$$" if mark else line


@dataclass(frozen=True)
class Result:
    site: Site

    @property
    def problems(self) -> list[str]:
        return [uncoded(problem) for problem in self.site.ledger.problems]

    def __getitem__(self, label: str) -> Equation:
        return self.site.ledger.results[label]


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Executes a page with all its altered formulas."""

    def run(*lines: str) -> Result:
        (tmp_path / "page.md").write_text(page(*lines), encoding="utf-8")
        site = read_site(tmp_path)
        execute(site, workers=1)
        return Result(site)

    return run


@pytest.fixture
def altered(tmp_path: Path) -> Callable[..., list[Mutant]]:
    """The altered formulas of the last display of a page."""

    def altered(*lines: str, weaker: bool = False) -> list[Mutant]:
        (tmp_path / "page.md").write_text(page(*lines), encoding="utf-8")
        site = read_site(tmp_path)
        return mutants(list(site.ledger.results.values())[-1], weaker=weaker)

    return altered
