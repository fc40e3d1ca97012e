"""Waits for edits of the pages of a folder."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from execmath.documents.site import page_paths

PAUSE = 0.1  # seconds between two looks

State = dict[str, tuple[int, int]]


def edits(docs: Path) -> Iterator[list[str]]:
    """The pages that are new, gone or otherwise than before, whenever there are some; at first,
    all."""
    before: State = {}
    while True:
        now = _state(docs)
        changed = [page for page in {**before, **now} if before.get(page) != now.get(page)]
        if changed:
            before = now
            yield changed
        time.sleep(PAUSE)


def _state(docs: Path) -> State:
    """Time and size of each page; one that goes at this moment is gone."""
    state = {}
    for page in page_paths(docs):
        try:
            found = (docs / page).stat()
        except OSError:
            continue
        state[page] = found.st_mtime_ns, found.st_size
    return state
