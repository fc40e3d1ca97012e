"""Imports go down only: the contracts of pyproject.toml hold, and notice an arrow that goes up."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache"], cwd=root, env={"PYTHONPATH": "src"},
        capture_output=True, encoding="utf-8", timeout=120)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", root)
    shutil.copytree(ROOT / "src", root / "src",
                    ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    return root


def test_the_contracts_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(("module", "line", "broken"), [
    ("execmath/language/cost.py", "from execmath.documents import results",
     "The engine: each floor knows those below it BROKEN"),
    ("execmath/language/cost.py", "from execmath.language.parser import token_stream",
     "the language not the grammar BROKEN"),
    ("execmath/rocq/terms.py", "from execmath.mutation import mutants",
     "The engine: each floor knows those below it BROKEN"),
    ("execmath/documents/site.py", "import jinja2", "know no site BROKEN"),
    ("execmath/documents/site.py", "import numpy", "nothing needs numpy BROKEN"),
    ("execmath/code/runner.py", "import lognormalizer", "are independent BROKEN"),
    ("mkdocs_execmath/typesetting/fonts.py", "from mkdocs_execmath.html import cards",
     "The site: each floor knows those below it BROKEN"),
])
def test_an_arrow_upward_breaks_one(copy: Path, module: str, line: str, broken: str) -> None:
    file = copy / "src" / module
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        done = lint_imports(copy)
    finally:
        file.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    assert broken in done.stdout


def test_every_package_says_its_purpose_in_a_sentence() -> None:
    for package in ("execmath", "mkdocs_execmath"):
        for file in (ROOT / "src" / package).rglob("__init__.py"):
            if "node_modules" not in file.parts:
                assert file.read_text(encoding="utf-8").startswith('"""'), file
