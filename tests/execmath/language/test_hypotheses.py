"""Where a claim ends and its hypotheses begin is decided once, and everybody says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from execmath.checking.options import CheckOptions
from execmath.documents.addresses import Publisher
from execmath.documents.json_export import equation as exported
from execmath.documents.register import Register
from execmath.documents.results import Result
from execmath.documents.scheduler import execute
from execmath.documents.site import Site, read_site
from execmath.language.hypotheses import parts

WAYS = [
    (r"x = y \qquad x, y \in X", "x = y", r"x, y \in X"),
    (r"x = y, \quad \text{for all } x \in X", "x = y,", r"\text{for all } x \in X"),
    (r"x = y \text{ if } x > 0.", "x = y", r"\text{ if } x > 0."),
    (r"x = y \text{ and } y = z", r"x = y \text{ and } y = z", ""),
    ("  x = y  ", "x = y", ""),
    (r"\begin{aligned} x &= y \end{aligned} \qquad x \in X",
     r"\begin{aligned} x &= y \end{aligned}", r"x \in X"),
    (r"f := \begin{cases} 1 & \text{if } x > 0 \end{cases} \qquad x \in X",
     r"f := \begin{cases} 1 & \text{if } x > 0 \end{cases}", r"x \in X"),
]


@pytest.mark.parametrize(("tex", "statement", "hypotheses"), WAYS)
def test_a_statement_ends_where_its_hypotheses_begin(tex: str, statement: str,
                                                     hypotheses: str) -> None:
    assert parts(tex).typeset_apart(tex) == (statement, hypotheses)


def test_what_an_environment_holds_is_not_typeset_apart() -> None:
    tex = r"\begin{aligned} x &= y \qquad x \in X \end{aligned}"
    assert parts(tex).typeset_apart(tex) == (tex, "")
    assert parts(tex).hypotheses_of(tex) == r"x \in X"


def site(folder: Path, *lines: str) -> Site:
    folder.mkdir(exist_ok=True)
    (folder / "page.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    read = read_site(folder)
    execute(read, CheckOptions(points=40), workers=1)
    return read


def claim(read: Site) -> Result:
    return read.ledger.results["claim"]


LED = [
    r"(c+1)^2 = c^2+2c+1 \quad \text{for all } c \in \mathbb{R}_{>0}",
    r"(c+1)^2 = c^2+2c+1 \qquad c \in \mathbb{R}_{>0}",
    r"(c+1)^2 = c^2+2c+1 \quad \text{for all } c \in \mathbb{R} \text{ with } c > 0",
    r"(c+1)^2 = c^2+2c+1 \qquad c \in \mathbb{R}, \; c > 0",
]


@pytest.mark.parametrize("tex", LED)
def test_what_is_offered_as_also_true_is_taken_when_it_is_pasted(tex: str, tmp_path: Path) -> None:
    display = ["$$", tex, r"\label{claim}", "$$"]
    offered = [line.strip() for problem in site(tmp_path / "first", *display).ledger.problems
               for line in problem.message.splitlines() if "execmath: also true" in line]
    assert offered and not any("without hypotheses" in line for line in offered)
    assert site(tmp_path / "second", *offered, *display).ledger.problems == []


def test_a_claim_whose_only_hypothesis_says_nothing_may_go_without(tmp_path: Path) -> None:
    comment = r"<!-- execmath: also true: \text{without hypotheses} -->"
    display = ["$$", r"1 < 2 \quad \text{if } 3 > 2", r"\label{claim}", "$$"]
    problems = site(tmp_path, comment, *display).ledger.problems
    assert not [problem for problem in problems if "is none of the altered" in problem.message]


@pytest.mark.parametrize("tex", LED)
def test_the_export_has_the_hypotheses(tex: str, tmp_path: Path) -> None:
    read = site(tmp_path, "$$", tex, r"\label{claim}", "$$")
    entry = exported(claim(read), read.ledger, Register(), Publisher("site"))
    assert r"c \in" in entry["hypotheses"]
    assert not entry["statement"].endswith(r"\quad")
