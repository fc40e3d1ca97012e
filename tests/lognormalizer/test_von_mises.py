"""The von Mises distribution is SciPy's, and its mean leads back to its parameter."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import integrate, stats

from lognormalizer import gradient
from lognormalizer.families import ising_ring, mallows, multinomial, von_mises

CONCENTRATIONS = [1e-6, 0.3, 2.0, 40.0]
by_concentration = pytest.mark.parametrize("kappa", CONCENTRATIONS)


@by_concentration
def test_density_and_entropy_are_scipys(kappa: float) -> None:
    eta, known = von_mises.natural_parameter(kappa, 0.5), stats.vonmises(kappa, loc=0.5)
    angles = np.array([-3.0, -0.2, 0.5, 3.1])
    np.testing.assert_allclose(von_mises.log_density(angles, eta), known.logpdf(angles), rtol=1e-13)
    np.testing.assert_allclose(von_mises.entropy(eta), known.entropy(), rtol=1e-9)


@by_concentration
def test_the_mean_leads_back_and_its_slope_is_the_covariance(kappa: float) -> None:
    eta, step = von_mises.natural_parameter(kappa, -2.0), 1e-4 * (1 + kappa)
    np.testing.assert_allclose(von_mises.natural_from_mean(von_mises.mean(eta)), eta,
                               rtol=1e-8, atol=1e-15)
    np.testing.assert_allclose(von_mises.usual_parameters(eta), (kappa, -2.0), rtol=1e-14)
    slope = [(von_mises.mean(eta + step * one) - von_mises.mean(eta - step * one)) / (2 * step)
             for one in np.eye(2)]
    np.testing.assert_allclose(von_mises.covariance(eta), slope, rtol=1e-4, atol=1e-8)


def test_the_divergence_is_the_mean_of_the_log_ratio() -> None:
    eta, other = von_mises.natural_parameter([2.0, 0.5], [0.5, -1.0])
    drawn = von_mises.sample(eta, np.random.default_rng(8), 40_000)
    ratio = von_mises.log_density(drawn, eta) - von_mises.log_density(drawn, other)
    assert abs(ratio.mean() - von_mises.kl_divergence(eta, other)) < 5 * ratio.std() / 200


@pytest.mark.parametrize("kappa", [0.0, 1e-3, 0.5, 5.0, 19.0, 21.0, 300.0])
def test_cumulants_are_those_of_the_density(kappa: float) -> None:
    eta, direction, half = von_mises.natural_parameter(kappa, 0.7), np.array([0.6, -1.1]), np.pi

    def moment(power: int, center: float = 0.0) -> float:
        def integrand(x: float) -> float:
            value = direction @ (np.cos(x), np.sin(x)) - center
            return float(value**power * np.exp(kappa * (np.cos(x - 0.7) - 1)))

        return integrate.quad(integrand, 0.7 - half, 0.7 + half, points=[0.7], limit=400,
                              epsabs=1e-13, epsrel=1e-11)[0] / total

    total = 1.0
    total = moment(0)
    mean = moment(1)
    second, third, fourth = (moment(n, mean) for n in (2, 3, 4))
    np.testing.assert_allclose(von_mises.cumulants(eta, direction),
                               [mean, second, third, fourth - 3 * second**2],
                               rtol=1e-8, atol=1e-12)


@by_concentration
def test_a_complex_step_through_the_log_normalizer_is_the_mean(kappa: float) -> None:
    eta = von_mises.natural_parameter(kappa, 2.0)
    np.testing.assert_allclose(gradient(von_mises.log_normalizer, eta), von_mises.mean(eta),
                               rtol=1e-13)


def test_parameters_outside_their_spaces_are_named() -> None:
    with pytest.raises(ValueError, match="the concentration is not negative"):
        von_mises.natural_parameter(-1.0, 0.0)
    with pytest.raises(ValueError, match="in the interior of the mean parameter space"):
        von_mises.natural_from_mean([0.8, 0.6])


def test_counts_rankings_and_spins_are_all_there() -> None:
    probabilities = np.array([0.2, 0.3, 0.5])
    counts = multinomial(3, 4)
    np.testing.assert_allclose(
        counts.probabilities(np.log(probabilities)),
        [stats.multinomial(4, probabilities).pmf(row) for row in counts.table], rtol=1e-13)
    assert sorted(mallows(3).table[:, 0]) == [0, 1, 1, 2, 2, 3]
    np.testing.assert_allclose(mallows(3).log_normalizer([0.0]), np.log(6), rtol=1e-15)
    assert ising_ring(3).table.tolist()[:2] == [[-3, 3], [-1, -1]]
    by_matrix = np.linalg.eigvalsh([[np.exp(0.75), np.exp(-0.25)], [np.exp(-0.25), np.exp(-0.25)]])
    np.testing.assert_allclose(ising_ring(5).log_normalizer([0.5, 0.25]),
                               np.log((by_matrix**5).sum()), rtol=1e-14)
