"""A hypothesis selects the points at which its claim is tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from execmath.checking.verdict import Verdict
from execmath.documents.scheduler import execute
from execmath.documents.site import read_site


@pytest.fixture
def verdict(tmp_path: Path):
    """Of a claim about two numbers x and y, under a hypothesis."""

    def run(claim: str, hypothesis: str) -> Verdict:
        letters = r"x \in \mathbb{R},\; y \in \mathbb{R}"
        text = f"$$\n{claim} \\qquad {letters},\\; {hypothesis}\n\\label{{claim}}\n$$\n"
        (tmp_path / "page.md").write_text(text)
        site = read_site(tmp_path)
        execute(site, workers=1)
        return site.ledger.results["claim"].verdict

    return run


def test_points_that_do_not_meet_it_are_left_out(verdict):
    assert verdict(r"x - y > 0", r"x > y").holds


def test_it_is_decided_with_as_many_digits_as_it_takes(verdict):
    assert verdict(r"y \ge 0", r"y = x^2,\; x^4 + \frac{1}{2^{60}} > y^2").holds


def test_one_that_no_point_meets_is_a_failure(verdict):
    assert verdict(r"x = x", r"x^2 < 0").failure.reason == (
        "no point of the domain meets the hypotheses")


def test_one_that_no_precision_decides_is_a_failure(verdict):
    assert verdict(r"x = x", r"\sqrt{2} \cdot \sqrt{2} < 2").failure.reason == (
        "a hypothesis that cannot be decided at this point")
