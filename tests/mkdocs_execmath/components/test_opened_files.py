"""A page rests on the files that were opened while it was made, and not on what a build makes."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_execmath.components.opened_files import (
    Opened,
    content_of,
    leave_out,
    listen,
    stop_listening,
)


def test_the_text_of_the_page_itself_is_known_anyway(tmp_path: Path) -> None:
    page, table = tmp_path / "page.md", tmp_path / "table.csv"
    opened = Opened(page=str(page))
    opened.add(page)
    opened.add(table)
    assert opened.files.keys() == {str(table)}


def test_a_folder_changes_with_its_files_and_not_with_the_site_that_is_built_in_it(
        tmp_path: Path) -> None:
    site = tmp_path / "site"
    leave_out(site)
    before = content_of(str(tmp_path))
    for made in (site, tmp_path / ".site.next", tmp_path / "__pycache__"):
        made.mkdir()
    assert content_of(str(tmp_path)) == before
    (tmp_path / "helper.py").touch()
    assert content_of(str(tmp_path)) != before


def test_what_a_module_has_read_counts_for_all_later_pages_and_what_a_block_has_read_does_not(
        tmp_path: Path) -> None:
    table, settings = tmp_path / "table.csv", tmp_path / "settings.ini"
    for file in (table, settings):
        file.touch()
    module = tmp_path / "local.py"
    module.write_text("def settings(path):\n    return open(path).read()\n", encoding="utf-8")
    # A block has the name of its page, a module the place of its file.
    script = f"""
import sys
from mkdocs_execmath.components import opened_files
sys.path.insert(0, {str(tmp_path)!r})
first, second = opened_files.Opened(), opened_files.Opened()
block = "import local; local.settings({str(settings)!r}); open({str(table)!r}).read()"
opened_files.listen(first)
exec(compile(block, "page.md", "exec"), {{}})
opened_files.stop_listening(first)
for opened in (first, second):
    opened.add_modules()
    print(*sorted(path for path in opened.files if path.startswith({str(tmp_path)!r})))
"""
    shown = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True,
                           encoding="utf-8", cwd=tmp_path).stdout.splitlines()
    assert shown == [f"{module} {settings} {table}", f"{module} {settings}"]


def test_looking_whether_a_file_is_as_it_was_is_not_reading_it(tmp_path: Path) -> None:
    opened = Opened()
    listen(opened)
    content_of(str(tmp_path / "table.csv"))
    stop_listening(opened)
    assert not opened.files


@pytest.mark.parametrize(("module", "is_all", "files"), [
    ("macros", False, set()),
    ("mkdocstrings_handlers.python._internal.rendering", True,
     {"pyproject.toml", "ruff.toml", ".ruff.toml"}),
])
def test_a_program_may_read_anything_but_for_one_that_is_known(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, is_all: bool,
        files: set[str]) -> None:
    monkeypatch.chdir(tmp_path)
    opened = Opened()
    listen(opened)
    exec("import subprocess; subprocess.run(['true'])", {"__name__": module})
    stop_listening(opened)
    assert opened.is_all == is_all
    assert {Path(path).name for path in opened.files if path.startswith(str(tmp_path))} == files


def test_a_file_counts_as_it_was_when_it_was_read(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("before", encoding="utf-8")
    before = content_of(str(table))
    opened = Opened()
    listen(opened)
    table.write_text(table.read_text(encoding="utf-8").upper(), encoding="utf-8")
    stop_listening(opened)
    assert opened.files == {str(table): before}


@pytest.mark.parametrize(("source", "is_all"), [
    ("import os\nprint(os.environ['HOME'])", False),
    ("from time import perf_counter", False),
    ("rng = np.random.default_rng()", False),
    ("rng = np.random.default_rng(0)", True),
    ("x = np.random.rand(3)", False),
    ("from random import gauss", False),
    ("rng = random.Random()", False),
    ("rng = random.Random(7)\nx = rng.random()", True),
    ("today = np.datetime64('today')", False),
    ("times = [1, 2]", True),
])
def test_code_that_asks_for_the_moment_rests_on_nobody_knows_what(
        tmp_path: Path, source: str, is_all: bool) -> None:
    opened, other = Opened(), Opened()
    opened.see_code([source])
    assert opened.is_all == is_all
    other.add_all(opened)
    assert other.is_all == is_all


@pytest.fixture
def helper(tmp_path: Path) -> Path:
    path = tmp_path / "helper_of_the_moment.py"
    path.write_text("import os\nMODE = os.getenv('MODE')\n")
    return path


def test_so_does_a_module_beside_the_pages_that_runs(
        helper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(helper.parent)
    first, later = Opened(), Opened()
    listen(first)
    try:
        importlib.import_module(helper.stem)
    finally:
        stop_listening(first)
    for opened in (first, later):
        opened.add_modules()
        opened.see_code(["import helper_of_the_moment"])
        assert not opened.is_all
    del sys.modules[helper.stem]


@pytest.mark.parametrize("block", [
    "import pathlib; exec(pathlib.Path({!r}).read_text())",
    "import runpy; runpy.run_path({!r})",
])
def test_so_does_a_file_that_is_executed_as_a_text(helper: Path, block: str) -> None:
    opened = Opened()
    listen(opened)
    exec(compile(block.format(str(helper)), "page.md", "exec"), {})
    stop_listening(opened)
    opened.see_code([block])
    assert not opened.is_all


def test_a_module_of_which_only_the_text_is_read_asks_for_nothing(helper: Path) -> None:
    opened = Opened()
    listen(opened)
    ast.parse(helper.read_text(encoding="utf-8"))
    stop_listening(opened)
    opened.see_code(["import ast"])
    assert opened.is_all
    assert opened.files.keys() == {str(helper)}
