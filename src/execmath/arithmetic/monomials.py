"""How fast functions grow: products of powers, logarithms and exponentials on a half line.

A monomial is exp of a sum of constants times what grows: log x, log log x, and other monomials. So
x^a is exp(a log x), and a bell is exp(-x^2). Whether one falls towards infinity is read off from
its elasticity x m'(x)/m(x), which is a sum of monomials itself: a statement about all x from some
start on, not about those that were looked at.

Source: the exponents and the order are those of a Hardy field, see J. van der Hoeven, Transseries
and Real Differential Algebra (2006), doi:10.1007/3-540-35590-1; the bounds are balls.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from itertools import count
from math import factorial

from flint import acb, acb_series, arb, ctx

from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.values import Value

START = 16  # from here on the logarithm of the logarithm of the logarithm is positive
MAX_LOGS = 3
MAX_NESTING = 24  # of questions about growth, each about simpler monomials than the one before
NOTHING, ONCE, EVER = arb(0), arb(1), arb.pos_inf()

Interval = tuple[arb, arb]


class Unbounded(EvaluationError):
    """No bound towards infinity was found; there may be one."""


class Unclear(Unbounded):
    """The same, as an exponent is not known well enough to tell its sign; with more bits it is."""


def exactly(ball: arb) -> tuple[object, ...]:
    """Two balls are the same if these are."""
    return (*ball.mid().man_exp(), *ball.rad().man_exp()) if ball.is_finite() else (str(ball),)


def between(lower: Value, upper: Value) -> arb:
    """The ball that holds both, and all that is between."""
    return arb(lower).union(arb(upper))


class Monomial:
    """exp(sum of constants times what grows): k is the k-th iterated logarithm of x. Two that are
    written alike are equal."""

    def __init__(self, exponents: Mapping[int | Monomial, arb]) -> None:
        self.exponents = {b: c for b, c in exponents.items() if not c.is_zero()}
        self.key = frozenset((b, exactly(c)) for b, c in self.exponents.items())
        self._hash = hash(self.key)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Monomial) and self.key == other.key)

    def __mul__(self, other: Monomial) -> Monomial:
        if not (self.exponents and other.exponents):
            return self if self.exponents else other
        return _multiplied(self, other, ctx.prec)

    def to_the(self, power: Value) -> Monomial:
        return Monomial({b: c * power for b, c in self.exponents.items()})

    def over(self, other: Monomial) -> Monomial:
        return _multiplied(self, other, ctx.prec, -1) if other.exponents else self

    @cached_property
    def basis(self) -> int | Monomial:
        """What it is in an exponent: log x stands there as such."""
        (basis, constant), *more = self.exponents.items()
        if not more and isinstance(basis, int) and basis > 1 and constant == 1:
            return basis - 1
        return self

    @cached_property
    def growth(self) -> Mapping[Monomial, arb]:
        """Its elasticity x m'(x)/m(x), as a sum of monomials with constants."""
        total: dict[Monomial, arb] = {}
        for basis, constant in self.exponents.items():
            if isinstance(basis, int):
                # x times the slope of the k-th logarithm: one over all that are between
                below = Monomial({k: arb(-1) for k in range(2, basis + 1)})
                total[below] = total.get(below, NOTHING) + constant
                continue
            for factor, rate in basis.growth.items():
                whole = factor * basis
                total[whole] = total.get(whole, NOTHING) + constant * rate
        return {m: c for m, c in total.items() if not c.is_zero()}


@lru_cache(maxsize=1 << 14)
def _multiplied(left: Monomial, right: Monomial, bits: int, sign: int = 1) -> Monomial:
    exponents = dict(left.exponents)
    for basis, constant in right.exponents.items():
        present = exponents.get(basis, NOTHING)
        # As of monomials, those that are written alike are equal.
        cancels = sign < 0 and exactly(present) == exactly(constant)
        exponents[basis] = NOTHING if cancels else present + sign * constant
    return Monomial(exponents)


ONE = Monomial({})
X = Monomial({1: ONCE})


def logarithm(depth: int) -> Monomial:
    """The iterated logarithm of this depth, as a monomial."""
    if depth > MAX_LOGS - 1:
        raise Unbounded("too many logarithms within each other")
    return Monomial({depth + 1: ONCE})


class Ray:
    """All x from `start` on. Its number tells which of two was there first;
    `is_counted` is whether x goes through the whole numbers."""

    _numbers = count()

    def __init__(self, start: Value, is_counted: bool = False) -> None:
        self.start, self.number, self.is_counted = arb(start), next(self._numbers), is_counted
        self.logs = [self.start]
        for _ in range(MAX_LOGS):
            self.logs.append(self.logs[-1].log())
        self._values: dict[Monomial, arb] = {ONE: ONCE}
        self._elasticities: dict[Monomial, Interval | None] = {ONE: (NOTHING, NOTHING)}
        self._nesting = 0

    def at_start(self, monomial: Monomial) -> arb:
        """The value at the start of the ray."""
        if monomial not in self._values:
            exponent = NOTHING
            for basis, constant in monomial.exponents.items():
                exponent += constant * (self.logs[basis] if isinstance(basis, int)
                                        else self.at_start(basis))
            self._values[monomial] = exponent.exp()
        return self._values[monomial]

    def elasticity(self, monomial: Monomial) -> Interval:
        """An interval that holds x m'(x)/m(x) for all x of the ray."""
        if monomial not in self._elasticities:
            self._elasticities[monomial] = None  # a circle would be no proof
            if self._nesting > MAX_NESTING:
                raise Unbounded("growth that is nested too deeply")
            self._nesting += 1
            try:
                self._elasticities[monomial] = self.range_of(monomial.growth)
            except Unbounded:
                pass
            finally:
                self._nesting -= 1
        elasticity = self._elasticities[monomial]
        if elasticity is None:
            raise Unbounded("growth that is not told")
        return elasticity

    def rate(self, monomial: Monomial) -> Interval:
        """An interval that holds m'(x)/m(x) for all x of the ray."""
        return self.range_of({m.over(X): c for m, c in monomial.growth.items()})

    def falls(self, monomial: Monomial) -> bool:
        """Is it certain not to grow anywhere on the ray?"""
        try:
            return bool(self.elasticity(monomial)[1] <= 0)
        except Unbounded:
            return False

    def extent(self, monomial: Monomial) -> Interval:
        """An interval that holds its values."""
        if monomial is ONE or not monomial.exponents:
            return ONCE, ONCE
        value = self.at_start(monomial)
        least, most = self._of_logarithms(monomial) or self.elasticity(monomial)
        if most <= 0:
            return NOTHING, value.upper()
        if least >= 0:
            return value.lower(), EVER
        raise Unbounded("a function that may rise and fall")

    @staticmethod
    def _of_logarithms(monomial: Monomial) -> Interval | None:
        """Which way it goes, told without its elasticity, which is made of the like."""
        if not set(map(type, monomial.exponents)) <= {int}:
            return None
        if all(constant <= 0 for constant in monomial.exponents.values()):
            return -EVER, NOTHING
        return (NOTHING, EVER) if all(c >= 0 for c in monomial.exponents.values()) else None

    def leading(self, terms: Mapping[Monomial, Value]) -> tuple[Monomial, Value]:
        """The term that no other outgrows, with the factor that makes it the sum of all."""
        if len(terms) == 1:
            return next(iter(terms.items()))
        for monomial, constant in terms.items():
            others = [(m.over(monomial), c) for m, c in terms.items() if m is not monomial]
            if not all(self.falls(ratio) for ratio, _ in others):
                continue
            for ratio, beside in others:
                constant = constant + beside * between(0, self.at_start(ratio))
            return monomial, constant
        raise Unbounded("a sum of which no term is certain to be the largest")

    def range_of(self, terms: Mapping[Monomial, Value]) -> Interval:
        """An interval that holds the sum of constants, or of what is in balls, times monomials."""
        if not terms:
            return NOTHING, NOTHING
        monomial, factor = self.leading(terms)
        if isinstance(factor, acb):
            raise Unbounded("a bound of what is not real")
        lower, upper = self.extent(monomial)
        least, most = factor.lower(), factor.upper()
        return (_product(least, upper if least < 0 else lower),
                _product(most, lower if most < 0 else upper))

    # ------------------------------------------------------------------ integrals and sums

    def integral(self, monomial: Monomial) -> arb:
        """From the start to infinity."""
        closed = self._in_closed_form(monomial)
        return self._between_bounds(monomial) if closed is None else closed

    def _in_closed_form(self, monomial: Monomial) -> arb | None:
        """Of a power beside an exponential, or beside logarithms; None of others."""
        if _is_power_beside_exponential(monomial):
            power, rate = monomial.exponents[1] + 1, -monomial.exponents[X]
            return (rate * self.start).gamma_upper(power) / rate**power
        if set(map(type, monomial.exponents)) <= {int} and not (monomial * X).exponents.get(1):
            # As often as not 1/(x log^2 x): in log x it is a power.
            return Ray(self.logs[1]).integral(_in_the_logarithm(monomial * X))
        if set(monomial.exponents) == {1, 2} and monomial.exponents[1] < -1:
            # A power with logarithms: in log x an exponential with a power.
            inner = Monomial({1: monomial.exponents[2], X: monomial.exponents[1] + 1})
            return Ray(self.logs[1]).integral(inner)
        return None

    def _between_bounds(self, monomial: Monomial) -> arb:
        value, enclosures = self.at_start(monomial), []
        for least, most, whole in (self._by_elasticity(monomial, value),
                                   self._by_rate(monomial, value)):
            if most < 0:
                low = whole / -least if least.is_finite() else 0
                enclosures.append(between(low, whole / -most))
        if not enclosures:
            raise _not_told(monomial, "an integral that is not told to converge")
        return min(enclosures, key=lambda ball: ball.rad())

    def _by_elasticity(self, monomial: Monomial, value: arb) -> tuple[arb, arb, arb]:
        least, most = self.elasticity(monomial)
        return least + 1, most + 1, self.start * value

    def _by_rate(self, monomial: Monomial, value: arb) -> tuple[arb, arb, arb]:
        try:
            return *self.rate(monomial), value
        except Unbounded:
            return NOTHING, NOTHING, value

    def sum(self, monomial: Monomial) -> arb:
        """Over the whole numbers from the start on, which is one of them."""
        value, (least, most) = self.at_start(monomial), self.rate(monomial)
        if most < 0:  # the ratio of each term to the one before it
            return between(value / (1 - least.exp()), value / (1 - most.exp()))
        if (derivative := _order_of_zeta(monomial)) is not None:
            return _zeta(-monomial.exponents[1], self.start, derivative)
        if most <= 0:
            area = self.integral(monomial)
            return between(area, value + area)
        if _is_power_beside_exponential(monomial):
            # It rises to one peak: a sum is no farther from the integral than that is high.
            area, peak = self.integral(monomial), self._peak(monomial)
            return area + between(-peak, peak)
        raise _not_told(monomial, "a sum that is not told to converge")

    def _peak(self, monomial: Monomial) -> arb:
        """The largest value of x^s e^{-r x}."""
        power, rate = monomial.exponents[1], -monomial.exponents[X]
        there = (power / rate).max(self.start)
        return there**power * (-rate * there).exp()

    def is_too_large(self, terms: Mapping[Monomial, Value]) -> bool:
        """Is the sum of these terms certain to have no integral, and no sum, to infinity?"""
        try:
            monomial, factor = self.leading(terms)
            if isinstance(factor, acb) or factor.contains(0):
                return False
            shifted = monomial * X
            if set(map(type, shifted.exponents)) <= {int} and not shifted.exponents.get(1):
                return Ray(self.logs[1]).is_too_large({_in_the_logarithm(shifted): factor})
            return bool(self.elasticity(monomial)[0] >= -1)
        except Unbounded:
            return False


def _is_power_beside_exponential(monomial: Monomial) -> bool:
    return set(monomial.exponents) == {1, X} and bool(monomial.exponents[X] < 0)


def _not_told(monomial: Monomial, message: str) -> Unbounded:
    return (Unclear if _has_open_sign(monomial) else Unbounded)(message)


def _has_open_sign(monomial: Monomial) -> bool:
    """May an exponent be on either side of 0, or of -1, as far as its ball tells?"""
    return any(not exponent.is_exact() and (exponent.contains(0) or exponent.contains(-1))
               for exponent in monomial.exponents.values())


def _order_of_zeta(monomial: Monomial) -> int | None:
    """The power of log x beside x^-s with s > 1; None for what is not of this form."""
    logarithms = monomial.exponents.get(2, NOTHING)
    if not set(monomial.exponents) <= {1, 2} or not monomial.exponents.get(1, NOTHING) < -1 \
            or not (logarithms.is_exact() and logarithms.is_integer() and 0 <= logarithms <= 8):
        return None
    return int(logarithms.unique_fmpz() or 0)


def _zeta(s: arb, start: arb, order: int) -> arb:
    """The sum of x^-s log^n x over the whole numbers from the start on: the derivative of
    Hurwitz's zeta function by s of this order, but for a sign."""
    around = acb_series([acb(s), acb(1)], order + 1)
    coefficient: arb = acb_series.zeta(around, acb(start))[order].real
    sign = -1 if order % 2 else 1
    return coefficient * (sign * factorial(order))


def _in_the_logarithm(monomial: Monomial) -> Monomial:
    """A product of logarithms of x, as one of log x and its logarithms."""
    return Monomial({k - 1: c for k, c in monomial.exponents.items() if isinstance(k, int)})


def _product(left: arb, right: arb) -> arb:
    """Of two ends of intervals: nothing times infinity is nothing."""
    return NOTHING if left.is_zero() or right.is_zero() else left * right
