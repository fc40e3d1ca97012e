"""The von Mises distribution: directions in the plane."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from lognormalizer.family import Array, ExponentialFamily
from lognormalizer.finite import centered_series
from lognormalizer.log_sum_exp import softmax

HALVINGS = 200  # of the interval that holds a concentration, from 2^-60 to 2^60

# Moments are sums of positive terms below this concentration, and asymptotic series above.
LARGE = 30.0
# Angles around the middle, and how many standard deviations they go where that is not all around.
STEPS, WIDTH = np.arange(-128, 128) / 128, 14.0
TERMS, ASYMPTOTIC_TERMS = 110, 20


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
        concentration = np.sqrt(eta[0] * eta[0] + eta[1] * eta[1])
        return np.log(special.ive(0, concentration)) + np.abs(np.real(concentration))

    def in_natural_space(self, *eta: Any) -> Any:
        return np.isfinite(eta[0])

    def in_mean_space(self, *mu: Any) -> Any:
        return np.hypot(*mu) < 1

    def log_normalizer(self, eta: ArrayLike) -> Any:
        """log I_0(|eta|); all as for `ExponentialFamily.log_normalizer`.

        error   at most 8 ulp for real eta
        """
        eta = self._natural(eta)
        if np.iscomplexobj(eta):
            return self.log_normalizer_formula(eta[..., 0], eta[..., 1])
        concentration = np.hypot(eta[..., 0], eta[..., 1])
        small = np.minimum(concentration, 2.0)
        return np.where(concentration < 2, np.log1p(_bessel_less_one(small)),
                        np.log(special.i0e(concentration)) + concentration)[()]

    def mean(self, eta: ArrayLike) -> Array:
        """The means of cos x and sin x; all as for `ExponentialFamily.mean`, within 8 ulp of 1."""
        eta = self._natural(eta)
        concentration = np.hypot(eta[..., 0], eta[..., 1])
        return np.asarray(eta * _resultant_by_concentration(concentration)[..., None])

    def covariance(self, eta: ArrayLike) -> Array:
        """The covariance of cos x and sin x; all as for `ExponentialFamily.covariance`."""
        eta = self._natural(eta)
        concentration = np.hypot(eta[..., 0], eta[..., 1])
        unit = eta / np.where(concentration == 0, 1, concentration)[..., None]
        along, excess = _variances(concentration)
        first, second = unit[..., 0], unit[..., 1]
        across = along - excess
        mixed = excess * first * second
        variances = (along * first * first + across * second * second,
                     along * second * second + across * first * first)
        at_zero = concentration == 0
        return np.stack([np.stack([np.where(at_zero, along, variances[0]), mixed], axis=-1),
                         np.stack([mixed, np.where(at_zero, along, variances[1])], axis=-1)],
                        axis=-2)

    def initial_natural_parameter(self, *mu: Any) -> tuple[Any, ...]:
        length = np.hypot(*mu)
        scale = _concentration(length) / np.where(length == 0, 1, length)
        return mu[0] * scale, mu[1] * scale

    def _second_derivative(self, eta: Array, direction: Array) -> Array:
        """Of the log-normalizer, from the parts of the direction along eta and across it."""
        concentration = np.hypot(eta[..., 0], eta[..., 1])
        unit = eta / np.where(concentration == 0, 1, concentration)[..., None]
        along, excess = _variances(concentration)
        forward = (direction * unit).sum(axis=-1)
        sideways = direction[..., 0] * unit[..., 1] - direction[..., 1] * unit[..., 0]
        at_zero = np.where(concentration == 0, (direction * direction).sum(axis=-1), 0)
        return np.asarray(along * (forward * forward + at_zero)
                          + (along - excess) * sideways * sideways)

    def _taylor(self, eta: Array, direction: Array, order: int) -> Array:
        """By sums over angles, which are as good as integrals of what is periodic or dies out."""
        concentration, middle = self.usual_parameters(eta)
        width = np.minimum(np.pi, WIDTH / np.sqrt(np.maximum(concentration, 1.0)))
        angle = width[..., None] * STEPS
        fall = -2 * np.sin(angle / 2) ** 2  # cos(angle) - 1
        p = softmax(concentration[..., None] * fall)
        u, v = direction[..., 0], direction[..., 1]
        forward = (u * np.cos(middle) + v * np.sin(middle))[..., None]
        sideways = (v * np.cos(middle) - u * np.sin(middle))[..., None]
        y = forward * fall + sideways * np.sin(angle)
        y = y - (p * y).sum(axis=-1, keepdims=True)
        first = (self.mean(eta) * direction).sum(axis=-1)
        return centered_series(self.log_normalizer(eta), first, p, y, order)

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


def _bessel_less_one(concentration: Array) -> Array:
    """I_0(kappa) - 1 for kappa <= 2, by its power series."""
    square = concentration * concentration / 4
    total = np.zeros_like(square)
    for k in range(20, 1, -1):
        total = (1 + total) * square / (k * k)
    return np.asarray((1 + total) * square)


def _variances(concentration: Array) -> tuple[Array, Array]:
    """The variance along the mean direction, and by how much it is more than that across.

    They are A'' and A'' - A' / kappa of A = log I_0. Times I_0^2 both are power series of
    kappa^2 / 4 with coefficients of one sign.
    """
    small = np.where(concentration < LARGE, concentration, 1.0)
    square = small * small / 4
    term = np.ones_like(square)
    whole, along, excess = term, term / 2, np.zeros_like(term)
    for k in range(1, TERMS):
        term = term * square * ((2 * k) * (2 * k - 1) / k**4)  # (2k)! / k!^4 (kappa^2 / 4)^k
        whole = whole + term
        along = along + term / (2 * (k + 1) ** 2)
        excess = excess - term * (k / (k + 1) ** 2)
    inverse = 1 / np.where(concentration < LARGE, LARGE, concentration)
    slope, ratio = np.zeros_like(inverse), np.zeros_like(inverse)
    for n in range(ASYMPTOTIC_TERMS, -1, -1):
        ratio = ratio * inverse + RATIO[n]
        slope = slope * inverse - n * RATIO[n]
    far = slope * inverse
    near = concentration < LARGE
    return (np.where(near, along / whole, far),
            np.where(near, excess / whole, far - ratio * inverse))


def _ratio_coefficients() -> list[float]:
    """Of I_1(kappa) / I_0(kappa) in powers of 1 / kappa: it solves r' = 1 - r / kappa - r^2."""
    a = [1.0]
    for n in range(1, ASYMPTOTIC_TERMS + 1):
        a.append(((n - 2) * a[n - 1] - sum(a[i] * a[n - i] for i in range(1, n))) / 2)
    return a


RATIO = _ratio_coefficients()


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
