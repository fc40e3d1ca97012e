"""The beta and the beta prime distribution: A is the logarithm of the beta function.

What the gamma functions of both shapes and of their sum have in common cancels here before it is
rounded: of a shape that is nothing beside the other one all digits are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from lognormalizer.declared import Declared, Space, inside, positive
from lognormalizer.double_double import Double, choose, log
from lognormalizer.family import Array
from lognormalizer.stirling import curvature, log_less_digamma, remainder

# A change from a to a + b, where b is at most a, is an integral by Gauss and Legendre.
NODES, NODE_WEIGHTS = np.polynomial.legendre.leggauss(16)
NODES, NODE_WEIGHTS = (1 + NODES) / 2, NODE_WEIGHTS / 2
TINY = 1e-20  # of a smaller number, log(1 + r) is r to twice the precision


class OfTwoShapes(Declared):
    """A family with A(a, b) = log Gamma(a) + log Gamma(b) - log Gamma(a + b)."""

    def mean(self, eta: ArrayLike) -> Array:
        """digamma(a) - digamma(a + b), and the same of b.

        All as for `ExponentialFamily.mean`, within 8 ulp.
        """
        return self._of_both(_digamma_step, super().mean, eta)

    def covariance(self, eta: ArrayLike) -> Array:
        """trigamma on the diagonal, less trigamma(a + b) everywhere.

        All as for `ExponentialFamily.covariance`, within 8 ulp.
        """
        eta = self._natural(eta)
        if np.iscomplexobj(eta):
            return super().covariance(eta)
        a, b = eta[..., 0], eta[..., 1]
        mixed = -special.polygamma(1, a + b)
        variances = _trigamma_step(a, b), _trigamma_step(b, a)
        return np.stack([np.stack([variances[0], mixed], axis=-1),
                         np.stack([mixed, variances[1]], axis=-1)], axis=-2)

    def _remainder(self, eta: Array, step: Array, nodes: Array, weights: Array) -> Any:
        """As for the base class. b u - a v is the same all the way, and is taken where a and b are
        not rounded."""
        if np.iscomplexobj(eta) or np.iscomplexobj(step):
            return super()._remainder(eta, step, nodes, weights)
        (a, b), (u, v) = np.moveaxis(eta, -1, 0), np.moveaxis(step, -1, 0)
        crossed = (Double(b) * u - Double(a) * v).rounded()
        shares = (1 + nodes).reshape(-1, *(1 for _ in a.shape)) / 2
        heights = _second_derivative(a + shares * u, b + shares * v, u, v, crossed)
        return np.tensordot(weights * (1 - nodes) / 4, heights, axes=1)

    def _of_both(self, function: Callable[[Array, Array], Array], derived: Callable[..., Array],
                 eta: ArrayLike) -> Array:
        def both(a: Array, b: Array) -> Array:
            return np.stack([function(a, b), function(b, a)], axis=-1)

        return self._closed(both, derived, eta)  # type: ignore[no-any-return]


def _log_beta(a: Array, b: Array) -> Any:
    """The logarithm of the beta function, without what log Gamma and a log a share."""
    large, small = np.maximum(a, b), np.minimum(a, b)
    share = Double(small) / large
    over = choose(share.head < TINY, share, log(share + 1.0))  # log of the sum over the larger
    return (remainder(large) + remainder(small) - remainder(large + small)
            - over * large - (over - log(Double(small)) + log(Double(large))) * small)


def _second_derivative(a: Array, b: Array, u: Array, v: Array, crossed: Array) -> Array:
    """Of the logarithm of the beta function along (u, v), where crossed is b u - a v.

    With trigamma(a) = 1 / a + c(a) / a^2, where c is between 1/2 and 1, what the first terms leave
    is a square, and the second ones do not cancel. Where a shape is small the two hardly depend on
    each other, and little cancels either way.
    """
    apart = (u * u * _trigamma_step(a, b) + v * v * _trigamma_step(b, a)
             - 2 * u * v * special.polygamma(1, a + b))
    square = crossed / a * (crossed / b) / (a + b)
    first, second, both = u / a, v / b, (u + v) / (a + b)
    large = (square + curvature(a) * first * first + curvature(b) * second * second
             - curvature(a + b) * both * both)
    return np.asarray(np.where(np.minimum(a, b) < 1, apart, large))


def _digamma_step(a: Array, b: Array) -> Array:
    """digamma(a) - digamma(a + b), which is negative, from what each has beside its logarithm."""
    above = a + 1  # digamma(a + 1) = digamma(a) + 1 / a
    integral = b * _integral(lambda x: curvature(x) / x / x, above, b)
    near = b / (a + b) / a + np.log1p(b / above) + integral
    ratio = b / a
    logs = np.where(np.isinf(ratio), np.log(b) - np.log(a), np.log1p(ratio))
    far = logs + (log_less_digamma(a) - log_less_digamma(a + b)).rounded()
    return np.asarray(-np.where(b <= above, near, far))


def _trigamma_step(a: Array, b: Array) -> Array:
    """trigamma(a) - trigamma(a + b), which is positive."""
    above = a + 1  # trigamma(a + 1) = trigamma(a) - 1 / a^2
    near = (b / (a + b) * (1 + a / (a + b)) / a / a
            + b * _integral(lambda x: 2 * special.zeta(3, x), above, b))
    far = special.polygamma(1, a) - special.polygamma(1, a + b)
    return np.asarray(np.where(b <= above, near, far))


def _integral(function: Callable[[Array], Array], a: Array, b: Array) -> Array:
    """The mean of a function from a to a + b, where b is at most a."""
    points = a[..., None] + NODES * np.minimum(a, b)[..., None]
    result: Array = (function(points) * NODE_WEIGHTS).sum(axis=-1)
    return result


beta = OfTwoShapes(
    "beta", inside, lambda x: (np.log(x), np.log1p(-x)),
    lambda a, b: special.loggamma(a) + special.loggamma(b) - special.loggamma(a + b),
    Space("eta > 0", lambda a, b: (a > 0) & (b > 0)),
    Space("exp E[t_1] + exp E[t_2] < 1", lambda m, q: np.exp(m) + np.exp(q) < 1),
    lambda a, b: (a, b), lambda a, b: (a, b),
    lambda m, q: (0.5 + 0.5 * np.exp(m) / (1 - np.exp(m) - np.exp(q)),
                  0.5 + 0.5 * np.exp(q) / (1 - np.exp(m) - np.exp(q))), is_exact=False,
    log_h_formula=lambda x: -np.log(x) - np.log1p(-x),
    mean_log_h=lambda eta, mu: -mu[0] - mu[1],
    draw=lambda rng, shape, a, b: rng.beta(a, b, shape), size=2, precise=_log_beta,
    slope=(-1.0, -1.0), distribution=lambda x, a, b: special.betainc(a, b, np.clip(x, 0, 1)))

beta_prime = OfTwoShapes(
    "beta_prime", positive, lambda x: (np.log(x) - np.log1p(x), -np.log1p(x)), beta.formula,
    beta.space, beta.means, beta.natural, beta.usual, beta.from_mean, is_exact=False,
    log_h_formula=lambda x: -np.log(x), mean_log_h=lambda eta, mu: mu[1] - mu[0],
    draw=lambda rng, shape, a, b: rng.gamma(a, 1.0, shape) / rng.gamma(b, 1.0, shape), size=2,
    precise=_log_beta, slope=(-1.0, 1.0),
    distribution=lambda x, a, b: np.where(  # of infinity the quotient would be NaN
        x <= 0, 0.0, special.betainc(a, b, 1 / (1 + 1 / np.maximum(x, 5e-324)))))
