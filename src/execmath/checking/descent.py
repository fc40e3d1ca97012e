"""The way down from a place to where a function of some numbers is least nearby: by the method of
Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright, Numerical Optimization, chapter 6).

In float64: what comes of it is a place to look at, and proves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite

STEPS = 40
SHORTER, SHORTENINGS = 4, 12  # of one step: so many times, so often
LEAST = 1e-15  # part of the height, by which a step has to lead down
SUFFICIENT = 1e-4  # part of the fall that the slope promises
FLAT = 1e-13

Numbers = list[float]
Function = Callable[[Sequence[float]], float]  # infinite where it has no value
Gradient = Callable[[Sequence[float]], Sequence[float]]


def lowest(function: Function, gradient: Gradient, start: Sequence[float]) -> Numbers:
    """The numbers to which the way down from `start` leads."""
    place, height, slope = list(start), function(start), list(gradient(start))
    inverse = _identity(len(place))
    for _ in range(STEPS):
        if not all(map(isfinite, slope)) or _dot(slope, slope) < FLAT**2:
            break
        direction = [-_dot(row, slope) for row in inverse]
        if not _dot(direction, slope) < 0:
            inverse, direction = _identity(len(place)), [-one for one in slope]
        step = _step(function, place, direction, height, _dot(direction, slope))
        if step == 0:
            break
        moved = [step * one for one in direction]
        place = list(map(float.__add__, place, moved))
        before, there = slope, function(place)
        if height - there <= LEAST * abs(height):
            break
        height, slope = there, list(gradient(place))
        inverse = _updated(inverse, moved, list(map(float.__sub__, slope, before)))
    return place


def _step(function: Function, place: Numbers, direction: Numbers, height: float,
          fall: float) -> float:
    """How far along a direction the function falls as its slope promises; 0 where it does not."""
    step = 1.0
    for _ in range(SHORTENINGS):
        there = function([a + step * b for a, b in zip(place, direction, strict=True)])
        if there < height + SUFFICIENT * step * fall:
            return step
        step /= SHORTER
    return 0.0


def _updated(inverse: list[Numbers], moved: Numbers, bend: Numbers) -> list[Numbers]:
    """The inverse of the second derivatives, as far as one more step tells."""
    curved = _dot(moved, bend)
    if not curved > 0 or not isfinite(1 / curved):
        return inverse
    through = [_dot(row, bend) for row in inverse]
    spread = (1 + _dot(bend, through) / curved) / curved
    size = range(len(moved))
    return [[inverse[i][j] + spread * moved[i] * moved[j]
             - (through[i] * moved[j] + moved[i] * through[j]) / curved for j in size]
            for i in size]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(map(float.__mul__, one, other))


def _identity(size: int) -> list[Numbers]:
    return [[float(i == j) for j in range(size)] for i in range(size)]
