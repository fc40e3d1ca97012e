"""What a reader is told of a proof."""

from __future__ import annotations

from dataclasses import replace

import pytest

from execmath.documents.results import Proof
from mkdocs_execmath.html import proof_pages

STATEMENT = "(* page.md#doubled\n   1 = 1 *)\nDefinition doubled : Prop :=\n  1 = 1."
PROOF = Proof("sums.doubled", STATEMENT, ("k",), "sums", 12, "8.16.1",
              ("Classical_Prop.classic",))


def facts(proof: Proof) -> dict[str, str]:
    return dict(proof_pages.facts(proof, lambda file: f"../proofs/{file}/"))


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


def test_the_card_leads_to_the_theorem_in_its_file() -> None:
    assert facts(PROOF)["proof"] == (
        '<a href="../proofs/sums/#__codelineno-0-12">sums.doubled</a>, '
        "checked by Rocq (Coq) 8.16.1")


def test_the_card_says_what_the_proof_rests_on() -> None:
    assert facts(PROOF)["rests on at most"] == "<code>Classical_Prop.classic</code>"


def test_the_formal_statement_comes_without_the_latex_that_stands_beside_it() -> None:
    shown = facts(PROOF)["formal statement"]
    assert "<code>Definition doubled : Prop :=\n  1 = 1.</code>" in shown
    assert '<a href="../proofs/statements/">statements.v</a>' in shown


def test_of_a_proof_that_nobody_checked_nothing_more_is_claimed() -> None:
    unchecked = facts(replace(PROOF, prover="", axioms=()))
    assert unchecked["proof"].endswith("proof not re-checked in this build")
    assert "rests on at most" not in unchecked
