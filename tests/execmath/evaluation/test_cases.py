r"""Where two cases apply, a reader may take either: then they must agree."""

from __future__ import annotations

import pytest
from small_pages import Run

REAL = r"\qquad x \in \mathbb{R}"


def cases(*rows: str) -> str:
    return r"\left(\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}\right)"


@pytest.mark.parametrize("rows", [
    (r"1 & x \ge 0", r"0 & x \le 0"),
    (r"x & x > -5", r"-x & x < 5"),
    (r"x^2 & x \ge 0", r"-x & x < 3"),
])
def test_cases_that_overlap_and_differ_have_no_value(run: Run, rows: tuple[str, ...]) -> None:
    problem = run(rf"claim | {cases(*rows)} = {cases(*rows)} {REAL}").problem
    assert "two of the cases apply, and their values differ" in problem


@pytest.mark.parametrize(("rows", "value"), [
    ((r"x & x \ge 0", r"-x & x \le 0"), "|x|"),
    ((r"x & x > 0", r"0 & x = 0", r"-x & \text{otherwise}"), "|x|"),
    ((r"0 & x \le 0", r"e^{\log x} & \log(x) \ge -1000", r"x & x > 0"), r"\max(x, 0)"),
])
def test_cases_that_agree_may_overlap(run: Run, rows: tuple[str, ...], value: str) -> None:
    assert run(rf"claim | {cases(*rows)} = {value} {REAL}").problems == []
