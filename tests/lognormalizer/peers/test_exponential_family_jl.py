"""The inputs and values of ExponentialFamily.jl's own tests of the families that are here too.

From its test/distributions: the tests of the normal, gamma, Bernoulli, Poisson, beta, geometric,
Laplace, Weibull, chi-squared and von Mises distributions. There h of a gamma, a beta and a
chi-squared distribution has no factor 1 / x, and their parameters are less by 1; here they are the
shapes. There the log-normalizer of the von Mises distribution was once log J_0; here it is log I_0,
without which the density does not integrate to 1.
"""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import special

from lognormalizer.families import (
    bernoulli,
    beta,
    chi_squared,
    gamma,
    geometric,
    laplace,
    normal,
    poisson,
    von_mises,
    weibull,
)


@pytest.mark.parametrize(("mean", "variance", "entropy", "logs"), [
    (0.0, 1.0, 1.41893853320467, {1: -1.4189385332046727, -1: -1.4189385332046727,
                                  0: -0.9189385332046728}),
    (1.0, 1.0, 1.41893853320467, {1: -0.9189385332046728, -1: -2.9189385332046727,
                                  0: -1.4189385332046727}),
    (1.0, 2.0, 1.7655121234846454, {1: -1.2655121234846454, -1: -2.2655121234846454,
                                    0: -1.5155121234846454}),
])
def test_normal(mean, variance, entropy, logs):
    eta = normal.natural_parameter(mean, variance)
    assert_allclose(normal.usual_parameters(eta), (mean, variance))
    assert_allclose(normal.entropy(eta), entropy, rtol=1e-14)
    assert_allclose(normal.log_density(list(logs), eta), list(logs.values()), rtol=1e-15)


@pytest.mark.parametrize(("first", "second", "weighted_mean", "precision"), [
    ((-1, 1), (1, 1), 0.0, 2.0), ((-1, 2), (1, 4), -1 / 4, 3 / 4), ((2, 2), (0, 10), 1.0, 3 / 5)])
def test_products_of_normals(first, second, weighted_mean, precision):
    found = normal.product(*(normal.natural_parameter(*one) for one in (first, second)))
    assert_allclose(found, [weighted_mean, -precision / 2], rtol=1e-15)


@pytest.mark.parametrize(("shape", "rate", "entropy", "log_at_1"), [
    (1.0, 1.0, 1.0, -1.0), (1.0, 2.0, 0.3068528194400547, -1.3068528194400546),
    (2.0, 2.0, 0.8840684843415857, -0.6137056388801094)])
def test_gamma(shape, rate, entropy, log_at_1):
    eta = gamma.natural_parameter(shape, rate)
    assert_allclose(gamma.mean(eta)[1], shape / rate)
    assert_allclose(gamma.covariance(eta)[1, 1], shape / rate**2)
    assert_allclose(gamma.entropy(eta), entropy, rtol=1e-14)
    assert_allclose(gamma.log_density(1.0, eta), log_at_1, rtol=1e-14)


def test_of_a_large_shape_the_density_has_more_digits_than_there():
    eta = gamma.natural_parameter(257.37489915581654, 3.0)
    found, right = np.exp(gamma.log_density(86.2027941354432, eta)), 0.0740033898672258569
    assert_allclose(found, 0.07400338986721687, rtol=2e-13)
    assert_allclose(found, right, rtol=1e-15)


@pytest.mark.parametrize("shape", [0.1, 2.0, 5.0])
@pytest.mark.parametrize("scale", [0.1, 2.0, 5.0])
def test_the_log_normalizer_of_a_gamma(shape, scale):
    eta = gamma.natural_parameter(shape, 1 / scale)
    assert_allclose(gamma.log_normalizer(eta),
                    special.gammaln(shape) + shape * np.log(scale), rtol=1e-13)


@pytest.mark.parametrize(("first", "second", "product"), [
    ((1, 1), (1, 1), (1, 1 / 2)), ((1, 2), (1, 1), (1, 2 / 3)), ((1, 2), (1, 2), (1, 1)),
    ((2, 2), (1, 2), (2, 1)), ((2, 2), (2, 2), (3, 1)), ((2, 2), (2, 1 / 2), (3, 2 / 5))])
def test_products_of_gammas_by_shape_and_scale(first, second, product):
    def natural(shape, scale):
        return gamma.natural_parameter(shape, 1 / scale)

    assert_allclose(gamma.product(natural(*first), natural(*second)), natural(*product), rtol=1e-15)


def test_shapes_of_which_the_sum_is_at_most_1_have_no_product():
    eta = gamma.natural_parameter(0.1, 1.0)
    with pytest.raises(ValueError, match="not in the natural parameter space"):
        gamma.product(eta, eta)


@pytest.mark.parametrize(("first", "second", "product"), [
    (0.5, 0.5, 0.5), (0.1, 0.6, 0.14285714285714285), (0.78, 0.05, 0.1572580645161291)])
def test_products_of_bernoullis(first, second, product):
    found = bernoulli.product(*map(bernoulli.natural_parameter, (first, second)))
    assert_allclose(bernoulli.usual_parameters(found), product, rtol=1e-14)


@pytest.mark.parametrize("p", np.arange(1, 10) / 10)
def test_bernoulli(p):
    eta = bernoulli.natural_parameter(p)
    assert_allclose(bernoulli.log_normalizer(eta), np.log(1 + np.exp(eta[0])), rtol=1e-15)
    assert not bernoulli.support([-0.5, 0.5]).any()


@pytest.mark.parametrize("rate", [2.0 * (i + 1) for i in range(2, 8)])
def test_poisson(rate):
    x = np.arange(1, 6)
    assert_allclose(poisson.log_normalizer(poisson.natural_parameter(rate)), rate, rtol=1e-14)
    assert_allclose(np.exp(-poisson.log_base_measure(x)), [1, 2, 6, 24, 120], rtol=1e-14)


def test_a_product_of_poissons_is_none():
    with pytest.raises(TypeError, match="Poisson: h is no constant"):
        poisson.product([0.5], [1.0])


@pytest.mark.parametrize(("a", "b", "log_mean", "mirrored"), [
    (1.0, 3.0, -1.8333333333333335, -0.33333333333333337),
    (0.1, 0.3, -7.862370395825961, -0.9411396776150167),
    (4.5, 0.3, -0.07197681436958758, -4.963371962929249)])
def test_the_means_of_a_beta(a, b, log_mean, mirrored):
    found = beta.mean(beta.natural_parameter(a, b))
    assert_allclose(found, [log_mean, mirrored], rtol=2e-14)


@pytest.mark.parametrize("a", np.arange(1, 10) / 10)
@pytest.mark.parametrize("b", [1.1, 1.3, 1.5, 1.7, 1.9])
def test_the_log_normalizer_of_a_beta(a, b):
    eta = beta.natural_parameter(a, b)
    assert_allclose(beta.log_normalizer(eta), special.betaln(a, b), rtol=1e-13, atol=1e-15)
    np.testing.assert_array_equal(beta.support([-0.5, 0.5]), [False, True])
    assert beta.log_density(-0.5, eta) == -np.inf


@pytest.mark.parametrize(("first", "second", "product"), [
    ((3.0, 2.0), (2.0, 1.0), (4.0, 2.0)), ((7.0, 1.0), (0.1, 4.5), (6.1, 4.5)),
    ((1.0, 3.0), (0.2, 0.4), (0.19999999999999996, 2.4))])
def test_products_of_betas(first, second, product):
    found = beta.product(*(beta.natural_parameter(*one) for one in (first, second)))
    assert_allclose(found, beta.natural_parameter(*product), rtol=1e-14)


@pytest.mark.parametrize(("first", "second"), [((0.1, 1.0), (0.1, 1.0)), ((1.0, 0.1), (1.0, 0.1))])
def test_betas_of_which_the_shapes_sum_to_at_most_1_have_no_product(first, second):
    with pytest.raises(ValueError, match="beta: not in the natural parameter space"):
        beta.product(*(beta.natural_parameter(*one) for one in (first, second)))


@pytest.mark.parametrize("p", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_geometric(p):
    eta = geometric.natural_parameter(p)
    assert_allclose(geometric.log_normalizer(eta), -np.log(1 - np.exp(eta[0])), rtol=1e-14)
    np.testing.assert_array_equal(geometric.log_base_measure([1, 3, 5]), 0)


@pytest.mark.parametrize(("first", "second", "product"), [
    (0.5, 0.6, 0.8), (0.3, 0.8, 0.8600000000000001), (0.5, 0.5, 0.75)])
def test_products_of_geometrics(first, second, product):
    found = geometric.product(*map(geometric.natural_parameter, (first, second)))
    assert_allclose(geometric.usual_parameters(found)[0], product, rtol=1e-15)


@pytest.mark.parametrize(("first", "second", "product"), [
    (0.5, 0.5, 0.25), (1.0, 1.0, 0.5), (3.0, 7.0, 2.1)])
def test_products_of_laplaces_around_one_place(first, second, product):
    found = laplace.product(*map(laplace.natural_parameter, (first, second)))
    assert_allclose(laplace.usual_parameters(found)[0], product, rtol=1e-15)
    assert_allclose(laplace.log_normalizer(found), np.log(-2 / found[0]), rtol=1e-14)


@pytest.mark.parametrize("shape", [0.5, 1.0, 2.5, 10.0])
@pytest.mark.parametrize("scale", [0.5, 3.0, 10.0])
def test_weibull(shape, scale):
    family, x = weibull(shape), np.arange(1, 20) / 2
    assert_allclose(family.natural_parameter(scale), [-((1 / scale) ** shape)], rtol=1e-14)
    assert_allclose(np.exp(family.log_base_measure(x)), x ** (shape - 1), rtol=1e-13)
    # Its log-normalizer is there at [-1], 1.
    assert weibull(1.0).log_normalizer([-1.0]) == 0


@pytest.mark.parametrize("k", [8, 10, 12, 14, 16])
def test_chi_squared(k):
    eta, x = chi_squared.natural_parameter(k), np.array([0.1, 0.5, 1.0])
    assert_allclose(chi_squared.log_normalizer(eta), special.gammaln(k / 2) + k / 2 * np.log(2),
                    rtol=1e-14)
    assert_allclose(np.exp(chi_squared.log_base_measure(x)), np.exp(-x / 2) / x, rtol=1e-14)
    with pytest.raises(TypeError, match="chi_squared: h is no constant"):
        chi_squared.product(eta, eta)


@pytest.mark.parametrize("first", [1.0, 4.0, 10.0])
@pytest.mark.parametrize("second", [1.0, 7.0])
def test_von_mises(first, second):
    kappa, mean = von_mises.usual_parameters([first, second])
    assert_allclose((mean, kappa), (np.arccos(first / np.hypot(first, second)),
                                    np.hypot(first, second)), rtol=1e-14)
    assert_allclose(von_mises.log_normalizer([first, second]),
                    np.log(special.i0(np.hypot(first, second))), rtol=1e-14)
    total = von_mises.product([first, second], [2.0, -1.0])
    assert_allclose(total, [first + 2, second - 1])
