"""Each equation has a page of its own."""

from __future__ import annotations

from pathlib import Path

import yaml

from execmath import equation_pages, prose
from execmath.citation import Publisher
from execmath.register import parse
from execmath.site import Site, read_site


def header(markdown: str) -> dict[str, str]:
    return yaml.safe_load(markdown.split("---\n")[1])


def test_every_equation_has_a_page(site: Site) -> None:
    assert list(equation_pages.pages(site)) == [
        f"eq/{label}.md" for label in ("size", "numbers", "total", "doubled-total", "picture")
    ]


def test_a_page_is_titled_and_described(site: Site) -> None:
    page = equation_pages.pages(site)["eq/doubled-total.md"]
    words = site.ledger.entries["doubled-total"].words()
    assert words.startswith("holds as typeset: ")
    assert header(page)["title"] == "Doubled total"
    assert header(page)["description"] == (
        f"A multiple of the total is the total of the multiples. H{words[1:]}."
    )
    assert equation_pages.HERE.findall(page) == ["doubled-total"]


def test_a_page_shows_the_code_that_is_held_against_the_equation(site: Site) -> None:
    pages = equation_pages.pages(site)
    assert '```python\nprint(implements("total", sum))\n```' in pages["eq/total.md"]
    assert "[sums.md](../sums.md#total)" in pages["eq/total.md"]
    assert "```" not in pages["eq/doubled-total.md"]


def test_code_on_another_page_is_linked_by_its_page_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n$$\nf(u) := u + 1 \\qquad u \\in \\mathbb{R}\n"
                                   "\\label{next}\n$$\n")
    (tmp_path / "b.md").write_text('# B\n\n```python exec="true" session="b"\n'
                                   'print(implements("next", f))\n```\n')
    page = equation_pages.pages(read_site(tmp_path))["eq/next.md"]
    assert "From [b.md](../b.md), line 3:" in page


def test_the_words_before_a_display_are_read_without_marks_and_formulas(site: Site) -> None:
    entries = site.ledger.entries
    total = equation_pages.lead_in(entries["total"], site)
    assert total == "The total is what it sounds like. It adds every x_i."
    assert equation_pages.lead_in(entries["size"], site) == "Let there be n ∈ ℕ of them."
    assert equation_pages.lead_in(entries["numbers"], site) == ""


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    assert prose.shortened("One is first. Two is second. Three is last.", 30) == (
        "Two is second. Three is last."
    )
    assert prose.shortened("word " * 100, 20) == "word word word…"


def test_a_formula_in_a_sentence_becomes_characters() -> None:
    assert prose.unicode(r"e^{\eta_i} \in \mathbb{R}_{>0}") == "e^η_i ∈ ℝ_>0"
    assert prose.unicode(r"i \in \{1, \ldots, k\}") == "i ∈ {1, …, k}"
    assert prose.unicode(r"\operatorname{softmax}(\eta)") == "softmax(η)"


def test_a_retired_address_leads_to_what_took_its_place_and_says_so() -> None:
    register = parse(
        "old  2026-01-01  0123456789ab\nnew  2026-01-01  0123456789ab\n"
        "old  2026-02-01  retired -> new\n"
    )
    html = equation_pages.redirect("old", register, Publisher("S", "https://s.example"))
    assert '<meta http-equiv="refresh" content="0; url=../new/#was-old">' in html
    assert '<link rel="canonical" href="https://s.example/eq/new/">' in html
    assert '<link rel="icon" href="data:,">' in html
    assert "The equation old was retired on 2026-02-01." in html
    assert '<a href="../new/#was-old">new</a> took its place.' in html
