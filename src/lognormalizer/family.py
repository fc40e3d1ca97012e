"""Exponential families: what follows from the log-normalizer is derived here, once.

The density is h(x) exp[eta^T t(x) - A(eta)]. A family supplies the statistic t, the log base
measure log h, the log-normalizer A and the support; see `lognormalizer.families` for four of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from math import factorial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lognormalizer.newton import invert
from lognormalizer.taylor import Series

Array = NDArray[Any]

# The imaginary step of mixed derivatives. Its square vanishes beside all distances to the boundary
# of the natural parameter space that are above 1e-80, and slopes above 1e-210 keep their digits.
STEP = 2.0**-300

# The KL divergence is the rest of a Taylor series; it is summed where it dies out by this order.
ORDER = 16
DIED_OUT = 2.0**-56


class ExponentialFamily(ABC):
    """An exponential family of distributions over numbers, in its natural parameter.

    A family supplies, as functions of an outcome x or of the components of eta or mu:

        dimension, natural_space, mean_space      how many parameters; the two sets, in words
        support(x)                                whether x can happen
        log_base_measure(x)                       log h(x), and
        mean_log_base_measure(eta)                its mean; by default the constant `log_h`
        sufficient_statistic(x)                   the components of t(x), a tuple
        log_normalizer_formula(*eta)              A(eta), of `+ - * /`, `np.exp`, `np.log` alone
        in_natural_space(*eta), in_mean_space(*mu)  membership
        initial_natural_parameter(*mu)            a first guess of eta for a mean

    Outcomes have shape (...), one number each; parameters have shape (..., d), and an axis of
    length 1 stays. Batch axes broadcast. Computed in float64. NaN passes through; a parameter
    outside its space is a ValueError that names it. Errors are stated for the four named
    families; where a result is a difference they are in ulp of its largest term, since the terms
    are rounded before.
    source: Brown 1986, chapters 1 and 5, doi:10.1214/lnms/1215466757;
            Wainwright & Jordan 2008, chapter 3, doi:10.1561/2200000001
    """

    dimension: int
    natural_space: str
    mean_space: str
    log_h: float = 0.0

    @abstractmethod
    def support(self, x: ArrayLike) -> Any:
        """Whether an outcome can happen: True where the density is positive, shape (...)."""

    @abstractmethod
    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        """The components of t(x), each of the shape of x."""

    @abstractmethod
    def log_normalizer_formula(self, *eta: Any) -> Any:
        """A(eta), from the components of eta: numbers, arrays or power series."""

    @abstractmethod
    def in_natural_space(self, *eta: Any) -> Any:
        """Whether finite components of eta are in the natural parameter space."""

    @abstractmethod
    def in_mean_space(self, *mu: Any) -> Any:
        """Whether finite components of mu are in the interior of the mean parameter space."""

    @abstractmethod
    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        """A first guess of the natural parameter that has the mean mu."""

    @property
    def name(self) -> str:
        return type(self).__name__

    # ------------------------------------------------------------------ the form

    def statistic(self, x: ArrayLike) -> Array:
        """The sufficient statistic t(x).

        x       outcomes, shape (...)
        returns array of shape (..., d); meaningless outside the support
        """
        with np.errstate(all="ignore"):
            return np.stack(np.broadcast_arrays(*self.sufficient_statistic(np.asarray(x))), axis=-1)

    def log_base_measure(self, x: ArrayLike) -> Any:
        """The logarithm of the base measure, log h(x).

        x       outcomes, shape (...)
        returns array of that shape; meaningless outside the support
        """
        return np.full(np.shape(x), self.log_h)[()]

    def log_normalizer(self, eta: ArrayLike) -> Any:
        """The log-normalizer A(eta), the logarithm of the sum or integral of h(x) exp[eta^T t(x)].

        eta     natural parameters (nats), shape (..., d); real, or complex with a real part in the
                natural parameter space
        returns array of shape (...)
        error   at most 8 ulp of the largest term; 1 ulp where there is only one
        raises  ValueError for a parameter outside the natural parameter space
        equations: finite-log-normalizer
        """
        with np.errstate(all="ignore"):
            return np.asarray(self.log_normalizer_formula(*_parts(self._natural(eta))))[()]

    def log_density(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The logarithm of the density or of the probability mass, eta^T t(x) + log h(x) - A(eta).

        x       outcomes, shape (...)
        eta     natural parameters (nats), shape (..., d)
        returns array of the batch shape; -inf outside the support
        error   at most 8 ulp of the largest term
        raises  as `log_normalizer`
        equations: finite-log-density, finite-density
        """
        x, eta = np.asarray(x), self._natural(eta)
        with np.errstate(all="ignore"):
            inside = ((self.statistic(x) * eta).sum(axis=-1) + self.log_base_measure(x)
                      - self.log_normalizer(eta))
            return np.where(self.support(x), inside, np.where(np.isnan(x), np.nan, -np.inf))[()]

    # ------------------------------------------------------------------ derivatives

    def mean(self, eta: ArrayLike) -> Array:
        """The mean of the statistic, which is the gradient of the log-normalizer.

        eta     natural parameters (nats), shape (..., d)
        returns array of that shape
        error   at most 8 ulp a component, of the largest term
        raises  as `log_normalizer`
        equations: mean-from-log-normalizer
        """
        eta = self._natural(eta)
        slopes = [self._taylor(eta, direction, 1)[1] for direction in np.eye(self.dimension)]
        return np.stack(slopes, axis=-1)

    def covariance(self, eta: ArrayLike) -> Array:
        """The covariance of the statistic: the Hessian of the log-normalizer.

        It is also the Fisher information of the natural parameter.

        eta     natural parameters (nats), shape (..., d)
        returns array of shape (..., d, d), symmetric
        error   at most 4 ulp an entry
        raises  as `log_normalizer`
        equations: covariance-from-log-normalizer
        """
        eta = self._natural(eta)
        result = np.empty((*eta.shape, self.dimension))
        directions = np.eye(self.dimension)
        for i, first in enumerate(directions):
            for j, second in enumerate(directions[:i + 1]):
                mixed = self._taylor(eta + 1j * STEP * second, first, 1)[1].imag / STEP
                result[..., i, j] = result[..., j, i] = mixed
        return result

    def cumulants(self, eta: ArrayLike, direction: ArrayLike, order: int = 4) -> Array:
        """The first cumulants of v^T t(X): mean, variance, third, fourth, …

        They are the derivatives of s -> A(eta + s v) at s = 0.

        eta     natural parameters (nats), shape (..., d)
        direction   v, shape (..., d)
        order   how many
        returns array of shape (..., order)
        error   at most 8 ulp to order 4, along one component
        raises  as `log_normalizer`; ValueError for order < 1
        equations: cumulant-function
        """
        if order < 1:
            raise ValueError(f"at least one cumulant, not {order}")
        terms = self._taylor(self._natural(eta), self._vector(direction, "direction"), order)
        return np.stack([factorial(n) * terms[n] for n in range(1, order + 1)], axis=-1)

    def _taylor(self, eta: Array, direction: Array, order: int) -> Array:
        """The Taylor coefficients of s -> A(eta + s direction), on the first axis."""
        rest = [0.0] * (order - 1)
        line = [Series([point, slope, *rest])
                for point, slope in zip(_parts(eta), _parts(direction), strict=True)]
        with np.errstate(all="ignore"):
            value = self.log_normalizer_formula(*line)
        return np.stack(np.broadcast_arrays(*value.coefficients))

    # ------------------------------------------------------------------ information

    def entropy(self, eta: ArrayLike) -> Any:
        """The entropy -E[log f(X)], which is A(eta) - eta^T mean - E[log h(X)].

        eta     natural parameters (nats), shape (..., d)
        returns array of shape (...), nats; of a density it may be negative
        error   at most 8 ulp of the largest term
        raises  as `log_normalizer`
        equations: conjugate-is-negative-entropy, free-energy
        """
        eta = self._natural(eta)
        return (self.log_normalizer(eta) - (eta * self.mean(eta)).sum(axis=-1)
                - self.mean_log_base_measure(eta))

    def mean_log_base_measure(self, eta: Array) -> Any:
        """E[log h(X)]; a family whose base measure is not constant supplies its own."""
        return self.log_h

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """The KL divergence of the distribution at `other` from the one at `eta`, E[log f / g].

        It is the Bregman divergence A(other) - A(eta) - (other - eta)^T mean(eta). That cancels
        where the two are close; its Taylor series does not.

        eta     natural parameters (nats) of f, over which the mean is taken, shape (..., d)
        other   those of g, shape (..., d)
        returns array of the batch shape, nats; not negative, and 0 where the two are the same
        error   at most 32 ulp: of the largest step_i^2 C_ii where the two are close, so that all
                digits are kept; elsewhere of the largest term of the Bregman divergence
        raises  as `log_normalizer`
        equations: kl-is-bregman, kl-divergence
        """
        eta, other = np.broadcast_arrays(self._natural(eta), self._natural(other))
        step = other - eta
        with np.errstate(all="ignore"):
            terms = self._taylor(eta, step, ORDER)
            near = terms[:1:-1].sum(axis=0)
            far = (self.log_normalizer(other) - self.log_normalizer(eta)
                   - (step * self.mean(eta)).sum(axis=-1))
            died_out = np.abs(terms[-2:]).max(axis=0) <= DIED_OUT * np.abs(near)
        return np.maximum(np.where(died_out, near, far), 0)[()]

    # ------------------------------------------------------------------ estimation

    def maximum_likelihood(self, x: ArrayLike) -> Array:
        """The natural parameter under which a sample is most likely.

        Its mean is the mean of the statistic over the sample: moments are matched.

        x       outcomes, shape (..., n); the last axis is the sample
        returns array of shape (..., d)
        error   as `natural_from_mean`
        raises  ValueError for an empty sample, an outcome outside the support, or where the
                likelihood has no maximum, as when all outcomes are the same
        equations: moment-matching
        """
        x = np.asarray(x)
        if x.ndim == 0 or x.shape[-1] == 0:
            raise ValueError(f"expected a sample on the last axis, got shape {x.shape}")
        if not np.all(self.support(x)):
            where = _first(~np.asarray(self.support(x)))
            raise ValueError(f"{self.name}: the outcome at index {where} is outside the support: "
                             f"{x[where]}")
        return self.natural_from_mean(self.statistic(x).mean(axis=-2))

    def natural_from_mean(self, mu: ArrayLike) -> Array:
        """The natural parameter that has a given mean: the inverse of `mean`, by Newton's method.

        mu      means of the statistic, shape (..., d)
        returns array of that shape
        error   a few ulp of mu, through the inverse of the covariance: a mean close to the
                boundary, or statistics that nearly depend on each other, tell eta less well
        raises  ValueError where mu is not in the interior of the mean parameter space, or closer to
                its boundary than float64 can tell
        equations: moment-matching
        source: Sun & Tran-Dinh 2019, doi:10.1007/s10107-018-1282-4
        """
        mu = self._vector(mu, "mean")
        rows = [self._from_one_mean(row) for row in mu.reshape(-1, self.dimension)]
        return np.array(rows).reshape(mu.shape)

    def _from_one_mean(self, mu: Array) -> Array:
        if np.isnan(mu).any():
            return np.full(mu.shape, np.nan)
        if not (np.isfinite(mu).all() and self.in_mean_space(*mu)):
            return self._or_refuse(None, mu)
        start = np.array(self.initial_natural_parameter(*mu), dtype=np.float64)
        return self._or_refuse(self._invert(mu, start), mu)

    def _invert(self, mu: Array, start: Array) -> Array | None:
        return invert(self, mu, start, self._size, lambda eta: self.in_natural_space(*eta))

    def _or_refuse(self, eta: Array | None, mu: Array) -> Array:
        if eta is None:
            raise ValueError(
                f"{self.name}: the mean {mu.tolist()} is not in the interior of the mean parameter "
                f"space, {self.mean_space}, or closer to its boundary than float64 can tell; no "
                f"natural parameter has it, and a likelihood has no maximum")
        return eta

    def _size(self, step: Array, eta: Array) -> float:
        """How long a step is: well below 1, the covariance hardly changes along it.

        The larger of the standard deviation of step^T t(X) and of the relative change of its
        variance, the third cumulant over the second.
        """
        _, _, second, third = self._taylor(eta, step, 3)
        with np.errstate(all="ignore"):
            return float(max(np.sqrt(np.abs(2 * second)), np.abs(3 * third / second)
                             if third else 0.0))


    # ------------------------------------------------------------------ checks

    def _natural(self, eta: ArrayLike) -> Array:
        eta = self._vector(eta, "natural parameter")
        inside = np.isfinite(eta).all(axis=-1) & self.in_natural_space(*_parts(eta.real))
        outside = ~(inside | np.isnan(eta).any(axis=-1))
        if outside.any():
            where = _first(outside)
            raise ValueError(f"{self.name}: not in the natural parameter space, "
                             f"{self.natural_space}: {eta[where].tolist()}"
                             + (f" at index {where}" if where else ""))
        return eta

    def _vector(self, value: ArrayLike, what: str) -> Array:
        array = np.asarray(value)
        array = array.astype(np.complex128 if np.iscomplexobj(array) else np.float64)
        if array.ndim == 0 or array.shape[-1] != self.dimension:
            one = "; write [eta] for one" if self.dimension == 1 else ""
            raise ValueError(f"{self.name}: expected {self.dimension} components on the last axis "
                             f"of the {what}, got shape {array.shape}{one}")
        return array


def _parts(vector: Array) -> list[Array]:
    return list(np.moveaxis(vector, -1, 0))


def _first(condition: Array) -> tuple[int, ...]:
    return tuple(int(i) for i in np.argwhere(condition)[0])
