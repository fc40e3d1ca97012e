"""The fonts of a site hold what its formulas show, drawn as MathJax draws it."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from execmath.runtime.cache import Cache
from mkdocs_execmath.typesetting import fonts
from mkdocs_execmath.typesetting.formulas import Formula, Typesetter
from mkdocs_execmath.typesetting.node import FOLDER, NodeError

WHOLE = FOLDER / "node_modules/@mathjax/mathjax-newcm-font/chtml/woff2"
UNDRAWN = "\n\u2061"  # between the pieces of a tall bracket; between a name and its argument
TEX = [
    r"\mathbb{R}^k \subset \mathcal{X}, \mathbf{x}, \boldsymbol{\eta}, \mathfrak{g}, \mathrm{d}x",
    r"\operatorname{softmax}(\eta)_i = \sum_{j=1}^{k} e^{\eta_j} \text{ and not otherwise}",
    r"\left( \frac{\dfrac{a}{b}}{\dfrac{c}{d}} \right] \biggl| \prod_x \int_0^1 \biggr| \Bigl\{",
    r"\begin{pmatrix} a \\ b \\ c \\ d \\ e \\ f \end{pmatrix} \sqrt[3]{\dfrac{\dfrac{x}{y}}{z}}",
    r"\underbrace{\hat{x} + \overline{y}}_{1} \sim \lVert u \rVert \longmapsto \widehat{xyz}",
]
FORMULAS = [Formula(tex, display) for tex in TEX for display in (True, False)]


class Shown(HTMLParser):
    """The characters of a typeset formula, by the font of MathJax that shows them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: dict[str, set[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        font = re.search(r"\bNCM-\w+", dict(attrs).get("class") or "")
        self.open.append(font[0] if font else self.open[-1] if self.open else "")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.found.setdefault(self.open[-1], set()).update(data)


def by_font(html: str) -> dict[str, set[str]]:
    return Shown(re.sub("<mjx-assistive-mml.*?</mjx-assistive-mml>", "", html)).found


@pytest.fixture(scope="module")
def cut() -> Mapping[str, TTFont]:
    """The fonts of a site with these formulas, by the names that MathJax gives them."""
    typeset = Typesetter(Cache()).typeset(FORMULAS)
    return {name.partition(".")[0]: TTFont(io.BytesIO(font))
            for name, font in typeset.fonts.items()}


def drawn(font: TTFont, character: str) -> tuple[object, ...]:
    name, pen = font.getBestCmap()[ord(character)], RecordingPen()
    font.getGlyphSet()[name].draw(pen)
    return (font["hmtx"][name], pen.value)


def test_every_character_is_in_its_font_and_drawn_as_before(cut: Mapping[str, TTFont]) -> None:
    shown: dict[str, set[str]] = {}
    for html in Typesetter(Cache()).typeset(FORMULAS).html.values():
        for font, characters in by_font(html).items():
            shown.setdefault(font, set()).update(characters)
    assert {f"mjx-{font.lower()}" for font in shown} == cut.keys() - {"mjx-ncm-zero"}
    for font, characters in shown.items():
        name = f"mjx-{font.lower()}"
        whole = TTFont(WHOLE / f"{name}.woff2")
        for character in characters - set(UNDRAWN):
            assert drawn(cut[name], character) == drawn(whole, character), (font, character)


def test_nothing_else_is_in_a_font(cut: Mapping[str, TTFont]) -> None:
    html = Typesetter(Cache()).typeset(FORMULAS).html.values()
    for font in cut.values():
        assert set(font.getBestCmap()) <= set(map(ord, fonts.characters(html)))


def test_the_measures_of_a_font_stay(cut: Mapping[str, TTFont]) -> None:
    """By those of the first, lines are as high as while the fonts are awaited."""
    for name, font in cut.items():
        whole = TTFont(WHOLE / f"{name}.woff2")
        for table, field in [("head", "unitsPerEm"), ("hhea", "ascent"), ("hhea", "descent"),
                             ("hhea", "lineGap"), ("OS/2", "sTypoAscender"),
                             ("OS/2", "sTypoDescender"), ("OS/2", "sTypoLineGap"),
                             ("OS/2", "usWinAscent"), ("OS/2", "usWinDescent"),
                             ("OS/2", "fsSelection")]:
            assert getattr(font[table], field) == getattr(whole[table], field), (name, field)
        assert str(font["name"].getDebugName(1)) == name
    zero = cut["mjx-ncm-zero"]
    assert (zero["hhea"].ascent, zero["hhea"].descent, zero["head"].unitsPerEm) == (750, -750, 1000)


# ------------------------------------------------------------------------------- one by one

FONT = WHOLE / "mjx-ncm-n.woff2"


def test_the_characters_are_those_that_a_reader_sees() -> None:
    html = '<mjx-math title="T"><mjx-c>b</mjx-c><mjx-c>&lt;</mjx-c></mjx-math>'
    spoken = "<mjx-assistive-mml><math><mi>z</mi>\n</math></mjx-assistive-mml>"
    assert fonts.characters([html, f"<i>a</i>{spoken}"]) == " <ab"


def test_the_same_font_has_the_same_name_and_bytes(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    first = fonts.cut(FONT, "ab", cache)
    assert first == fonts.cut(FONT, "ab", cache) == fonts.cut(FONT, "ab", Cache())
    assert first[0] != fonts.cut(FONT, "abc", cache)[0]


def test_a_kept_font_is_not_cut_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = fonts.cut(FONT, "ab", Cache(tmp_path))
    monkeypatch.setattr(fonts, "_cut", None)
    assert fonts.cut(FONT, "ab", Cache(tmp_path)) == first


@pytest.mark.parametrize("damaged", [b"", b"wOF2", b"wOF2" + bytes(100), FONT.read_bytes()[:9000]])
def test_a_font_that_cannot_be_read_says_which_and_what_to_do(
    tmp_path: Path, damaged: bytes
) -> None:
    font = tmp_path / "mjx-ncm-n.woff2"
    font.write_bytes(damaged)
    with pytest.raises(NodeError, match=r"font .*mjx-ncm-n.woff2 cannot be read: .*make clean"):
        fonts.cut(font, "ab", Cache())
