"""What follows from a log-normalizer, in balls; derivatives are those of power series of balls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import factorial

import numpy as np
from flint import arb, arb_series, ctx
from truth import BITS

from lognormalizer import Finite

Point = list[arb]


@contextmanager
def precise(length: int = 8) -> Iterator[None]:
    """Balls of BITS bits, and power series of a given length."""
    cap, ctx.cap = ctx.cap, length
    try:
        with ctx.workprec(BITS):
            yield
    finally:
        ctx.cap = cap


def exponential(eta):
    return -(-eta[0]).log()


def normal(eta):
    return -eta[0] * eta[0] / (4 * eta[1]) - (-2 * eta[1]).log() / 2


def gamma(eta):
    return eta[0].lgamma() - eta[0] * (-eta[1]).log()


def poisson(eta):
    return eta[0].exp()


def finite(family: Finite) -> Callable:
    rows, log_h = family.table.tolist(), family.log_weights.tolist()

    def log_normalizer(eta):
        return sum((_dot(row, eta) + h).exp() for row, h in zip(rows, log_h, strict=True)).log()

    return log_normalizer


def _dot(row, eta):
    return sum(eta_i * arb(t) for eta_i, t in zip(eta, row, strict=True))


def balls(eta) -> Point:
    return [arb(float(component)) for component in eta]


def derivatives(A: Callable, eta: Point, direction: list[float], order: int) -> list[arb]:
    """The derivatives of s -> A(eta + s direction) at 0, from the zeroth on."""
    with precise(order + 1):
        line = [arb_series([point, arb(slope)])
                for point, slope in zip(eta, direction, strict=True)]
        series = A(line)
        return [factorial(n) * series[n] for n in range(order + 1)]


def mean(A: Callable, eta: Point) -> list[arb]:
    return [derivatives(A, eta, unit, 1)[1] for unit in np.eye(len(eta)).tolist()]


def covariance(A: Callable, eta: Point) -> list[list[arb]]:
    """By polarization: 4 u^T C v = (u + v)^T C (u + v) - (u - v)^T C (u - v)."""
    units = np.eye(len(eta))
    with precise():
        return [[(derivatives(A, eta, (u + v).tolist(), 2)[2]
                  - derivatives(A, eta, (u - v).tolist(), 2)[2]) / 4 for v in units] for u in units]


def kl_divergence(A: Callable, eta: Point, other: Point) -> arb:
    with precise(2):
        step = [b - a for a, b in zip(eta, other, strict=True)]
        return A(other) - A(eta) - sum(
            s * m for s, m in zip(step, mean(A, eta), strict=True))
