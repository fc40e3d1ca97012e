"""Coordinates of sets of vectors, in which an integral over the set is one over a box.

The change of variables is exact, and stands here beside what it multiplies the integrand by:

- of a product of intervals the coordinates are the components themselves;
- the open simplex is cut like a stick: v_1 of it is x_1, v_2 of what is left is x_2, and so on. The
  numbers v_i between 0 and 1 and the points x of the simplex correspond to each other, and
  dx_1 ... dx_{k-1} is the product of (1 - v_i)^{k-1-i} dv_i, as x_i changes with v_i at the rate
  of what was left and the x before it do not.

Source of the latter: J. Sethuraman, A constructive definition of Dirichlet priors, Statistica
Sinica 4 (1994), for the name; it is the substitution by which Dirichlet found his integral.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from execmath.arithmetic import separable
from execmath.arithmetic.separable import Coordinate, Separable
from execmath.arithmetic.values import Value, Vector
from execmath.domains.numbers import Domain
from execmath.domains.vectors import OpenSimplex, Product, Vectors

ONCE = Separable([(1, {})])


@dataclass(frozen=True)
class Chart:
    """The coordinates, the point of the set that they stand for, and the rate of its volume."""

    coordinates: tuple[Coordinate, ...]
    point: Vector
    rate: Separable


def chart_of(domain: Domain) -> Chart | None:
    """None for a set that has none here."""
    if isinstance(domain, Vectors):
        return _of_product([domain.base] * domain.size)
    if isinstance(domain, Product):
        return _of_product(domain.factors)
    return _of_simplex(domain.size) if isinstance(domain, OpenSimplex) else None


def _of_product(factors: Sequence[Domain]) -> Chart | None:
    ends = [factor.ends() for factor in factors]
    if not ends or any(end is None or factor.members() is not None
                       for end, factor in zip(ends, factors, strict=True)):
        return None
    coordinates = tuple(Coordinate(*end) for end in ends if end is not None)
    return Chart(coordinates, Vector([separable.of(x) for x in coordinates]), ONCE)


def _of_simplex(size: int) -> Chart:
    coordinates = tuple(Coordinate(0, 1) for _ in range(size - 1))
    left, rate = ONCE, ONCE
    items: list[Value] = []
    for place, v in enumerate(coordinates, start=1):
        items.append(left * separable.of(v))
        left = left * separable.remainder_of(v)
        further = size - 1 - place  # components that are cut from what is left
        if further:
            rate = rate * separable.remainder_of(v).to_the(further, pow)
    return Chart(coordinates, Vector([*items, left]), rate)
