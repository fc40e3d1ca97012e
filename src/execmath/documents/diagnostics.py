"""Why a site is refused: one line for each reason, with its place and the code of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from execmath.runtime.codes import Code, code

OTHER = code("C900", "Something else", "The message says what is wrong.")


@dataclass(frozen=True, order=True)
class Diagnostic:
    """`page.md:LINE label: CODE what`, in the order of the pages and their lines."""

    page: str
    line: int
    label: str
    message: str
    code: Code = field(default=OTHER, compare=False)

    def __str__(self) -> str:
        name = f" {self.label}" if self.label else ""
        return f"{self.page}:{self.line}{name}: {self.code} {self.message}"


def report(problems: Sequence[Diagnostic]) -> str:
    """All problems of a build at once, in reading order."""
    listed = "\n".join(str(problem) for problem in sorted(problems))
    count = len(problems)
    return f"{listed}\n{count} problem{'s' * (count != 1)}; the site is refused"
