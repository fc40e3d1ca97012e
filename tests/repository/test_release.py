"""What is released says where it comes from, and is the same whoever builds it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import execmath
from execmath.documents import json_export
from mkdocs_execmath.components import site_files

ROOT = Path(__file__).parents[2]
PACKAGES = ("execmath", "lognormalizer", "mkdocs_execmath")
REPOSITORY, SITE = "https://host.example/owner/name", "https://notes.example/"
TAG = f"v{execmath.__version__}"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in PACKAGES:
        (tmp_path / "src" / package).mkdir(parents=True)
        for name in ("pyproject.toml", "README.md"):
            shutil.copy(ROOT / "src" / package / name, tmp_path / "src" / package)
    shutil.copy(ROOT / "src/execmath/__init__.py", tmp_path / "src/execmath")
    shutil.copy(ROOT / "CITATION.cff", tmp_path)
    return tmp_path


def written(root: Path, tag: str = TAG) -> int:
    return subprocess.run(
        [sys.executable, ROOT / ".github/addresses.py", root],
        env={**os.environ, "REPOSITORY": REPOSITORY, "SITE": SITE, "TAG": tag}).returncode


def test_what_is_released_says_where_it_comes_from(copy: Path) -> None:
    assert written(copy) == 0
    for package in PACKAGES:
        project = tomllib.loads((copy / "src" / package / "pyproject.toml").read_text())["project"]
        assert project["urls"] == {
            "Documentation": SITE, "Source": REPOSITORY, "Issues": f"{REPOSITORY}/issues",
            "Changelog": f"{REPOSITORY}/blob/{TAG}/CHANGELOG.md"}
        assert project["authors"]
        links = re.findall(r"\]\(([^)]*)\)", (copy / "src" / package / "README.md").read_text())
        assert all(link.startswith("https://") for link in links), links
    citation = yaml.safe_load((copy / "CITATION.cff").read_text())
    assert citation["url"] == SITE and citation["repository-code"] == REPOSITORY
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(citation["date-released"]))


def test_a_tag_that_is_not_the_version_is_not_released(copy: Path) -> None:
    before = (copy / "CITATION.cff").read_bytes()
    assert written(copy, "v9.9.9") == 1
    assert (copy / "CITATION.cff").read_bytes() == before


def test_the_record_of_zenodo_and_the_citation_agree() -> None:
    zenodo = json.loads((ROOT / ".zenodo.json").read_text())
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert zenodo["title"] == citation["title"]
    assert zenodo["license"] == citation["license"].lower()
    assert [one["name"] for one in zenodo["creators"]] == [
        one["name"] for one in citation["authors"]]


def test_the_schema_says_which_version_it_is_of() -> None:
    schema = json.loads((site_files.SOURCES / json_export.SCHEMA).read_text("utf-8"))
    version = schema["properties"]["version"]["const"]
    assert schema["$id"] == f"urn:execmath:equations:{version}"
    assert version == json_export.VERSION


def test_each_form_asks_for_what_is_needed_to_act() -> None:
    forms = {file.stem: yaml.safe_load(file.read_text())
             for file in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if file.stem != "config"}
    assert {form["name"] for form in forms.values()} == {
        "A wrong formula", "A message that did not help", "A construct I miss"}
    for form in forms.values():
        assert any(part.get("validations", {}).get("required") for part in form["body"])
