"""The equations for other programs: one JSON for all, one for each at its address.

The schema `equations.schema.json` says what each field means, and a test holds every export to it.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from execmath.documents import addresses
from execmath.documents.addresses import Publisher
from execmath.documents.catalogue import Cell, rows
from execmath.documents.register import Register
from execmath.documents.results import Ledger, Result
from execmath.documents.site import Site
from execmath.language.equation import Kind
from execmath.language.hypotheses import parts

SCHEMA = "equations.schema.json"
VERSION = 1  # of the schema; it stands in its $id


def equation(result: Result, ledger: Ledger, register: Register,
             publisher: Publisher) -> dict[str, Any]:
    """One equation, with everything that its page says."""
    verdict = result.verdict
    statement, hypotheses = split(result)
    return {
        "label": result.label,
        "title": publisher.title(result.label),
        "url": publisher.absolute(addresses.address(result.label)),
        "kind": result.kind,
        "page": result.page,
        "line": result.display.line,
        "published": register.dates.get(result.label),
        "latex": addresses.latex(result),
        "statement": statement,
        "hypotheses": hypotheses,
        "introduces": list(result.introduces),
        "uses": list(result.uses),
        "used_by": ledger.used_by(result.label),
        "verdict": {
            "words": result.words(),
            "holds": verdict.holds and result.kind in (
                Kind.CLAIM, Kind.DEFINITION, Kind.DECLARATION, Kind.INSTANCE),
            "points": verdict.points,
            "coverage": verdict.coverage,
            "comparisons": verdict.comparisons,
            "digits": min(verdict.digits, 1000),
            "reason": result.reason,
        },
        "instances": [{"label": one.instance, "points": one.verdict.points,
                       "comparisons": one.verdict.comparisons,
                       "digits": min(one.verdict.digits, 1000)} for one in result.instances],
        "altered": {
            "words": result.mutation.words(),
            "formulas": [{"latex": one.tex, "change": one.says, "fate": one.status, "by": one.by,
                          "point": one.point, "left": one.left, "right": one.right,
                          "reason": one.reason} for one in result.mutation.altered],
        },
        "refutation": None if verdict.refutation is None else {
            "failing": verdict.refutation.failing, "point": verdict.refutation.point,
            "left": verdict.refutation.left, "right": verdict.refutation.right,
        },
        "proof": None if result.proof is None else {
            "words": result.proof.words(),
            "theorem": result.proof.theorem,
            "statement": result.proof.statement,
            "prover": result.proof.prover,
            "axioms": list(result.proof.axioms),
            "restsOn": list(result.proof.rests_on),
        },
    }


def split(result: Result) -> tuple[str, str]:
    """A display's statement and its hypotheses. A declaration has none; where an environment
    holds both, nothing is cut."""
    tex = addresses.latex(result)
    return (tex, "") if result.kind == Kind.DECLARATION else parts(tex).typeset_apart(tex)


def everything(ledger: Ledger, register: Register, publisher: Publisher) -> str:
    """All equations of a site, with the totals, as JSON."""
    results = ledger.results.values()
    document = {
        "$schema": publisher.absolute(SCHEMA),
        "version": VERSION,
        "site": publisher.name,
        "url": publisher.absolute(""),
        "totals": {kind: sum(result.kind == kind for result in results)
                   for kind in ("claim", "definition", "declaration", "instance", "refuted",
                                "shown")},
        "comparisons": ledger.comparisons(),
        "retired": {label: register.successor(label) for label in register.retired},
        "equations": [equation(result, ledger, register, publisher) for result in results],
    }
    return dumps(document)


def catalogue(site: Site, group: str) -> str:
    """The instances of a group with all that is claimed of each, as JSON."""
    return dumps([{"name": row.name, "label": row.instance.label,
                   "certified": row.is_certified,
                   "cells": {part: {"latex": cell.tex, "label": cell.label} if cell.tex
                             else {"reason": cell.why} for part, cell in row.cells.items()}}
                  for row in rows(site, group)])


def catalogue_csv(site: Site, group: str) -> str:
    """The same as lines of comma-separated LaTeX, or reasons."""
    table = rows(site, group)
    parts = list(dict.fromkeys(part for row in table for part in row.cells))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["name", "label", *parts])
    for row in table:
        cells = [row.cells.get(part, Cell()) for part in parts]
        writer.writerow([row.name, row.instance.label, *(cell.tex or cell.why for cell in cells)])
    return text.getvalue()


def dumps(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
