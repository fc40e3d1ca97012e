"""Functions as they are far out: what a formula is worth for all x from some start on, at once.

A `Germ` takes the place of a number when a formula is evaluated. It is a sum of monomials, see
`monomials`, each with a factor: a constant that is known as a ball, or anything that stays in a
ball ("loose"). Arithmetic on germs is such that what is said is true at every x of the ray. So a
bound of the tail of an integral or a sum is a statement about infinity, proved from the formula
itself; where the rules find none they raise `Unbounded`.
"""

from __future__ import annotations

from collections.abc import Callable
from math import factorial
from typing import NamedTuple

from flint import acb, arb, ctx, fmpq

from execmath.arithmetic.batch import Batch
from execmath.arithmetic.continuation import Boxed, Continued, plain
from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.monomials import (
    NOTHING,
    ONCE,
    ONE,
    Interval,
    Monomial,
    Ray,
    Unbounded,
    X,
    between,
    logarithm,
)
from execmath.arithmetic.values import Value

MAX_SUMMANDS = 200
MANY_SUMMANDS = 24  # above which those that are loose are taken together
MAX_POWER = 12  # of a sum of which no term is certain to be the largest
ORDER, MAX_ORDER = 4, 16  # of the expansion of a function of what fades away
BITS_A_TERM = 80  # of the precision, for which there is one more term in it
UNIT, SHARE = arb(0, 1), arb("0.5 +/- 0.5")  # [-1, 1] and [0, 1]
PLAIN = frozenset({int, fmpq, arb, acb, Continued})


class Factor(NamedTuple):
    """A constant in a ball; or, `loose`, any function with values in the ball."""

    ball: Value
    loose: bool = False

    def is_nothing(self) -> bool:
        """Exactly; a ball that only may be zero is something."""
        return not self.ball.terms if type(self.ball) is Germ else bool(self.ball.is_zero())

    def __add__(self, other: Factor) -> Factor:  # type: ignore[override]  # no tuple's
        return Factor(self.ball + other.ball, self.loose or other.loose)

    def __mul__(self, other: Factor) -> Factor:  # type: ignore[override]
        return Factor(self.ball * other.ball, self.loose or other.loose)


Terms = dict[Monomial, Factor]


class Germ:
    """A function on a ray; `whole` is whether it is a whole number wherever x is."""

    __slots__ = ("ray", "terms", "whole")

    def __init__(self, ray: Ray, terms: Terms, whole: bool = False) -> None:
        if len(terms) > MANY_SUMMANDS:
            terms = _taken_together(ray, terms)
        if len(terms) > MAX_SUMMANDS:
            raise Unbounded("a sum of too many terms")
        self.ray, self.whole = ray, whole
        self.terms = {m: f for m, f in terms.items() if not f.is_nothing()}

    def _like(self, value: Value) -> Germ:
        """A number, as a germ on the same ray; or what goes to infinity for itself."""
        if type(value) is Germ:
            return value if value.ray is self.ray else Germ(self.ray, {ONE: Factor(value)})
        ball = value if type(value) in (arb, acb) else \
            value.box if isinstance(value, Boxed) else arb(value)
        return Germ(self.ray, {ONE: Factor(ball)}, type(value) is int)

    def _loose(self, ball: Value) -> Germ:
        """Any function with values in the ball."""
        if not ball.is_finite():
            raise Unbounded("a function that may have a pole")
        return Germ(self.ray, {ONE: Factor(ball, loose=True)})

    def _gives_way_to(self, other: Value) -> bool:
        """Is the result of another kind? Of two that go to infinity, it is one in the later, the
        inner one; what goes further out is a constant to it."""
        if type(other) is Germ:
            return other.ray.number > self.ray.number
        return type(other) not in PLAIN

    # -------------------------------------------------------------------------- arithmetic

    def __neg__(self) -> Germ:
        return Germ(self.ray, {m: Factor(-f.ball, f.loose) for m, f in self.terms.items()},
                    self.whole)

    def __add__(self, other: Value) -> Value:
        if self._gives_way_to(other):
            return NotImplemented if type(other) is not Germ else other + self
        beside = self._like(other)
        terms = dict(self.terms)
        for monomial, factor in beside.terms.items():
            terms[monomial] = terms[monomial] + factor if monomial in terms else factor
        return Germ(self.ray, terms, self.whole and beside.whole)

    def __mul__(self, other: Value) -> Value:
        if self._gives_way_to(other):
            return NotImplemented if type(other) is not Germ else other * self
        beside = self._like(other)
        terms: Terms = {}
        for left, a in self.terms.items():
            for right, b in beside.terms.items():
                product, factor = left * right, a * b
                terms[product] = terms[product] + factor if product in terms else factor
        return Germ(self.ray, terms, self.whole and beside.whole)

    __radd__, __rmul__ = __add__, __mul__

    def __sub__(self, other: Value) -> Value:
        beside = -other
        return self + beside if beside is not NotImplemented else NotImplemented

    def __rsub__(self, other: Value) -> Value:
        return -self + other

    def __truediv__(self, other: Value) -> Value:
        if type(other) in PLAIN:
            return self * (1 / (arb(other) if isinstance(other, int | fmpq) else other))
        return self * other.to_the(-1) if type(other) is Germ else NotImplemented

    def __rtruediv__(self, other: Value) -> Value:
        return self.to_the(-1) * other

    # ------------------------------------------------------------------------------ bounds

    def _balls(self) -> dict[Monomial, Value]:
        balls = {m: f.ball for m, f in self.terms.items()}
        if any(type(ball) is Germ for ball in balls.values()):
            raise Unbounded("a bound where two go to infinity")
        return balls

    def loosened(self) -> Germ:
        """The same, of which nothing is known but where it is."""
        return Germ(self.ray, {m: Factor(f.ball, loose=True) for m, f in self.terms.items()})

    def extent(self) -> Interval:
        """An interval that holds all values."""
        return self.ray.range_of(self._balls())

    def sign(self) -> int:
        """1 or -1 where it is certain for all x, otherwise 0."""
        try:
            _, factor = self.ray.leading(self._balls())
        except Unbounded:
            return 0
        if type(factor) is acb:
            return 0
        return 1 if factor > 0 else -1 if factor < 0 else 0

    def integral(self) -> Value:
        """From the start of the ray to infinity; raises EvaluationError where there is none."""
        return self._total(self.ray.integral, "an integral that does not converge")

    def sum(self) -> Value:
        """Over the whole numbers of the ray."""
        return self._total(self.ray.sum, "an infinite sum that does not converge")

    def _total(self, of_monomial: Callable[[Monomial], arb], otherwise: str) -> Value:
        try:
            return sum((_constant(f) * of_monomial(m) for m, f in self.terms.items()), NOTHING)
        except Unbounded:
            if self.ray.is_too_large(self._balls()):
                raise EvaluationError(otherwise) from None
            raise

    # ------------------------------------------------------- what is left beside the leading

    def _split(self) -> tuple[Monomial, Factor, Germ]:
        """g = leading term times (1 + rest); and what is left over fades away."""
        if not self.terms:
            raise Unbounded("what is nothing far out has no leading term")
        monomial, _ = self.ray.leading(self._balls())
        factor = self.terms[monomial]
        if factor.ball.contains(0):
            raise Unbounded("a leading term that may be nothing")
        inverse = Factor(1 / factor.ball, factor.loose)
        rest = {m.over(monomial): f * inverse for m, f in self.terms.items() if m != monomial}
        return monomial, factor, Germ(self.ray, rest)

    def _reach(self) -> Value:
        """The ball of what this is anywhere on the ray, where all its terms only fall."""
        total: Value = NOTHING
        for monomial, ball in self._balls().items():
            if not self.ray.falls(monomial):
                raise Unbounded("a function that is not told to be bounded")
            extent = ONCE if monomial == ONE else between(0, self.ray.at_start(monomial))
            total = total + ball * extent
        return total

    def _expanded(self, derivative: Callable[[int, Value], Value]) -> Germ:
        """The function, of which `derivative` tells the k-th one divided by k!, of this germ that
        fades away: by Taylor's theorem around zero."""
        few, more = len(self.terms), min(ORDER + ctx.prec // BITS_A_TERM, MAX_ORDER)
        if self.ray.is_counted:
            more = MAX_ORDER  # a sum has to come to an end soon, an integral only takes more pieces
        order = 1 if few > 4 else 2 if few > 2 else more if few == 1 or self.ray.is_counted else \
            ORDER
        if not self.terms:
            return self._like(derivative(0, NOTHING))
        reach = _with_zero(self._reach())
        power, total = self._like(1), self._like(derivative(0, NOTHING))
        for k in range(1, order):
            power = power * self
            total = total + power * derivative(k, NOTHING)
        germ: Germ = total + power * self * self._loose(derivative(order, reach))
        return germ

    # ----------------------------------------------------------------------------- powers

    def to_the(self, exponent: Value) -> Germ:
        """For an integer, or a real number and what is positive."""
        if isinstance(exponent, int) and 0 <= exponent <= 4 \
                and len(self.terms) ** exponent <= MAX_SUMMANDS:
            return self._multiplied(exponent)
        try:
            return self._by_leading(exponent)
        except Unbounded:
            if not isinstance(exponent, int) or not 0 <= exponent <= MAX_POWER:
                raise
            return self._multiplied(exponent)

    def _multiplied(self, times: int) -> Germ:
        result = self._like(1)
        for _ in range(times):
            result = result * self
        return result

    def _by_leading(self, exponent: Value) -> Germ:
        monomial, factor, rest = self._split()
        whole = isinstance(exponent, int)
        if not whole and not (type(factor.ball) is arb and factor.ball > 0):
            raise Unbounded("a power of what may not be positive")
        power = exponent if whole else arb(exponent)
        if not rest._reach().abs_upper() < 1:
            raise Unbounded("a sum whose largest term is not large enough")
        leading = Germ(self.ray, {monomial.to_the(power): Factor(factor.ball**power,
                                                                factor.loose)})
        germ: Germ = leading * rest._expanded(
            lambda k, at: _falling(power, k) * (1 + at) ** (power - k))
        return germ

    def raised(self, exponent: Value) -> Germ:
        """self to any exponent."""
        if type(exponent) is not Germ and not isinstance(exponent, acb):
            return self.to_the(exponent)
        if type(exponent) is Germ and exponent.whole and self.sign() == -1:
            size: Germ = (-self).log() * exponent
            return size.exp()._turned(UNIT)
        power: Germ = self.log() * exponent
        return power.exp()

    def _turned(self, phase: Value) -> Germ:
        """Times what is one of this ball at each x."""
        turned: Germ = self * self._loose(phase)
        return turned

    def of_base(self, base: Value) -> Germ:
        """A number to this exponent."""
        ball = base if isinstance(base, acb) else arb(base)
        if type(ball) is arb and ball > 0:
            power: Germ = self * ball.log()
            return power.exp()
        if not self.whole or self.sign() != 1:
            raise Unbounded("a power whose base may not be positive")
        if ball == 0:
            return Germ(self.ray, {})
        exponent: Germ = self * arb(abs(ball).upper()).log()
        return exponent.exp()._turned(UNIT if type(ball) is arb else acb(UNIT, UNIT))

    # -------------------------------------------------------------------------- functions

    def apply(self, name: str) -> Germ:
        rule = RULES.get(name)
        if rule is None:
            raise Unbounded(f"{name}, of which no bound is known far out")
        return rule(self)

    def exp(self) -> Germ:
        """What grows goes into the exponent of a monomial, what fades away is expanded."""
        exponents: dict[int | Monomial, arb] = {}
        factor, small = Factor(ONCE), Germ(self.ray, {})
        for monomial, term in self.terms.items():
            if monomial == ONE:
                factor = factor * Factor(term.ball.exp(), term.loose)
            elif self.ray.falls(monomial):
                small = small + Germ(self.ray, {monomial: term})
            else:
                real, factor = _exponent(term, factor)
                exponents[monomial.basis] = real
        grown = Germ(self.ray, {Monomial(exponents): factor})
        germ: Germ = grown * small._expanded(lambda k, at: at.exp() / factorial(k))
        return germ

    def log(self) -> Germ:
        monomial, factor, rest = self._split()
        if not (type(factor.ball) is arb and factor.ball > 0):
            raise Unbounded("the logarithm of what may not be positive")
        if not rest._reach().abs_upper() < 1:
            raise Unbounded("a sum whose largest term is not large enough")
        terms = {logarithm(basis) if isinstance(basis, int) else basis: Factor(constant)
                 for basis, constant in monomial.exponents.items()}
        leading = Germ(self.ray, terms) + Germ(self.ray, {ONE: Factor(factor.ball.log(),
                                                                      factor.loose)})
        germ: Germ = leading + rest._expanded(_log_expanded)
        return germ

    def sqrt(self) -> Germ:
        return self.to_the(arb(1) / 2)

    def abs(self) -> Germ:
        sign = self.sign()
        if sign:
            return self if sign > 0 else -self
        if any(type(ball) is acb for ball in self._balls().values()):
            raise Unbounded("the modulus where an integral is continued")
        terms = {m: Factor(SHARE * abs(f.ball).upper(), loose=True) for m, f in self.terms.items()}
        return Germ(self.ray, terms)

    def through(self, function: Callable[[Value], Value],
                slope: Callable[[Value], Value] | None = None) -> Germ:
        """A function of what stays within bounds; where it and its argument fade away together it
        is the argument times a slope."""
        reach = self._reach()
        if slope is not None and not any(m == ONE for m in self.terms):
            germ: Germ = self * self._loose(slope(_with_zero(reach)))
            return germ
        return self._loose(function(reach))

    def within(self, limit: arb, function: Callable[[Value], Value],
               slope: Callable[[Value], Value] | None = None) -> Germ:
        """A real function that is never larger than `limit`."""
        try:
            return self.through(function, slope)
        except Unbounded:
            if any(type(f.ball) is acb for f in self.terms.values()):
                raise
            return self._loose(UNIT * limit)

    def analytic(self, derivative: Callable[[int, Value], Value]) -> Germ:
        """An analytic function of a constant and what fades away beside it."""
        constant = self.terms.get(ONE, Factor(NOTHING))
        small = Germ(self.ray, {m: f for m, f in self.terms.items() if m != ONE})
        if constant.loose or not all(map(self.ray.falls, small.terms)):
            raise Unbounded("a function of what does not go to a constant")
        return small._expanded(lambda k, at: derivative(k, constant.ball + at) / factorial(k))

    def turning(self, quarters: int) -> Germ:
        """The sine, so many quarters of a turn ahead."""
        turns = (lambda x: x.sin(), lambda x: x.cos(), lambda x: -x.sin(), lambda x: -x.cos())
        try:
            return self.analytic(lambda k, x: turns[(k + quarters) % 4](x))
        except Unbounded:
            return self.within(ONCE, turns[quarters], turns[1] if quarters == 0 else None)

    def log_gamma(self) -> Germ:
        """By Stirling's series, whose error has the sign and at most the size of the first term
        that is left out; for x > 0."""
        _must_grow(self)
        log, inverse = self.log(), self.to_the(-1)
        germ: Germ = ((self - fmpq(1, 2)) * log - self + (2 * arb.pi()).log() / 2
                + inverse * self._loose(SHARE / 12))
        return germ

    def digamma(self) -> Germ:
        _must_grow(self)
        inverse = self.to_the(-1)
        germ: Germ = self.log() - inverse / 2 - inverse * inverse * self._loose(SHARE / 12)
        return germ

    def trigamma(self) -> Germ:
        _must_grow(self)
        inverse = self.to_the(-1)
        square = inverse * inverse
        germ: Germ = inverse + square / 2 + square * inverse * self._loose(SHARE / 6)
        return germ

    def tanh(self) -> Germ:
        """With e^{-2|x|}, where it goes to one of its limits."""
        sign = self.sign()
        if not sign or self.ray.falls(self.ray.leading(self._balls())[0]):
            return self.within(ONCE, lambda x: x.tanh(), lambda x: 1 - x.tanh() ** 2)
        faded = (self * (-2 * sign)).exp()
        germ: Germ = (1 - faded) / (1 + faded) * sign
        return germ

    def erf(self) -> Germ:
        """1 - erf x is at most e^{-x^2}, for x >= 0."""
        sign = self.sign()
        if not sign or self.ray.falls(self.ray.leading(self._balls())[0]):
            return self.within(ONCE, lambda x: x.erf(),
                               lambda x: 2 / arb.pi().sqrt() * (-x * x).exp())
        germ: Germ = sign - (-(self * self)).exp() * self._loose(SHARE) * sign
        return germ


def _taken_together(ray: Ray, terms: Terms) -> Terms:
    """The same sum, in which a loose term is a part of one that it is certain to fall beside: their
    ratio is between zero and what it is at the start of the ray."""
    together = {m: f for m, f in terms.items() if not f.loose or type(f.ball) is Germ}
    largest: Terms = {}
    for monomial, factor in terms.items():
        if monomial not in together:
            _put_with(ray, largest, monomial, factor)
    return together | largest


def _put_with(ray: Ray, largest: Terms, monomial: Monomial, factor: Factor) -> None:
    """Into the first term beside which it falls; or it takes up one that falls beside it."""
    for other, beside in largest.items():
        if ray.falls(monomial.over(other)):
            largest[other] = beside + _share_of(ray, factor, monomial.over(other))
            return
        if ray.falls(other.over(monomial)):
            del largest[other]
            whole = factor + _share_of(ray, beside, other.over(monomial))
            _put_with(ray, largest, monomial, whole)
            return
    largest[monomial] = factor


def _share_of(ray: Ray, factor: Factor, ratio: Monomial) -> Factor:
    """What a loose term is in units of another one, of which it is such a part."""
    return Factor(factor.ball * between(0, ray.at_start(ratio)), loose=True)


def _exponent(term: Factor, factor: Factor) -> tuple[arb, Factor]:
    """A factor in an exponent, of a monomial that may grow, as a constant; and what that changes.

    exp(c(x) m(x)) is at most exp(c m(x)) for the largest c(x), and no less than nothing."""
    ball = term.ball
    if type(ball) is Germ:
        raise Unbounded("an exponent in which two go to infinity")
    real = ball.real if type(ball) is acb else ball
    if type(ball) is acb and not ball.imag.is_zero():
        factor = factor * Factor(acb(UNIT, UNIT), loose=True)  # it turns
    if term.loose:
        return arb(real.upper()), factor * Factor(SHARE, loose=True)
    return real, factor


def _with_zero(ball: Value) -> Value:
    """The ball that holds zero too, and all between."""
    return ball.union(acb(0) if type(ball) is acb else NOTHING)


def _constant(factor: Factor) -> Value:
    """What a factor is worth before an integral; one that is loose may differ from x to x."""
    return factor.ball.loosened() if factor.loose and type(factor.ball) is Germ else factor.ball


def _falling(power: Value, k: int) -> Value:
    """The binomial coefficient of any power over k."""
    result: Value = ONCE
    for j in range(k):
        result = result * (power - j) / (j + 1)
    return result


def _log_expanded(k: int, at: Value) -> Value:
    return (1 + at).log() if k == 0 else (1 + at) ** -k * (-1) ** (k - 1) / k


def _must_grow(germ: Germ) -> None:
    if not germ.extent()[0] >= 1:
        raise Unbounded("the gamma function of what may be small")


RULES: dict[str, Callable[[Germ], Germ]] = {
    "exp": Germ.exp, "log": Germ.log, "sqrt": Germ.sqrt, "abs": Germ.abs,
    "sin": lambda g: g.turning(0), "cos": lambda g: g.turning(1),
    "tan": lambda g: g.through(lambda x: x.tan(), lambda x: 1 + x.tan() ** 2),
    "atan": lambda g: g.within(arb.pi() / 2, lambda x: x.atan(), lambda x: 1 / (1 + x * x)),
    "sinh": lambda g: (g.exp() - (-g).exp()) / 2, "cosh": lambda g: (g.exp() + (-g).exp()) / 2,
    "tanh": Germ.tanh, "erf": Germ.erf, "digamma": Germ.digamma, "trigamma": Germ.trigamma,
    "gamma": lambda g: g.log_gamma().exp(), "factorial": lambda g: (g + 1).log_gamma().exp(),
}


def identity(start: Value, whole: bool = False) -> Germ:
    """x itself, from `start` on, which is at least 16; or only the whole numbers there."""
    return Germ(Ray(start, whole), {X: Factor(ONCE)}, whole)


def integral(value: Value, x: Germ) -> Value:
    """Of what depends on x, or of a batch of such, over the ray of x."""
    if type(value) is Batch:
        return Batch(integral(item, x) for item in value.items)
    return (x * 0 + value).integral()


def series(value: Value, x: Germ) -> Value:
    """The same, over the whole numbers."""
    if type(value) is Batch:
        return Batch(series(item, x) for item in value.items)
    return (x * 0 + value).sum()


def power(base: Value, exponent: Value) -> Germ:
    """Where one of the two is a germ."""
    base, exponent = plain(base), plain(exponent)
    return base.raised(exponent) if type(base) is Germ else exponent.of_base(base)


def compare(relation: str, left: Value, right: Value) -> bool | None:
    """What is certain for all x, otherwise None."""
    difference = left - right
    if not difference.terms:
        return relation in ("=", "<=", ">=")
    sign = difference.sign()
    if sign:
        return relation in (("!=", ">", ">=") if sign > 0 else ("!=", "<", "<="))
    return _weakly(relation, difference)


def _weakly(relation: str, difference: Germ) -> bool | None:
    """The same, of what may be zero somewhere."""
    try:
        lower, upper = difference.extent()
    except Unbounded:
        return None
    if lower >= 0 and relation in (">=", "<"):
        return relation == ">="
    if upper <= 0 and relation in ("<=", ">"):
        return relation == "<="
    return None
