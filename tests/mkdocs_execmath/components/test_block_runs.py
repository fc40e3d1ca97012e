"""What blocks showed is kept as long as it rests on the same, and is over with its page."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FENCE = '```python exec="true" session="s"\n{}\n```\n'
COUNT = 'open("ran", "a").write("x")'  # how often it ran
# In a process of its own: this one has loaded tests, of which some ask for the time.
BUILD = """
import json, sys
from pathlib import Path
from execmath.documents import codec
from execmath.documents.site import read_site
from execmath.runtime.cache import Cache
from mkdocs_execmath.components.block_runs import BlockRuns
root = Path.cwd()
runs = BlockRuns(read_site(root / "docs"), Cache(root / ".kept"), root, root / "docs",
                 root / ".kept", tuple(sys.argv[1:])).of_pages()
print(json.dumps({page: [[line, codec.encoded(one)] for line, one in run.shown.items()]
                  for page, run in runs.items()}))
"""


def runs_of(root: Path, *packages: str) -> dict[str, list[tuple[int, dict[str, Any]]]]:
    """Of each page, the lines of its blocks and what they showed."""
    done = subprocess.run([sys.executable, "-c", BUILD, *packages], cwd=root, check=True,
                          stdout=subprocess.PIPE, encoding="utf-8")
    return json.loads(done.stdout)


def shown(root: Path, *packages: str) -> dict[str, list[str]]:
    """What the blocks of each page showed; all ended well."""
    runs = runs_of(root, *packages)
    assert [one["failure"] for run in runs.values() for _, one in run if one["failure"]] == []
    return {page: [one["text"] for _, one in run] for page, run in runs.items()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    (project / "docs").mkdir(parents=True)
    return project


def write(root: Path, **pages: str) -> None:
    for name, source in pages.items():
        (root / "docs" / f"{name}.md").write_text(f"# Page\n\n{FENCE.format(source)}",
                                                  encoding="utf-8")


def test_what_a_block_puts_into_a_library_is_not_there_on_another_page(root: Path) -> None:
    write(root, first="import json\njson.note = 'left behind'\nprint(json.note)",
          second="import json\nprint(hasattr(json, 'note'))")
    assert shown(root) == {"first.md": ["left behind\n"], "second.md": ["False\n"]}


def test_blocks_run_once_while_nothing_changes_that_they_rest_on(root: Path) -> None:
    write(root, page=f"{COUNT}\nprint(open('table').read())")
    (root / "table").write_text("1")
    for content in ("1", "1", "2", "2"):
        (root / "table").write_text(content)
        assert shown(root) == {"page.md": [f"{content}\n"]}
    assert (root / "ran").read_text() == "xx"


def test_a_sentence_above_a_block_runs_nothing(root: Path) -> None:
    write(root, page=f"{COUNT}\nprint(1)")
    shown(root)
    page = root / "docs" / "page.md"
    page.write_text("A new\n\nsentence.\n\n" + page.read_text())
    ((line, one),) = runs_of(root)["page.md"]
    assert (line, one["text"]) == (7, "1\n")
    assert (root / "ran").read_text() == "x"


def test_a_copy_of_the_project_elsewhere_runs_nothing_until_its_own_files_change(
        root: Path) -> None:
    write(root, page=f"{COUNT}\nprint(open('table').read())")
    (root / "table").write_text("1")
    shown(root)
    copy = root.with_name("copy")
    shutil.copytree(root, copy)
    assert shown(copy) == {"page.md": ["1\n"]}
    (copy / "table").write_text("2")
    assert shown(copy) == {"page.md": ["2\n"]}
    assert ((root / "ran").read_text(), (copy / "ran").read_text()) == ("x", "xx")


def test_a_failure_is_not_kept(root: Path) -> None:
    write(root, page=f"{COUNT}\nassert False")
    for _ in range(2):
        ((_, one),) = runs_of(root)["page.md"]
        assert one["failure"]["line"] == 5
    assert (root / "ran").read_text() == "xx"


def test_code_that_asks_for_the_time_runs_each_time(root: Path) -> None:
    write(root, page=f"import time\n{COUNT}\ntime.sleep(0)\nprint(1)")
    for _ in range(2):
        assert shown(root) == {"page.md": ["1\n"]}
    assert (root / "ran").read_text() == "xx"


def test_a_page_whose_process_vanishes_has_shown_nothing_that_counts(root: Path) -> None:
    write(root, good="print('first')",
          ends="import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    runs = runs_of(root)
    ((_, ended),), ((_, good),) = runs["ends.md"], runs["good.md"]
    assert "ended the process that it ran in" in ended["failure"]["message"]
    assert (ended["text"], good["text"]) == ("", "first\n")


def test_modules_of_a_package_that_is_reloaded_are_read_anew(root: Path) -> None:
    package = root / "fresh_package"
    package.mkdir()
    write(root, page="import sys\nsys.path.insert(0, '.')\nimport fresh_package\n"
                     "print(fresh_package.VALUE)")
    for value in (1, 2):
        (package / "__init__.py").write_text(f"VALUE = {value}\n")
        assert shown(root, "fresh_package") == {"page.md": [f"{value}\n"]}
