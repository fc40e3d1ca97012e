"""softplus, sigmoid, its logarithm and logit: right to the last bits everywhere, and total."""

import numpy as np
import pytest
import truth

from lognormalizer import log_sigmoid, logit, sigmoid, softplus

INF, NAN = np.inf, np.nan
RNG = np.random.default_rng(23)
NUMBERS = np.concatenate([
    [0.0, -0.0, 1e-320, -1e-320, 2.0**-1022, 36.7, -36.7, 708.3, -708.3, -745.1, 1e300, -1e300],
    RNG.normal(0, 1, 200), RNG.normal(0, 100, 100), RNG.normal(0, 1e-8, 50),
])
PROBABILITIES = np.concatenate([
    [5e-324, 2.0**-1022, 0.25, np.nextafter(0.25, 0), 0.5, np.nextafter(0.5, 1), 0.75,
     np.nextafter(1, 0)],
    RNG.random(200), 0.5 + RNG.normal(0, 1e-6, 50), RNG.random(50) * 1e-10,
    1 - RNG.random(50) / 1e8,
])
FUNCTIONS = [(softplus, truth.softplus, NUMBERS), (sigmoid, truth.sigmoid, NUMBERS),
             (log_sigmoid, truth.log_sigmoid, NUMBERS),
             (logit, truth.logit, PROBABILITIES)]
EACH = pytest.mark.parametrize(("function", "true", "points"), FUNCTIONS,
                               ids=[f[0].__name__ for f in FUNCTIONS])


@EACH
def test_within_2_ulp(function, true, points):
    assert truth.worst(function(points), map(true, points.tolist())) <= 2


@EACH
def test_float32_is_within_1_ulp(function, true, points):
    points = points[(abs(points) <= 80) & (points < 1 - 1e-7)].astype(np.float32)
    points = points[points != 0]
    found = function(points)
    assert found.dtype == np.float32
    assert truth.worst(found, map(true, points.tolist()), dtype=np.float32) <= 1


def test_infinity_gives_the_limit_and_nan_passes_through():
    np.testing.assert_array_equal(softplus([-INF, INF, NAN]), [0, INF, NAN])
    np.testing.assert_array_equal(sigmoid([-INF, INF, NAN]), [0, 1, NAN])
    np.testing.assert_array_equal(log_sigmoid([-INF, INF, NAN]), [-INF, 0, NAN])
    np.testing.assert_array_equal(logit([0, 1, NAN]), [-INF, INF, NAN])


def test_logit_names_a_number_that_is_no_probability():
    with pytest.raises(ValueError, match=r"at index \(1, 0\) is not from 0 to 1: 1.5"):
        logit([[0.5], [1.5]])


@pytest.mark.parametrize("function", [softplus, sigmoid, log_sigmoid, logit])
class TestEach:
    def test_give_a_scalar_for_a_number(self, function):
        assert isinstance(function(0.25), np.float64)
        assert function(0.25) == function([0.25])[0]

    def test_keep_shape_and_float16(self, function):
        found = function(np.full((2, 3), 0.25, np.float16))
        assert found.shape == (2, 3)
        assert found.dtype == np.float16

    def test_take_a_long_array_in_any_memory_order(self, function):
        p = RNG.random((300, 401))
        np.testing.assert_array_equal(function(p.T), function(p).T)
        np.testing.assert_array_equal(function(p[::-2, ::3]), function(p)[::-2, ::3])

    def test_write_into_an_array_also_the_argument_itself(self, function):
        p = RNG.random(7)
        expected = function(p)
        assert function(p, out=p) is p
        np.testing.assert_array_equal(p, expected)

    def test_take_a_step_from_a_number_as_large_as_they_take(self, function):
        points = np.array([1e-99, 1 - 2.0**-53] if function is logit else [-1e3, -9, 9, 1e3])
        found = function(points + 1e-200j)
        np.testing.assert_allclose(found.real, function(points), rtol=1e-14)
        assert np.isfinite(found.imag).all()

    def test_take_complex_numbers_and_keep_the_digits_of_a_small_imaginary_part(self, function):
        p, step = np.array([0.25, 0.5, 0.75]), 1e-5
        found = function(p + 1e-200j)
        slope = (function(p + step) - function(p - step)) / (2 * step)
        np.testing.assert_allclose(found.real, function(p), rtol=1e-14, atol=1e-16)
        np.testing.assert_allclose(found.imag / 1e-200, slope, rtol=1e-8)
        large = np.array([0.3 + 0.4j, 0.7 - 2j])
        direct = {softplus: lambda z: np.log(1 + np.exp(z)),
                  sigmoid: lambda z: 1 / (1 + np.exp(-z)),
                  log_sigmoid: lambda z: -np.log(1 + np.exp(-z)),
                  logit: lambda z: np.log(z / (1 - z))}[function](large)
        np.testing.assert_allclose(function(large), direct, rtol=1e-14)
