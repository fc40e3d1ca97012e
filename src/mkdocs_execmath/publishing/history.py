"""What each equation said before, from the repository that the pages are in.

A version is a commit in which the statement of a label was another than before; who only spells it
otherwise, or moves it to another page, makes none. Of each that is none any more it is said what
becomes of it today, executed among the pages of its commit. Without git, outside of a repository
and in a shallow copy of one nothing is known, and nothing is said.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from execmath.documents import markdown, register
from execmath.documents.site import site_of
from execmath.language.equation import Kind
from execmath.language.tokens import LatexError
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import EXECUTES, version

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
    until: str = ""  # the date of the commit from which on it said something else
    verdict: str = ""  # of what it says no more, in words


@dataclass(frozen=True)
class Change:
    """What a commit did to a page; without a blob it took the page away."""

    commit: str
    date: str
    blob: str
    path: str  # from the folder of pages on


History = Mapping[str, Sequence[Version]]


def read(docs: Path, cache: Cache = Cache()) -> History:
    """The versions of each label that pages below a folder have ever had, the oldest first."""
    try:
        if _git(docs, "rev-parse", "--is-shallow-repository").strip() != "false":
            return {}
        log = _git(docs, "log", "--first-parent", "-m", "--reverse", "--no-renames", "--no-abbrev",
                   "--raw", "--relative", "--format=%H %cs", "--", ".")
        changes = list(_changes(log))
        said = _displays(docs, {change.blob for change in changes if change.blob}, cache)
        versions = _versions(changes, said)
        verdicts = _verdicts(docs, changes, versions, cache)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return {}
    return {label: [replace(one, verdict=verdicts.get((label, one.commit), "")) for one in every]
            for label, every in versions.items()}


def _git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    return subprocess.run([*GIT, "-c", "core.quotePath=false", *arguments], cwd=folder, input=given,
                          check=True, capture_output=True, timeout=120).stdout.decode()


def _changes(log: str) -> Iterator[Change]:
    """Of each page that a commit has changed."""
    commit = date = ""
    for line in log.splitlines():
        if (match := COMMIT.fullmatch(line)) is not None:
            commit, date = match["commit"], match["date"]
        elif (match := CHANGE.fullmatch(line)) is not None and match["path"].endswith(".md"):
            yield Change(commit, date, match["blob"] if match["blob"].strip("0") else "",
                         match["path"])


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


def _versions(changes: Iterable[Change], said: Mapping[str, Said]) -> dict[str, list[Version]]:
    versions: dict[str, list[Version]] = {}
    for change in changes:
        for label, (latex, of_it) in said.get(change.blob, {}).items():
            earlier = versions.setdefault(label, [])
            if not earlier or earlier[-1].digest != of_it:
                earlier[-1:] = [replace(one, until=change.date) for one in earlier[-1:]]
                earlier.append(Version(change.commit, change.date, latex.strip(), of_it))
    return versions


Pages = Mapping[str, markdown.Page]  # by their paths
Verdicts = dict[tuple[str, str], str]  # in words, by the label and the commit


def _verdicts(docs: Path, changes: Sequence[Change], versions: History, cache: Cache) -> Verdicts:
    """What becomes today of what is said no more, among the pages of its commit."""
    keys = {_key(label, one.commit): (label, one.commit)
            for label, every in versions.items() for one in every[:-1]}
    verdicts: Verdicts = {keys[key]: words for key, words in cache.load_all(keys).items()}
    new: dict[str, list[str]] = {}  # the labels, by the commit
    for label, commit in keys.values():
        if (label, commit) not in verdicts:
            new.setdefault(commit, []).append(label)
    for commit, blobs in _blobs_then(changes, new.keys()):
        pages = _pages_then(docs, blobs)
        for label in new[commit]:
            words = verdicts[label, commit] = _verdict(docs, label, pages)
            cache.store(_key(label, commit), words)
    return verdicts


def _key(label: str, commit: str) -> str:
    """Under which the cache has what became of an equation of the past."""
    return digest("then", version(EXECUTES), commit, label)


def _pages_then(docs: Path, blobs: Mapping[str, str]) -> Pages:
    return {path: markdown.parse_page(_git(docs, "cat-file", "blob", blob), path)
            for path, blob in blobs.items()}


def _blobs_then(changes: Sequence[Change], commits: Container[str]
                ) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The blob of each page as some of the commits left them."""
    blobs: dict[str, str] = {}
    for commit, together in groupby(changes, lambda change: change.commit):
        blobs |= {change.path: change.blob for change in together}
        if commit in commits:
            yield commit, {path: blob for path, blob in blobs.items() if blob}


def _verdict(docs: Path, label: str, pages: Pages) -> str:
    """Of an equation of some pages, in words."""
    # Only here: a build in which nothing is new starts without the arithmetic.
    from execmath.documents.scheduler import execute

    site = site_of(docs, _with_those_below(label, pages))
    result = site.ledger.results.get(label)
    if result is None or result.kind == Kind.UNREAD:
        return "it cannot be read today"
    execute(site, workers=1, alter=False, only=[label])
    result = site.ledger.results[label]
    failure = result.verdict.failure
    return result.words() if failure is None else failure.message().splitlines()[0].removesuffix(
        "; simplest:")


def _with_those_below(label: str, pages: Pages) -> dict[str, markdown.Page]:
    """The page of an equation, behind those that it builds on."""
    waiting = [path for path, page in pages.items()
               if label in {display.label for display in page.displays}]
    wanted: dict[str, markdown.Page] = {}
    while waiting:
        path = waiting.pop()
        if path in pages and path not in wanted:
            wanted[path] = pages[path]
            waiting += pages[path].builds_on
    return dict(reversed(wanted.items()))


def as_json(label: str, published: str | None, versions: Sequence[Version], now: str,
            words: str) -> str:
    """`history.json` of an equation: when it was published, what it said from which commit on and
    until when, with the verdict on it, and whether it says now what the last of them says.

    now    the digest of what it says
    words  the verdict on that
    """
    is_committed = bool(versions) and versions[-1].digest == now
    return json.dumps({
        "label": label, "published": published, "digest": now, "committed": is_committed,
        "versions": [{"commit": one.commit, "date": one.date, "until": one.until or None,
                      "digest": one.digest, "latex": one.latex, "verdict": one.verdict or (
                          words if one.digest == now else None)} for one in versions],
    }, ensure_ascii=False, separators=(",", ":")) + "\n"
