"""Small pages, their formal statements, and the prover."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from execmath.documents.proofs import Proofs
from execmath.documents.site import read_site
from execmath.rocq.statements import Formalizer

ROOT = Path(__file__).parents[3]

SIZE = r"""
$$
k \in \{2, 3, \ldots\}
\label{size}
$$
"""


@pytest.fixture(scope="session")
def proofs_of_this_site() -> Proofs:
    """They are read and executed once; no test may change them."""
    return Proofs(read_site(ROOT / "docs").ledger, ROOT / "src/formal", "src/formal")


@pytest.fixture
def formalizer(tmp_path: Path) -> Callable[[str], Formalizer]:
    """The formal readings of a page; sizes are k."""

    def read(page: str) -> Formalizer:
        (tmp_path / "page.md").write_text(SIZE + page, encoding="utf-8")
        return Formalizer(read_site(tmp_path).ledger.results)

    return read


@pytest.fixture
def formal(formalizer: Callable[[str], Formalizer]) -> Callable[..., str]:
    r"""The proposition that a display is read as, without its name; `page` stands above it."""

    def read(tex: str, page: str = "") -> str:
        found = formalizer(f"{page}\n$$\n{tex}\n\\label{{claim}}\n$$\n").statement("claim")
        return found.text.partition("Prop :=\n")[2].removesuffix(".\n")

    return read
