"""What MathJax draws of made-up claims, read by its structure, is the statement that runs."""

from __future__ import annotations

from collections.abc import Iterable

from claims import Claim
from mathml import NotDrawn, of_html

from execmath.language.parser.statements import read_statement
from execmath.language.symbols import Scope
from execmath.runtime.cache import Cache
from execmath.runtime.codes import ExecmathError
from mkdocs_execmath.typesetting.formulas import Formula, Typesetter

LABEL = "claim"


def differing(claims: Iterable[Claim]) -> list[tuple[Claim, str]]:
    """Those of which the picture says something else than the LaTeX, and what it says.

    One that cannot be read is no statement, and has no picture.
    """
    statements = {}
    for claim in claims:
        try:
            statements[claim] = read_statement(claim.tex, Scope(), LABEL, "").statement
        except ExecmathError:
            continue
    html = Typesetter(Cache()).typeset(Formula(claim.tex, True) for claim in statements).html
    wrong = []
    for claim, statement in statements.items():
        try:
            drawn = of_html(html[Formula(claim.tex, True)])
            same = read_statement(drawn, Scope(), LABEL, "").statement == statement
        except (NotDrawn, ExecmathError) as error:
            wrong.append((claim, f"{type(error).__name__}: {error}"))
            continue
        if not same:
            wrong.append((claim, drawn))
    return wrong
