"""Two verdicts: a statement holds at every point that it was tried at, or it fails.

Undecided, not finite, no points, shapes that differ: each is a failure, with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from execmath.checking import codes
from execmath.language.ast import Span
from execmath.runtime.codes import Code


class As(StrEnum):
    """What a failed statement was executed as."""

    STATED = "stated"
    REFUTED = "marked as refuted, and it holds"
    NOT_SHOWN = "marked as refuted, and not shown false"
    EMPTY = "nothing was compared"


@dataclass(frozen=True)
class Failure:
    """What a stranger needs to see: where, how often, the simplest point, both sides, the gap."""

    reason: str
    span: Span
    link: int = 1
    links: int = 1
    failing: int = 0
    tried: int = 0
    point: str = ""
    left: str = ""
    right: str = ""
    gap: str = ""
    false: bool = False  # certified, with two values; not just undecided, or without a value
    repairs: tuple[str, ...] = ()  # what would make it hold, in words
    as_what: As = As.STATED

    @property
    def code(self) -> Code:
        """The code of its kind of diagnostic."""
        marked = {As.REFUTED: codes.HOLDS_AND_MARKED, As.NOT_SHOWN: codes.NOT_REFUTED,
                  As.EMPTY: codes.NOTHING_COMPARED}
        if self.as_what in marked:
            return marked[self.as_what]
        if not self.tried:
            return codes.NOT_EXECUTED
        return codes.FAILS if self.false else codes.UNDECIDED

    def message(self) -> str:
        lines = [self._headline()]
        if self.point:
            lines.append(f"    {self.point}")
        for name, value in (("left ", self.left), ("right", self.right), ("gap  ", self.gap)):
            if value:
                lines.append(f"    {name} = {value}")
        lines += [f"  {'or ' if number else ''}{text}" for number, text in enumerate(self.repairs)]
        return "\n".join(lines)

    def _headline(self) -> str:
        if not self.tried:
            return self.reason
        which = f"link {self.link} " if self.links > 1 else ""
        many = f"{self.failing} of {self.tried} points"
        why = f" ({self.reason})" if self.reason else ""
        return f"{which}fails at {many}{why}; simplest:"


@dataclass(frozen=True)
class Sample:
    """One point with both sides of a link, for the reader; `values` are those of the letters, by
    their names in TeX, as text that is exact: "3", "1/2", "[1, 1/2]". Without one of them, none."""

    point: str
    left: str
    right: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Verdict:
    failure: Failure | None
    points: int = 0
    comparisons: int = 0
    digits: int = 0
    again: int = 0  # digits at the points that were tried again, with many more; 0 if none was
    coverage: str = ""
    passed_over: int = 0  # points that stay undecided, as they lie just on a threshold
    out_of_reach: int = 0  # plain points, of which nearer ones have taken the places
    samples: tuple[Sample, ...] = ()  # one for each link
    slack: str = ""  # the smallest gap of an inequality; "0" where its bound is attained
    refutation: Failure | None = None  # of a claim that the page marks as refuted

    @property
    def holds(self) -> bool:
        return self.failure is None

    @property
    def sample(self) -> Sample | None:
        """Of the last link, which is the one that a chain leads to."""
        return self.samples[-1] if self.samples else None

    def refuted(self) -> Verdict:
        """The verdict on a claim that is displayed as a mistake: it has to be shown false."""
        if self.failure is None:
            message = f"marked as refuted, and it holds at all {self.points} points"
            return replace(self, failure=Failure(message, (0, 0), as_what=As.REFUTED))
        if not self.failure.false:
            message = f"marked as refuted, and not shown false: {self.failure.message()}"
            failure = Failure(message, self.failure.span, as_what=As.NOT_SHOWN)
            return replace(self, failure=failure)
        return replace(self, failure=None, refutation=self.failure)
