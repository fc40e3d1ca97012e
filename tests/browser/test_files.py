"""A site that is opened as files, without a server, and one that is published below a path."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from fits import MATERIAL, Case, _with

BELOW = "https://example.org/notes/"


def built(case: Case, root: Path) -> Path:
    case.write(root)
    assert case.run(root, Path(sys.executable).parent) == []
    return root / "site"


@pytest.fixture(scope="module")
def in_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Material's `offline`, which gives each page a name that ends in `.html`."""
    return built(Case("files", plugins=_with("offline"), shows={}),
                 tmp_path_factory.mktemp("files") / "site")


def test_links_between_files_lead_to_files(page: Page, in_files: Path) -> None:
    page.goto((in_files / "index.html").as_uri())
    page.locator("figure a.execmath-title").first.click()
    expect(page).to_have_url(re.compile(r"/eq/[a-z-]+/index\.html"))
    page.locator(".execmath-place a").click()
    expect(page).to_have_url(re.compile(r"/site/index\.html#"))


def test_the_search_works_in_files_and_fetches_nothing_elsewhere(page: Page, in_files: Path
                                                                 ) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto((in_files / "index.html").as_uri())
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("geometric sum")
    expect(page.locator(".md-search-result__item").first).to_contain_text("sum")
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []


def test_what_is_not_there_below_a_path_has_its_styles(page: Page, tmp_path: Path) -> None:
    """A server shows `404.html` at any depth, so it names its files from the root of the host."""
    site = built(Case("below", theme=MATERIAL, top={"site_url": BELOW}), tmp_path / "project")
    page.set_content((site / "404.html").read_text(encoding="utf-8"))
    hrefs = page.locator('link[rel="stylesheet"]').evaluate_all(
        "all => all.map(one => one.getAttribute('href'))")
    assert hrefs and all(href.startswith("/notes/") for href in hrefs)
