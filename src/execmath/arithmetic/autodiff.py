"""Numbers that carry their derivatives beside them, by the rules of calculus.

A `Dual` carries slopes in any number of directions, a `Jet` the Taylor coefficients in one. Both
nest: what they hold may itself be one of them, of a derivative taken further out. The `level`
tells which: a number of a lower level, or without one, is a constant to a higher level.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from flint import fmpq

from execmath.arithmetic.values import Value, Vector, show_value

Chain = Callable[[Value], Value]
Divide = Callable[[Value, Value], Value]


class Tangent:
    """What the two have in common: which of two operands is the constant one."""

    __slots__ = ("level",)
    level: int

    @property
    @abstractmethod
    def value(self) -> Value:
        """The number without its derivatives."""

    @abstractmethod
    def _plus(self, other: Any) -> Tangent: ...

    @abstractmethod
    def _plus_constant(self, constant: Value) -> Tangent: ...

    @abstractmethod
    def _times(self, other: Any) -> Tangent: ...

    @abstractmethod
    def _scaled(self, constant: Value) -> Tangent: ...

    @abstractmethod
    def _over(self, other: Any, divide: Divide) -> Tangent: ...

    @abstractmethod
    def _below(self, constant: Value, divide: Divide) -> Tangent:
        """constant / self"""

    @abstractmethod
    def _divided(self, constant: Value, divide: Divide) -> Tangent: ...

    @abstractmethod
    def chain(self, function: Chain, slope: Chain) -> Tangent:
        """A function of this number, by the chain rule."""

    @abstractmethod
    def __neg__(self) -> Tangent: ...

    def __add__(self, other: Value) -> Value:
        if isinstance(other, Tangent):
            if other.level == self.level:
                return self._plus(other)
            if other.level > self.level:
                return other._plus_constant(self)
        elif isinstance(other, Vector):
            return NotImplemented
        return self._plus_constant(other)

    def __mul__(self, other: Value) -> Value:
        if isinstance(other, Tangent):
            if other.level == self.level:
                return self._times(other)
            if other.level > self.level:
                return other._scaled(self)
        elif isinstance(other, Vector):
            return NotImplemented
        return self._scaled(other)

    def over(self, other: Value, divide: Divide) -> Value:
        """self / other"""
        if isinstance(other, Tangent):
            if other.level == self.level:
                return self._over(other, divide)
            if other.level > self.level:
                return other._below(self, divide)
        return self._divided(other, divide)

    def below(self, other: Value, divide: Divide) -> Value:
        """other / self, where other is no tangent"""
        return self._below(other, divide)

    __radd__, __rmul__ = __add__, __mul__

    def __str__(self) -> str:
        return show_value(self.value)

    def __sub__(self, other: Value) -> Value:
        return NotImplemented if isinstance(other, Vector) else self + (-other)

    def __rsub__(self, other: Value) -> Value:
        return -self + other


class Dual(Tangent):
    """A number and its slopes, by direction; a direction that is not there has slope zero."""

    __slots__ = ("number", "slopes")

    def __init__(self, number: Value, slopes: dict[int, Value], level: int) -> None:
        self.number, self.slopes, self.level = number, slopes, level

    @property
    def value(self) -> Value:
        return self.number

    def _plus(self, other: Dual) -> Dual:
        slopes = dict(self.slopes)
        for i, slope in other.slopes.items():
            slopes[i] = slopes[i] + slope if i in slopes else slope
        return Dual(self.number + other.number, slopes, self.level)

    def _plus_constant(self, constant: Value) -> Dual:
        return Dual(self.number + constant, self.slopes, self.level)

    def _times(self, other: Dual) -> Dual:
        a, b = self.number, other.number
        slopes = {i: slope * b for i, slope in self.slopes.items()}
        for i, slope in other.slopes.items():
            slopes[i] = slopes[i] + a * slope if i in slopes else a * slope
        return Dual(a * b, slopes, self.level)

    def _scaled(self, constant: Value) -> Dual:
        slopes = {i: slope * constant for i, slope in self.slopes.items()}
        return Dual(self.number * constant, slopes, self.level)

    def _over(self, other: Dual, divide: Divide) -> Dual:
        quotient = divide(self.number, other.number)
        slopes = dict(self.slopes)
        for i, slope in other.slopes.items():
            slopes[i] = slopes.get(i, 0) - quotient * slope
        return Dual(quotient, {i: divide(slope, other.number) for i, slope in slopes.items()},
                    self.level)

    def _below(self, constant: Value, divide: Divide) -> Dual:
        quotient = divide(constant, self.number)
        factor = -divide(quotient, self.number)
        return Dual(quotient, {i: factor * slope for i, slope in self.slopes.items()}, self.level)

    def _divided(self, constant: Value, divide: Divide) -> Dual:
        slopes = {i: divide(slope, constant) for i, slope in self.slopes.items()}
        return Dual(divide(self.number, constant), slopes, self.level)

    def __neg__(self) -> Dual:
        return Dual(-self.number, {i: -slope for i, slope in self.slopes.items()}, self.level)

    def chain(self, function: Chain, slope: Chain) -> Dual:
        factor = slope(self.number)
        slopes = {i: factor * inner for i, inner in self.slopes.items()}
        return Dual(function(self.number), slopes, self.level)


class Jet(Tangent):
    """Taylor coefficients: terms[k] is the k-th derivative divided by k!."""

    __slots__ = ("terms",)

    def __init__(self, terms: list[Value], level: int) -> None:
        self.terms, self.level = terms, level

    @property
    def value(self) -> Value:
        return self.terms[0]

    def _mapped(self, function: Chain) -> Jet:
        return Jet([function(term) for term in self.terms], self.level)

    def _plus(self, other: Jet) -> Jet:
        return Jet([a + b for a, b in zip(self.terms, other.terms, strict=True)], self.level)

    def _plus_constant(self, constant: Value) -> Jet:
        return Jet([self.terms[0] + constant, *self.terms[1:]], self.level)

    def _times(self, other: Jet) -> Jet:
        return Jet([_convolved(self.terms, other.terms, k) for k in range(len(self.terms))],
                   self.level)

    def _scaled(self, constant: Value) -> Jet:
        return self._mapped(lambda term: term * constant)

    def _over(self, other: Jet, divide: Divide) -> Jet:
        quotient: list[Value] = []
        for k, term in enumerate(self.terms):
            for j, earlier in enumerate(quotient):
                term = term - earlier * other.terms[k - j]
            quotient.append(divide(term, other.terms[0]))
        return Jet(quotient, self.level)

    def _below(self, constant: Value, divide: Divide) -> Jet:
        return Jet([constant] + [0] * (len(self.terms) - 1), self.level)._over(self, divide)

    def _divided(self, constant: Value, divide: Divide) -> Jet:
        return self._mapped(lambda term: divide(term, constant))

    def __neg__(self) -> Jet:
        return self._mapped(lambda term: -term)

    def chain(self, function: Chain, slope: Chain) -> Jet:
        """From (f(x))' = f'(x) x', whose factors are needed to one order less."""
        inner = self.terms[:-1]
        outer = slope(Jet(inner, self.level) if len(inner) > 1 else inner[0])
        factor = outer.terms if isinstance(outer, Jet) and outer.level == self.level else \
            [outer] + [0] * (len(inner) - 1)
        rates = [term * k for k, term in enumerate(self.terms)][1:]
        terms = [_convolved(factor, rates, k) * fmpq(1, k + 1) for k in range(len(inner))]
        return Jet([function(self.terms[0]), *terms], self.level)


def _convolved(left: list[Value], right: list[Value], place: int) -> Value:
    total = left[0] * right[place]
    for j in range(1, place + 1):
        total = total + left[j] * right[place - j]
    return total
