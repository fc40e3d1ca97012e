"""A labelled display: where it stands on a page, and as what it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from execmath.language.ast import Letter, Statement
from execmath.language.context import Context
from execmath.language.cost import is_costly
from execmath.language.hypotheses import Parts, parts
from execmath.language.symbols import Scope


class Kind(StrEnum):
    """What a display is on its page; the words are those of the published JSON."""

    CLAIM = "claim"
    DEFINITION = "definition"
    DECLARATION = "declaration"
    INSTANCE = "instance"
    REFUTED = "refuted"  # a claim that is displayed as a mistake
    SHOWN = "shown"  # and not executed
    UNREAD = "unread"


@dataclass(frozen=True)
class Display:
    """`tex` is what stands between the dollars, its label blanked out, so that offsets count."""

    tex: str
    raw: str
    label: str
    labels: tuple[str, ...]
    line: int  # of the first character of `tex`
    section: str  # the page, the number of the heading above, and its words
    directives: tuple[str, ...]

    def line_of(self, offset: int) -> int:
        return self.line + self.tex[: self.visible(offset)].count("\n")

    def visible(self, offset: int) -> int:
        """The first place from `offset` on at which something is to be seen."""
        rest = self.raw[offset:]
        return offset + len(rest) - len(rest.lstrip()) if rest.strip() else offset


@dataclass(frozen=True)
class Equation:
    """One labelled display, where and as what it was read.

    `scope` and `context` are those of its place on the page: what letters mean below it does not
    concern it. With them the display, or an altered one, can be read and executed again.
    """

    label: str
    kind: Kind
    page: str
    display: Display
    scope: Scope
    statement: Statement | None = None
    context: Context = field(default_factory=Context)
    uses: tuple[str, ...] = ()
    introduces: tuple[str, ...] = ()  # the letters, as typeset
    reason: str = ""  # why it is shown and not executed
    points: int = 0  # at how many the page asks to try it, if more than elsewhere
    also_true: tuple[str, ...] = ()  # altered formulas that the page says are true as well
    also_for: tuple[str, ...] = ()  # the labels of instances in which the claim is executed too
    inside: str = ""  # the label of the instance that the claim is about
    group: str = ""  # of instances, to which this one belongs
    without: tuple[tuple[str, str], ...] = ()  # parts that this instance has not, and why

    @cached_property
    def dependencies(self) -> Mapping[Letter, None]:
        """The letters of the pages that the statement depends on, through definitions too."""
        return {} if self.statement is None else self.context.dependencies(self.statement)

    @cached_property
    def is_costly(self) -> bool:
        """Whether to execute it is to integrate, or to sum to infinity."""
        return self.statement is not None and is_costly(self.statement, self.context)

    @cached_property
    def fingerprint(self) -> str:
        """The digest of all that the statement says, with what its letters mean."""
        assert self.statement is not None
        return self.context.fingerprint(self.statement)

    @cached_property
    def parts(self) -> Parts:
        """Where in the display its statement and its hypotheses stand."""
        return parts(self.display.tex)

    @property
    def place(self) -> str:
        return f"{self.page}:{self.display.line}"
