"""The four named families are the distributions of the textbooks."""

import numpy as np
import pytest
import truth
from flint import arb, ctx

from lognormalizer import logit
from lognormalizer.families import bernoulli, exponential, gamma, normal, poisson

RNG = np.random.default_rng(23)


def ball(*numbers):
    return [arb(float(number)) for number in numbers]


def exponential_density(x, rate):
    return rate.log() - rate * x


def normal_density(x, mean, variance):
    return -(2 * arb.pi() * variance).log() / 2 - (x - mean) ** 2 / (2 * variance)


def gamma_density(x, shape, rate):
    return shape * rate.log() - shape.lgamma() + (shape - 1) * x.log() - rate * x


def poisson_density(x, rate):
    return x * rate.log() - rate - (x + 1).lgamma()


@pytest.mark.parametrize(("family", "density", "usual", "outcomes"), [
    (exponential, exponential_density, (0.7,), [1e-6, 0.3, 5.0, 40.0]),
    (normal, normal_density, (1.5, 0.25), [-2.0, 0.0, 1.5, 7.0]),
    (gamma, gamma_density, (2.5, 0.75), [1e-6, 0.3, 5.0, 40.0]),
    (gamma, gamma_density, (0.125, 3.0), [1e-6, 0.3, 5.0, 40.0]),
    (poisson, poisson_density, (3.5,), [0, 1, 7, 90]),
], ids=lambda value: getattr(value, "name", None))
def test_the_log_density_is_the_known_one(family, density, usual, outcomes):
    eta = family.natural_parameter(*usual)
    for x in outcomes:
        with ctx.workprec(400):
            true = density(*ball(x, *usual))
        size = max(abs(family.statistic(x) * eta).max(), abs(family.log_normalizer(eta)), 1)
        assert truth.ulps(family.log_density(x, eta), true, size) <= 8


@pytest.mark.parametrize(("family", "usual"), [
    (exponential, (0.3,)), (normal, (-2.0, 0.7)), (gamma, (0.2, 9.0)), (poisson, (12.5,))],
    ids=lambda value: getattr(value, "name", None))
def test_usual_parameters_lead_to_natural_ones_and_back(family, usual):
    back = family.usual_parameters(family.natural_parameter(*usual))
    np.testing.assert_allclose(np.ravel(back), usual, rtol=1e-15)


def test_lists_and_integers_serve_as_arrays():
    for family in (exponential, gamma):
        np.testing.assert_array_equal(family.support([-1, 0, 2]), [False, False, True])
    np.testing.assert_array_equal(poisson.support([-1, 0, 0.5, 2]), [False, True, False, True])
    found = normal.natural_parameter([1, 2], [4, 5])
    np.testing.assert_array_equal(found, [[0.25, -0.125], [0.4, -0.1]])


@pytest.mark.parametrize(("family", "usual", "close"), [
    (exponential, (0.3,), 1e-14), (normal, (-2.0, 0.7), 1e-14), (poisson, (12.5,), 1e-14),
    (gamma, (0.2, 9.0), 0.02), (gamma, (4.0, 0.3), 0.02)],
    ids=lambda value: getattr(value, "name", None))
def test_newton_starts_at_the_answer_where_that_is_known_and_within_2_percent_elsewhere(
        family, usual, close):
    eta = family.natural_parameter(*usual)
    np.testing.assert_allclose(family.initial_natural_parameter(*family.mean(eta)), eta, rtol=close)


def test_mean_and_variance_of_a_gamma():
    # Casella & Berger, exercise 3.32 (b)
    eta = gamma.natural_parameter(2.5, 0.5)
    assert gamma.mean(eta)[1] == pytest.approx(2.5 / 0.5, rel=1e-15)
    assert gamma.covariance(eta)[1, 1] == pytest.approx(2.5 / 0.25, rel=1e-15)


@pytest.mark.parametrize(("found", "known"), [
    (exponential.entropy(exponential.natural_parameter(4.0)), 1 - np.log(4)),
    (normal.entropy(normal.natural_parameter(3.0, 2.0)), 0.5 * np.log(2 * np.pi * np.e * 2)),
    (gamma.entropy(gamma.natural_parameter(1.0, 4.0)), 1 - np.log(4)),
])
def test_entropies_with_a_closed_form(found, known):
    assert found == pytest.approx(known, rel=1e-14)


def test_the_entropy_of_a_gamma_is_within_8_ulp_of_its_largest_term():
    for shape, rate in zip(10 ** RNG.uniform(-6, 6, 40), 10 ** RNG.uniform(-20, 20, 40),
                           strict=True):
        eta = gamma.natural_parameter(shape, rate)
        with ctx.workprec(400):
            a, b = arb(float(eta[0])), -arb(float(eta[1]))
            true = a - b.log() + a.lgamma() + (1 - a) * a.digamma()
        terms = [gamma.log_normalizer(eta), *eta * gamma.mean(eta), float(a.lgamma()),
                 shape * np.log(rate), shape * float(a.digamma())]
        assert truth.ulps(gamma.entropy(eta), true, np.abs(terms).max()) <= 8


def test_the_entropy_of_a_poisson_is_right_to_2e_14_on_both_sides_of_its_expansion():
    for rate in [1e-8, 0.01, 1.0, 39.8, 99.9, 100.1, 130.0, 1000.0]:
        eta = float(np.log(rate))
        with ctx.workprec(300):
            logs = [arb(eta) * x - arb(eta).exp() - arb(x + 1).lgamma()
                    for x in range(int(rate + 30 * rate**0.5) + 200)]
            true = -sum(log_p * log_p.exp() for log_p in logs)
            assert abs(arb(float(poisson.entropy([eta]))) - true) <= arb(2e-14) * true


@pytest.mark.parametrize(("family", "usual", "sample", "expected"), [
    (exponential, (), [1.0, 2.0, 6.0], (1 / 3,)),
    (normal, (), [1.0, 2.0, 6.0], (3.0, 14 / 3)),
    (poisson, (), [0, 1, 5], (2.0,)),
], ids=lambda value: getattr(value, "name", None))
def test_the_most_likely_parameters_of_a_small_sample(family, usual, sample, expected):
    found = family.usual_parameters(family.maximum_likelihood(sample))
    np.testing.assert_allclose(np.ravel(found), expected, rtol=1e-13)


@pytest.mark.parametrize("shape", [1e-3, 0.1, 1.0, 30.0, 1e4])
def test_the_most_likely_gamma_matches_both_moments(shape):
    sample = RNG.gamma(shape, 3.0, 200)
    sample = sample[sample > 0]
    found = gamma.maximum_likelihood(sample)
    expected = [np.log(sample).mean(), sample.mean()]
    np.testing.assert_allclose(gamma.mean(found), expected, rtol=1e-12)


def test_inverses_in_closed_form_have_digits_that_a_step_of_newtons_would_not():
    np.testing.assert_array_equal(exponential.natural_from_mean([1e-200]), [-1e200])
    p = RNG.random((2000, 1))
    np.testing.assert_array_equal(bernoulli.natural_from_mean(p), logit(p))


def test_samples_come_in_batches():
    x = RNG.normal(3, 2, (4, 2, 50))
    mean, variance = normal.usual_parameters(normal.maximum_likelihood(x))
    np.testing.assert_allclose(mean, x.mean(axis=-1), rtol=1e-11)
    np.testing.assert_allclose(variance, x.var(axis=-1), rtol=1e-11)


@pytest.mark.parametrize(("family", "sample", "space"), [
    (normal, [0.1, 0.1, 0.1], r"E\[x\^2\] > E\[x\]\^2"),
    (gamma, [0.7, 0.7, 0.7], r"E\[log x\] < log E\[x\]"),
    (poisson, [0, 0, 0], r"E\[x\] > 0"),
], ids=lambda value: getattr(value, "name", None))
def test_a_sample_without_a_most_likely_parameter_says_why(family, sample, space):
    with pytest.raises(ValueError, match=f"interior of the mean parameter space, {space}"):
        family.maximum_likelihood(sample)


@pytest.mark.parametrize(("family", "bad"), [
    (exponential, -3.0), (exponential, np.inf), (gamma, 0.0), (gamma, -1.0), (gamma, np.inf),
    (normal, np.inf), (normal, np.nan), (gamma, np.nan), (poisson, 0.5),
], ids=lambda value: getattr(value, "name", None))
def test_in_a_batch_of_samples_the_outcome_outside_the_support_is_named(family, bad):
    with pytest.raises(ValueError, match=r"the outcome at index \(1, 0\) is outside the support"):
        family.maximum_likelihood([[1.0, 2.0, 5.0], [bad, 7.0, 8.0]])
    with pytest.raises(ValueError, match=r"the outcome at index \(0,\) is outside the support"):
        family.maximum_likelihood([bad, bad])


def test_an_outcome_outside_the_support_is_named():
    with pytest.raises(ValueError, match=r"Gamma: the outcome at index \(1,\) is outside the supp"):
        gamma.maximum_likelihood([1.0, -2.0])


def test_an_empty_sample_is_refused():
    with pytest.raises(ValueError, match=r"expected a sample on the last axis, got shape \(0,\)"):
        normal.maximum_likelihood([])


@pytest.mark.parametrize(("family", "eta", "message"), [
    (exponential, [0.5], r"Exponential: not in the natural parameter space, eta < 0: \[0.5\]$"),
    (gamma, [[1, -1], [0, -1]], r"eta_1 > 0, eta_2 < 0: \[0.0, -1.0\] at index \(1,\)"),
    (normal, [0, 0], r"eta_2 < 0: \[0.0, 0.0\]"),
], ids=lambda value: getattr(value, "name", None))
def test_a_parameter_outside_its_space_is_named(family, eta, message):
    with pytest.raises(ValueError, match=message):
        family.log_normalizer(eta)


def test_a_single_number_is_refused_and_says_what_to_write():
    with pytest.raises(ValueError, match=r"got shape \(\); write \[eta\] for one"):
        poisson.mean(0.5)
