"""Every equation of a site with what became of it, by label, and every problem."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from execmath.checking.verdict import Failure, Verdict
from execmath.documents import wording
from execmath.documents.diagnostics import Diagnostic
from execmath.language.equation import Equation, Kind
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
    rests_on: tuple[str, ...] = ()  # the labels of other claims whose theorems it names

    def words(self) -> str:
        return wording.of_proof(self)


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
        return wording.of_result(self)


@dataclass
class Ledger:
    results: dict[str, Result] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    seconds: float = 0.0  # that it took to fill; 0 where it was kept whole
    _groups: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)
    _grouped: int = field(default=0, repr=False, compare=False)  # how many there were then

    def of_page(self, page: str) -> list[Result]:
        """The equations of a page, in reading order."""
        return [self.results[label] for label in self._by_page.get(page, ())]

    @property
    def _by_page(self) -> dict[str, list[str]]:
        """The labels of each page, grouped anew whenever an equation was added: what becomes of one
        leaves it where it is."""
        if self._grouped != len(self.results):
            self._groups, self._grouped = {}, len(self.results)
            for result in self.results.values():
                self._groups.setdefault(result.page, []).append(result.label)
        return self._groups

    def used_by(self, label: str) -> list[str]:
        """Those that name it, in reading order; to be asked when all pages are read."""
        return self._users.get(label, [])

    @cached_property
    def _users(self) -> dict[str, list[str]]:
        users: dict[str, list[str]] = {}
        for result in self.results.values():
            for label in dict.fromkeys(result.uses):
                users.setdefault(label, []).append(result.label)
        return users

    def comparisons(self) -> int:
        return sum(verdict.comparisons for result in self.results.values()
                   for verdict in (result.verdict, *(one.verdict for one in result.instances)))

    def summary(self) -> str:
        claims = [e for e in self.results.values() if e.kind == Kind.CLAIM]
        held = sum(e.verdict.holds for e in claims)
        summary = f"{held} of {len(claims)} claims hold, by {self.comparisons():,} comparisons"
        unread = sum(result.kind == Kind.UNREAD for result in self.results.values())
        return f"{summary}; {wording.count(unread, 'display')} not read" if unread else summary

    def mutation_summary(self) -> str:
        altered = [one for result in self.results.values() for one in result.mutation.altered]
        statuses = [f"{sum(one.status == status for one in altered):,} {words}"
                 for status, words in ((REJECTED, "are rejected"), (ALSO_TRUE, "are also true"),
                                    (UNDECIDED, "are undecided"))]
        return f"Of {len(altered):,} altered formulas {', '.join(statuses)}"

    def proofs_summary(self) -> str:
        proofs = [e.proof for e in self.results.values() if e.proof is not None]
        proved = sum(bool(proof.prover) for proof in proofs)
        words = f"{wording.count(proved, 'claim')} proved"
        unchecked = len(proofs) - proved
        if unchecked:
            words += f", {wording.count(unchecked, 'proof')} not re-checked"
        return words

    def timed_summary(self) -> str:
        when = f"in {self.seconds:.1f} s" if self.seconds else "as in the last build"
        return f"{self.summary()}, {when}"
