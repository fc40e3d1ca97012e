"""What MathJax draws for a name: two names with one picture are one name, or they are refused."""

from __future__ import annotations

import re
import string
from collections import defaultdict
from functools import cache

from execmath.language.parser.grammar import GRAMMAR
from execmath.language.parser.names import read_name
from execmath.language.parser.pratt import Parser
from execmath.language.parser.token_stream import TokenStream
from execmath.language.symbols import Scope
from execmath.language.tokens import ACCENTS, GREEK, LatexError, tokenize
from execmath.runtime.cache import Cache
from mkdocs_execmath.typesetting.formulas import Formula, Typesetter

FACES = (r"\mathbf", r"\mathrm", r"\mathcal", r"\mathbb", r"\boldsymbol", r"\mathsf", r"\mathit",
         r"\operatorname")
CHARACTERS = (*string.ascii_letters, *string.digits, *sorted(GREEK))
SPELLINGS = [
    *string.ascii_letters, *sorted(GREEK), r"\omicron", r"\infty", r"\prime",
    *(f"{face}{{{character}}}" for face in FACES for character in CHARACTERS),
    *(f"{accent}{{{letter}}}" for accent in ACCENTS for letter in ("x", r"\eta")),
    *(f"{face}{{ab}}" for face in FACES), "ab", r"\mathrm{a}\mathrm{b}", r"\mathbf{a}\mathbf{b}",
    *(f"x_{{{face}{{a}}}}" for face in (*FACES, r"\text")), "x_a", "x_{a}", r"x_\mathrm{a}",
    "x'", "x^*", r"x^{\ast}", r"x^{*}", r"x^\star", r"x^{\star}", "x''", r"\psi'",
]
# What is drawn: without the tree for screen readers, which says how it was written.
SAID = re.compile(r"<mjx-assistive-mml\b.*?</mjx-assistive-mml>", re.DOTALL)
GLYPH = re.compile(r'<mjx-c class="mjx-c([0-9A-F]+[^"]*)"|<mjx-(msub|msup|msubsup|mover)\b')


def name(tex: str) -> str | None:
    """The name that the grammar reads; None where it is refused, or is more than one name."""
    try:
        stream = TokenStream(tex, tokenize(tex))
        read = read_name(Parser(stream, Scope(), GRAMMAR)) if stream.token.is_letter else None
    except LatexError:
        return None
    return read if stream.at_end() else None


@cache
def pictures() -> dict[str, tuple[str, ...]]:
    typeset = Typesetter(Cache()).typeset(Formula(tex, True) for tex in SPELLINGS)
    drawn = {formula.tex: SAID.sub("", html) for formula, html in typeset.html.items()}
    return {tex: tuple("".join(match.groups("")) for match in GLYPH.finditer(html))
            for tex, html in drawn.items()}


def test_names_with_one_picture_are_one_name() -> None:
    names: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for tex, picture in pictures().items():
        if (read := name(tex)) is not None:
            names[picture].add(read)
    assert [same for same in names.values() if len(same) > 1] == []


def test_most_letters_have_a_name() -> None:
    assert sum(name(tex) is not None for tex in pictures()) > 300


def test_what_mathjax_draws_for_a_greek_letter_in_a_face_is_why_it_is_refused() -> None:
    drawn = pictures()
    for face in (r"\mathcal", r"\mathbb"):
        assert drawn[rf"{face}{{\eta}}"] == drawn[r"\eta"]
        assert name(rf"{face}{{\eta}}") is None
