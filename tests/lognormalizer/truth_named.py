"""The named families in balls, by the formulas of textbooks; and points of all sizes to try."""

from __future__ import annotations

import numpy as np
from flint import arb, arb_series, ctx

from lognormalizer.families import exponential, gamma, normal, poisson

BITS = 2200


def log_gamma(a):
    """log Gamma(a), its slope and its curvature."""
    series = arb_series([a, 1], 3).lgamma()
    return series[0], series[1], 2 * series[2]


class TrueExponential:
    def __init__(self, rate):
        self.rate = -rate

    def log_normalizer(self):
        return -self.rate.log()

    def log_density(self, x):
        return self.rate.log() - self.rate * x

    def entropy(self):
        return 1 - self.rate.log()

    def kl_divergence(self, other):
        ratio = other.rate / self.rate
        return ratio - 1 - ratio.log()

    def mean(self):
        return [1 / self.rate]

    def covariance(self):
        return [1 / self.rate / self.rate]


class TrueNormal:
    def __init__(self, first, second):
        self.first, self.second = first, second
        self.location, self.variance = -first / second / 2, -1 / second / 2

    def log_normalizer(self):
        return self.location * self.first / 2 - (-2 * self.second).log() / 2

    def log_density(self, x):
        away = x - self.location
        return self.second * away * away - (2 * arb.pi() * self.variance).log() / 2

    def entropy(self):
        return (1 + (2 * arb.pi() * self.variance).log()) / 2

    def kl_divergence(self, other):
        ratio, apart = self.variance / other.variance, self.location - other.location
        return (ratio - 1 - ratio.log()) / 2 - apart * apart * other.second

    def mean(self):
        return [self.location, self.location * self.location + self.variance]

    def covariance(self):
        mixed = 2 * self.location * self.variance
        return [self.variance, mixed, mixed,
                2 * self.location * mixed + 2 * self.variance * self.variance]


class TrueGamma:
    def __init__(self, shape, second):
        self.shape, self.rate = shape, -second
        self.value, self.slope, self.curvature = log_gamma(shape)

    def log_normalizer(self):
        return self.value - self.shape * self.rate.log()

    def log_density(self, x):
        return (self.shape - 1) * x.log() - self.rate * x - self.log_normalizer()

    def entropy(self):
        return (self.shape - self.rate.log() + self.value + (1 - self.shape) * self.slope)

    def kl_divergence(self, other):
        log_mean, mean = self.mean()
        return (other.log_normalizer() - self.log_normalizer()
                - (other.shape - self.shape) * log_mean + (other.rate - self.rate) * mean)

    def mean(self):
        return [self.slope - self.rate.log(), self.shape / self.rate]

    def covariance(self):
        return [self.curvature, 1 / self.rate, 1 / self.rate, self.shape / self.rate / self.rate]


class TruePoisson:
    def __init__(self, eta):
        self.eta, self.rate = eta, eta.exp()

    def log_normalizer(self):
        return self.rate

    def log_density(self, x):
        return x * self.eta - self.rate - (x + 1).lgamma()

    def kl_divergence(self, other):
        return other.rate - self.rate - self.rate * (other.eta - self.eta)

    def mean(self):
        return [self.rate]

    def covariance(self):
        return [self.rate]


TRUE = {exponential: TrueExponential, normal: TrueNormal, gamma: TrueGamma, poisson: TruePoisson}


def true(family, eta, name, *more):
    """The true values of a method, in balls; where that is asked of another member, of both."""
    with ctx.workprec(BITS):
        member = TRUE[family](*map(arb, map(float, eta)))
        given = [TRUE[family](*map(arb, map(float, one))) if np.ndim(one) else arb(float(one))
                 for one in more]
        found = getattr(member, name)(*given)
    return found if isinstance(found, list) else [found]


def scattered(rng, size, spread):
    return 10 ** rng.uniform(-spread, spread, size)


def some_parameters(rng, family, size=60):
    spread = np.repeat([1, 10, 60], size // 3)
    if family is exponential:
        return family.natural_parameter(scattered(rng, size, spread))
    if family is normal:
        variance = scattered(rng, size, spread)
        away = rng.normal(size=size) * 10 ** rng.uniform(-3, 12, size)
        return family.natural_parameter(away * np.sqrt(variance), variance)
    if family is gamma:
        shape = 10 ** rng.uniform(-8, np.repeat([2, 8, 17], size // 3))
        return family.natural_parameter(shape, scattered(rng, size, spread))
    return rng.normal(0, np.repeat([1, 10, 200], size // 3))[:, None]


def some_outcomes(rng, family, eta):
    center = {exponential: lambda: family.mean(eta)[..., 0],
              normal: lambda: family.usual_parameters(eta)[0],
              gamma: lambda: family.mean(eta)[..., 1],
              poisson: lambda: np.exp(np.minimum(eta[..., 0], 35))}[family]()
    width = np.sqrt(family.covariance(eta)[..., 0, 0]) if family is normal else center
    moved = rng.choice([0, 1e-9, 1e-3, 1, 30], len(eta)) * rng.normal(size=len(eta))
    outcomes = center + moved * width
    if family is normal:
        return outcomes
    outcomes = np.where(outcomes > 0, outcomes, center)
    return np.floor(outcomes) if family is poisson else outcomes


def neighbors(rng, family, eta):
    """Parameters at any distance, the same number among them."""
    closeness = rng.choice([0, 1e-14, 1e-7, 1e-2, 1, 20], len(eta))[:, None]
    if family is poisson:
        return eta + closeness * rng.normal(size=eta.shape)
    moved = eta * np.exp(closeness * rng.normal(size=eta.shape))
    return np.clip(moved, -1e250, 1e250)


def scale(family, name, *given):
    """Where an error is in ulp of more than the value: what the docstring says."""
    if family is not gamma:
        return {"kl_divergence": 1e-290}.get(name, 0)
    if name == "log_density":
        x, eta = given
        ball, = true(family, eta, name, x)
        with ctx.workprec(200):
            mean = arb(float(eta[0])) / -arb(float(eta[1]))
            ratio = arb(float(x)) / mean
            deviance = arb(float(eta[0])) * (ratio - 1 - ratio.log())
        return max(1, abs(float(ball)), abs(float(np.log(x))), abs(float(deviance)))
    return {"log_normalizer": 0.02, "entropy": 1, "kl_divergence": 1e-290}.get(name, 0)
