"""Log-normalizers of the families that are told by their formulas, in balls and series of balls."""

from __future__ import annotations

from flint import arb

from lognormalizer import families
from lognormalizer.family import ExponentialFamily


def log_one_less_exp(s):
    return (1 - s.exp()).log()


def log_beta(eta):
    return eta[0].lgamma() + eta[1].lgamma() - (eta[0] + eta[1]).lgamma()


def of_logarithm(factor, scale=1, divisor=1):
    """-factor log(scale eta) - log(divisor)"""
    return lambda eta: -arb(factor) * (arb(scale) * eta[0]).log() - arb(divisor).log()


LOG_NORMALIZERS = {
    families.binomial(7): lambda eta: 7 * (1 + eta[0].exp()).log(),
    families.geometric: lambda eta: -log_one_less_exp(eta[0]),
    families.negative_binomial(2.5): lambda eta: -arb(2.5) * log_one_less_exp(eta[0]),
    families.logarithmic: lambda eta: (-log_one_less_exp(eta[0])).log(),
    families.chi_squared: lambda eta: eta[0].lgamma() + eta[0] * arb(2).log(),
    families.inverse_gamma: lambda eta: eta[0].lgamma() - eta[0] * eta[1].log(),
    families.inverse_gaussian:
        lambda eta: -2 * (eta[0] * eta[1]).sqrt() - (-2 * eta[1]).log() / 2,
    families.weibull(1.7): of_logarithm(1, -1, 1.7),
    families.rayleigh: of_logarithm(1, -2),
    families.maxwell: of_logarithm(1.5, -2),
    families.log_normal:
        lambda eta: -eta[0] * eta[0] / (4 * eta[1]) - (-2 * eta[1]).log() / 2,
    families.normal_variance_known(2.0): lambda eta: eta[0] * eta[0],
    families.normal_mean_known(1.0): of_logarithm(0.5, -2),
    families.gumbel: of_logarithm(1),
    families.beta: log_beta,
    families.beta_prime: log_beta,
    families.power_function: of_logarithm(1),
    families.levy: of_logarithm(0.5, -2),
    families.laplace: lambda eta: (-2 / eta[0]).log(),
    families.gompertz(0.5): of_logarithm(1),
    families.skew_logistic: of_logarithm(1),
    families.kumaraswamy(2.5): of_logarithm(1),
}

COUNTS = [family for family in LOG_NORMALIZERS
          if family.name.startswith(("geometric", "negative_binomial", "logarithmic"))]


def some_parameters(rng, family: ExponentialFamily, size: int):
    """Parameters of all sizes, as far as they are in the natural parameter space."""
    drawn: list = []
    while len(drawn) < size:
        spread = rng.choice([0.5, 2, 6, 15, 60, 140])
        eta = rng.choice([-1, 1], family.dimension) * 10 ** rng.uniform(
            -spread, spread, family.dimension)
        if bool(family.in_natural_space(*eta)):
            drawn.append(eta)
    return drawn
