"""All Python that this site shows is run."""

from __future__ import annotations

from pathlib import Path

from execmath.code.blocks import is_executed
from execmath.documents.site import read_site

DOCS = Path(__file__).parents[2] / "docs"
LANGUAGES = {"bash", "bibtex", "console", "coq", "html", "json", "latex", "make", "markdown",
             "pycon", "rst", "tex", "text", "toml", "yaml"}


def test_a_block_of_python_is_executed_and_any_other_names_its_language() -> None:
    shown = {block.info.partition(" ")[0]: f"{path}:{block.line}"
             for path, page in read_site(DOCS).pages.items()
             for block in page.blocks if not is_executed(block)}
    assert {place for language, place in shown.items() if language not in LANGUAGES} == set()
