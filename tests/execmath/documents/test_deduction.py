"""The graph of deduction between displayed claims, and lemmas that no proof needs."""

from __future__ import annotations

from execmath.documents.deduction import rests_on, unused, used_by

USES = {"f.first": ["f.lemma"], "f.lemma": ["g.second"], "g.second": ["g.third"],
        "g.third": [], "f.idle": ["g.third"], "prelude.sum": []}
LABELS = {"f.first": "first", "g.second": "second", "g.third": "third"}


def test_a_claim_rests_on_the_next_claims_through_lemmas() -> None:
    edges = rests_on(USES, LABELS)
    assert edges == {"first": ("second",), "second": ("third",), "third": ()}
    assert used_by(edges) == {"second": ("first",), "third": ("second",)}


def test_a_lemma_on_which_no_displayed_claim_rests_is_told() -> None:
    assert unused(USES, LABELS, ["prelude"]) == ["f.idle"]
