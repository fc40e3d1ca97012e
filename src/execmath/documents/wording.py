"""A result in words that claim no more than was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from execmath.checking.verdict import Verdict
from execmath.language.equation import Kind

if TYPE_CHECKING:
    from execmath.documents.results import Proof, Result

EXACT = 1000  # digits; a value that has as many is a rational number, and has all


def of_result(result: Result) -> str:
    """What a card says: `holds as typeset: 350 points, k = 2…8, 40 digits`."""
    if not result.verdict.holds:
        return "could not be read" if result.kind == Kind.UNREAD else "does not hold"
    match result.kind:
        case "shown":
            return f"shown, not executed: {result.reason}"
        case "declaration":
            return "declaration"
        case "instance":
            return f"instance, {_agreement(result.verdict)}{_altered(result)}"
        case "definition":
            return f"definition{_finite(result.verdict)}{_altered(result)}"
        case "refuted" if result.verdict.refutation is not None:
            failing = result.verdict.refutation.failing
            return f"refuted: false at {failing} of {_points(result.verdict)}" \
                   f"{_covered(result.verdict)}"
        case _:
            return _claim(result)


def of_proof(proof: Proof) -> str:
    if not proof.prover:
        return "proof not re-checked in this build"
    *others, last = proof.sizes or ("",)
    every = f"{', '.join(others)} and {last}" if others else last
    return f"proved for every {every} (Rocq)" if every else "proved (Rocq)"


def count(number: int, thing: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {thing}" + "s" * (number != 1)


def _claim(result: Result) -> str:
    verdict = result.verdict
    digits = "exact" if verdict.digits >= EXACT else f"{verdict.digits} digits"
    how = f"holds as typeset in {result.inside}" if result.inside else "holds as typeset"
    return (f"{how}: {_points(verdict)}{_covered(verdict)}, {digits}{_in_instances(result)}"
            f"{_altered(result)}")


def _agreement(verdict: Verdict) -> str:
    digits = "exactly" if verdict.digits >= EXACT else f"to {verdict.digits} digits"
    return f"its rows agree at {_points(verdict)}, {digits}"


def _points(verdict: Verdict) -> str:
    return count(verdict.points, "point")


def _covered(verdict: Verdict) -> str:
    return f", {verdict.coverage}" if verdict.coverage else ""


def _finite(verdict: Verdict) -> str:
    return f", finite at {_points(verdict)}{_covered(verdict)}" if verdict.points else ""


def _altered(result: Result) -> str:
    words = result.mutation.words()
    return f" · {words}" if words else ""


def _in_instances(result: Result) -> str:
    if not result.instances:
        return ""
    points = sum(one.verdict.points for one in result.instances)
    return f" · {points} more in {count(len(result.instances), 'instance')}"
