"""The categorical family in numpy."""

import numpy as np
import pytest
import truth
from flint import arb, ctx

from lognormalizer import categorical, logsumexp, points, softmax

RNG = np.random.default_rng(11)


def test_the_natural_parameter_leads_back_to_the_probabilities():
    theta = points.simplex(RNG, 5, 200)
    back = categorical.probabilities(categorical.natural_parameter(theta))
    np.testing.assert_allclose(back, theta, rtol=1e-14, atol=0)


def test_the_natural_parameter_is_within_3_ulp_also_where_probabilities_nearly_tie():
    near = 0.25 * (1 + RNG.normal(0, 1e-6, (50, 4)))
    for theta in [*points.simplex(RNG, 4, 200), *near, np.array([1e-320, 1e-5, 0.5])]:
        with ctx.workprec(400):
            expected = [(arb(t) / arb(theta[-1])).log() for t in theta[:-1].tolist()]
        found = categorical.natural_parameter(theta)
        assert truth.worst(found[:-1], expected) <= 3
        assert found[-1] == 0


def test_an_impossible_outcome_has_natural_parameter_minus_infinity():
    np.testing.assert_array_equal(categorical.natural_parameter([0, 0.5, 0.5]), [-np.inf, 0, 0])


def test_the_reference_must_be_possible():
    with pytest.raises(ValueError, match="the last probability is the reference"):
        categorical.natural_parameter([0.5, 0.5, 0])


def test_a_negative_probability_is_named():
    with pytest.raises(ValueError, match=r"probability at index \(1, 0\) is negative: -0.1"):
        categorical.natural_parameter([[0.5, 0.5], [-0.1, 1.1]])


def test_mean_and_log_normalizer_are_softmax_and_logsumexp():
    eta = points.natural(RNG, 4, 10)
    np.testing.assert_array_equal(categorical.mean(eta), softmax(eta))
    np.testing.assert_array_equal(categorical.log_normalizer(eta), logsumexp(eta))


def test_the_covariance_is_within_12_ulp_an_entry_also_close_to_a_vertex():
    for eta in [*points.natural(RNG, 5, 40), np.array([40.0, 0.0, 1.0])]:
        p = truth.softmax(eta)
        found = categorical.covariance(eta)
        with ctx.workprec(truth.BITS):
            expected = [p[i] * (1 - p[i]) if i == j else -p[i] * p[j]
                        for i in range(len(p)) for j in range(len(p))]
        assert truth.worst(found, expected) <= 12


def test_the_covariance_is_symmetric_and_sends_ones_to_zero():
    found = categorical.covariance(points.natural(RNG, 6, 20))
    assert found.shape == (20, 6, 6)
    np.testing.assert_array_equal(found, np.swapaxes(found, -1, -2))
    assert abs(found.sum(axis=-1)).max() <= 1e-16


def test_the_log_density_of_each_outcome_is_the_logarithm_of_its_probability():
    eta = np.array([30.0, 0.0, -500.0])
    found = categorical.log_density(points.one_hot(3), eta)
    assert truth.worst(found, truth.log_softmax(eta)) <= 4


def test_an_impossible_outcome_has_log_density_minus_infinity_and_spoils_no_other():
    found = categorical.log_density(points.one_hot(2), [0.0, -np.inf])
    np.testing.assert_array_equal(found, [0, -np.inf])


def test_the_pmf_picks_out_one_probability():
    theta = np.array([0.2, 0.0, 0.8])
    np.testing.assert_array_equal(categorical.pmf(points.one_hot(3), theta), theta)


@pytest.mark.parametrize("x", [[1, 1, 0], [0, 0, 0], [0.5, 0.5, 0], [2, -1, 0]])
def test_what_is_not_one_hot_is_refused(x):
    for function in (categorical.log_density, categorical.pmf):
        with pytest.raises(ValueError, match="not one-hot"):
            function(x, [0.2, 0.3, 0.5])


def test_an_outcome_of_another_size_is_refused():
    with pytest.raises(ValueError, match="there are 3 components"):
        categorical.log_density([1, 0], [0.1, 0.2, 0.3])
