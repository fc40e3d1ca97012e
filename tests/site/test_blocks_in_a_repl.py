"""The code of the pages runs as it stands, each block pasted into a fresh Python session."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

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


def shown(page: str) -> list[str]:
    """The code that the page shows and runs; what draws a picture or holds code against an
    equation is not shown there."""
    return [block.source for block in read_page(DOCS, page).blocks
            if is_executed(block) and "source=" in block.info]


BLOCKS = [(page, number) for page in PAGES for number in range(len(shown(page)))]


@pytest.mark.parametrize(("page", "number"), BLOCKS)
def test_each_block_runs_in_a_fresh_session_with_the_core_alone(page: str, number: int,
                                                                tmp_path: Path) -> None:
    source = shown(page)[number]
    assert "execmath" not in source
    session = f"{source}\n\nprint('the last line')\n"
    done = subprocess.run([sys.executable, "-c", REPL], input=session, cwd=tmp_path,
                          capture_output=True, encoding="utf-8", timeout=300,
                          env={**os.environ, "PYTHONPATH": ""})
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().endswith("the last line")
    assert done.stderr == ""


@pytest.mark.parametrize("page", sorted({page for page, _ in BLOCKS}))
def test_a_page_names_the_one_line_that_installs_what_its_code_needs(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    needed = '"lognormalizer[families]"' if "from lognormalizer.families" in "".join(shown(page)) \
        else "lognormalizer"
    first = text.index('source="above"')
    assert f"pip install {needed}" in text[:first]


def test_every_function_of_the_core_in_the_derivation_is_held_against_it() -> None:
    """It stands in a verb, or in a helper that does."""
    code = "\n".join(block.source for block in read_page(DOCS, "softmax.md").blocks
                     if is_executed(block))
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
