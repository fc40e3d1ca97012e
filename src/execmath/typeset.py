"""LaTeX -> finished HTML, by MathJax under Node, while the site is built.

A reader's browser runs no MathJax: the HTML needs one style sheet and the few fonts named in it.
What a formula looks like depends on its LaTeX and on nothing else, so every formula is kept on
disk, and Node is only started for those not seen before.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from execmath.cache import Cache, digest

RENDERER = Path(__file__).with_name("node")
SECONDS = 120
"""How long Node may take before it is given up."""


class TypesetError(RuntimeError):
    """Nothing at all can be typeset, and what to do. A wrong formula is no such error."""


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
    fonts   the font files named in `css`
    """

    html: Mapping[Formula, str]
    errors: Mapping[Formula, str]
    css: str
    fonts: tuple[Path, ...]


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

    def __init__(self, cache: Cache, renderer: Path = RENDERER) -> None:
        self._cache = cache
        self._renderer = renderer

    def typeset(self, formulas: Iterable[Formula]) -> Typeset:
        """Typesets all formulas, in any order, and the new ones in one run of Node.

        raises TypesetError if Node or MathJax is missing or breaks down
        """
        if not (wanted := sorted(set(formulas))):
            return Typeset({}, {}, "", ())
        if not (self._renderer / "node_modules/mathjax").is_dir():
            raise TypesetError(f"MathJax is not installed in {self._renderer}: run `make setup`")
        entries = {formula: entry for formula in wanted if (entry := self._load(formula))}
        missing = [formula for formula in wanted if formula not in entries]
        for formula, entry in zip(missing, self._render(missing), strict=True):
            entries[formula] = entry
            self._cache.store(self._key(formula), asdict(entry))
        # In a fixed order, so that the style sheet does not depend on what happened to be new.
        in_order = [(formula, entries[formula]) for formula in wanted]
        return Typeset(
            html={formula: entry.html for formula, entry in in_order if not entry.error},
            errors={formula: entry.error for formula, entry in in_order if entry.error},
            css=_style_sheet(entry.rules for _, entry in in_order),
            fonts=self._fonts({font for _, entry in in_order for font in entry.fonts}),
        )

    def _fonts(self, names: set[str]) -> tuple[Path, ...]:
        folder = self._renderer / "node_modules/@mathjax/mathjax-newcm-font/chtml/woff2"
        fonts = tuple(folder / name for name in sorted(names))
        if any(not font.is_file() for font in fonts):
            raise TypesetError(f"MathJax is not installed in {self._renderer}: run `make setup`")
        return fonts

    # ------------------------------------------------------------------------------ cache

    @cached_property
    def _version(self) -> str:
        """Changes with the renderer or MathJax's version, so that older entries are not found."""
        files = ("render.mjs", "package-lock.json")
        return digest(*((self._renderer / name).read_bytes() for name in files))

    def _key(self, formula: Formula) -> str:
        return digest(self._version, formula.tex, str(formula.display))

    def _load(self, formula: Formula) -> _Entry | None:
        try:
            return _Entry.read(self._cache.load(self._key(formula)))
        except ValueError:  # not there, or not what it should be: typeset it anew
            return None

    # ------------------------------------------------------------------------------- Node

    def _render(self, formulas: Sequence[Formula]) -> list[_Entry]:
        if not formulas:
            return []
        question = json.dumps([asdict(formula) for formula in formulas])
        try:
            done = subprocess.run(
                [_node(), str(self._renderer / "render.mjs")],
                input=question,
                capture_output=True,
                encoding="utf-8",
                timeout=SECONDS,
                check=True,
            )
            entries = [_Entry.read(answer) for answer in json.loads(done.stdout)]
        except subprocess.CalledProcessError as error:
            raise TypesetError(
                f"Node broke down; `make clean setup` may help:\n{error.stderr}"
            ) from error
        except subprocess.TimeoutExpired as error:
            raise TypesetError(f"Node did not answer within {SECONDS} seconds") from error
        except ValueError as error:
            raise TypesetError(f"the renderer's answer cannot be read: {error}") from error
        if len(entries) != len(formulas):
            raise TypesetError(f"{len(formulas)} formulas were asked for, {len(entries)} came back")
        return entries


def _node() -> str:
    """Node of this Python environment, put there if the machine has none; else the machine's."""
    own = shutil.which("node", path=str(Path(sys.executable).parent))
    if (node := own or shutil.which("node")) is None:
        raise TypesetError("Node >= 18 is needed to typeset and was not found: run `make setup`")
    return node


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
