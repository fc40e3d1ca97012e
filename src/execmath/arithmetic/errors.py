"""Why an expression may have no value."""

from __future__ import annotations

from enum import StrEnum

from execmath.arithmetic import codes
from execmath.language.ast import Span
from execmath.runtime.codes import Code, ExecmathError


class Flaw(StrEnum):
    """Why there are no two values to compare."""

    NO_VALUE = "no value"
    UNDECIDED = "undecided"
    MISMATCH = "mismatch"
    LIMIT = "limit"


class EvaluationError(ExecmathError):
    """No value, and no precision would bring one. `span` is the piece of the display at fault."""

    kind = Flaw.NO_VALUE
    code_of_kind: Code = codes.NO_VALUE

    def __init__(self, message: str, span: Span | None = None) -> None:
        super().__init__(self.code_of_kind, message)
        self.span = span

    def point_at(self, span: Span) -> None:
        """This piece is at fault, unless one inside of it is known to be."""
        self.span = self.span or span


class Undecided(EvaluationError):
    """No value at this precision; a higher one may bring it. `bits` more would, where a value was
    found and is not known well enough."""

    kind = Flaw.UNDECIDED
    code_of_kind = codes.UNDECIDED

    def __init__(self, message: str, span: Span | None = None, bits: int = 0) -> None:
        super().__init__(message, span)
        self.bits = bits


class Borderline(Undecided):
    """Two values would be possible, and which it is turns on a number that is not exact: whether
    it is below a threshold, say. At just such a place no precision tells, though nothing may be
    wrong there."""


class Loose(Undecided):
    """Both sides have a value, which bounds enclose; these are too wide to tell how the two
    compare."""


class Mismatch(EvaluationError):
    """Kinds that do not go together, a number where a vector belongs: so it is at every point."""

    kind = Flaw.MISMATCH
    code_of_kind = codes.MISMATCH


class TooMuch(EvaluationError):
    """A limit was reached; nothing is known about the value."""

    kind = Flaw.LIMIT
    code_of_kind = codes.TOO_MUCH


class Unsettled(TooMuch):
    """Not enough of an integral was worked out within its limit."""


class Exhausted(TooMuch):
    """The statement has done as much work as it may."""

    code_of_kind = codes.EXHAUSTED
