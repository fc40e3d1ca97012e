"""Edits of a copy of the real pages and of the core: each makes something false, and is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from projects import Project
from sharing import Shared

PAGE = "docs/softmax.md"

# Of each claim: what is edited, what stood there, what stands there now, and how the failure
# begins. The line is where the right side of the link at fault stands, as edited.
CLAIMS = {
    "total-mass": ("an operator", r"= e^{-A(\theta)} \sum", r"= e^{-A(\theta)} + \sum", 0,
                   "fails at"),
    "exponential-density-form": (
        "a sign", "t(x) - A(\\theta)\\right]\n\\label{exponential-density-form}",
        "t(x) + A(\\theta)\\right]\n\\label{exponential-density-form}", 0, "fails at"),
    "log-normalizer-continuous": ("a bound of an integral", r"\int_0^\infty h(x)",
                                  r"\int_1^\infty h(x)", 0, "fails at"),
    "categorical-parameters": ("a bound", r"1 - \sum_{j=1}^{k-1} \theta_j",
                               r"1 - \sum_{j=1}^{k} \theta_j", 0, "link 2 fails at"),
    "categorical-exponential-form": ("a sign in a bracket", r"x - (-\log\theta_k)",
                                     r"x - (\log\theta_k)", 0, "fails at"),
    "categorical-inverse": ("an index", r"\theta_i = \frac{e^{\eta_i}}",
                            r"\theta_i = \frac{e^{\eta_k}}", 0, "fails at"),
    "categorical-log-normalizer": ("the hypothesis that is missing elsewhere",
                                   r"\mathbb{R}^k,\; \eta_k = 0,\;", r"\mathbb{R}^k,\;", -3,
                                   "link 2 fails at"),
    "categorical-normalization": ("a constant", "p(x; \\eta) = 1\n", "p(x; \\eta) = 2\n", 0,
                                  "fails at"),
    "softmax-shift": ("the sign of a shift", r"&= A(\eta) + c", r"&= A(\eta) - c", 0,
                      "link 2 fails at"),
    "gradient-is-softmax": (
        "the last term of a sum",
        "&= \\frac{e^{\\eta_i}}{\\sum_{j=1}^{k} e^{\\eta_j}}\n\\end{aligned}",
        "&= \\frac{e^{\\eta_i}}{\\sum_{j=1}^{k-1} e^{\\eta_j}}\n\\end{aligned}", 0,
        "link 2 fails at"),
    "gradient-vector": ("a factor", "= \\operatorname{softmax}(\\eta)\n\\qquad \\eta \\in "
                        "\\mathbb{R}^k\n\\label{gradient-vector}", "= 2 \\operatorname{softmax}"
                        "(\\eta)\n\\qquad \\eta \\in \\mathbb{R}^k\n\\label{gradient-vector}", 0,
                        "link 2 fails at"),
    "minimal-gradient": ("a term", r"{1 + \sum_{j=1}^{k-1} e^{\eta_j}}",
                         r"{\sum_{j=1}^{k-1} e^{\eta_j}}", 0, "fails at"),
    "gradient-is-mean": ("a sign in a mean", r"\left[t(x)\right]", r"\left[-t(x)\right]", 0,
                         "fails at"),
}


@pytest.fixture(scope="module")
def edited(shared: Shared) -> dict[str, str]:
    """The problems after all edits, by label, of one build; and the site as it was before."""

    def make(file: Path) -> None:
        project = Project.page_of_ours(file.with_name("edited"), PAGE.removeprefix("docs/"))
        before = project.published()
        lines = {label: project.edit(PAGE, old, new) + shift
                 for label, (_, old, new, shift, _) in CLAIMS.items()}
        build = project.build()
        assert build.code != 0
        assert project.published() == before
        places = {problem.partition(": ")[0]: problem for problem in build.problems}
        file.write_text(json.dumps({
            label: places.get(f"softmax.md:{line} {label}", f"not among {sorted(places)}")
            for label, line in lines.items()}), encoding="utf-8")

    return json.loads(shared("edited.json", make).read_text(encoding="utf-8"))


@pytest.mark.parametrize("label", CLAIMS, ids=[f"{label}, {what[0]}" for label, what in
                                               CLAIMS.items()])
def test_an_edit_of_the_page_is_found_at_its_label_and_line(
    edited: dict[str, str], label: str
) -> None:
    assert edited[label].partition(f" {label}: ")[2].startswith(CLAIMS[label][-1])


def test_the_message_is_the_one_of_the_readme(edited: dict[str, str]) -> None:
    headline, *rest = edited["gradient-is-softmax"].splitlines()
    assert headline.startswith("softmax.md:386 gradient-is-softmax: link 2 fails at ")
    assert headline.endswith(" points; simplest:")
    said = [line for line in rest if "it would hold" not in line]  # as time allows
    assert said == [
        "    k = 2, eta = (0, 0), i = 1",
        "    left  = 0.5",
        "    right = 1",
        "    gap   = 0.5",
        r"        &= \frac{e^{\eta_i}}{\sum_{j=1}^{k-1} e^{\eta_j}}",
        "           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    ]


def test_a_definition_that_says_something_else_breaks_what_is_claimed_of_it(real: Project) -> None:
    before = real.published()
    real.edit(PAGE, "A(\\eta) := \\log \\sum_{j=1}^{k} e^{\\eta_j}",
              "A(\\eta) := \\log \\sum_{j=2}^{k} e^{\\eta_j}")
    build = real.build("--strict", "-q")
    assert build.code != 0
    assert real.published() == before
    failing = {place.partition(" ")[2] for place in build.places}
    assert {"categorical-normalization", "gradient-is-softmax", "gradient-vector",
            "minimal-gradient", "gradient-is-mean"} <= failing
    assert any('logsumexp computes log-sum-exp: off by' in problem for problem in build.problems)


def test_a_core_that_is_off_by_little_is_refused(tmp_path: Path) -> None:
    project = Project.page_of_ours(tmp_path / "project", PAGE.removeprefix("docs/"))
    before = project.published()
    project.edit("src/lognormalizer/log_sum_exp.py", "def softmax(",
              "def softmax(x, **more):\n    return _softmax(x, **more) * (1 + 1e-14)\n\n\n"
              "def _softmax(")
    build = project.build()
    assert build.code != 0
    assert project.published() == before
    assert any(place.startswith("softmax.md:") for place in build.places)
    assert any("softmax computes " in problem and "at most 4 allowed" in problem
               for problem in build.problems)
