"""A label once published stays, and means what it meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from execmath.documents import register
from execmath.documents.register import digest, parse, problems

SUM = r"s := \sum_{i=1}^{n} x_i"
MEAN = r"m := \frac{s}{n}"
PUBLISHED = f"sum  2026-01-01  {digest(SUM)}\nmean  2026-01-02  {digest(MEAN)}\n"


def complaints(text: str, **displays: str) -> list[str]:
    return [f"{problem.label} {problem.message}".strip()
            for problem in problems(parse(text), displays)]


def test_a_site_that_says_what_its_register_says_has_no_problems() -> None:
    assert complaints(PUBLISHED, sum=SUM, mean=MEAN) == []


def test_spacing_is_no_change() -> None:
    spaced = r"s :=  \sum_{i = 1}^n x_{i}."
    assert complaints(PUBLISHED, sum=spaced, mean=MEAN) == []


def test_a_label_that_disappears_is_a_problem() -> None:
    (message,) = complaints(PUBLISHED, sum=SUM)
    assert message == (
        "mean was published on 2026-01-02 and is gone; put it back, or append to docs/labels.txt: "
        "mean  YYYY-MM-DD  retired -> its-successor"
    )


def test_a_label_that_changes_its_meaning_is_a_problem() -> None:
    other = r"m := \frac{s}{n - 1}"
    (message,) = complaints(PUBLISHED, sum=SUM, mean=other)
    assert message.startswith("mean no longer says what it said on 2026-01-02; another equation")
    assert message.endswith(f"mean  YYYY-MM-DD  {digest(other)}  restated: why")


def test_a_label_that_is_not_registered_is_a_problem_that_names_the_command() -> None:
    (message,) = complaints(PUBLISHED, sum=SUM, mean=MEAN, variance="v := 1")
    assert message == (
        "new labels that are not registered: variance; run `execmath register docs` and commit "
        "docs/labels.txt"
    )


def test_a_retired_label_has_a_successor_and_is_not_used_again() -> None:
    retired = PUBLISHED + "mean  2026-02-01  retired -> sum\n"
    assert complaints(retired, sum=SUM) == []
    assert complaints(retired, sum=SUM, mean=MEAN) == [
        "mean is retired and stands on a page again; choose another label"
    ]
    assert complaints(PUBLISHED + "mean  2026-02-01  retired -> average\n", sum=SUM) == [
        "mean is retired in favor of average, which is no label"
    ]


def test_a_successor_may_be_retired_in_its_turn() -> None:
    text = PUBLISHED + (
        "mean  2026-02-01  retired -> average\n"
        f"average  2026-02-01  {digest(MEAN)}\n"
        "average  2026-03-01  retired -> sum\n"
    )
    assert complaints(text, sum=SUM) == []
    assert parse(text).successor("mean") == "sum"


def test_labels_retired_in_a_circle_are_a_problem() -> None:
    text = PUBLISHED + "mean  2026-02-01  retired -> sum\nsum  2026-02-01  retired -> mean\n"
    assert "mean is retired in a circle" in complaints(text)


def test_the_same_in_other_symbols_is_restated_with_a_reason() -> None:
    other = r"m := s / n"
    restated = f"mean  2026-02-01  {digest(other)}"
    text = f"{PUBLISHED}{restated}  restated: a slash is easier to read\n"
    assert complaints(text, sum=SUM, mean=other) == []
    assert parse(text).dates["mean"] == "2026-01-02"
    assert complaints(f"{PUBLISHED}{restated}\n", sum=SUM, mean=MEAN) == [
        f"registers a label again; say `restated: why`: {restated}"
    ]


@pytest.mark.parametrize(
    "line",
    ["mean", "mean  soon  0123456789ab", "mean  2026-02-01  xyz", "Mean  2026-02-01  retired"],
)
def test_a_line_that_cannot_be_read_is_a_problem(line: str) -> None:
    (message,) = complaints(f"{PUBLISHED}{line}\n", sum=SUM, mean=MEAN)
    assert message.startswith("is not `label  date  digest` nor")


def test_what_was_never_published_cannot_be_retired() -> None:
    (message, _) = complaints("sum  2026-02-01  retired -> mean\n", mean=MEAN)
    assert message.startswith("retires a label that was never published")


def test_each_problem_stands_at_its_line_with_its_code() -> None:
    register = parse(f"# a comment\n{PUBLISHED}mean  2026-02-01  retired -> average\nmean\n")
    assert [(str(p).split(" ", 2)[0], str(p.code)) for p in problems(register, {"new": "n := 1"})
            ] == [("labels.txt:5:", "L650"), ("labels.txt:2", "L651"), ("labels.txt:4", "L653"),
                  ("labels.txt:1:", "L654")]


def test_comments_and_empty_lines_say_nothing() -> None:
    assert complaints(f"# label  date  digest\n\n{PUBLISHED}", sum=SUM, mean=MEAN) == []


# ------------------------------------------------------------------------------- the command


def test_the_command_appends_what_is_new_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "# Page\n\n$$\nn \\in \\{1, 2, \\ldots\\}\n\\label{size}\n$$\n"
    (tmp_path / "page.md").write_text(page)
    assert register.main([str(tmp_path)]) == 0
    written = (tmp_path / "labels.txt").read_text()
    assert register.main([str(tmp_path)]) == 0
    assert (tmp_path / "labels.txt").read_text() == written
    assert written.startswith("# label") and written.count("size  2") == 1
    assert capsys.readouterr().out == f"{tmp_path / 'labels.txt'}: 1 label added\n"


def test_the_command_does_not_hide_a_label_that_disappeared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "labels.txt").write_text(PUBLISHED)
    assert register.main([str(tmp_path)]) == 1
    assert "mean: L651 was published on 2026-01-02 and is gone" in capsys.readouterr().err


# -------------------------------------------------------------------------------- this site

DOCS = Path(__file__).parents[3] / "docs"


def test_the_register_of_this_site_is_in_force() -> None:
    wrong = problems(register.read(DOCS), register.published(DOCS))
    assert not wrong, "\n" + "\n".join(wrong)
