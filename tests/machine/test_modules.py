"""A verdict is as old as the modules that it rests on."""

from __future__ import annotations

import subprocess
import sys

from execmath.modules import rests_on


def test_what_executes_rests_on_all_that_it_imports_and_not_on_what_renders() -> None:
    found = {source.stem for source in rests_on("execute")}
    assert {"execute", "balls", "quadrature", "latex", "statements", "verdict"} <= found
    assert not {"mkdocs", "render", "search", "opengraph"} & found


def test_no_import_is_overlooked() -> None:
    """Python itself, asked in a process that imports this one module, knows no more than that
    and what the package imports for those who use it."""
    program = ("import sys, execmath.execute; "
               "print(*(name.partition('.')[2] for name in sys.modules "
               "if name.startswith('execmath.')))")
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True,
                          encoding="utf-8", timeout=60)
    loaded = set(done.stdout.split())
    assert loaded
    known = {source.stem for name in ("execute", "__init__") for source in rests_on(name)}
    assert loaded <= known
