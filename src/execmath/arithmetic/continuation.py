"""What is positive on the real line, continued into the plane together with its logarithm.

Around a piece of the real line an integrand is bounded on boxes. There the logarithm of e^z is z,
although what e^z goes around zero; the principal logarithm would see a cut where the integrand has
none. So an exponential keeps its exponent, and what is made from it by products, quotients and
powers knows which exponentials are in it, and which boxes: p(z) u(z) / p(z) is u(z), however wide
the box. A constant that was added is kept beside, so that 1 - (1 - e^z) is e^z again.
"""

from __future__ import annotations

from collections.abc import Mapping

from flint import acb, arb, fmpq

from execmath.arithmetic.values import Value

Parts = Mapping[int, tuple[Value, int]]  # by which number it is: the number, and how often
NOTHING = arb(0)
LARGE = 1 << 20  # an exponent that takes many of the thirty bits of a radius
ONCE: Parts = {}


class Boxed:
    """What knows more of a function than the `box` in the plane that all its values are in."""

    __slots__ = ()

    @property
    def box(self) -> acb:
        raise NotImplementedError

    def __mul__(self, other: Value) -> Value:
        raise NotImplementedError


class Continued(Boxed):
    """A factor, a product of boxes and of exponentials, which are known by their exponents; and a
    constant that is added. To the right of the imaginary axis a factor, and a box, is positive
    where it is real, and its logarithm is the principal one."""

    __slots__ = ("_box", "boxes", "constant", "exponents", "factor")

    def __init__(self, factor: Value, exponents: Parts, boxes: Parts = ONCE,
                 constant: arb = NOTHING) -> None:
        self.factor, self.exponents = factor, exponents
        self.boxes, self.constant = boxes, constant
        self._box: acb | None = None

    @property
    def box(self) -> acb:
        """Where all of it is."""
        if self._box is None:
            self._box = acb(self._factors() * _exp(plain(self._exponent())) + self.constant)
        return self._box

    def _factors(self) -> Value:
        product = self.factor
        for box, times in self.boxes.values():
            product = product * box**times
        return product

    def _exponent(self) -> Value:
        return sum((times * exponent for exponent, times in self.exponents.values()), acb(0))

    @property
    def is_product(self) -> bool:
        """Is there certainly no constant?"""
        return bool(self.constant.is_zero())

    @property
    def log(self) -> Value | None:
        """The logarithm that is real where the number is; None where its sign is not known."""
        if not self.is_product:
            return None
        factors = [(_in_balls(self.factor), 1), *self.boxes.values()]
        if not all(factor.real > 0 for factor, _ in factors):
            factors = [(_in_balls(self._factors()), 1)]
            if not factors[0][0].real > 0:
                return None
        return sum((times * factor.log() for factor, times in factors), self._exponent())

    def __str__(self) -> str:
        return str(self.box)

    def __abs__(self) -> arb:
        return abs(self.box)

    def __neg__(self) -> Continued:
        return Continued(-self.factor, self.exponents, self.boxes, -self.constant)

    def __add__(self, other: Value) -> Value:
        if isinstance(other, int | fmpq | arb):
            return Continued(self.factor, self.exponents, self.boxes, self.constant + other)
        return self.box + plain(other)

    def __sub__(self, other: Value) -> Value:
        return self + -other

    def __rsub__(self, other: Value) -> Value:
        return -self + other

    def __mul__(self, other: Value) -> Value:
        if isinstance(other, int | fmpq | arb):
            return Continued(self.factor * other, self.exponents, self.boxes,
                             self.constant * other)
        if not isinstance(other, acb | Continued):
            return other * self.box if isinstance(other, Boxed) else NotImplemented
        if not self.is_product:
            return self.box * other
        beside = as_product(other)
        return Continued(self.factor * beside.factor, _sum(self.exponents, beside.exponents),
                         _sum(self.boxes, beside.boxes))

    def inverse(self) -> Value:
        return self ** -1

    def __truediv__(self, other: Value) -> Value:
        if isinstance(other, acb | Continued):
            return self * as_product(other).inverse()
        return self * (1 / (arb(other) if isinstance(other, int | fmpq) else other))

    def __rtruediv__(self, other: Value) -> Value:
        return self.inverse() * other

    def __pow__(self, exponent: int) -> Value:
        if not self.is_product:
            return self.box**exponent
        return Continued(_in_balls(self.factor) ** exponent, _times(self.exponents, exponent),
                         _times(self.boxes, exponent))

    __radd__, __rmul__ = __add__, __mul__


def _exp(exponent: acb) -> acb:
    """Of a wide box far out. A radius has thirty bits, and they would not do for where it is."""
    if abs(exponent.real.mid()) < LARGE:
        return exponent.exp()
    middle = acb(exponent.real.mid(), exponent.imag.mid())
    return middle.exp() * (exponent - middle).exp()


def _in_balls(factor: Value) -> Value:
    return factor if type(factor) is acb else arb(factor)


def as_product(value: acb | Continued) -> Continued:
    """Of one box; in it the box is known again."""
    return value if type(value) is Continued and value.is_product else \
        Continued(1, {}, {id(box := plain(value)): (box, 1)})


def exponential(exponent: acb | Boxed) -> Continued:
    # The exponent is kept, and so its id is unique.
    return Continued(1, {id(exponent): (exponent, 1)})


def _times(parts: Parts, exponent: int) -> Parts:
    return {key: (number, times * exponent) for key, (number, times) in parts.items()}


def _sum(left: Parts, right: Parts) -> Parts:
    total = dict(left)
    for key, (number, times) in right.items():
        total[key] = number, times + (total[key][1] if key in total else 0)
    return {key: pair for key, pair in total.items() if pair[1]}


def plain(value: Value) -> Value:
    """The box alone."""
    return value.box if isinstance(value, Boxed) else value
