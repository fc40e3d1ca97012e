"""The equations for other programs: one JSON for all, one for each at its address.

The schema `equations.schema.json` says what each field means, and a test holds every export to it.
"""

from __future__ import annotations

import json
from typing import Any

from execmath.documents.register import Register
from execmath.documents.results import Entry, Ledger
from mkdocs_execmath.publishing import addresses
from mkdocs_execmath.publishing.addresses import Publisher

SCHEMA = "equations.schema.json"


def equation(entry: Entry, ledger: Ledger, register: Register,
             publisher: Publisher) -> dict[str, Any]:
    """One equation, with everything that its page says."""
    verdict = entry.verdict
    statement, hypotheses = split(entry)
    return {
        "label": entry.label,
        "title": addresses.title(entry.label),
        "url": publisher.absolute(addresses.address(entry.label)),
        "kind": entry.kind,
        "page": entry.page,
        "line": entry.display.line,
        "published": register.dates.get(entry.label),
        "latex": addresses.latex(entry),
        "statement": statement,
        "hypotheses": hypotheses,
        "introduces": list(entry.introduces),
        "uses": list(entry.uses),
        "used_by": ledger.used_by(entry.label),
        "verdict": {
            "words": entry.words(),
            "holds": verdict.holds and entry.kind in ("claim", "definition", "declaration",
                                                         "instance"),
            "points": verdict.points,
            "coverage": verdict.coverage,
            "comparisons": verdict.comparisons,
            "digits": min(verdict.digits, 1000),
            "estimated": verdict.estimated,
            "reason": entry.reason,
        },
        "instances": [{"label": one.instance, "points": one.verdict.points,
                       "comparisons": one.verdict.comparisons,
                       "digits": min(one.verdict.digits, 1000),
                       "estimated": one.verdict.estimated} for one in entry.instances],
        "altered": {
            "words": entry.teeth.words(),
            "formulas": [{"latex": one.tex, "change": one.says, "fate": one.fate, "by": one.by,
                          "point": one.point, "left": one.left, "right": one.right,
                          "reason": one.reason} for one in entry.teeth.altered],
        },
        "refutation": None if verdict.refutation is None else {
            "failing": verdict.refutation.failing, "point": verdict.refutation.point,
            "left": verdict.refutation.left, "right": verdict.refutation.right,
        },
        "proof": None if entry.proof is None else {
            "words": entry.proof.words(),
            "theorem": entry.proof.theorem,
            "statement": entry.proof.statement,
            "prover": entry.proof.prover,
            "axioms": list(entry.proof.axioms),
        },
    }


def split(entry: Entry) -> tuple[str, str]:
    r"""A display's statement, and the hypotheses that stand behind its first `\qquad`.

    A declaration has no hypotheses; where `\qquad` stands inside an environment, nothing is cut.
    """
    tex = addresses.latex(entry)
    body, mark, behind = tex.partition(r"\qquad")
    if entry.kind == "declaration" or not mark or body.count(r"\begin") != body.count(r"\end"):
        return tex, ""
    return body.rstrip(), behind.strip()


def everything(ledger: Ledger, register: Register, publisher: Publisher) -> str:
    """All equations of a site, with the totals, as JSON."""
    entries = ledger.entries.values()
    document = {
        "$schema": publisher.absolute(SCHEMA),
        "site": publisher.name,
        "url": publisher.absolute(""),
        "totals": {kind: sum(entry.kind == kind for entry in entries)
                   for kind in ("claim", "definition", "declaration", "instance", "refuted",
                                "shown")},
        "comparisons": ledger.comparisons(),
        "retired": {label: register.successor(label) for label in register.retired},
        "equations": [equation(entry, ledger, register, publisher) for entry in entries],
    }
    return dumps(document)


def dumps(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
