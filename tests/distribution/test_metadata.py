"""The three distributions say the same of themselves, each in one place."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata, requires, version
from pathlib import Path

import pytest

import execmath
import lognormalizer
import mkdocs_execmath

ROOT = Path(__file__).parents[2]
PACKAGES = {"lognormalizer": lognormalizer, "execmath": execmath,
            "mkdocs-execmath": mkdocs_execmath}


def project(name: str) -> dict:
    file = ROOT / "src" / name.replace("-", "_") / "pyproject.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))["project"]


def test_all_have_one_version() -> None:
    cited = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text(), re.MULTILINE)
    versions = {package.__version__ for package in PACKAGES.values()}
    assert versions == {cited[1]} == {version(name) for name in PACKAGES}


def test_the_site_is_made_by_the_engine_of_its_own_version() -> None:
    assert f"execmath[numpy]=={execmath.__version__}" in requires("mkdocs-execmath")


@pytest.mark.parametrize("name", PACKAGES)
def test_a_requirement_is_a_range_and_the_lock_pins(name: str) -> None:
    lock = (ROOT / "requirements/lock.txt").read_text(encoding="utf-8")
    for requirement in project(name)["dependencies"]:
        package = re.match(r"[A-Za-z0-9-]+", requirement)[0]
        if package not in PACKAGES:
            assert ">=" in requirement, requirement
            assert re.search(rf"^{package}==", lock, re.MULTILINE), f"make lock: {package}"


@pytest.mark.parametrize("name", PACKAGES)
def test_each_is_described_licensed_and_typed(name: str) -> None:
    described = metadata(name)
    assert described["Summary"]
    assert described["License-Expression"].startswith("MIT")
    assert described["Description"].startswith(f"# {name}")
    assert (ROOT / "src" / name.replace("-", "_") / "py.typed").exists()


@pytest.mark.parametrize("name", PACKAGES)
def test_each_brings_the_license_of_the_repository(name: str) -> None:
    """As a file: of a link, a source distribution would have one that leads nowhere."""
    license_ = ROOT / "src" / name.replace("-", "_") / "LICENSE"
    assert not license_.is_symlink()
    assert license_.read_bytes() == (ROOT / "LICENSE").read_bytes()
