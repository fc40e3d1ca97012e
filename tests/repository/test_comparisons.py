"""The measure of how fast a page is executed runs, and counts what is compared."""

from __future__ import annotations

from pathlib import Path

import comparisons
import pytest

PAGE = r"""# A page

$$\label{a-letter} x \in \mathbb{R}$$

$$\label{a-claim} (x + 1)^2 = x^2 + 2 x + 1$$
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_it_says_how_many_numbers_were_compared(docs: Path,
                                                capsys: pytest.CaptureFixture[str]) -> None:
    comparisons.main(["page.md", "--runs", "1"], docs)
    page, _, rest = capsys.readouterr().out.partition(": ")
    compared, _, rest = rest.partition(" comparisons in ")
    assert page == "page.md" and int(compared) >= 16
    assert "the best of 1 runs" in rest


def test_a_page_without_equations_is_refused(docs: Path,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        comparisons.main(["other.md"], docs)
    assert "docs/other.md has no equation that is executed" in capsys.readouterr().err
