"""Whatever stands in a result, its HTML shows it as text."""

from __future__ import annotations

import re
import sqlite3
import zlib
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment
from markupsafe import Markup

from execmath.checking.verdict import Failure, Sample, Verdict
from execmath.documents.addresses import Publisher
from execmath.documents.register import parse
from execmath.documents.results import Diagnostic, Ledger, Proof, Result
from execmath.documents.site import Site
from execmath.mutation.report import REJECTED, MutantResult, MutationReport
from execmath.runtime.cache import NAME, SEAL, Cache
from mkdocs_execmath.html import cards, equation_pages, proof_pages, redirects
from mkdocs_execmath.html.cards import Shown, View
from mkdocs_execmath.publishing.preview_tags import Preview, alternate
from mkdocs_execmath.templating import FOLDER, Templates
from mkdocs_execmath.typesetting.vectors import Vector

HOSTILE = """"'><script>alert(1)</script>&amp;<b onclick="x">"""
FORMULA = Markup("<mjx-container>x</mjx-container>")


class Tags(HTMLParser):
    """The elements of an HTML text, and whether one of them comes from what is hostile."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.text = ""
        self.feed(str(html))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.bad += [tag for name, _ in attributes if name.startswith("on")]
        self.bad += [tag] if tag in ("script", "b") else []

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def hostile(site: Site) -> Result:
    """A claim in which every text is hostile."""
    claim = site.ledger.results["doubled-total"]
    mutant = MutantResult(HOSTILE, f'"{HOSTILE}" in place of "x"', 0, REJECTED, by=HOSTILE,
                          point=HOSTILE, left=HOSTILE, right=HOSTILE, reason=HOSTILE)
    verdict = Verdict(None, points=3, comparisons=3, digits=30, coverage=HOSTILE, slack=HOSTILE,
                      samples=(Sample(HOSTILE, HOSTILE, HOSTILE),),
                      refutation=Failure(HOSTILE, (0, 0), point=HOSTILE, left=HOSTILE,
                                         right=HOSTILE))
    return replace(claim, label=HOSTILE, page=HOSTILE, reason=HOSTILE, uses=(HOSTILE,),
                   verdict=verdict, mutation=MutationReport((mutant,)),
                   display=replace(claim.display, tex=HOSTILE),
                   proof=Proof(HOSTILE, f"*)\n{HOSTILE}", (HOSTILE,), HOSTILE, 1, HOSTILE,
                               (HOSTILE,)))


def test_hostile_text_is_escaped_wherever_it_stands(hostile: Result, site: Site) -> None:
    ledger = Ledger({hostile.label: hostile})
    problem = Diagnostic(HOSTILE, 1, HOSTILE, HOSTILE)
    letters = cards.letters([(0, FORMULA, HOSTILE, HOSTILE)], str)
    view = View(ledger, pictures={HOSTILE: Vector("<svg/>", 1.0, 1.0)}, coded={HOSTILE},
                deduced={HOSTILE: (HOSTILE,)})
    shown = Shown((FORMULA,), (FORMULA,), 1.0)
    pieces = [
        cards.card(hostile, shown, view, [problem], letters=HOSTILE),
        cards.equation(hostile, shown, view, (HOSTILE, HOSTILE), notices=[(HOSTILE, HOSTILE)],
                       notes=letters, letters=HOSTILE, neighbors=(HOSTILE, HOSTILE)),
        cards.quoted([hostile, hostile], [FORMULA], view),
        cards.altered(hostile, view),
        cards.index(view, {HOSTILE: HOSTILE}),
        cards.graphs(FORMULA, [(HOSTILE, HOSTILE)]),
        cards.graph_page(FORMULA, HOSTILE),
        cards.banner([problem]),
        cards.drawing(FORMULA, HOSTILE),
        proof_pages.listed(ledger, str, str),
        Preview(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE).tags(),
        alternate("text/markdown", HOSTILE, HOSTILE),
    ]
    for piece in pieces:
        assert Tags(piece).bad == [], piece
        assert "<script" not in piece
    assert "<script>alert(1)</script>" in Tags(pieces[0]).text
    assert FORMULA in pieces[0]


def test_every_template_is_used_and_says_what_it_is() -> None:
    package = FOLDER.parent
    code = "".join(file.read_text() for file in package.rglob("*.py"))
    for template in FOLDER.glob("*.html"):
        assert re.search(rf'render\(\s*"{template.stem}"', code), template
        assert template.read_text().startswith("{#- ")


def test_the_lines_of_a_template_are_joined_and_its_errors_keep_their_lines(tmp_path: Path) -> None:
    (tmp_path / "banner.html").write_text("<p>\n  {{ problems }}\n</p>\n\n  {{ nosuch }}\n")
    with pytest.raises(Exception, match="nosuch") as error:
        Templates([tmp_path]).render("banner", problems="a < b")
    lines = [entry.lineno + 1 for entry in error.traceback if "banner.html" in str(entry.path)]
    assert lines == [5]
    (tmp_path / "banner.html").write_text("<p>\n  {{ problems }}\n</p>\n")
    assert Templates([tmp_path]).render("banner", problems="a < b") == "<p>a &lt; b</p>"


def test_a_compiled_template_that_this_package_did_not_write_is_compiled_anew(tmp_path: Path
                                                                              ) -> None:
    def shown() -> str:
        return Templates([tmp_path], Cache(tmp_path / "cache")).render("banner", problems="")

    (tmp_path / "banner.html").write_text("<p>Fine</p>")
    assert shown() == "<p>Fine</p>"
    with sqlite3.connect(tmp_path / "cache" / NAME) as opened:
        ((key, fine),) = opened.execute("SELECT key, value FROM kept").fetchall()
    data = zlib.decompress(fine[SEAL:]).replace(b"Fine", b"Evil")
    for value in (fine[:SEAL] + zlib.compress(data), zlib.compress(data)):
        with sqlite3.connect(tmp_path / "cache" / NAME) as opened:
            opened.execute("UPDATE kept SET value = ? WHERE key = ?", (value, key))
        assert shown() == "<p>Fine</p>"


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "banner.html").write_text("<p>Fine</p>")
    before = Templates([tmp_path], Cache(tmp_path / "cache")).render("banner", problems="")
    monkeypatch.setattr(Environment, "compile", None)
    assert Templates([tmp_path], Cache(tmp_path / "cache")).render("banner", problems="") == before


def test_a_redirect_escapes_its_labels() -> None:
    register = parse("old  2026-01-01  0123456789ab\nnew  2026-01-01  0123456789ab\n"
                     "old  2026-02-01  retired -> new\n")
    page = redirects.redirect("old", register, Publisher("S", 'https://s.example/"><b>'))
    assert Tags(page).bad == []


def test_code_is_shown_as_it_is_highlighted(site: Site) -> None:
    section = equation_pages.code_section(site.ledger.results["total"],
                                          equation_pages.code(site)["total"], lambda page: HOSTILE)
    assert Tags(section).bad == []
    assert '<div class="highlight">' in section
