"""The categorical distribution as an exponential family: statistic one-hot x, base measure 1.

`theta` are probabilities, `eta` natural parameters; the last component is the reference.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lognormalizer.log_sum_exp import log_softmax, logsumexp, softmax

Array = NDArray[Any]

__all__ = ["covariance", "log_density", "log_normalizer", "mean", "natural_parameter", "pmf",
           "probabilities"]


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


def probabilities(eta: ArrayLike) -> Array:
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


def mean(eta: ArrayLike) -> Array:
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
