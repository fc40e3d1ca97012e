"""What the search knows of a formula."""

from __future__ import annotations

from mkdocs_execmath.search.terms import search_terms


def test_a_piece_of_a_formula_has_all_its_search_terms_among_those_of_the_whole() -> None:
    whole = search_terms(r"\frac{\partial}{\partial \eta_i} A(\eta) = \frac{e^{\eta_i}}{Z}")
    assert set(search_terms(r"\partial\eta_{i}} A\left(\eta\right)")) <= set(whole)
    assert not set(search_terms(r"A(\theta)")) <= set(whole)
    assert not set(search_terms(r"a(\eta)")) <= set(whole)


def test_search_terms_are_single_words_for_any_input() -> None:
    terms = search_terms("A' \\ge é $x$ _ ^ { } \\ \\\\ 1.5 # @ ∑")
    assert terms and all(term.isascii() and term.isalnum() for term in terms)
    assert search_terms("") == search_terms("{ }") == []
