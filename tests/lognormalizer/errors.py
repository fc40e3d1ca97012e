"""Each function with its true value and its promise: the error at a point, and what no function of
rounded numbers could avoid there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import truth
import truth_family
import truth_named
from flint import arb
from truth_declared import COUNTS, LOG_NORMALIZERS

from lognormalizer import (
    categorical,
    gradient,
    log_sigmoid,
    log_softmax,
    logit,
    logsumexp,
    sigmoid,
    softmax,
    softplus,
)
from lognormalizer.families import bernoulli, exponential, gamma, logarithmic, normal, poisson

Point = np.ndarray
NONE = -1.0  # the error where there is no value to compare


@dataclass(frozen=True)
class Measured:
    """A function of a point, which holds all that the function is given.

    promised  the largest error, in ulp of the value, or of `scale` where that is larger
    found     what the function returns
    true      the same in balls
    scale     a number, or one for each component of the value
    counts    which numbers of the point are whole, and so never rounded
    """

    promised: float
    found: Callable[[Point], object]
    true: Callable[[Point], list[arb]]
    scale: Callable[[Point], float | list[float]] = lambda point: 0.0
    counts: frozenset[int] = frozenset()

    def error(self, point: Point) -> float:
        """In ulp; NONE where a parameter is outside its space, or a value is too large."""
        try:
            found = np.ravel(self.found(point))
        except ValueError:
            return NONE
        true = self.true(point)
        largest = np.finfo(point.dtype).max / 2**27
        if any(abs(float(ball.mid())) > largest for ball in true):
            return NONE
        return max(truth.ulps(a, b, c, point.dtype.type)
                   for a, b, c in zip(found, true, self._scales(point, true), strict=True))

    def unavoidable(self, point: Point) -> float:
        """Half an ulp of the value, and by how much it moves where each number of the point is off
        by half an ulp of its own: in ulp of the value, or of the scale."""
        true, moved = self.true(point), np.zeros(0)
        scales = self._scales(point, true)
        for i in np.ndindex(point.shape):
            neighbor = point.copy()
            neighbor[i] = np.nextafter(point[i], np.inf)
            if i[-1] in self.counts or np.array_equal(neighbor, point):
                continue
            there = self.true(neighbor)
            steps = [truth.distance(a, b, c, point.dtype.type)
                     for a, b, c in zip(there, true, scales, strict=True)]
            moved = np.asarray(steps) if not moved.size else moved + steps
        return 0.5 + float(moved.max()) / 2

    def _scales(self, point: Point, true: list[arb]) -> list[float]:
        scale = self.scale(point)
        return scale if isinstance(scale, list) else [scale] * len(true)


def covariance_scales(point: Point) -> list[float]:
    """p_i max_j |v_j - p^T v|, where p_i is a normal number; elsewhere nothing is promised."""
    eta, v = point
    p, true = truth.softmax(eta), truth.covariance_product(eta, v)
    spread = max(abs(float((t / a).mid())) for t, a in zip(true, p, strict=True))
    scales = [float(a.mid()) * spread for a in p]
    return [size if float(a.mid()) >= np.finfo(point.dtype).tiny else 1.0
            for size, a in zip(scales, p, strict=True)]


def covariance_entries(point: Point) -> list[arb]:
    p = truth.softmax(point)
    with truth.ctx.workprec(truth.BITS):
        return [a * (1 - a) if i == j else -a * b for i, a in enumerate(p) for j, b in enumerate(p)]


def of_number(promised: float, function: Callable, true: Callable[[float], arb]) -> Measured:
    return Measured(promised, function, lambda point: [true(point[0])])


FUNCTIONS: dict[str, Measured] = {
    "logsumexp": Measured(2, logsumexp, lambda x: [truth.logsumexp(x)], lambda x: 1.0),
    "logsumexp, weights": Measured(2, lambda x: logsumexp(x[0], weights=x[1]),
                                   lambda x: [truth.log_sum(*x)], lambda x: 1.0),
    "gradient, logsumexp": Measured(4, lambda x: gradient(logsumexp, x), truth.softmax,
                                    lambda x: 1e-290),
    "softmax": Measured(4, softmax, truth.softmax),
    "log_softmax": Measured(4, log_softmax, truth.log_softmax),
    "softplus": of_number(2, softplus, truth.softplus),
    "sigmoid": of_number(2, sigmoid, truth.sigmoid),
    "log_sigmoid": of_number(2, log_sigmoid, truth.log_sigmoid),
    "logit": of_number(2, logit, truth.logit),
    "entropy": Measured(2, categorical.entropy, lambda x: [truth.entropy(x)]),
    "kl_divergence": Measured(2, lambda x: categorical.kl_divergence(*x),
                              lambda x: [truth.kl_divergence(*x)],
                              lambda x: 1e-300 if x.dtype == np.float64 else 1e-37),
    "covariance": Measured(8, categorical.covariance, covariance_entries),
    "covariance_product": Measured(2, lambda x: categorical.covariance_product(*x),
                                   lambda x: truth.covariance_product(*x), covariance_scales),
}

def largest(true: Callable[[Point], list[arb]]) -> Callable[[Point], float]:
    return lambda point: max(abs(float(ball.mid())) for ball in true(point))


def natural_parameter(theta: Point) -> list[arb]:
    with truth.ctx.workprec(truth.BITS):
        return [(truth.exact(p) / truth.exact(theta[-1])).log() for p in theta]


def natural_gradient(point: Point) -> list[arb]:
    """The vector less its mean, over the probabilities, and that less its mean."""
    eta, v = point
    with truth.ctx.workprec(truth.BITS):
        mean = sum(map(truth.exact, v), arb(0)) / len(v)
        step = [(truth.exact(b) - mean) / p for b, p in zip(v, truth.softmax(eta), strict=True)]
        middle = sum(step, arb(0)) / len(step)
        return [one - middle for one in step]


def first_outcome(eta: Point) -> object:
    return categorical.log_density(np.arange(len(eta)) == 0, eta)


def two(eta: Point) -> Point:
    return np.array([eta[0], 0.0])


FUNCTIONS |= {
    "natural_parameter": Measured(3, categorical.natural_parameter, natural_parameter),
    "log_density": Measured(4, first_outcome, lambda x: truth.log_softmax(x)[:1]),
    "natural_gradient": Measured(8, lambda x: categorical.natural_gradient(*x), natural_gradient,
                                 largest(natural_gradient)),
    "bernoulli.log_normalizer": of_number(2, bernoulli.log_normalizer, truth.softplus),
    "bernoulli.log_density": of_number(2, lambda x: bernoulli.log_density(1, x), truth.log_sigmoid),
    "bernoulli.mean": of_number(2, bernoulli.mean, truth.sigmoid),
    "bernoulli.covariance": of_number(4, bernoulli.covariance, lambda eta: covariance_entries(
        np.array([eta, 0.0]))[0]),
    "bernoulli.entropy": of_number(2, bernoulli.entropy,
                                   lambda eta: truth.entropy([eta, 0.0])),
    "bernoulli.kl_divergence": Measured(
        2, lambda x: bernoulli.kl_divergence(*x),
        lambda x: [truth.kl_divergence(two(x[0]), two(x[1]))], lambda x: 1e-290),
}

METHODS = {"log_normalizer": 2, "log_density": 4, "mean": 4, "covariance": 4, "entropy": 2,
           "kl_divergence": 8}


def of_family(family, name: str) -> Measured:
    """Of a point with an outcome and a parameter, with a parameter, or with another one and it."""
    size = family.dimension

    def split(point: Point) -> tuple:
        eta, rest = point[-size:], point[:-size]
        if name == "log_density":
            return eta, (rest[0],)
        return eta, ((rest,) if name == "kl_divergence" else ())

    def found(point: Point) -> object:
        eta, more = split(point)
        values = getattr(family, name)(*((*more, eta) if name == "log_density" else (eta, *more)))
        if not np.isfinite(values).all():
            raise ValueError("too large for a float")
        return values

    def true(point: Point) -> list[arb]:
        eta, more = split(point)
        return truth_named.true(family, eta, name, *more)

    def scale(point: Point) -> float:
        eta, more = split(point)
        allowed = truth_named.scale(family, name, *(
            (*more, eta) if name == "log_density" else ()))
        return max(allowed, 1e-290)

    counts = frozenset({0}) if family is poisson and name == "log_density" else frozenset()
    return Measured(METHODS[name], found, true, scale, counts)


FAMILIES = {"exponential": exponential, "normal": normal, "gamma": gamma, "poisson": poisson}
OF_FAMILIES: dict[str, Measured] = {
    f"{family_name}.{name}": of_family(family, name)
    for family_name, family in FAMILIES.items() for name in METHODS
    if hasattr(truth_named.TRUE[family], name)}

OF_FORMULAS = {"log_normalizer": 8, "mean": 8, "covariance": 16, "kl_divergence": 32}
LEAST = 1e-290  # of smaller numbers some digits may be gone
# What is made of log Gamma is right to some ulp of this where it is close to its zeros.
WITH_LOG_GAMMA, LEAST_LOG_GAMMA = ("beta", "beta_prime", "inverse_gamma", "chi_squared"), 0.1


def told_by_formulas(family, name: str) -> Measured:
    """Of a point with a parameter, or with another one and it."""
    A, size = LOG_NORMALIZERS[family], family.dimension

    def split(point: Point) -> tuple[Point, ...]:
        return (point[-size:], point[:-size]) if name == "kl_divergence" else (point,)

    def found(point: Point) -> object:
        for eta in split(point):
            if family in COUNTS and eta[0] < (-700 if name == "covariance" else -30):
                raise ValueError("nearly all counts are the least one")
        values = getattr(family, name)(*split(point))
        if not np.isfinite(values).all():
            raise ValueError("too large for a float")
        return values

    def true(point: Point) -> list[arb]:
        balls = [truth_family.balls(eta) for eta in split(point)]
        if name == "log_normalizer":
            with truth_family.precise(2):
                return [A(balls[0])]
        if name == "kl_divergence":
            return [truth_family.kl_divergence(A, *balls)]
        if name == "mean":
            return truth_family.mean(A, balls[0])
        return [entry for row in truth_family.covariance(A, balls[0]) for entry in row]

    by_log_gamma = name == "log_normalizer" and family.name in WITH_LOG_GAMMA
    return Measured(OF_FORMULAS[name], found, true,
                    lambda point: LEAST_LOG_GAMMA if by_log_gamma else LEAST)


TOLD = {f"{family.name}.{name}": told_by_formulas(family, name)
        for family in LOG_NORMALIZERS for name in OF_FORMULAS
        if not (family is logarithmic and name == "kl_divergence")}
EACH = {**FUNCTIONS, **OF_FAMILIES, **TOLD}
