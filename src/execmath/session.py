"""The site that the verbs `implements` and `holds` speak about.

During a build it is the one being built. In a REPL it is found: the folder `docs` beside an
`mkdocs.yml`, here or above; it is then read, not executed.
"""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from execmath.ledger import Entry
from execmath.site import Site, read_site

_current: Site | None = None


def use(site: Site | None) -> None:
    """Make `site` the one that labels are looked up in."""
    global _current
    _current = site


def current() -> Site:
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


def entry(label: str) -> Entry:
    """The equation of that name; raises LookupError with the names that are close."""
    entries = current().ledger.entries
    if label in entries:
        return entries[label]
    close = get_close_matches(label, entries, n=3)
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    raise LookupError(f"no equation is labelled {label!r}{hint}")
