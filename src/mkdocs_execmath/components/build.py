"""All that is found out about a site before the first of its pages is converted: what its displays
say, whether they hold, and what the prover tells. And what Node makes of it begins."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from execmath.documents.markdown import Page
from execmath.documents.proofs import Proofs
from execmath.documents.snapshot import Snapshot
from execmath.runtime import progress, workers
from execmath.runtime.cache import Cache
from mkdocs_execmath.publishing.social_card import Pictures
from mkdocs_execmath.typesetting.formulas import Formula, Typesetter


class Build:
    """Of the site below a folder of pages, which calls itself `name`.

    pages   in reading order
    formal  the folder of formal proofs, and what problems call it; without it nothing is proved
    cache   where verdicts, proofs, typeset formulas and pictures are kept, in `kept`
    """

    def __init__(self, name: str, root: Path, pages: dict[str, Page],
                 formal: tuple[Path, str] | None, cache: Cache, kept: Path) -> None:
        recalled = Snapshot(root, pages, cache)
        self.site = recalled.site
        self.proofs = Proofs(self.site.ledger, *formal, cache) if formal else None
        self.typesetter = Typesetter(cache)
        self.typesetting = self.drawing = _nothing()  # what is made beside the pages
        with ExitStack() as beside:
            if self.proofs is not None:
                # On all cores it would take half as long again, and so would the executing.
                few = max(workers.cores() - 1, 1)
                beside.enter_context(self.proofs.proving(kept / "formal", few))
            if not recalled.is_executed:
                # Only here: without a new equation a build starts without the arithmetic.
                from execmath.documents.scheduler import execute

                execute(self.site, cache=cache, progress=progress.show)
                recalled.keep()
        self.pictures = Pictures(self.site.ledger.results.values(), name, cache)
        if not recalled.is_executed and not self.site.ledger.problems:
            # Most formulas are altered ones. They are known before any page is converted; and while
            # pages are, one core has nothing to do.
            altered = [Formula(one.tex, False) for result in self.site.ledger.results.values()
                       for one in result.mutation.altered]
            self.typesetting = _beside(lambda: self.typesetter.prepare(altered))

    def begin_to_draw(self) -> None:
        """Draw the pictures beside what is still to do, which is not always work for all cores."""
        self.drawing = _beside(self.pictures.draw)


def _beside(work: Callable[[], None]) -> Future[None]:
    thread = ThreadPoolExecutor(1)
    begun = thread.submit(work)
    thread.shutdown(wait=False)
    return begun


def _nothing() -> Future[None]:
    done = Future[None]()
    done.set_result(None)
    return done
