"""The fixture `run`; the module `small_pages` beside the tests is imported by its name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from small_pages import Result, Run, page, read_and_execute


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Executes the lines of one page, or several pages by name."""

    def run(*lines: str, pages: Mapping[str, str] | None = None, order: tuple[str, ...] = (),
            **options: int) -> Result:
        docs = tmp_path / "docs"
        for name, text in (pages or {"page.md": page(*lines)}).items():
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).write_text(text, encoding="utf-8")
        return read_and_execute(docs, order, **options)

    return run
