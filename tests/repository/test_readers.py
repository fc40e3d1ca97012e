"""The page on other readers of LaTeX says what the figures of the last run say."""

from __future__ import annotations

import json
from pathlib import Path

from readers.page import page

ABOUT = Path(__file__).parents[2] / "docs/about"


def test_the_page_is_made_from_the_figures() -> None:
    figures = json.loads((ABOUT / "readers.json").read_text("utf-8"))
    assert page(figures) == (ABOUT / "readers.md").read_text("utf-8")
    assert all(sum(reader["states"].values()) == figures["expressions"]
               for reader in figures["readers"])
