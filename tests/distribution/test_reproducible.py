"""Who builds the same twice gets the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_execmath import starter

ROOT = Path(__file__).parents[2]


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes()
            for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("package", ["execmath", "lognormalizer", "mkdocs_execmath"])
def test_a_wheel(package: str, tmp_path: Path) -> None:
    built = []
    for name in ("first", "second"):
        subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps",
                        "--no-build-isolation", f"--wheel-dir={tmp_path / name}",
                        ROOT / "src" / package], check=True)
        built.append(bytes_below(tmp_path / name))
    assert built[0] and built[0] == built[1]


def test_a_site_whatever_its_folder_and_whatever_was_kept(tmp_path: Path) -> None:
    for name in ("first", "second"):
        starter.make(tmp_path / name, "Notes")
        for _ in range(2 if name == "second" else 1):  # once more, with what was kept
            subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], check=True,
                           cwd=tmp_path / name, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    first, second = (bytes_below(tmp_path / name / "site") for name in ("first", "second"))
    assert first.keys() == second.keys() and "eq/geometric-sum/picture.png" in first
    assert [path for path in first if first[path] != second[path]] == []
