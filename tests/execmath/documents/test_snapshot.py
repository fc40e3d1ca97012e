r"""A build in which no equation has changed takes the site as it was when it was last executed."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from execmath.documents.scheduler import execute
from execmath.documents.site import Site, read_pages
from execmath.documents.snapshot import PLACE, Snapshot
from execmath.runtime.cache import NAME, Cache

DOUBLE = r"""# Double

$$
d(x) := 2 x \qquad x \in \mathbb{R}
\label{double}
$$

Twice is once and once more.

$$
d(x) = x + x \qquad x \in \mathbb{R}
\label{double-is-a-sum}
$$
"""
OTHER = r"""---
builds_on: double.md
---

# Other

$$
d(0) = 0
\label{double-of-nothing}
$$
"""


class Pages:
    """A folder of pages, and how often they were executed."""

    def __init__(self, root: Path) -> None:
        self.root, self.runs = root / "docs", 0
        self.cache = Cache(root / "cache")
        self.root.mkdir()
        self.write("double.md", DOUBLE)
        self.write("other.md", OTHER)

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text)

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))

    def build(self) -> Site:
        pages = read_pages(self.root, ["double.md", "other.md"])
        recalled = Snapshot(self.root, pages, self.cache)
        if not recalled.is_executed:
            self.runs += 1
            execute(recalled.site)
            recalled.keep()
        return recalled.site


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    found = Pages(tmp_path)
    assert not found.build().ledger.problems
    return found


def test_other_words_change_no_verdict_and_move_the_lines(pages: Pages) -> None:
    before = pages.build().ledger.results
    pages.edit("double.md", "# Double", "# Double\n\nA word\non two lines.")
    site = pages.build()
    assert pages.runs == 1
    after = site.ledger.results
    assert after["double-is-a-sum"].place == "double.md:13"
    assert {label: replace(result, display=before[label].display, scope=before[label].scope)
            for label, result in after.items()} == before
    assert site.pages["double.md"].lines[2] == "A word"


@pytest.mark.parametrize(("page", "old", "new"), [
    ("double.md", "x + x", "x + 2 x - x"),
    ("double.md", "# Double", "# Twice"),  # within a section a letter has one meaning
    ("double.md", "\n$$\nd(x) =", "\n<!-- execmath: points: 300 -->\n$$\nd(x) ="),
    ("double.md", "label{double-is", "label{twice-is"),
    ("other.md", "d(0) = 0", "d(1) = 2"),
])
def test_what_an_equation_says_or_where_makes_it_new(
    pages: Pages, page: str, old: str, new: str
) -> None:
    pages.edit(page, old, new)
    pages.build()
    assert pages.runs == 2
    pages.build()
    assert pages.runs == 2


def test_a_page_that_builds_on_no_other_is_read_without_it(pages: Pages) -> None:
    pages.edit("other.md", "builds_on: double.md", "author: nobody")
    assert "d has no meaning" in str(pages.build().ledger.problems[0])


def test_a_site_with_a_problem_is_not_kept(pages: Pages) -> None:
    pages.edit("double.md", "x + x", "x + x + 1")
    for run in (2, 3):
        site = pages.build()
        assert pages.runs == run
        assert "double-is-a-sum" in {problem.label for problem in site.ledger.problems}


def test_what_is_kept_and_damaged_is_worked_out_anew(pages: Pages) -> None:
    with sqlite3.connect(pages.root.parent / "cache" / NAME) as kept:
        kept.execute("UPDATE kept SET value = x'00'")
    assert set(pages.build().ledger.results) == {"double", "double-is-a-sum", "double-of-nothing"}
    assert pages.runs == 2


@pytest.mark.parametrize("change", [
    lambda kept: kept | {"by_label": {}},
    lambda kept: kept | {"by_label": kept["by_label"] | {"double": {"verdict": "holds"}}},
    lambda kept: kept | {"key": "another"},
    lambda kept: [kept],
])
def test_what_can_be_read_and_is_no_site_is_worked_out_anew(pages: Pages, change) -> None:
    pages.cache.store(PLACE, change(pages.cache.load(PLACE)))
    site = pages.build()
    assert pages.runs == 2
    assert site.ledger.results["double-is-a-sum"].verdict.holds
