"""Where a mistake is false, told with as many digits as a reader wants."""

from __future__ import annotations

from dataclasses import replace

import pytest

from execmath.checking.verdict import Failure, Verdict
from execmath.documents.results import Result
from execmath.documents.site import Site
from mkdocs_execmath.html.cards import counterexample


@pytest.fixture
def claim(site: Site) -> Result:
    return site.ledger.results["doubled-total"]


def refuted(claim: Result, left: str, right: str) -> Result:
    at = Failure("", (0, 0), point="eta = (0, -1)", left=left, right=right)
    return replace(claim, verdict=Verdict(None, refutation=at))


def test_no_more_digits_are_shown_than_tell_the_sides_apart(claim: Result) -> None:
    assert counterexample(refuted(claim, "0.69314718055994530942", "0")) == (
        "at η = (0, −1): left 0.69314…, right 0")
    assert counterexample(refuted(claim, "0.693147180", "0.693147181")) == (
        "at η = (0, −1): left 0.693147180, right 0.693147181")


def test_what_is_not_refuted_has_no_counterexample(claim: Result) -> None:
    assert counterexample(claim) == ""
