"""How hard a build tries."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from execmath.runtime import limits

if TYPE_CHECKING:  # a build in which no equation changed starts without the arithmetic
    from execmath.evaluation.lasting import Lasting


@dataclass(frozen=True)
class CheckOptions:
    """For each claim: the points, where its domain is infinite; from which seed they are drawn; how
    many correct digits both sides must have."""

    points: int = limits.POINTS
    seed: int = 0
    digits: int = limits.DIGITS
    brief: bool = False  # end at the first point that fails
    further: bool = True  # try it where the plain points do not look, too (see `probing`)
    near: bool = False  # with numbers that are neither tiny nor huge
    # At drawn points only: at the edges of sets much is zero. Statements share them, see `Lasting`.
    generic: bool = False
    # Of integrals, where many statements ask for the same ones; it changes no verdict.
    lasting: Lasting | None = field(default=None, compare=False, repr=False)

    def at_least(self, points: int) -> CheckOptions:
        """The same, at more points where a page asks for them."""
        return replace(self, points=max(self.points, points))
