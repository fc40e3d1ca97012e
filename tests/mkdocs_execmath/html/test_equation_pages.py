"""Each equation has a page of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from execmath.documents.addresses import Publisher
from execmath.documents.register import parse
from execmath.documents.site import Site, read_site
from execmath.mutation.report import ALSO_TRUE, REJECTED, MutantResult, MutationReport
from mkdocs_execmath.html import cards, equation_pages, excerpts, redirects
from mkdocs_execmath.html.cards import Shown, View
from mkdocs_execmath.html.equation_pages import CONTENT, DESCRIPTION, NAME, TITLE


def frame() -> str:
    """What a theme may make of the mold, in which its words stand in the head and in the page."""
    return (f"<title>{TITLE} - Sums</title><meta name=description content='{DESCRIPTION}'>"
            f"<link rel=canonical href=/eq/{NAME}/><h1>{TITLE}</h1>{CONTENT}<p>{NAME}</p>")


def test_a_page_is_cast_in_the_frame_of_the_mold() -> None:
    page = equation_pages.instantiate(frame(), "doubled-total", "Twice & more",
                                      "It's <twice>.", f"<p>{TITLE}</p>")
    assert page == ("<title>Twice &amp; more - Sums</title>"
                    "<meta name=description content='It&#x27;s &lt;twice&gt;.'>"
                    "<link rel=canonical href=/eq/doubled-total/><h1>Twice &amp; more</h1>"
                    f"<p>{TITLE}</p><p>doubled-total</p>")


def test_the_mold_has_each_word_that_is_replaced() -> None:
    for word in (TITLE, DESCRIPTION, CONTENT):
        assert word in equation_pages.TEMPLATE_TEXT
    assert Path(equation_pages.TEMPLATE).parent.name == NAME


def test_a_page_is_described_by_the_words_before_the_display_and_the_verdict(site: Site) -> None:
    result = site.ledger.results["doubled-total"]
    words = result.words()
    assert words.startswith("holds as typeset: ")
    assert equation_pages.description(result, site) == (
        f"A multiple of the total is the total of the multiples. H{words[1:]}."
    )


def test_altered_formulas_are_told_in_words_by_the_point_that_rejects_them(site: Site) -> None:
    result = site.ledger.results["total"]
    says = [r'"a < b" in place of "\sum_{i}"', "without a factor", 'with "2"']
    altered = tuple(MutantResult("", words, 0, REJECTED, by="total", point=point, left="1",
                                 right="-2")
                    for words, point in zip(says, ["eta = 0", "eta = 1", "eta = 0"], strict=True))
    page = cards.altered(replace(result, mutation=MutationReport(altered)), View(site.ledger))
    assert re.findall("<strong>(.*?)</strong>", page) == ["η = 0", "η = 1"]
    assert r"<li><code>a &lt; b</code> in place of <code>\sum_{i}</code> <span>1 ≠ −2</span></li>" \
        r"<li>with <code>2</code> " in page


def test_a_formula_that_is_also_true_stands_outside_of_that_list(site: Site) -> None:
    one = MutantResult("", "without a factor", 0, ALSO_TRUE)
    result = replace(site.ledger.results["total"], mutation=MutationReport((one,)))
    assert cards.altered(result, View(site.ledger)) == ""
    page = cards.equation(result, Shown(), View(site.ledger), ("", ""))
    assert "<p data-search-exclude>Also true:</p>" in page and "altered.html" not in page


def test_the_ends_of_a_chain_of_equations_are_equal_and_those_of_others_are_not(
    tmp_path: Path
) -> None:
    (tmp_path / "page.md").write_text("\n".join(
        f"$$\n{tex} \\qquad x \\in \\mathbb{{R}}\n\\label{{{label}}}\n$$\n" for label, tex in {
            "chain": "x + x = 2 x = x + x + 0", "bound": "x = x + 0 \\le x + 1",
            "one": "x = x + 0"}.items()))
    results = read_site(tmp_path).ledger.results
    assert {label: excerpts.ends(result) for label, result in results.items()} == {
        "chain": "x + x = x + x + 0", "bound": "x = x + 0 \\le x + 1", "one": "x = x + 0"}


def test_a_page_shows_the_code_that_is_held_against_the_equation(site: Site) -> None:
    results, held = site.ledger.results, equation_pages.code(site)
    code = equation_pages.code_section(results["total"], held["total"], lambda page: f"../{page}")
    assert re.sub(r"<[^>]*>", "", code).endswith('print(implements("total", sum))\n')
    assert '<a href="../sums.md#total">sums.md</a>' in code
    assert "doubled-total" not in held
    assert equation_pages.code_section(results["doubled-total"], (), str) == ""


def test_code_on_another_page_is_linked_by_its_page_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n$$\nf(u) := u + 1 \\qquad u \\in \\mathbb{R}\n"
                                   "\\label{next}\n$$\n")
    (tmp_path / "b.md").write_text('# B\n\n```python exec="true" session="b"\n'
                                   'print(implements("next", f))\n```\n')
    site = read_site(tmp_path)
    code = equation_pages.code_section(site.ledger.results["next"],
                                       equation_pages.code(site)["next"], str)
    assert '<p>From <a href="b.md">b.md</a>, line 3:</p>' in code


def test_the_words_before_a_display_are_read_without_marks_and_formulas(site: Site) -> None:
    total, size, numbers = (equation_pages.lead_in(site.ledger.results[label], site)
                            for label in ("total", "size", "numbers"))
    assert excerpts.plain(total) == "The total is what it sounds like. It adds every x_i."
    assert excerpts.plain(size) == "Let there be n ∈ ℕ of them."
    assert numbers == ""


def test_the_words_before_a_display_are_quoted_with_their_formulas() -> None:
    said = "The *total* of [all $x_i$](page.md) is < `1`, for $n \\in \\mathbb{N}$."
    assert excerpts.quoted(said, lambda tex: f"[{tex}]") == (
        "The total of all [x_i] is &lt; 1, for [n \\in \\mathbb{N}].")


def test_the_sources_of_a_page_are_read_with_their_links() -> None:
    lines = ["- no source", "## Sources", "", "- A <b>, *Title*, [doi:10.1/x](https://doi.org/10.1/x).",
             "", "# Next", "- none"]
    assert excerpts.sources(lines) == [
        'A &lt;b&gt;, <em>Title</em>, <a href="https://doi.org/10.1/x">doi:10.1/x</a>.']
    assert excerpts.sources(["no heading"]) == []


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    assert excerpts.shortened("One is first. Two is second. Three is last.", 30) == (
        "Two is second. Three is last."
    )
    assert excerpts.shortened("word " * 100, 20) == "word word word…"


def test_a_formula_in_a_sentence_becomes_characters() -> None:
    assert excerpts.unicode(r"e^{\eta_i} \in \mathbb{R}_{>0}") == "e^η_i ∈ ℝ_>0"
    assert excerpts.unicode(r"i \in \{1, \ldots, k\}") == "i ∈ {1, …, k}"
    assert excerpts.unicode(r"\operatorname{softmax}(\eta)") == "softmax(η)"


def test_a_retired_address_leads_to_what_took_its_place_and_says_so() -> None:
    register = parse(
        "old  2026-01-01  0123456789ab\nnew  2026-01-01  0123456789ab\n"
        "old  2026-02-01  retired -> new\n"
    )
    html = redirects.redirect("old", register, Publisher("S", "https://s.example"))
    assert '<meta http-equiv="refresh" content="0; url=../new/#was-old">' in html
    assert '<link rel="canonical" href="https://s.example/eq/new/">' in html
    assert '<link rel="icon" href="data:,">' in html
    assert "The equation old was retired on 2026-02-01." in html
    assert '<a href="../new/#was-old">new</a> took its place.' in html
