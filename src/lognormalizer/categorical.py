"""The categorical distribution as an exponential family: statistic one-hot x, base measure 1.

`theta` are probabilities, `eta` natural parameters; the last component is the reference.
"""

from __future__ import annotations

from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lognormalizer import categorical_information as information
from lognormalizer import complex_valued
from lognormalizer.double_double import Double
from lognormalizer.family import ExponentialFamily
from lognormalizer.finite import centered_series
from lognormalizer.log_sum_exp import log_softmax, logsumexp, softmax
from lognormalizer.tiling import BLOCK, component_axes, numbers, pieces, sample_shape, types

Array = NDArray[Any]

SUM = 1e-12  # how far from 1 probabilities may sum

__all__ = ["Categorical", "categorical"]


class Categorical(ExponentialFamily):
    """The categorical distribution over k outcomes, for any k, in as many natural parameters.

    t(x) = x, one-hot of shape (..., k), h(x) = 1, A(eta) = log(sum(exp(eta))). The components of
    eta may be shifted together. eta may also be infinite: -inf for an outcome that cannot happen.
    dtypes as for `lognormalizer.logsumexp`.
    source: Wainwright & Jordan 2008, section 3.3, doi:10.1561/2200000001
    """

    natural_space, mean_space = "all vectors", "all probabilities are positive and sum to 1"

    # ------------------------------------------------------------------ the form

    def support(self, x: ArrayLike) -> Any:
        """Whether x is one-hot on its last axis, shape (..., k) to (...)."""
        x = numbers(x)
        return np.isin(x, (0, 1)).all(axis=-1) & (x.sum(axis=-1) == 1)

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return tuple(np.moveaxis(x, -1, 0))

    def log_base_measure(self, x: ArrayLike) -> Any:
        """0, shape (..., k) to (...)."""
        return np.zeros(np.shape(x)[:-1])[()]

    def log_normalizer_formula(self, *eta: Any) -> Any:
        return reduce(np.logaddexp, eta)

    def in_natural_space(self, *eta: Any) -> Any:
        return np.full(np.shape(eta[0]), True)

    def in_mean_space(self, *mu: Any) -> Any:
        return np.all([m > 0 for m in mu], axis=0) & (np.abs(sum(mu) - 1) < SUM)

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        return tuple(np.moveaxis(self.natural_parameter(np.stack(mu, axis=-1)), -1, 0))

    initial_is_exact = True

    def natural_parameter(self, theta: ArrayLike) -> Array:
        """The natural parameter of given probabilities, log(theta_i / theta_k).

        theta   probabilities, shape (..., k), not negative; need not be normalized
        returns array of that shape (nats); the last component is exactly 0
        error   at most 3 ulp
        raises  ValueError for complex numbers, a negative entry, an empty axis, or a last entry
                that is not positive, since all is measured from it; a zero elsewhere gives -inf
        equations: categorical-natural-parameter, categorical-inverse
        source: Wainwright & Jordan 2008, section 3.3, doi:10.1561/2200000001
        """
        theta = _probabilities(theta)
        reference = theta[..., -1:]
        if np.any(reference <= 0):
            raise ValueError("the last probability is the reference and must be positive")
        ratio = theta / reference
        # Close to 1 the quotient has lost what the logarithm needs; the difference is exact.
        near = np.log1p((theta - reference) / reference)
        far = np.log(theta) - np.log(reference)
        normal = (ratio > np.finfo(ratio.dtype).tiny) & np.isfinite(ratio)
        result = np.where(normal, np.log(ratio), far)
        return np.where((ratio > 0.5) & (ratio < 2), near, result)

    def probabilities(self, eta: ArrayLike) -> Any:
        """The probabilities of given natural parameters, the softmax.

        eta     natural parameters (nats), shape (..., k)
        returns, error, raises: as `lognormalizer.softmax`
        equations: categorical-inverse, softmax
        source: Wainwright & Jordan 2008, section 3.3, doi:10.1561/2200000001
        """
        return softmax(numbers(eta))

    def log_normalizer(self, eta: ArrayLike) -> Any:
        """The log-normalizer A(eta), the logarithm of the sum of exponentials.

        eta     natural parameters (nats), shape (..., k)
        returns, error, raises: as `lognormalizer.logsumexp`
        equations: log-sum-exp, categorical-log-normalizer
        source: Wainwright & Jordan 2008, section 3.3, doi:10.1561/2200000001
        """
        return logsumexp(numbers(eta))

    def mean(self, eta: ArrayLike) -> Any:
        """The mean of the one-hot statistic, which is the gradient of the log-normalizer.

        eta     natural parameters (nats), shape (..., k)
        returns, error, raises: as `lognormalizer.softmax`
        equations: gradient-is-mean, gradient-vector
        source: Wainwright & Jordan 2008, proposition 3.1, doi:10.1561/2200000001
        """
        return softmax(numbers(eta))

    def covariance(self, eta: ArrayLike) -> Array:
        """The covariance of the one-hot statistic, diag(p) - p p^T with p = softmax(eta).

        eta     natural parameters (nats), shape (..., k)
        returns array of shape (..., k, k); symmetric, its rows sum to zero up to rounding
        error   at most 8 ulp an entry
        raises  as `lognormalizer.softmax`
        source: Wainwright & Jordan 2008, proposition 3.1, doi:10.1561/2200000001
        """
        array = numbers(eta)
        dtype = types(array.dtype)
        wide = array.astype(dtype.wide)
        p, log_p = softmax(wide), log_softmax(wide)
        # 1 - p_i would lose its digits near p_i = 1, where the logarithm has them.
        largest = np.arange(p.shape[-1]) == p.real.argmax(axis=-1)[..., None]
        variances = p * np.where(largest, -np.expm1(log_p), 1 - p)
        products = -p[..., :, None] * p[..., None, :]
        entries = np.where(np.eye(p.shape[-1], dtype=bool), variances[..., None], products)
        return entries.astype(dtype.result)

    def covariance_product(self, eta: ArrayLike, v: ArrayLike) -> Any:
        """The covariance of the one-hot statistic times a vector: the Hessian of A times v.

        It is p_i (v_i - p^T v) with p = softmax(eta): the matrix is not formed.

        eta     natural parameters (nats), shape (..., k)
        v       real vectors, shape (..., k); batch axes broadcast against those of eta
        returns array of the broadcast shape; its components sum to zero up to rounding
        error   at most 2 ulp of p_i max_j |v_j - p^T v|, where p_i is a normal number
        raises  as `lognormalizer.softmax`; ValueError where v has another number of components
        equations: covariance-vector-product, covariance-product-sums-to-zero
        source: Wainwright & Jordan 2008, proposition 3.1, doi:10.1561/2200000001
        """
        return _by_blocks("covariance_product", eta, v, shape=slice(None))

    def entropy(self, eta: ArrayLike) -> Any:
        """The entropy of the distribution with given natural parameters, -sum(p * log(p)).

        eta     natural parameters (nats), shape (..., k)
        returns array of the batch shape (nats), from 0 to log(k)
        error   at most 2 ulp
        raises  as `lognormalizer.softmax`; an impossible outcome adds nothing
        equations: categorical-entropy, categorical-entropy-by-probabilities
        source: Cover & Thomas 2006, section 2.1, doi:10.1002/047174882X
        """
        return _by_blocks("entropy", eta, shape=slice(-1))

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """The Kullback-Leibler divergence of two distributions, given their natural parameters.

        It is sum(p * log(p / q)) with p = softmax(eta) and q = softmax(other), the Bregman
        divergence A(other) - A(eta) - p^T (other - eta). It is taken from
        sum(p * (exp(u) - 1 - u)), where u is other - eta less its mean under p: no term is
        negative, so nothing cancels.

        eta     natural parameters of p (nats), shape (..., k)
        other   natural parameters of q (nats), shape (..., k); batch axes broadcast against eta's
        returns array of the batch shape (nats), not negative; inf where q excludes what p does not
        error   at most 2 ulp of max(D, 1e-290)
        raises  as `lognormalizer.softmax`; ValueError where other has another number of components
        equations: categorical-kl-divergence, categorical-kl-divergence-by-probabilities
        source: Cover & Thomas 2006, section 2.3, doi:10.1002/047174882X;
                Wainwright & Jordan 2008, section 5.2.2, doi:10.1561/2200000001
        """
        return _by_blocks("kl_divergence", eta, other, shape=slice(-1))

    def log_density(self, x: ArrayLike, eta: ArrayLike) -> Any:
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

    def pmf(self, x: ArrayLike, theta: ArrayLike) -> Any:
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

    def product(self, eta: ArrayLike, other: ArrayLike) -> Array:
        """The sum; all as for `ExponentialFamily.product`."""
        return self._vector(eta, "parameter") + self._vector(other, "parameter")

    # ------------------------------------------------------------------ derivatives and back

    def fisher_product(self, eta: ArrayLike, v: ArrayLike) -> Array:
        """The Fisher information times a vector: `covariance_product`."""
        return self.covariance_product(eta, v)  # type: ignore[no-any-return]

    def natural_gradient(self, eta: ArrayLike, v: ArrayLike) -> Array:
        """The pseudoinverse of the Fisher information times a vector, without a matrix.

        The information does not see a shift of all components; so v counts less its mean, and so
        does the result.

        eta     natural parameters (nats), shape (..., k)
        v       the gradient of a function of eta, shape (..., k); batch axes broadcast
        returns array of the broadcast shape; infinite where an outcome cannot happen
        error   at most 8 ulp of its largest component
        raises  as `lognormalizer.softmax`
        equations: newton-step-without-inverse, fisher-penrose-conditions
        source: Amari 1998, doi:10.1162/089976698300017746
        """
        eta, v = numbers(eta), numbers(v)
        dtype = np.result_type(types(eta.dtype).result, types(v.dtype).result)
        wide = np.result_type(dtype, np.float64)
        # To twice the precision, since a vector may be nearly its mean.
        away = Double(v.astype(wide), np.zeros(v.shape))
        step = (away - away.sum() / v.shape[-1]).rounded() / softmax(eta.astype(wide))
        result: Array = (step - step.mean(axis=-1, keepdims=True)).astype(dtype)
        return result

    def maximum_likelihood(self, x: ArrayLike) -> Array:
        """The natural parameter under which a sample is most likely: that of its frequencies.

        x       one-hot outcomes, shape (..., n, k); the axis before the last is the sample
        returns array of shape (..., k); -inf for an outcome that was not seen
        error   as `natural_parameter`
        raises  ValueError for an empty sample, for what is not one-hot, or where the last outcome,
                which is the reference, was not seen
        equations: score
        """
        x = numbers(x)
        if x.ndim < 2 or 0 in x.shape[-2:]:
            raise ValueError("expected a sample of one-hot outcomes on the last two axes, "
                             f"got shape {x.shape}")
        return self.natural_parameter(_one_hot(x, x).sum(axis=-2))

    def sample(self, eta: ArrayLike, rng: np.random.Generator, size: Any = ()) -> Array:
        """One-hot outcomes drawn at random, shape (size, ..., k).

        All else as for `ExponentialFamily.sample`. The largest of eta and independent Gumbel noise
        is a draw; so probabilities need not be worked out.
        source: Maddison, Tarlow & Minka 2014, arXiv:1411.0030
        """
        eta = numbers(eta)
        component_axes(eta, -1)
        noisy = eta + rng.gumbel(size=(*sample_shape(size), *eta.shape))
        drawn = noisy.argmax(axis=-1)[..., None]
        return np.asarray(np.arange(eta.shape[-1]) == drawn, np.int64)

    def _taylor(self, eta: Array, direction: Array, order: int) -> Array:
        p = softmax(eta)
        first = (p * direction).sum(axis=-1, keepdims=True)
        return centered_series(logsumexp(eta), first[..., 0], p, direction - first, order)

    def _vector(self, value: ArrayLike, what: str) -> Array:
        array = np.asarray(numbers(value), np.result_type(numbers(value), np.float64))
        component_axes(array, -1)
        return array

    def usual_parameters(self, eta: ArrayLike) -> Any:
        """The probabilities, by another name."""
        return softmax(numbers(eta))


def _probabilities(theta: ArrayLike) -> Array:
    array = numbers(theta)
    if np.iscomplexobj(array):
        raise ValueError(f"expected probabilities, got an array of type {array.dtype}")
    if not np.issubdtype(array.dtype, np.floating):
        array = array.astype(np.float64)
    if array.ndim == 0 or array.shape[-1] == 0:
        raise ValueError(f"expected probabilities on the last axis, got shape {array.shape}")
    if np.any(array < 0):
        where = tuple(int(i) for i in np.argwhere(array < 0)[0])
        raise ValueError(f"the probability at index {where} is negative: {array[where]}")
    return array


def _one_hot(x: ArrayLike, other: ArrayLike) -> Array:
    array, components = numbers(x), np.shape(other)[-1:]
    if array.shape[-1:] != components or array.ndim == 0:
        raise ValueError(f"x has shape {array.shape}, and there are {components[0]} components")
    if not (np.isin(array, (0, 1)).all() and (array.sum(axis=-1) == 1).all()):
        raise ValueError("x is not one-hot: expected a single 1 and zeros on the last axis")
    return array


def _by_blocks(name: str, *given: ArrayLike, shape: slice) -> Any:
    """A function of vectors of as many components each, on blocks of them.

    They are handed over as float64 at least. `shape` is what the result has of their shape.
    """
    arrays = [numbers(one) for one in given]
    for array in arrays:
        component_axes(array, -1)
    if len({array.shape[-1] for array in arrays}) > 1:
        raise ValueError(f"shapes {' and '.join(str(array.shape) for array in arrays)} have "
                         "different numbers of components")
    dtype = np.result_type(*(types(array.dtype).result for array in arrays))
    wide = np.result_type(dtype, np.float64)
    function = getattr(complex_valued if dtype.kind == "c" else information, name)
    arrays = list(np.broadcast_arrays(*arrays))
    whole = arrays[0].shape
    result = np.empty(whole[shape], dtype)
    for piece in pieces(whole[:-1], max(1, BLOCK // whole[-1])):
        result[piece] = function(*(array[piece].astype(wide) for array in arrays))
    return result[()]


categorical = Categorical()
