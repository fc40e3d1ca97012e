"""What is wrong is said to programs as they read it, at the line that it is about."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from execmath.checking.codes import FAILS
from execmath.documents import codes
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.places import folder_shown, placed
from execmath.documents.reports import as_json, github, junit, sarif
from execmath.documents.site import read_site
from execmath.runtime.codes import registered

PROBLEMS = [
    Diagnostic("docs/a, b: c.md", 3, "", "100% wrong\n  here", codes.NO_LABEL),
    Diagnostic("docs/page.md", 8, "square", "fails at <a>\x00", FAILS),
]


def test_github_gets_an_annotation_at_each_line() -> None:
    first, second = github(PROBLEMS, []).splitlines()
    assert first == ("::error file=docs/a%2C b%3A c.md,line=3,title=L604"
                     "::100%25 wrong%0A  here")
    assert second.startswith("::error file=docs/page.md,line=8,title=C201 square::fails at")
    assert github([], []) == ""


def test_sarif_places_each_result_and_knows_every_rule() -> None:
    log = json.loads(sarif(PROBLEMS, []))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert rules >= {code.name for code in registered()}
    first, second = run["results"]
    assert (first["ruleId"], first["level"]) == ("L604", "error")
    place = first["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "docs/a%2C%20b%3A%20c.md"},
                     "region": {"startLine": 3}}
    assert second["locations"][0]["logicalLocations"] == [{"name": "square", "kind": "equation"}]


def test_junit_has_a_test_for_each_equation_and_for_what_belongs_to_none(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(
        "$$\n1 + 1 = 2\n\\label{two}\n$$\n\n$$\n1 + 1 = 3\n\\label{square}\n$$\n")
    results = read_site(tmp_path).ledger.results.values()
    suite = ElementTree.fromstring(junit(PROBLEMS, [("docs/page.md", one) for one in results]))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    said = {case.get("name"): [(failure.get("type"), failure.get("message")) for failure in case]
            for case in suite}
    assert said == {"two": [], "square": [("C201", "fails at <a>�")],
                    "line 3": [("L604", "100% wrong")]}


def test_json_says_what_to_do() -> None:
    told = json.loads(as_json(PROBLEMS, []))
    assert told["version"] == 1
    assert told["problems"][0] == {
        "path": "docs/a, b: c.md", "line": 3, "label": "", "code": "L604",
        "title": codes.NO_LABEL.title, "message": "100% wrong\n  here",
        "remedy": codes.NO_LABEL.remedy}


def test_a_path_begins_at_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "project" / "notes" / "docs"
    docs.mkdir(parents=True)
    assert folder_shown(docs) == f"{docs}/"  # no repository, and not below the current folder
    monkeypatch.chdir(tmp_path)
    assert folder_shown(Path("project/notes/docs")) == "project/notes/docs/"
    (tmp_path / "project" / ".git").write_text("gitdir: elsewhere")
    assert folder_shown(docs) == "notes/docs/"
    assert folder_shown(tmp_path / "project") == ""
    assert placed(PROBLEMS[1:], "x/")[0].page == "x/docs/page.md"
