"""A site as it was when it was last executed, for a build in which no equation has changed.

Most edits are to the words around the equations. They change nothing that was read or executed; so
what came of it is kept whole, and neither is any display read again nor its verdict looked up. One
problem anywhere, and nothing is kept.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from execmath.documents.markdown import Page
from execmath.documents.results import Ledger, Result
from execmath.documents.site import Site, site_of
from execmath.language.equation import Display
from execmath.language.symbols import Scope
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import installation

KEPT = "site"  # behind its key, one at a time: each is as large as all verdicts together


class Snapshot:
    """The site below a folder of pages, which is read and may have been executed before.

    pages  in reading order
    cache  where the site is kept, once it is executed
    """

    def __init__(self, root: Path, pages: dict[str, Page], cache: Cache) -> None:
        self._cache, self._key = cache, _key(pages)
        known = self._known(pages)
        self.is_executed = known is not None
        self.site = site_of(root, pages) if known is None else Site(root, pages, *known)

    def _known(self, pages: Mapping[str, Page]) -> tuple[Ledger, dict[str, Scope]] | None:
        """What was kept, with the displays where they stand now."""
        kept = self._cache.load_bytes(KEPT)
        if kept is None or not kept.startswith(self._key.encode()):
            return None
        try:
            results, scopes = pickle.loads(kept[len(self._key) :])
        except Exception:  # what is damaged can be damaged in every way
            return None
        now = {display.label: display for page in pages.values() for display in page.displays}
        return Ledger({label: _moved(result, now[label])
                       for label, result in results.items()}), scopes

    def keep(self) -> None:
        """The site is executed: keep it as it is, unless there is a problem."""
        if self.site.ledger.problems:
            return
        for result in self.site.ledger.results.values():
            # It is kept with the result, for those who ask later.
            _ = result.statement is None or result.fingerprint
        kept = pickle.dumps((self.site.ledger.results, self.site.scopes), pickle.HIGHEST_PROTOCOL)
        self._cache.store_bytes(KEPT, self._key.encode() + kept)


def _key(pages: Mapping[str, Page]) -> str:
    return digest(installation(), *(page.fingerprint for page in pages.values()))


def _moved(result: Result, display: Display) -> Result:
    return result if result.display == display else replace(result, display=display)
