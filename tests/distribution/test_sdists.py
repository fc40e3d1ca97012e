"""A source distribution carries the tests of its package, and what they are held against. All of
them run before a release: `make carried`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def output(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, encoding="utf-8",
                          check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("package", ["execmath", "lognormalizer", "mkdocs_execmath"])
def test_each_test_of_a_package_is_found_in_its_sources(package: str, tmp_path: Path) -> None:
    output(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path,
           cwd=ROOT / "src" / package)
    output("tar", "-xzf", next(tmp_path.glob("*.tar.gz")), cwd=tmp_path)
    unpacked = next(tmp_path.glob("*/PKG-INFO")).parent
    pytest_here = Path(sys.executable).with_name("pytest")
    carried = output(pytest_here, "--collect-only", "-q", cwd=unpacked)
    here = output(pytest_here, "--collect-only", "-q", ROOT / "tests" / package, cwd=ROOT)
    assert count(carried) == count(here) > 100


def count(listed: str) -> int:
    return int(re.findall(r"^(\d+) tests? collected", listed, re.MULTILINE)[-1])


def test_a_wheel_from_the_sources_is_that_of_the_repository(tmp_path: Path) -> None:
    """The tests and the pages that the sources carry are no part of what is installed."""
    names = []
    output(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path,
           cwd=ROOT / "src/execmath")
    for name, source in (("sources", next(tmp_path.glob("*.tar.gz"))),
                         ("repository", ROOT / "src/execmath")):
        output(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps",
               "--no-build-isolation", f"--wheel-dir={tmp_path / name}", source, cwd=tmp_path)
        names.append(next((tmp_path / name).glob("*.whl")).read_bytes())
    assert names[0] == names[1]
