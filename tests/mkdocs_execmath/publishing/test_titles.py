"""Titles are written beside the pages, and none is missing."""

from __future__ import annotations

from pathlib import Path

from execmath.documents.addresses import Publisher
from execmath.documents.site import Site
from mkdocs_execmath.publishing import titles


def problems(folder: Path, text: str, site: Site) -> list[str]:
    (folder / titles.FILE).write_text(text, encoding="utf-8")
    return [str(one) for one in titles.read(folder).problems(site.ledger)]


def test_a_line_is_a_label_and_a_title(tmp_path: Path, site: Site) -> None:
    assert problems(tmp_path, "# titles\n\ndoubled-total  Twice the total\n", site) == []
    publisher = Publisher("Sums", titles=titles.read(tmp_path).of)
    assert publisher.title("doubled-total") == "Twice the total"
    assert publisher.title("total") == "Total"


def test_a_claim_without_a_title_is_refused(tmp_path: Path, site: Site) -> None:
    (problem,) = problems(tmp_path, "total  The total\n", site)
    assert problem.startswith("sums.md:")
    assert "doubled-total" in problem and "add to titles.txt" in problem


def test_a_site_without_the_file_needs_none(tmp_path: Path, site: Site) -> None:
    assert list(titles.read(tmp_path).problems(site.ledger)) == []


def test_a_title_of_nothing_a_second_one_and_what_is_no_line_are_refused(tmp_path: Path,
                                                                         site: Site) -> None:
    found = problems(tmp_path, "doubled-total  A\nnosuch  B\ndoubled-total  C\nwhat is this\n",
                     site)
    places = [one.split(" ")[0].rstrip(":") for one in found]
    assert places == ["titles.txt:3", "titles.txt:4", "titles.txt:2"]
