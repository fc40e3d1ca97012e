"""How many of independent draws have one of two outcomes: probabilities in which nothing cancels.

Log Gamma is taken without a log a - a, and what is left of the exponents are deviances of counts
from their means.
source: Loader 2000, *Fast and accurate computation of binomial probabilities*
"""

from __future__ import annotations

from typing import Any

import numpy as np

from lognormalizer.double_double import Double, choose, exp, log, log1p_of_small
from lognormalizer.family import Array
from lognormalizer.stirling import deviance, remainder


def log_binomial(trials: int, x: Array, log_odds: Array) -> Double:
    """The logarithm of the probability of x successes in so many trials."""
    up = log_odds > 0
    small = exp(Double(-np.abs(log_odds)), full=True)
    whole = small + 1.0
    near = Double(np.minimum(small.head, 0.005), np.where(small.head < 0.005, small.tail, 0))
    log_likely = -choose(small.head < 0.005, log1p_of_small(near), log(whole))
    log_unlikely = log_likely - np.abs(log_odds)
    likely, unlikely = 1.0 / whole, small / whole
    rest = trials - x
    inner = (x > 0) & (rest > 0)
    first, second = np.where(inner, x, 1.0), np.where(inner, rest, 1.0)
    log_p, log_q = choose(up, log_likely, log_unlikely), choose(up, log_unlikely, log_likely)
    p, q = choose(up, likely, unlikely), choose(up, unlikely, likely)
    among = _log_share(first, second, (p, log_p), (q, log_q)) + (
        log(Double(first) + second) - log(Double(first)) - log(Double(second)))
    edge = choose(x == 0, log_q * float(trials), log_p * float(trials))
    return choose(inner, among, edge)


def log_negative_binomial(successes: float, x: Array, log_p: Array) -> Double:
    """The logarithm of the probability of x failures before so many successes, where log_p is the
    logarithm of the probability of a failure."""
    p = exp(Double(log_p), full=True)
    q = choose(log_p > -0.5, _one_less_exp(log_p), 1.0 - p)
    wanted = np.full(x.shape, float(successes))
    first = np.where(x > 0, x, 1.0)
    among = _log_share(first, wanted, (p, Double(log_p)), (q, log(q))) - log(Double(first))
    return choose(x == 0, log(q) * wanted, among)


def _log_share(first: Array, second: Array, p: tuple[Double, Double],
               q: tuple[Double, Double]) -> Double:
    """log [Gamma(a + b) / Gamma(a) / Gamma(b) p^a q^b], given a and b, and p and q with logarithms.

    p and q sum to 1.
    """
    total = Double(first) + second
    parts: Any = remainder(total.head) - remainder(first) - remainder(second)
    for count, (share, log_share) in ((first, p), (second, q)):
        ratio = log(total) + log_share - log(Double(count))
        parts = parts - deviance(Double(count), total * share, ratio)
    return parts  # type: ignore[no-any-return]


def _one_less_exp(s: Array) -> Double:
    """1 - e^s for small s < 0, by its series."""
    near = Double(np.where(s > -0.5, s, -0.5))
    total = Double(1.0)
    for n in range(26, 1, -1):
        total = total * near / float(n) + 1.0
    return -(total * near)
