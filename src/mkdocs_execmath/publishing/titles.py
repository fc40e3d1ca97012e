"""What a site calls its equations: `titles.txt` beside its pages, a line for each.

    gradient-vector  The gradient of the log-normalizer is the softmax

A site without such a file names its equations by their labels. One that has it writes a title for
every claim, since a title is what a citation, a preview and the search show of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from execmath.documents.diagnostics import Diagnostic
from execmath.documents.results import Ledger
from mkdocs_execmath import codes

FILE = "titles.txt"
LINE = re.compile(r"(?P<label>[a-z0-9]+(?:-[a-z0-9]+)*)\s\s+(?P<title>\S.*)")
LINKED = ("claim", "refuted")  # what others link to and cite, and so has to have a title


@dataclass(frozen=True)
class Titles:
    """The titles by label, and what is wrong with the file, by its lines."""

    of: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)
    is_written: bool = False

    def problems(self, ledger: Ledger) -> Iterator[Diagnostic]:
        """Lines that cannot be read, titles of nothing, and claims without a title."""
        for line, message in self.faults.items():
            yield codes.diagnostic(codes.TITLE, FILE, line, "", message)
        for label, line in self.lines.items():
            if label not in ledger.results:
                yield codes.diagnostic(codes.TITLE, FILE, line, label,
                                       "a title of no equation; take the line out")
        for label, result in ledger.results.items() if self.is_written else ():
            if result.kind in LINKED and label not in self.of:
                yield codes.diagnostic(
                    codes.TITLE, result.page, result.display.line, label,
                    f"this equation has no title; add to {FILE}, beside the pages:\n"
                    f"      {label}  What it says, in words")


def read(docs: Path) -> Titles:
    """The titles of the site whose pages stand in `docs`."""
    file = docs / FILE
    if not file.is_file():
        return Titles()
    titles = Titles(is_written=True)
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = LINE.fullmatch(line.rstrip())
        if match is None or match["label"] in titles.of:
            titles.faults[number] = ("a second title for one equation" if match else
                                     "not a label, two spaces and a title") + f": {line.strip()}"
            continue
        titles.of[match["label"]], titles.lines[match["label"]] = match["title"], number
    return titles
