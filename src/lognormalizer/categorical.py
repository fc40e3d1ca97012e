"""The categorical distribution as an exponential family: statistic one-hot x, base measure 1.

`theta` are probabilities, `eta` natural parameters; the last component is the reference.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lognormalizer.blocks import numbers, types
from lognormalizer.kernel import sum_and_rest
from lognormalizer.log_sum_exp import log_softmax, logsumexp, softmax

Array = NDArray[Any]

__all__ = ["covariance", "covariance_product", "entropy", "kl_divergence", "log_density",
           "log_normalizer", "mean", "natural_parameter", "pmf", "probabilities"]


def natural_parameter(theta: ArrayLike) -> Array:
    """The natural parameter of given probabilities, log(theta_i / theta_k).

    theta   probabilities, shape (..., k), not negative; need not be normalized
    returns array of that shape (nats); the last component is exactly 0
    error   at most 3 ulp
    raises  ValueError for a negative entry, an empty axis, or a last entry that is not positive,
            since all is measured from it; a zero elsewhere gives -inf
    equations: categorical-natural-parameter, categorical-inverse
    source: Wainwright & Jordan 2008, section 3.3, doi:10.1561/2200000001
    """
    theta = _probabilities(theta)
    reference = theta[..., -1:]
    if np.any(reference <= 0):
        raise ValueError("the last probability is the reference and must be positive")
    with np.errstate(all="ignore"):
        ratio = theta / reference
        # Close to 1 the quotient has lost what the logarithm needs; the difference is exact.
        near = np.log1p((theta - reference) / reference)
        far = np.log(theta) - np.log(reference)
        normal = (ratio > np.finfo(ratio.dtype).tiny) & np.isfinite(ratio)
        result = np.where(normal, np.log(ratio), far)
        return np.where((ratio > 0.5) & (ratio < 2), near, result)


def probabilities(eta: ArrayLike) -> Any:
    """The probabilities of given natural parameters, the softmax.

    eta     natural parameters (nats), shape (..., k)
    returns, error, raises: as `lognormalizer.softmax`
    equations: categorical-inverse, softmax
    source: Wainwright & Jordan 2008, section 3.3, doi:10.1561/2200000001
    """
    return softmax(eta)


def log_normalizer(eta: ArrayLike) -> Any:
    """The log-normalizer A(eta), the logarithm of the sum of exponentials.

    eta     natural parameters (nats), shape (..., k)
    returns, error, raises: as `lognormalizer.logsumexp`
    equations: log-sum-exp, categorical-log-normalizer
    source: Wainwright & Jordan 2008, section 3.3, doi:10.1561/2200000001
    """
    return logsumexp(eta)


def mean(eta: ArrayLike) -> Any:
    """The mean of the one-hot statistic, which is the gradient of the log-normalizer.

    eta     natural parameters (nats), shape (..., k)
    returns, error, raises: as `lognormalizer.softmax`
    equations: gradient-is-mean, gradient-vector
    source: Wainwright & Jordan 2008, proposition 3.1, doi:10.1561/2200000001
    """
    return softmax(eta)


def covariance(eta: ArrayLike) -> Array:
    """The covariance of the one-hot statistic, diag(p) - p p^T with p = softmax(eta).

    eta     natural parameters (nats), shape (..., k)
    returns array of shape (..., k, k); symmetric, its rows sum to zero up to rounding
    error   at most 12 ulp an entry, for k up to 100
    raises  as `lognormalizer.softmax`
    source: Wainwright & Jordan 2008, proposition 3.1, doi:10.1561/2200000001
    """
    p = softmax(eta)
    products = p[..., :, None] * p[..., None, :]
    diagonal = np.eye(p.shape[-1], dtype=bool)
    others = np.where(diagonal, 0, products)
    # p_i (1 - p_i) as a sum of what is positive: 1 - p_i would lose its digits near p_i = 1.
    return np.where(diagonal, others.sum(axis=-1)[..., None], -others)


def covariance_product(eta: ArrayLike, v: ArrayLike) -> Any:
    """The covariance of the one-hot statistic times a vector, which is the Hessian of A times v.

    It is p_i (v_i - p^T v) with p = softmax(eta): the matrix is not formed.

    eta     natural parameters (nats), shape (..., k)
    v       real vectors, shape (..., k); batch axes broadcast against those of eta
    returns array of the broadcast shape; its components sum to zero up to rounding
    error   at most 6 ulp of p_i max_j |v_j - p^T v|, where p_i is a normal number
    raises  as `lognormalizer.softmax`; ValueError where v has another number of components
    equations: covariance-vector-product, covariance-product-sums-to-zero
    source: Wainwright & Jordan 2008, proposition 3.1, doi:10.1561/2200000001
    """
    (eta, v), dtype = _pair(eta, v)
    p = softmax(eta)
    with np.errstate(all="ignore"):
        # Measured from the v of the most probable outcome, which is not far from the mean.
        reference = np.take_along_axis(v, p.argmax(axis=-1, keepdims=True), axis=-1)
        above, lost = sum_and_rest(v, -reference)
        return (p * (above - _mean(p, above) + lost)).astype(dtype, copy=False)


def entropy(eta: ArrayLike) -> Any:
    """The entropy of the distribution with given natural parameters, -sum(p * log(p)).

    eta     natural parameters (nats), shape (..., k)
    returns array of the batch shape (nats), from 0 to log(k)
    error   at most 4 ulp
    raises  as `lognormalizer.softmax`; an impossible outcome adds nothing
    equations: categorical-entropy, categorical-entropy-by-probabilities
    source: Cover & Thomas 2006, section 2.1, doi:10.1002/047174882X
    """
    array, dtype = _wide(eta)
    p, log_p = softmax(array), log_softmax(array)
    with np.errstate(all="ignore"):
        terms = np.where(p == 0, 0, p * -log_p)
        return terms.sum(axis=-1).astype(dtype, copy=False)[()]


def kl_divergence(eta: ArrayLike, zeta: ArrayLike) -> Any:
    """The Kullback-Leibler divergence of two distributions, given their natural parameters.

    It is sum(p * log(p / q)) with p = softmax(eta) and q = softmax(zeta), the Bregman divergence
    A(zeta) - A(eta) - p^T (zeta - eta). It is summed as p * (exp(r) - 1 - r) with r = log(q / p):
    as p and q sum to 1 that is the same, and since no term is negative, nothing cancels.

    eta     natural parameters of p (nats), shape (..., k)
    zeta    natural parameters of q (nats), shape (..., k); batch axes broadcast against eta's
    returns array of the batch shape (nats), not negative; inf where q excludes what p does not
    error   at most 8 ulp
    raises  as `lognormalizer.softmax`; ValueError where zeta has another number of components
    equations: categorical-kl-divergence, categorical-kl-divergence-by-probabilities
    source: Cover & Thomas 2006, section 2.3, doi:10.1002/047174882X;
            Wainwright & Jordan 2008, section 5.2.2, doi:10.1561/2200000001
    """
    (eta, zeta), dtype = _pair(eta, zeta)
    p, q, log_p, log_q = softmax(eta), softmax(zeta), log_softmax(eta), log_softmax(zeta)
    with np.errstate(all="ignore"):
        moved = _log_ratio(_finite(eta, log_p), _finite(zeta, log_q), p, q, log_p > -np.inf)
        ratio = np.where(np.isfinite(moved), moved, log_q - log_p)
        # Where exp(r) overflows or p underflows, p exp(r) is q.
        terms = np.where(ratio > 2, q - p * (1 + ratio), p * _above_tangent(ratio))
        total = np.where(p == 0, q, terms).sum(axis=-1)
        excluded = ((log_q == -np.inf) & (log_p > -np.inf)).any(axis=-1)
        return np.where(excluded, np.inf, total).astype(dtype, copy=False)[()]


def _log_ratio(eta: Array, zeta: Array, p: Array, q: Array, possible: Array) -> Array:
    """log(q / p), with all its digits also where eta and zeta nearly agree; NaN where most differ.

    That is zeta - eta less the difference of the log-normalizers. What zeta and eta differ by on
    average is taken out first, since it would hide the rest. Outcomes that are far more probable
    under q, or possible under q alone, count by their probabilities.
    """
    moved, lost = sum_and_rest(zeta, -eta)
    moved = moved - _mean(p, moved) + lost
    near = possible & ~(moved > 1)
    far_q = np.where(near, 0, q).sum(axis=-1, keepdims=True)
    gain = np.where(near, p * np.expm1(moved), -p).sum(axis=-1, keepdims=True)
    return np.where(far_q < 0.5, moved - np.log1p(gain) + np.log1p(-far_q), np.nan)


def _above_tangent(r: Array) -> Array:
    """exp(r) - 1 - r, for r up to 2.

    With h = r / 2 it is expm1(h)^2 + 2 (exp(h) - 1 - h), and for h the series is short.
    """
    h = np.clip(r / 2, -1, 1)
    series = np.ones_like(h)
    for n in range(20, 2, -1):
        series = 1 + series * h / n
    near = np.expm1(h) ** 2 + h * h * series
    return np.where(r < -2, np.expm1(r) - r, near)


def log_density(x: ArrayLike, eta: ArrayLike) -> Any:
    """The log-probability of an outcome, eta^T x - A(eta).

    x       one-hot outcomes, shape (..., k)
    eta     natural parameters (nats), shape (..., k); batch axes broadcast against those of x
    returns array of the batch shape, at most 0; -inf where the outcome cannot happen
    error   at most 4 ulp
    raises  ValueError where x is not one-hot, or has another number of components than eta
    equations: categorical-natural-form
    source: Wainwright & Jordan 2008, section 3.3, doi:10.1561/2200000001
    """
    outcome, log_p = _one_hot(x, eta), log_softmax(eta)
    return np.where(outcome == 1, log_p, 0).sum(axis=-1)[()]


def pmf(x: ArrayLike, theta: ArrayLike) -> Any:
    """The probability of an outcome, the product of theta_i ** x_i.

    x       one-hot outcomes, shape (..., k)
    theta   probabilities, shape (..., k), not negative; batch axes broadcast against those of x
    returns array of the batch shape
    error   none: one factor is theta_i, the others are 1
    raises  ValueError where x is not one-hot, has another number of components than theta, or a
            probability is negative
    equations: categorical-pmf, categorical-exponential-form
    source: Casella & Berger 2002, section 4.6
    """
    theta = _probabilities(theta)
    return (theta ** _one_hot(x, theta)).prod(axis=-1)[()]


def _probabilities(theta: ArrayLike) -> Array:
    array = np.asarray(theta)
    if not np.issubdtype(array.dtype, np.floating):
        array = array.astype(np.float64)
    if array.ndim == 0 or array.shape[-1] == 0:
        raise ValueError(f"expected probabilities on the last axis, got shape {array.shape}")
    if np.any(array < 0):
        where = tuple(int(i) for i in np.argwhere(array < 0)[0])
        raise ValueError(f"the probability at index {where} is negative: {array[where]}")
    return array


def _one_hot(x: ArrayLike, other: ArrayLike) -> Array:
    array, components = np.asarray(x), np.shape(other)[-1:]
    if array.shape[-1:] != components or array.ndim == 0:
        raise ValueError(f"x has shape {array.shape}, and there are {components[0]} components")
    if not (np.isin(array, (0, 1)).all() and (array.sum(axis=-1) == 1).all()):
        raise ValueError("x is not one-hot: expected a single 1 and zeros on the last axis")
    return array


def _wide(eta: ArrayLike) -> tuple[Array, np.dtype[Any]]:
    """In float64 at least, and the type of the result."""
    array = numbers(eta)
    dtype = types(array.dtype).result
    return array.astype(np.result_type(dtype, np.float64), copy=False), dtype


def _pair(first: ArrayLike, second: ArrayLike) -> tuple[tuple[Array, Array], np.dtype[Any]]:
    """Both in the same wide type and shape, and the type of the result."""
    (a, a_type), (b, b_type) = _wide(first), _wide(second)
    if a.shape[-1:] != b.shape[-1:]:
        raise ValueError(f"shapes {a.shape} and {b.shape} have different numbers of components")
    a, b = np.broadcast_arrays(a, b)
    return (a, b), np.result_type(a_type, b_type)


def _mean(p: Array, v: Array) -> Any:
    """p^T v, where what has no probability does not count, whatever it is."""
    return np.where(p == 0, 0, p * v).sum(axis=-1, keepdims=True)


def _finite(eta: Array, log_p: Array) -> Array:
    """The natural parameters without inf: with it in a vector, its log-probabilities."""
    return np.where(np.any(eta == np.inf, axis=-1, keepdims=True), log_p, eta)
