"""The code of the pages runs as it stands, pasted into a plain Python session in the project."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from projects import ROOT

import lognormalizer
from execmath.code.blocks import is_executed
from execmath.documents.markdown import read_page

# Line by line, as a terminal does it: a blank line ends what is indented.
REPL = """
import code, sys
console = code.InteractiveConsole()
for line in sys.stdin.read().splitlines():
    console.push(line)
"""
DOCS = ROOT / "docs"
PAGES = [path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*.md"))]


def blocks(page: str) -> list[str]:
    """The code that the page shows and runs; what draws a picture is not shown."""
    return [block.source for block in read_page(DOCS, page).blocks
            if is_executed(block) and "source=" in block.info]


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)])
def test_the_blocks_of_a_page_run_in_one_plain_session(page: str) -> None:
    session = "\n\n".join(blocks(page)) + "\n\nprint('the last line')\n"
    done = subprocess.run([sys.executable, "-c", REPL], input=session, cwd=ROOT,
                          capture_output=True, encoding="utf-8", timeout=300,
                          env={**os.environ, "PYTHONPATH": ""})
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().endswith("the last line")
    assert done.stderr == ""


def test_every_function_of_the_core_in_the_derivation_is_held_against_it() -> None:
    """It stands in a verb, or in a helper that does."""
    code = "\n".join(blocks("softmax.md"))
    core = [name for name in lognormalizer.__all__ if callable(getattr(lognormalizer, name))]
    used = re.sub("^from .*", "", code, flags=re.MULTILINE)
    named = {name for name in core if re.search(rf"\b{name}\b", used)}
    named |= set(re.findall(r"categorical\.\w+", code))
    assert {"gradient", "logsumexp", "softmax", "categorical.mean", "categorical.pmf"} <= named
    held = "\n".join(re.findall(r"\b(?:implements|holds)\(.*", code))
    for helper, body in re.findall(r"^def (\w+)\(.*?:\n((?:    .*\n)+)", code, re.MULTILINE):
        if re.search(rf"\b{helper}\b", held):
            held += body
    assert {name for name in named if not re.search(rf"\b{re.escape(name)}\b", held)} == set()
