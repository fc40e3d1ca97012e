"""Pages are strings here. A test writes one, has it executed, and looks at what comes of it.

`A | \\eta \\in \\mathbb{R}` is short for a display with that label; any other line is Markdown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from problems import uncoded

from execmath.checking.options import CheckOptions
from execmath.documents.scheduler import execute
from execmath.documents.site import Site, read_site
from execmath.language.equation import Equation


def page(*lines: str) -> str:
    return "\n".join(map(_markdown, lines)) + "\n"


def _markdown(line: str) -> str:
    label, mark, tex = line.partition(" | ")
    return f"$$\n{tex}\n\\label{{{label}}}\n$$\n" if mark and " " not in label else line


@dataclass(frozen=True)
class Result:
    """A folder of pages after it was executed."""

    site: Site

    @property
    def problems(self) -> list[str]:
        """Each as it is printed."""
        return [uncoded(problem) for problem in self.site.ledger.problems]

    @property
    def problem(self) -> str:
        """The one problem there is."""
        (only,) = self.problems
        return only

    @property
    def holds(self) -> bool:
        return not self.problems

    def __getitem__(self, label: str) -> Equation:
        return self.site.ledger.results[label]


Run = Callable[..., Result]


def read_and_execute(docs: Path, order: tuple[str, ...] = (), **options: int) -> Result:
    """The one place that knows how the machine is run."""
    site = read_site(docs, order)
    execute(site, CheckOptions(**options), workers=1, alter=False)  # how sharp: execmath/mutation
    return Result(site)
