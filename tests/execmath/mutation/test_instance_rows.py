"""A row of an instance says something: a wrong one is refused, and an altered one is tried."""

from __future__ import annotations

import pytest

GENERAL = (
    r"sizes | n \in \{1, 2, \ldots\}, \qquad d \in \{1, 2, \ldots\}",
    r"outcomes | \mathcal{X} := \{1, \ldots, n\}",
    r"ingredients | h \colon \mathcal{X} \to \mathbb{R}_{>0}, \qquad "
    r"t \colon \mathcal{X} \to \mathbb{R}^d",
    r"letters | x \in \mathcal{X}, \qquad \eta \in \mathbb{R}^d",
    r"total | A(\eta) := \log \sum_{x \in \mathcal{X}} h(x) \exp\left[\eta^\top t(x)\right]",
    r"density | p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right]",
    "<!-- execmath: also for: families -->\n"
    r"normalized | \sum_{x \in \mathcal{X}} p(x; \eta) = 1",
)
POISSON = {
    "X": r"\mathcal{X} &:= \mathbb{N}_0", "d": "d &:= 1", "h": r"h(x) &:= \frac{1}{x!}",
    "t": r"t(x) &:= (x, \ldots, x) \in \mathbb{R}^d", "A": r"A(\eta) &:= e^{\eta_1}",
    "eta": r"\eta &\in \mathbb{R}^d"}
EXPONENTIAL = {
    **POISSON, "X": r"\mathcal{X} &:= \mathbb{R}_{>0}", "h": "h(x) &:= 1",
    "A": r"A(\eta) &:= -\log(-\eta_1)", "eta": r"\eta &\in \mathbb{R}_{<0}^d"}
GAMMA = {
    **EXPONENTIAL, "d": "d &:= 2", "h": r"h(x) &:= \frac{1}{x}",
    "t": r"t(x) &:= (\log x, x) \in \mathbb{R}^2",
    "A": r"A(\eta) &:= \log \Gamma(\eta_1) - \eta_1 \log(-\eta_2)",
    "eta": r"\eta &\in \mathbb{R}_{>0} \times \mathbb{R}_{<0}"}
CONTINUOUS = {
    **EXPONENTIAL, "X": r"\mathcal{X} &:= [0, 1]",
    "A": r"A(\eta) &:= \log \frac{e^{\eta_1} - 1}{\eta_1}"}
NORMAL = {
    **POISSON, "X": r"\mathcal{X} &:= \mathbb{R}",
    "h": r"h(x) &:= \frac{1}{\sqrt{2 \pi}} e^{-x^2/2}",
    "t": r"t(x) &:= (g(x), \ldots, g(x)) \in \mathbb{R}^d", "A": r"A(\eta) &:= \frac{\eta_1^2}{2}"}


def instance(rows: dict[str, str], *directives: str) -> str:
    above = "\n".join(f"<!-- execmath: {text} -->" for text in ("instance of: families",
                                                                *directives))
    body = r" \\ ".join(rows.values())
    return rf"{above}" "\n" rf"member | \begin{{aligned}} {body} \end{{aligned}}"


def about_the_rows(result) -> list[str]:
    """The general part of these pages has too few claims to be sharp."""
    return [text for text in result.problems if " member: " in text]


@pytest.mark.parametrize("rows", [POISSON, EXPONENTIAL, CONTINUOUS])
def test_each_altered_row_is_refused(run, rows: dict[str, str]) -> None:
    result = run(*GENERAL, instance(rows))
    assert about_the_rows(result) == []
    mutation = result["member"].mutation
    assert len(mutation.altered) > 12
    assert all(one.status == "rejected" for one in mutation.altered)
    shown = {one.tex for one in mutation.altered}
    assert any(text.startswith("h(x) :=") for text in shown), "only the row that differs is shown"


@pytest.mark.parametrize("rows, wrong", [
    (POISSON, {"h": r"h(x) &:= \frac{1}{(x!)^2}"}),
    (POISSON, {"t": r"t(x) &:= (x + 3, \ldots, x + 3) \in \mathbb{R}^d"}),
    (POISSON, {"X": r"\mathcal{X} &:= \{1, 2, \ldots\}"}),
    (POISSON, {"A": r"A(\eta) &:= e^{\eta_1} + 1"}),
    (POISSON, {"d": "d &:= 2"}),
    (CONTINUOUS, {"X": r"\mathcal{X} &:= [0, 2]"}),
    (EXPONENTIAL, {"h": r"h(x) &:= 2"}),
    (EXPONENTIAL, {"X": r"\mathcal{X} &:= \mathbb{R}"}),
    (EXPONENTIAL, {"eta": r"\eta &\in \mathbb{R}_{\le 0}^d"}),
    (EXPONENTIAL, {"eta": r"\eta &\in \mathbb{R}^d"}),
    (EXPONENTIAL, {"eta": r"\eta &\in [-16, 1]^d"}),
    (EXPONENTIAL, {"eta": r"\eta &\in [-16, 0]^d"}),
    (GAMMA, {"eta": r"\eta &\in [1, 4] \times [-4, 0]"}),
    # A closed form that is wrong only where few points are drawn.
    (POISSON, {"A": r"A(\eta) &:= e^{\eta_1} + \mathbf{1}[\eta_1 = \frac{7}{3}]"}),
    (POISSON, {"A": r"A(\eta) &:= \max(e^{\eta_1}, 10^{-6})"}),
    (EXPONENTIAL, {"A": r"A(\eta) &:= -\log(-\eta_1) + \mathbf{1}[\eta_1 < -20]"}),
    (EXPONENTIAL, {"A": r"A(\eta) &:= -\max(\log(-\eta_1), -5)"}),
    (EXPONENTIAL, {"A": r"A(\eta) &:= -\log(|\eta_1| + \max(0, -\eta_1 - 9))"}),
    (GAMMA, {"A": r"A(\eta) &:= \log \Gamma(\eta_1) - \eta_1 \log(-\eta_2)"
                  r" + \max(0, \eta_1 - 8 + \eta_2)"}),
])
def test_a_wrong_row_is_refused(run, rows: dict[str, str], wrong: dict[str, str]) -> None:
    assert about_the_rows(run(*GENERAL, instance({**rows, **wrong})))


def test_without_a_closed_form_the_error_says_what_to_write(run) -> None:
    rows = {name: row for name, row in POISSON.items() if name != "A"}
    problem = about_the_rows(run(*GENERAL, instance(rows)))[0]
    assert "Add a row with its closed form: A(\\eta) := …" in problem


SAME = r"same | g(y) := y \qquad y \in \mathbb{R}"
MIRRORED = r"t(x) := (g(-x), \ldots, g(-x)) \in \mathbb{R}^d"


def test_an_altered_row_that_holds_is_a_problem_until_it_is_acknowledged(run) -> None:
    """Mirrored, the normal distribution has the same log-normalizer."""
    (problem,) = about_the_rows(run(*GENERAL, SAME, instance(NORMAL)))
    assert f"also true: {MIRRORED}" in problem
    result = run(*GENERAL, SAME, instance(NORMAL, f"also true: {MIRRORED}"))
    assert about_the_rows(result) == []
    assert "1 also true" in result["member"].words()


def test_what_is_said_of_an_instance_tells_its_rows_apart(run) -> None:
    density = (r"known | p(x; \eta) = \frac{1}{\sqrt{2 \pi}} "
               r"\exp\left[-\frac{(x - \eta_1)^2}{2}\right]")
    result = run(*GENERAL, SAME, instance(NORMAL), f"<!-- execmath: in: member -->\n{density}")
    assert about_the_rows(result) == []
    mirrored = next(one for one in result["member"].mutation.altered if one.tex == MIRRORED)
    assert mirrored.by == "known"
