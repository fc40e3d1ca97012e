"""A page rests on the files that were opened while it was made, and not on what a build makes."""

from __future__ import annotations

from pathlib import Path

from mkdocs_execmath.components.opened_files import Opened, content_of, leave_out


def test_the_text_of_the_page_itself_is_known_anyway(tmp_path: Path) -> None:
    page, table = tmp_path / "page.md", tmp_path / "table.csv"
    opened = Opened(page=str(page))
    opened.add(page)
    opened.add(table)
    assert opened.paths == {str(table)}


def test_a_folder_changes_with_its_files_and_not_with_the_site_that_is_built_in_it(
        tmp_path: Path) -> None:
    site = tmp_path / "site"
    leave_out(site)
    before = content_of(str(tmp_path))
    for made in (site, tmp_path / ".site.next", tmp_path / "__pycache__"):
        made.mkdir()
    assert content_of(str(tmp_path)) == before
    (tmp_path / "helper.py").touch()
    assert content_of(str(tmp_path)) != before
