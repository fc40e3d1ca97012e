"""The displays of a site with their trees and values: a corpus for whoever reads LaTeX.

Each side of a claim, and what each definition defines, stands there as LaTeX, with the tree that is
executed; and, at one point, with the values of its letters and its own value, so that a reading of
it can be judged by what it is worth. A side is `closed` if its letters are numbers, vectors and
matrices of the point: it can be read by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from execmath.checking.verdict import Sample
from execmath.documents import addresses
from execmath.documents.addresses import Publisher
from execmath.documents.results import Ledger, Result
from execmath.language import ast as s
from execmath.language.binders import open_letters
from execmath.language.edits import piece
from execmath.language.equation import Kind

FORMAT = 1
LICENSE = "CC-BY-4.0"
KINDS = (Kind.CLAIM, Kind.DEFINITION)


def corpus(ledger: Ledger, publisher: Publisher) -> dict[str, Any]:
    """All claims and definitions that hold, in reading order."""
    displays = [of_display(result, publisher) for result in ledger.results.values()
                if result.kind in KINDS and result.verdict.holds and result.statement is not None]
    return {"format": FORMAT, "license": LICENSE, "site": publisher.name,
            "url": publisher.absolute(""), "displays": displays}


def of_display(result: Result, publisher: Publisher) -> dict[str, Any]:
    statement = result.statement
    assert statement is not None
    return {
        "label": result.label,
        "url": publisher.absolute(addresses.address(result.label)),
        "kind": result.kind,
        "latex": addresses.latex(result),
        "tree": tree(statement),
        "sides": list(sides(result, statement)),
    }


def sides(result: Result, statement: s.Statement) -> Iterator[dict[str, Any]]:
    """The expressions of a display, each with its value at a point; those of a chain once."""
    samples, seen = result.verdict.samples, set[s.Span]()
    if isinstance(statement, s.Definition) and samples:
        yield side(result, statement.body, samples[0], samples[0].left)
    if not isinstance(statement, s.Claim) or len(samples) != len(statement.links):
        return
    for link, sample in zip(statement.links, samples, strict=True):
        for node, value in ((link.left, sample.left), (link.right, sample.right)):
            if node.span != (0, 0) and node.span not in seen:
                seen.add(node.span)
                yield side(result, node, sample, value)


def side(result: Result, node: s.Node, sample: Sample, value: str) -> dict[str, Any]:
    values = dict(sample.values)
    free = {letter.name for letter in open_letters(node)}
    return {
        "latex": " ".join(piece(result.display.tex, node.span).split()),
        "tree": tree(node),
        "closed": bool(value) and free <= values.keys(),
        "values": {name: text for name, text in values.items() if name in free},
        "value": value,
    }


def tree(node: s.Node) -> dict[str, Any]:
    """A node as JSON: its class, and its fields; of a letter whose it is, where a page gave it."""
    told: dict[str, Any] = {"node": type(node).__name__}
    for item in fields(node):
        if item.compare:
            told[item.name] = _field(getattr(node, item.name))
    return told


def _field(value: object) -> Any:
    if isinstance(value, s.Node):
        return tree(value)
    if isinstance(value, tuple):
        return [_field(part) for part in value]
    return value
