"""The general exponential family over finitely many outcomes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from lognormalizer import taylor
from lognormalizer.family import Array, ExponentialFamily
from lognormalizer.log_sum_exp import log_softmax, logsumexp, softmax
from lognormalizer.tiling import numbers, sample_shape

# Below this share of the largest, a difference of statistics counts as none.
RANK = 1e-12


class Finite(ExponentialFamily):
    """The exponential family over the outcomes 0, …, n - 1 with any statistic and base measure.

    statistic         t, shape (n, d): a row for each outcome; rows may depend on each other
    log_base_measure  log h, shape (n,); without it h = 1
    raises            ValueError for shapes that do not fit, and for what is not finite

    Sums over the outcomes take the place of derivatives, as they keep more digits. Affinely
    dependent statistics make eta ambiguous; `natural_from_mean` then returns the shortest one.
    The exponents eta^T t + log h are rounded before anything else. So errors are stated in units
    of r ulp, with r = 1 + max |eta_i t_i| summed over i + max |log h|, for up to 6 outcomes.
    equations: finite-ingredients, finite-log-normalizer, finite-density
    """

    natural_space = "all finite vectors"
    mean_space = "the convex hull of the statistics"

    def __init__(self, statistic: ArrayLike, log_base_measure: ArrayLike | None = None) -> None:
        self.table = np.array(statistic, dtype=np.float64)
        if self.table.ndim != 2 or 0 in self.table.shape:
            raise ValueError("expected a statistic of shape (n, d), a row for each outcome, "
                             f"got shape {self.table.shape}")
        size, self.dimension = self.table.shape
        self.log_weights = (np.zeros(size) if log_base_measure is None
                            else np.array(log_base_measure, dtype=np.float64))
        if self.log_weights.shape != (size,):
            raise ValueError(f"{size} outcomes need a log base measure of shape ({size},), "
                             f"got shape {self.log_weights.shape}")
        if not (np.isfinite(self.table).all() and np.isfinite(self.log_weights).all()):
            raise ValueError("the statistic and the log base measure must be finite; "
                             "leave out an outcome that cannot happen")

    def __repr__(self) -> str:
        return f"Finite({len(self.table)} outcomes, {self.dimension} parameters)"

    def support(self, x: ArrayLike) -> Any:
        """Whether x is one of the outcomes 0, …, n - 1."""
        return np.isin(x, np.arange(len(self.table)))

    def log_base_measure(self, x: ArrayLike) -> Any:
        """The logarithm of the base measure, log h(x); shapes as for `statistic`."""
        return self.log_weights[self._index(x)]

    def log_probabilities(self, eta: ArrayLike) -> Array:
        """The logarithms of the probabilities of all outcomes.

        eta     natural parameters (nats), shape (..., d)
        returns array of shape (..., n)
        error   at most 4 r ulp of 1
        raises  ValueError for a parameter that is not finite
        equations: finite-log-density, finite-density
        """
        return log_softmax(self._logits(self._natural(eta)))

    def probabilities(self, eta: ArrayLike) -> Array:
        """The probabilities of all outcomes; all as for `log_probabilities`."""
        return softmax(self._logits(self._natural(eta)))

    def log_normalizer(self, eta: ArrayLike) -> Any:
        """The log-normalizer log(sum(h exp(t eta))).

        eta     natural parameters (nats), shape (..., d), real or complex
        returns array of shape (...)
        error   at most 3 r ulp of 1
        raises  ValueError for a parameter that is not finite
        equations: finite-log-normalizer, finite-log-normalizer-by-scores
        """
        return super().log_normalizer(eta)

    def log_density(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The log-probability of outcomes; all as for `ExponentialFamily.log_density`.

        error   at most 4 r ulp of 1
        equations: finite-log-density, finite-density
        """
        log_p, index = self.log_probabilities(eta), np.asarray(self._index(x))
        batch = np.broadcast_shapes(index.shape, log_p.shape[:-1])
        log_p = np.broadcast_to(log_p, (*batch, log_p.shape[-1]))
        index = np.broadcast_to(index, batch)
        inside = np.take_along_axis(log_p, index[..., None], axis=-1)[..., 0]
        return np.where(self.support(x), inside, np.where(np.isnan(x), np.nan, -np.inf))[()]

    def mean(self, eta: ArrayLike) -> Array:
        """The mean of the statistic, the sum of p t.

        eta     natural parameters (nats), shape (..., d)
        returns array of that shape
        error   at most 4 r ulp of max |t|
        raises  ValueError for a parameter that is not finite
        equations: mean-from-log-normalizer
        """
        return self.probabilities(eta) @ self.table

    def covariance(self, eta: ArrayLike) -> Array:
        """The covariance of the statistic, about its mean; Hessian and Fisher information.

        eta     natural parameters (nats), shape (..., d)
        returns array of shape (..., d, d), symmetric, positive semidefinite up to rounding
        error   at most 32 r ulp of sqrt(C_ii C_jj)
        raises  ValueError for a parameter that is not finite
        equations: covariance-from-log-normalizer
        """
        p = self.probabilities(eta)
        centered = self._centered(p)
        return np.swapaxes(centered * p[..., None], -1, -2) @ centered

    def entropy(self, eta: ArrayLike) -> Any:
        """The entropy, the sum of -p log p.

        eta     natural parameters (nats), shape (..., d)
        returns array of shape (...), nats; not negative
        error   at most 8 r ulp, also where one outcome is nearly certain
        raises  ValueError for a parameter that is not finite
        equations: conjugate-is-negative-entropy, free-energy
        """
        p = self.probabilities(eta)
        return np.where(p == 0, 0, p * -self.log_probabilities(eta)).sum(axis=-1)

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """The KL divergence E[log f / g]; all as for `ExponentialFamily.kl_divergence`.

        It is log E[exp(y)] with y = (other - eta)^T (t - mean), whose mean is 0. So it is
        log(1 + E[exp(y) - 1 - y]), and nothing that is summed is negative.

        error   at most 32 r ulp of the larger of the divergence and the largest step_i^2 C_ii; far
                apart, of step^T (max t - min t)
        equations: kl-is-bregman
        """
        p = self.probabilities(eta)
        step = self._natural(other) - self._natural(eta)
        y = (self._centered(p) @ step[..., None])[..., 0]
        near = np.log1p((p * _exp_less_line(y)).sum(axis=-1))
        # exp overflows where log-sum-exp does not, and there is nothing left to cancel.
        far = logsumexp(self.log_probabilities(eta) + y)  # where p underflows, log p does not
        return np.where(np.abs(y).max(axis=-1) < 500, near, far)[()]

    def cdf(self, x: ArrayLike, eta: ArrayLike) -> Any:
        """The probability of an outcome up to x; all as for `ExponentialFamily.cdf`."""
        x = numbers(x)[..., None]
        below = np.arange(len(self.table)) <= x
        counted = np.where(below, self.probabilities(eta), np.where(np.isnan(x), np.nan, 0))
        return counted.sum(axis=-1)

    def sample(self, eta: ArrayLike, rng: np.random.Generator, size: Any = ()) -> Any:
        """Outcomes drawn at random; all as for `ExponentialFamily.sample`.

        The largest of the log-probabilities and independent Gumbel noise is a draw.
        source: Maddison, Tarlow & Minka 2014, arXiv:1411.0030
        """
        log_p = self.log_probabilities(eta)
        return (log_p + rng.gumbel(size=(*sample_shape(size), *log_p.shape))).argmax(axis=-1)

    # ------------------------------------------------------------------ what the base class uses

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return tuple(np.moveaxis(self.table[self._index(x)], -1, 0))

    def log_normalizer_formula(self, *eta: Any) -> Any:
        return logsumexp(self._logits(np.stack(eta, axis=-1)))

    def in_natural_space(self, *eta: Any) -> Any:
        return True

    def in_mean_space(self, *mu: Any) -> bool:
        low, high = self.table.min(axis=0), self.table.max(axis=0)
        constant = (low == high) & np.isclose(mu, low, rtol=RANK, atol=0)
        return bool(np.all((low < mu) & (mu < high) | constant))

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        return (0.0,) * self.dimension

    def _taylor(self, eta: Array, direction: Array, order: int) -> Array:
        """Measured from the mean, so that the second moment is already the second cumulant."""
        p = self.probabilities(eta)
        y = (self._centered(p) @ direction[..., None])[..., 0]
        first = (self.mean(eta) * direction).sum(axis=-1)
        return centered_series(self.log_normalizer(eta), first, p, y, order)

    def _from_means(self, mu: Array) -> Array:
        return np.array([self._shortest(row) for row in mu]).reshape(mu.shape)

    def _shortest(self, mu: Array) -> Array:
        """Newton's method among the directions in which the statistics differ, measured from mu."""
        none = np.full(self.dimension, np.nan)
        if not self.in_mean_space(*mu):
            return none
        basis, away = _span(self.table - self.table[0]), mu - self.table[0]
        across = np.abs(away - basis @ (basis.T @ away)).max()
        if across > RANK * (np.abs(self.table).max() + np.abs(mu).max()):
            return none
        if basis.shape[1] == 0:
            return np.zeros(self.dimension)
        reduced, zero = Finite((self.table - mu) @ basis, self.log_weights), np.zeros(len(basis.T))
        eta = reduced._invert(zero[None], np.array([reduced.initial_natural_parameter(*zero)]))[0]
        reached = np.isfinite(eta).all() and reduced._can_tell(eta)
        return basis @ eta if reached else none

    def _size(self, step: Array, eta: Array) -> Array:
        """The largest change of log-odds."""
        return np.asarray(np.ptp(step @ self.table.T, axis=-1))

    def _can_tell(self, eta: Array) -> bool:
        """Whether rounding the mean, which is 0, moves log-odds by little."""
        noise = np.finfo(float).eps * (self.probabilities(eta) @ np.abs(self.table))
        inverse = np.abs(np.linalg.pinv(self.covariance(eta), rcond=0))
        return bool(np.ptp(self.table @ (inverse @ noise)) < 0.1)

    # ------------------------------------------------------------------ parts

    def _logits(self, eta: Array) -> Array:
        return eta @ self.table.T + self.log_weights

    def _centered(self, p: Array) -> Array:
        return self.table - (p @ self.table)[..., None, :]

    def _index(self, x: ArrayLike) -> Any:
        return np.where(self.support(x), x, 0).astype(np.intp)


def centered_series(value: Any, first: Any, p: Array, y: Array, order: int) -> Array:
    """The Taylor coefficients of a log-normalizer, from probabilities and centered outcomes.

    value, first  the log-normalizer and the mean, shape (...)
    p, y          probabilities, and outcomes less their mean, shape (..., n)
    returns       array of shape (order + 1, ...)
    """
    powers = taylor.exp([0 * y, y, *[0.0] * (order - 1)])
    moments = [(p * power).sum(axis=-1) for power in powers]
    rest = taylor.log([1.0, 0.0, *moments[2:]])[2:]
    return np.stack(np.broadcast_arrays(value, first, *rest))


def _exp_less_line(y: Array) -> Array:
    """exp(y) - 1 - y, without loss near 0."""
    total = np.zeros_like(y)
    for n in range(20, 2, -1):
        total = (1 + total) * y / n
    return np.where(np.abs(y) < 1, (1 + total) * y * y / 2, np.expm1(y) - y)


def _span(differences: Array) -> Array:
    """An orthonormal basis of the row space, as columns."""
    _, sizes, rows = np.linalg.svd(differences, full_matrices=False)
    basis: Array = rows[sizes > RANK * sizes.max(initial=0.0)].T
    return basis
