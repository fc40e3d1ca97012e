"""The page on other readers of LaTeX says what the figures of the last run say."""

from __future__ import annotations

import json
from pathlib import Path

from readers.__main__ import closed, judged
from readers.page import page

from execmath.documents.addresses import Publisher
from execmath.documents.corpus import corpus
from execmath.documents.scheduler import execute
from execmath.documents.site import read_site

PAGE = r"""
$$
k \in \{2, 3, \ldots\}, \qquad \eta \in \mathbb{R}^k
\label{sizes}
$$

$$
A(\eta) := \log \sum_{j=1}^k e^{\eta_j}
\label{total}
$$

$$
\log \sum_{j=1}^k e^{\eta_j + 1} = 1 + \log \sum_{j=1}^k e^{\eta_j} = 1 + A(\eta)
\label{shift}
$$
"""
ABOUT = Path(__file__).parents[2] / "docs/about"


def test_the_page_is_made_from_the_figures() -> None:
    figures = json.loads((ABOUT / "readers.json").read_text("utf-8"))
    assert page(figures) == (ABOUT / "readers.md").read_text("utf-8")
    assert all(sum(reader["states"].values()) == figures["expressions"]
               for reader in figures["readers"])


def test_readers_get_what_is_closed_and_are_judged_by_values(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    site = read_site(tmp_path)
    execute(site, workers=1)
    expressions = closed(corpus(site.ledger, Publisher("Sums", "")))
    assert [one["label"] for one in expressions] == ["total", "shift", "shift"]
    assert isinstance(expressions[0]["values"][r"\eta"], list)
    value = expressions[0]["value"]
    assert judged({"state": "value", "value": value}, value) == "same"
    assert judged({"state": "value", "value": [value[0] + 1e-6]}, value) == "another"
    assert judged({"state": "unread"}, value) == "unread"
