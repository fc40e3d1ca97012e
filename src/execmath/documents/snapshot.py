"""What became of all equations of a site, for a build in which no equation has changed.

Most edits are to the words around the equations. They change nothing that was read or executed; so
what came of it is kept together, and no verdict is looked up by itself. One problem anywhere, and
nothing is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from execmath.checking.verdict import Verdict
from execmath.documents import codec
from execmath.documents.markdown import Page
from execmath.documents.results import InInstance, Result
from execmath.documents.site import site_of
from execmath.mutation.report import MutationReport
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import installation

PLACE = "site"  # one at a time, with its key: each is as large as all verdicts together


@dataclass(frozen=True)
class Outcome:
    """All that executing finds out about an equation."""

    verdict: Verdict
    mutation: MutationReport
    instances: tuple[InInstance, ...]


@dataclass(frozen=True)
class Outcomes:
    key: str
    by_label: dict[str, Outcome]


class Snapshot:
    """The site below a folder of pages, which is read and may have been executed before.

    pages  in reading order
    cache  where the outcomes are kept, once the site is executed
    key    the digest of all that reading and executing the site depends on
    """

    def __init__(self, root: Path, pages: dict[str, Page], cache: Cache) -> None:
        self._cache, self.key = cache, _key(pages)
        self.site = site_of(root, pages)
        outcomes = self._outcomes(cache.load(PLACE))
        self.is_executed = outcomes is not None and not self.site.ledger.problems
        if outcomes is not None and self.is_executed:
            results = self.site.ledger.results
            for label, outcome in outcomes.items():
                results[label] = _with(results[label], outcome)

    def _outcomes(self, data: Any) -> Mapping[str, Outcome] | None:
        """What was kept, if it is of this very site."""
        if not isinstance(data, dict) or data.get("key") != self.key:
            return None
        read = codec.decoded(data, Outcomes)
        if read is None or read.by_label.keys() != self.site.ledger.results.keys():
            return None
        return read.by_label

    def keep(self) -> None:
        """The site is executed: keep what became of it, unless there is a problem."""
        if self.site.ledger.problems:
            return
        outcomes = {label: Outcome(result.verdict, result.mutation, result.instances)
                    for label, result in self.site.ledger.results.items()}
        self._cache.store(PLACE, codec.encoded(Outcomes(self.key, outcomes)))


def _key(pages: Mapping[str, Page]) -> str:
    return digest(installation(), *(page.fingerprint for page in pages.values()))


def _with(result: Result, outcome: Outcome) -> Result:
    return replace(result, verdict=outcome.verdict, mutation=outcome.mutation,
                   instances=outcome.instances)
