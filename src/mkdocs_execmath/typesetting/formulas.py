"""LaTeX -> finished HTML, by MathJax under Node, while the site is built.

A reader's browser runs no MathJax: the HTML needs one style sheet and the few fonts named in it.
What a formula looks like depends on its LaTeX and on nothing else, so every formula is kept on
disk, and Node is only started for those not seen before. So is every text with formulas in it.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from execmath.runtime import fingerprint
from execmath.runtime.cache import Cache, Lazy, digest
from mkdocs_execmath.typesetting import fonts
from mkdocs_execmath.typesetting.node import FOLDER, NodeError, Program
from mkdocs_execmath.typesetting.style_sheet import NONE, Needs, css

# A formula in a text: between these, which nobody writes, `1` for a display or `0`, and its LaTeX.
BEGIN, END = "\ue010", "\ue011"
SLOT = re.compile(f"{BEGIN}([01])([^{END}]*){END}")


@dataclass(frozen=True, order=True)
class Formula:
    """A formula as it stands in a page, without its delimiters."""

    tex: str
    display: bool

    def slot(self) -> str:
        """Its place in a text, to be filled."""
        return f"{BEGIN}{int(self.display)}{self.tex}{END}" if self.tex else ""


Style = tuple[str, Mapping[str, bytes]]  # a style sheet, and the fonts beside it


@dataclass(frozen=True, eq=False)
class Typeset:
    """What a site needs to show some of its formulas.

    html    the HTML of each formula that could be typeset, or of each text with formulas in it
    errors  MathJax's message for each one that could not
    keys    of each text the digest of all that its HTML is made from
    """

    html: Mapping[Any, str]
    errors: Mapping[Formula, str]
    keys: Mapping[Any, str] = field(default_factory=dict)
    needs: Needs = NONE
    style: Callable[[Needs], Style] = lambda needs: ("", {})

    def __eq__(self, other: object) -> bool:
        """Does a site show the same?"""
        return isinstance(other, Typeset) and self._shown == other._shown

    @property
    def _shown(self) -> tuple[Any, ...]:
        return self.html, self.errors, self.keys, self.css, self.fonts

    def __or__(self, other: Typeset) -> Typeset:
        """Both, on one site."""
        html: Mapping[Any, str] = ChainMap(self.html, other.html)  # type: ignore[arg-type]
        return Typeset(html, {**self.errors, **other.errors}, {**self.keys, **other.keys},
                       Needs.together([self.needs, other.needs]), other.style)

    @cached_property
    def _style(self) -> Style:
        return self.style(self.needs)

    @property
    def css(self) -> str:
        """One style sheet for all of `html`; it expects the fonts beside it, in the same folder."""
        return self._style[0]

    @property
    def fonts(self) -> Mapping[str, bytes]:
        """The font files named in `css`, with the characters that `html` shows."""
        return self._style[1]


@dataclass(frozen=True)
class _Piece:
    """A formula, or a text with formulas in it: the HTML, or why it cannot be typeset."""

    html: str = ""
    needs: Needs = NONE
    error: str = ""

    @classmethod
    def read(cls, answer: Any) -> _Piece:
        """Raises ValueError if the answer is neither a piece nor an error."""
        match answer:
            case {"error": str(error)} if error:
                return cls(error=error)
            case {"html": str(html), "rules": [*rules], "fonts": [*names]} if html and rules:
                return cls(html, Needs(tuple(map(str, rules)), tuple(map(str, names)),
                                        fonts.characters([html])))
        raise ValueError("not an answer of the renderer")


def _of_html(key: str) -> str:
    return digest("html", key)


class Typesetter:
    """Typesets formulas, and keeps what it has typeset in `cache`."""

    def __init__(self, cache: Cache, renderer: Path = FOLDER) -> None:
        self._renderer = renderer
        self._cache = cache
        self._program = Program("render.mjs", cache, renderer)
        self._rules: dict[str, tuple[int, str]] = {}  # with their places, by their digests

    def typeset(self, formulas: Iterable[Formula]) -> Typeset:
        """Typesets all formulas, in any order.

        raises NodeError if Node or MathJax is missing or breaks down
        """
        pieces = self._pieces(formulas)
        errors = {formula: piece.error for formula, piece in pieces.items() if piece.error}
        good = {formula: piece for formula, piece in pieces.items() if not piece.error}
        return Typeset({formula: piece.html for formula, piece in good.items()}, errors, {},
                       Needs.together([piece.needs for piece in good.values()]), self._styled)

    def fill(self, texts: Mapping[Any, str]) -> Typeset:
        """Typesets the formulas in HTML texts, which stand there as slots, and puts them in place.
        Of a formula that is an error nothing is shown. Texts without an error are kept whole.

        texts  by name; the HTML that is returned has the same names
        raises NodeError if Node or MathJax is missing or breaks down
        """
        keys = {name: digest("filled", fingerprint.version(__name__), self._program.version, text)
                for name, text in texts.items()}
        new = {name: text for name, text in texts.items() if BEGIN not in text}
        needs = self._needs_before({name: key for name, key in keys.items() if name not in new})
        filled, errors = self._fill_missing({
            name: text for name, text in texts.items() if name not in new and name not in needs})
        for name, piece in filled.items():
            new[name], needs[name] = piece.html, piece.needs
        self._keep(keys, filled)
        read = partial(self._text_before, texts, keys)
        return Typeset(Lazy(keys, new, read), errors, keys, Needs.together(needs.values()),
                       self._styled)

    def wanting(self, needs: Needs) -> Typeset:
        """Nothing, but a style sheet for texts that need this."""
        return Typeset({}, {}, {}, needs, self._styled)

    def _fill_missing(self, texts: Mapping[Any, str]
                      ) -> tuple[dict[Any, _Piece], dict[Formula, str]]:
        """Those texts that were not filled before, and what is wrong with their formulas."""
        formulas = self._pieces(formula for text in texts.values() for formula in in_slots(text))
        return ({name: _filled(text, formulas) for name, text in texts.items()},
                {formula: piece.error for formula, piece in formulas.items() if piece.error})

    def _needs_before(self, keys: Mapping[Any, str]) -> dict[Any, Needs]:
        """What those texts want that were filled before, by their names."""
        cached = self._cache.load_all(keys.values())
        return {name: needs for name, key in keys.items()
                if (needs := Needs.load(cached.get(key))) and self.knows(needs)}

    def _keep(self, keys: Mapping[Any, str], filled: Mapping[Any, _Piece]) -> None:
        good = {keys[name]: piece for name, piece in filled.items() if not piece.error}
        self._cache.store_all({_of_html(key): piece.html.encode() for key, piece in good.items()}
                              | {key: vars(piece.needs) for key, piece in good.items()})

    def _text_before(self, texts: Mapping[Any, str], keys: Mapping[Any, str], name: Any) -> str:
        """A text that was filled before; anew, if it was lost meanwhile."""
        if (html := self._cache.load_bytes(_of_html(keys[name]))) is not None:
            return html.decode()
        return _filled(texts[name], self._pieces(in_slots(texts[name]))).html

    def _pieces(self, formulas: Iterable[Formula]) -> dict[Formula, _Piece]:
        wanted = sorted(set(formulas))
        answers = self._program.answers([vars(formula) for formula in wanted], self._read)
        return dict(zip(wanted, answers, strict=True))

    def _read(self, answer: Any) -> _Piece:
        piece = _Piece.read(answer)
        if not self.knows(piece.needs):
            raise ValueError("not the rules that it needs")
        return piece

    def knows(self, needs: Needs) -> bool:
        """Is it known what the rules say? They are kept by themselves, and may be lost so."""
        for name in needs.rules:
            if name not in self._rules:
                match self._program.beside(name):
                    case [int(place), str(rule)]:
                        self._rules[name] = place, rule
                    case _:
                        return False
        return True

    def _styled(self, needs: Needs) -> Style:
        sheet, files = css(self._rules[name] for name in needs.rules), {}
        for whole in self._fonts(needs.fonts):
            name, data = fonts.cut(whole, needs.shown, self._cache)
            sheet = sheet.replace(f'"./{whole.name}"', f'"./{name}"')
            files[name] = data
        return sheet, files

    def _fonts(self, names: Iterable[str]) -> list[Path]:
        folder = self._renderer / "node_modules/@mathjax/mathjax-newcm-font/chtml/woff2"
        files = [folder / name for name in sorted(names)]
        if any(not font.is_file() for font in files):
            raise NodeError(f"MathJax's fonts are not in {self._renderer}: in a checkout run "
                            "`make setup`, else install mkdocs-execmath anew")
        return files


def in_slots(text: str) -> list[Formula]:
    """The formulas that stand in a text as slots."""
    return [Formula(tex, display == "1") for display, tex in SLOT.findall(text)]


def _filled(text: str, formulas: Mapping[Formula, _Piece]) -> _Piece:
    used = [formulas[formula] for formula in dict.fromkeys(in_slots(text))]
    html = SLOT.sub(lambda slot: formulas[Formula(slot[2], slot[1] == "1")].html, text)
    return _Piece(html, Needs.together([piece.needs for piece in used]),
                  next((piece.error for piece in used if piece.error), ""))
