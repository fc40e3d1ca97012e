"""What ExponentialFamily derives, for the four named families: right to a few ulp, at any scale."""

import numpy as np
import pytest
import truth
import truth_family
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

from lognormalizer import ExponentialFamily, categorical, gradient
from lognormalizer.families import bernoulli, exponential, gamma, normal, poisson

RNG = np.random.default_rng(17)
NAMED = [exponential, normal, gamma, poisson]
TRUTH = {exponential: truth_family.exponential, normal: truth_family.normal,
         gamma: truth_family.gamma, poisson: truth_family.poisson}


def power_of_ten(low, high, size=40):
    return 10 ** RNG.uniform(low, high, size)


VARIANCES = power_of_ten(-30, 30)
POINTS = {
    exponential: exponential.natural_parameter(power_of_ten(-60, 60)),
    normal: normal.natural_parameter(RNG.normal(0, 30, 40) * np.sqrt(VARIANCES), VARIANCES),
    gamma: np.concatenate([
        gamma.natural_parameter(power_of_ten(-8, 8), power_of_ten(-30, 30)),
        gamma.natural_parameter(power_of_ten(-1, 2), power_of_ten(-1, 1))]),
    poisson: RNG.uniform(-400, 400, (40, 1)),
}

each_family = pytest.mark.parametrize("family", NAMED, ids=lambda family: family.name)


def terms(family, eta):
    """The size of what a log-normalizer sums, beside which its rounding is to be seen."""
    if family is gamma:
        shape, rate = float(eta[0]), -float(eta[1])
        return max(1, abs(float(arb(shape).lgamma())), abs(shape * np.log(rate)))
    if family is normal:
        return max(eta[0] ** 2 / abs(4 * eta[1]), abs(np.log(-2 * eta[1])) / 2)
    return 0


def mean_terms(family, eta):
    """The same for the components of the mean; only the mean logarithm is a difference."""
    if family is gamma:
        return [max(abs(float(arb(float(eta[0])).digamma())), abs(np.log(-eta[1]))), 0]
    return [0] * len(eta)


@each_family
class TestEachNamedFamily:
    def test_log_normalizer_is_within_8_ulp_of_its_largest_term(self, family):
        for eta in POINTS[family]:
            with truth_family.precise():
                true = TRUTH[family](truth_family.balls(eta))
            assert truth.ulps(family.log_normalizer(eta), true, terms(family, eta)) <= 8

    def test_mean_is_the_gradient_within_8_ulp(self, family):
        for eta in POINTS[family]:
            true = truth_family.mean(TRUTH[family], truth_family.balls(eta))
            for found, ball, size in zip(family.mean(eta), true, mean_terms(family, eta),
                                         strict=True):
                assert truth.ulps(found, ball, size) <= 8

    def test_covariance_is_the_hessian_within_4_ulp_an_entry(self, family):
        for eta in POINTS[family]:
            true = truth_family.covariance(TRUTH[family], truth_family.balls(eta))
            assert truth.worst(family.covariance(eta), [c for row in true for c in row]) <= 4

    def test_cumulants_are_derivatives_along_a_line(self, family):
        for eta in POINTS[family][:10]:
            for direction in np.eye(family.dimension):
                true = truth_family.derivatives(TRUTH[family], truth_family.balls(eta),
                                                direction.tolist(), 4)[1:]
                found = family.cumulants(eta, direction)
                sizes = [abs(float(direction @ np.array(mean_terms(family, eta)))), 0, 0, 0]
                pairs = zip(found, true, sizes, strict=True)
                assert max(truth.ulps(a, b, size) for a, b, size in pairs
                           if abs(b) < 1e300) <= 8

    @pytest.mark.parametrize("closeness", [1e-12, 1e-6, 1e-2, 1.0, 30.0])
    def test_kl_divergence_keeps_its_digits_however_close_the_two_are(self, family, closeness):
        for eta in POINTS[family][:20]:
            other = eta * (1 + closeness * RNG.uniform(0.5, 1))
            if family is poisson:
                other = eta + closeness
            A, near, far = TRUTH[family], truth_family.balls(eta), truth_family.balls(other)
            found, true = family.kl_divergence(eta, other), truth_family.kl_divergence(A, near, far)
            step, largest = other - eta, 0.0
            if closeness < 0.1:
                variances = np.diagonal(family.covariance(eta))
                assert truth.ulps(found, true, (step * step * variances).max()) <= 32
                continue
            with truth_family.precise():
                largest = max(terms(family, eta), terms(family, other), abs(float(A(near))),
                              abs(float(A(far))), *abs(step * family.mean(eta)))
            assert truth.ulps(found, true, largest) <= 32

    @pytest.mark.parametrize("closeness", [1e-9, 1e-4, 1e-2, 1.0, 30.0])
    def test_so_does_the_divergence_that_is_derived_and_not_in_closed_form(self, family, closeness):
        eta = np.abs(RNG.normal(2, 0.3, (20, family.dimension)))
        eta *= {exponential: -1, normal: [1, -1], gamma: [1, -1], poisson: 1}[family]
        other = eta * (1 + closeness)
        found = ExponentialFamily.kl_divergence(family, eta, other)
        np.testing.assert_allclose(found, family.kl_divergence(eta, other), rtol=1e-12)

    def test_the_log_density_that_is_derived_wants_as_many_parameters(self, family):
        with pytest.raises(ValueError, match=rf"{family.name}: expected {family.dimension} comp"):
            ExponentialFamily.log_density(family, [1.0, 2.0], [1.0, 2.0, 3.0])

    def test_the_divergence_from_itself_is_exactly_zero(self, family):
        np.testing.assert_array_equal(family.kl_divergence(POINTS[family], POINTS[family]), 0)

    def test_the_mean_leads_back_to_the_natural_parameter(self, family):
        for eta in POINTS[family]:
            if family is gamma and eta[0] > 1e3:
                continue  # there the rounded mean no longer knows the parameter
            back = family.natural_from_mean(family.mean(eta))
            np.testing.assert_allclose(back, eta, rtol=1e-8, atol=1e-9 * abs(eta).min())

    def test_axes_before_the_last_are_a_batch(self, family):
        eta = POINTS[family][:6].reshape(2, 3, -1)
        for function in (family.log_normalizer, family.mean, family.covariance, family.entropy,
                         family.natural_from_mean if family is not gamma else family.mean):
            argument = family.mean(eta) if function == family.natural_from_mean else eta
            found = function(argument)
            single = [[function(point) for point in row] for row in argument]
            np.testing.assert_allclose(found, single, rtol=1e-12)

    def test_outcomes_and_parameters_broadcast(self, family):
        eta, x = POINTS[family][:3], np.array([1.0, 2.0])
        assert family.log_density(x[:, None], eta).shape == (2, 3)
        assert family.kl_divergence(eta[:, None], eta).shape == (3, 3)
        assert family.cumulants(eta, np.ones(family.dimension), 5).shape == (3, 5)

    def test_lists_serve_as_arrays(self, family):
        eta, x = POINTS[family][:2], np.array([1.0, 2.0])
        for function in (family.log_normalizer, family.mean, family.covariance, family.entropy):
            np.testing.assert_array_equal(function(eta.tolist()), function(eta))
        direction = np.ones(family.dimension)
        for function, second in ((family.cumulants, direction), (family.kl_divergence, eta[::-1])):
            found = function(eta.tolist(), second.tolist())
            np.testing.assert_array_equal(found, function(eta, second))
        found = family.log_density(x.tolist(), eta.tolist())
        np.testing.assert_array_equal(found, family.log_density(x, eta))

    def test_directions_are_a_batch_of_their_own(self, family):
        eta, directions = POINTS[family][0], RNG.normal(size=(3, family.dimension))
        found = family.cumulants(eta, directions)
        single = [family.cumulants(eta, direction) for direction in directions]
        np.testing.assert_array_equal(found, single)

    def test_at_least_one_cumulant_is_asked_for(self, family):
        with pytest.raises(ValueError, match="at least one cumulant, not 0"):
            family.cumulants(POINTS[family][0], np.ones(family.dimension), 0)

    def test_outside_the_support_the_log_density_is_minus_infinity_and_nan_stays(self, family):
        outside = {normal: np.inf, poisson: 0.5}.get(family, -1.0)
        found = family.log_density([outside, np.nan], POINTS[family][0])
        np.testing.assert_array_equal(found, [-np.inf, np.nan])

    def test_nan_passes_through(self, family):
        eta = np.full(family.dimension, np.nan)
        for function in (family.log_normalizer, family.mean, family.covariance, family.entropy,
                         family.natural_from_mean):
            assert np.isnan(function(eta)).all()

    def test_a_vector_of_another_length_is_refused(self, family):
        with pytest.raises(ValueError, match=rf"{family.name}: expected {family.dimension} comp"):
            family.mean(np.zeros(family.dimension + 1))
        with pytest.raises(ValueError, match=rf"{family.name}: expected {family.dimension} comp"):
            family.log_density([1.0, 2.0, 3.0, 4.0], np.zeros((4, family.dimension + 1)))

    def test_an_infinite_parameter_is_refused(self, family):
        with pytest.raises(ValueError, match="not in the natural parameter space"):
            family.log_normalizer([-np.inf] * family.dimension)


@each_family
@settings(max_examples=40, deadline=None)
@given(st.floats(0.01, 100), st.floats(0.01, 100), st.floats(0.01, 100), st.floats(0.01, 100))
def test_laws_at_any_pair_of_parameters(family, a, b, c, d):
    eta, other = (family.natural_parameter(*pair[:family.dimension]) for pair in ((a, b), (c, d)))
    mean, A = family.mean(eta), family.log_normalizer
    # The mean is the gradient, by another way: a complex step.
    np.testing.assert_allclose(gradient(A, eta), mean, rtol=1e-12, atol=1e-14)
    # KL is a Bregman divergence, and not negative.
    kl = family.kl_divergence(eta, other)
    bregman = A(other) - A(eta) - (other - eta) @ mean
    rounding = 1e-12 * (1 + abs(A(eta)) + abs(A(other)) + abs((other - eta) * mean).max())
    assert kl >= 0
    np.testing.assert_allclose(kl, bregman, rtol=1e-9, atol=rounding)
    # The covariance is symmetric and positive definite.
    assert np.linalg.eigvalsh(family.covariance(eta)).min() > 0
    # Convexity: A lies below its chords.
    assert A((eta + other) / 2) <= (A(eta) + A(other)) / 2 + rounding


def test_a_family_of_ones_own_is_ten_lines():
    class Geometric(ExponentialFamily):
        dimension, natural_space, mean_space = 1, "eta < 0", "E[x] > 0"

        def support(self, x):
            return np.asarray(x) >= 0

        def sufficient_statistic(self, x):
            return (x,)

        def log_normalizer_formula(self, eta):
            return -np.log(1 - np.exp(eta))

        def in_natural_space(self, eta):
            return eta < 0

        def in_mean_space(self, mean):
            return mean > 0

        def initial_natural_parameter(self, mean):
            return (-1.0,)

    geometric, eta = Geometric(), np.log([0.25])
    np.testing.assert_allclose(np.exp(geometric.log_density([0, 1], eta)), [0.75, 0.1875])
    np.testing.assert_array_equal(geometric.log_density([-1, np.nan], eta), [-np.inf, np.nan])
    np.testing.assert_allclose(geometric.mean(eta), [1 / 3])
    np.testing.assert_allclose(geometric.covariance(eta), [[4 / 9]])
    for mean in (1e-3, 1 / 3, 50.0):
        found = geometric.natural_from_mean([mean])
        np.testing.assert_allclose(found, np.log([mean / (1 + mean)]), rtol=1e-12)


def test_a_derived_divergence_that_is_small_as_a_whole_is_no_sum_of_a_series():
    found = ExponentialFamily.kl_divergence(poisson, [-28.0], [-25.0])
    np.testing.assert_allclose(found, poisson.kl_divergence([-28.0], [-25.0]), rtol=1e-12)


def test_of_many_means_the_one_without_a_parameter_is_named():
    with pytest.raises(ValueError, match=r"Exponential: the mean \[-2.0\] is not in the interior"):
        exponential.natural_from_mean([[1.0], [np.nan], [-2.0]])


def test_a_function_that_power_series_do_not_know_is_named():
    class Odd(type(poisson)):
        def log_normalizer_formula(self, eta):
            return np.sinh(eta)

    with pytest.raises(TypeError, match="sinh is not known for power series"):
        Odd().cumulants([1.0], [1.0])


SAMPLES = {exponential: [0.5, 2.0, 7.0], normal: [0.5, -2.0, 7.0], gamma: [0.5, 2.0, 7.0],
           poisson: [0, 2, 7], bernoulli: [0, 1, 1]}


@pytest.mark.parametrize("family", SAMPLES, ids=repr)
class TestEveryNamedFamily:
    """What is drawn, summed up, and turned round, for each member."""

    @pytest.fixture
    def eta(self, family):
        return family.maximum_likelihood(SAMPLES[family])

    def test_samples_have_the_mean_and_the_distribution_function(self, family, eta):
        x = family.sample(eta, np.random.default_rng(3), 40_000)
        assert x.shape == (40_000,)
        deviation = np.sqrt(np.diagonal(family.covariance(eta)) / len(x))
        assert (np.abs(family.statistic(x).mean(axis=0) - family.mean(eta)) < 5 * deviation).all()
        for point in SAMPLES[family]:
            below = (x <= point).mean()
            assert abs(below - family.cdf(point, eta)) < 5 * 0.5 / np.sqrt(len(x))

    def test_samples_come_in_any_shape_and_are_the_same_for_the_same_seed(self, family, eta):
        first, second = (family.sample(np.stack([eta] * 3), np.random.default_rng(1), (4, 2))
                         for _ in range(2))
        assert first.shape == (4, 2, 3)
        np.testing.assert_array_equal(first, second)
        assert np.shape(family.sample(eta, np.random.default_rng(1))) == ()

    def test_the_distribution_function_is_0_below_and_1_above_all_outcomes(self, family, eta):
        np.testing.assert_allclose(family.cdf([-1e10, 1e10], eta), [0, 1])

    def test_the_cross_entropy_is_minus_the_mean_log_density(self, family, eta):
        other = eta * 1.25
        x = family.sample(eta, np.random.default_rng(5), 40_000)
        logs = family.log_density(x, other)
        assert abs(family.cross_entropy(eta, other) + logs.mean()) < 5 * logs.std() / 200

    def test_the_natural_gradient_turns_the_fisher_information_round(self, family, eta):
        v = np.linspace(1, -2, family.dimension)
        np.testing.assert_array_equal(family.fisher_information(eta), family.covariance(eta))
        back = family.natural_gradient(eta, family.fisher_product(eta, v))
        np.testing.assert_allclose(back, v, rtol=1e-10)
        batch = family.natural_gradient(np.stack([eta, eta]), np.stack([v, 2 * v]))
        np.testing.assert_allclose(batch[1], 2 * batch[0], rtol=1e-13)

    def test_a_posterior_is_the_prior_times_the_likelihood(self, family, eta):
        x, chi, nu = SAMPLES[family], family.mean(eta) * 2, 2.0
        later, count = family.posterior(x, chi, nu)
        assert count == 5
        gain = (family.log_conjugate_prior(eta, later, count)
                - family.log_conjugate_prior(eta, chi, nu))
        likelihood = (family.log_density(x, eta) - family.log_base_measure(x)).sum()
        np.testing.assert_allclose(gain, likelihood, rtol=1e-12)

    def test_the_posterior_mode_matches_moments(self, family, eta):
        chi = family.mean(eta) * 7
        np.testing.assert_allclose(family.posterior_mode(chi, 7.0), eta, rtol=1e-9)

    def test_usual_parameters_lead_back(self, family, eta):
        usual = family.usual_parameters(eta)
        usual = usual if isinstance(usual, tuple) else (usual,)
        np.testing.assert_allclose(family.natural_parameter(*usual), eta, rtol=1e-13)

    def test_its_formula_is_its_log_normalizer(self, family, eta):
        np.testing.assert_allclose(family.log_normalizer_formula(*eta), family.log_normalizer(eta))

    def test_a_closed_form_of_the_inverse_is_all_there_is_to_it(self, family, eta):
        mu = family.mean(eta * np.linspace(0.5, 1.5, 200)[:, None])
        closed = np.stack(family.initial_natural_parameter(*mu.T), axis=-1)
        np.testing.assert_array_equal(family.natural_from_mean(mu), closed)

    def test_its_name_is_its_representation(self, family):
        assert repr(family) == f"{family.name}()"


@settings(max_examples=60, deadline=None)
@given(st.floats(-700, 700), st.floats(-700, 700))
def test_a_bernoulli_is_a_categorical_of_two_outcomes(eta, other):
    two, others = [eta, 0.0], [other, 0.0]
    for name in ("log_normalizer", "entropy"):
        found, expected = getattr(bernoulli, name)([eta]), getattr(categorical, name)(two)
        np.testing.assert_allclose(found, expected, rtol=1e-14)
    found = bernoulli.kl_divergence([eta], [other])
    np.testing.assert_allclose(found, categorical.kl_divergence(two, others), rtol=1e-14)
    np.testing.assert_allclose(bernoulli.mean([eta])[0], categorical.mean(two)[0], rtol=1e-14)
    np.testing.assert_allclose(bernoulli.covariance([eta])[0, 0],
                               categorical.covariance(two)[0, 0], rtol=2e-15)
    np.testing.assert_allclose(bernoulli.log_density([0, 1], [eta]),
                               categorical.log_density([[0, 1], [1, 0]], two), rtol=1e-14)


def test_what_a_family_does_not_supply_is_said():
    class Bare(type(exponential)):
        cdf, sample = ExponentialFamily.cdf, ExponentialFamily.sample
        usual_parameters = ExponentialFamily.usual_parameters

    for name, arguments in (("cdf", (1.0, [-1.0])), ("sample", ([-1.0], None)),
                            ("usual_parameters", ([-1.0],))):
        with pytest.raises(NotImplementedError, match="Bare supplies no"):
            getattr(Bare(), name)(*arguments)
