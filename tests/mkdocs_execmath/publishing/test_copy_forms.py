r"""An equation can be taken elsewhere, and says where it is from."""

from __future__ import annotations

from dataclasses import replace

from execmath.documents import addresses
from execmath.documents.addresses import Publisher
from execmath.documents.results import Proof
from execmath.documents.site import Site
from mkdocs_execmath.publishing import copy_forms

PUBLISHER = Publisher("Sums", "https://sums.example/site/", "A. Author", "2026-03-01")


def test_an_address_depends_on_the_label_alone() -> None:
    assert addresses.address("doubled-total") == "eq/doubled-total/"
    assert PUBLISHER.absolute("eq/total/") == "https://sums.example/site/eq/total/"
    assert Publisher("Sums").absolute("eq/total/") == "/eq/total/"


def test_the_latex_is_that_of_the_page_without_its_label(site: Site) -> None:
    result = site.ledger.results["doubled-total"]
    assert addresses.latex(result) == "m s(x) = s(m x)\n\\qquad x \\in \\mathbb{R}^n"


def test_markdown_is_the_formula_with_a_link(site: Site) -> None:
    result = site.ledger.results["total"]
    assert copy_forms.markdown(result, PUBLISHER) == (
        "$$\ns(x) := \\sum_{i=1}^{n} x_i\n$$\n\n"
        "[Total](https://sums.example/site/eq/total/) (Sums; " + result.words() + ")\n"
    )


def test_markdown_says_what_letters_mean_and_what_speaks_for_it(site: Site) -> None:
    proof = Proof("sums.doubled", "", ("k",), "sums", 12, "8.16.1")
    result = replace(site.ledger.results["doubled-total"], proof=proof)
    shared = copy_forms.markdown(result, PUBLISHER, [r"n \in \mathbb{N}", "s := t"])
    assert r"Here $n \in \mathbb{N}$, $s := t$." in shared
    assert "(Sums; proved for every k (Rocq); holds as typeset: " in shared


def test_bibtex_names_author_address_and_the_date_of_publication(site: Site) -> None:
    assert copy_forms.bibtex(site.ledger.results["total"], PUBLISHER, "2026-01-02") == (
        "@misc{total,\n"
        "  title = {{Total}},\n"
        "  author = {{A. Author}},\n"
        "  howpublished = {Sums},\n"
        "  year = {2026},\n"
        "  month = {1},\n"
        "  url = {https://sums.example/site/eq/total/},\n"
        "  note = {Equation total},\n"
        "}\n"
    )


def test_a_label_that_is_not_registered_yet_is_dated_by_the_build(site: Site) -> None:
    text = copy_forms.bibtex(site.ledger.results["total"], PUBLISHER, "")
    assert "year = {2026}" in text and "month = {3}" in text
