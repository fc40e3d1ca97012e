"""Points to try things at: seeded random ones, and the edges where things go wrong."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Array = NDArray[Any]


def simplex(rng: Generator, k: int, size: int | None = None) -> Array:
    """Probability vectors, uniform on the open simplex.

    rng     a numpy Generator; the same seed gives the same points
    k       number of components
    size    how many; one vector without it
    returns array of shape (k,) or (size, k); positive, sums to one up to rounding
    raises  ValueError for k < 1
    source: Devroye 1986, chapter V.2, doi:10.1007/978-1-4613-8643-8
    """
    return rng.dirichlet(np.ones(_count(k)), size)


def natural(rng: Generator, k: int, size: int | None = None, scale: float = 3.0) -> Array:
    """Natural parameters, independent and normal.

    rng     a numpy Generator; the same seed gives the same points
    k       number of components
    size    how many; one vector without it
    scale   standard deviation (nats)
    returns array of shape (k,) or (size, k)
    raises  ValueError for k < 1 or a negative scale
    source: none; the scale is a choice
    """
    return rng.normal(0.0, scale, _count(k) if size is None else (size, _count(k)))


def one_hot(k: int) -> Array:
    """The k one-hot vectors, as rows.

    k       number of components
    returns array of shape (k, k), the identity
    raises  ValueError for k < 1
    equations: categorical-pmf
    source: Bishop 2006, section 2.2
    """
    return np.eye(_count(k))


def edge_points(k: int) -> Array:
    """Natural parameters at which a careless log-sum-exp fails.

    k       number of components
    returns array of shape (9, k): zero, ties at ±800, tiny, one component that dominates by 40 or
            by 1600, impossible outcomes, a spread, and values whose differences round
    raises  ValueError for k < 1
    source: Blanchard, Higham & Higham 2021, doi:10.1093/imanum/draa038
    """
    first = np.arange(_count(k)) == 0
    return np.stack([
        np.zeros(k),
        np.full(k, 800.0),
        np.full(k, -800.0),
        np.full(k, 2.0**-1000),
        np.where(first, 40.0, 0.0),
        np.where(first, 800.0, -800.0),
        np.where(first, 0.0, -np.inf),
        np.linspace(-800.0, 800.0, k),
        1e6 + np.arange(k) / 3,
    ])


def _count(k: int) -> int:
    if k < 1:
        raise ValueError(f"at least one component, not {k}")
    return k
