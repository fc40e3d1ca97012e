"""Themes, extensions and plugins that come with the site's own packages: each is built right, or
says why not. Those that want other packages are tried by `make fits`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from projects import pageless_cache
from sharing import Shared

from fits import CASES, PAGE, Case, table

ROOT = Path(__file__).parents[2]
HERE = [case for case in CASES if not case.packages]


@pytest.mark.parametrize("case", HERE, ids=lambda case: case.name)
def test_a_site_is_built_right_or_says_why_not(
    case: Case, tmp_path: Path, shared: Shared
) -> None:
    root = tmp_path / "site"
    case.write(root)
    shutil.copytree(pageless_cache(shared), root / ".cache")
    assert case.run(root, Path(sys.executable).parent) == []


def test_the_table_names_every_case_as_it_is_expected() -> None:
    rows = table(CASES, {}).splitlines()[2:]
    shown = (ROOT / PAGE).read_text(encoding="utf-8")
    for row in rows:
        name, _, outcome, note = (cell.strip() for cell in row.strip("|").split("|"))
        assert f"| {name} | " in shown and f" | {outcome} | {note} |" in shown
