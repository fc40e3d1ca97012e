"""The works that the pages name under `## Sources`, each once, with the pages that name it.

A source is an item of a list: `- A. Author and B. Author (1999), *Title*, Publisher, doi: use.`
What a page takes from the work, its use, stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from posixpath import dirname, relpath

from execmath.code import active_site

TITLE = re.compile(r"^# (.+?)(?:\s*\{.*\})?$", re.MULTILINE)
HEADING = re.compile(r"^## Sources\s*$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
WORK = re.compile(r"(?P<authors>.+?) \((?P<year>\d{4})\), \*(?P<title>[^*]+)\*")
DETAIL = re.compile(r"(?<=\)\)|\w\)|\w\w)(?:: |, (?=(?:section|chapter|theorem|exercise)s? ))")


@dataclass(frozen=True)
class Citation:
    """One item of one page: the work, and what the page takes from it."""

    page: str
    title: str  # of the page
    work: str
    detail: str
    order: tuple[str, str, str]  # first author's surname, year, title


def bibliography(page: str) -> str:
    """A Markdown list of all works, by author, and of the pages that have no sources.

    page    of the list, for the links
    raises  ValueError for an item that is not written as a source
    """
    citations = [citation for path, text in _pages() for citation in _citations(path, text)]
    items = [_item(list(group), page) for group in _grouped(citations)]
    missing = [(path, text) for path, text in _pages()
               if not HEADING.search(text) and path != page]
    named = ", ".join(f"[{_title(text, path)}]({_link(path, page)})" for path, text in missing)
    rest = f"\n\nPages that name no source: {named}." if missing else ""
    return "\n".join(items) + rest


def _pages() -> Iterator[tuple[str, str]]:
    site = active_site.current()
    for path in site.pages:
        yield path, (site.root / path).read_text(encoding="utf-8")


def _citations(page: str, text: str) -> Iterator[Citation]:
    section = HEADING.search(text)
    for line in section[1].splitlines() if section else ():
        if not line.startswith("- "):
            continue
        match = WORK.match(line[2:])
        if match is None:
            raise ValueError(f"{page}: a source is written Author (year), *Title*, …; found {line}")
        surname = re.split(r",| and ", match["authors"])[0].split()[-1]
        work, detail = _parted(line[2:].rstrip("."), match.end())
        order = surname, match["year"], match["title"]
        yield Citation(page, _title(text, page), work, detail, order)


def _parted(text: str, title_end: int) -> tuple[str, str]:
    """The work, and what stands behind it; a colon within the title parts nothing."""
    cut = DETAIL.search(text, title_end)
    return (text, "") if cut is None else (text[: cut.start()], text[cut.end() :])


def _grouped(citations: Iterable[Citation]) -> Iterator[list[Citation]]:
    works: dict[tuple[str, str, str], list[Citation]] = {}
    for citation in citations:
        works.setdefault(citation.order, []).append(citation)
    return (works[order] for order in sorted(works))


def _item(citations: list[Citation], page: str) -> str:
    uses = "; ".join(
        f"[{citation.title}]({_link(citation.page, page)})"
        + (f" ({citation.detail})" if citation.detail else "") for citation in citations)
    return f"- {citations[0].work}.<br>In {uses}."


def _title(text: str, path: str) -> str:
    heading = TITLE.search(text)
    return heading[1] if heading else path


def _link(path: str, page: str) -> str:
    return relpath(path, dirname(page) or ".")
