"""How many digits tell the small constants of a display from nothing.

What is drawn does not make 10^{-900} larger, nor 1 - erf(50): two sides that differ by no more
agree in all digits that are usually compared. So the display's own constants say how many more
are compared at one point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from flint import arb, fmpq

from execmath.arithmetic.values import Value
from execmath.domains.numbers import to_balls
from execmath.language import ast as s

SPARE = 30  # digits of the difference itself
SQUARED = 2  # times as many, as a small constant may stand in a square
EXPONENTIAL = ("exp", "tanh", "sinh", "cosh")
BITS_OF_A_DIGIT = 3.33
LOG_E = 0.4343


def digits_for(trees: Iterable[s.Node], constants: Mapping[s.Node, Value]) -> int:
    """So many digits, at least, tell from zero what the constants of a display make small."""
    return SPARE + SQUARED * max((_decimals(tree, constants) for tree in trees), default=0)


def _decimals(tree: s.Node, constants: Mapping[s.Node, Value]) -> int:
    """How many decimals smaller or larger than 1 the constants and what they are put into are."""
    small = [abs(logarithm(constants[node])) for node in s.walk(tree) if node in constants]
    return int(max([0.0, *small, *_in_exponents(tree, constants)]))


def _in_exponents(tree: s.Node, constants: Mapping[s.Node, Value]) -> Iterator[float]:
    """Decimals of what falls off exponentially, or as a normal density, by a constant within."""
    for node in s.walk(tree):
        if isinstance(node, s.Power):
            yield _largest(node.exponent, constants)
        elif isinstance(node, s.Apply) and node.name in EXPONENTIAL:
            yield _largest(node.argument, constants) * LOG_E
        elif isinstance(node, s.Apply) and node.name == "erf":
            yield _largest(node.argument, constants) ** 2 * LOG_E


def _largest(argument: s.Node, constants: Mapping[s.Node, Value]) -> float:
    sizes = (logarithm(constants[node]) for node in s.walk(argument) if node in constants)
    return float(10 ** min(max(sizes, default=-1.0), 9))


def logarithm(number: Value) -> float:
    """To base 10, about; that of what is no number, or is zero, is 0."""
    ball = to_balls(number)
    if not isinstance(ball, int | fmpq | arb) or arb(ball).contains(0):
        return 0.0
    mantissa, exponent = abs(arb(ball)).mid().man_exp()
    return float(exponent + mantissa.bit_length()) / BITS_OF_A_DIGIT
