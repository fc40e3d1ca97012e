"""How far, how often and to how many digits a claim is tried beyond its plain points.

An integral or an infinite sum takes as long at one point as other claims at hundreds. And there are
hundreds of altered formulas, on each of which less depends than on a claim.
"""

from __future__ import annotations

from dataclasses import dataclass

from execmath.domains.far_numbers import FARTHEST
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.language.cost import integrates, is_costly

ONE_FOR = 12  # plain points
COSTLY_FARTHEST, COSTLY_COUNT = 2.0, 2  # with an integral or an infinite sum
NEAR_FARTHEST = 1.0  # where a claim about an instance has one
AGAIN = 600  # digits; 2,000 bits
INTEGRAL_AGAIN = 60  # digits, with an integral
DEEPEST, COSTLY_DEEPEST = 10_000, 1_000  # digits at one point, where the display has so small ones
ALTERED = 8  # times less for an altered formula
BRIEF = 320  # bits, with an integral or a sum where another point may take this one's place
INTEGRANDS = 10_000  # evaluations at the points that a display points at, and as many beside them
SWITCHING = 3 * INTEGRANDS  # where a condition may hold in a narrow window only
WHOLLY = 100 * INTEGRANDS  # where none of the places may be left out


@dataclass(frozen=True)
class Effort:
    """What is known of a claim before it is tried."""

    is_costly: bool  # with an integral or an infinite sum
    integrates: bool
    is_near: bool  # tried at moderate numbers only, as in an instance
    is_altered: bool
    is_equation: bool  # in all of its links
    has_equation: bool  # or says that two sides differ

    @classmethod
    def for_claim(cls, claim: s.Claim, context: Context, near: bool, altered: bool) -> Effort:
        relations = {link.relation for link in claim.links}
        costly = is_costly(claim, context)
        return cls(costly, costly and integrates(claim, context), near, altered,
                   relations == {"="}, bool(relations & {"=", "!="}))

    def far_points(self, plain: int) -> int:
        return COSTLY_COUNT if self.is_costly else max(2, plain // ONE_FOR)

    @property
    def farthest(self) -> float:
        """In decimal places."""
        if self.is_near:
            return NEAR_FARTHEST
        return COSTLY_FARTHEST if self.is_costly else FARTHEST

    @property
    def is_pointed(self) -> bool:
        """Is it tried where it points at? Of an altered inequality it is the magnitudes that
        tell."""
        return not self.is_altered or self.has_equation

    @property
    def is_impatient(self) -> bool:
        """An altered integral may be one that no effort settles; nothing depends on it."""
        return self.is_costly and self.is_altered

    @property
    def is_bound(self) -> bool:
        return not (self.is_altered or self.is_equation)

    @property
    def takes_back(self) -> bool:
        """May plain points be out of reach? A bound may fail far out and nowhere else; an identity
        of analytic functions does not."""
        return self.is_costly and self.is_equation

    @property
    def share(self) -> int:
        return ALTERED if self.is_altered else 1

    @property
    def digits(self) -> int:
        """Of the second look at a few points."""
        return INTEGRAL_AGAIN if self.integrates else AGAIN

    @property
    def deepest(self) -> int:
        """The most digits that are compared at one point."""
        return COSTLY_DEEPEST if self.is_costly else DEEPEST

    def evaluations(self, is_cut_off: bool, may_switch: bool) -> int:
        """Of an integrand, at the places that the display points at, and beside them."""
        if is_cut_off:
            return WHOLLY
        return SWITCHING if may_switch and not self.is_altered else INTEGRANDS
