r"""What an author says of a display, in comments directly above it.

    <!-- execmath: points: 1000 -->              try it at more points than others
    <!-- execmath: also true: LATEX -->          an altered formula that holds as well
    <!-- execmath: instance -->                  a row each, what letters mean in a particular case
    <!-- execmath: instance of: GROUP -->        the same, one of a group
    <!-- execmath: also for: LABEL, GROUP -->    execute the claim in these instances as well
    <!-- execmath: in: LABEL -->                 a claim about this instance, in its letters
    <!-- execmath: without: PART: the reason --> a cell of its row in the catalogue that is empty
    <!-- execmath: refuted -->                   a mistake, displayed as one; it has to fail
    <!-- execmath: not executed: the reason -->  shown, and not executed
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from execmath.language.ast import Claim, Statement
from execmath.runtime.limits import MAX_POINTS


@dataclass(frozen=True)
class Directives:
    points: int = 0
    also_true: tuple[str, ...] = ()
    refuted: bool = False
    instance: bool = False
    group: str = ""  # of instances, to which this one belongs
    inside: str = ""  # the label of the instance that the claim is about
    also_for: tuple[str, ...] = ()  # labels of instances, and groups of them
    without: tuple[tuple[str, str], ...] = ()  # parts that an instance has not, and why
    shown: str | None = None  # the reason why it is not executed
    complaints: tuple[str, ...] = ()

    def misplaced(self, statement: Statement) -> Iterator[str]:
        """What is said that does not fit what stands below."""
        is_claim = isinstance(statement, Claim)
        is_general = is_claim and not self.refuted
        # Each fault, and all of what there is where it is one.
        faults = {
            "only a claim can be refuted; this is none": (self.refuted, not is_claim),
            "refuted, and also true: a mistake has no altered formulas":
                (self.refuted, self.also_true),
            "points are for claims; this is none": (self.points, not is_claim),
            "also for: only a claim that holds in general can be executed in an instance":
                (self.also_for, not is_general),
            "without: only an instance is a row of a catalogue": (self.without, is_claim),
            "in: only a claim is about an instance": (self.inside, not is_claim),
            "in, and also for: a claim about one instance is not executed in others":
                (self.inside, self.also_for),
        }
        yield from (message for message, signs in faults.items() if all(signs))

    def wrong(self, complaint: str) -> Directives:
        return replace(self, complaints=(*self.complaints, complaint))


def read_directives(texts: Sequence[str]) -> Directives:
    """What all comments above a display say together."""
    directives = Directives()
    for text in texts:
        name, _, rest = (part.strip() for part in text.partition(":"))
        read = READERS.get(name)
        unknown = directives.wrong(
            f"no such directive: execmath: {text}; there are points: NUMBER, also true: LATEX, "
            "also for: LABELS, instance, instance of: GROUP, in: LABEL, "
            "without: PART: REASON, refuted, and not executed: REASON")
        directives = (read(directives, rest) if read is not None else None) or unknown
    nothing_else = replace(Directives(), shown=directives.shown, complaints=directives.complaints)
    if directives.shown is not None and directives != nothing_else:
        directives = directives.wrong("not executed: then nothing else can be asked of it")
    return directives


def _points(directives: Directives, rest: str) -> Directives:
    if rest.isdecimal() and 0 < int(rest) <= MAX_POINTS:
        return replace(directives, points=int(rest))
    return directives.wrong(f"points: a number up to {MAX_POINTS}, not {rest!r}")


def _also_true(directives: Directives, rest: str) -> Directives | None:
    return replace(directives, also_true=(*directives.also_true, rest)) if rest else None


def _also_for(directives: Directives, rest: str) -> Directives | None:
    labels = tuple(label.strip() for label in rest.split(","))
    return replace(directives, also_for=(*directives.also_for, *labels)) if rest else None


def _refuted(directives: Directives, rest: str) -> Directives | None:
    return None if rest else replace(directives, refuted=True)


def _instance(directives: Directives, rest: str) -> Directives | None:
    return None if rest else replace(directives, instance=True)


def _instance_of(directives: Directives, rest: str) -> Directives | None:
    return replace(directives, instance=True, group=rest) if rest else None


def _inside(directives: Directives, rest: str) -> Directives | None:
    return replace(directives, inside=rest) if rest else None


def _without(directives: Directives, rest: str) -> Directives | None:
    part, _, why = (text.strip() for text in rest.partition(":"))
    if not (part and why):
        return None
    return replace(directives, without=(*directives.without, (part, why)))


def _not_executed(directives: Directives, rest: str) -> Directives:
    shown = replace(directives, shown=rest)
    return shown if rest else shown.wrong("not executed, and no reason given")


# Each returns None for what it does not understand.
READERS: dict[str, Callable[[Directives, str], Directives | None]] = {
    "points": _points, "also true": _also_true, "also for": _also_for, "refuted": _refuted,
    "instance": _instance, "instance of": _instance_of, "in": _inside, "without": _without,
    "not executed": _not_executed,
}
