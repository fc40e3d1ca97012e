"""What a reader is told of a proof."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from execmath.checking.verdict import Verdict
from execmath.documents.results import Ledger, Proof, Result
from execmath.documents.site import read_site
from mkdocs_execmath.html import cards, proof_pages
from mkdocs_execmath.html.cards import Shown, View

STATEMENT = "(* page.md#doubled\n   1 = 1 *)\nDefinition doubled : Prop :=\n  1 = 1."
PROOF = Proof("sums.doubled", STATEMENT, ("k",), "sums", 12, "8.16.1",
              ("Classical_Prop.classic",))
HELD = Verdict(None, points=1, comparisons=1, digits=40)


@pytest.fixture
def claim(tmp_path: Path) -> Result:
    (tmp_path / "page.md").write_text("$$\n1 = 1\n\\label{doubled}\n$$\n")
    return read_site(tmp_path).ledger.results["doubled"]


def page(claim: Result, proof: Proof) -> str:
    """What the page of a claim with this proof says."""
    view = View(Ledger(), source=lambda file: f"../proofs/{file}/")
    return cards.equation(replace(claim, proof=proof, verdict=HELD), Shown(), view, ("", ""))


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


def test_the_page_leads_to_the_theorem_in_its_file(claim: Result) -> None:
    assert '<a href="../proofs/sums/#line-12">Read the proof.</a>' in page(claim, PROOF)
    assert "checked by the Rocq prover, version 8.16.1" in page(claim, PROOF)


def test_the_page_says_what_the_proof_rests_on(claim: Result) -> None:
    assert "It rests on <code>Classical_Prop.classic</code>." in page(claim, PROOF)
    assert "It rests on no axioms." in page(claim, replace(PROOF, axioms=()))


def test_the_formal_statement_comes_without_the_latex_that_stands_beside_it(claim: Result) -> None:
    shown = page(claim, PROOF)
    assert "<code>Definition doubled : Prop :=\n  1 = 1.</code>" in shown
    assert '<a href="../proofs/statements/">statements.v</a>' in shown


def test_of_a_proof_that_nobody_checked_nothing_more_is_claimed(claim: Result) -> None:
    unchecked = page(claim, replace(PROOF, prover="", axioms=()))
    assert "was not checked again when this site was built" in unchecked
    assert "It rests on" not in unchecked


def test_a_source_is_one_text_with_an_anchor_where_a_theorem_begins() -> None:
    shown = proof_pages.source("Lemma a.\nTheorem b <> c.\nQed.", [2])
    assert shown == ('<pre class="proof" tabindex="0"><code>Lemma a.\n<a id="line-2"></a>'
                     "Theorem b &lt;&gt; c.\nQed.</code></pre>")
