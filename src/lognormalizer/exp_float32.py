"""The exponential function in the precision of its argument, into a given array.

numpy's float64 exponential is off by 0.51 ulp, and is used. Its float32 exponential is off by up to
2.5 ulp, more than a softmax may lose in all. So float32 has one of its own, off by 1.1 ulp.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

SINGLE = np.float32

# Below so many elements a numpy call costs more than what it computes, and one detour by float64
# is faster than twenty steps in float32.
FEW = 4096

LOG2_E = SINGLE(1 / np.log(2))
# ln 2 in two parts: the first has 9 bits, so that its product with n is exact.
LN2_HIGH, LN2_LOW = SINGLE(0.693359375), SINGLE(np.log(2) - 0.693359375)
# (exp(r) - 1 - r) / r^2 for |r| <= ln(2) / 2, interpolated at Chebyshev points, error 7e-8.
COEFFICIENTS = tuple(map(SINGLE, (0.5, 0.16666577, 0.04166646, 0.00836319, 0.00139337)))

ONE = SINGLE(1)
LOWEST = SINGLE(-104)  # exp of it rounds to zero
RAISED = 24  # 2^(n + 24) is a normal number down to the smallest result
LOWERED = SINGLE(2.0**-RAISED)
# Added to a small number, it leaves its nearest integer n in the lowest bits, with the exponent's
# bias: shifted up by 23 bits they are the float 2^(n + RAISED).
MAGIC = SINGLE(1.5 * 2**23 + 127 + RAISED)


def exp(x: Array, out: Array, spare: Sequence[Array]) -> Array:
    """exp(x) into `out`.

    x       float32, below 70; or float64, longer floats or complex
    out     array of the shape and type of x; may be x itself
    spare   two more such arrays, for float32; they are overwritten
    returns out
    error   at most 1.1 ulp in float32, 0.51 ulp in float64
    source: Cody & Waite 1980, *Software Manual for the Elementary Functions*, chapter 6
    """
    if x.dtype != SINGLE:
        return np.exp(x, out=out)
    if x.size <= FEW:
        return np.exp(x, out=out, dtype=np.float64, casting="same_kind")
    n, y = spare
    r = np.maximum(x, LOWEST, out=out)
    np.multiply(r, LOG2_E, out=n)
    n += MAGIC
    for part in (LN2_HIGH, LN2_LOW):
        np.subtract(n, MAGIC, out=y)
        y *= part
        r -= y
    np.multiply(r, COEFFICIENTS[-1], out=y)
    for coefficient in COEFFICIENTS[-2:0:-1]:
        y += coefficient
        y *= r
    y += COEFFICIENTS[0]
    y *= r
    y *= r
    y += r
    y += ONE
    bits = n.view(np.int32)
    bits <<= 23
    np.multiply(y, n, out=out)
    out *= LOWERED
    return out
