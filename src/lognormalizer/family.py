"""Exponential families: what follows from the log-normalizer is derived here, once.

The density is h(x) exp[eta^T t(x) - A(eta)]. A family supplies the statistic t, the log base
measure log h, the log-normalizer A and the support; see `lognormalizer.families` for four of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from math import factorial
from types import FunctionType
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lognormalizer.double_double import Double
from lognormalizer.newton import invert, solve
from lognormalizer.taylor import Series
from lognormalizer.tiling import numbers, sample_shape

Array = NDArray[Any]

# A divergence is an integral by Gauss and Legendre, of so many points. Where fewer come as close as
# this, more are right to the last bits.
NODES, NODE_WEIGHTS = np.polynomial.legendre.leggauss(32)
FEWER_NODES, FEWER_WEIGHTS = np.polynomial.legendre.leggauss(20)
CLOSE = 2.0**-32


class ExponentialFamily(ABC):
    """An exponential family of distributions over numbers, in its natural parameter.

    A family supplies, as functions of an outcome x or of the components of eta or mu:

        dimension, natural_space, mean_space      how many parameters; the two sets, in words
        support(x)                                whether x can happen
        log_base_measure(x)                       log h(x); by default the constant `log_h`
        mean_log_base_measure(eta)                E[log h(X)], for entropies, where h is no constant
        sufficient_statistic(x)                   the components of t(x), a tuple
        log_normalizer_formula(*eta)              A(eta), of `+ - * / **` and the functions of numpy
                                                  and SciPy that `taylor.Series` knows
        in_natural_space(*eta), in_mean_space(*mu)  membership, of arrays
        initial_natural_parameter(*mu)            a first guess of eta for a mean; all that there is
                                                  to it where `initial_is_exact`

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
    initial_is_exact: bool = False

    def __init_subclass__(cls) -> None:
        _quiet(cls)

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

    def usual_parameters(self, eta: ArrayLike) -> Any:
        """The parameters that textbooks name, of a family that has them."""
        raise NotImplementedError(f"{self.name} supplies no usual parameters")

    @property
    def name(self) -> str:
        return type(self).__name__

    def __repr__(self) -> str:
        return f"{self.name}()"

    # ------------------------------------------------------------------ the form

    def statistic(self, x: ArrayLike) -> Array:
        """The sufficient statistic t(x).

        x       outcomes, shape (...)
        returns array of shape (..., d); meaningless outside the support
        """
        x = numbers(x)
        if not np.iscomplexobj(x):  # of integers, a square might overflow
            x = x.astype(np.float64, copy=False)
        return np.stack(np.broadcast_arrays(*self.sufficient_statistic(x)), axis=-1)

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
        eta = self._natural(eta)
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
        result = np.empty((*eta.shape, self.dimension), eta.dtype)
        directions = np.eye(self.dimension)
        for i, first in enumerate(directions):
            for j, second in enumerate(directions[:i + 1]):
                result[..., i, j] = result[..., j, i] = self._mixed(eta, first, second)
        return result

    def _mixed(self, eta: Array, first: Array, second: Array) -> Any:
        """The derivative along both directions: of a series of series."""
        parts = zip(_parts(eta), first, second, strict=True)
        point = [Series([Series([value, b]), Series([a, 0.0])]) for value, a, b in parts]
        return self.log_normalizer_formula(*point).coefficients[1].coefficients[1]

    def fisher_information(self, eta: ArrayLike) -> Array:
        """The Fisher information of the natural parameter: the covariance, by another name."""
        return self.covariance(eta)

    def fisher_product(self, eta: ArrayLike, v: ArrayLike) -> Array:
        """The Fisher information times a vector, which is the Hessian of A times it.

        eta     natural parameters (nats), shape (..., d)
        v       vectors, shape (..., d); batch axes broadcast against those of eta
        returns array of the broadcast shape
        error   that of `covariance`, beside the largest term of each component
        raises  as `log_normalizer`
        equations: covariance-from-log-normalizer
        """
        return (self.covariance(eta) @ self._vector(v, "vector")[..., None])[..., 0]

    def natural_gradient(self, eta: ArrayLike, v: ArrayLike) -> Array:
        """The inverse of the Fisher information times a vector: the natural gradient, from a slope.

        eta     natural parameters (nats), shape (..., d)
        v       the gradient of a function of eta, shape (..., d); batch axes broadcast
        returns array of the broadcast shape; NaN where the information has no inverse
        error   that of `covariance`, through the inverse of the correlation
        raises  as `log_normalizer`
        source: Amari 1998, doi:10.1162/089976698300017746
        """
        covariance, v = self.covariance(eta), self._vector(v, "vector")
        batch = np.broadcast_shapes(covariance.shape[:-2], v.shape[:-1])
        return solve(np.broadcast_to(covariance, (*batch, *covariance.shape[-2:])),
                     np.broadcast_to(v, (*batch, v.shape[-1])))

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
        value = self.log_normalizer_formula(*line)
        return np.stack(np.broadcast_arrays(*value.coefficients))

    # ------------------------------------------------------------------ information

    def entropy(self, eta: ArrayLike) -> Any:
        """The entropy -E[log f(X)], which is A(eta) - eta^T mean - E[log h(X)].

        eta     natural parameters (nats), shape (..., d)
        returns array of shape (...), nats; of a density it may be negative
        error   at most 8 ulp of the largest term
        raises  as `log_normalizer`; TypeError for a family with a base measure of its own that does
                not supply the mean of its logarithm
        equations: conjugate-is-negative-entropy, free-energy
        """
        eta = self._natural(eta)
        return (self.log_normalizer(eta) - (eta * self.mean(eta)).sum(axis=-1)
                - self.mean_log_base_measure(eta))

    def mean_log_base_measure(self, eta: Array) -> Any:
        """E[log h(X)], shape (...); a family whose base measure is not constant supplies its own.

        eta     natural parameters (nats), shape (..., d)
        raises  TypeError for a family that supplies `log_base_measure` and not this
        """
        if type(self).log_base_measure is not ExponentialFamily.log_base_measure:
            raise TypeError(f"{self.name}: log_base_measure is its own, and its mean, which an "
                            f"entropy needs, is not known; override mean_log_base_measure(eta)")
        return self.log_h

    def cross_entropy(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """The cross-entropy -E[log g(X)] of the distribution at `other` under the one at `eta`.

        eta     natural parameters (nats) of the distribution over which the mean is taken,
                shape (..., d)
        other   those of g, shape (..., d)
        returns array of the batch shape, nats: the entropy and the KL divergence
        error   as of the two
        raises  as `entropy`
        equations: free-energy
        """
        return self.entropy(eta) + self.kl_divergence(eta, other)

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """The KL divergence of the distribution at `other` from the one at `eta`, E[log f / g].

        It is the Bregman divergence A(other) - A(eta) - (other - eta)^T mean(eta), what is left of
        a Taylor series after its second term. That difference cancels where the two are close; its
        remainder, an integral of the second derivative on the way from eta to other, does not.

        eta     natural parameters (nats) of f, over which the mean is taken, shape (..., d)
        other   those of g, shape (..., d)
        returns array of the batch shape, nats; not negative, and 0 where the two are the same
        error   at most 32 ulp, where the second derivative is that right and changes by less than
                a factor of 20 on the way; farther apart, of the largest term of the Bregman
                divergence
        raises  as `log_normalizer`
        equations: kl-is-bregman, kl-divergence
        """
        eta, other = np.broadcast_arrays(self._natural(eta), self._natural(other))
        step = other - eta
        integral = self._remainder(eta, step, NODES, NODE_WEIGHTS)
        rough = self._remainder(eta, step, FEWER_NODES, FEWER_WEIGHTS)
        terms = [self.log_normalizer(other), -self.log_normalizer(eta),
                 -(step * self.mean(eta)).sum(axis=-1)]
        difference = sum(terms)
        cancels = np.abs(difference) < np.max(np.abs(terms), axis=0) / 4
        close = (np.abs(rough - integral) <= CLOSE * np.abs(integral)) & (integral != 0)
        divergence = np.where(cancels & close, integral, difference)
        positive = (divergence.real > 0) & np.any(step != 0, axis=-1)
        return np.where(positive | np.isnan(divergence), divergence, 0)[()]

    def _remainder(self, eta: Array, step: Array, nodes: Array, weights: Array) -> Any:
        """The integral of (1 - s) times the second derivative of A at eta + s step, from 0 to 1."""
        shares = (1 + nodes).reshape(-1, *(1 for _ in eta.shape)) / 2
        heights = self._second_derivative(eta + shares * step, step)
        return np.tensordot(weights * (1 - nodes) / 4, heights, axes=1)

    def _second_derivative(self, eta: Array, direction: Array) -> Array:
        """Of s -> A(eta + s direction), at 0."""
        second: Array = 2 * self._taylor(eta, direction, 2)[2]
        return second

    # ------------------------------------------------------------------ estimation

    def maximum_likelihood(self, x: ArrayLike) -> Array:
        """The natural parameter under which a sample is most likely.

        Its mean is the mean of the statistic over the sample: moments are matched.

        x       outcomes, shape (..., n); the last axis is the sample
        returns array of shape (..., d)
        error   as `natural_from_mean`
        raises  ValueError for an empty sample, an outcome outside the support, or where the
                likelihood has no maximum, as when all outcomes are the same
        equations: score
        """
        return self.natural_from_mean(self.statistic(self._sample(x)).mean(axis=-2))

    def _checked(self, eta: Array, x: Array) -> Array:
        """Estimates, where all are in the natural parameter space: the likelihoods have maxima."""
        inside = self._is_inside(eta)
        if not inside.all():
            self._sample(x)
            self._refuse(self.statistic(x).mean(axis=-2)[~inside][0])
        return eta

    def _sample(self, x: ArrayLike) -> Array:
        x = samples(x)
        outside = ~np.asarray(self.support(x))
        if outside.any():
            where = _first(outside)
            raise ValueError(f"{self.name}: the outcome at index {where} is outside the support: "
                             f"{x[where]}")
        return x

    def natural_from_mean(self, mu: ArrayLike) -> Array:
        """The natural parameter that has a given mean: the inverse of `mean`.

        In closed form where there is one, by Newton's method where there is none.

        mu      means of the statistic, shape (..., d)
        returns array of that shape
        error   by Newton's method a few ulp of mu, through the inverse of the covariance: a mean
                close to the boundary, or statistics that nearly depend on each other, tell eta less
                well
        raises  ValueError where mu is not in the interior of the mean parameter space, or closer to
                its boundary than float64 can tell
        equations: score
        source: Sun & Tran-Dinh 2019, doi:10.1007/s10107-018-1282-4
        """
        mu = self._vector(mu, "mean")
        rows = mu.reshape(-1, mu.shape[-1])
        eta = np.full(rows.shape, np.nan)
        is_number = ~np.isnan(rows).any(axis=-1)
        eta[is_number] = self._from_means(rows[is_number])
        failed = is_number & ~self._is_inside(eta)
        if failed.any():
            self._refuse(rows[_first(failed)])
        return eta.reshape(mu.shape)

    def _from_means(self, mu: Array) -> Array:
        """The natural parameters of means, shape (n, d); NaN where there is none."""
        inside = np.isfinite(mu).all(axis=1) & self.in_mean_space(*_parts(mu))
        eta = np.full(mu.shape, np.nan)
        mu = mu[inside]
        if not len(mu):
            return eta
        start = np.empty_like(mu)
        for i, component in enumerate(self.initial_natural_parameter(*_parts(mu))):
            start[:, i] = component
        eta[inside] = start if self.initial_is_exact else self._invert(mu, start)
        return eta

    def _invert(self, mu: Array, start: Array) -> Array:
        return invert(self, mu, start, self._size, lambda eta: self.in_natural_space(*_parts(eta)))

    def _refuse(self, mu: Array) -> None:
        raise ValueError(
            f"{self.name}: the mean {mu.tolist()} is not in the interior of the mean parameter "
            f"space, {self.mean_space}, or closer to its boundary than float64 can tell; no "
            f"natural parameter has it, and a likelihood has no maximum")

    def _size(self, step: Array, eta: Array) -> Array:
        """How long steps are: well below 1, the covariance hardly changes along them.

        The larger of the standard deviation of step^T t(X) and of the relative change of its
        variance, the third cumulant over the second.
        """
        _, _, second, third = self._taylor(eta, step, 3)
        change = np.where(third == 0, 0.0, np.abs(3 * third / second))
        return np.asarray(np.maximum(np.sqrt(np.abs(2 * second)), change))

    # ------------------------------------------------------------------ conjugate priors

    def log_conjugate_prior(self, eta: ArrayLike, chi: ArrayLike, nu: ArrayLike) -> Any:
        """The logarithm of the conjugate prior, eta^T chi - nu A(eta), without its normalizer.

        eta     natural parameters (nats), shape (..., d)
        chi     the sum of the statistics that one has seen, so to speak, shape (..., d)
        nu      how many that were, shape (...)
        returns array of the batch shape
        error   a few ulp of the larger term
        raises  as `log_normalizer`
        equations: conjugate-prior
        source: Diaconis & Ylvisaker 1979, doi:10.1214/aos/1176344611
        """
        eta, chi = self._natural(eta), self._vector(chi, "prior")
        return (eta * chi).sum(axis=-1) - numbers(nu) * self.log_normalizer(eta)

    def posterior(self, x: ArrayLike, chi: ArrayLike, nu: ArrayLike) -> tuple[Array, Any]:
        """The parameters chi and nu of the conjugate prior after a sample has been seen.

        x       outcomes, shape (..., n); the last axis is the sample
        chi     shape (..., d)
        nu      shape (...)
        returns chi + sum(t(x)), shape (..., d), and nu + n, shape (...)
        error   that of the sum
        raises  ValueError for an empty sample, or an outcome outside the support
        equations: conjugate-update
        source: Diaconis & Ylvisaker 1979, doi:10.1214/aos/1176344611
        """
        statistics = self.statistic(self._sample(x))
        total = self._vector(chi, "prior") + statistics.sum(axis=-2)
        return total, np.broadcast_to(numbers(nu) + statistics.shape[-2], total.shape[:-1])[()]

    def posterior_mode(self, chi: ArrayLike, nu: ArrayLike) -> Array:
        """The natural parameter at which a conjugate prior is largest: its mean is chi / nu.

        chi     shape (..., d)
        nu      positive, shape (...)
        returns array of shape (..., d)
        error   as `natural_from_mean`
        raises  as `natural_from_mean`
        equations: score
        source: Diaconis & Ylvisaker 1979, doi:10.1214/aos/1176344611
        """
        return self.natural_from_mean(self._vector(chi, "prior") / numbers(nu)[..., None])

    # ------------------------------------------------------------------ probabilities

    def product(self, eta: ArrayLike, other: ArrayLike) -> Array:
        """The natural parameter of the density that is proportional to the product of two: the sum.

        eta, other  natural parameters (nats), shape (..., d)
        returns array of the broadcast shape
        error   that of the sum
        raises  ValueError where the product cannot be normalized; TypeError for a family whose base
                measure is no constant, as the product has its square; otherwise as `log_normalizer`
        """
        if type(self).log_base_measure is not ExponentialFamily.log_base_measure:
            raise TypeError(f"{self.name}: h is no constant, and the product of two densities has "
                            "its square; it is no member of the family")
        return self._natural(self._natural(eta) + self._natural(other))

    def cdf(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The cumulative distribution function: the probability of at most x.

        x       outcomes, shape (...)
        eta     natural parameters (nats), shape (..., d)
        returns array of the batch shape, from 0 to 1
        error   that of `scipy.special`, where it comes from there
        raises  NotImplementedError for a family that supplies none; otherwise as `log_normalizer`
        """
        raise NotImplementedError(f"{self.name} supplies no cumulative distribution function")

    def sample(self, eta: ArrayLike, rng: np.random.Generator, size: Any = ()) -> Any:
        """Outcomes drawn at random.

        eta     natural parameters (nats), shape (..., d)
        rng     a numpy Generator; the same seed gives the same outcomes
        size    how many for each parameter: a number, or a shape that comes before the batch
        returns array of the shape (size, ...)
        raises  NotImplementedError for a family that supplies none; otherwise as `log_normalizer`
        """
        raise NotImplementedError(f"{self.name} supplies no samples")

    # ------------------------------------------------------------------ for closed forms

    def _closed(self, formula: Callable[..., Any], derived: Callable[..., Any],
                *parameters: ArrayLike) -> Any:
        """A formula of the components of real parameters; of complex ones, what is derived."""
        vectors = [self._natural(eta) for eta in parameters]
        if any(map(np.iscomplexobj, vectors)):
            return derived(*vectors)
        components = np.broadcast_arrays(*(part for eta in vectors for part in _parts(eta)))
        return _rounded(formula(*components))

    def _inside(self, formula: Callable[..., Any], x: ArrayLike, eta: ArrayLike) -> Any:
        """A log density, by a formula of x and the components of eta; -inf outside the support."""
        x, eta = numbers(x), self._natural(eta)
        if np.iscomplexobj(eta):
            return ExponentialFamily.log_density(self, x, eta)
        support = np.asarray(self.support(x))
        outcomes = np.where(support, x, 1).astype(np.float64)
        inside = _rounded(formula(*np.broadcast_arrays(outcomes, *_parts(eta))))
        return np.where(support, inside, np.where(np.isnan(x), np.nan, -np.inf))[()]

    def _drawn(self, draw: Callable[..., Any], eta: ArrayLike, size: Any) -> Any:
        """Outcomes, by a function of a shape and the usual parameters."""
        usual = self.usual_parameters(eta)
        parameters = usual if isinstance(usual, tuple) else (usual,)
        drawn = draw((*sample_shape(size), *np.shape(parameters[0])), *parameters)
        return np.asarray(drawn)[()]

    # ------------------------------------------------------------------ checks

    def _natural(self, eta: ArrayLike) -> Array:
        eta = self._vector(eta, "natural parameter")
        outside = ~(self._is_inside(eta.real) | np.isnan(eta).any(axis=-1))
        if outside.any():
            where = _first(outside)
            raise ValueError(f"{self.name}: not in the natural parameter space, "
                             f"{self.natural_space}: {eta[where].tolist()}"
                             + (f" at index {where}" if where else ""))
        return eta

    def _is_inside(self, eta: Array) -> Array:
        inside = self.in_natural_space(*_parts(eta))
        return np.asarray(np.isfinite(eta).all(axis=-1) & inside)

    def _vector(self, value: ArrayLike, what: str) -> Array:
        array = numbers(value)
        array = array.astype(np.complex128 if np.iscomplexobj(array) else np.float64)
        if array.ndim == 0 or array.shape[-1] != self.dimension:
            one = "; write [eta] for one" if self.dimension == 1 else ""
            raise ValueError(f"{self.name}: expected {self.dimension} components on the last axis "
                             f"of the {what}, got shape {array.shape}{one}")
        return array


def _quiet(cls: type) -> None:
    """Let no method of a class say of a number that it overflows: the result says so.

    Numbers that are not used, or limits, would be errors where numpy is told to raise them.
    """
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and not name.startswith("__"):
            setattr(cls, name, np.errstate(all="ignore")(method))


_quiet(ExponentialFamily)


def samples(x: ArrayLike) -> Array:
    """Samples on the last axis, of what may not be in the support."""
    x = numbers(x)
    if x.ndim == 0 or x.shape[-1] == 0:
        raise ValueError(f"expected a sample on the last axis, got shape {x.shape}")
    return x


def _rounded(value: Any) -> Any:
    return np.asarray(value.rounded() if isinstance(value, Double) else value)[()]


def _parts(vector: Array) -> list[Array]:
    return [vector[..., i] for i in range(vector.shape[-1])]


def _first(condition: Array) -> tuple[int, ...]:
    return tuple(int(i) for i in np.argwhere(condition)[0])
