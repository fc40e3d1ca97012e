"""The points that the core offers."""

import numpy as np
import pytest

from lognormalizer import logsumexp, testing


def test_simplex_points_are_probabilities():
    found = testing.simplex(np.random.default_rng(0), 4, 100)
    assert found.shape == (100, 4)
    assert (found > 0).all()
    assert abs(found.sum(axis=-1) - 1).max() < 1e-15


def test_the_same_seed_gives_the_same_points():
    first, second = (testing.natural(np.random.default_rng(9), 3, 5) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    assert testing.natural(np.random.default_rng(10), 3, 5).tolist() != first.tolist()


def test_one_hot_vectors_are_the_rows():
    assert testing.one_hot(3).tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]


@pytest.mark.parametrize("sampler", [testing.simplex, testing.natural])
def test_without_a_size_there_is_one_vector(sampler):
    assert sampler(np.random.default_rng(0), 4).shape == (4,)


def test_the_edges_are_those_that_the_docstring_names():
    inf, third = np.inf, 1 / 3
    np.testing.assert_array_equal(testing.edge_points(3), [
        [0, 0, 0], [800, 800, 800], [-800, -800, -800], [2.0**-1000] * 3, [40, 0, 0],
        [800, -800, -800], [0, -inf, -inf], [-800, 0, 800], [1e6, 1e6 + third, 1e6 + 2 * third]])


@pytest.mark.parametrize("k", [1, 2, 5])
def test_a_careless_logsumexp_fails_at_the_edges_and_ours_does_not(k):
    edges = testing.edge_points(k)
    assert edges.shape == (9, k)
    with np.errstate(all="ignore"):
        careless = np.log(np.exp(edges).sum(axis=-1))
    assert not np.isfinite(careless).all()
    assert np.isfinite(logsumexp(edges)).all()


@pytest.mark.parametrize("sampler", [testing.one_hot, testing.edge_points])
def test_no_components_are_refused(sampler):
    with pytest.raises(ValueError, match="at least one component, not 0"):
        sampler(0)
