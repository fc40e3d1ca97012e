"""Newton's method for the mean map: what cannot be reached is NaN, and spoils nothing else."""

import numpy as np

from lognormalizer.families import poisson
from lognormalizer.newton import invert, solve


def anywhere(eta):
    return np.full(len(eta), True)


def length(step, eta):
    return np.abs(step[:, 0])


def test_a_mean_that_is_not_reached_is_nan_and_the_others_are_found():
    mu = np.array([[2.0], [-1.0], [1e-8], [1e10]])
    with np.errstate(all="ignore"):
        found = invert(poisson, mu, np.zeros((4, 1)), length, anywhere)
    np.testing.assert_allclose(found[:, 0], [np.log(2), np.nan, np.log(1e-8), np.log(1e10)],
                               rtol=1e-14)


def test_a_matrix_without_an_inverse_gives_nan_and_the_others_are_solved():
    matrices = np.array([[[1.0, 0.0], [0.0, 4.0]], [[1.0, 1.0], [1.0, 1.0]], [[9.0, 3], [3, 2]]])
    vectors = np.array([[1.0, 2.0], [1.0, 2.0], [0.0, 1.0]])
    expected = [[1, 0.5], [np.nan, np.nan], [-1 / 3, 1]]
    np.testing.assert_allclose(solve(matrices, vectors), expected, rtol=1e-14)
    np.testing.assert_array_equal(solve(matrices[1], vectors[1]), expected[1])
