"""A set of which only members near 1 are drawn: where there is an integral at each point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from flint import arb, fmpq

from execmath.arithmetic.values import Value, Vector
from execmath.domains.far_numbers import FarDraw, Irrational
from execmath.domains.numbers import Domain, to_balls

NEAREST, FARTHEST = arb(1) / 8, arb(8)
TRIES = 400


@dataclass(frozen=True)
class Near(Domain):
    """The members whose numbers are 0 or from 1/8 to 8; all, if there are none such."""

    whole: Domain

    @property
    def name(self) -> str:  # type: ignore[override]
        return self.whole.name

    def members(self) -> Sequence[Value] | None:
        return self.whole.members()

    def enumerated(self) -> Sequence[Value] | None:
        return self.whole.enumerated()

    def ends(self) -> tuple[Value, Value] | None:
        return self.whole.ends()

    def edges(self) -> list[Value]:
        return [edge for edge in self.whole.edges() if is_near(edge)] or self.whole.edges()

    def random(self, rng: Random) -> Value:
        return _near(lambda: self.whole.random(rng))

    def far(self, draw: FarDraw) -> Value:
        return _near(lambda: self.whole.far(draw))

    def contains(self, value: Value) -> bool | None:
        return self.whole.contains(value)


def _near(draw: Callable[[], Value]) -> Value:
    value = draw()
    for _ in range(TRIES):
        if is_near(value):
            break
        value = draw()
    return value


def is_near(value: Value) -> bool:
    """Is each number in it zero, or of a size that a reader takes in at a glance?"""
    if isinstance(value, Vector):
        return all(map(is_near, value.items))
    if isinstance(value, Irrational):
        value = to_balls(value)
    if not isinstance(value, fmpq | arb):
        return True
    size = abs(arb(value))
    return bool(size.is_zero() or (size >= NEAREST and size <= FARTHEST))
