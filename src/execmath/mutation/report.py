"""What became of the altered formulas of a display: the evidence that its check can fail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from execmath.mutation import codes
from execmath.runtime.codes import Code


class Status(StrEnum):
    """What became of an altered formula; the words are those of the pages and of the JSON."""

    REJECTED = "rejected"
    SURVIVES = "survives"
    ALSO_TRUE = "also true"
    UNDECIDED = "undecided"


REJECTED, SURVIVES, ALSO_TRUE, UNDECIDED = Status


@dataclass(frozen=True)
class MutantResult:
    """One altered formula, and the point that rejects it. `status`: rejected; also true, where the
    page says so or it is a bound beside the page's; undecided at some point; or survives."""

    tex: str  # what differs: the links of a chain, the hypotheses, or the whole display
    says: str  # "k" in place of "k-1" in the second sum
    offset: int  # in the display
    status: Status
    by: str = ""  # the label of the claim that rejects it
    point: str = ""
    left: str = ""
    right: str = ""
    reason: str = ""  # why there are no two sides, or what they do not show
    hypothesis: bool = False  # it asks for less than the page
    bound: bool = False  # it alters an inequality only, which has true neighbors
    reversed: bool = False  # an inequality turned round
    acknowledged: bool = False  # the page says that it is also true
    unseen: bool = False  # it drops a term that is not zero by itself: the check misses it


class Fault(NamedTuple):
    """What is wrong with a check: where in the display, and what."""

    offset: int
    code: Code
    message: str


@dataclass(frozen=True)
class MutationReport:
    altered: tuple[MutantResult, ...] = ()
    misfits: int = 0  # a number where a vector belongs, and the like; these do not count
    stale: tuple[str, ...] = ()  # texts that the page calls also true, and no altered formula is

    def of_status(self, status: Status) -> list[MutantResult]:
        return [one for one in self.altered if one.status == status]

    def words(self) -> str:
        if not self.altered:
            return ""
        statuses = [one.status for one in self.altered]
        more = "".join(f", {statuses.count(status)} {status}" for status in (ALSO_TRUE, UNDECIDED)
                       if status in statuses)
        return f"{statuses.count(REJECTED)} of {len(statuses)} altered formulas rejected{more}"

    def faults(self) -> Iterator[Fault]:
        """What is wrong with a check that rejects too little."""
        yield from (_survives(one) for one in self.of_status(Status.SURVIVES))
        for text in self.stale:
            yield Fault(0, codes.STALE,
                        f"also true: {text}\n      is none of the altered formulas that hold; "
                        "correct it or take it away")
        yield from self._faults_of_bounds()

    def _faults_of_bounds(self) -> Iterator[Fault]:
        """An altered inequality may be true; but half must be false, and each reversed one."""
        bounds = [one for one in self.altered
                  if one.bound and one.status != Status.UNDECIDED and not one.acknowledged]
        accepted = [one for one in bounds if one.status != Status.REJECTED]
        for one in accepted:
            if one.reversed:
                yield Fault(one.offset, codes.REVERSED,
                            f"not rejected: the reversed relation, {one.tex}")
        rejected = len(bounds) - len(accepted)
        if rejected < len(accepted):
            yield Fault(0, codes.BOUNDS,
                        f"only {rejected} of {len(bounds)} altered bounds are rejected; half must "
                        "be. A bound at the end of a chain of equalities is sharper; or say of "
                        "those that are meant that they are also true")


def _survives(one: MutantResult) -> Fault:
    if one.unseen:
        return Fault(one.offset, codes.UNSEEN,
                     f"this holds just as well {with_words(one.says)}, though what is dropped is "
                     "not zero by itself: its sum or integral is not computed where it matters, so "
                     "the value is not to be trusted")
    why = ("the page assumes more than it needs, or its points do not reach so far"
           if one.hypothesis else "it is true as well, or the check is too weak")
    return Fault(one.offset, codes.SURVIVES,
                 f"this holds just as well {with_words(one.says)}: {why}. If it is meant, say so "
                 f"above the display:\n      <!-- execmath: also true: {one.tex} -->")


def with_words(says: str) -> str:
    return says if says.startswith(("with", "without")) else f"with {says}"
