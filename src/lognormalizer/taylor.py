"""Truncated power series, by which the derivatives of a log-normalizer are derived.

A formula that is run on the series eta + s v instead of on the number eta gives
A(eta) + A' s + A''/2 s^2 + … along the direction v. Nothing is subtracted that is nearly equal, and
no step has to be chosen: the derivatives are as right as the formula.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import factorial
from typing import Any

import numpy as np

Coefficients = Sequence[Any]


class Series(np.lib.mixins.NDArrayOperatorsMixin):
    """c_0 + c_1 s + … + c_n s^n, and what comes after it is dropped.

    coefficients  numbers or arrays that broadcast against each other, c_0 first; or series
                  themselves, in another letter: then the result has mixed derivatives

    Takes part in `+ - * / **`, in the functions of numpy in `RULES`, and in SciPy's `loggamma`,
    `gammaln` and `psi`, with numbers, arrays, and series of its own length.
    raises  TypeError for any other function, by its name
    source: Griewank & Walther 2008, chapter 13, doi:10.1137/1.9780898717761
    """

    def __init__(self, coefficients: Coefficients) -> None:
        self.coefficients = tuple(coefficients)
        self.level: int = 1 + max(map(_level, self.coefficients))

    def __array_ufunc__(self, function: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        rule = RULES.get(function.__name__)
        if rule is None or method != "__call__" or options:
            raise TypeError(f"{function.__name__} is not known for power series; the formula of a "
                            f"log-normalizer may use {', '.join(RULES)}")
        outer = max(filter(_level, inputs), key=_level)
        return Series(rule(*[outer._lift(value) for value in inputs]))

    def _lift(self, value: Any) -> Coefficients:
        if _level(value) == self.level:
            return value.coefficients  # type: ignore[no-any-return]
        return (value, *(0.0 for _ in self.coefficients[1:]))


def _level(value: Any) -> int:
    return value.level if isinstance(value, Series) else 0


def _add(a: Coefficients, b: Coefficients) -> Coefficients:
    return [x + y for x, y in zip(a, b, strict=True)]


def _subtract(a: Coefficients, b: Coefficients) -> Coefficients:
    return [x - y for x, y in zip(a, b, strict=True)]


def _negative(a: Coefficients) -> Coefficients:
    return [-x for x in a]


def _multiply(a: Coefficients, b: Coefficients) -> Coefficients:
    return [sum(a[k] * b[n - k] for k in range(n + 1)) for n in range(len(a))]


def _divide(a: Coefficients, b: Coefficients) -> Coefficients:
    # q b = a, solved for one coefficient after the other.
    q: list[Any] = []
    for n in range(len(a)):
        q.append((a[n] - sum(q[k] * b[n - k] for k in range(n))) / b[0])
    return q


def _power(a: Coefficients, b: Coefficients) -> Coefficients:
    exponent = b[0]
    if any(_level(c) or np.any(c != 0) for c in b[1:]):
        return exp(_multiply(b, log(a)))
    if _level(exponent) == 0 and np.ndim(exponent) == 0 and exponent in range(64):
        # Whole powers, also of 0 and of what is negative.
        result: Coefficients = [1.0, *[0.0] * (len(a) - 1)]
        for _ in range(int(exponent)):
            result = _multiply(result, a)
        return result
    # p' a = exponent a' p
    p = [a[0] ** exponent]
    for n in range(1, len(a)):
        p.append(sum((exponent * k - (n - k)) * a[k] * p[n - k] for k in range(1, n + 1))
                 / (n * a[0]))
    return p


def _sqrt(a: Coefficients) -> Coefficients:
    return _power(a, [0.5, *[0.0] * (len(a) - 1)])


def exp(a: Coefficients) -> Coefficients:
    # e' = a' e
    e = [np.exp(a[0])]
    for n in range(1, len(a)):
        e.append(sum(k * a[k] * e[n - k] for k in range(1, n + 1)) / n)
    return e


def log(a: Coefficients) -> Coefficients:
    # l' a = a'
    l = [np.log(a[0])]
    for n in range(1, len(a)):
        l.append((a[n] - sum(k * l[k] * a[n - k] for k in range(1, n)) / n) / a[0])
    return l


def _log1p(a: Coefficients) -> Coefficients:
    return [np.log1p(a[0]), *log([1 + a[0], *a[1:]])[1:]]


def _expm1(a: Coefficients) -> Coefficients:
    return [np.expm1(a[0]), *exp(a)[1:]]


def _logaddexp(a: Coefficients, b: Coefficients) -> Coefficients:
    """b + log(1 + exp(a - b)), as seen from the larger of the two."""
    swap = _value(a) < _value(b)
    larger, smaller = _choose(swap, b, a), _choose(swap, a, b)
    return _add(larger, _log1p(exp(_subtract(smaller, larger))))


def _choose(condition: Any, a: Coefficients, b: Coefficients) -> Coefficients:
    def either(x: Any, y: Any) -> Any:
        if _level(x) or _level(y):
            outer = max(x, y, key=_level)
            return Series(list(map(either, outer._lift(x), outer._lift(y))))
        return np.where(condition, x, y)

    return list(map(either, a, b))


def choose(x: Any, bound: float, above: Any, below: Any) -> Any:
    """`above` where x is larger than a bound, elsewhere `below`; for power series, their values."""
    series = [value for value in (x, above, below) if isinstance(value, Series)]
    if not series:
        return np.where(np.real(x) > bound, above, below)[()]
    outer = max(series, key=_level)
    is_above = _value(x.coefficients) > bound if isinstance(x, Series) else np.real(x) > bound
    return Series(_choose(is_above, outer._lift(above), outer._lift(below)))


def _value(a: Coefficients) -> Any:
    """The number that a series is at s = 0, in all letters; of a complex one the real part."""
    return _value(a[0].coefficients) if _level(a[0]) else np.real(a[0])


def polygamma(order: int, x: Any) -> Any:
    """The derivative of log Gamma of that order + 1: log Gamma itself for -1, digamma for 0."""
    if _level(x):
        return Series(_polygamma(order, x.coefficients))
    from scipy import special  # SciPy is needed by who uses these alone

    if order > 0 and np.iscomplexobj(x):
        from lognormalizer.stirling import complex_polygamma

        return complex_polygamma(order, x)
    if order > 0:
        return special.polygamma(order, x)
    return special.psi(x) if order == 0 else special.loggamma(x)


def _polygamma(order: int, a: Coefficients) -> Coefficients:
    """The Taylor series of the function at a_0, in powers of the rest, by Horner."""
    step = [0.0, *a[1:]]
    total: Coefficients = [0.0] * len(a)
    for n in range(len(a) - 1, -1, -1):
        total = _multiply(total, step)
        total = [total[0] + polygamma(order + n, a[0]) / factorial(n), *total[1:]]
    return total


def _log_gamma(a: Coefficients) -> Coefficients:
    return _polygamma(-1, a)


RULES: dict[str, Callable[..., Coefficients]] = {
    "add": _add, "subtract": _subtract, "negative": _negative, "positive": lambda a: a,
    "multiply": _multiply, "square": lambda a: _multiply(a, a), "divide": _divide,
    "reciprocal": lambda a: _divide([1.0, *[0.0] * (len(a) - 1)], a), "power": _power,
    "float_power": _power, "sqrt": _sqrt, "exp": exp, "expm1": _expm1, "log": log,
    "log1p": _log1p, "logaddexp": _logaddexp, "gammaln": _log_gamma, "loggamma": _log_gamma,
    "psi": lambda a: _polygamma(0, a),
}
