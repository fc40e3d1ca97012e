"""Outside this repository the wheels alone build a site: no npm, no make, none of its files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

CONFIGURATION = """\
site_name: Three pages
theme: {name: material, font: false}
markdown_extensions:
  - attr_list
  - md_in_html
  - pymdownx.arithmatex: {generic: true, inline_syntax: [dollar], block_syntax: [dollar]}
  - pymdownx.superfences
plugins:
  - search
  - markdown-exec: {ansi: "off", languages: [python]}
  - execmath
"""

FENCE = "```"
PAGES = {
    "index.md": r"""
# Sums

A sum that tells $1 - \frac{1}{n + 1}$ apart.

<!-- execmath: also true: n \in \{0, 1, \ldots\} -->

$$
n \in \{1, 2, \ldots\}
\label{number}
$$

$$
\sum_{j=1}^{n} \frac{1}{j (j + 1)} = \frac{n}{n + 1}
\label{telescope}
$$
""",
    "cubic.md": r"""
---
builds_on: [index.md]
---
# A cubic

$$
S(x) := x^3 + x^2 \qquad x \in \mathbb{R}
\label{cubic}
$$

""" + f"""{FENCE}python exec="true" source="above" result="text" session="cubic"
from execmath import implements

print(implements("cubic", lambda x: x * x * (x + 1)))
{FENCE}
""",
    "derivative.md": r"""
---
builds_on: [cubic.md]
---
# Its derivative

$$
\frac{d}{d x} S(x) = 3 x^2 + 2 x \qquad x \in \mathbb{R}
\label{slope}
$$
""",
}


class Elsewhere:
    """A fresh environment with the three wheels, and what they need, in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.bin = folder, folder / "environment/bin"
        wheels = folder / "wheels"
        for package in ("lognormalizer", "execmath", "mkdocs_execmath"):
            self._run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps",
                      "--no-build-isolation", f"--wheel-dir={wheels}", str(ROOT / "src" / package))
        # The versions of the lock, so that a release elsewhere breaks no test here.
        lock = (ROOT / "requirements/lock.txt").read_text(encoding="utf-8")
        pins = re.findall(r"^[\w.-]+==\S+", lock, re.MULTILINE)
        (folder / "pins.txt").write_text("\n".join(pins), encoding="utf-8")
        self._run(sys.executable, "-m", "venv", str(folder / "environment"))
        self._run(str(self.bin / "python"), "-m", "pip", "install", "--quiet",
                  f"--constraint={folder / 'pins.txt'}", *map(str, wheels.glob("*.whl")))

    def _run(self, *command: str) -> None:
        done = subprocess.run(command, cwd=self.folder, capture_output=True, encoding="utf-8",
                              timeout=600, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def build(self, name: str, pages: dict[str, str]) -> subprocess.CompletedProcess[str]:
        root = self.folder / name
        (root / "docs").mkdir(parents=True)
        (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
        for path, text in pages.items():
            (root / "docs" / path).write_text(text.lstrip(), encoding="utf-8")
        # Nothing is found but this environment's own programs: no node, no npm, no make.
        environment = {"PATH": str(self.bin), "HOME": str(self.folder), "LANG": "C.UTF-8",
                       "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.run([str(self.bin / "mkdocs"), "build"], cwd=root, env=environment,
                              capture_output=True, encoding="utf-8", timeout=300, check=False)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Elsewhere]:
    yield Elsewhere(tmp_path_factory.mktemp("elsewhere"))


def test_a_new_site_of_three_pages_is_built(elsewhere: Elsewhere) -> None:
    done = elsewhere.build("new", PAGES)
    assert done.returncode == 0, done.stderr
    assert "2 of 2 claims hold" in done.stderr
    site = elsewhere.folder / "new/site"
    home = (site / "index.html").read_text(encoding="utf-8")
    assert home.count("<mjx-container") >= 3  # each formula, the inline one included
    assert "computes cubic in float64" in (site / "cubic/index.html").read_text("utf-8")
    for label in ("number", "telescope", "cubic", "slope"):
        assert (site / "eq" / label / "index.html").exists()
    assert (site / "eq/telescope/picture.png").read_bytes().startswith(b"\x89PNG")
    assert "<svg" in (site / "equations/index.html").read_text("utf-8")  # the graph


def test_a_false_equation_ends_its_build(elsewhere: Elsewhere) -> None:
    wrong = PAGES | {"index.md": PAGES["index.md"].replace("}{n + 1}", "}{n + 2}")}
    done = elsewhere.build("false", wrong)
    assert done.returncode == 1
    assert "index.md:13 telescope" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (elsewhere.folder / "false/site").exists()


def test_the_command_line_is_there(elsewhere: Elsewhere) -> None:
    root = elsewhere.folder / "shell"
    root.mkdir()
    (root / "page.md").write_text("$$\n1 + 1 = 2\n\\label{two}\n$$\n", encoding="utf-8")
    done = subprocess.run([str(elsewhere.bin / "execmath"), "check", str(root)],
                          env=os.environ, capture_output=True, encoding="utf-8", timeout=120,
                          check=False)
    assert done.returncode == 0, done.stderr
    assert "1 of 1 claims hold" in done.stdout
