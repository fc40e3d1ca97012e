"""Two verdicts: a statement holds at every point that it was tried at, or it fails.

Undecided, not finite, no points, shapes that differ: each is a failure, with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from execmath.language.ast import Span


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
    """One point with both sides of a link, for the reader."""

    point: str
    left: str
    right: str


@dataclass(frozen=True)
class Verdict:
    failure: Failure | None
    points: int = 0
    comparisons: int = 0
    digits: int = 0
    again: int = 0  # digits at the points that were tried again, with many more; 0 if none was
    coverage: str = ""
    passed_over: int = 0  # points at which nothing can be told, as they lie just on a threshold
    estimated: bool = False
    sample: Sample | None = None
    slack: str = ""  # the smallest gap of an inequality; "0" where its bound is attained
    refutation: Failure | None = None  # of a claim that the page marks as refuted

    @property
    def holds(self) -> bool:
        return self.failure is None

    def refuted(self) -> Verdict:
        """The verdict on a claim that is displayed as a mistake: it has to be shown false."""
        if self.failure is None:
            message = f"marked as refuted, and it holds at all {self.points} points"
            return replace(self, failure=Failure(message, (0, 0)))
        if not self.failure.false:
            message = f"marked as refuted, and not shown false: {self.failure.message()}"
            return replace(self, failure=Failure(message, self.failure.span))
        return replace(self, failure=None, refutation=self.failure)
