"""Somebody looks for an equation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from visiting import Visit

QUERIES = {
    "by its name": ("gradient-is-softmax", "gradient-is-softmax"),
    "by its name in words": ("gradient is softmax", "gradient-is-softmax"),
    "by words for its notation": ("derivative of log sum exp", "gradient-is-softmax"),
    "by LaTeX": (r"\frac{\partial}{\partial \eta_i} A(\eta)", "gradient-is-softmax"),
    "by LaTeX that is spaced otherwise": (
        r"\dfrac{\partial}{\partial\eta_{i}}\,A\left( \eta \right)",
        "gradient-is-softmax",
    ),
    "by a whole display": (
        r"$$ A(\eta) := \log \sum_{j=1}^{k} e^{\eta_j} \label{lse} $$",
        "log-sum-exp",
    ),
    "by one command": (r"\operatorname{softmax}", "softmax"),
}


def ask(page: Page, query: str) -> None:
    """Paste a query, when the search has read its index."""
    box = page.get_by_role("textbox", name="Search")
    box.click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    box.fill(query)


def test_the_index_is_fetched_when_a_reader_turns_to_the_search(first_visit: Visit) -> None:
    page = first_visit.page
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto("./", wait_until="networkidle")
    assert not [url for url in fetched if "search_index" in url]
    ask(page, "softmax")
    assert len([url for url in fetched if "search_index" in url]) == 1


@pytest.mark.parametrize("how", QUERIES)
def test_an_equation_is_found(visit: Visit, how: str) -> None:
    query, label = QUERIES[how]
    page = visit.page
    page.goto("./")
    ask(page, query)
    page.locator(".md-search-result__item > a").first.wait_for()
    found = [
        link.get_attribute("href").partition("?")[0].rpartition("eq/")[2].rstrip("/")
        for link in page.locator(".md-search-result__item > a").all()
    ]
    assert label in found[:1 if how.startswith("by its name") else 4], found[:8]


def test_a_hit_shows_the_formula(visit: Visit) -> None:
    page = visit.page
    page.goto("softmax/")
    ask(page, "kl divergence is bregman")
    picture = page.locator(".md-search-result__item img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("one => one.naturalWidth") > 50


def test_the_index_knows_each_equation_once_and_no_altered_formulas(built: Path) -> None:
    index = json.loads((built / "search/search_index.json").read_text())
    places = [document["location"] for document in index["docs"]]
    labels = [page.parent.name for page in built.glob("eq/*/index.json")]
    assert labels and all(places.count(f"eq/{label}/") == 1 for label in labels)
    assert {place.partition("/#")[2] for place in places if place.startswith("eq/")} == {""}
    assert not [place for place in places if "mold" in place]
    assert len(places) == len(set(places))
