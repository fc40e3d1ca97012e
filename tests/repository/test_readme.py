"""What the README and the about pages quote is what the machine says today."""

from __future__ import annotations

import doctest
import re
import shutil
from pathlib import Path

import pytest

from execmath.documents.diagnostics import Diagnostic
from execmath.documents.examiner import Examiner
from execmath.documents.places import placed
from execmath.documents.results import Result
from execmath.documents.site import read_site
from execmath.mutation.report import REJECTED
from mkdocs_execmath.publishing import titles

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
LABEL = "gradient-is-softmax"


def executed(docs: Path, label: str) -> tuple[Result, list[Diagnostic]]:
    site = read_site(docs)
    problems = Examiner(site).problems(label)
    return site.ledger.results[label], problems


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is said of the page when the second sum of the chain ends one too early."""
    docs = tmp_path_factory.mktemp("readme") / "docs"
    shutil.copytree(ROOT / "docs", docs)
    page = (docs / "softmax.md").read_text()
    right = r"&= \frac{e^{\eta_i}}{\sum_{j=1}^{k} e^{\eta_j}}" + "\n\\end{aligned}"
    assert page.count(right) == 1
    wrong = right.replace("^{k}", "^{k-1}")
    (docs / "softmax.md").write_text(page.replace(right, wrong))
    _, (problem,) = executed(docs, LABEL)
    return str(placed([problem], "docs/")[0])


def test_the_readme_shows_the_evidence_that_the_page_has_now():
    result, problems = executed(ROOT / "docs", LABEL)
    assert problems == []
    title, verdict = titles.read(ROOT / "docs").of[LABEL], result.verdict
    altered, rejected = result.mutation.altered, result.mutation.of_status(REJECTED)
    sizes, _, _ = verdict.coverage.partition(", numbers")
    for said in (f"> {title} · proved · certified · code\n",
                 f"at least {verdict.digits} digits at {verdict.points} points ({sizes})",
                 f"Of the {len(altered)} formulas that one alteration makes of it, "
                 f"{len(rejected)} are certified to be false"):
        assert said in README


@pytest.mark.parametrize("document", ["README.md", "docs/about/checks.md"])
def test_a_quoted_failure_is_what_a_broken_equation_says(document, broken):
    text = (ROOT / document).read_text()
    quoted = re.search(r"```text\n(docs/softmax\.md:.*?)```", text, re.DOTALL)
    assert quoted is not None and quoted[1].strip() == broken


def test_the_equation_in_the_readme_is_the_one_on_the_page():
    def squeezed(tex: str) -> str:
        return re.sub(r"\s|&|\\\\", "", tex)

    shown = re.findall(r"\$\$\n(.*?)\$\$", README, re.DOTALL)[0]
    page = (ROOT / "docs/softmax.md").read_text()
    assert squeezed(shown) in squeezed(page)


def test_the_python_in_the_readme_prints_what_it_says():
    sessions = re.findall(r"```pycon\n(.*?)```", README, re.DOTALL)
    test = doctest.DocTestParser().get_doctest("".join(sessions), {}, "README.md", None, 0)
    found = doctest.DocTestRunner().run(test)
    assert found.attempted >= 3 and found.failed == 0


def test_each_command_in_the_readme_is_a_target_of_the_makefile():
    commands = set(re.findall(r"`?make (\w+)", README))
    targets = set(re.findall(r"^(\w+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert commands and commands <= targets
