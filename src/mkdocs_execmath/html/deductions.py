"""Which claims the argument for a claim rests on.

That a formula names a letter is known from reading it. That one claim follows from another stands
in the words above it, as a link, and in its formal proof, as the name of a theorem: the prover
records it. Neither changes a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from execmath.documents.site import Site
from execmath.language.equation import Kind

LINKED = re.compile(r"\]\([^)#\s]*#([a-z0-9-]+)\)")


def deductions(site: Site) -> dict[str, list[str]]:
    """Of each claim the labels of those that it rests on, in reading order."""
    formal = {result.label: set(result.proof.rests_on) for result in site.ledger.results.values()
              if result.proof is not None}
    linked = {label: named for path in site.pages for label, named in _in_words(site, path)}
    order = {label: place for place, label in enumerate(site.ledger.results)}
    claims = {result.label for result in site.ledger.results.values() if result.kind == Kind.CLAIM}
    found = {label: (formal.get(label, set()) | linked.get(label, set())) & claims - {label}
             for label in claims}
    # An argument comes after what it rests on: a link forward is a promise, not a step.
    return {label: sorted((one for one in named if order[one] < order[label]),
                          key=order.__getitem__) for label, named in found.items()}


def _in_words(site: Site, path: str) -> Iterator[tuple[str, set[str]]]:
    """The labels that the words between a display and the one before it link to."""
    lines, results = site.pages[path].lines, site.ledger.of_page(path)
    places = [0, *(result.display.line for result in results)]
    for result, (before, line) in zip(results, pairwise(places), strict=True):
        above = "\n".join(lines[before : line - 1])
        yield result.label, set(LINKED.findall(above[above.rfind("\n#") + 1 :]))
