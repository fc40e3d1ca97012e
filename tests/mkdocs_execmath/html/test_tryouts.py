"""What a reader may try is what was executed: pages here, run by Node, held against the balls."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup
from small_pages import page, read_and_execute

from execmath.documents.site import Site, read_site
from execmath.javascript.translator import RUNTIME, Module
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.mutation.report import REJECTED, MutantResult, MutationReport
from execmath.runtime.cache import Cache
from mkdocs_execmath.html import cards, tryouts
from mkdocs_execmath.html.cards import View
from mkdocs_execmath.html.tryouts import Field, Tryout, Tryouts
from mkdocs_execmath.typesetting.node import Program

LETTERS = (
    r"sizes | k, m \in \{2, 3, \ldots\}",
    r"outcomes | \mathcal{X} := \{1, \ldots, m\}",
    r"weights | h \colon \mathcal{X} \to \mathbb{R}_{>0}",
    r"statistic | t \colon \mathcal{X} \to \mathbb{R}^k",
    r"log-normalizer | A(\eta) := \log \sum_{x \in \mathcal{X}} h(x) e^{\eta^\top t(x)}"
    r" \qquad \eta \in \mathbb{R}^k",
    r"density | p(x; \eta) := h(x) e^{\eta^\top t(x) - A(\eta)}"
    r" \qquad x \in \mathcal{X}, \eta \in \mathbb{R}^k",
)
CLAIMS = {
    "mean": r"\nabla A(\eta) = \mathbb{E}_{x \sim p(\cdot; \eta)}[t(x)]"
            r" \qquad \eta \in \mathbb{R}^k",
    "covariance": r"\nabla^2 A(\eta) = \operatorname{Cov}_{x \sim p(\cdot; \eta)}[t(x)]"
                  r" \qquad \eta \in \mathbb{R}^k",
    "partial": r"\frac{\partial}{\partial x_i} \sum_{j=1}^k x_j^3 = 3 x_i^2"
               r" \qquad x \in \mathbb{R}^k, i \in \{1, \ldots, k\}",
    "choice": r"\begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases} = |x|"
              r" \qquad x \in \mathbb{R}",
    "gamma": r"\Gamma(x + 1) = x \Gamma(x) \qquad x \in \mathbb{R}_{>0}",
    "matrices": r"\operatorname{tr}(u v^\top) = v^\top u \qquad u, v \in \mathbb{R}^k",
    "largest": r"\max_{i \in \{1, \ldots, k\}} x_i \le \log \sum_{i=1}^k e^{x_i}"
               r" \qquad x \in \mathbb{R}^k",
    "binomial": r"\sum_{j=0}^{n} \binom{n}{j} = 2^n \qquad n \in \{0, 1, \ldots\}",
}


def made(folder: Path, claims: dict[str, str]) -> Tryouts:
    """The tryouts of a page with these claims."""
    lines = [*LETTERS, *(f"{label} | {tex}" for label, tex in claims.items())]
    (folder / "page.md").write_text(page(*lines), encoding="utf-8")
    return Tryouts(read_and_execute(folder).site.ledger.results, Cache(folder / "cache"))


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Tryouts:
    """The tryouts of all these claims."""
    return made(tmp_path_factory.mktemp("claims"), CLAIMS)


def test_these_agree_with_the_balls(tried: Tryouts) -> None:
    assert tried.left_out(CLAIMS) == {}
    mean = tried.of("mean")
    assert mean is not None
    assert [field.name for field in mean.fields] == ["k", "m", "h", "t", "eta"]
    assert mean.sides == ("left side", "right side")


def test_what_cannot_be_said_is_left_out_with_the_reason(tmp_path: Path) -> None:
    claims = {"area": r"\int_0^x 2u \, du = x^2 \qquad x \in \mathbb{R}_{>0}",
              "series": r"\sum_{n=0}^\infty x^n = \frac{1}{1 - x} \qquad x \in (0, 1)",
              "closed": r"1 + 1 = 2"}
    tried = made(tmp_path, claims)
    assert tried.left_out(claims) == {"area": "an integral", "series": "a sum without an end",
                                      "closed": "no letter to set"}
    assert [tried.of(label) for label in claims] == [None, None, None]
    assert tried.of("density") is None  # a definition has no two sides


PARTIAL = {"partial": CLAIMS["partial"]}


def test_a_module_that_computes_something_else_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tryouts.module

    def wrong(claim: s.Claim, context: Context) -> Module:
        right = said(claim, context)
        return replace(right, source=right.source.replace("r.power(", "r.times("))

    monkeypatch.setattr(tryouts, "module", wrong)
    assert "is computed where" in made(tmp_path, PARTIAL).left_out(PARTIAL)["partial"]


def test_what_was_tried_before_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made(tmp_path, PARTIAL).of("partial")

    def refuse(claim: s.Claim, context: Context) -> Module:
        pytest.fail("said anew")

    monkeypatch.setattr(tryouts, "module", refuse)
    assert first is not None
    assert made(tmp_path, PARTIAL).of("partial") == first


POINTS = [
    ({"x": "3"}, {"sides": [3, 3]}),
    ({"x": "-1/2"}, {"sides": [0.5, 0.5]}),
    ({"x": "two"}, {"no": "x: two is no number"}),
    ({"x": ""}, {"no": "x: a number is missing"}),
    ({"x": "1, 2"}, {"no": "x: one number is wanted"}),
]


@pytest.mark.parametrize(("texts", "answer"), POINTS)
def test_what_a_reader_writes_is_read_or_told_why_not(
    tried: Tryouts, texts: dict[str, str], answer: dict[str, object]
) -> None:
    assert asked(tried, "choice", texts) == answer


@pytest.mark.parametrize(("label", "texts", "why"), [
    ("gamma", {"x": "-1"}, "x: not a number above 0"),
    ("gamma", {"x": "1000"}, "a number is beyond what float64 holds"),
    ("partial", {"k": "2", "x": "1, 2, 3", "i": "1"}, "x: not 2 numbers"),
    ("partial", {"k": "2", "x": "1, 2", "i": "3"}, "i: not an integer from 1 to 2"),
    ("partial", {"k": "1e9", "x": "1, 2", "i": "1"}, "x: a size of 1000000000; from 0 to 1000"),
    ("largest", {"k": "2", "x": "800, 0"}, "a number is beyond what float64 holds"),
])
def test_outside_of_the_claim_no_number_is_shown(
    tried: Tryouts, label: str, texts: dict[str, str], why: str
) -> None:
    assert asked(tried, label, texts) == {"no": why}


def asked(tried: Tryouts, label: str, texts: dict[str, str]) -> object:
    tryout = tried.of(label)
    assert tryout is not None
    question = {"runtime": {"path": str(RUNTIME)}, "source": tryout.source, "points": [texts]}
    return Program("sides.mjs", Cache()).answers([question], list)[0][0]


THREE = Tryout(fields=(Field("k", "k", "k", "2"), Field("eta", r"\eta", "eta", "0, 1"),
                       Field("B", "B", "B", "1, 0; 0, 1")))


@pytest.mark.parametrize(("point", "state"), [
    ("k = 2, eta = (0, -0.5), B = ((1, 2), (3, 4))", "./?k=2&eta=0,-0.5&B=1,2;3,4#try"),
    ("k = 2, eta = (1/3, 1), B = ((1, 2), (3, 4))", "./?k=2&eta=1/3,1&B=1,2;3,4#try"),
    ("k = 2, eta = (0, 1)", ""),  # a letter is missing
    ("k = 2, eta = (0, sqrt(2)), B = (1)", ""),
    ("k = 2, eta = 1.23456789012…, B = (1)", ""),
    ("k = 2, eta = [1 -> 0], B = (1)", ""),
])
def test_a_point_in_words_is_an_address(point: str, state: str) -> None:
    assert tryouts.address(THREE, point) == state


def test_a_page_without_a_tryout_has_no_such_address() -> None:
    assert tryouts.address(None, "k = 2") == ""


def test_whatever_stands_in_it_the_fold_shows_it_as_text() -> None:
    hostile = "\"'><script>"
    html = tryouts.fold(Tryout("", (Field(hostile, hostile, hostile, hostile),), (hostile,)),
                        lambda tex: Markup("<i>x</i>"))
    assert "<script" not in html and html.count("&lt;script&gt;") == 4


def test_where_its_sides_are_equal_a_difference_is_one_of_rounding(tried: Tryouts) -> None:
    shown = {label: "data-equal" in tryouts.fold(tryout, Markup) for label in CLAIMS
             if (tryout := tried.of(label)) is not None}
    assert {label for label, equal in shown.items() if not equal} == {"largest"}  # an inequality


def test_the_point_that_rejects_an_altered_formula_is_a_link(site: Site) -> None:
    result = site.ledger.results["doubled-total"]
    altered = tuple(MutantResult("", "without a factor", 0, REJECTED, by=by, point="n = 2",
                                 left="1", right="2") for by in (result.label, "total"))
    told = replace(result, mutation=MutationReport(altered))
    page = cards.altered(told, View(site.ledger),
                         lambda point: "./?n=2#try" if point == "n = 2" else "")
    assert page.count('<a href="./?n=2#try" data-point') == 1  # of the equation's own page
    assert page.count("<strong>n = 2</strong>") == 2


def test_of_this_site_little_is_left_out_and_each_time_for_a_reason(
    docs: Path, tmp_path: Path
) -> None:
    results = read_site(docs).ledger.results
    labels = [label for label, one in results.items() if isinstance(one.statement, s.Claim)]
    left_out = Tryouts(results, Cache(tmp_path)).left_out(labels)
    assert len(left_out) < len(labels) / 6
    faults = {label for label, reason in left_out.items()
              if "is computed where" in reason or "breaks down" in reason}
    # Of a determinant that is zero nothing but rounding is left.
    assert faults == {"rank-at-most-d"}
