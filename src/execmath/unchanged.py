"""A site as it was when it was last executed, for a build in which no equation has changed.

Most edits are to the words around the equations. They change nothing that was read or executed; so
what came of it is kept whole, and neither is any display read again nor its verdict looked up. One
problem anywhere, and nothing is kept.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from execmath.cache import Cache, digest
from execmath.ledger import Entry, Ledger
from execmath.modules import installation
from execmath.pages import Display, Page
from execmath.scope import Scope
from execmath.site import Site, read_pages, site_of

KEPT = "site"  # behind its key, one at a time: each is as large as all verdicts together


def executed(root: Path, order: Sequence[str], cache: Cache,
             progress: Callable[[int, int], None] = lambda done, of: None) -> Site:
    """The site below `root`, read and executed.

    order     page paths in reading order
    cache     where it is kept, and every verdict by itself
    progress  is told how many equations are done, of how many
    """
    pages = read_pages(root, order)
    key = _key(pages)
    if (known := _known(cache, key, pages)) is not None:
        entries, scopes = known
        return Site(root, pages, Ledger(entries), scopes)
    # Only here: without a new equation a build starts without the arithmetic.
    from execmath.execute import execute

    site = site_of(root, pages)
    execute(site, cache=cache, progress=progress)
    if not site.ledger.problems:
        for entry in site.ledger.entries.values():
            _ = entry.statement is None or entry.said  # is kept with it, for those who ask later
        kept = pickle.dumps((site.ledger.entries, site.scopes), pickle.HIGHEST_PROTOCOL)
        cache.store_bytes(KEPT, key.encode() + kept)
    return site


def _key(pages: Mapping[str, Page]) -> str:
    """The digest of all that reading and executing depends on, in every page: all but its words,
    and the lines on which its displays stand."""
    said = [repr((path, page.builds_on, page.complaints,
                  [replace(display, line=0) for display in page.displays]))
            for path, page in pages.items()]
    return digest(installation(), *said)


def _known(cache: Cache, key: str,
           pages: Mapping[str, Page]) -> tuple[dict[str, Entry], dict[str, Scope]] | None:
    """What was kept under the key, with the displays where they stand now."""
    kept = cache.load_bytes(KEPT)
    if kept is None or not kept.startswith(key.encode()):
        return None
    try:
        entries, scopes = pickle.loads(kept[len(key) :])
    except Exception:  # what is damaged can be damaged in every way
        return None
    now = {display.label: display for page in pages.values() for display in page.displays}
    return {label: _moved(entry, now[label]) for label, entry in entries.items()}, scopes


def _moved(entry: Entry, display: Display) -> Entry:
    return entry if entry.display == display else replace(entry, display=display)
