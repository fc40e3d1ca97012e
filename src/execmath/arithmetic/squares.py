"""Exponentials of products of two coordinates, taken apart by completing the square.

Where the exponent is -a x^2 + b x + x C, with a C that is linear in other coordinates, the place
x = u + C / (2 a) turns it into -a u^2 + b u + b C / (2 a) + C^2 / (4 a). The coordinate is moved by
what does not depend on it, so volumes stay as they are, and all numbers stay all numbers. After one
step for each coordinate no two are left together: it is Gauss' elimination, and so Cholesky's.

Nothing cancels that is only known as a ball: the mixed terms are left out because they vanish
identically, and a ball of a holds the a for which they do.
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import arb

from execmath.arithmetic import separable
from execmath.arithmetic.errors import EvaluationError, TooMuch, Undecided
from execmath.arithmetic.separable import (
    NOT_SEPARABLE,
    Coordinate,
    Function,
    Functions,
    Monomial,
    Pair,
    Product,
    Separable,
    Term,
    summands,
)
from execmath.arithmetic.values import Value


def completed(value: Separable, own: Sequence[Coordinate], functions: Functions) -> Separable:
    """What has the same integral over some coordinates, and no two of them together.

    raises  TooMuch where it is no quadratic form that stands in an exponent, EvaluationError where
            its integral does not converge
    """
    done: list[Term] = []
    waiting = list(value.terms)
    while waiting:
        constant, monomial = waiting.pop()
        x = next((x for x in own if _partners(monomial, x)), None)
        if x is None:
            done.append((constant, monomial))
        else:
            waiting += _without_pairs_of(x, own, constant, monomial, functions).terms
    return Separable(done)


def _partners(monomial: Monomial, x: Coordinate) -> dict[Coordinate, Value]:
    """The coordinates that stand together with x in an exponent, with their constants."""
    partners: dict[Coordinate, Value] = {}
    for pair, product in monomial.items():
        if isinstance(pair, Pair) and x in pair.coordinates:
            other, = pair.coordinates - {x}
            (_, partners[other]), = product.factors.values()
    return partners


def _without_pairs_of(x: Coordinate, own: Sequence[Coordinate], constant: Value,
                      monomial: Monomial, functions: Functions) -> Separable:
    partners = _partners(monomial, x)
    if not set(partners) <= set(own):
        raise TooMuch(NOT_SEPARABLE)
    times, linear, square = _polynomial(monomial.get(x, separable.NO_FACTORS))
    if square >= 0:
        raise EvaluationError("an integral that does not converge")
    if not square < 0:
        raise Undecided("an integral over a quadratic form that may not be definite")
    mixed = sum((separable.of(y) * c for y, c in partners.items()), 0 * separable.ONCE)
    shift, u = mixed * (-1 / (2 * square)), separable.of(x)
    exponent = u * u * square + u * linear + shift * linear + mixed * shift * (arb(1) / 2)
    rest = Separable([(constant, {y: product for y, product in monomial.items()
                                  if y is not x and not (isinstance(y, Pair)
                                                         and x in y.coordinates)})])
    result: Separable = rest * (u + shift).to_the(times, functions.power) \
        * exponent.apply("exp", functions.apply)
    return result


def _polynomial(product: Product) -> tuple[int, arb, arb]:
    """The power of the coordinate before an exponential, and in it the constants before x, x^2."""
    times, constants = 0, {1: arb(0), 2: arb(0)}
    for function, exponent in product.factors.values():
        if function.name == "coordinate" and isinstance(exponent, int) and exponent > 0:
            times += exponent
        elif function.name == "exp" and function.of is not None:
            for constant, power in summands(function.of):
                constants[_degree(power)] += arb(constant) * exponent
        else:
            raise TooMuch(NOT_SEPARABLE)
    return times, constants[1], constants[2]


def _degree(product: Product) -> int:
    """1 or 2, of a power of the coordinate."""
    factors: list[tuple[Function, Value]] = list(product.factors.values())
    if len(factors) != 1 or factors[0][0].name != "coordinate" or factors[0][1] not in (1, 2):
        raise TooMuch(NOT_SEPARABLE)
    return int(factors[0][1])
