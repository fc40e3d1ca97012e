"""All that is found out about a site before the first of its pages is converted: what its displays
say, whether they hold, and what the prover tells. And what Node makes of it begins."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from execmath import processes, progress
from execmath.cache import Cache
from execmath.opengraph import Pictures
from execmath.pages import Page
from execmath.proofs import Proofs
from execmath.typeset import Formula, Typesetter
from execmath.unchanged import Recalled


class Examination:
    """Of the site below a folder of pages, which calls itself `name`.

    pages   in reading order
    formal  the folder of formal proofs, and what problems call it; without it nothing is proved
    cache   where verdicts, proofs, typeset formulas and pictures are kept, in `kept`
    """

    def __init__(self, name: str, root: Path, pages: dict[str, Page],
                 formal: tuple[Path, str] | None, cache: Cache, kept: Path) -> None:
        recalled = Recalled(root, pages, cache)
        self.site = recalled.site
        self.proofs = Proofs(self.site.ledger, *formal, cache) if formal else None
        self.typesetting = self.drawing = _nothing()  # what is made while pages are converted
        with ExitStack() as beside:
            if self.proofs is not None:
                # On all cores it would take half as long again, and so would the executing.
                few = max(processes.cores() - 1, 1)
                beside.enter_context(self.proofs.proving(kept / "formal", few))
            if not recalled.is_executed:
                # Only here: without a new equation a build starts without the arithmetic.
                from execmath.execute import execute

                execute(self.site, cache=cache, progress=progress.show)
                recalled.keep()
        self.pictures = Pictures(self.site.ledger.entries.values(), name, cache)
        if not recalled.is_executed and not self.site.ledger.problems:
            self._make_ahead(cache)

    def _make_ahead(self, cache: Cache) -> None:
        """Most formulas are altered ones. They and the pictures are known before any page is
        converted; and while pages are, one core has nothing to do."""
        altered = [Formula(one.tex, False) for entry in self.site.ledger.entries.values()
                   for one in entry.teeth.altered]
        beside = ThreadPoolExecutor(2)
        self.typesetting = beside.submit(Typesetter(cache).prepare, altered)
        self.drawing = beside.submit(self.pictures.draw)
        beside.shutdown(wait=False)


def _nothing() -> Future[None]:
    done = Future[None]()
    done.set_result(None)
    return done
