"""What the argument for a claim rests on, by its words and by its proof."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from execmath.documents.results import Proof
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

@pytest.fixture
def pages(tmp_path: Path) -> Site:
    (tmp_path / "page.md").write_text(PAGE)
    return read_site(tmp_path)


def test_the_words_above_a_claim_link_to_what_it_rests_on(pages: Site) -> None:
    assert deductions(pages) == {"first-one": [], "second-one": ["first-one"],
                                       "third-one": []}


def test_a_proof_rests_on_the_claims_whose_theorems_it_names(pages: Site) -> None:
    proof = Proof("page.third_one", "", (), "page", 1, "8.16", rests_on=("first-one",))
    results = pages.ledger.results
    results["third-one"] = replace(results["third-one"], proof=proof)
    assert deductions(pages)["third-one"] == ["first-one"]
