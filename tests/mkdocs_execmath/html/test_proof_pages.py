"""What a reader is told of a proof."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from execmath.documents.results import Ledger, Proof, Result
from execmath.documents.site import read_site
from mkdocs_execmath.html import cards

STATEMENT = "(* page.md#doubled\n   1 = 1 *)\nDefinition doubled : Prop :=\n  1 = 1."
PROOF = Proof("sums.doubled", STATEMENT, ("k",), "sums", 12, "8.16.1",
              ("Classical_Prop.classic",))


FACT = re.compile("<dt>(.*?)</dt><dd>(.*?)</dd>", re.DOTALL)


@pytest.fixture
def claim(tmp_path: Path) -> Result:
    (tmp_path / "page.md").write_text("$$\n1 = 1\n\\label{doubled}\n$$\n")
    return read_site(tmp_path).ledger.results["doubled"]


def facts(claim: Result, proof: Proof) -> dict[str, str]:
    """What a card says of a claim with this proof, by the names of the facts."""
    result = replace(claim, proof=proof)
    html = cards.facts(result, str, Ledger(), lambda file: f"../proofs/{file}/")
    return dict(FACT.findall(html))


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        ((), "proved (Rocq)"),
        (("k",), "proved for every k (Rocq)"),
        (("n", "d"), "proved for every n and d (Rocq)"),
        (("m", "n", "d"), "proved for every m, n and d (Rocq)"),
    ],
)
def test_the_words_name_the_sizes(sizes: tuple[str, ...], words: str) -> None:
    assert replace(PROOF, sizes=sizes).words() == words


def test_the_card_leads_to_the_theorem_in_its_file(claim: Result) -> None:
    assert facts(claim, PROOF)["proof"] == (
        '<a href="../proofs/sums/#__codelineno-0-12">sums.doubled</a>, '
        "checked by Rocq (Coq) 8.16.1")


def test_the_card_says_what_the_proof_rests_on(claim: Result) -> None:
    assert facts(claim, PROOF)["rests on at most"] == "<code>Classical_Prop.classic</code>"


def test_the_formal_statement_comes_without_the_latex_that_stands_beside_it(claim: Result) -> None:
    shown = facts(claim, PROOF)["formal statement"]
    assert "<code>Definition doubled : Prop :=\n  1 = 1.</code>" in shown
    assert '<a href="../proofs/statements/">statements.v</a>' in shown


def test_of_a_proof_that_nobody_checked_nothing_more_is_claimed(claim: Result) -> None:
    unchecked = facts(claim, replace(PROOF, prover="", axioms=()))
    assert unchecked["proof"].endswith("proof not re-checked in this build")
    assert "rests on at most" not in unchecked
