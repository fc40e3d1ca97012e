"""What log Gamma, digamma and trigamma have beside a log a - a, log a and 1 / a; and the deviance.

Information about a gamma or a Poisson distribution is made of these rests. SciPy has the functions
themselves, of which nothing is left where a is large: digamma and log agree in all digits at 1e16.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import factorial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import special

from lognormalizer.double_double import Double, choose, log

Array = NDArray[Any]

# The asymptotic series are right from here on, by so many Bernoulli numbers; recurrences lead here.
LARGE = 16
BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510]
HALF_LOG_TWO_PI = Double(0.9189385332046728, -3.878294158067242e-17)

ROUGH = 1000  # beyond it two terms of the series are more right than a difference is

# A deviance is a series in u = y / x - 1 while |u| is below this, and a difference beyond.
NEAR = 0.0625
TERMS = 18

# log a - digamma(a) from 1 to 16 in floats: Taylor series about eight centers an octave, of which
# each is right to 2^-56 where it is nearest.
PER_OCTAVE = 8
CENTERS = 2.0 ** (np.arange(4 * PER_OCTAVE + 1) / PER_OCTAVE)
CENTERS_TERMS = 13

TINY = 2.0**-1022  # the smallest number that has all its digits


def remainder(a: Array) -> Double:
    """log Gamma(a) - (a log a - a) for a > 0, right to 1e-18 of the larger of it and 1.

    source: Abramowitz & Stegun 1964, 6.1.42
    """
    small, shifted = _shifted(a)
    far = HALF_LOG_TWO_PI - log(shifted) * 0.5 + _sum(
        1 / shifted.head, [b / (2 * n * (2 * n - 1)) for n, b in enumerate(BERNOULLI, 1)])
    if not np.any(small):
        return far
    # Gamma(a + 16) = a (a + 1) … (a + 15) Gamma(a), and what a log a - a changes by.
    low = Double(np.where(small, a, 1.0))
    factors = low
    for k in range(1, LARGE):
        factors = factors * (low + k)
    change: Double = shifted * log(shifted) - low * log(low) - log(factors) - LARGE
    return choose(small, far + change, far)


def log_less_digamma(a: Array) -> Double:
    """log a - digamma(a) for a > 0, which is positive; right to 1 ulp.

    source: Abramowitz & Stegun 1964, 6.3.18
    """
    small, shifted = _shifted(a)
    inverse = 1 / shifted.head
    far: Double = 0.5 / shifted + inverse * _sum(
        inverse, [b / (2 * n) for n, b in enumerate(BERNOULLI, 1)])
    if not np.any(small):
        return far
    low = Double(np.where(small, a, 1.0))
    steps: Double = 1.0 / (Double(low.head[..., None]) + np.arange(float(LARGE)))
    harmonic = steps.sum()
    near = Double(harmonic.head[..., 0], harmonic.tail[..., 0]) + log(low) - log(shifted) + far
    return choose(small, near, far)


def shape_of_gap(gap: Array) -> Array:
    """The a > 0 with log a - digamma(a) = gap > 0, right to 4 ulp, by Newton's method.

    It starts within 2 percent, in coordinates in which the function is nearly a line: two steps
    with what SciPy has leave the last one a relative error of 1e-9, which it squares.
    source: Minka 2002, *Estimating a gamma distribution*, for the start
    """
    shape: Array = (3 - gap + np.sqrt((gap - 3) ** 2 + 24 * gap)) / (12 * gap)
    for reached in (_rough_gap, _rough_gap, _log_less_digamma_in_floats):
        # A step of Newton's method for log(gap) as a function of log(shape).
        there: Array = reached(shape)
        shape = shape * np.exp(np.log(there / gap) * there / (shape * _rough_slope(shape)))
    return shape


def _rough_gap(a: Array) -> Array:
    """log a - digamma(a), by a difference where that has digits."""
    return _either(a < ROUGH, lambda: np.log(a) - special.psi(a), lambda: (0.5 + 1 / (12 * a)) / a)


def _rough_slope(a: Array) -> Array:
    """trigamma(a) - 1 / a, in the same way."""
    return _either(a < ROUGH, lambda: special.zeta(2, a) - 1 / a,
                   lambda: (0.5 + 1 / (6 * a)) / a / a)


def _log_less_digamma_in_floats(a: Array) -> Array:
    """The same as `log_less_digamma` with 2 ulp, in a tenth of the time."""
    return _either(a < 1, lambda: _from_one_on(a + 1) + (1 / a - np.log1p(1 / a)),
                   lambda: _from_one_on(a))


def _from_one_on(a: Array) -> Array:
    return _either(a < LARGE, lambda: _near_a_center(a), lambda: (0.5 + _sum(
        1 / a, [b / (2 * n) for n, b in enumerate(BERNOULLI, 1)])) / a)


def _near_a_center(a: Array) -> Array:
    within = np.fmax(np.fmin(a, LARGE), 1)  # where it is used; elsewhere it may be anything
    place = np.rint(np.log2(within) * PER_OCTAVE).astype(np.intp)
    step = within - CENTERS[place]
    value: Any = 0.0
    for coefficient in reversed(_series_about_centers()):
        value = value * step + coefficient[place]
    result: Array = value
    return result


def _either(condition: Array, then: Callable[[], Array], otherwise: Callable[[], Array]) -> Array:
    """One where the condition is true, the other elsewhere; what is nowhere is not worked out."""
    if condition.all():
        return then()
    return np.where(condition, then(), otherwise()) if condition.any() else otherwise()


@cache
def _series_about_centers() -> list[Array]:
    """Coefficients of log a - digamma(a) in a - center, so many that the next is below 2^-56."""
    first: list[Array] = [log_less_digamma(CENTERS).rounded(), -trigamma_less_inverse(CENTERS)]
    return first + [(-1) ** n * (special.zeta(n + 1, CENTERS) - CENTERS ** -n / n)
                    for n in range(2, CENTERS_TERMS)]


def trigamma_less_inverse(a: Array) -> Any:
    """trigamma(a) - 1 / a for a > 0, which is positive; right to 3 ulp."""
    return curvature(a) / a / a


def curvature(a: Array) -> Array:
    """a^2 (trigamma(a) - 1 / a) for a > 0, which falls from 1 to 1/2; right to 2 ulp.

    source: Abramowitz & Stegun 1964, 6.4.12
    """
    small, shifted = _shifted(a)
    inverse = 1 / shifted.head
    far: Array = np.where(small, a * inverse, 1.0) ** 2 * (0.5 + _sum(inverse, BERNOULLI))
    if not np.any(small):
        return far
    # trigamma(a) - 1 / a less the same at a + 1 is 1 / (a^2 (a + 1)); here times a^2.
    low = np.where(small, a, 1.0)[..., None]
    steps = low + np.arange(float(LARGE))
    near = ((low / steps) ** 2 / (steps + 1)).sum(axis=-1) + far
    return np.where(small, near, far)


def complex_polygamma(order: int, z: Array) -> Array:
    """The derivative of digamma of an order of at least 1, where the real part of z is positive.

    SciPy has it of real numbers only. Right to 16 ulp of its size for orders up to 8.
    source: Abramowitz & Stegun 1964, 6.4.11
    """
    shift = LARGE + 2 * order
    w = z + shift
    total = factorial(order - 1) / w**order + factorial(order) / (2 * w ** (order + 1))
    for k in range(shift):
        total = total + factorial(order) / (z + k) ** (order + 1)
    for j, bernoulli in enumerate(BERNOULLI, 1):
        factor = factorial(2 * j + order - 1) / factorial(2 * j)
        total = total + bernoulli * factor / w ** (2 * j + order)
    result: Array = total if order % 2 else -total
    return result


def deviance(x: Double, y: Double, log_ratio: Double, step: Double | None = None) -> Double:
    """y - x - x log(y / x), which is not negative, and 0 where y = x.

    x, y       positive Doubles; y may have overflown
    log_ratio  log(y / x), to twice the precision
    step       y - x, where more is known of it than its terms say
    returns    right to 2 ulp
    source: Loader 2000, *Fast and accurate computation of binomial probabilities*, as bd0
    """
    step = y - x if step is None else step
    u = step / x
    near = np.abs(u.head) < NEAR
    minus = np.where(near, -u.head, 0)
    tail = _series(minus, [1 / n for n in range(3, TERMS)]) * minus
    value = choose(near, x * (u * u * (Double(0.5) + tail)), step - x * log_ratio)
    return choose(y.head == np.inf, y, value)


def log_gap(x: Array, mean: Array) -> Array:
    """log E[x] - E[log x] over the last axis: the mean of -log(x / E[x]).

    Where that is small it is the mean of u - log(1 + u), where u = x / E[x] - 1: no term of it is
    negative, so that outcomes may be close to each other.
    """
    mean = mean[..., None]
    share = x / mean
    rounded = share.min(initial=1.0) < TINY
    logs = np.log(x) - np.log(mean) if rounded else np.log(share, out=share)
    gap: Array = -logs.mean(axis=-1)
    if (close := gap < NEAR).any():
        gap = np.where(close, _small_log_gap(x, mean), gap)
    return gap


def _small_log_gap(x: Array, mean: Array) -> Array:
    u = (x - mean) / mean
    u -= u.mean(axis=-1, keepdims=True)  # what the mean was rounded by
    near = np.where(np.abs(u) < NEAR, u, 0.0)
    terms = np.where(near == u, u * u * _series(-near, [1 / n for n in range(2, TERMS)]),
                     u - np.log1p(u))
    gap: Array = terms.mean(axis=-1)
    return gap


def _shifted(a: Array) -> tuple[Array, Double]:
    small = np.asarray(a < LARGE)
    return small, Double(a) + np.where(small, float(LARGE), 0.0)


def _sum(u: Array, coefficients: list[float]) -> Array:
    """c_1 u + c_2 u^3 + …"""
    return u * _series(u * u, coefficients)


def _series(u: Array, coefficients: list[float]) -> Array:
    total = np.zeros_like(u)
    for coefficient in reversed(coefficients):
        total = total * u + coefficient
    return total
