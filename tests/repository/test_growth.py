"""The generated site by which growth is measured is one that holds."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from execmath.documents.scheduler import execute
from execmath.documents.site import read_site

FILE = Path(__file__).parents[1] / "benchmarks/growth.py"


def test_every_generated_equation_holds_and_is_counted(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("growth", FILE)
    assert spec is not None and spec.loader is not None
    growth = importlib.util.module_from_spec(spec)
    import sys
    sys.modules["growth"] = growth
    spec.loader.exec_module(growth)
    for name, text in growth.pages(20):
        (tmp_path / name).write_text(text)
    site = read_site(tmp_path)
    execute(site, workers=1)
    assert site.diagnostics == ()
    assert len(site.pages) == 2 and len(site.ledger.results) == 20
