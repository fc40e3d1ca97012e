"""Families over vectors are the distributions that SciPy knows, and their samples say the same."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from lognormalizer import families

SHARES = np.array([[0.2, 0.3, 0.5], [0.001, 0.9, 0.099], [1 / 3, 1 / 3, 1 / 3]])
PLANE = np.array([[0.0, 0.0], [1.0, -2.0], [0.3, 7.0]])
SPACE = np.array([[0.0, 0.0, 0.0], [1.0, -2.0, 0.5], [0.3, 7.0, -1.0]])
DIRECTIONS = np.array([[0.0, 0.6, 0.8], [1.0, 0.0, 0.0], [0.0, 0.0, -1.0]])
CASES = [  # a family, its usual parameters, SciPy's log density of an outcome, outcomes, entropy
    (families.dirichlet(3), (2.0, 0.7, 1.5), stats.dirichlet([2.0, 0.7, 1.5]), SHARES),
    (families.normal_vector_variance_known(3, 0.5), (1.0, -2.0, 0.3),
     stats.multivariate_normal([1.0, -2.0, 0.3], 0.5 * np.eye(3)), SPACE),
    (families.normal_vector_isotropic(3), (1.0, -2.0, 0.3, 0.7),
     stats.multivariate_normal([1.0, -2.0, 0.3], 0.7 * np.eye(3)), SPACE),
    (families.normal_vector_diagonal(2), (1.0, 0.5, -2.0, 3.0),
     stats.multivariate_normal([1.0, -2.0], np.diag([0.5, 3.0])), PLANE),
    (families.normal_vector, (1.0, -2.0, 0.5, 0.3, 0.9),
     stats.multivariate_normal([1.0, -2.0], [[0.5, 0.3], [0.3, 0.9]]), PLANE),
    (families.von_mises_fisher, (2.0, 0.0, 0.6, 0.8),
     stats.vonmises_fisher([0.0, 0.6, 0.8], 2.0), DIRECTIONS),
]
by_name = pytest.mark.parametrize(("family", "usual", "known", "outcomes"), CASES,
                                  ids=[case[0].name for case in CASES])


@by_name
def test_density_and_entropy_are_scipys(family, usual, known, outcomes) -> None:
    eta = family.natural_parameter(*usual)
    expected = [known.logpdf(one) for one in outcomes]
    np.testing.assert_allclose(family.log_density(outcomes, eta), expected, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(family.entropy(eta), known.entropy(), rtol=1e-12)
    np.testing.assert_allclose(np.stack(family.usual_parameters(eta)), usual, rtol=1e-14)


@by_name
def test_the_mean_is_that_of_a_sample_and_leads_back(family, usual, known, outcomes) -> None:
    eta = family.natural_parameter(*usual)
    drawn = family.sample(eta, np.random.default_rng(7), 40_000)
    assert drawn.shape == (40_000, outcomes.shape[-1]) and family.support(drawn).all()
    statistic = family.statistic(drawn)
    error = np.sqrt(np.diag(family.covariance(eta)) / len(drawn))
    assert np.all(np.abs(statistic.mean(axis=0) - family.mean(eta)) < 5 * error)
    np.testing.assert_allclose(np.cov(statistic.T), family.covariance(eta), rtol=0.1, atol=0.05)
    np.testing.assert_allclose(family.natural_from_mean(family.mean(eta)), eta, rtol=1e-9,
                               atol=1e-12)
    fitted = family.maximum_likelihood(drawn)
    np.testing.assert_allclose(family.mean(fitted), statistic.mean(axis=0), rtol=1e-9)


@by_name
def test_the_divergence_is_the_mean_of_the_log_ratio(family, usual, known, outcomes) -> None:
    eta = family.natural_parameter(*usual)
    drawn = family.sample(eta, np.random.default_rng(8), 40_000)
    ratio = family.log_density(drawn, eta) - family.log_density(drawn, eta * 1.25)
    assert abs(ratio.mean() - family.kl_divergence(eta, eta * 1.25)) < 5 * ratio.std() / 200


@by_name
def test_batches_and_posteriors_go_along(family, usual, known, outcomes) -> None:
    eta = family.natural_parameter(*usual)
    both = np.stack([eta, eta * 1.1])
    table = family.log_density(outcomes[:, None, :], both)
    assert table.shape == (len(outcomes), 2)
    np.testing.assert_allclose(table[:, 0], family.log_density(outcomes, eta))
    chi, nu = family.posterior(outcomes, family.mean(eta), 1.0)
    np.testing.assert_allclose(chi - family.mean(eta), family.statistic(outcomes).sum(axis=0))
    assert nu == 1 + len(outcomes)


@by_name
def test_outcomes_of_another_shape_or_outside_are_named(family, usual, known, outcomes) -> None:
    eta = family.natural_parameter(*usual)
    with pytest.raises(ValueError, match=r"expected outcomes of shape \(\.\.\., "):
        family.log_density(outcomes[..., :-1], eta)
    nan = np.full(outcomes.shape[-1], np.nan)
    assert np.isnan(family.log_density(nan, eta))


def test_what_is_not_on_the_simplex_has_no_density() -> None:
    eta = families.dirichlet(3).natural_parameter(2.0, 0.7, 1.5)
    assert families.dirichlet(3).log_density([0.5, 0.5, 0.5], eta) == -np.inf
    with pytest.raises(ValueError, match=r"at index \(1,\) is outside the support"):
        families.dirichlet(3).maximum_likelihood([[0.2, 0.3, 0.5], [0.5, 0.5, 0.5]])


@pytest.mark.parametrize("concentration", [0.0, 1e-8, 1e-3, 0.9, 1.1, 50.0, 1e5])
def test_the_sphere_has_no_gap_at_zero(concentration: float) -> None:
    family, eta = families.von_mises_fisher, concentration * DIRECTIONS[0]
    r = max(concentration, 1e-300)
    resultant = 1 / np.tanh(r) - 1 / r if r > 1e-2 else r / 3 - r**3 / 45
    np.testing.assert_allclose(family.mean(eta), resultant * DIRECTIONS[0], rtol=1e-12, atol=1e-16)
    across = family.covariance(eta)[0, 0]
    np.testing.assert_allclose(across, resultant / r if r > 1e-9 else 1 / 3, rtol=1e-10)
