"""A function on a box, told by what it is in the middle and how steep it is anywhere.

A box of b x - a x^2 is as wide as those of b x and of a x^2 together, also at the top, where the
two cancel. From the middle c the function is f(c) + s (x - c), and close to the top the slope s is
small; so a narrow peak far from zero is met with few boxes in place of thousands. Sums, products
and quotients know their slopes. An exponential keeps this form of its exponent, and everything else
takes the box.

Source: R. Krawczyk and A. Neumaier, Interval Slopes for Rational Functions and Associated Centered
Forms, SIAM Journal on Numerical Analysis 22 (1985), doi:10.1137/0722037.
"""

from __future__ import annotations

from flint import acb, arb, fmpq

from execmath.arithmetic.continuation import Boxed, plain
from execmath.arithmetic.errors import Undecided
from execmath.arithmetic.values import Value

MOST_MULTIPLIED = 8  # factors of a power; a higher one is taken of the box


class Centered(Boxed):
    """For every x of its frame there is an m in `middle` and an s in `slope` so that the value is
    m + s (x - c), and it is in `box`."""

    __slots__ = ("_box", "frame", "middle", "slope")

    def __init__(self, frame: Frame, middle: Value, slope: Value, box: acb) -> None:
        self.frame, self.middle, self.slope = frame, middle, slope
        self._box = _both(box, acb(middle + slope * frame.step))

    @property
    def box(self) -> acb:
        return self._box

    def _beside(self, other: Value) -> Centered:
        """Another value in this frame. Of what knows no other slope the box is its middle."""
        if type(other) is Centered and other.frame is self.frame:
            return other
        box = acb(plain(other))
        return Centered(self.frame, box, 0, box)

    def __neg__(self) -> Centered:
        return Centered(self.frame, -self.middle, -self.slope, -self.box)

    def __add__(self, other: Value) -> Value:
        if not isinstance(other, KNOWN):
            return NotImplemented
        if isinstance(other, CONSTANTS):
            return Centered(self.frame, self.middle + other, self.slope, self.box + other)
        beside = self._beside(other)
        return Centered(self.frame, self.middle + beside.middle, self.slope + beside.slope,
                        self.box + beside.box)

    def __sub__(self, other: Value) -> Value:
        return self + -other

    def __rsub__(self, other: Value) -> Value:
        return -self + other

    def __mul__(self, other: Value) -> Value:
        if not isinstance(other, KNOWN):
            return NotImplemented
        if isinstance(other, CONSTANTS):
            return Centered(self.frame, self.middle * other, self.slope * other, self.box * other)
        beside = self._beside(other)
        return Centered(self.frame, self.middle * beside.middle,
                        self.slope * beside.box + self.middle * beside.slope,
                        self.box * beside.box)

    def inverse(self) -> Centered:
        if self.box.contains(0):
            raise Undecided("a division by what may be zero")
        return Centered(self.frame, 1 / acb(self.middle), -self.slope / (self.middle * self.box),
                        1 / self.box)

    def __truediv__(self, other: Value) -> Value:
        if isinstance(other, CONSTANTS):
            return self * (1 / (other if isinstance(other, acb) else arb(other)))
        return self * self._beside(other).inverse() if isinstance(other, Boxed) else NotImplemented

    def __rtruediv__(self, other: Value) -> Value:
        return self.inverse() * other

    def __pow__(self, exponent: int) -> Value:
        if not 0 < exponent <= MOST_MULTIPLIED:
            return self.box**exponent
        product: Value = self
        for _ in range(exponent - 1):
            product = product * self
        # As a power it is narrower: no square is negative.
        return Centered(self.frame, product.middle, product.slope, self.box**exponent)

    def __abs__(self) -> arb:
        return abs(self.box)

    def __str__(self) -> str:
        return str(self.box)

    __radd__, __rmul__ = __add__, __mul__


class Frame:
    """A box around c, and the way from c to anywhere in it."""

    def __init__(self, middle: Value, box: Value) -> None:
        self.middle, self._box = middle, acb(box)
        self.step = self._box - middle

    def variable(self) -> Centered:
        return Centered(self, self.middle, 1, self._box)


CONSTANTS = (int, fmpq, arb, acb)
KNOWN = (*CONSTANTS, Boxed)


def _both(box: acb, other: acb) -> acb:
    """What is in one box and in the other."""
    if not (box.is_finite() and other.is_finite()):
        return box if box.is_finite() else other
    return acb(box.real.intersection(other.real), box.imag.intersection(other.imag))
