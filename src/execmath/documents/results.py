"""Every verdict of a build, by label, and every problem; as objects, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from execmath.checking.options import Effort
from execmath.checking.verdict import Failure, Verdict
from execmath.documents.markdown import Display
from execmath.language.ast import Letter, Statement
from execmath.language.context import World
from execmath.language.cost import is_costly
from execmath.language.symbols import Scope
from execmath.mutation.report import ALSO_TRUE, REJECTED, UNDECIDED, Teeth

UNTRIED = Verdict(Failure("not executed", (0, 0)))  # until it has been: nothing passes by default


@dataclass(frozen=True, order=True)
class Problem:
    """Why a site is refused: `page.md:LINE label: what`."""

    page: str
    line: int
    label: str
    message: str

    def __str__(self) -> str:
        name = f" {self.label}" if self.label else ""
        return f"{self.page}:{self.line}{name}: {self.message}"


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
class Entry:
    """One labelled display, where and as what it was read, and what became of it.

    `scope` and `world` are those of its place on the page: what letters mean below it does not
    concern it. With them the display, or an altered one, can be read and executed again.
    """

    label: str
    kind: str  # declaration, definition, claim, instance, refuted, shown, or unread
    page: str
    display: Display
    scope: Scope
    statement: Statement | None = None
    world: World = field(default_factory=World)
    verdict: Verdict = UNTRIED
    uses: tuple[str, ...] = ()
    introduces: tuple[str, ...] = ()  # the letters, as typeset
    reason: str = ""  # why it is shown and not executed
    proof: Proof | None = None
    points: int = 0  # at how many the page asks to try it, if more than elsewhere
    also_true: tuple[str, ...] = ()  # altered formulas that the page says are true as well
    teeth: Teeth = Teeth()
    also_for: tuple[str, ...] = ()  # the labels of instances in which the claim is executed too
    instances: tuple[InInstance, ...] = ()

    @cached_property
    def reached(self) -> Mapping[Letter, None]:
        """The letters of the pages that the statement depends on; many ask, of the same entry."""
        return {} if self.statement is None else self.world.reached(self.statement)

    @cached_property
    def is_costly(self) -> bool:
        """Whether to execute it is to integrate, or to sum to infinity."""
        return self.statement is not None and is_costly(self.statement, self.world)

    @cached_property
    def said(self) -> str:
        """All that the statement says, with what its letters mean."""
        assert self.statement is not None
        return self.world.said(self.statement)

    def effort(self, effort: Effort) -> Effort:
        """That of the build, or more where the page asks for it."""
        return replace(effort, points=max(effort.points, self.points))

    @property
    def place(self) -> str:
        return f"{self.page}:{self.display.line}"

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
            altered = f" · {words}" if (words := self.teeth.words()) else ""
            finite = f", finite at {points}{covered}" if verdict.points else ""
            return f"definition{finite}{altered}"
        digits = "exact" if verdict.digits >= 1000 else f"{verdict.digits} digits"
        how = "computed, error estimated" if verdict.estimated else "holds as typeset"
        altered = f" · {words}" if (words := self.teeth.words()) else ""
        return f"{how}: {points}{covered}, {digits}{self._in_instances()}{altered}"

    def _in_instances(self) -> str:
        if not self.instances:
            return ""
        points = sum(one.verdict.points for one in self.instances)
        how = " computed" if any(one.verdict.estimated for one in self.instances) else ""
        return f" · {points} more{how} in {_many(len(self.instances), 'instance')}"


@dataclass
class Ledger:
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seconds: float = 0.0  # that it took to fill; 0 where it was kept whole

    def of_page(self, page: str) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.page == page]

    def used_by(self, label: str) -> list[str]:
        """Those that name it, in reading order; to be asked when all pages are read."""
        return self._users.get(label, [])

    @cached_property
    def _users(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for entry in self.entries.values():
            for label in dict.fromkeys(entry.uses):
                found.setdefault(label, []).append(entry.label)
        return found

    def comparisons(self) -> int:
        return sum(verdict.comparisons for entry in self.entries.values()
                   for verdict in (entry.verdict, *(one.verdict for one in entry.instances)))

    def summary(self) -> str:
        claims = [e for e in self.entries.values() if e.kind == "claim"]
        held = sum(e.verdict.holds for e in claims)
        return f"{held} of {len(claims)} claims hold, by {self.comparisons()} comparisons"

    def teeth_summary(self) -> str:
        altered = [one for entry in self.entries.values() for one in entry.teeth.altered]
        fates = [f"{sum(one.fate == fate for one in altered)} {said}"
                 for fate, said in ((REJECTED, "are rejected"), (ALSO_TRUE, "are also true"),
                                    (UNDECIDED, "are undecided"))]
        return f"Of {len(altered)} altered formulas {', '.join(fates)}"

    def proofs_summary(self) -> str:
        proofs = [e.proof for e in self.entries.values() if e.proof is not None]
        proved = sum(bool(proof.prover) for proof in proofs)
        found = f"{_many(proved, 'claim')} proved"
        unchecked = len(proofs) - proved
        return f"{found}, {_many(unchecked, 'proof')} not re-checked" if unchecked else found

    def timed_summary(self) -> str:
        when = f"in {self.seconds:.1f} s" if self.seconds else "as in the last build"
        return f"{self.summary()}, {when}"

    def to_json(self) -> str:
        return json.dumps([_as_json(entry) for entry in self.entries.values()], indent=1)


def _as_json(entry: Entry) -> dict[str, object]:
    verdict = entry.verdict
    return {
        "label": entry.label, "kind": entry.kind, "page": entry.page, "line": entry.display.line,
        "tex": entry.display.tex.strip(), "uses": list(entry.uses), "verdict": entry.words(),
        "holds": verdict.holds, "points": verdict.points, "digits": verdict.digits,
        "comparisons": verdict.comparisons, "estimated": verdict.estimated,
    }


def report(problems: Sequence[Problem]) -> str:
    """All problems of a build at once, in reading order."""
    listed = "\n".join(str(problem) for problem in sorted(problems))
    return f"{listed}\n{_many(len(problems), 'problem')}; the site is refused"


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" + "s" * (number != 1)
