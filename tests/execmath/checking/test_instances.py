"""A general theorem is executed, as it stands, where its letters mean something in particular."""

from __future__ import annotations

import pytest
from small_pages import Run

from execmath.language.context import context_of, joined
from execmath.language.cost import integrates
from execmath.language.parser.instances import rows_of

GENERAL = (
    r"outcomes | \mathcal{X} := \{1, 2, 3\}",
    r"weights | h \colon \mathcal{X} \to \mathbb{R}_{>0}",
    r"outcome | x \in \mathcal{X}, \qquad c \in \mathbb{R}_{>0}",
    r"positive | h(x) > 0",
    r"total | Z(c) := \sum_{x \in \mathcal{X}} c \, h(x)",
)
THEOREM = r"scales | Z(c) = c \sum_{x \in \mathcal{X}} h(x)"
INSTANCE = "<!-- execmath: instance -->"
FOR_WAITING = "<!-- execmath: also for: waiting -->"
WAITING = (INSTANCE, r"waiting | \begin{aligned} \mathcal{X} &:= \mathbb{R}_{>0} \\ "
                     r"h(x) &:= e^{-x} \\ Z(c) &:= c \\ c &\in [1, 2] \end{aligned}")


def test_a_sum_over_the_outcomes_becomes_an_integral(run: Run) -> None:
    result = run(*GENERAL, FOR_WAITING, THEOREM, *WAITING)
    assert result.problems == []
    (waiting,) = result["scales"].instances
    assert waiting.instance == "waiting"
    assert waiting.verdict.digits >= 30
    assert f"{waiting.verdict.points} more in 1 instance" in result["scales"].words()
    assert "waiting" in result["scales"].uses


def test_a_sum_over_a_continuum_is_as_costly_as_an_integral(run: Run) -> None:
    result = run(*GENERAL, FOR_WAITING, THEOREM, *WAITING)
    claim, waiting = result["scales"], result["waiting"]
    there = context_of(waiting.statement, joined(claim.context, waiting.context))
    assert integrates(claim.statement, there)
    assert not integrates(claim.statement, claim.context)


def test_what_is_true_in_general_only_for_finite_sets_fails_in_the_instance(run: Run) -> None:
    ones = r"ones | \sum_{x \in \mathcal{X}} 1 = 3"
    result = run(*GENERAL, FOR_WAITING, ones, THEOREM, *WAITING)
    (problem,) = result.problems
    assert problem.startswith("page.md:28 ones: for waiting: ")
    assert "an integral that does not converge" in problem


@pytest.mark.parametrize("instance, problem", [
    (r"h(x) := -1 \\ Z(c) := -3 c", "-1 is outside the set that the page names"),
    (r"h(x) := (x, x) \\ Z(c) := c", "(1, 1) is outside the set that the page names"),
    (r"q := 1", "no letter of the page is called q"),
    (r"h(x) := h(x) + 1 \\ Z(c) := c", "h is defined by h itself"),
    (r"h(x) = 1", "an instance says what letters are"),
    (r"c \in [2, 1] \\ Z(c) := c", "an interval from 2 to 1 has no members"),
    (r"h(x) := x", "no row says what Z comes to"),
    (r"h(x) := x \\ Z(c) := 5 c", "fails at 200 of 200 points"),
])
def test_an_instance_must_be_one(run: Run, instance: str, problem: str) -> None:
    rows = rf"\begin{{aligned}} {instance} \end{{aligned}}"
    result = run(*GENERAL, FOR_WAITING, THEOREM, INSTANCE, f"waiting | {rows}")
    assert problem in result.problem
    assert "waiting: " in result.problem


@pytest.mark.parametrize("directive, problem", [
    ("points: 500", "points are for claims"),
    ("refuted", "only a claim can be refuted"),
    ("in: waiting", "only a claim is about an instance"),
    ("also for: waiting", "only a claim that holds in general"),
    ("not executed: why", "then nothing else can be asked of it"),
])
def test_what_is_asked_of_an_instance_for_nothing_is_a_problem(
    run: Run, directive: str, problem: str
) -> None:
    asked = f"{INSTANCE}\n<!-- execmath: {directive} -->"
    result = run(*GENERAL, FOR_WAITING, THEOREM, asked, WAITING[1])
    assert any(problem in text and "waiting: " in text for text in result.problems)


def test_a_claim_is_executed_for_instances_only_and_each_instance_for_a_claim(run: Run) -> None:
    result = run(*GENERAL, "<!-- execmath: also for: total, nothing -->", THEOREM, *WAITING)
    assert [text.split("\n")[0] for text in result.problems] == [
        "page.md:27 scales: also for nothing, which is not the label of an instance, nor "
        "a group of some",
        "page.md:27 scales: also for total, which is not the label of an instance, nor a group of "
        "some",
        "page.md:33 waiting: an instance for which no claim is executed: also for: waiting",
    ]


GROUP = (r"<!-- execmath: instance of: laws -->",
         r"waiting | \begin{aligned} \mathcal{X} &:= \mathbb{R}_{>0} \\ "
         r"h(x) &:= e^{-x} \\ Z(c) &:= c \\ c &\in \mathbb{R}_{>0} \end{aligned}")


def test_a_theorem_is_executed_for_each_instance_of_a_group(run: Run) -> None:
    coin = (r"coin | \begin{aligned} \mathcal{X} &:= \{0, 1\} \\ h(x) &:= 1 \\ "
            r"Z(c) &:= 2 c \end{aligned}")
    result = run(*GENERAL, "<!-- execmath: also for: laws -->", THEOREM, *GROUP, GROUP[0], coin)
    assert result.problems == []
    assert [one.instance for one in result["scales"].instances] == ["waiting", "coin"]
    assert "waiting" not in result["scales"].uses, "its page does not know them"


def test_a_claim_about_an_instance_is_read_in_its_letters(run: Run) -> None:
    about = ("<!-- execmath: in: waiting -->", r"memory | \frac{h(x)}{Z(c)} = \frac{e^{-x}}{c}")
    result = run(*GENERAL, *GROUP, *about)
    assert result.problems == []
    assert result["memory"].words().startswith("holds as typeset in waiting: ")
    assert "waiting" in result["memory"].uses
    wrong = run(*GENERAL, *GROUP, about[0], r"memory | h(x) = e^{x}")
    assert "fails at" in wrong.problem


def test_a_claim_is_about_an_instance_that_is_there(run: Run) -> None:
    result = run(*GENERAL, THEOREM, "<!-- execmath: in: total -->", r"one | h(x) = h(x)")
    assert "in total, which is not the label of an instance above" in result.problem


def test_a_row_of_an_instance_may_hold_a_matrix(run: Run) -> None:
    rows = (r"\mathcal{X} &:= \{1, 2\} \\ h(x) &:= x \\ "
            r"Z(c) &:= \det \begin{pmatrix} 3 & 1 \\ 0 & c \end{pmatrix} \\ c &\in [1, 2]")
    result = run(*GENERAL, "<!-- execmath: also for: two -->", THEOREM, INSTANCE,
                 rf"two | \begin{{aligned}} {rows} \end{{aligned}}")
    assert result["two"].verdict.holds, result.problems


def test_a_matrix_keeps_its_marks_in_the_text_of_its_row() -> None:
    assert rows_of(r"\begin{aligned} x &:= \det \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \\ "
                   r"y &\in \mathbb{R} \end{aligned}") == [
        r"x := \det \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", r"y \in \mathbb{R}"]
