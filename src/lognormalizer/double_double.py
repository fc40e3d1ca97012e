"""Numbers to twice the precision: unevaluated sums of two floats, a head and a tail.

A product and a sum of two floats are floats plus what rounding lost, which is a float again. Where
that is carried in the tail, a formula that does not cancel is right to the last rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

SPLITTER = 2.0**27 + 1
STEPS = 64  # of an octave; between them the exponential is within 1% of a power in the table
FARTHEST = 20000.0  # exp is 0 or inf there, also in longer floats


def two_sum(a: Any, b: Any) -> tuple[Any, Any]:
    """a + b as a float, and what rounding lost.

    source: Knuth 1997, *Seminumerical Algorithms*, section 4.2.2, theorem B
    """
    total = a + b
    other = total - a
    return total, (a - (total - other)) + (b - other)


def two_product(a: Any, b: Any) -> tuple[Any, Any]:
    """a * b as a float, and what rounding lost.

    source: Dekker 1971, doi:10.1007/BF01397083
    """
    (a_high, a_low), (b_high, b_low) = _halves(a), _halves(b)
    product = a * b
    missing = ((product - a_high * b_high) - a_low * b_high) - a_high * b_low
    return product, a_low * b_low - missing


def _halves(a: Any) -> tuple[Any, Any]:
    """Two floats with half of the digits each; of numbers too large for that, the number and 0."""
    scaled = SPLITTER * a
    high = np.where(np.isfinite(scaled), scaled - (scaled - a), a)
    return high, a - high


@dataclass(frozen=True)
class Double:
    """head + tail, where the tail is at most half an ulp of the head; 0 beside inf."""

    head: Any
    tail: Any = 0.0

    def __add__(self, other: Any) -> Double:
        other = _lifted(other)
        head, lost = two_sum(self.head, other.head)
        return _carried(head, lost + (self.tail + other.tail))

    def __neg__(self) -> Double:
        return Double(-self.head, -self.tail)

    def __sub__(self, other: Any) -> Double:
        return self + -_lifted(other)

    def __mul__(self, other: Any) -> Double:
        other = _lifted(other)
        head, lost = two_product(self.head, other.head)
        crossed = self.head * other.tail + self.tail * other.head
        return _carried(head, lost + (crossed + self.tail * other.tail))

    def __truediv__(self, other: Double) -> Double:
        quotient = self.head / other.head
        rest = self - other * quotient
        return _carried(quotient, rest.rounded() / other.head)

    def where(self, mask: Array) -> Double:
        """This where the mask is true; 0 elsewhere."""
        return Double(np.where(mask, self.head, 0), np.where(mask, self.tail, 0))

    def sum(self) -> Double:
        """Over the last axis, which is kept: of pairs, then pairs of pairs."""
        total = self
        while (count := total.head.shape[-1]) > 1:
            half = count // 2
            pairs = total.part(0, half) + total.part(half, 2 * half)
            rest = total.part(2 * half, count)
            total = Double(np.concatenate([pairs.head, rest.head], axis=-1),
                           np.concatenate([pairs.tail, rest.tail], axis=-1))
        return total

    def part(self, start: int, stop: int) -> Double:
        """Of the last axis."""
        return Double(self.head[..., start:stop], self.tail[..., start:stop])

    def rounded(self) -> Any:
        return self.head + self.tail


def _lifted(value: Any) -> Double:
    return value if isinstance(value, Double) else Double(value)


def _carried(head: Any, tail: Any) -> Double:
    """Their sum, with a tail of at most half an ulp of the head; of none beside inf and NaN."""
    total = np.where(np.isfinite(head), head + tail, head)
    return Double(total, np.where(np.isfinite(total), tail - (total - head), 0))


def exp(x: Double, raised: int = 0) -> Double:
    """The exponential times 2^raised, off by some hundredths of an ulp where it is a normal number.

    With x = n ln(2) / 64 + r it is 2^(n / 64), from a table, times exp(r), where |r| < 0.006.
    source: Tang 1989, doi:10.1145/63522.214389
    """
    head = np.clip(x.head, -FARTHEST, FARTHEST)
    n = np.rint(head / STEP_HIGH)
    above = np.expm1((head - n * STEP_HIGH) + (x.tail - n * STEP_LOW))
    octave, step = np.divmod(n.astype(np.int64) + raised * STEPS, STEPS)
    power = POWERS[step]
    found = _carried(power, POWER_TAILS[step] + power * above)
    return _carried(np.ldexp(found.head, octave), np.ldexp(found.tail, octave))


def log1p(x: Double) -> Double:
    """log(1 + x), off by what numpy's log1p is off."""
    return Double(np.log1p(x.head), x.tail / (1 + x.head))


def _constants() -> tuple[float, float, Array, Array]:
    with localcontext() as context:
        context.prec = 50
        step = Decimal(2).ln() / STEPS
        factor = step.exp()
        high = float(round(step * 2**40)) / 2**40  # few digits, so that n * high is exact
        exact = [factor**j for j in range(STEPS)]
        powers = [float(power) for power in exact]
        tails = [float(a - Decimal(b)) for a, b in zip(exact, powers, strict=True)]
        return high, float(step - Decimal(high)), np.array(powers), np.array(tails)


STEP_HIGH, STEP_LOW, POWERS, POWER_TAILS = _constants()
