"""Which claims the argument for a claim rests on.

That a formula names a letter is known from reading it. That one claim follows from another stands
in the words above it, as a link, and in its formal proof, as the name of a theorem. Both are read
here; neither changes a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from execmath.documents.proofs import Proofs
from execmath.documents.site import Site
from execmath.rocq.vernacular import without_comments
from execmath.rocq.words import name_of

LINKED = re.compile(r"\]\([^)#\s]*#([a-z0-9-]+)\)")
NAMED = re.compile(r"^\s*(?:Theorem|Lemma|Corollary|Definition|Fixpoint|Ltac|Fact|Remark)\s+(\w+)",
                   re.MULTILINE)
WORD = re.compile(r"\w+")


def deductions(site: Site, proofs: Proofs | None) -> dict[str, list[str]]:
    """Of each claim the labels of those that it rests on, in reading order."""
    formal = _in_proofs(proofs.folder, {name_of(label): label for label in site.ledger.results}) \
        if proofs is not None else {}
    linked = {label: named for path in site.pages for label, named in _in_words(site, path)}
    order = {label: place for place, label in enumerate(site.ledger.results)}
    claims = {result.label for result in site.ledger.results.values() if result.kind == "claim"}
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


def _in_proofs(folder: Path, labels: Mapping[str, str]) -> dict[str, set[str]]:
    """The claims whose theorems a claim's proof names, itself or through lemmas.

    labels  of claims, by the names of their theorems
    """
    named: dict[str, set[str]] = {}
    for file in sorted(folder.glob("*.v")):
        if file.stem != "statements":  # it says what is to be proved, and proves nothing
            text = without_comments(file.read_text(encoding="utf-8"))
            starts = [*NAMED.finditer(text)]
            ends = [*(one.start() for one in starts[1:]), len(text)]
            for start, end in zip(starts, ends, strict=True):
                named[start[1]] = set(WORD.findall(text[start.end() : end])) - {start[1]}
    return {labels[name]: _reached(name, named, labels) for name in named if name in labels}


def _reached(name: str, named: Mapping[str, set[str]], labels: Mapping[str, str]) -> set[str]:
    """The claims that are met on the way down from a theorem, and no further behind them."""
    reached, seen, waiting = set(), {name}, [*named[name]]
    while waiting:
        one = waiting.pop()
        if one in seen or one not in named:
            continue
        seen.add(one)
        if one in labels:
            reached.add(labels[one])
        else:
            waiting += named[one]
    return reached
