"""`python -m execmath docs`: what it prints, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import execmath
from execmath.cli import main
from execmath.documents import json_export

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


def test_a_display_that_cannot_be_read_is_counted_beside_what_holds(docs: Path, capsys) -> None:
    (docs / "page.md").write_text(f"{SQUARE}\n$$\n1 = y\n\\label{{unread}}\n$$\n")
    assert main([str(docs)]) == 1
    assert "1 of 1 claims hold" in (printed := capsys.readouterr().out)
    assert "; 1 display not read" in printed


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
    square = json.loads(capsys.readouterr().out)["equations"][1]
    assert square["verdict"]["points"] >= 400
    assert square["verdict"]["digits"] >= 80


def test_json_is_that_of_a_site(docs: Path, capsys) -> None:
    assert main([str(docs), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["version"] == json_export.VERSION
    assert [one["url"] for one in printed["equations"]] == ["/eq/real/", "/eq/square/"]


def test_what_the_blocks_show_is_printed_if_it_is_asked_for(docs: Path, capsys) -> None:
    block = '\n```python exec="true" session="page"\nprint(1, 2, sep=",")\n```\n'
    (docs / "page.md").write_text(SQUARE + block)
    assert main([str(docs), "--output"]) == 0
    assert capsys.readouterr().out.startswith(f"{docs}/page.md:12\n1,2\n1 of 1 claims hold")


@pytest.mark.parametrize("wrong", [["--points", "0"], ["--digits", "0"], ["--digits", "9999"]])
def test_a_check_of_nothing_is_refused(docs: Path, capsys, wrong: list[str]) -> None:
    assert main([str(docs), *wrong]) == 2
    assert "a check without" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["check"], ["register"], ["proofs"]])
def test_a_folder_that_is_missing_or_holds_no_page_is_told(
    tmp_path: Path, capsys, command: list[str]
) -> None:
    assert main([*command, str(tmp_path / "nosuch")]) == 2
    assert "L620" in (error := capsys.readouterr().err) and "nosuch is not a folder" in error
    (tmp_path / "notes.txt").write_text("")
    assert main([*command, str(tmp_path)]) == 2
    assert "holds no page; the name of a page ends in .md" in capsys.readouterr().err


def test_a_page_that_is_no_text_is_told(docs: Path, capsys) -> None:
    (docs / "latin.md").write_bytes("# Größe".encode("latin-1"))
    (docs / "gone.md").symlink_to("nowhere.md")
    assert main([str(docs)]) == 1
    error = capsys.readouterr().err
    assert "latin.md:1: L621 this page cannot be read: it is not UTF-8" in error
    assert "gone.md:1: L621 this page cannot be read: No such file or directory" in error


def test_what_editors_and_notebooks_leave_is_no_page(docs: Path) -> None:
    (docs / ".#page.md").symlink_to("somebody@somewhere.1234")
    (docs / ".ipynb_checkpoints").mkdir()
    (docs / ".ipynb_checkpoints" / "page-checkpoint.md").write_text(SQUARE)
    assert main([str(docs)]) == 0


def test_a_block_cannot_clear_what_is_wrong(docs: Path, capsys) -> None:
    block = ('\n```python exec="true" session="page"\nfrom execmath.code import active_site\n'
             "active_site.current().ledger.problems.clear()\n```\n")
    (docs / "page.md").write_text(SQUARE.replace("2 a b", "3 a b") + block)
    assert main([str(docs)]) == 1
    assert "page.md:8 square: C201 " in capsys.readouterr().err


def test_help_and_version(capsys) -> None:
    assert main(["--help"]) == 0
    assert "execmath register FOLDER" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"execmath {execmath.__version__}\n"


@pytest.mark.parametrize("missing", ["flint", "cattrs", "yaml"])
def test_a_package_that_is_missing_is_told(docs: Path, missing: str) -> None:
    done = without([missing], "-m", "execmath", str(docs))
    assert done.returncode == 2
    assert done.stderr.startswith(f"execmath: the package {missing} is missing; pip install")
    assert "Traceback" not in done.stderr


def test_code_without_numpy_is_told(docs: Path) -> None:
    (docs / "page.md").write_text(SQUARE + '\n```python exec="true" session="s"\nprint(1)\n```\n')
    done = without(["numpy"], "-m", "execmath", str(docs))
    assert done.returncode == 2
    assert 'pip install "execmath[numpy]"' in done.stderr


def test_the_engine_needs_neither_a_site_nor_numpy(docs: Path) -> None:
    done = without(["mkdocs", "markdown", "markdown_exec", "jinja2", "fontTools", "brotli",
                    "numpy", "mkdocs_execmath"], "-m", "execmath", str(docs))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 of 1 claims hold")


def without(packages: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python where some packages are not installed."""
    program = ("import runpy, sys\n"
               f"sys.modules.update(dict.fromkeys({packages!r}))\n"
               "sys.argv = sys.argv[1:]\n"
               "runpy.run_module(sys.argv[0], run_name='__main__', alter_sys=True)\n")
    return subprocess.run([sys.executable, "-c", program, *arguments[1:]], capture_output=True,
                          encoding="utf-8")
