"""A second opinion on an integral to infinity: Gauss' rule on pieces, and a look at both ends.

It has nothing in common with the trapezoidal sum in `infinite`: neither substitution nor nodes, nor
what ends it. It sees hills that the other does not, since it looks at each power of two.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from flint import arb, ctx

from execmath.arithmetic.errors import Undecided
from execmath.arithmetic.leaves import Path, parts
from execmath.arithmetic.quadrature import Integrand
from execmath.arithmetic.values import Value
from execmath.runtime.limits import FAR

Numbers = dict[Path, arb]

NODES = 24
AGREEMENT = arb(2) ** -50  # of the absolute values, that two ways may differ by
NEAR, FURTHEST, STRIDE = -110, 64, 23  # exponents: of the pieces, and in how large steps beyond
MAX_DEPTH = 12  # times that a piece is halved


def must_agree(function: Integrand, start: arb, directions: Iterable[int], value: Value,
               mass: Numbers) -> None:
    """Raises Undecided where the other way comes to another value than this."""
    allowed = {path: size * AGREEMENT for path, size in mass.items()}
    total: Numbers = {}
    for direction in directions:
        for exponent in range(NEAR, FURTHEST):
            low, high = (start + direction * arb(2) ** n for n in (exponent, exponent + 1))
            _add(total, _settled(function, low, high, allowed, MAX_DEPTH))
        for exponent in (*range(FURTHEST, FAR, STRIDE), *range(2 * NEAR, NEAR, STRIDE)):
            length = arb(2) ** exponent
            _must_be_small(function(start + direction * length), length, allowed)
    for path, number in parts(value):
        difference = abs(arb(number).mid() - total.get(path, arb(0)).mid())
        if not difference <= 2 * allowed.get(path, arb(0)):
            raise Undecided("an integral that comes out different in two ways")


def _must_be_small(value: Value, length: arb, allowed: Numbers) -> None:
    for path, number in parts(value):
        if abs(arb(number)).lower() * length > allowed.get(path, arb(0)):
            raise Undecided("an integrand that does not fade")


def _settled(function: Integrand, low: arb, high: arb, allowed: Numbers, depth: int) -> Numbers:
    """The integral over a piece, which is that over its halves."""
    middle = (low + high) / 2
    whole, halves = _gauss(function, low, high), _gauss(function, low, middle)
    _add(halves, _gauss(function, middle, high))
    if all(abs(number - whole.get(path, arb(0))).mid() <= allowed.get(path, arb(0)) / FAR
           for path, number in halves.items()):
        return halves
    if depth == 0:
        raise Undecided("an integral that comes out different on finer pieces")
    halves = _settled(function, low, middle, allowed, depth - 1)
    _add(halves, _settled(function, middle, high, allowed, depth - 1))
    return halves


@lru_cache(maxsize=8)
def _rule(bits: int) -> list[tuple[arb, arb]]:
    return [arb.legendre_p_root(NODES, k, weight=True) for k in range(NODES)]


def _gauss(function: Integrand, low: arb, high: arb) -> Numbers:
    middle, half = (low + high) / 2, abs(high - low) / 2
    total: Numbers = {}
    for node, weight in _rule(ctx.prec):
        value = function(middle + (high - low) / 2 * node)
        _add(total, {path: arb(number) * weight * half for path, number in parts(value)})
    return total


def _add(total: Numbers, more: Numbers) -> None:
    for path, number in more.items():
        total[path] = total.get(path, arb(0)) + number
