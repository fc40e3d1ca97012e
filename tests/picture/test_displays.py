"""What MathJax draws of each display of the site, read by its structure, is the statement."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from mathml import NotDrawn, of_html

from execmath.documents.results import Result
from execmath.documents.site import read_site
from execmath.language.parser.instances import read_instance
from execmath.language.parser.statements import read_statement
from execmath.language.symbols import Scope
from execmath.mutation.mutants import mutants
from execmath.runtime.cache import Cache
from mkdocs_execmath.typesetting.formulas import Formula, Typesetter

PAGES = Path(__file__).parents[2] / "docs"
RESULTS = {label: result for label, result in read_site(PAGES).ledger.results.items()
           if result.statement is not None}


@cache
def typeset() -> dict[str, str]:
    html = Typesetter(Cache()).typeset(
        Formula(result.display.tex, True) for result in RESULTS.values()).html
    return {label: html[Formula(result.display.tex, True)] for label, result in RESULTS.items()}


def read(result: Result, tex: str) -> object:
    if result.kind == "instance":
        return read_instance(tex, result.scope, result.label).statement
    return read_statement(tex, result.scope, result.label, result.display.section).statement


@pytest.mark.parametrize("label", RESULTS)
def test_what_is_drawn_is_what_is_read(label: str) -> None:
    result = RESULTS[label]
    assert read(result, of_html(typeset()[label])) == result.statement


def test_what_is_drawn_of_altered_formulas_is_what_is_read() -> None:
    """As many of them as one in twenty; to alter every display for that would take longer than
    to draw and read them."""
    altered = {mutant.tex: (result, mutant.statement) for result in [*RESULTS.values()][::4]
               if result.kind != "instance" for mutant in mutants(result)[::5]}
    html = Typesetter(Cache()).typeset(Formula(tex, True) for tex in altered).html
    for tex, (result, statement) in altered.items():
        assert read(result, of_html(html[Formula(tex, True)])) == statement, tex
    assert len(altered) > 1000


@pytest.mark.parametrize("tex", [
    r"\lim_{n \to \infty} \left(1 + \frac{x}{n}\right)^n = e^x \qquad x \in \mathbb{R}",
    r"\lim_{p \to 0^+} p \log_2 p = 0, \quad \lim_{x \uparrow 0} \frac{|x|}{x} = -1",
    r"e^{c x} = 1 + c x + O(x^2) \quad \text{as } x \to 0 \qquad c \in [1, 2]",
    r"x y \propto_{x} 2 x \qquad x, y \in \mathbb{R}_{>0}",
    r"\sup_{x \in \mathbb{R}} (x y - e^x) = y \log y - y \qquad y \in [1, 2]",
    r"\inf_i x_i = -\sup_i (-x_i), \quad \sum_{i \ne j} x_i x_j = 0 \qquad x \in \mathbb{R}^3",
    r"\sum_{i, j} x_i M_{i, j} = 0 \qquad x \in \mathbb{R}^3,\; M \in \mathbb{R}^{3 \times 3}",
    r"x^2 = s \qquad x \in \mathbb{R} \quad \text{where } s = x x",
    r"x > 2 \Rightarrow x^2 > 4 \Rightarrow x^4 > 16 \qquad x \in \mathbb{R}",
    r"\|x + y\| \le \|x\| + \left\|y\right\| \qquad x, y \in \mathbb{R}^2",
    r"x_1 \cdot \ldots \cdot x_n = 2 x_1 x_2 \cdots x_n \qquad n \in \{3\},\; x \in \mathbb{R}^n",
    r"\sqrt[3]{x} = \sqrt{x} \qquad x \in \mathbb{R}",
    r"\left[ \frac{z^3}{3} \right]_a^b = \left. z^2 \right|_{z=a}^{z=b} \qquad a, b \in \mathbb{R}",
    r"\sum_{i=1}^2 x^2_i = x^2_1 + x_2^2 \qquad x \in \mathbb{R}^2",
    r"\iint x y \, dx \, dy = 1 \qquad x, y \in [0, 1]",
    r"\begin{bmatrix} A & B \\ 0 & A \end{bmatrix} = 0_{44} \qquad "
    r"A, B \in \mathbb{R}^{2 \times 2}",
    r"x^\top 1_n = \partial_{y} y \qquad n \in \{3\},\; x \in \mathbb{R}^n,\; y \in \mathbb{R}",
    r"\begin{split} x &= \left( x + \right. \\ & \left. x \right) \end{split} "
    r"\qquad x \in \mathbb{R}",
    r"\bar{\tilde{x}} = 3 \qquad \bar{\tilde{x}} \in \mathbb{R}",
])
def test_what_is_drawn_of_what_textbooks_write_is_what_is_read(tex: str) -> None:
    formula = Formula(tex, True)
    drawn = of_html(Typesetter(Cache()).typeset([formula]).html[formula])
    first, second = (read_statement(one, Scope(), "a-label", "a section").statement
                     for one in (tex, drawn))
    assert first == second


@pytest.mark.parametrize("tex", [
    r"a + \!\! -b", r"1 \phantom{+ 1} = 2", r"\color{white}{+} 1", r"\cancel{x}",
    r"x \mathrlap{+} -", r"\smash{x}", r"\raise 3pt {x}",
    r"\begin{aligned} 1 &= 1 \\[-2em] 0 &= 0 \end{aligned}",
])
def test_what_is_moved_hidden_or_colored_has_no_reading(tex: str) -> None:
    formula = Formula(tex, True)
    html = Typesetter(Cache()).typeset([formula]).html.get(formula)
    with pytest.raises(NotDrawn):
        of_html(html or "")
