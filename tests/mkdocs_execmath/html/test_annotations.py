"""A letter in a formula says what it stands for, and marking it changes nothing of its look."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from execmath.documents.site import Site, read_site
from execmath.runtime.cache import Cache
from mkdocs_execmath.html import annotations as letters
from mkdocs_execmath.html.annotations import CLOSE, NUMBER, OPEN, Letters
from mkdocs_execmath.typesetting.formulas import Formula, Typesetter


def found(site: Site, label: str) -> Letters:
    return letters.letters(site.ledger.results[label], site.ledger.results)


def said(site: Site, label: str) -> dict[str, tuple[str, str, str]]:
    return {note.name: (note.says, note.how, note.label) for note in found(site, label).notes}


def test_a_letter_is_told_by_the_statement_that_declared_or_defined_it(site: Site) -> None:
    notes = said(site, "doubled-total")
    assert notes["m"] == (r"m \in \mathbb{R}_{>0}", "declared", "size")
    assert notes["s"] == (r"s(x) := \sum_{i=1}^{n} x_i", "defined", "total")


def test_a_letter_of_the_display_is_told_by_its_hypothesis_or_its_sum(site: Site) -> None:
    assert said(site, "doubled-total")["x"] == (r"x \in \mathbb{R}^n", "bound", "")
    assert said(site, "total")["i"] == (r"i = 1, \ldots, n", "bound", "")


def test_a_parameter_that_borrows_its_domain_is_told_by_who_lent_it(site: Site) -> None:
    assert said(site, "total")["x"] == (r"x \in \mathbb{R}^n", "declared", "numbers")


def test_letters_that_were_declared_together_are_told_once(docs: Path) -> None:
    notes = found(read_site(docs), "three-point-identity").notes
    assert [note.label for note in notes].count("second-parameter") == 1
    assert len({note.says for note in notes}) == len(notes)


def test_every_letter_is_marked_where_it_stands(site: Site) -> None:
    (marked,) = found(site, "total").marked
    shown = marked.replace(OPEN, "<").replace(NUMBER, ":").replace(CLOSE, ">")
    assert re.sub(r"<\d:", "<", shown) == r"s(x) := \sum_{i=1}^{<n>} <x>_<i>"


def test_without_its_marks_it_is_the_display(site: Site) -> None:
    for label, result in site.ledger.results.items():
        plain = tuple(map(letters.plain, found(site, label).marked))
        assert plain == letters.pieces(result.display.tex)


def test_what_was_not_read_is_not_marked(site: Site) -> None:
    assert found(site, "picture").notes == ()


# ------------------------------------------------------------------------------- typesetting


def mark(number: int, tex: str) -> str:
    return f"{OPEN}{number}{NUMBER}{tex}{CLOSE}"


MARKED = [
    rf"\frac{{\partial}}{{\partial {mark(0, chr(92) + 'eta')}_i}} A",
    rf"{mark(0, 'x')}_{mark(1, 'i')}^2 + \log{mark(2, chr(92) + 'theta')}",
    rf"{mark(0, chr(92) + 'operatorname{softmax}')}({mark(1, chr(92) + 'mathbf{x}')})",
]


@pytest.mark.parametrize("tex", MARKED)
def test_a_marked_formula_looks_like_the_unmarked_one(tex: str) -> None:
    plain = Formula(letters.plain(tex), True)
    html = Typesetter(Cache()).typeset([Formula(tex, True), plain]).html
    marked = html[Formula(tex, True)]
    assert {int(number) for number in re.findall(r"xl-(\d+)", marked)} == set(
        range(tex.count(OPEN)))
    bare = re.sub(r' class=""', "", re.sub(r" ?xl-\d+", "", marked))
    assert bare == html[plain]


def test_a_mark_that_would_change_the_look_is_left_out() -> None:
    tex = Formula(rf"\frac {mark(0, 'a')} {mark(1, 'b')}", True)
    plain = Formula(r"\frac a b", True)
    html = Typesetter(Cache()).typeset([tex, plain]).html
    assert html[tex] == html[plain]


def test_nobody_can_write_the_macro_of_the_marks() -> None:
    wrong = [Formula(tex, True) for tex in (r"\class{a}{b}", r"\data{a}{b}", r"\cssId{a}{b}")]
    assert set(Typesetter(Cache()).typeset(wrong).errors) == set(wrong)
