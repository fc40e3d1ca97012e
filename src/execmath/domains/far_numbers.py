"""Numbers of every magnitude and kind: with large odd denominators, algebraic, transcendental.

The numbers of `domains` are those that a reader takes in at a glance: short binary fractions, at
most 1024. What is true of these need not be true of others, so a claim meets others as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from flint import arb, ctx, fmpq

FARTHEST = 300.0  # decimal places, up and down
ODD = 3, 7, 11, 97, 101, 9973, 99991, 1000003, 2147483647  # denominators, and their products


class Irrational:
    """A real number that is known to any precision, and how it is written."""

    def __init__(self, text: str, ball: Callable[[], arb], borderline: bool = False) -> None:
        self.text, self._ball = text, ball
        self.borderline = borderline  # a place where something changes
        self._at_precision: dict[int, arb] = {}

    def ball(self) -> arb:
        """At the present precision."""
        if ctx.prec not in self._at_precision:
            self._at_precision[ctx.prec] = self._ball()
        return self._at_precision[ctx.prec]

    def __repr__(self) -> str:
        return self.text


Number = fmpq | Irrational


@dataclass(frozen=True)
class FarDraw:
    """Draws numbers from 10^-reach to 10^reach. The same seed with another reach draws the same
    numbers nearer to 1, so that a point can be taken back step by step."""

    rng: Random
    reach: float = FARTHEST
    dyadic: bool = False  # short binary fractions, which a function known by a table needs
    rational: bool = False  # as where one letter is worked out from others

    def positive(self) -> Number:
        """Log-uniform."""
        exponent = self.rng.uniform(-self.reach, self.reach)
        kind = self.rng.random()
        lead = fmpq(self.rng.randrange(2**20, 2**24), 2**20)
        if self.dyadic:
            return lead * fmpq(2) ** round(exponent * 3.3219)
        scale = fmpq(10) ** round(exponent)
        lead += fmpq(self.rng.randrange(10**9), self.rng.choice(ODD) * self.rng.choice(ODD))
        lead = _trimmed(lead)
        if self.rational or kind < 0.6:
            return lead * scale
        return self._irrational(lead, scale, kind)

    def fraction(self) -> fmpq:
        """As `positive`, and rational."""
        number = replace(self, rational=True).positive()
        assert isinstance(number, fmpq)
        return number

    def _irrational(self, lead: fmpq, scale: fmpq, kind: float) -> Number:
        size = f"·10^{round(float(_log10(scale)))}" if scale != 1 else ""
        if kind < 0.75:
            return Irrational(f"√({lead}){size}", lambda: arb(lead).sqrt() * arb(scale))
        if kind < 0.88:
            return Irrational(f"π·{lead}{size}", lambda: arb.pi() * arb(lead) * arb(scale))
        return Irrational(f"e^({1 / lead}){size}", lambda: arb(1 / lead).exp() * arb(scale))

    def real(self) -> Number:
        sign = self.rng.choice((1, -1))
        number = self.positive()
        return number if sign > 0 else negative(number)

    def part(self) -> fmpq:
        """Strictly between 0 and 1, often next to one of them."""
        exponent, kind = self.rng.uniform(0, self.reach), self.rng.random()
        denominator = 2**31 if self.dyadic else self.rng.choice(ODD) * self.rng.choice(ODD) + 2
        inner = fmpq(self.rng.randrange(1, denominator), denominator)
        step = fmpq(1, 2) ** round(exponent * 3.3219) if self.dyadic else \
            fmpq(1, 10) ** round(exponent)
        if kind < 0.4:
            return inner
        return inner * step if kind < 0.7 else 1 - inner * step

    def whole(self) -> int:
        """From 0 on."""
        exponent = self.rng.uniform(0, self.reach)
        lead = round(10 ** (exponent % 1) * 10**6)
        scale: int = 10 ** int(exponent)
        return lead * scale // 10**6


def negative(number: Number) -> Number:
    if isinstance(number, Irrational):
        return Irrational(f"-{number.text}", lambda: -number.ball(), number.borderline)
    return -number


def plus(base: fmpq, number: Number) -> Number:
    """The sum with a fraction."""
    if isinstance(number, Irrational):
        shown = f"{base} + {number.text}" if base else number.text
        return Irrational(shown, lambda: arb(base) + number.ball(), number.borderline)
    return base + number


def _trimmed(lead: fmpq) -> fmpq:
    """From 1 to 10, however large a fraction was added."""
    while lead >= 10:
        lead = lead / 10
    return lead


def _log10(scale: fmpq) -> float:
    return len(str(int(scale.p))) - len(str(int(scale.q)))
