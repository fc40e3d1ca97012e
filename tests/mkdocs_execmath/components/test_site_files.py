"""The files beside the pages."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from execmath.documents.addresses import Publisher
from execmath.documents.register import parse
from execmath.documents.results import Ledger
from execmath.documents.site import Site
from mkdocs_execmath.components import site_files
from mkdocs_execmath.publishing import badge, llms

PUBLISHER = Publisher("Sums", "https://sums.example/")


def test_every_equation_has_its_files_at_its_address(site: Site) -> None:
    for label, result in site.ledger.results.items():
        files = site_files.of_equation(result, site.ledger, parse(""), PUBLISHER)
        assert json.loads(files["index.json"])["label"] == label
        for name in ("markdown.txt", "latex.txt", "bibtex.txt"):
            assert files[name].endswith(b"\n")
    shared = dict(site_files.files(site, parse(""), PUBLISHER))
    assert {"equations.json", "corpus.json", "equations.schema.json", "badge.svg"} <= set(shared)


def test_a_retired_label_keeps_its_address(site: Site) -> None:
    register = parse(
        "old  2026-01-01  0123456789ab\nold  2026-02-01  retired -> total\n"
    )
    files = dict(site_files.files(site, register, PUBLISHER))
    assert 'url=../total/#was-old"' in files["eq/old/index.html"]


def test_the_badge_counts_what_holds_and_hides_nothing(site: Site) -> None:
    assert site_files.holding(site.ledger) == "2 hold"
    fails = Ledger(dict(site.ledger.results))
    total = fails.results["total"]
    fails.results["untried"] = type(total)(
        "untried", "claim", total.page, total.display, total.scope
    )
    assert site_files.holding(fails) == "2 of 3 hold"


def test_the_badge_is_a_drawing_that_says_its_words() -> None:
    drawing = ElementTree.fromstring(badge.svg("a < b", "2 hold"))
    assert drawing.attrib["aria-label"] == "a < b: 2 hold"
    texts = [node.text for node in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == ["a < b", "2 hold"]


def test_language_models_find_sources_and_data(site: Site) -> None:
    source = llms.Source("Sums", llms.source_address("sums/"), "About sums.")
    text = llms.text(PUBLISHER, "A site.", [source], site.ledger)
    assert text.startswith("# Sums\n\n> A site.\n")
    assert "- [Sums](https://sums.example/sums/index.md): About sums.\n" in text
    total = site.ledger.results["total"].words()
    assert f"- [Total](https://sums.example/eq/total/index.json): {total}\n" in text


def test_a_source_is_published_beside_its_page() -> None:
    assert llms.source_address("") == "index.md"
    assert llms.source_address("a/b/") == "a/b/index.md"
    assert llms.source_address("a/b.html") == "a/b.md"
