"""LaTeX -> finished HTML, by MathJax under Node, while the site is built.

A reader's browser runs no MathJax: the HTML needs one style sheet and the few fonts named in it.
What a formula looks like depends on its LaTeX and on nothing else, so every formula is kept on
disk, and Node is only started for those not seen before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from execmath import fonts
from execmath.cache import Cache
from execmath.nodejs import FOLDER, NodeError, Program


@dataclass(frozen=True, order=True)
class Formula:
    """A formula as it stands in a page, without its delimiters."""

    tex: str
    display: bool


@dataclass(frozen=True)
class Typeset:
    """What a site needs to show its formulas.

    html    the HTML of each formula that could be typeset
    errors  MathJax's message for each one that could not
    css     one style sheet for all of `html`; it expects the fonts beside it, in the same folder
    fonts   the font files named in `css`, with the characters that `html` shows
    """

    html: Mapping[Formula, str]
    errors: Mapping[Formula, str]
    css: str
    fonts: Mapping[str, bytes]


@dataclass(frozen=True)
class _Entry:
    """One formula as typeset, or why it cannot be: this is what is kept on disk."""

    html: str = ""
    rules: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    error: str = ""

    @classmethod
    def read(cls, answer: Any) -> _Entry:
        """Raises ValueError if the answer is neither a typeset formula nor an error."""
        match answer:
            case {"error": str(error)} if error:
                return cls(error=error)
            case {"html": str(html), "rules": [*rules], "fonts": [*fonts]} if html and rules:
                if all(isinstance(item, str) for item in [*rules, *fonts]):
                    return cls(html, tuple(rules), tuple(fonts))
        raise ValueError("not an answer of the renderer")


class Typesetter:
    """Typesets formulas, and keeps what it has typeset in `cache`."""

    def __init__(self, cache: Cache, renderer: Path = FOLDER) -> None:
        self._renderer = renderer
        self._cache = cache
        self._program = Program("render.mjs", cache, renderer)

    def typeset(self, formulas: Iterable[Formula]) -> Typeset:
        """Typesets all formulas, in any order.

        raises NodeError if Node or MathJax is missing or breaks down
        """
        # In a fixed order, so that the style sheet does not depend on what happened to be new.
        wanted = sorted(set(formulas))
        answers = self._program.answers([asdict(formula) for formula in wanted], _Entry.read)
        in_order: list[tuple[Formula, _Entry]] = list(zip(wanted, answers, strict=True))
        html = {formula: entry.html for formula, entry in in_order if not entry.error}
        css = _style_sheet(entry.rules for _, entry in in_order)
        shown, kept = fonts.characters(html.values()), {}
        for whole in self._fonts({font for _, entry in in_order for font in entry.fonts}):
            name, data = fonts.cut(whole, shown, self._cache)
            css = css.replace(f'"./{whole.name}"', f'"./{name}"')
            kept[name] = data
        errors = {formula: entry.error for formula, entry in in_order if entry.error}
        return Typeset(html, errors, css, kept)

    def _fonts(self, names: set[str]) -> list[Path]:
        folder = self._renderer / "node_modules/@mathjax/mathjax-newcm-font/chtml/woff2"
        found = [folder / name for name in sorted(names)]
        if any(not font.is_file() for font in found):
            raise NodeError(f"MathJax's fonts are not in {self._renderer}: run `make setup`")
        return found


def _style_sheet(sheets: Iterable[Sequence[str]]) -> str:
    """The union of the formulas' rules.

    Rules of one kind keep their order, and a formula brings all the rules of an element together;
    so the cascade is the same as in each formula's own sheet.
    """
    rules = dict.fromkeys(rule for sheet in sheets for rule in sheet)
    return "".join(f"{rule}\n" for rule in sorted(rules, key=_rank))


def _rank(rule: str) -> int:
    """Elements, then fonts, then the single characters, as MathJax has them."""
    kinds = (".NCM-", "@font-face", "mjx-stretchy-v.mjx-c", "mjx-stretchy-h.mjx-c", "mjx-c.mjx-c")
    return next((rank for rank, kind in enumerate(kinds, 1) if rule.startswith(kind)), 0)
