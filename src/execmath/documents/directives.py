r"""What an author says of a display, in comments directly above it.

    <!-- execmath: points: 1000 -->              try it at more points than others
    <!-- execmath: also true: LATEX -->          an altered formula that holds as well
    <!-- execmath: instance -->                  a row each, what letters mean in a particular case
    <!-- execmath: also for: LABEL, LABEL -->    execute the claim in these instances as well
    <!-- execmath: refuted -->                   a mistake, displayed as one; it has to fail
    <!-- execmath: not executed: the reason -->  shown, and not executed
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from execmath.language.ast import Claim, Instance, Statement
from execmath.runtime.limits import MAX_POINTS


@dataclass(frozen=True)
class Directives:
    points: int = 0
    also_true: tuple[str, ...] = ()
    refuted: bool = False
    instance: bool = False
    also_for: tuple[str, ...] = ()  # labels of instances
    shown: str | None = None  # the reason why it is not executed
    complaints: tuple[str, ...] = ()

    def misplaced(self, statement: Statement) -> Iterator[str]:
        if self.refuted and not isinstance(statement, Claim):
            yield "only a claim can be refuted; this is none"
        if self.refuted and self.also_true:
            yield "refuted, and also true: a mistake has no altered formulas"
        if self.points and not isinstance(statement, Claim):
            yield "points are for claims; this is none"
        if self.also_for and (self.refuted or not isinstance(statement, Claim)):
            yield "also for: only a claim that holds in general can be executed in an instance"
        if self.also_true and isinstance(statement, Instance):
            yield "also true: an instance has no altered formulas"


def read_directives(texts: Sequence[str]) -> Directives:
    points, also_true, refuted, shown = 0, [], False, None
    instance, also_for = False, []
    complaints = []
    for text in texts:
        name, _, said = (part.strip() for part in text.partition(":"))
        if name == "points" and said.isdigit() and 0 < int(said) <= MAX_POINTS:
            points = int(said)
        elif name == "points":
            complaints.append(f"points: a number up to {MAX_POINTS}, not {said!r}")
        elif name == "also true" and said:
            also_true.append(said)
        elif name == "refuted" and not said:
            refuted = True
        elif name == "instance" and not said:
            instance = True
        elif name == "also for" and said:
            also_for += [label.strip() for label in said.split(",")]
        elif name == "not executed":
            shown = said
            if not said:
                complaints.append("not executed, and no reason given")
        else:
            complaints.append(f"no such directive: execmath: {text}; there are points: NUMBER, "
                              "also true: LATEX, also for: LABELS, instance, refuted, and "
                              "not executed: REASON")
    if shown is not None and (points or also_true or refuted or instance or also_for):
        complaints.append("not executed: then nothing else can be asked of it")
    return Directives(points, tuple(also_true), refuted, instance, tuple(also_for), shown,
                      tuple(complaints))
