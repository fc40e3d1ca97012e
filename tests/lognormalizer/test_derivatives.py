"""Gradients and Hessians of functions for which nobody wrote a derivative."""

import numpy as np
import pytest
import truth

from lognormalizer import (
    Finite,
    categorical,
    gradient,
    hessian,
    log_sigmoid,
    log_softmax,
    logit,
    logsumexp,
    sigmoid,
    softmax,
    softplus,
    testing,
)
from lognormalizer.families import bernoulli, exponential, gamma, normal, poisson


def test_the_gradient_of_logsumexp_is_the_softmax_within_4_ulp():
    for eta in [*testing.natural(np.random.default_rng(5), 7, 60), np.array([800.0, 810.0, 0.0])]:
        assert truth.worst(gradient(logsumexp, eta), truth.softmax(eta), 1e-290) <= 4


@pytest.mark.parametrize("eta", [
    [37.2] + [0.0] * 99, [-599.0, -740.0], [-599.0, -700.0], [0.0, -660.0], [-1e5, -1e5 - 3]])
def test_the_gradient_keeps_its_promise_where_one_component_is_far_from_the_others(eta):
    true = truth.softmax(eta)
    assert truth.worst(gradient(logsumexp, eta), true, 1e-290) <= 4
    assert truth.worst(gradient(logsumexp, [eta] * 100)[-1], true, 1e-290) <= 4


@pytest.mark.parametrize(("eta", "slopes"), [
    ([np.inf, 0.0], [1, 0]), ([-np.inf, 0.0], [0, 1]), ([-np.inf], [1]),
    ([np.inf, np.inf], [np.nan, np.nan])])
def test_the_gradient_at_infinity_is_the_softmax(eta, slopes):
    np.testing.assert_array_equal(gradient(logsumexp, eta), slopes)
    np.testing.assert_array_equal(softmax(eta), slopes)


def test_the_gradient_takes_a_batch():
    eta = testing.natural(np.random.default_rng(5), 3, 6).reshape(2, 3, 3)
    assert gradient(logsumexp, eta).shape == (2, 3, 3)
    np.testing.assert_allclose(gradient(logsumexp, eta), softmax(eta), rtol=1e-14)


def test_the_gradient_of_a_known_function():
    found = gradient(lambda v: v[..., 0] ** 3 * np.exp(v[..., 1]), [2.0, 0.0])
    np.testing.assert_allclose(found, [12.0, 8.0], rtol=1e-15)


def test_the_hessian_of_logsumexp_is_the_covariance_within_256_ulp_of_the_smaller_slope():
    eta = np.concatenate([testing.natural(np.random.default_rng(6), 4, 40),
                          [[800, 810, 0, 1], [0, 0, 0, 0], [40, 0, 1, 2], [0, 0, -300, -40]]])
    p, found = softmax(eta), hessian(logsumexp, eta)
    error = abs(found - categorical.covariance(eta))
    assert (error <= 256 * np.spacing(np.minimum(p[:, :, None], p[:, None, :]))).all()
    assert error.max() <= 3e-14
    np.testing.assert_array_equal(found, np.swapaxes(found, -1, -2))


def test_the_hessian_takes_a_batch():
    eta = testing.natural(np.random.default_rng(5), 3, 8).reshape(2, 4, 3)
    np.testing.assert_allclose(hessian(logsumexp, eta), categorical.covariance(eta), atol=1e-12)


def test_the_hessian_is_symmetric():
    found = hessian(lambda v: v[..., 0] ** 2 * v[..., 1], [3.0, 5.0])
    np.testing.assert_array_equal(found, found.T)
    np.testing.assert_allclose(found, [[10, 6], [6, 0]], atol=1e-10)


@pytest.mark.parametrize("derivative", [gradient, hessian])
class TestBoth:
    def test_refuse_a_function_that_drops_the_imaginary_part(self, derivative):
        with pytest.raises(TypeError, match="dropped the imaginary part"):
            derivative(lambda v: np.abs(v).sum(axis=-1), [1.0, 2.0])

    def test_refuse_a_function_that_returns_a_vector(self, derivative):
        with pytest.raises(ValueError, match="expected one number a vector"):
            derivative(softmax, [1.0, 2.0])

    def test_refuse_what_is_no_vector(self, derivative):
        with pytest.raises(ValueError, match="expected a vector on the last axis"):
            derivative(logsumexp, 3.0)


THREE, OTHER, ODDS = np.array([0.3, -1.2, 2.0]), np.array([1.0, 0.0, 0.5]), [0.45, 0.5, 0.55]
FINITE = Finite([[0.0, 1.0], [1.0, 0.0], [2.0, 5.0]])
MEMBERS = [(bernoulli, [0.4]), (exponential, [-2.0]), (normal, [1.0, -0.7]), (gamma, [2.5, -1.3]),
           (poisson, [0.7]), (FINITE, [0.1, 0.2]), (categorical, THREE)]
FUNCTIONS = [
    *((lambda x, f=f: f(x).sum(axis=-1), THREE)
      for f in (softplus, sigmoid, log_sigmoid, log_softmax, softmax)),
    (lambda x: logit(x).sum(axis=-1), ODDS),
    (lambda x: logsumexp(x, weights=[1.0, -0.5, 0.5]), THREE),
    (lambda x: logsumexp(x, where=[True, False, True]), THREE),
    (lambda x: categorical.covariance_product(x, OTHER)[..., 0], THREE),
    *((getattr(family, name), eta) for family, eta in MEMBERS
      for name in ("log_normalizer", "entropy")),
    *((lambda x, f=family, y=eta: f.kl_divergence(np.multiply(y, 1.25), x), eta)
      for family, eta in MEMBERS),
    *((lambda x, f=family, y=eta: f.kl_divergence(x, np.multiply(y, 1.25)), eta)
      for family, eta in MEMBERS),
    *((lambda x, f=family: f.log_density(1.0, x), eta) for family, eta in MEMBERS[:-1]),
    *((lambda x, f=family: f.mean(x)[..., 0], eta) for family, eta in MEMBERS),
]


@pytest.mark.parametrize(("function", "point"), FUNCTIONS)
def test_any_function_of_the_package_has_a_gradient_and_a_hessian(function, point):
    point, step = np.array(point), 1e-5
    steps = step * np.eye(point.size)
    slopes = [(function(point + s) - function(point - s)) / (2 * step) for s in steps]
    np.testing.assert_allclose(gradient(function, point), slopes, rtol=1e-7, atol=1e-9)
    curvatures = [(gradient(function, point + s) - gradient(function, point - s)) / (2 * step)
                  for s in steps]
    np.testing.assert_allclose(hessian(function, point), curvatures, rtol=1e-6, atol=1e-7)
