"""What each equation said before, from the repository that the pages are in.

A version is a commit in which the statement of a label was another than before; who only spells it
otherwise, or moves it to another page, makes none. Without git, outside of a repository and in a
shallow copy of one nothing is known, and nothing is said.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from execmath.documents import markdown, register
from execmath.language.tokens import LatexError
from execmath.runtime.cache import Cache, digest

# Nothing that a repository brings along is run.
GIT = ("git", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false")
COMMIT = re.compile(r"(?P<commit>[0-9a-f]{40,64}) (?P<date>\S+)")
CHANGE = re.compile(r":\d+ \d+ [0-9a-f]+ (?P<blob>[0-9a-f]+) \w+\t(?P<path>.*)")


@dataclass(frozen=True)
class Version:
    """What an equation said from a commit on. `digest` is that of the register of labels."""

    commit: str
    date: str  # YYYY-MM-DD, of the commit
    latex: str
    digest: str


History = Mapping[str, Sequence[Version]]


def read(docs: Path, cache: Cache = Cache()) -> History:
    """The versions of each label that pages below a folder have ever had, the oldest first."""
    try:
        if _git(docs, "rev-parse", "--is-shallow-repository").strip() != "false":
            return {}
        log = _git(docs, "log", "--first-parent", "-m", "--reverse", "--no-renames", "--no-abbrev",
                   "--raw", "--format=%H %cs", "--", ".")
        changes = list(_changes(log))
        said = _displays(docs, {blob for _, _, blob in changes}, cache)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return {}
    return _versions(changes, said)


def _git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    return subprocess.run([*GIT, "-c", "core.quotePath=false", *arguments], cwd=folder, input=given,
                          check=True, capture_output=True, timeout=120).stdout.decode()


def _changes(log: str) -> Iterator[tuple[str, str, str]]:
    """Commit, date and blob of each page that a commit has changed."""
    commit = date = ""
    for line in log.splitlines():
        if (match := COMMIT.fullmatch(line)) is not None:
            commit, date = match["commit"], match["date"]
        elif (match := CHANGE.fullmatch(line)) is not None and match["path"].endswith(".md") \
                and match["blob"].strip("0"):
            yield commit, date, match["blob"]


Said = Mapping[str, tuple[str, str]]  # of a page: by label, the LaTeX and its digest


def _displays(docs: Path, blobs: Iterable[str], cache: Cache) -> dict[str, Said]:
    """What the displays of these files say. A file by this name is the same for ever."""
    keys = {digest("displays", blob): blob for blob in sorted(blobs)}
    said = {keys[key]: kept for key, kept in cache.load_all(keys).items()}
    new = {}
    for key, blob in keys.items():
        if blob not in said:
            said[blob] = new[key] = _said(_git(docs, "cat-file", "blob", blob))
    cache.store_all(new)
    return said


def _said(text: str) -> Said:
    said = {}
    for display in markdown.parse_page(text, "").displays:
        try:
            if display.labels:
                said[display.label] = display.tex, register.digest(display.tex)
        except LatexError:  # a page of the past that nobody could read
            continue
    return said


def _versions(changes: Iterable[tuple[str, str, str]],
              said: Mapping[str, Said]) -> dict[str, list[Version]]:
    versions: dict[str, list[Version]] = {}
    for commit, date, blob in changes:
        for label, (latex, of_it) in said[blob].items():
            earlier = versions.setdefault(label, [])
            if not earlier or earlier[-1].digest != of_it:
                earlier.append(Version(commit, date, latex.strip(), of_it))
    return versions


def as_json(label: str, published: str | None, versions: Sequence[Version], now: str) -> str:
    """`history.json` of an equation: when it was published, what it said from which commit on, and
    whether it says now what the last of them says.

    now  the digest of what it says
    """
    return json.dumps({
        "label": label, "published": published, "digest": now,
        "committed": bool(versions) and versions[-1].digest == now,
        "versions": [{"commit": one.commit, "date": one.date, "digest": one.digest,
                      "latex": one.latex} for one in versions],
    }, ensure_ascii=False, separators=(",", ":")) + "\n"
