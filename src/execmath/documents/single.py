"""One statement by itself, as Python wants to know it."""

from __future__ import annotations

from pathlib import Path

from execmath.checking.verdict import Verdict
from execmath.documents.markdown import parse_page
from execmath.documents.scheduler import execute
from execmath.documents.site import site_of
from execmath.runtime.codes import ExecmathError

PAGE, LABEL = "statement", "statement"


def check(tex: str) -> Verdict:
    r"""Execute one statement of LaTeX, which declares its letters itself.

        check(r"(a + b)^2 = a^2 + 2 a b + b^2 \qquad a \in \mathbb{R},\; b \in \mathbb{R}").holds

    raises  ExecmathError, with the code of its kind, for what cannot be read
    """
    text = f"$$\n{tex.strip()}\n\\label{{{LABEL}}}\n$$\n"
    site = site_of(Path(), {PAGE: parse_page(text, PAGE)})
    result = site.ledger.results.get(LABEL)
    if result is None or result.statement is None:
        problem = site.ledger.problems[0]
        raise ExecmathError(problem.code, problem.message)
    execute(site, workers=1, alter=False)
    return site.ledger.results[LABEL].verdict
