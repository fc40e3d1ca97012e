"""An altered display is tokenized where it was altered, and has the tokens of its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest

from execmath.documents.site import read_site
from execmath.language import ast as s
from execmath.language.equation import Equation
from execmath.language.parser.statements import ParsedStatement
from execmath.language.tokens import LatexError, Token, retokenize, tokenize
from execmath.mutation import mutants as module
from execmath.mutation.mutants import mutants, read_altered

PAGES = Path(__file__).parents[3] / "docs"
PIECES = (r"\,", r"\quad", "'", "^*", "^{*}", r"^{\ast}", "x", r"\eta", r"\mathbf{x}", "12", ".",
          "5", "{", "}", "(", r"\left.", r"\left(", r"\right|", r"\hat{", " ", "_", "^", ":=", ":",
          "=", r"\\", "&", r"\operatorname{f}", r"\text{if }", r"\begin{cases}", "d", "!")


def test_each_altered_formula_of_the_site_is_read_as_its_text_would_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []

    def read(equation: Equation, tex: str,
             tokens: Callable[[], Sequence[Token]] = tuple) -> ParsedStatement | None:
        altered, whole = read_altered(equation, tex, tokens), read_altered(equation, tex)
        assert spans(altered) == spans(whole), tex
        compared.append(tex)
        return altered

    monkeypatch.setattr(module, "read_altered", read)
    for result in list(read_site(PAGES).ledger.results.values())[::4]:
        if isinstance(result.statement, s.Claim | s.Definition | s.Declaration):
            mutants(result)
    assert len(compared) > 1000


def spans(reading: ParsedStatement | None) -> object:
    """What was read, and where each part of it stands."""
    if reading is None:
        return None
    return reading.statement, [node.span for node in s.walk(reading.statement)], reading.parts


def test_any_edit_gives_the_tokens_of_the_text() -> None:
    random = Random(7)
    compared = 0
    for _ in range(4000):
        before = "".join(random.choices(PIECES, k=random.randrange(1, 14)))
        first, last = sorted(random.choices(range(len(before) + 1), k=2))
        after = before[:first] + "".join(random.choices(PIECES, k=random.randrange(3))) \
            + before[last:]
        try:
            tokens, expected = tokenize(before), tokenize(after)
        except LatexError:
            continue
        assert retokenize(after, tokens, first, last) == expected, (before, after)
        compared += 1
    assert compared > 500
