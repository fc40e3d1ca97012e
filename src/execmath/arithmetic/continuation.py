"""What is positive on the real line, continued into the plane together with its logarithm.

Around a piece of the real line an integrand is bounded on boxes. There the logarithm of e^z is z,
although what e^z goes around zero; the principal logarithm would see a cut where the integrand has
none. So an exponential keeps its exponent, and what is made from it by products, quotients and
powers knows which exponentials are in it: p(z) u(z) / p(z) is u(z), however wide the box.
"""

from __future__ import annotations

from collections.abc import Mapping

from flint import acb, arb, fmpq

from execmath.arithmetic.values import Value

Exponents = Mapping[int, tuple[acb, int]]  # by which exponential it is: its exponent, how often


class Continued:
    """A factor times exponentials. To the right of the imaginary axis a factor is positive where
    it is real, and its logarithm is the principal one."""

    __slots__ = ("_box", "exponents", "factor")

    def __init__(self, factor: Value, exponents: Exponents) -> None:
        self.factor, self.exponents = factor, exponents
        self._box: acb | None = None

    @property
    def box(self) -> acb:
        """Where all of it is."""
        if self._box is None:
            self._box = acb(self.factor * self._exponent().exp())
        return self._box

    def _exponent(self) -> acb:
        return sum((times * exponent for exponent, times in self.exponents.values()), acb(0))

    @property
    def log(self) -> Value | None:
        """The logarithm that is real where the number is; None where its sign is not known."""
        factor = self.factor if type(self.factor) is acb else arb(self.factor)
        return self._exponent() + factor.log() if factor.real > 0 else None

    def __str__(self) -> str:
        return str(self.box)

    def __abs__(self) -> arb:
        return abs(self.box)

    def __neg__(self) -> Continued:
        return Continued(-self.factor, self.exponents)

    def __add__(self, other: Value) -> Value:
        return self.box + plain(other)

    def __sub__(self, other: Value) -> Value:
        return self.box - plain(other)

    def __rsub__(self, other: Value) -> Value:
        return other - self.box

    def __mul__(self, other: Value) -> Value:
        if type(other) is Continued:
            return Continued(self.factor * other.factor, _sum(self.exponents, other.exponents))
        if isinstance(other, int | fmpq | arb | acb):
            return Continued(self.factor * other, self.exponents)
        return NotImplemented

    def inverse(self) -> Continued:
        return Continued(1 / (self.factor if type(self.factor) is acb else arb(self.factor)),
                         {key: (e, -times) for key, (e, times) in self.exponents.items()})

    def __truediv__(self, other: Value) -> Value:
        if isinstance(other, int | fmpq):
            other = arb(other)
        return self * (other.inverse() if type(other) is Continued else 1 / other)

    def __rtruediv__(self, other: Value) -> Value:
        return self.inverse() * other

    def __pow__(self, exponent: int) -> Continued:
        return Continued(self.factor**exponent,
                         {key: (e, times * exponent) for key, (e, times) in self.exponents.items()})

    __radd__, __rmul__ = __add__, __mul__


def exponential(exponent: acb) -> Continued:
    # The exponent is kept, and so its id is unique.
    return Continued(1, {id(exponent): (exponent, 1)})


def _sum(left: Exponents, right: Exponents) -> Exponents:
    total = dict(left)
    for key, (exponent, times) in right.items():
        total[key] = exponent, times + (total[key][1] if key in total else 0)
    return {key: pair for key, pair in total.items() if pair[1]}


def plain(value: Value) -> Value:
    """The box alone."""
    return value.box if type(value) is Continued else value
