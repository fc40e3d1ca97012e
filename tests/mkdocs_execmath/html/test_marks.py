"""What the line under a formula says, and what it means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from execmath.checking.verdict import Failure, Verdict
from execmath.documents.results import Proof, Result
from execmath.documents.site import Site
from execmath.language.equation import Kind
from execmath.mutation.report import ALSO_TRUE, REJECTED, MutantResult, MutationReport
from mkdocs_execmath.html.marks import altered, evidence, marks, readable

PROOF = Proof("sums.doubled", "", ("k",), "sums", 12, "8.16.1")
HELD = Verdict(None, points=3, comparisons=3, digits=40, coverage="k = 2…8")


@pytest.fixture
def claim(site: Site) -> Result:
    return replace(site.ledger.results["doubled-total"], verdict=HELD)


def words(result: Result, has_code: bool = False) -> list[str]:
    return [mark.words for mark in marks(result, has_code)]


def test_each_kind_of_evidence_has_its_mark_the_strongest_first(claim: Result) -> None:
    assert words(replace(claim, proof=PROOF), has_code=True) == ["proved", "certified", "code"]
    assert words(replace(claim, proof=replace(PROOF, prover=""))) == [
        "proof not re-checked", "certified"]


def test_a_mark_means_a_sentence_with_the_figures(claim: Result) -> None:
    (mark,) = marks(claim, False)
    assert mark.says == ("Both sides agree to at least 40 digits at 3 points (k = 2…8), in "
                         "arithmetic that encloses every rounding error.")


def test_what_does_not_hold_has_no_mark_of_evidence(claim: Result) -> None:
    failing = replace(claim, verdict=Verdict(Failure("it fails", (0, 0))), proof=PROOF)
    assert words(failing, has_code=True) == ["does not hold"]
    assert evidence(failing, False) == ["proved"]


@pytest.mark.parametrize(("slack", "mark"), [("0", "attained"), ("0.25", "strict")])
def test_an_inequality_says_how_close_its_sides_come(claim: Result, slack: str, mark: str
                                                     ) -> None:
    certified, distance = marks(replace(claim, verdict=replace(HELD, slack=slack)), False)
    assert distance.words == mark
    assert "digits" not in certified.says


def test_what_is_true_beside_a_formula_is_no_weakness_of_it(claim: Result) -> None:
    mutants = [MutantResult("", "", 0, status, bound=True)
               for status in (REJECTED, REJECTED, ALSO_TRUE)]
    assert altered(replace(claim, mutation=MutationReport(tuple(mutants)))) == (
        "Altered in one place at a time, 2 formulas are certified to be false. One more is true "
        "as well: weaker or sharper bounds beside this one.")
    assert altered(claim) == ""


def test_of_a_definition_a_claim_notices_what_is_altered(claim: Result) -> None:
    report = MutationReport((MutantResult("", "", 0, REJECTED),))
    assert altered(replace(claim, kind=Kind.DEFINITION, mutation=report)) == (
        "Altered in one place, one formula is certified to be noticed by a claim that fails with "
        "them.")


def test_a_point_is_written_for_a_reader() -> None:
    assert readable("k = 2, eta = (0, -1), beta_1 = -3") == "k = 2, η = (0, −1), β_1 = −3"
    assert readable("theta, zeta") == "θ, ζ"
