"""Gradients and Hessians of functions for which nobody wrote a derivative."""

import numpy as np
import pytest
import truth

from lognormalizer import categorical, gradient, hessian, logsumexp, softmax, testing


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


def test_the_hessian_of_logsumexp_is_the_covariance_within_1e_12():
    eta = np.concatenate([testing.natural(np.random.default_rng(6), 4, 40), [[800, 810, 0, 1]]])
    error = abs(hessian(logsumexp, eta) - categorical.covariance(eta))
    assert error.shape == (41, 4, 4)
    assert error.max() <= 1e-12


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
