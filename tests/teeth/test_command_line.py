"""`python -m execmath docs`: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from execmath.cli import main

SQUARE = r"""
$$
a \in \mathbb{R}, \qquad b \in \mathbb{R}
\label{real}
$$

$$
(a + b)^2 = a^2 + 2 a b + b^2
\label{square}
$$
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "page.md").write_text(SQUARE)
    return tmp_path


def test_all_holds(docs: Path, capsys) -> None:
    assert main([str(docs)]) == 0
    assert capsys.readouterr().out.startswith("1 of 1 claims hold, by ")


def test_what_does_not_hold_is_printed(docs: Path, capsys) -> None:
    (docs / "page.md").write_text(SQUARE.replace("2 a b", "3 a b"))
    assert main([str(docs)]) == 1
    told = capsys.readouterr().err
    assert "page.md:8 square: C201 fails at " in told
    assert told.endswith("1 problem; the site is refused\n")


def test_altered_formulas_can_be_left_out(docs: Path) -> None:
    (docs / "page.md").write_text(SQUARE.replace("(a + b)^2 = a^2 + 2 a b + b^2",
                                                 "a^2 b^2 = b^2 (-a)^2"))
    assert main([str(docs)]) == 1
    assert main([str(docs), "--no-altered"]) == 0


def test_code_blocks_run(docs: Path, capsys) -> None:
    block = '\n```python exec="true" session="page"\n\nraise ValueError("no")\n```\n'
    (docs / "page.md").write_text(SQUARE + block)
    assert main([str(docs)]) == 1
    assert "page.md:14: C402 this block failed: ValueError: no" in capsys.readouterr().err
    assert main([str(docs), "--no-code"]) == 0


def test_a_deeper_run(docs: Path, capsys) -> None:
    assert main([str(docs), "--points", "400", "--seed", "7", "--digits", "80", "--json"]) == 0
    square = json.loads(capsys.readouterr().out)[1]
    assert square["points"] >= 400
    assert square["digits"] >= 80


@pytest.mark.parametrize("wrong", [["--points", "0"], ["--digits", "0"], ["--digits", "9999"]])
def test_a_check_of_nothing_is_refused(docs: Path, capsys, wrong: list[str]) -> None:
    assert main([str(docs), *wrong]) == 2
    assert "a check without" in capsys.readouterr().err


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert main([str(tmp_path / "nosuch")]) == 2
