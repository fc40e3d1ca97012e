"""Integrals and sums that go on to infinity, enclosed.

That needs a bound of what lies far out, which a germ gives, see `asymptotics`. What has none has no
value: a number that nothing bounds proves nothing and refutes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flint import acb, arb, ctx, fmpq

from execmath.arithmetic import asymptotics, quadrature
from execmath.arithmetic.batch import Batch
from execmath.arithmetic.errors import EvaluationError, Exhausted, TooMuch, Undecided
from execmath.arithmetic.leaves import Path, opened, parts, rebuilt
from execmath.arithmetic.monomials import Unbounded, Unclear
from execmath.arithmetic.quadrature import (
    NO_SIZE,
    SPARE_BITS,
    Bounds,
    Integrand,
    highest,
    left_open,
    radius,
    size,
)
from execmath.arithmetic.values import Value
from execmath.runtime.limits import MAX_TERMS

Term = Callable[[Value], Value]
FAR_ENOUGH = 300  # where terms that are not told from here on may not be told anywhere
NO_BOUND = ("an integral or a sum to infinity of which nothing bounds what lies far out; write it "
            "in other functions, or cut it into parts that have a bound")
FEWEST = 16  # terms of a sum before the rest is looked at as a whole
ENDLESS = f"an infinite sum of which {MAX_TERMS} terms do not show the value"


def integral(function: Integrand, lower: Value, upper: Value) -> Value:
    """With infinite floats as ends, at least one of them."""
    if not isinstance(lower, float):
        return _from(function, lower, 1 if upper > 0 else -1)
    if not isinstance(upper, float):
        return -_from(function, upper, 1 if lower > 0 else -1)  # there and not back
    if not lower < upper:
        raise EvaluationError("an integral from infinity to infinity")
    try:
        return quadrature.to_infinity(function, 0, 1, -1)
    except (Unbounded, TooMuch) as error:
        raise _left_open(function, arb(1), error) from None


def _from(function: Integrand, start: Value, direction: int) -> Value:
    try:
        value = quadrature.to_infinity(function, start, direction)
    except (Unbounded, TooMuch) as error:
        raise _left_open(function, start + arb(direction), error) from None
    return value if direction > 0 else -value


def _left_open(function: Integrand, place: Value, error: EvaluationError) -> EvaluationError:
    """What to raise: where an integral around it is enclosed, smaller pieces of that may do. There
    the function is no plain number, as its value at a place of the way tells."""
    if isinstance(error, Exhausted):
        return error
    message = NO_BOUND if isinstance(error, Unbounded) else error.message
    if isinstance(error, Unclear):
        return Undecided(message, bits=ctx.prec)
    if any(type(number) not in (arb, int, fmpq) for _, number in parts(function(place))):
        return Undecided(message)
    return TooMuch(message)


# ----------------------------------------------------------------------- infinite sums


def series(term: Term, first: int) -> Value:
    """The sum of term(first), term(first + 1), ... to infinity."""
    try:
        return _Series(term, first).value()
    except (Unbounded, TooMuch) as error:
        raise _left_open(lambda place: term(first), first, error) from None


class _Series:
    """A sum, of which a germ tells the rest."""

    def __init__(self, term: Term, first: int) -> None:
        self.term, self.first = term, first
        self.total = term(first)
        self.mass: Bounds = {}
        self.weight = self._weigh(self.total)  # of the last term
        self.little = arb(0)  # of a term behind which the rest may be told
        self.excess = 0  # bits of the rest that were open beyond those that may be
        self.is_unclear = False  # whether the terms fall, with so few bits

    def value(self) -> Value:
        last = max(FEWEST, self.first + 1) // 2  # where the rest was looked at
        for n in range(self.first + 1, self.first + MAX_TERMS):
            if n >= 2 * last or (4 * n >= 5 * last and self.weight <= self.little):
                rest = self._rest(n)
                if rest is not None and self.excess <= 0:
                    return self._with(rest)
                if self.is_unclear and n >= FAR_ENOUGH:
                    raise Undecided("an infinite sum that is not told to converge", bits=ctx.prec)
                last = n
            item = self.term(n)
            self.total = self.total + item
            self.weight = self._weigh(item)
        rest = self._rest(self.first + MAX_TERMS)
        if rest is None:
            raise TooMuch(ENDLESS)
        left_open.count += self._are_terms_lacking(rest)
        return self._with(rest)

    def _are_terms_lacking(self, rest: dict[Path, Value]) -> bool:
        """Or is it bits? Then less is left open than a term is."""
        return any(size(radius(part)) > size(self.weight) - ctx.prec // 4
                   for _, part in self._opened(rest.items()))

    def _weigh(self, item: Value) -> arb:
        """What a term adds to the mass of each part, and all of that together."""
        whole = arb(0)
        for path, number in self._opened(parts(item)):
            weight = highest(number)
            whole += weight
            self.mass[path] = (self.mass.get(path, arb(0)) + weight).upper()
        return whole

    def _opened(self, numbers: Iterable[tuple[Path, Value]]) -> list[tuple[Path, Value]]:
        return [(place, part if type(part) in (acb, Batch) else arb(part))
                for path, number in numbers for place, part in opened(path, number, {})]

    def _rest(self, start: int) -> dict[Path, Value] | None:
        """The sum from here on, enclosed; None where nothing bounds it."""
        self.is_unclear = False
        n = asymptotics.identity(start, whole=True)
        try:
            numbers = parts(self.term(n))
        except Unbounded:
            if start < FAR_ENOUGH:  # further out the largest of its parts may outgrow the others
                return None
            raise
        except TooMuch:
            raise
        except Exception:
            raise Unbounded("a term that is not told far out") from None
        try:
            rest = {path: asymptotics.series(number, n) for path, number in numbers}
        except Unbounded as error:
            self.is_unclear = isinstance(error, Unclear)
            return None
        opened_rest = self._opened(rest.items())
        self.excess = max(self._excess(*part) for part in opened_rest)
        # What is left open falls with the terms, or faster.
        self.little = self.weight * arb(2) ** -max(self.excess, 0)
        return rest if all(highest(part).is_finite() for _, part in opened_rest) else None

    def _excess(self, path: Path, rest: Value) -> int:
        """How many bits of the rest are open beyond those that may be."""
        whole = max(size(self.mass.get(path, arb(0))), size(rest))
        return size(radius(rest)) - max(whole - ctx.prec + SPARE_BITS, NO_SIZE)

    def _with(self, rest: dict[Path, Value]) -> Value:
        numbers = dict(parts(self.total))
        if not rest.keys() <= numbers.keys():
            raise EvaluationError("an infinite sum whose terms change their shape")
        return rebuilt(self.total, lambda path: numbers[path] + rest.get(path, 0))
