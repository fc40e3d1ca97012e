"""What an equation said before, from git; where that knows nothing, nothing is said."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from execmath.documents import register
from execmath.runtime.cache import Cache
from mkdocs_execmath.publishing import history
from mkdocs_execmath.publishing.history import Version
from mkdocs_execmath.templating import render

PAGE = "# Page\n\n$$\n{}\n\\label{{sum}}\n$$\n"


class Repository:
    def __init__(self, root: Path) -> None:
        self.root, self.docs = root, root / "docs"
        self.docs.mkdir(parents=True)
        self.git("init", "-q")

    def git(self, *arguments: str, date: str = "2026-01-01") -> str:
        who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "A"), ("EMAIL", "a@a.example"),
                                   ("DATE", f"{date}T12:00:00Z"))}
        return subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True,
                              env={**os.environ, **who}, encoding="utf-8").stdout.strip()

    def commit(self, date: str, **pages: str) -> str:
        for name, tex in pages.items():
            (self.docs / f"{name}.md").write_text(PAGE.format(tex) if tex else "# Page\n")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "A change", date=date)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def dates(known: history.History) -> list[str]:
    return [version.date for version in known["sum"]]


def test_each_change_of_the_statement_is_a_version(repository: Repository) -> None:
    first = repository.commit("2026-01-01", page="1 + 1 = 2")
    repository.commit("2026-01-02", page="1 +  1 = 2")  # the same, spelt otherwise
    repository.commit("2026-01-03", page="", other="1 + 1 = 2")  # and elsewhere
    last = repository.commit("2026-01-04", other="1 + 2 = 3")
    assert history.read(repository.docs)["sum"] == [
        Version(first, "2026-01-01", "1 + 1 = 2", register.digest("1 + 1 = 2"), "2026-01-04",
                "holds as typeset: 1 point, exact"),
        Version(last, "2026-01-04", "1 + 2 = 3", register.digest("1 + 2 = 3"))]


def test_what_is_said_no_more_is_executed_among_the_pages_of_its_commit(
    repository: Repository
) -> None:
    below = r"a := 2\n\label{two}\n$$\n\n$$\na + a = 4".replace(r"\n", "\n")
    repository.commit("2026-01-01", page=below)
    repository.commit("2026-01-02", page=below.replace("4", "5").replace("2", "3", 1))
    repository.commit("2026-01-03", page=below.replace("a + a = 4", "a + = 4"))
    repository.commit("2026-01-04", page=below.replace("a + a", "2 a"))
    assert [one.verdict for one in history.read(repository.docs)["sum"]] == [
        "holds as typeset: 1 point, exact", "fails at 1 of 1 points",
        "it cannot be read today", ""]


def test_what_a_branch_said_before_it_was_merged_is_no_version(repository: Repository) -> None:
    repository.commit("2026-01-01", page="1 + 1 = 2")
    trunk = repository.git("branch", "--show-current")
    repository.git("checkout", "-q", "-b", "draft")
    repository.commit("2026-01-02", page="1 + 1 = 3")
    repository.commit("2026-01-03", page="2 + 1 = 3")
    repository.git("checkout", "-q", trunk)
    repository.git("merge", "-q", "--no-ff", "-m", "Take it", "draft", date="2026-01-04")
    assert dates(history.read(repository.docs)) == ["2026-01-01", "2026-01-04"]


def test_what_git_does_not_know_is_not_said(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "nowhere").mkdir()
    assert history.read(tmp_path / "nowhere") == {}
    assert history.read(repository.docs) == {}  # nothing is committed
    repository.commit("2026-01-01", page="1 + 1 = 2")
    repository.commit("2026-01-02", page="1 + 2 = 3")
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{repository.root}",
                    tmp_path / "shallow"], check=True)
    assert history.read(tmp_path / "shallow/docs") == {}


def test_what_was_read_is_kept(repository: Repository, tmp_path: Path, monkeypatch) -> None:
    repository.commit("2026-01-01", page="1 + 1 = 2")
    repository.commit("2026-01-02", page="1 + 2 = 3")
    cache = Cache(tmp_path / "cache")
    known = history.read(repository.docs, cache)
    monkeypatch.setattr(history, "_said", None)
    monkeypatch.setattr(history, "_verdict", None)
    assert history.read(repository.docs, cache) == known


def test_a_page_that_nobody_could_read_is_passed_over(repository: Repository) -> None:
    repository.commit("2026-01-01", page="1 + \\" )
    repository.commit("2026-01-02", page="1 + 1 = 2")
    assert dates(history.read(repository.docs))[-1] == "2026-01-02"


def test_as_data_it_says_whether_the_statement_is_that_of_the_last_commit() -> None:
    version = Version("a" * 40, "2026-01-01", "1 + 1 = 2", register.digest("1 + 1 = 2"))
    data = json.loads(history.as_json("sum", "2026-01-02", [version], version.digest, "holds"))
    assert data["published"] == "2026-01-02" and data["committed"]
    assert data["versions"] == [{"commit": "a" * 40, "date": "2026-01-01", "until": None,
                                 "latex": "1 + 1 = 2", "digest": version.digest,
                                 "verdict": "holds"}]
    other = register.digest("1 + 2 = 3")
    changed = json.loads(history.as_json("sum", None, [version], other, "holds"))
    assert not changed["committed"] and changed["versions"][0]["verdict"] is None


def test_the_page_of_an_equation_shows_its_versions_the_last_one_first() -> None:
    versions = [Version("a" * 40, "2026-01-01", "x < 1", "d", "2026-02-01", "fails at 3 points"),
                Version("b" * 40, "2026-02-01", "y", "e")]
    html = render("history", versions=versions, published="2026-01-02", now="e")
    assert ("Published on 2026-01-02. What it says has changed 1 time; the last time on "
            "2026-02-01.") in html
    assert html.index("bbbbbbbbbbbb") < html.index("aaaaaaaaaaaa") and "x &lt; 1" in html
    unchanged = render("history", versions=versions[1:], published="", now="e")
    assert "It has said the same since 2026-02-01" in unchanged


def test_a_link_to_a_version_tells_whether_the_statement_changed_since() -> None:
    versions = [Version("a" * 40, "2026-01-01", "x", "d", "2026-02-01", "fails at 3 points"),
                Version("b" * 40, "2026-02-01", "y", "e")]
    html = render("history", versions=versions, published="", now="e")
    last, first = html.split("<dt>")[1:]
    assert 'id="version-bbbbbbbbbbbb"' in last and "It says the same today." in last
    assert 'id="version-aaaaaaaaaaaa"' in first
    assert ("It says something else since 2026-02-01. What it said then, executed today: fails at "
            "3 points.") in first
    edited = render("history", versions=versions, published="", now="f")
    assert "What it says today is in no commit." in edited
