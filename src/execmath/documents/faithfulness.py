"""How faithful the formal statements were found to be: the scores that stand beside the proofs.

They are in `faithfulness.json`, with the digest of what each was measured on; `faithfulness_trials`
measures them. A score of what has changed since is not shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from execmath.documents.proofs import Proofs
from execmath.rocq.statements import Statement
from execmath.runtime.cache import digest

FILE = "faithfulness.json"


@dataclass(frozen=True)
class Score:
    """What became of the alterations of one kind. Those that escaped are told by what they say."""

    tried: int = 0
    noticed: int = 0
    also_true: int = 0
    escaped: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        rest = f", {self.also_true} also true" if self.also_true else ""
        return f"{self.noticed} of {self.tried}{rest}"


@dataclass(frozen=True)
class Measured:
    """One claim: its altered formulas and its altered readings, and on what they were tried."""

    digest: str
    formulas: Score
    readings: Score


def digest_of(proofs: Proofs, statement: Statement) -> str:
    """Of what a measurement depends on: the display, the statement, and its definitions."""
    equation = proofs.ledger.results[statement.label]
    return digest("faithfulness", equation.display.tex, *equation.also_true, statement.text,
                  *(proofs.formalizer.texts[label] for label in statement.uses))


def kept(folder: Path) -> dict[str, Measured]:
    """By label: what was measured, as the committed file has it."""
    path = folder / FILE
    entries: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8")) \
        if path.exists() else {}
    return {label: Measured(entry["digest"], _score(entry["formulas"]), _score(entry["readings"]))
            for label, entry in entries.items()}


def _score(entry: Mapping[str, Any]) -> Score:
    return Score(entry["tried"], entry["noticed"], entry["also true"], tuple(entry["escaped"]))


def keep(folder: Path, measured: Mapping[str, Measured]) -> None:
    def entry(score: Score) -> dict[str, Any]:
        return {"tried": score.tried, "noticed": score.noticed, "also true": score.also_true,
                "escaped": list(score.escaped)}

    entries = {label: {"digest": one.digest, "formulas": entry(one.formulas),
                       "readings": entry(one.readings)}
               for label, one in sorted(measured.items())}
    (folder / FILE).write_text(f"{json.dumps(entries, indent=1)}\n", encoding="utf-8")


def up_to_date(proofs: Proofs) -> dict[str, Measured]:
    """What was measured on the statements as they are now."""
    measured = kept(proofs.folder)
    return {statement.label: measured[statement.label] for statement in proofs.statements.values()
            if statement.label in measured
            and measured[statement.label].digest == digest_of(proofs, statement)}


def total(scores: Iterable[Score]) -> Score:
    listed = list(scores)
    return Score(sum(one.tried for one in listed), sum(one.noticed for one in listed),
                 sum(one.also_true for one in listed),
                 tuple(each for one in listed for each in one.escaped))
