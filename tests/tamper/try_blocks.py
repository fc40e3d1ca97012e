"""Changes of the code blocks of the pages: a block has to fail, or to print something else."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import code_changes
import printed
from trial import (
    REFUSED,
    SURVIVED,
    Change,
    Outcome,
    copied,
    outcome_in_a_child,
    refused,
    whole_site,
)

from execmath.code.blocks import is_executed
from execmath.code.runner import PageCode
from execmath.documents.site import Site, read_site


def changes(site: Site, pages: Sequence[str]) -> Iterator[Change]:
    for page in pages:
        text = (site.root / page).read_text(encoding="utf-8")
        lines = text.split("\n")
        for block in site.pages[page].blocks:
            if not is_executed(block):
                continue
            for change in code_changes.changes(block.source):
                place = block.line + change.line
                assert lines[place - 1].strip() == change.before
                changed = [*lines[: block.line], *change.source.split("\n"),
                           *lines[block.line + block.source.count("\n") + 1 :]]
                yield Change("block", page, str(place), change.before, change.after,
                             "\n".join(changed))


def attempt(change: Change) -> Outcome:
    return outcome_in_a_child(lambda: _attempt(change))


def _attempt(change: Change) -> Outcome:
    with copied(tuple(whole_site().pages)) as docs:
        (docs / change.file).write_text(change.text, encoding="utf-8")
        return first_failing_block(read_site(docs), [change.file])


def first_failing_block(site: Site, pages: Sequence[str]) -> Outcome:
    for page in pages:
        code, kept = PageCode(site, page), iter(_printed()[page])
        for block in site.pages[page].blocks:
            if not is_executed(block):
                continue
            if (problem := code.problem(block)) is not None:
                return refused(problem)
            if not printed.alike(printed.summary(page, code.printed[block.line]), next(kept)):
                return Outcome(REFUSED, f"{page}:{block.line}: prints something else")
    return Outcome(SURVIVED)


@cache
def _printed() -> dict[str, list[object]]:
    return printed.kept()
