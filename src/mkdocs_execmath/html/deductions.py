"""Which claims the argument for a claim rests on.

That a formula names a letter is known from reading it. That one claim follows from another stands
in the words above it, as a link, and in its formal proof, as the name of a theorem: the prover
records it. Neither changes a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from execmath.documents.results import Result
from execmath.documents.site import Site
from execmath.language.equation import Kind

LINKED = re.compile(r"\]\([^)#\s]*#([a-z0-9-]+)\)")


def deductions(site: Site) -> dict[str, list[str]]:
    """Of each claim the labels of those that it rests on, in reading order."""
    linked = {label: named for path in site.pages for label, named in _in_words(site, path)}
    # An argument comes after what it rests on: a link forward is a promise, not a step.
    above: list[str] = []
    rests_on: dict[str, list[str]] = {}
    for label, result in site.ledger.results.items():
        if result.kind == Kind.CLAIM:
            named = linked.get(label, set()).union(_in_proof(result))
            rests_on[label] = [one for one in above if one in named]
            above.append(label)
    return rests_on


def _in_proof(result: Result) -> Iterable[str]:
    return result.proof.rests_on if result.proof is not None else ()


def _in_words(site: Site, path: str) -> Iterator[tuple[str, set[str]]]:
    """The labels that the words between a display and the one before it link to."""
    lines, results = site.pages[path].lines, site.ledger.of_page(path)
    places = [0, *(result.display.line for result in results)]
    for result, (before, line) in zip(results, pairwise(places), strict=True):
        above = "\n".join(lines[before : line - 1])
        yield result.label, set(LINKED.findall(above[above.rfind("\n#") + 1 :]))
