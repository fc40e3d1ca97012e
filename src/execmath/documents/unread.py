r"""What a folder of pages shows and no check of the folder alone has read.

A build of a site looks at its finished pages, and finds there what was taken in from elsewhere or
looks like a display. Without one it is searched for in the sources.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from execmath.documents import codes
from execmath.documents.markdown import Complaint, Page

NO_PAGE = "this page is not read; its name must end in .md"
# Files that generators publish as pages as well.
OTHER_ENDINGS = (".markdown", ".mdown", ".mkdn", ".mkd")
# As snippets, markdown-include and templates write it.
TAKEN_IN = [re.compile(pattern) for pattern in (
    r"^-+8<-+\s+[\"']?([^\"'\s]+)", r"\{!\s*([^!\s]+)\s*!\}",
    r"\{%-?\s*include(?:-markdown)?\s+[\"']([^\"']+)")]
SNIPPETS = re.compile(r"^-+8<-+\s*$")  # between two of these stand names of files
SECTION = re.compile(r"(?<=.)(?::[\w-]*)+$")
DISPLAYED = re.compile(r"\$\$|\\\[|\\begin\{|(?m:^\s*(?:`{3,}|~{3,})\s*math\s*$)")
FORMULA = re.compile(r"(?<![\\$])\$[^$]+\$(?!\$)")
LETTER = re.compile(r"[^\W\d_]")
MARKERS = re.compile(r"^(?:>\s*)+")
ITEM = re.compile(r"^(?:[-*+:]\s|\||\d+[.)]|\[\^)")  # a formula alone in one is not a display


def with_complaints(root: Path, page: Page) -> Page:
    """The page, with what is wrong where nothing but its source is looked at."""
    found = [*_taken_in(root, page), *_alone(page)]
    return replace(page, complaints=(*page.complaints, *found)) if found else page


def other_pages(root: Path, paths: list[str]) -> Iterator[Page]:
    """Files that are pages to others, each with the complaint that it is none here."""
    for path in paths:
        if path.endswith(OTHER_ENDINGS):
            yield Page(path, (), (), (), (Complaint(1, codes.NO_PAGE, NO_PAGE),), ())


def files_below(root: Path) -> Iterator[str]:
    """All files, also behind links to folders, but for those whose names begin with a dot: editors
    leave their locks there, and notebooks their checkpoints."""
    entered = set[str]()
    for folder, below, names in os.walk(root, followlinks=True):
        real = os.path.realpath(folder)
        if real in entered:  # by a link, which may lead around in a circle
            below.clear()
            continue
        entered.add(real)
        below[:] = [name for name in below if not name.startswith(".")]
        yield from (Path(folder, name).relative_to(root).as_posix() for name in names
                    if not name.startswith("."))


def _taken_in(root: Path, page: Page) -> Iterator[Complaint]:
    for number, name in _names(page):
        file = next((folder / name for folder in (root, root.parent, (root / page.path).parent)
                     if (folder / name).is_file()), None)
        if file is None:
            yield Complaint(number, codes.TAKEN_IN, f"this takes in {name}, which was not found "
                            "and not read")
        elif DISPLAYED.search(file.read_text(encoding="utf-8", errors="replace")):
            yield Complaint(number, codes.TAKEN_IN, f"this takes in {name}, whose displays are "
                            "not read; write them on the page itself")


def _names(page: Page) -> Iterator[tuple[int, str]]:
    """Files that are taken in, and where."""
    is_list = False
    for number, line in ((number, line.strip()) for number, line in page.prose):
        if SNIPPETS.match(line):
            is_list = not is_list
        elif is_list and line:
            yield number, SECTION.sub("", line.removeprefix(";"))
        else:
            yield from ((number, SECTION.sub("", match[1])) for pattern in TAKEN_IN
                        for match in pattern.finditer(line))


def _alone(page: Page) -> Iterator[Complaint]:
    """Paragraphs of formulas alone."""
    for number, text in _paragraphs(page):
        if FORMULA.search(text) and not ITEM.match(text) \
                and not LETTER.search(FORMULA.sub("", text)):
            yield Complaint(number, codes.BESIDE_DISPLAY, "a paragraph of formulas alone looks "
                            "like a display, and is not executed; write it between $$ and $$, or "
                            "say in words what it is")


def _paragraphs(page: Page) -> Iterator[tuple[int, str]]:
    """The line at which each begins, and its text; what is indented belongs to an item."""
    def neighbors(numbered: tuple[int, tuple[int, str]]) -> tuple[bool, int]:
        place, (number, line) = numbered
        return bool(line.strip()), number - place

    for (is_text, _), group in groupby(enumerate(page.prose), key=neighbors):
        lines = [numbered for _, numbered in group]
        if is_text and not lines[0][1].startswith((" ", "\t")):
            yield lines[0][0], "\n".join(MARKERS.sub("", line.strip()) for _, line in lines)
