"""Seven more exponential families, in a few lines each, see `declared`."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import special

from lognormalizer.declared import (
    LINE,
    NEGATIVE,
    POSITIVE,
    Declared,
    Inside,
    Space,
    counts,
    positive,
)
from lognormalizer.double_double import Double, log
from lognormalizer.family import Array
from lognormalizer.stirling import deviance, shape_of_gap
from lognormalizer.taylor import Series, choose
from lognormalizer.vectors import DeclaredVectors

LOG_2 = float(np.log(2))
LOG_2_PI = float(np.log(2 * np.pi))

# ------------------------------------------------------------------------------------ counts


def _log_one_less_exp(s: Any) -> Any:
    """log(1 - e^s) for s < 0."""
    return choose(s, -0.7, np.log(-np.expm1(s)), np.log1p(-np.exp(s)))


geometric_trials = Declared(
    "geometric_trials", lambda x: counts(x) & (x > 0), lambda x: (x,),
    lambda s: s - _log_one_less_exp(s), NEGATIVE, Space("E[t] > 1", lambda m: m > 1),
    lambda q: (np.log1p(-q),), lambda s: (-np.expm1(s),), lambda m: (np.log1p(-1 / m),),
    draw=lambda rng, shape, q: rng.geometric(q, shape),
    distribution=lambda x, q: np.where(
        x < 1, 0.0, -np.expm1(np.floor(np.clip(x, 0, 1e300)) * np.log1p(-q))))

# ------------------------------------------------------------------------- positive numbers

chi = Declared(
    "chi", positive, lambda x: (2 * np.log(x),),
    lambda s: special.loggamma(s) + s * LOG_2, POSITIVE, LINE,
    lambda k: (k / 2,), lambda s: (2 * s,), lambda m: (np.exp(m - LOG_2) + 0.5,), is_exact=False,
    log_h_formula=lambda x: LOG_2 - x * x / 2 - np.log(x),
    mean_log_h=lambda eta, mu: LOG_2 - eta[0] - mu[0] / 2,
    draw=lambda rng, shape, k: np.sqrt(rng.chisquare(k, shape)),
    inside=Inside("gamma", np.array([[1.0], [0.0]]), np.array([0.0, -0.5])),
    distribution=lambda x, k: special.chdtr(k, np.maximum(x, 0.0) ** 2))


def _from_mean_of_scaled(m: Array, q: Array) -> tuple[Array, Array]:
    shape = shape_of_gap((log(Double(q)) + m).rounded())
    return -shape - 1, -shape / q


scaled_inverse_chi_squared = Declared(
    "scaled_inverse_chi_squared", positive, lambda x: (np.log(x), 1 / x),
    lambda a, b: special.loggamma(-a - 1) + (a + 1) * np.log(-b),
    Space("eta_1 < -1, eta_2 < 0", lambda a, b: (a < -1) & (b < 0)),
    Space("E[t_1] > -log E[t_2]", lambda m, q: (q > 0) & (m > -np.log(q))),
    lambda k, v: (-k / 2 - 1, -k * v / 2), lambda a, b: (-2 * (a + 1), b / (a + 1)),
    _from_mean_of_scaled, size=2, mean_log_h=lambda eta, mu: 0.0,
    draw=lambda rng, shape, k, v: k * v / rng.chisquare(k, shape),
    inside=Inside("inverse_gamma", np.diag([-1.0, -1.0]), np.array([-1.0, 0.0])),
    distribution=lambda x, k, v: np.where(
        x <= 0, 0.0, special.gammaincc(k / 2, k * v / (2 * np.maximum(x, 5e-324)))))


def pareto(minimum: float) -> Declared:
    """The Pareto distribution with a known minimum; the usual parameter is its exponent."""
    least = float(np.log(minimum))

    def divergence(eta: Array, other: Array) -> Double:
        log_ratio = log(Double(-other)) - log(Double(-eta))
        return deviance(Double(np.ones_like(eta)), Double(other) / eta, log_ratio)

    return Declared(
        f"pareto({minimum})", lambda x: np.isfinite(x) & (x >= minimum), lambda x: (np.log(x),),
        lambda s: s * least - np.log(-s), NEGATIVE,
        Space(f"E[t] > log {minimum}", lambda m: m > least),
        lambda alpha: (-alpha,), lambda s: (-s,), lambda m: (-1 / (m - least),),
        log_h_formula=lambda x: -np.log(x), mean_log_h=lambda eta, mu: -mu[0],
        draw=lambda rng, shape, alpha: minimum * (1 + rng.pareto(alpha, shape)),
        divergence=divergence, slope=(-1.0,),
        distribution=lambda x, alpha: -np.expm1(
            -alpha * (np.log(np.clip(x, minimum, None)) - least)))


# ------------------------------------------------ the generalized inverse Gaussian distribution

PLACES = np.arange(513) / 512  # at which an integral is taken
NEGLIGIBLE = 45.0  # how far below its highest place the logarithm of what is left out is
DOUBLINGS, HALVINGS = 12, 60


def _constant(value: Any) -> Any:
    """The number that a series begins with."""
    while isinstance(value, Series):
        value = value.coefficients[0]
    return np.real(value)


def _log_bessel_integral(order: Any, b: Any, c: Any) -> Any:
    """The logarithm of the integral of exp(order u + b e^u + c e^-u) over all u.

    The rule of trapezoids around the highest place, as far as the integrand counts: it falls so
    fast on either side that the error is below a rounding where b c is above 1e-40.
    source: Trefethen & Weideman 2014, doi:10.1137/130932132
    """
    nu, left, right = _constant(order), -_constant(c), -_constant(b)
    root = np.hypot(nu, 2 * np.sqrt(left) * np.sqrt(right))
    # Of the two forms of the place, that in which nothing cancels.
    peak = np.where(nu > 0, np.log((root + nu) / (2 * right)), np.log(2 * left / (root - nu)))
    rise, fall = right * np.exp(peak), left * np.exp(-peak)

    def drop(d: Any) -> Any:
        return rise * (np.expm1(d) - d) + fall * (np.expm1(-d) + d)

    def reach(sign: float) -> Any:
        low, high = np.zeros_like(root), np.ones_like(root)
        for _ in range(DOUBLINGS):
            high = np.where(drop(sign * high) < NEGLIGIBLE, 2 * high, high)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            above = drop(sign * middle) > NEGLIGIBLE
            low, high = np.where(above, low, middle), np.where(above, middle, high)
        return high

    first, last = -reach(-1.0), reach(1.0)
    step, total = (last - first) / (len(PLACES) - 1), 0.0
    up, down = np.exp(peak), np.exp(-peak)
    for place in PLACES:
        d = first + (last - first) * place
        total = total + np.exp(order * d + b * (up * np.expm1(d)) + c * (down * np.expm1(-d)))
    return order * peak + b * up + c * down + np.log(total) + np.log(step)


def _gig_guess(m: Array, q: Array, r: Array) -> tuple[Any, ...]:
    """Of order zero, with the product of E[x] and E[1 / x]."""
    w, c = 1 / (np.sqrt(q * r) - 1), np.sqrt(q / r)
    return np.zeros_like(m), -w / (2 * c), -w * c / 2


def _gig_draws(rng: np.random.Generator, shape: tuple[int, ...], nu: Array, a: Array,
               b: Array) -> Any:
    from scipy.stats import geninvgauss  # it takes long to import, and only this needs it

    return geninvgauss.rvs(nu, np.sqrt(a * b), scale=np.sqrt(b / a), size=shape, random_state=rng)


generalized_inverse_gaussian = Declared(
    "generalized_inverse_gaussian", positive, lambda x: (np.log(x), x, 1 / x),
    _log_bessel_integral,
    Space("eta_2 < 0, eta_3 < 0", lambda p, b, c: np.isfinite(p) & (b < 0) & (c < 0)),
    Space("-log E[t_3] < E[t_1] < log E[t_2]",
          lambda m, q, r: (q > 0) & (r > 0) & (m < np.log(q)) & (-np.log(r) < m)),
    lambda nu, a, b: (nu, -a / 2, -b / 2), lambda p, b, c: (p, -2 * b, -2 * c),
    _gig_guess, is_exact=False, log_h_formula=lambda x: -np.log(x),
    mean_log_h=lambda eta, mu: -mu[0], draw=_gig_draws, size=3, slope=(-1.0, 0.0, 0.0))

# ------------------------------------------------------------------------------- an interval


def _log_mean_of_exponential(s: Any) -> Any:
    """log((e^s - 1) / s), which is s / 2 and an even function near zero."""
    square, series = s * s / 4, 1.0
    for n in range(9, 0, -1):
        series = series * square / (2.0 * n * (2.0 * n + 1)) + 1.0
    near = s / 2 + np.log(series)
    positive = choose(s, 1.0, s + np.log(-np.expm1(-s) / s), near)
    return choose(s, -1.0, positive, np.log(np.expm1(s) / s))


def _truncated(rng: np.random.Generator, shape: tuple[int, ...], share: Array) -> Any:
    s, u = special.logit(share), rng.random(shape)
    fall = -np.abs(s)
    x = np.where(s == 0, u, np.log1p(u * np.expm1(fall)) / np.where(s == 0, 1.0, fall))
    return np.where(s > 0, 1 - x, x)


def _below(x: Array, share: Array) -> Any:
    s, x = special.logit(share), np.clip(x, 0, 1)
    at_zero = s == 0
    fall = np.where(at_zero, -1.0, -np.abs(s))
    part = np.where(s > 0, 1 - x, x)
    below = np.expm1(fall * part) / np.expm1(fall)
    return np.where(at_zero, x, np.where(s > 0, 1 - below, below))


continuous_bernoulli = Declared(
    "continuous_bernoulli", lambda x: (x >= 0) & (x <= 1), lambda x: (x,),
    _log_mean_of_exponential, LINE, Space("0 < E[t] < 1", lambda m: (m > 0) & (m < 1)),
    lambda share: (special.logit(share),), lambda s: (special.expit(s),),
    lambda m: (1 / (1 - m) - 1 / m,), is_exact=False, draw=_truncated, distribution=_below)

# -------------------------------------------------------------------------------- the plane


def _log_gaussian_integral(a: Array, b: Array, c: Array, d: Array, e: Array) -> Double:
    """The square is completed in pairs of floats, since the determinant may cancel."""
    determinant = Double(c) * e * 4.0 - Double(d) * d
    form = Double(a) * b * d - Double(a) * a * e - Double(b) * b * c
    return form / determinant - log(determinant) * 0.5


def _natural_of_moments(m: Array, n: Array, v: Array, c: Array, w: Array) -> tuple[Array, ...]:
    """Of the means, the variances v and w and the covariance c."""
    determinant = (Double(v) * w - Double(c) * c).rounded()
    return ((w * m - c * n) / determinant, (v * n - c * m) / determinant,
            -w / (2 * determinant), c / determinant, -v / (2 * determinant))


def _moments(a: Array, b: Array, c: Array, d: Array, e: Array) -> tuple[Array, ...]:
    determinant = (Double(c) * e * 4.0 - Double(d) * d).rounded()
    v, w, covariance = -2 * e / determinant, -2 * c / determinant, d / determinant
    return v * a + covariance * b, covariance * a + w * b, v, covariance, w


def _drawn_pairs(rng: np.random.Generator, shape: tuple[int, ...], m: Array, n: Array, v: Array,
                 c: Array, w: Array) -> Array:
    first, second = rng.normal(size=shape), rng.normal(size=shape)
    deviation = np.sqrt(v)
    rest = np.sqrt(w - c * (c / v))
    return np.stack([m + deviation * first, n + c / deviation * first + rest * second], axis=-1)


normal_vector = DeclaredVectors(
    "normal_vector", lambda x, y: np.isfinite(x) & np.isfinite(y),
    lambda x, y: (x, y, x * x, x * y, y * y),
    lambda a, b, c, d, e: ((d * a * b - e * a * a - c * b * b) / (4 * c * e - d * d)
                           - 0.5 * np.log(4 * c * e - d * d)),
    Space("eta_3 < 0, eta_4^2 < 4 eta_3 eta_5",
          lambda a, b, c, d, e: (c < 0) & (e < 0) & (4 * c * e > d * d)),
    Space("the covariance matrix of x is positive definite", lambda m, n, p, q, r: (
        (p > m * m) & (r > n * n) & ((p - m * m) * (r - n * n) > (q - m * n) ** 2))),
    _natural_of_moments, _moments,
    lambda m, n, p, q, r: _natural_of_moments(m, n, p - m * m, q - m * n, r - n * n),
    log_h_formula=lambda x, y: np.full(np.shape(x), -LOG_2_PI),
    mean_log_h=lambda eta, mu: -LOG_2_PI, draw=_drawn_pairs, size=5,
    precise=_log_gaussian_integral, components=2)
