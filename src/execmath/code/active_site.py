"""The site that the verbs `implements` and `holds` speak about.

During a build it is the one being built. In a REPL it is found: the folder `docs` beside an
`mkdocs.yml`, here or above; it is then read, not executed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from execmath.documents.results import Result
from execmath.documents.site import Site, read_site
from execmath.runtime.cache import Cache, digest

_current: Site | None = None

EVERYTHING = "*"  # which is no label
asked: set[str] = set()  # the labels that were looked up since somebody cleared this


@dataclass
class Memo:
    """Reports of the verbs that came of the same code before. In a REPL nothing is remembered.

    `context` is the digest of all code that ran up to here: that of the block, of those before it
    in its session, and of the packages they import. Calls within a block are told apart by their
    number, since two functions may have one name.
    """

    cache: Cache = field(default_factory=Cache)
    context: str = ""
    calls: int = 0

    def name(self, *parts: str) -> str:
        self.calls += 1
        return digest(self.context, str(self.calls), *parts)


memory = Memo()


def remember(cache: Cache, context: str) -> None:
    """From here on, code runs whose digest is `context`."""
    global memory
    memory = Memo(cache, context)


def use(site: Site | None) -> None:
    """Make `site` the one that labels are looked up in."""
    global _current
    _current = site


def current() -> Site:
    """The site, to whoever wants to look around in it."""
    asked.add(EVERYTHING)
    return _found()


def _found() -> Site:
    global _current
    if _current is None:
        _current = read_site(find_docs(Path.cwd()))
    return _current


def find_docs(start: Path) -> Path:
    """The docs folder of the project around `start`; raises LookupError."""
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").exists() and (folder / "docs").is_dir():
            return folder / "docs"
    raise LookupError(f"no mkdocs.yml with a docs folder in {start} or above; the labels of "
                      "equations are looked up there, so start Python inside the project")


def result(label: str) -> Result:
    """The equation of that name; raises LookupError with the names that are close."""
    results = _found().ledger.results
    if label in results:
        asked.add(label)
        return results[label]
    asked.add(EVERYTHING)
    close = get_close_matches(label, results, n=3)
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    raise LookupError(f"no equation is labelled {label!r}{hint}")
