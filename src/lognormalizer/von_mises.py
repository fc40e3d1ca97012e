"""The von Mises distribution: directions in the plane."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from lognormalizer.family import Array, ExponentialFamily

HALVINGS = 200  # of the interval that holds a concentration, from 2^-60 to 2^60


class VonMises(ExponentialFamily):
    """The von Mises distribution over angles from -pi to pi.

    t(x) = (cos x, sin x), h(x) = 1 / (2 pi), A(eta) = log I_0(|eta|), eta = kappa (cos m, sin m)
    with the mean direction m and the concentration kappa.
    source: Mardia & Jupp 1999, section 3.5, doi:10.1002/9780470316979
    """

    dimension, natural_space, mean_space = 2, "the plane", "|E[t]| < 1"
    initial_is_exact = True
    log_h = -float(np.log(2 * np.pi))

    def support(self, x: ArrayLike) -> Any:
        return np.abs(x) <= np.pi

    def sufficient_statistic(self, x: Array) -> tuple[Any, ...]:
        return np.cos(x), np.sin(x)

    def log_normalizer_formula(self, *eta: Any) -> Any:
        concentration = np.hypot(*eta)
        return np.log(special.i0e(concentration)) + concentration

    def in_natural_space(self, *eta: Any) -> Any:
        return np.isfinite(eta[0])

    def in_mean_space(self, *mu: Any) -> Any:
        return np.hypot(*mu) < 1

    def log_normalizer(self, eta: ArrayLike) -> Any:
        """log I_0(|eta|); all as for `ExponentialFamily.log_normalizer`, of real eta.

        error   at most 4 ulp of max(|A|, 1)
        """
        eta = self._natural(eta)
        return self.log_normalizer_formula(eta[..., 0], eta[..., 1])

    def mean(self, eta: ArrayLike) -> Array:
        """The means of cos x and sin x; all as for `ExponentialFamily.mean`, within 8 ulp of 1."""
        eta = self._natural(eta)
        concentration = np.hypot(eta[..., 0], eta[..., 1])
        return np.asarray(eta * _resultant_by_concentration(concentration)[..., None])

    def covariance(self, eta: ArrayLike) -> Array:
        """The covariance of cos x and sin x; all as for `ExponentialFamily.covariance`."""
        eta = self._natural(eta)
        square = (eta * eta).sum(axis=-1)
        ratio = _resultant_by_concentration(np.sqrt(square))
        along = (1 - 2 * ratio) / np.where(square == 0, 1, square) - ratio * ratio
        outer = eta[..., :, None] * eta[..., None, :]
        return np.asarray(ratio[..., None, None] * np.eye(2) + along[..., None, None] * outer)

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        length = np.hypot(*mu)
        scale = _concentration(length) / np.where(length == 0, 1, length)
        return mu[0] * scale, mu[1] * scale

    def kl_divergence(self, eta: ArrayLike, other: ArrayLike) -> Any:
        """A(other) - A(eta) - mean(eta)^T (other - eta); all as for the base class.

        error   a few ulp of the largest of the three
        """
        eta, other = self._natural(eta), self._natural(other)
        slope = (self.mean(eta) * (other - eta)).sum(axis=-1)
        return np.maximum(self.log_normalizer(other) - self.log_normalizer(eta) - slope, 0)

    def sample(self, eta: ArrayLike, rng: np.random.Generator, size: Any = ()) -> Any:
        """Outcomes; all as for `ExponentialFamily.sample`."""
        return self._drawn(lambda shape, kappa, m: rng.vonmises(m, kappa, shape), eta, size)

    def natural_parameter(self, concentration: ArrayLike, direction: ArrayLike) -> Array:
        """The natural parameter of a concentration and a mean direction, shapes (...) to (..., 2).

        raises  ValueError for a concentration that is negative
        """
        concentration, direction = np.broadcast_arrays(concentration, direction)
        if (concentration < 0).any():
            raise ValueError("VonMises: the concentration is not negative")
        return self._natural(concentration[..., None]
                             * np.stack([np.cos(direction), np.sin(direction)], axis=-1))

    def usual_parameters(self, eta: ArrayLike) -> tuple[Any, Any]:
        """Concentration and mean direction, shape (..., 2) to twice (...)."""
        eta = self._natural(eta)
        return np.hypot(eta[..., 0], eta[..., 1]), np.arctan2(eta[..., 1], eta[..., 0])


def _resultant_by_concentration(concentration: Array) -> Array:
    """I_1(kappa) / (kappa I_0(kappa)), which is 1/2 at zero."""
    small = concentration < 1e-4
    kappa = np.where(small, 1, concentration)
    return np.where(small, 0.5 - concentration * concentration / 16,
                    special.i1e(kappa) / special.i0e(kappa) / kappa)


def _concentration(length: Array) -> Array:
    """The kappa with I_1(kappa) / I_0(kappa) = length, between powers of two, by halving."""
    low, high = np.full(np.shape(length), -60.0), np.full(np.shape(length), 60.0)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        kappa = 2.0**middle
        above = kappa * _resultant_by_concentration(kappa) > length
        low, high = np.where(above, low, middle), np.where(above, middle, high)
    return np.where(length == 0, 0.0, 2.0 ** ((low + high) / 2))


von_mises = VonMises()
