"""Truncated power series: every function of a formula has the Taylor series that it should have."""

import numpy as np
import pytest
from flint import arb_series, ctx
from numpy.testing import assert_allclose, assert_array_equal
from scipy import special

from lognormalizer.taylor import RULES, Series

A, B = [1.3, 0.7, -0.2, 0.5, 0.1], [0.6, -1.1, 0.3, 0.2, -0.4]


def balls(coefficients):
    return arb_series(coefficients, len(coefficients))


def psi(series):
    """(log Gamma(a(s)))' is psi(a(s)) a'(s)."""
    return series.lgamma().derivative() / series.derivative()


def logaddexp(a, b):
    return (a.exp() + b.exp()).log()


OF_ONE = {
    "negative": lambda a: -a, "positive": lambda a: a, "square": lambda a: a * a,
    "reciprocal": lambda a: 1 / a, "sqrt": lambda a: a.sqrt(), "exp": lambda a: a.exp(),
    "expm1": lambda a: a.exp() - 1, "log": lambda a: a.log(), "log1p": lambda a: (1 + a).log(),
    "gammaln": lambda a: a.lgamma(), "loggamma": lambda a: a.lgamma(), "psi": psi,
}
OF_TWO = {
    "add": lambda a, b: a + b, "subtract": lambda a, b: a - b, "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b, "power": lambda a, b: (b * a.log()).exp(),
    "float_power": lambda a, b: (b * a.log()).exp(), "logaddexp": logaddexp,
}


def function(name):
    return getattr(np, name, None) or getattr(special, name)


def close(found, true):
    expected = [float(true[n]) for n in range(4)]
    assert_allclose(found.coefficients[:4], expected, rtol=1e-13, atol=1e-15)


def test_each_rule_is_tried_here():
    assert RULES.keys() == OF_ONE.keys() | OF_TWO.keys()


@pytest.mark.parametrize("name", OF_ONE)
def test_functions_of_one_series(name):
    for coefficients in (A, B):
        with ctx.workprec(100):
            true = OF_ONE[name](balls(coefficients))
        close(function(name)(Series(coefficients)), true)


@pytest.mark.parametrize("name", OF_TWO)
def test_functions_of_two_series_or_a_number(name):
    with ctx.workprec(100):
        number = balls([2.5, 0, 0, 0, 0])
        trials = [(Series(A), Series(B), OF_TWO[name](balls(A), balls(B))),
                  (Series(B), Series(A), OF_TWO[name](balls(B), balls(A))),
                  (Series(A), 2.5, OF_TWO[name](balls(A), number)),
                  (2.5, Series(A), OF_TWO[name](number, balls(A)))]
    for a, b, true in trials:
        close(function(name)(a, b), true)


def test_whole_powers_also_of_zero_and_of_what_is_negative():
    assert_array_equal((Series([0.0, 1.0, 0.0, 0.0]) ** 3).coefficients, [0, 0, 0, 1])
    assert_array_equal((Series([-2.0, 1.0, 0.0]) ** 3).coefficients, [-8, 12, -6])
    assert_array_equal((Series([0.0, 1.0, 5.0]) ** 0).coefficients, [1, 0, 0])
    assert_array_equal((Series([0.0, 2.0, 5.0]) ** 1).coefficients, [0, 2, 5])


def test_of_arrays_each_number_has_its_power():
    base, exponent = np.array([4.0, 9.0]), np.array([0.5, 2.0])
    found = Series([base, np.ones(2), np.zeros(2)]) ** exponent
    assert_allclose(found.coefficients, [[2, 81], [1 / 4, 18], [-1 / 64, 1]])


def test_logaddexp_is_seen_from_the_larger_of_the_two_in_each_place():
    large = Series([np.array([800.0, -800.0, 1.0]), np.ones(3), np.zeros(3)])
    for found in (np.logaddexp(large, 0.0), np.logaddexp(0.0, large)):
        p = 1 / (1 + np.exp(-1.0))
        expected = [[800, 0, np.logaddexp(1, 0)], [1, 0, p], [0, 0, p * (1 - p) / 2]]
        assert_allclose(found.coefficients, expected, rtol=1e-14, atol=1e-300)


def mixed(f, x, y):
    """The derivative along both, by a series of series."""
    first = Series([Series([x, 1.0]), Series([0.0, 0.0])])
    second = Series([Series([y, 0.0]), Series([1.0, 0.0])])
    return f(first, second).coefficients[1].coefficients[1]


X, Y = 1.7, 0.4
P, S = 1 / (1 + np.exp(Y - X)), 1 / (1 + np.exp(-X * Y))


@pytest.mark.parametrize(("f", "expected"), [
    (lambda x, y: x * y + 3 * x - y / 2, 1), (lambda x, y: x / y, -1 / Y**2),
    (lambda x, y: x**y, X ** (Y - 1) * (1 + Y * np.log(X))),
    (lambda x, y: x**3 * y**2, 6 * X**2 * Y), (lambda x, y: (x * y) ** 2.5, 6.25 * (X * Y) ** 1.5),
    (lambda x, y: np.sqrt(x * y), 1 / (4 * np.sqrt(X * Y))),
    (lambda x, y: np.exp(x * y), (1 + X * Y) * np.exp(X * Y)),
    (lambda x, y: np.expm1(x * y), (1 + X * Y) * np.exp(X * Y)),
    (lambda x, y: np.log1p(x * y), 1 / (1 + X * Y) ** 2),
    (np.logaddexp, -P * (1 - P)), (lambda x, y: np.logaddexp(y, x), -P * (1 - P)),
    (lambda x, y: np.logaddexp(x * y, 0.0), S + X * Y * S * (1 - S)),
    (lambda x, y: np.logaddexp(0.0, x * y), S + X * Y * S * (1 - S)),
    (lambda x, y: special.gammaln(x + y), special.polygamma(1, X + Y)),
    (lambda x, y: special.psi(x + y), special.polygamma(2, X + Y)),
])
def test_series_of_series_have_the_mixed_derivatives(f, expected):
    assert_allclose(mixed(f, X, Y), expected, rtol=1e-13)


def test_complex_numbers_pass_through():
    z = 1.3 + 0.4j
    found = special.gammaln(Series([z, 1.0, 0.0]))
    assert_allclose(found.coefficients[:2], [special.loggamma(z), special.psi(z)], rtol=1e-14)
    step = 1e-5
    slope = (special.psi(z + step) - special.psi(z - step)) / (2 * step)
    assert_allclose(2 * found.coefficients[2], slope, rtol=1e-8)


def test_functions_that_are_not_known_are_named():
    with pytest.raises(TypeError, match="sin is not known for power series; the formula of a"):
        np.sin(Series([1.0, 0.0]))
    with pytest.raises(TypeError, match="add is not known for power series"):
        np.add.reduce(Series([1.0, 0.0]))
