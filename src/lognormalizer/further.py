"""Seven more exponential families, in a few lines each, see `declared`."""

from __future__ import annotations

from typing import Any, NamedTuple

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
from lognormalizer.double_double import LOG_2 as LOG_2_DOUBLE
from lognormalizer.double_double import Double, exp, log
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

FEWEST, IN_A_UNIT = 512, 4  # places at which an integral is taken: at least, and in a unit
NEGLIGIBLE = 45.0  # how far below its highest place the logarithm of what is left out is
DOUBLINGS, HALVINGS = 12, 60
SHARP = 1e17


def _constant(value: Any) -> Any:
    """The number that a series begins with."""
    while isinstance(value, Series):
        value = value.coefficients[0]
    return np.real(value)


def _peak(order: Any, b: Any, c: Any) -> Any:
    """The u at which order u + b e^u + c e^-u is largest: of two forms that without a difference.
    """
    root = np.hypot(order, 2 * np.sqrt(-b) * np.sqrt(-c))
    return np.where(order > 0, np.log(root + np.maximum(order, 0)) - np.log(-2 * b),
                    np.log(-2 * c) - np.log(root + np.maximum(-order, 0)))


class _Valley(NamedTuple):
    """Numbers around the highest place, where b e^u is -rise and c e^-u is -fall; of what is too
    small for a float there are the logarithms."""

    rise: Any
    fall: Any
    log_rise: Any
    log_fall: Any

    def drop(self, d: Any) -> Any:
        """By how much the exponent is smaller at a distance."""
        near = np.clip(d, -1, 1)
        close = ((self.rise + self.fall) * 2 * np.sinh(near / 2) ** 2
                 + (self.rise - self.fall) * _sinh_less_argument(near))
        far = (_grown(self.rise, self.log_rise, d) - self.rise * (1 + d)
               + _grown(self.fall, self.log_fall, -d) - self.fall * (1 - d))
        return np.where(np.abs(d) < 1, close, far)


def _grown(value: Any, logarithm: Any, d: Any) -> Any:
    """value e^d; far away the value may be too small for a float, and its multiple not."""
    return np.where(np.abs(d) < 30, value * np.exp(np.clip(d, -30, 30)), np.exp(logarithm + d))


def _sinh_less_argument(d: Any) -> Any:
    square, series = d * d, 1.0
    for n in range(9, 1, -1):
        series = series * square / (2.0 * n * (2.0 * n + 1)) + 1.0
    return d * square / 6 * series


def _places(valley: _Valley) -> tuple[Any, Any, int]:
    """From where to where the integrand counts, and in how many steps it is summed.

    The rule of trapezoids: the integrand falls so fast on either side that the error is below a
    rounding.
    source: Trefethen & Weideman 2014, doi:10.1137/130932132
    """
    def reach(sign: float) -> Any:
        low = np.zeros_like(valley.rise + valley.fall)
        high = np.minimum(1.0, np.sqrt(2 * NEGLIGIBLE / (valley.rise + valley.fall)))
        for _ in range(DOUBLINGS):
            high = np.where(valley.drop(sign * high) < NEGLIGIBLE, 2 * high, high)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            above = valley.drop(sign * middle) > NEGLIGIBLE
            low, high = np.where(above, low, middle), np.where(above, middle, high)
        return high

    first, length = -reach(-1.0), reach(-1.0) + reach(1.0)
    longest = np.nanmax(length, initial=0.0)
    return first, length, max(FEWEST, int(IN_A_UNIT * min(longest, 4096.0)))


def _along(steps: int, shape: tuple[int, ...]) -> Array:
    """The shares of the way, on an axis before those of a batch."""
    return np.linspace(0.0, 1.0, steps + 1).reshape(-1, *(1 for _ in shape))


def _shape(value: Any) -> tuple[int, ...]:
    """Of all that a series is made of."""
    if isinstance(value, Series):
        return np.broadcast_shapes(*map(_shape, value.coefficients))
    return np.shape(value)


def _summed(value: Any, shape: tuple[int, ...]) -> Any:
    """Over the first axis of this shape, also of a series."""
    if isinstance(value, Series):
        return Series([_summed(part, shape) for part in value.coefficients])
    return np.broadcast_to(value, shape).sum(axis=0)


def _log_bessel_integral(order: Any, b: Any, c: Any) -> Any:
    """The logarithm of the integral of exp(order u + b e^u + c e^-u) over all u, also of series."""
    nu, left, right = map(_constant, (order, c, b))
    peak = _peak(nu, right, left)
    up, down = np.exp(peak), np.exp(-peak)
    first, length, steps = _places(_Valley(-right * up, -left * down, np.log(-right) + peak,
                                           np.log(-left) - peak))
    shape = np.broadcast_shapes(*map(_shape, (order, b, c)))
    d = first + length * _along(steps, shape)
    terms = np.exp(order * d + b * (up * np.expm1(d)) + c * (down * np.expm1(-d)))
    total = _summed(terms, (steps + 1, *shape))
    return order * peak + b * up + c * down + np.log(total) + np.log(length / steps)


def _precise_log_bessel_integral(order: Array, b: Array, c: Array) -> Double:
    """The same of real numbers; the highest place in pairs of floats, of which little may be left,
    and what lies around it without a difference."""
    peak = Double(_peak(order, b, c))
    for _ in range(2):  # the second time with all digits, of which sharp peaks need many
        rising, falling = exp(peak, full=True) * b, exp(-peak, full=True) * c
        rise, fall = -rising.rounded(), -falling.rounded()
        tilt = (rising - falling + order).rounded()
        peak, before = peak + tilt / (rise + fall), peak
    peak = before
    valley = _Valley(rise, fall, np.log(-b) + peak.rounded(), np.log(-c) - peak.rounded())
    first, length, steps = _places(valley)
    d = first + length * _along(steps, length.shape)
    whole = np.exp(tilt * d - valley.drop(d)).sum(axis=0) * (length / steps)
    # Of a peak as sharp as this nothing is left beside the normal density.
    whole = np.where(rise + fall > SHARP, np.sqrt(2 * np.pi / (rise + fall)), whole)
    result: Double = peak * order + rising + falling + log(Double(whole))
    return result


def _gig_guess(m: Array, q: Array, r: Array) -> tuple[Any, ...]:
    """Of order zero, with the product of E[x] and E[1 / x]."""
    w, c = 1 / (np.sqrt(q * r) - 1), np.sqrt(q / r)
    return np.zeros_like(m), -w / (2 * c), -w * c / 2


def _gig_draws(rng: np.random.Generator, shape: tuple[int, ...], nu: Array, a: Array,
               b: Array) -> Any:
    from scipy.stats import geninvgauss  # it takes long to import, and only this needs it

    drawn, nu = np.empty(shape), np.asarray(nu)
    w, c = np.asarray(np.sqrt(a * b)), np.asarray(np.sqrt(b / a))
    size = shape[:len(shape) - nu.ndim]
    for place in np.ndindex(nu.shape):
        drawn[(..., *place)] = geninvgauss.rvs(nu[place], w[place], scale=c[place], size=size,
                                               random_state=rng)
    return drawn


generalized_inverse_gaussian = Declared(
    "generalized_inverse_gaussian", positive, lambda x: (np.log(x), x, 1 / x),
    _log_bessel_integral,
    Space("eta_2 < 0, eta_3 < 0", lambda p, b, c: np.isfinite(p) & (b < 0) & (c < 0)),
    Space("-log E[t_3] < E[t_1] < log E[t_2]",
          lambda m, q, r: (q > 0) & (r > 0) & (m < np.log(q)) & (-np.log(r) < m)),
    lambda nu, a, b: (nu, -a / 2, -b / 2), lambda p, b, c: (p, -2 * b, -2 * c),
    _gig_guess, is_exact=False, log_h_formula=lambda x: -np.log(x),
    mean_log_h=lambda eta, mu: -mu[0], draw=_gig_draws, size=3, slope=(-1.0, 0.0, 0.0),
    precise=_precise_log_bessel_integral)

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
    """The square is completed in pairs of floats, since the determinant may cancel; in units that
    are powers of two, for which the squares are near one."""
    (k, c), (n, e) = _near_one(c), _near_one(e)
    a, b, d = np.ldexp(a, -k), np.ldexp(b, -n), np.ldexp(d, -k - n)
    determinant = Double(c) * e * 4.0 - Double(d) * d
    form = Double(a) * b * d - Double(a) * a * e - Double(b) * b * c
    result: Double = (form / determinant - log(determinant) * 0.5
                      - LOG_2_DOUBLE * (k + n).astype(float))
    return result


def _near_one(c: Array) -> tuple[Array, Array]:
    """k and c / 2^2k"""
    k = np.frexp(c)[1] // 2
    return k, np.ldexp(np.ldexp(c, -k), -k)


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
