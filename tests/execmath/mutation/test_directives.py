"""What an author may say above a display."""

from __future__ import annotations

import pytest

REAL = r"real | a \in \mathbb{R}, \qquad b \in \mathbb{R}"


def test_more_points_can_be_asked_for(run) -> None:
    result = run(REAL, "<!-- execmath: points: 500 -->\nsum | a + b = 2 b + a - b")
    assert result["sum"].verdict.points >= 500


@pytest.mark.parametrize("said, complaint", [
    ("points: many", "points: a number up to"),
    ("points: 99999999", "points: a number up to"),
    ("also true:", "no such directive"),
    ("refuted: because", "no such directive"),
    ("untested", "no such directive: execmath: untested; there are points: NUMBER"),
    ("not executed:", "no reason given"),
])
def test_what_cannot_be_meant_is_a_problem(run, said: str, complaint: str) -> None:
    problems = run(REAL, f"<!-- execmath: {said} -->\nsum | a + b = b + a").problems
    assert any(complaint in text for text in problems)
