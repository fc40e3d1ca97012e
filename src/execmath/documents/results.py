"""Every verdict of a build, by label, and every problem; as objects, as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property

from execmath.checking.verdict import Failure, Verdict
from execmath.documents.diagnostics import Diagnostic
from execmath.language.equation import Equation
from execmath.mutation.report import ALSO_TRUE, REJECTED, UNDECIDED, MutationReport

UNTRIED = Verdict(Failure("not executed", (0, 0)))  # until it has been: nothing passes by default


@dataclass(frozen=True)
class Proof:
    """A formal proof of a claim; without `prover`, its version, nobody has checked it."""

    theorem: str  # file.name
    statement: str  # what it proves, as the prover reads it
    sizes: tuple[str, ...]  # the letters for whose every value it is proved
    file: str
    line: int
    prover: str = ""
    axioms: tuple[str, ...] = ()  # that it rests on at most

    def words(self) -> str:
        if not self.prover:
            return "proof not re-checked in this build"
        *others, last = self.sizes or ("",)
        every = f"{', '.join(others)} and {last}" if others else last
        return f"proved for every {every} (Rocq)" if every else "proved (Rocq)"


@dataclass(frozen=True)
class InInstance:
    """A claim, executed where its letters mean what an instance says."""

    instance: str  # its label
    verdict: Verdict


@dataclass(frozen=True)
class Result(Equation):
    """An equation, and what became of it."""

    verdict: Verdict = UNTRIED
    mutation: MutationReport = MutationReport()
    instances: tuple[InInstance, ...] = ()
    proof: Proof | None = None

    def words(self) -> str:
        """The verdict, in words that claim no more than was done."""
        return self._words

    @cached_property
    def _words(self) -> str:
        verdict = self.verdict
        if not verdict.holds:
            return "could not be read" if self.kind == "unread" else "does not hold"
        covered = f", {verdict.coverage}" if verdict.coverage else ""
        points = f"{verdict.points} point" + ("s" if verdict.points != 1 else "")
        if self.kind == "shown":
            return f"shown, not executed: {self.reason}"
        if self.kind == "refuted" and verdict.refutation is not None:
            return f"refuted: false at {verdict.refutation.failing} of {points}{covered}"
        if self.kind == "declaration":
            return "declaration"
        if self.kind == "instance":
            return f"instance, its letters finite at {points}"
        if self.kind == "definition":
            altered = f" · {words}" if (words := self.mutation.words()) else ""
            finite = f", finite at {points}{covered}" if verdict.points else ""
            return f"definition{finite}{altered}"
        digits = "exact" if verdict.digits >= 1000 else f"{verdict.digits} digits"
        how = "computed, error estimated" if verdict.estimated else "holds as typeset"
        altered = f" · {words}" if (words := self.mutation.words()) else ""
        return f"{how}: {points}{covered}, {digits}{self._in_instances()}{altered}"

    def _in_instances(self) -> str:
        if not self.instances:
            return ""
        points = sum(one.verdict.points for one in self.instances)
        how = " computed" if any(one.verdict.estimated for one in self.instances) else ""
        return f" · {points} more{how} in {_many(len(self.instances), 'instance')}"


@dataclass
class Ledger:
    results: dict[str, Result] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    seconds: float = 0.0  # that it took to fill; 0 where it was kept whole

    def of_page(self, page: str) -> list[Result]:
        return [result for result in self.results.values() if result.page == page]

    def used_by(self, label: str) -> list[str]:
        """Those that name it, in reading order; to be asked when all pages are read."""
        return self._users.get(label, [])

    @cached_property
    def _users(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for result in self.results.values():
            for label in dict.fromkeys(result.uses):
                found.setdefault(label, []).append(result.label)
        return found

    def comparisons(self) -> int:
        return sum(verdict.comparisons for result in self.results.values()
                   for verdict in (result.verdict, *(one.verdict for one in result.instances)))

    def summary(self) -> str:
        claims = [e for e in self.results.values() if e.kind == "claim"]
        held = sum(e.verdict.holds for e in claims)
        return f"{held} of {len(claims)} claims hold, by {self.comparisons()} comparisons"

    def mutation_summary(self) -> str:
        altered = [one for result in self.results.values() for one in result.mutation.altered]
        statuses = [f"{sum(one.status == status for one in altered)} {said}"
                 for status, said in ((REJECTED, "are rejected"), (ALSO_TRUE, "are also true"),
                                    (UNDECIDED, "are undecided"))]
        return f"Of {len(altered)} altered formulas {', '.join(statuses)}"

    def proofs_summary(self) -> str:
        proofs = [e.proof for e in self.results.values() if e.proof is not None]
        proved = sum(bool(proof.prover) for proof in proofs)
        found = f"{_many(proved, 'claim')} proved"
        unchecked = len(proofs) - proved
        return f"{found}, {_many(unchecked, 'proof')} not re-checked" if unchecked else found

    def timed_summary(self) -> str:
        when = f"in {self.seconds:.1f} s" if self.seconds else "as in the last build"
        return f"{self.summary()}, {when}"

    def to_json(self) -> str:
        return json.dumps([_as_json(result) for result in self.results.values()], indent=1)


def _as_json(result: Result) -> dict[str, object]:
    verdict = result.verdict
    return {
        "label": result.label, "kind": result.kind, "page": result.page,
        "line": result.display.line, "tex": result.display.tex.strip(),
        "uses": list(result.uses), "verdict": result.words(),
        "holds": verdict.holds, "points": verdict.points, "digits": verdict.digits,
        "comparisons": verdict.comparisons, "estimated": verdict.estimated,
    }


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" + "s" * (number != 1)
