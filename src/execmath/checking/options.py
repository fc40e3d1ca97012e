"""How hard a build tries."""

from __future__ import annotations

from dataclasses import dataclass

from execmath.runtime import limits


@dataclass(frozen=True)
class Effort:
    """For each claim: the points, where its domain is infinite; from which seed they are drawn; how
    many correct digits both sides must have."""

    points: int = limits.POINTS
    seed: int = 0
    digits: int = limits.DIGITS
    brief: bool = False  # end at the first point that fails
