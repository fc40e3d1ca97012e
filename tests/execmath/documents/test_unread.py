"""What a check of a folder alone, without a site, would pass over is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from execmath.documents.site import read_site

FALSE = "$$\n1 + 1 = 3\n\\label{bad}\n$$\n"


def problems(root: Path, text: str, **others: str) -> list[str]:
    root.mkdir(exist_ok=True)
    (root / "page.md").write_text(text, encoding="utf-8")
    for name, content in others.items():
        (root / f"{name}.txt").write_text(content, encoding="utf-8")
    return [str(problem) for problem in read_site(root).ledger.problems]


@pytest.mark.parametrize("text", [
    '--8<-- "other.txt"\n', "--8<--\nother.txt\n--8<--\n", "--8<-- 'other.txt:3:9'\n",
    "{!other.txt!}\n", '{% include "other.txt" %}\n', "{% include-markdown 'other.txt' %}\n",
])
def test_displays_that_are_taken_in_are_not_passed_over(tmp_path: Path, text: str) -> None:
    (problem,) = problems(tmp_path, text, other=FALSE)
    assert "other.txt, whose displays are not read" in problem
    assert problems(tmp_path, text, other="Words of $x$.\n") == []


def test_what_is_taken_in_has_to_be_there(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, '--8<-- "nowhere.txt"\n')
    assert "nowhere.txt, which was not found and not read" in problem


@pytest.mark.parametrize("text", [
    "$1 + 1 = 3$\n", "> $1 + 1 = 3$.\n", "Words.\n\n**$1 + 1 = 3$**,\n$2 = 3$\n\nWords.\n",
])
def test_a_paragraph_of_formulas_alone_looks_like_a_display(tmp_path: Path, text: str) -> None:
    (problem,) = problems(tmp_path, text)
    assert "a paragraph of formulas alone" in problem


@pytest.mark.parametrize("text", [
    "Then $x$ holds.\n", "- $x$\n- $y$\n", "| $x$ |\n|---|\n| $y$ |\n", "Term\n:   $x$\n",
    "Words of\n$x$\n", "```\n$x$\n```\n", "- Words.\n\n    $x$\n",
])
def test_formulas_among_words_and_in_items_do_not(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == []


@pytest.mark.parametrize("text", [
    f"---\n\n{FALSE}\n---\n\nWords.\n",
    f"Words.\n\n`<!--`\n\n{FALSE}\n`-->`\n",
    f"Words <!-- a\n\n{FALSE}\n-->\n",
    f"<!-- a --!>\n\n{FALSE}\n-->\n",
    f"Words.\n\n    ```\n\n{FALSE}\n    ```\n",
    f"```x``` is code.\n\n{FALSE}\n```\n",
    "```math\n1 + 1 = 3\n```\n",
], ids=["between rules", "between marks of comments", "behind words and a comment",
        "behind a comment as browsers end it", "between indented marks of code",
        "behind code in a line", "in a fence of GitHub's"])
def test_nothing_but_code_and_comments_hides_a_display(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) or read_site(tmp_path).ledger.results["bad"]


def test_pages_behind_a_link_are_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "other.md").write_text(FALSE)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "link").symlink_to("../elsewhere")
    (docs / "circle").symlink_to(".")
    assert list(read_site(docs).pages) == ["link/other.md"]


@pytest.mark.parametrize("ending", ["markdown", "mdown", "mkdn", "mkd"])
def test_what_others_take_for_a_page_is_told(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"other.{ending}").write_text(FALSE)
    (problem,) = problems(tmp_path, "Words.\n")
    assert f"other.{ending}:1: L621 this page is not read; its name must end in .md" in problem
