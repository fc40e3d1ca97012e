"""Outside this repository the wheels alone build a site: no npm, no make, none of its files."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

from elsewhere import Elsewhere

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


def test_a_new_site_of_three_pages_is_built(elsewhere: Elsewhere) -> None:
    done = elsewhere.site("three", CONFIGURATION, PAGES)
    assert done.returncode == 0, done.stderr
    assert "2 of 2 claims hold" in done.stderr
    site = elsewhere.folder / "three/site"
    home = (site / "index.html").read_text(encoding="utf-8")
    assert home.count("<mjx-container") >= 3  # each formula, the inline one included
    assert "computes cubic in float64" in (site / "cubic/index.html").read_text("utf-8")
    for label in ("number", "telescope", "cubic", "slope"):
        assert (site / "eq" / label / "index.html").exists()
    assert (site / "eq/telescope/picture.png").read_bytes().startswith(b"\x89PNG")
    assert "<svg" in (site / "equations/index.html").read_text("utf-8")  # the graph


def test_a_false_equation_ends_its_build(elsewhere: Elsewhere) -> None:
    wrong = PAGES | {"index.md": PAGES["index.md"].replace("}{n + 1}", "}{n + 2}")}
    done = elsewhere.site("false", CONFIGURATION, wrong)
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


def test_a_new_site_is_three_commands_away(elsewhere: Elsewhere) -> None:
    """`pip install` was the first of them."""
    made = elsewhere.run("execmath", "new", "notes-on-sums", cwd=elsewhere.folder)
    assert made.returncode == 0, made.stderr
    assert "cd notes-on-sums\n    mkdocs serve" in made.stdout
    root = elsewhere.folder / "notes-on-sums"
    served, told = served_home(elsewhere, root)
    assert "Notes on sums" in served and "Both sides agree" in served, told
    assert "4 of 4 claims hold" in told
    assert "Warning" not in told and "WARNING" not in told


def served_home(elsewhere: Elsewhere, root: Path) -> tuple[str, str]:
    """The first page of the site that `mkdocs serve` serves, and what that says."""
    log = root / "log"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with log.open("w") as told:
        server = subprocess.Popen([elsewhere.bin / "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
                                  cwd=root, env=elsewhere.environment, stdout=told, stderr=told)
    try:
        deadline = time.monotonic() + 120
        while "Serving on" not in log.read_text("utf-8"):
            assert server.poll() is None and time.monotonic() < deadline, log.read_text("utf-8")
            time.sleep(0.1)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
            return answer.read().decode(), log.read_text("utf-8")
    finally:
        server.terminate()
        server.wait()
