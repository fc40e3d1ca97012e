"""What the argument for a claim rests on, by its words and by its proof."""

from __future__ import annotations

from pathlib import Path

import pytest

from execmath.documents.proofs import Proofs
from execmath.documents.site import Site, read_site
from mkdocs_execmath.html.deductions import deductions

PAGE = """# Page

See [the last](#third-one).

$$
1 = 1
\\label{first-one}
$$

It follows from [the first](#first-one), as [elsewhere](https://example.org/#second-one).

$$
2 = 2
\\label{second-one}
$$

By [the second](page.md#second-one).

## Another section

$$
3 = 3
\\label{third-one}
$$
"""
PROOF = """Theorem first_one : statement.first_one. Proof. easy. Qed.
Lemma between : 1 = 1. Proof. (* not second_one *) apply first_one. Qed.
Lemma circle : 1 = 1. Proof. apply circle; apply between. Qed.
Theorem second_one : statement.second_one. Proof. easy. Qed.
Theorem third_one : statement.third_one. Proof. apply circle. Qed.
"""


@pytest.fixture
def pages(tmp_path: Path) -> Site:
    (tmp_path / "page.md").write_text(PAGE)
    return read_site(tmp_path)


def test_the_words_above_a_claim_link_to_what_it_rests_on(pages: Site) -> None:
    assert deductions(pages, None) == {"first-one": [], "second-one": ["first-one"],
                                       "third-one": []}


def test_a_proof_names_what_it_rests_on_through_lemmas(pages: Site, tmp_path: Path) -> None:
    (tmp_path / "formal").mkdir()
    (tmp_path / "formal" / "page.v").write_text(PROOF)
    proofs = Proofs(pages.ledger, tmp_path / "formal")
    assert deductions(pages, proofs)["third-one"] == ["first-one"]
