"""No function warns of valid input, whatever numpy is told to do about floating point errors."""

import itertools

import numpy as np
import pytest

from lognormalizer import (
    Finite,
    categorical,
    gradient,
    hessian,
    log_sigmoid,
    log_softmax,
    logsumexp,
    sigmoid,
    softmax,
    softplus,
)
from lognormalizer.families import bernoulli, exponential, gamma, normal, poisson

EXTREMES = [0.0, 1e-320, -1e-320, 1e-300, -1.0, 2.0, 700.0, -745.0, 1e300, -1.7e308, np.inf, np.nan]
PAIRS = list(itertools.product(EXTREMES, EXTREMES))
SAMPLE = [1e-300, 1.0, 2.0, 1.7e308]
NAMED = [bernoulli, exponential, normal, gamma, poisson]
FINITE = Finite([[0.0, 1.0], [1.0, 0.0], [2.0, 1e200]])


@pytest.fixture(autouse=True)
def _floating_point_errors_are_raised():
    with np.errstate(all="raise"):
        yield


@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.float16])
@pytest.mark.parametrize("function", [
    logsumexp, softmax, log_softmax, softplus, sigmoid, log_sigmoid, categorical.entropy,
    categorical.covariance])
def test_functions_of_one_vector(function, dtype):
    with np.errstate(all="ignore"):
        vectors = np.array(PAIRS).astype(dtype)
    for eta in vectors:
        assert np.shape(function(eta)) == np.shape(function(np.zeros(2)))


@pytest.mark.parametrize("function", [
    categorical.kl_divergence, categorical.cross_entropy, categorical.covariance_product,
    categorical.natural_gradient,
    lambda eta, weights: logsumexp(eta, weights=weights)])
def test_functions_of_two_vectors(function):
    for eta, other in itertools.product(PAIRS[::5], PAIRS[::7]):
        assert np.shape(function(eta, other)) == np.shape(function([0.0, 0.0], [1.0, 2.0]))


@pytest.mark.parametrize("derivative", [gradient, hessian])
def test_derivatives(derivative):
    for eta in PAIRS:
        assert derivative(logsumexp, eta).shape == derivative(logsumexp, [0.0, 0.0]).shape


def parameters(family):
    """Extreme ones that are in the natural parameter space."""
    for eta in PAIRS if family.dimension == 2 else np.array(EXTREMES)[:, None]:
        if np.isfinite(eta).all() and np.all(family.in_natural_space(*np.array(eta))):
            yield np.array(eta)


@pytest.mark.parametrize("family", [*NAMED, FINITE], ids=repr)
def test_what_follows_from_a_parameter(family):
    rng = np.random.default_rng(0)
    usual = np.full(family.dimension, -0.5 if family is not gamma else 0.5)
    usual[-1] = -0.5
    for eta in parameters(family):
        for name in ("log_normalizer", "mean", "covariance", "entropy"):
            assert np.shape(getattr(family, name)(eta)) == np.shape(getattr(family, name)(usual))
        for x in EXTREMES:
            assert np.shape(family.log_density(x, eta)) == ()
        for other in (usual, eta):
            assert np.shape(family.kl_divergence(eta, other)) == ()
            assert np.shape(family.cross_entropy(other, eta)) == ()
            assert family.fisher_product(eta, other).shape == other.shape
            assert family.cumulants(eta, other).shape == (4,)
        if family is not FINITE and not (family is poisson and eta[0] > 40):
            assert np.shape(family.sample(eta, rng, 3)) == (3,)
            assert np.shape(family.cdf(SAMPLE, eta)) == (4,)


@pytest.mark.parametrize("family", NAMED, ids=repr)
def test_estimates(family):
    sample = {bernoulli: [0, 1, 1], poisson: [0, 5, 1e300]}.get(family, SAMPLE[:3])
    assert family.maximum_likelihood(sample).shape == (family.dimension,)
