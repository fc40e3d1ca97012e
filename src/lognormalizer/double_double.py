"""Numbers to twice the precision: unevaluated sums of two floats, a head and a tail.

A product and a sum of two floats are floats plus what rounding lost, which is a float again. Where
that is carried in the tail, a formula that does not cancel is right to the last rounding.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
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

    __array_ufunc__ = None  # an array beside a Double leaves the operation to it

    def __add__(self, other: Any) -> Double:
        other = _lifted(other)
        head, lost = two_sum(self.head, other.head)
        return _carried(head, lost + (self.tail + other.tail))

    def __neg__(self) -> Double:
        return Double(-self.head, -self.tail)

    def __sub__(self, other: Any) -> Double:
        return self + -_lifted(other)

    def __rtruediv__(self, other: Any) -> Double:
        return _lifted(other) / self

    def __mul__(self, other: Any) -> Double:
        other = _lifted(other)
        head, lost = two_product(self.head, other.head)
        crossed = self.head * other.tail + self.tail * other.head
        return _carried(head, lost + (crossed + self.tail * other.tail))

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: Any) -> Double:
        return _lifted(other) - self

    def __truediv__(self, other: Any) -> Double:
        other = _lifted(other)
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


def choose(condition: Any, first: Double, second: Double) -> Double:
    """The first where the condition is true, the second elsewhere."""
    return Double(np.where(condition, first.head, second.head),
                  np.where(condition, first.tail, second.tail))


def exp(x: Double, raised: Any = 0, full: bool = False) -> Double:
    """The exponential times 2^raised, off by some hundredths of an ulp where it is a normal number;
    in full, by 2^-98 of itself.

    With x = n ln(2) / 64 + r it is 2^(n / 64), from a table, times exp(r), where |r| < 0.006.
    source: Tang 1989, doi:10.1145/63522.214389
    """
    head = np.clip(x.head, -FARTHEST, FARTHEST)
    x = Double(head, np.where(np.abs(head) < FARTHEST, x.tail, 0))
    n = np.rint(head / STEP_HIGH)
    octave, step = np.divmod(n.astype(np.int64) + raised * STEPS, STEPS)
    power, power_tail = POWERS[step], POWER_TAILS[step]
    if full:
        above = _expm1(Double(head - n * STEP_HIGH) + x.tail - Double(STEP_LOW, STEP_TAIL) * n)
        value = Double(power, power_tail) * (above + 1.0)
    else:
        over = np.expm1((head - n * STEP_HIGH) + (x.tail - n * STEP_LOW))
        value = _carried(power, power_tail + power * over)
    return _carried(np.ldexp(value.head, octave), np.ldexp(value.tail, octave))


def _expm1(r: Double) -> Double:
    """exp(r) - 1 = r + r^2 / 2! + ... for |r| < 0.006; the terms that are small, in floats."""
    small: Any = 0.0
    for n in range(EXP_TERMS, IN_FLOATS - 1, -1):
        small = (1 + small) * r.head / n
    total: Double = Double(1.0) + small
    for n in range(IN_FLOATS - 1, 1, -1):
        total = total * r * RECIPROCALS[n] + 1.0
    return total * r


def log(x: Double) -> Double:
    """The logarithm of a positive number, off by 2^-98 of itself; its limits at 0 and inf.

    With x = 2^n m and c near 1 / m from a table it is n ln(2) - log(c) + log(1 + r), r = c m - 1.
    source: Tang 1990, doi:10.1145/98267.98294
    """
    mantissa, exponent = np.frexp(x.head)
    exponent = exponent - (mantissa < np.sqrt(0.5))
    place = np.rint(np.ldexp(x.head, LOG_BITS - exponent)).astype(np.int64) - LOG_FIRST
    place = np.clip(place, 0, len(INVERSES) - 1)  # NaN and what is not positive may be anywhere
    product, lost = two_product(np.ldexp(x.head, -exponent), INVERSES[place])
    r = Double(product) - 1.0 + lost + np.ldexp(x.tail, -exponent) * INVERSES[place]
    near_one = Double(LOGARITHMS[place], LOGARITHM_TAILS[place]) + log1p_of_small(r)
    value = near_one + Double(LN2_LOW, LN2_TAIL) * exponent + exponent * LN2_HIGH
    usual = (x.head > 0) & np.isfinite(x.head)
    return Double(np.where(usual, value.head, np.log(x.head)), np.where(usual, value.tail, 0))


def log1p_of_small(r: Double) -> Double:
    """log(1 + r) = r - r^2 / 2 + r^3 / 3 - ... for |r| < 0.008."""
    small: Any = 0.0
    for n in range(LOG_TERMS, 7, -1):
        small = 1 / n - small * r.head
    total = Double(small)
    for n in range(7, 0, -1):
        total = RECIPROCALS[n] - total * r
    return total * r


def log1p(x: Double) -> Double:
    """log(1 + x), off by what numpy's log1p is off."""
    return Double(np.log1p(x.head), x.tail / (1 + x.head))


def split(number: Decimal | Fraction, bits: int = 53) -> tuple[float, float]:
    """A number as two floats; the first has all its bits, or so many after the point."""
    exact = Fraction(number)
    head = float(exact) if bits == 53 else round(exact * 2**bits) / 2**bits
    return head, float(exact - Fraction(head))


def _decimal(function: Callable[[], Any]) -> Any:
    with localcontext() as context:
        context.prec = 60
        return function()


EXP_TERMS, IN_FLOATS = 12, 6  # so that what comes after, and what is rounded, is below 2^-104
LOG_TERMS = 16
LOG_BITS, LOG_FIRST = 7, 90  # the table has 1 / m for m = 90 / 128, 91 / 128, ..., 182 / 128

RECIPROCALS = {n: Double(*split(Fraction(1, n))) for n in range(1, 8)}
LN2 = _decimal(lambda: Decimal(2).ln())
# The first parts have few digits, so that whole multiples of them are exact.
LN2_HIGH, _REST = split(LN2, 40)
LN2_LOW, LN2_TAIL = split(Fraction(LN2) - Fraction(LN2_HIGH))
LOG_2 = Double(*split(LN2))
STEP_HIGH, STEP_LOW = split(LN2 / STEPS, 40)
STEP_TAIL = split(Fraction(LN2) / STEPS - Fraction(STEP_HIGH) - Fraction(STEP_LOW))[0]
POWERS, POWER_TAILS = np.array(_decimal(
    lambda: [split((LN2 * j / STEPS).exp()) for j in range(STEPS)])).T
INVERSES = np.array([2**LOG_BITS / j for j in range(LOG_FIRST, 183)])
LOGARITHMS, LOGARITHM_TAILS = np.array(_decimal(
    lambda: [split(-Decimal(c).ln()) for c in INVERSES.tolist()])).T
